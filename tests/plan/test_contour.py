"""Text round contours: what a line may take beside a shape, and that nothing comes nearer than it may."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from layout.geometry import Point, Rect
from layout.plan.contour import Contour, on_page
from layout.plan.grid import Leg
from layout.plan.slots import MINIMUM_EMS, leg_frame
from tests.plan.grids import grid_of

GRID = grid_of()
LEG = Leg(200, 2600)
TRIANGLE = (Point(1500, 428), Point(2100, 1196), Point(900, 1196))


def _rows(contour: Contour, leg: Leg = LEG, lines: int = 9) -> list[str]:
    """Slots as rows of cells, one an em: # is text."""
    frame = leg_frame(GRID, leg, 1, lines, [contour])
    drawn = [["."] * (leg.width // 100) for _ in range(lines)]
    for slot in frame.slots:
        row = (slot.baseline - GRID.baseline_of(1)) // GRID.leading
        start = (slot.x - leg.x) // 100
        for cell in range(start, start + slot.width // 100):
            drawn[row][cell] = "#"
    return ["".join(row) for row in drawn]


def test_text_at_one_side_follows_the_slope():
    # The triangle stands left of the middle: text runs at its right.
    left = Contour((tuple(Point(p.x - 600, p.y) for p in TRIANGLE),), 0)
    assert _rows(left) == [
        "##########################",
        "........##################",
        ".........#################",
        "..........################",
        "...........###############",
        "............##############",
        ".............#############",
        "##########################",
        "##########################",
    ]


def test_text_at_both_sides_when_it_is_asked_for():
    rows = _rows(Contour((TRIANGLE,), 0, both=True))
    assert rows[1].startswith("#")
    assert rows[1].endswith("#")
    assert "." in rows[1]
    # Where the shape is widest both strips are still wide enough to set text in.
    assert rows[6].startswith("#" * MINIMUM_EMS)


points = st.builds(Point, st.integers(0, 3000), st.integers(200, 1500))
shapes = st.lists(st.lists(points, min_size=3, max_size=7).map(tuple), min_size=1, max_size=2).map(tuple)


@given(shapes, st.integers(0, 150), st.booleans())
def test_no_slot_comes_nearer_to_a_contour_than_its_distance(outlines, distance, both):
    contour = Contour(outlines, distance, both)
    for slot in leg_frame(GRID, LEG, 1, 10, [contour]).slots:
        top = slot.baseline - GRID.baseline
        extent = contour.extent(top, top + GRID.leading)
        assert extent is None or slot.x + slot.width <= extent[0] or slot.x >= extent[1]
        assert slot.width >= MINIMUM_EMS * GRID.em
        assert LEG.x <= slot.x
        assert slot.x + slot.width <= LEG.x + LEG.width


@given(shapes, st.integers(200, 1500), st.integers(1, 400))
def test_an_extent_holds_every_corner_in_its_band(outlines, top, height):
    extent = Contour(outlines, 0).extent(top, top + height)
    inside = [p.x for outline in outlines for p in outline if top < p.y < top + height]
    if inside:
        assert extent is not None
        assert extent[0] <= min(inside)
        assert max(inside) <= extent[1]


def test_outlines_are_cropped_and_scaled_with_their_picture():
    (outline,) = on_page([[(0, 0), (1_000_000, 500_000)]], (250_000, 0, 750_000, 1_000_000), Rect(10, 20, 100, 200))
    assert outline == (Point(10, 20), Point(110, 120))
