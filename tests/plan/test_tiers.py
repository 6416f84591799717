"""Vertical text in boxes: lines from right to left, tiers from top to bottom, clear of what stands in the way."""

from __future__ import annotations

import itertools
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from layout.diagnostics import Span
from layout.edition.model import Box, Columns
from layout.geometry import Rect
from layout.plan.legs import Margins
from layout.plan.tiers import tier_frames
from tests.plan.grids import grid_of

SPAN = Span(Path("issue.yaml"), 1, 1, 1, 2)
GRID = grid_of(columns=4)
BOX = Box(1, 2, 5, 20, SPAN)


def tiers(count: int, obstacles=()):
    (shape,) = tier_frames([BOX], Columns(vertical=True, tiers=count), GRID, Margins(), obstacles)
    return shape


def test_lines_run_from_right_to_left_flush_with_both_sides():
    (tier,) = tiers(1)
    middles = [slot.x for slot in tier.slots]
    rect = GRID.rect(BOX)
    assert middles == sorted(middles, reverse=True)
    assert (middles[0], middles[-1]) == (rect.right - GRID.em // 2, rect.x + GRID.em // 2)
    assert all(GRID.leading <= one - other < 2 * GRID.leading for one, other in itertools.pairwise(middles))


def test_tiers_are_whole_ems_long_and_a_gutter_apart():
    one, two, three = tiers(3)
    assert {frame.rect.height % GRID.em for frame in (one, two, three)} == {0}
    assert two.rect.y - one.rect.bottom >= GRID.gutter
    assert three.rect.bottom <= GRID.rect(BOX).bottom


def test_a_headline_over_the_box_pushes_the_tiers_down():
    rect = GRID.rect(BOX)
    head = Rect(rect.x, rect.y, rect.width, 4 * GRID.leading)
    for tier in tiers(2, [head]):
        assert tier.rect.y >= head.bottom


obstacle = st.builds(Rect, st.integers(0, 2600), st.integers(200, 3000), st.integers(1, 1500), st.integers(1, 1500))


@given(st.integers(1, 3), st.lists(obstacle, max_size=3))
def test_lines_keep_clear_of_every_obstacle_and_inside_their_box(count, obstacles):
    rect = GRID.rect(BOX)
    for tier in tiers(count, obstacles):
        for slot in tier.slots:
            line = Rect(slot.x - GRID.em // 2, slot.baseline, GRID.em, slot.width)
            assert not any(line.overlaps(other) for other in obstacles)
            assert rect.x <= line.x
            assert line.right <= rect.right
            assert rect.y <= line.y
            assert line.bottom <= rect.bottom
