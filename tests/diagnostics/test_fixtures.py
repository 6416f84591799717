"""Manifests with mistakes: under each offending line a comment `# ^ CODE` stands at the column of the finding.

A line may have several such comments. Nothing else may be found; messages must be whole in both languages.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from layout import api
from tests.newsrooms import newsroom

FIXTURES = sorted(Path(__file__).parent.glob("*.yaml"))
_EXPECTED = re.compile(r"^(\s*#\s*)\^ ([A-Z]{3}\d{3})$")


def expected_of(text: str) -> set[tuple[int, int, str]]:
    """The (line, column, code) that the comments name."""
    found, line = set(), 0
    for number, row in enumerate(text.split("\n"), 1):
        if match := _EXPECTED.match(row):
            found.add((line, len(match[1]) + 1, match[2]))
        else:
            line = number
    return found


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_mistake_is_found_at_its_place_and_nothing_else(path, tmp_path):
    text = path.read_text("utf-8")
    read = api.load(newsroom(tmp_path, manifest=text))
    found = {(entry.span.line, entry.span.column, entry.code) for entry in read.diagnostics if entry.span}
    assert found == expected_of(text)
    for entry in read.diagnostics:
        assert "{" not in entry.message("zh") + entry.message("en") + entry.hint("zh") + entry.hint("en")
