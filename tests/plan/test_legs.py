"""Shapes of several boxes: which leg is read after which, and how deep each is."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from layout.diagnostics import Span
from layout.edition.model import Box, Columns
from layout.plan.legs import Margins, box_columns, shapes
from tests.plan.grids import grid_of

SPAN = Span(Path("issue.yaml"), 1, 1, 1, 2)
GRID = grid_of(columns=4)


def read(picture: str, boxes, columns=None) -> None:
    """Columns by lines; every cell is the letter of the leg that has it, legs lettered in the order of reading."""
    rows = picture.split()
    drawn = [["."] * 4 for _ in rows]
    runs = [run for shape in shapes(boxes, columns or Columns(), GRID, Margins()) for run in shape]
    for letter, run in zip("abcdefgh", runs, strict=False):
        for line in range(run.first, run.last + 1):
            drawn[line - 1][(run.leg.x - GRID.left) // (GRID.measure + GRID.gutter)] = letter
    assert ["".join(row) for row in drawn] == rows


def box(column, columns, line, lines, legs=None):
    return Box(column, columns, line, lines, SPAN, legs)


def test_an_l_is_read_leg_by_leg_to_each_leg_s_full_depth():
    read("abcd abcd ab.. ab..", [box(1, 4, 1, 2), box(1, 2, 3, 2)])
    read("abcd abcd ..cd", [box(1, 4, 1, 2), box(3, 2, 3, 1)])


def test_an_inverted_l_too():
    read("ab.. abcd abcd", [box(1, 2, 1, 1), box(1, 4, 2, 2)])
    read("..cd abcd", [box(3, 2, 1, 1), box(1, 4, 2, 1)])


def test_a_u_round_something_at_its_head():
    read("a..d abcd", [box(1, 1, 1, 1), box(4, 1, 1, 1), box(1, 4, 2, 1)])
    read("a..d abcd", [box(1, 1, 1, 2), box(2, 2, 2, 1), box(4, 1, 1, 2)])


def test_a_box_between_two_others_joins_them():
    read("a... a... ab..", [box(1, 1, 1, 1), box(1, 2, 3, 1), box(1, 1, 2, 1)])


def test_boxes_apart_are_read_one_after_another():
    read("ab.. .... cd..", [box(1, 2, 1, 1), box(1, 2, 3, 1)])
    read("abcd abcd ef.. ef..", [box(1, 4, 1, 2), box(1, 2, 3, 2)], Columns(order="boxes"))


def test_boxes_of_other_measures_are_read_one_after_another():
    found = shapes([box(1, 4, 1, 2), box(1, 4, 3, 2, legs=3)], Columns(), GRID, Margins())
    assert [len(shape) for shape in found] == [4, 3]


def test_what_does_not_divide_may_widen_a_column():
    """Five columns (69 字) into three legs: 22, 22 and 23 字 with the usual gutter."""
    legs = box_columns(box(1, 5, 1, 10, 3), Columns(remainder="columns"), grid_of(columns=8))
    assert [leg.width // 100 for leg in legs] == [22, 22, 23]
    assert [b.x - a.x - a.width for a, b in itertools.pairwise(legs)] == [100, 100]


@pytest.mark.parametrize(("measure", "count"), [(27, 2), (16, 3), (13, 4), (12, 4)])
def test_a_story_s_own_measure_takes_as_many_columns_as_go_in(measure, count):
    legs = box_columns(box(1, 4, 1, 10), Columns(measure=measure), GRID)
    assert [leg.width for leg in legs] == [measure * 100] * count
    assert (legs[0].x, legs[-1].x + legs[-1].width) == (GRID.left, GRID.left + GRID.width(4))


def test_a_gutter_of_the_story_s_own():
    legs = box_columns(box(1, 2, 1, 10), Columns(gutter=300), GRID)
    assert [leg.width for leg in legs] == [1200, 1200]
    assert legs[1].x - legs[0].x - legs[0].width == 300


boxes = st.lists(
    st.builds(box, st.integers(1, 4), st.integers(1, 4), st.integers(1, 20), st.integers(1, 10)), min_size=1, max_size=4
)


def _cells(boxes) -> list[tuple[int, int]]:
    return [
        (c, n) for b in boxes for c in range(b.column, b.column + b.columns) for n in range(b.line, b.line + b.lines)
    ]


@given(boxes)
def test_every_cell_of_the_boxes_is_in_one_leg(boxes):
    cells = _cells(boxes)
    assume(len(cells) == len(set(cells)))
    step = GRID.measure + GRID.gutter
    runs = [run for shape in shapes(boxes, Columns(), GRID, Margins()) for run in shape]
    found = [((run.leg.x - GRID.left) // step + 1, line) for run in runs for line in range(run.first, run.last + 1)]
    assert sorted(found) == sorted(cells)
