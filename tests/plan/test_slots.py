"""Slots: what pictures and heads leave of a leg, line by line."""

from hypothesis import given
from hypothesis import strategies as st

from layout.geometry import Rect
from layout.plan.grid import Leg
from layout.plan.slots import MINIMUM_EMS, leg_frame
from tests.plan.grids import grid_of

GRID = grid_of()
LEG = Leg(200, 1300)


def _picture(text: str) -> list[str]:
    """Slots of a leg as rows of cells: # is text, . is white; the obstacle is drawn as x in `text`."""
    rows = text.split()
    obstacles = [
        Rect(LEG.x + row.index("x") * 100, GRID.line_top(number), row.count("x") * 100, GRID.leading)
        for number, row in enumerate(rows, 1)
        if "x" in row
    ]
    frame = leg_frame(GRID, LEG, 1, len(rows), obstacles)
    drawn = [["."] * 13 for _ in rows]
    for slot in frame.slots:
        row = (slot.baseline - GRID.baseline_of(1)) // GRID.leading
        start = (slot.x - LEG.x) // 100
        for cell in range(start, start + slot.width // 100):
            drawn[row][cell] = "#"
    return ["".join(row) for row in drawn]


def test_a_free_leg_has_a_slot_on_every_line():
    assert _picture("............. .............") == ["#############", "#############"]


def test_a_picture_over_the_whole_leg_leaves_no_slot():
    assert _picture("............. xxxxxxxxxxxxx .............") == ["#############", ".............", "#############"]


def test_a_picture_at_one_side_leaves_a_narrower_slot_at_a_gutter_s_distance():
    assert _picture("xxxx......... xxxx.........") == [".....########", ".....########"]
    assert _picture(".........xxxx") == ["########....."]


def test_a_strip_too_narrow_for_text_stays_white():
    assert _picture("xxxxxxxx.....") == ["............."]


def test_text_stands_on_both_sides_of_a_picture_in_a_wide_leg():
    wide = Leg(200, 2700)
    frame = leg_frame(GRID, wide, 1, 1, [Rect(200 + 1000, GRID.line_top(1), 700, GRID.leading)])
    assert [(slot.x, slot.width) for slot in frame.slots] == [(200, 900), (200 + 1800, 900)]


obstacle = st.builds(Rect, st.integers(0, 2000), st.integers(200, 6000), st.integers(1, 1500), st.integers(1, 3000))


@given(st.lists(obstacle, max_size=4))
def test_slots_keep_clear_of_every_obstacle_and_inside_their_leg(obstacles):
    for slot in leg_frame(GRID, LEG, 1, 40, obstacles).slots:
        cell = Rect(slot.x, slot.baseline - GRID.baseline, slot.width, GRID.leading)
        assert not any(cell.overlaps(other) for other in obstacles)
        assert LEG.x <= slot.x
        assert slot.x + slot.width <= LEG.x + LEG.width
        assert slot.width >= MINIMUM_EMS * GRID.em
        assert (slot.baseline - GRID.baseline_of(1)) % GRID.leading == 0
