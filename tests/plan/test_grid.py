"""Columns, lines and bastard measures."""

import itertools
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from layout.diagnostics import Span
from layout.edition.model import Box, Columns
from layout.plan.legs import box_columns
from tests.plan.grids import grid_of

SPAN = Span(Path("issue.yaml"), 1, 1, 1, 2)


def test_long_columns_hold_the_characters_of_their_columns_and_gutters():
    grid = grid_of(columns=8)
    assert [grid.width(k) // grid.em for k in (1, 2, 3, 5, 8)] == [13, 27, 41, 69, 111]


def test_a_box_counts_columns_and_lines_from_one():
    grid = grid_of()
    rect = grid.rect(Box(2, 2, 3, 4, SPAN))
    assert (rect.x, rect.y, rect.width, rect.height) == (200 + 1400, 300 + 2 * 128, 2700, 4 * 128)


def test_three_columns_into_two_legs_give_twenty_characters_each():
    legs = box_columns(Box(1, 3, 1, 10, SPAN, legs=2), Columns(), grid_of(columns=8))
    assert [leg.width for leg in legs] == [2000, 2000]
    assert legs[1].x - legs[0].x - legs[0].width == 100


def test_what_does_not_divide_widens_the_gutters():
    """Five columns (69 字) into three legs: 22 字 each, and half an em more in each gutter."""
    legs = box_columns(Box(1, 5, 1, 10, SPAN, legs=3), Columns(), grid_of(columns=8))
    assert [leg.width for leg in legs] == [2200, 2200, 2200]
    assert legs[1].x - (legs[0].x + legs[0].width) == 150


@given(st.integers(1, 8), st.integers(1, 6))
def test_legs_stay_in_their_box_and_never_touch(columns, count):
    grid = grid_of(columns=8)
    box = Box(1, columns, 1, 10, SPAN, legs=count)
    if (grid.width(columns) - (count - 1) * grid.gutter) // count < grid.em:
        return
    legs = box_columns(box, Columns(), grid)
    rect = grid.rect(box)
    assert legs[0].x == rect.x
    assert legs[-1].x + legs[-1].width <= rect.right
    assert all(b.x - (a.x + a.width) >= grid.gutter for a, b in itertools.pairwise(legs))
