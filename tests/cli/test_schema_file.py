"""The committed schema is what the program prints, and the samples keep to it."""

import json
from datetime import date

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from layout.cli import main
from tests.editions.samples import REPOSITORY, SAMPLES

SCHEMA = REPOSITORY / "issues" / "manifest.schema.json"


def test_the_committed_schema_is_what_the_program_prints():
    assert CliRunner().invoke(main, ["schema"]).stdout == SCHEMA.read_text("utf-8")


class _Words(yaml.SafeLoader):
    """YAML 1.2 as editors check it: `on` is a word, not a truth."""


_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_keep_to_the_schema(name):
    manifest = yaml.load((REPOSITORY / "issues" / name / "issue.yaml").read_text("utf-8"), _Words)
    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(_plain(manifest))


def _plain(value):
    """Dates as editors see them: text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
