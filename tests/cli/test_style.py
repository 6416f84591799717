"""paiban style: every value in force, where it is written, and that it is the one the page is set with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from layout import api
from layout.cli import main
from tests.features.editions import FOLDER
from tests.newsrooms import fonts_without_sets

EDITION = FOLDER / "style-changes"


def values(what):
    made = CliRunner().invoke(
        main, ["--root", str(FOLDER), "style", what, "--edition", str(EDITION), "--format", "json"]
    )
    assert made.exit_code == 0, made.output
    return {entry["name"]: entry for entry in json.loads(made.stdout)}


@pytest.mark.parametrize(
    ("what", "name", "value", "file"),
    [
        ("bridge", "settings.body.punctuation", "quanshen", "issue.yaml"),
        ("bridge", "types.body.face", "sans", "issue.yaml"),
        ("bridge", "types.byline.face", "sans", "issue.yaml"),
        ("stories/reeds.md", "settings.body.punctuation", "kaiming", "lanchuan-daily/style.yaml"),
        ("reeds", "types.body.face", "body", "lanchuan-daily/style.yaml"),
        ("A01", "grids.four.characters", "11", "reed-weekly/style.yaml"),
        ("A01", "settings.body.keep_units", "false", "paiban"),
    ],
)
def test_a_value_comes_from_the_story_before_the_page_before_the_paper(what, name, value, file):
    found = values(what)[name]
    assert found["value"] == value
    assert found["from"].split(":")[0].endswith(file)


def test_every_value_stands_on_the_line_it_is_said_to_come_from():
    for entry in values("bridge").values():
        if entry["from"] != "paiban":
            path, line = entry["from"].rsplit(":", 1)
            assert entry["value"] in Path(path).read_text("utf-8").splitlines()[int(line) - 1]


def test_the_pages_are_set_with_the_values_that_are_shown():
    read = api.load(EDITION, root=FOLDER, fonts=fonts_without_sets())
    assert read.styles.story("A01", "bridge").settings["body"].punctuation == "quanshen"
    assert read.styles.story("A01", "reeds").settings["body"].punctuation == "kaiming"
    assert read.styles.page("A01").types["byline"].face == "sans"
    assert read.style.types["byline"].face == "kai"


def test_what_the_edition_does_not_have_is_wrong_usage():
    made = CliRunner().invoke(main, ["--root", str(FOLDER), "style", "nothing", "--edition", str(EDITION)])
    assert made.exit_code == 2
    assert "bridge" in made.output


def test_a_change_the_style_does_not_know_is_pointed_at(tmp_path):
    shutil.copytree(EDITION, tmp_path / "edition")
    shutil.copytree(FOLDER / "styles", tmp_path / "styles")
    manifest = tmp_path / "edition" / "issue.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("punctuation: quanshen", "punctuation: loose"), "utf-8")
    found = api.load(manifest, root=tmp_path, fonts=fonts_without_sets()).diagnostics
    assert [(one.code, one.span.line) for one in found if one.code.startswith("SRC")] == [("SRC014", 16)]
