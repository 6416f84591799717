"""Crops: what of a picture is shown, and where."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.edition.showing import CropBox, Extent, Showing
from layout.geometry import Rect
from layout.plan.crop import WHOLE, chosen, fitted, resolution

ROOM = Rect(100, 200, 3000, 2000)


@dataclass(frozen=True)
class Image:
    width: int
    height: int
    scalable: bool = False


def box(*edges: float, pixels: bool = False) -> CropBox:
    return CropBox(*(Extent(Fraction(edge), pixels) for edge in edges))


def test_a_crop_in_per_cent_and_one_in_pixels_are_the_same():
    image = Image(400, 300)
    assert chosen(Showing(crop=box(25, 0, 75, 50)), image) == (250_000, 0, 750_000, 500_000)
    assert chosen(Showing(crop=box(100, 0, 300, 150, pixels=True)), image) == (250_000, 0, 750_000, 500_000)


def test_a_crop_outside_the_picture_shows_nothing():
    assert chosen(Showing(crop=box(500, 0, 600, 100, pixels=True)), Image(400, 300)) is None


def test_cover_keeps_the_focus_and_stays_inside_the_crop():
    showing = Showing(focus=(0, 100), crop=box(20, 20, 80, 80))
    image = Image(1000, 1000)
    rect, window = fitted(showing, image, chosen(showing, image), ROOM)
    assert rect == ROOM
    assert window == (200_000, 400_000, 800_000, 800_000)


@pytest.mark.parametrize(
    ("across", "down", "corner"),
    [("left", "top", (100, 200)), ("right", "bottom", (2100, 200)), ("center", "middle", (1100, 200))],
)
def test_contain_shows_all_of_it_where_it_is_to_stand(across, down, corner):
    rect, window = fitted(Showing(fit="contain", across=across, down=down), Image(500, 1000), WHOLE, ROOM)
    assert window == WHOLE
    assert (rect.x, rect.y, rect.width, rect.height) == (*corner, 1000, 2000)


def test_width_takes_the_height_it_needs_and_crops_only_what_is_too_high():
    low, window = fitted(Showing(fit="width", down="top"), Image(3000, 1000), WHOLE, ROOM)
    assert (low, window) == (Rect(100, 200, 3000, 1000), WHOLE)
    high, window = fitted(Showing(fit="width"), Image(1000, 1000), WHOLE, ROOM)
    assert high == ROOM
    assert window[3] - window[1] == pytest.approx(666_667, abs=1)


def test_line_art_is_shown_whole_unless_something_else_is_said():
    art = Image(1000, 1000, scalable=True)
    assert fitted(Showing(), art, WHOLE, ROOM)[1] == WHOLE
    assert fitted(Showing(focus=(50, 50)), art, WHOLE, ROOM)[0] == ROOM


sizes = st.integers(1, 5000)
showings = st.builds(
    Showing,
    fit=st.sampled_from(["cover", "contain", "width"]),
    focus=st.tuples(st.integers(0, 100), st.integers(0, 100)),
    across=st.sampled_from(["left", "center", "right"]),
    down=st.sampled_from(["top", "middle", "bottom"]),
)


@given(st.builds(Image, sizes, sizes, st.booleans()), showings, st.integers(300, 9000), st.integers(300, 9000))
def test_nothing_is_stretched_and_nothing_leaves_its_room(image, showing, width, height):
    room = Rect(0, 0, width * 1000, height * 1000)
    rect, (left, top, right, bottom) = fitted(showing, image, WHOLE, room)
    assert room.x <= rect.x
    assert room.y <= rect.y
    assert rect.right <= room.right
    assert rect.bottom <= room.bottom
    assert 0 <= left <= right <= 1_000_000
    assert 0 <= top <= bottom <= 1_000_000
    shown_width, shown_height = image.width * (right - left), image.height * (bottom - top)
    slack = image.width * rect.height + image.height * rect.width + shown_width + shown_height
    assert abs(shown_width * rect.height - shown_height * rect.width) <= slack


@pytest.mark.parametrize("image", [Image(10_000, 1), Image(1, 10_000), Image(60_000, 1), Image(1, 1)])
@pytest.mark.parametrize("fit", ["cover", "contain", "width"])
def test_even_a_line_of_pixels_has_a_size(image, fit):
    rect, (left, top, right, bottom) = fitted(Showing(fit=fit), image, WHOLE, ROOM)
    assert rect.width > 0
    assert rect.height > 0
    assert left < right
    assert top < bottom


def test_the_resolution_is_that_of_what_is_shown():
    assert resolution(Image(400, 300), (0, 0, 500_000, 1_000_000), Rect(0, 0, 914_400, 1)) == 200
