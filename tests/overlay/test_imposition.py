"""Sheets: which page stands where, and that nothing on it moves against its page."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.display.items import Box, Drawn, Photo, Rule, TextRun
from layout.display.moved import moved, side_by_side
from layout.overlay.imposition import not_imposable, sides
from tests.editions.samples import composition

FOUR = """A1-front  A04 A01
A1-back   A02 A03
"""
EIGHT = """A1-front  A08 A01
A1-back   A02 A07
A2-front  A06 A03
A2-back   A04 A05
"""
TWO_SECTIONS = FOUR + FOUR.replace("A", "B")


def names(count: int, section: str = "A") -> list[str]:
    return [f"{section}{number:02d}" for number in range(1, count + 1)]


def told(pages: list[str]) -> str:
    return "".join(f"{side.name:<10}{side.left} {side.right}\n" for side in sides(pages))


@pytest.mark.parametrize(
    ("pages", "expected"), [(names(4), FOUR), (names(8), EIGHT), (names(4) + names(4, "B"), TWO_SECTIONS)]
)
def test_pages_nest(pages, expected):
    assert told(pages) == expected


@given(st.integers(1, 12).map(lambda sheets: 4 * sheets))
def test_every_page_stands_once_and_odd_ones_at_the_right(count):
    made = list(sides(names(count)))
    assert Counter(page for side in made for page in (side.left, side.right)) == Counter(names(count))
    for side in made:
        left, right = int(side.left[1:]), int(side.right[1:])
        assert (left % 2, right % 2) == (0, 1)
        assert left + right == count + 1


@pytest.mark.parametrize(("count", "whole"), [(4, True), (6, False), (8, True), (1, False)])
def test_sections_that_make_no_whole_sheets_are_told(count, whole):
    assert [found.code for found in not_imposable(names(count))] == ([] if whole else ["PRESS220"])


def test_a_page_at_the_right_keeps_everything_in_its_place():
    left, right = composition("2026-03-20").pages[:2]
    sheet = side_by_side(left, right, "A1-back")
    assert sheet.trim.width == left.trim.width + right.trim.width
    own = sheet.items[len(left.items) :]
    assert sheet.items[: len(left.items)] == left.items
    assert tuple(moved(item, -left.trim.width) for item in own) == right.items
    assert {type(item) for item in right.items} >= {TextRun, Rule, Photo} - {Box, Drawn}
