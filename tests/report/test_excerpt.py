"""The line shown with a finding: carets under the place, and of a long paragraph the part round it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.report.excerpt import Excerpts, cells


def shown(tmp_path, text, column, end):
    path = tmp_path / "one.md"
    path.write_text(text + "\n", "utf-8")
    return Excerpts().of(path, 1, column, end)


def test_carets_stand_under_the_place(tmp_path):
    assert shown(tmp_path, "渡口 at: x", 4, 6) == ["  渡口 at: x", "       ^^"]


def test_of_a_long_paragraph_the_part_round_the_place_is_shown(tmp_path):
    text = "一二三四五六七八九十" * 12
    line, carets = shown(tmp_path, text, 61, 62)
    assert line == "  …" + text[44:92] + "…"
    assert carets == "  " + " " * (1 + 2 * 16) + "^^"


def test_an_empty_line_and_a_file_that_is_gone_show_nothing(tmp_path):
    assert shown(tmp_path, "  ", 1, 2) == Excerpts().of(tmp_path / "gone.md", 1, 1, 2) == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("excerpt")


@given(text=st.text("渡口ab ", min_size=1, max_size=200), data=st.data())
def test_the_place_is_always_in_sight(folder, text, data):
    column = data.draw(st.integers(1, len(text)))
    found = shown(folder, text, column, column + 1)
    if text.strip():
        line, carets = found
        at = len(carets) - len(carets.lstrip())
        character = next(c for i, c in enumerate(line) if cells(line[:i]) == at)
        assert character == text[column - 1]
        assert cells(line) <= 100
