"""SVG files: what is drawn, in which inks, and what is refused."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.assets.vector.artwork import open_artwork
from layout.assets.vector.colour import process_ink
from layout.diagnostics import Sink
from layout.geometry import Point, Rect
from layout.ink import BLACK, Ink
from layout.units import pt

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'


def opened(tmp_path, body: str, head: str = _HEAD):
    file = tmp_path / "drawing.svg"
    file.write_text(f"{head}{body}</svg>" if head else body, "utf-8")
    sink = Sink()
    return open_artwork(file, sink, None), sink.found


def test_shapes_come_in_order_with_their_inks(tmp_path):
    body = '<style>.a{fill:#f00}</style><g transform="translate(10 20)"><rect class="a" width="40" height="20"/></g>'
    artwork, found = opened(tmp_path, body + '<circle cx="100" cy="50" r="30" fill="none" stroke="#000"/>')
    assert not found
    area, ring = artwork.shapes
    assert (area.fill, area.pen) == (Ink(0, 1000, 1000, 0), None)
    assert area.extent == Rect(pt(7.5), pt(15), pt(30), pt(15))
    assert (ring.fill, ring.pen.ink, ring.pen.weight) == (None, BLACK, pt(0.75))


def test_a_stroke_is_scaled_with_its_drawing(tmp_path):
    artwork, _ = opened(tmp_path, '<path d="M0 0h9" stroke="#000" stroke-width="2" stroke-dasharray="4 2"/>')
    (line,) = artwork.shapes
    half = line.placed(Point(100, 200), Fraction(1, 2))
    assert half.pen.weight * 2 == line.pen.weight
    assert half.pen.dash == tuple(length // 2 for length in line.pen.dash)
    assert half.extent == Rect(100, 200, line.extent.width // 2, 0)


def test_a_filled_line_has_no_area_to_fill(tmp_path):
    artwork, _ = opened(tmp_path, '<path d="M0 0h9" stroke="#000"/>')
    assert artwork.shapes[0].fill is None


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<linearGradient id='g'/>", "<linearGradient>"),
        ("<text>字</text>", "<text>"),
        ("<rect width='9' height='9' fill='url(#g)'/>", "fill=url(#g)"),
        ("<rect width='9' height='9' opacity='.5'/>", "opacity=.5"),
        ("<rect width='9' height='9' style='filter: url(#f)'/>", "filter=url(#f)"),
        ("<image href='photo.png'/>", "<image>"),
        ("<script>1</script>", "<script>"),
    ],
)
def test_what_cannot_be_printed_is_named_with_its_line(tmp_path, body, what):
    artwork, (found,) = opened(tmp_path, f"\n\n{body}")
    assert artwork is None
    assert (found.code, dict(found.values)["what"], dict(found.values)["line"]) == ("IMG011", what, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<svg",
        "<html/>",
        _HEAD + "</svg>",
        _HEAD + '<rect width="9" height="9" fill="#ff000080"/></svg>',
        _HEAD + '<style>.a{opacity:.5}</style><rect class="a" width="9" height="9"/></svg>',
        _HEAD + '<use id="a" href="#a"/></svg>',
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + _HEAD + "</svg>",
    ],
)
def test_a_bad_file_is_told_and_never_raises(tmp_path, text):
    artwork, (found,) = opened(tmp_path, text, head="")
    assert (artwork, found.code) == (None, "IMG010")


def test_black_and_grey_print_in_black_alone():
    assert process_ink(0, 0, 0) == BLACK
    assert process_ink(255, 255, 255) == Ink(0, 0, 0, 0)
    assert process_ink(51, 51, 51) == Ink(0, 0, 0, 800)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_no_colour_takes_more_than_two_full_inks(colour):
    ink = process_ink(*colour)
    assert ink.total <= 2000
    assert min(ink.cyan, ink.magenta, ink.yellow) == 0
