"""Stories that go on on other pages: jump lines both ways, and what cannot be a continuation."""

from __future__ import annotations

import pytest

from layout import api
from layout.compose.jumps import han_number
from layout.display.items import Role, TextRun
from tests.diagnostics.test_fixtures import expected_of
from tests.features.editions import loaded
from tests.newsrooms import MANIFEST, STORY, newsroom

MISTAKES = """format: 1
paper: lanchuan-daily
date: 2026-03-20
number: 1
pages:
  - page: A01
    section: 要闻
    template: inner-six
    stories:
      - story: stories/one.md
        at: {column: 1, columns: 2, line: 6, lines: 9}
        headline: {level: brief}
      - story: stories/one.md
#              ^ EDN020
        continued: true
        at: {column: 3, columns: 2, line: 6, lines: 9}
      - story: stories/two.md
#              ^ EDN021
        continued: true
        at: {column: 5, columns: 2, line: 6, lines: 9}
  - page: A02
    section: 综合
    template: inner-six
    stories:
      - story: stories/two.md
        at: {column: 1, columns: 2, line: 6, lines: 9}
        headline: {level: brief}
      - story: stories/three.md
#              ^ EDN006
        continued: true
        at: {column: 3, columns: 2, line: 6, lines: 9}
  - page: A03
    section: 综合
    template: inner-six
    stories:
      - story: stories/two.md
#              ^ EDN022
        continued: true
        direction: down
        at: {column: 1, columns: 2, line: 6, lines: 9}
      - story: stories/one.md
        continued: true
        at: {column: 3, columns: 2, line: 6, lines: 9}
"""


def test_circles_beginnings_missing_or_too_late_and_mixed_directions_are_told(tmp_path):
    stories = dict.fromkeys(("one", "two", "three"), STORY)
    read = api.load(newsroom(tmp_path, manifest=MISTAKES, stories=stories))
    assert {(entry.span.line, entry.span.column, entry.code) for entry in read.diagnostics} == expected_of(MISTAKES)


@pytest.mark.parametrize("words", ["（下转{pages}版）", "（下转后版）", "（下转{page!r}版）", "{han:>9}"])
def test_jump_words_have_to_name_the_page(tmp_path, words):
    manifest = newsroom(tmp_path)
    style = tmp_path / "styles" / "lanchuan-daily" / "style.yaml"
    text = style.read_text("utf-8")
    assert "（下转{page}版）" in text
    style.write_text(text.replace("（下转{page}版）", words), "utf-8")
    assert [found.code for found in api.load(manifest).diagnostics] == ["STY021"]


def test_jump_lines_name_pages_and_sections_both_ways():
    composed = api.compose(loaded("jumps"))
    lines = [
        [
            item.glyphs.text
            for item in page.items
            if isinstance(item, TextRun) and composed.parts[item.part].role is Role.JUMP and "版" in item.glyphs.text
        ]
        for page in composed.pages
    ]
    assert lines == [["（下转A02版）"], ["（上接第一版）", "（下转第三版·特稿）"], ["（上接A02版）"]]


def test_pages_are_counted_in_han_figures():
    assert [han_number(n) for n in (1, 10, 12, 20, 24)] == ["一", "十", "十二", "二十", "二十四"]


def test_a_story_that_ends_before_its_continuation_is_told(tmp_path):
    later = """  - page: A02
    section: 综合
    template: inner-six
    stories:
      - {story: stories/one.md, continued: true, at: {column: 1, columns: 2, line: 6, lines: 9}}
"""
    manifest = MANIFEST.replace("lines: 12", "lines: 40") + later
    found = api.compose(api.load(newsroom(tmp_path, manifest=manifest))).diagnostics
    assert "LAY007" in {entry.code for entry in found}
