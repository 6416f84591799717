"""Drawings of the weather, of lines, discs and waves alone: they print on any plate and scale to any size."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator

from layout.display.items import Box, Item, Layer, Rule, Wave
from layout.edition.matter import Sky
from layout.geometry import Point, Rect
from layout.ink import BLACK, Ink
from layout.units import Length

CLOUD = BLACK.tint(550)
# A cloud as discs: middle across and down, and radius, in thousandths of its width; its foot is a rounded bar.
_DISCS = ((270, 380, 190), (520, 260, 260), (770, 400, 170))
_FOOT = Rect(80, 360, 860, 210)
_STROKE = 45


class _Pen:
    """Draws in a square of thousandths, laid over a square of the page."""

    def __init__(self, square: Rect, part: int) -> None:
        self.square = square
        self.part = part

    def at(self, x: float, y: float) -> Point:
        return Point(self.square.x + self.length(x), self.square.y + self.length(y))

    def length(self, thousandths: float) -> Length:
        return round(self.square.width * thousandths / 1000)

    def disc(self, x: float, y: float, radius: float, fill: Ink | None, stroke: Ink | None = None) -> Box:
        corner, size = self.at(x - radius, y - radius), self.length(2 * radius)
        rect = Rect(corner.x, corner.y, size, size)
        weight = self.length(_STROKE) if stroke else 0
        return Box(Layer.ART, self.part, rect, fill, stroke, weight, radius=size // 2)

    def bar(self, rect: Rect, fill: Ink) -> Box:
        corner = self.at(rect.x, rect.y)
        place = Rect(corner.x, corner.y, self.length(rect.width), self.length(rect.height))
        return Box(Layer.ART, self.part, place, fill, radius=place.height // 2)

    def line(self, start: tuple[float, float], end: tuple[float, float], ink: Ink = BLACK) -> Rule:
        return Rule(Layer.RULE, self.part, self.at(*start), self.at(*end), self.length(_STROKE), ink)

    def wave(self, x: float, y: float, width: float) -> Wave:
        start = self.at(x, y)
        period = self.length(width) // 2
        return Wave(Layer.RULE, self.part, start, self.length(width), period, self.length(_STROKE), BLACK)


def sky_items(sky: Sky, square: Rect, part: int) -> list[Item]:
    """The drawing of a sky in a square."""
    return list(_DRAWN[sky](_Pen(square, part)))


def _sun(pen: _Pen, x: float = 500, y: float = 500, radius: float = 190) -> Iterator[Item]:
    yield pen.disc(x, y, radius, None, BLACK)
    for step in range(8):
        across, down = math.cos(step * math.pi / 4), math.sin(step * math.pi / 4)
        near, far = radius * 1.45, radius * 2.05
        yield pen.line((x + across * near, y + down * near), (x + across * far, y + down * far))


def _cloud(pen: _Pen, top: float = 200, ink: Ink = CLOUD) -> Iterator[Item]:
    for x, y, radius in _DISCS:
        yield pen.disc(x, y + top, radius, ink)
    yield pen.bar(Rect(_FOOT.x, _FOOT.y + round(top), _FOOT.width, _FOOT.height), ink)


def _partly(pen: _Pen) -> Iterator[Item]:
    yield from _sun(pen, 700, 300, 130)
    yield from _cloud(pen, 330)


def _rain(pen: _Pen, drops: int) -> Iterator[Item]:
    yield from _cloud(pen, 40)
    for number in range(drops):
        x = 180 + number * 640 / (drops - 1)
        yield pen.line((x + 60, 700), (x - 40, 930))


def _thunder(pen: _Pen) -> Iterator[Item]:
    yield from _cloud(pen, 40)
    yield from (pen.line((x + 60, 700), (x - 40, 930)) for x in (200, 820))
    bolt = ((560, 640), (440, 800), (570, 800), (450, 980))
    yield from (pen.line(start, end) for start, end in itertools.pairwise(bolt))


def _snow(pen: _Pen) -> Iterator[Item]:
    yield from _cloud(pen, 40)
    for x, y in ((230, 760), (500, 860), (770, 760)):
        for turn in range(3):
            across, down = 80 * math.cos(turn * math.pi / 3), 80 * math.sin(turn * math.pi / 3)
            yield pen.line((x - across, y - down), (x + across, y + down))


def _fog(pen: _Pen) -> Iterator[Item]:
    for number, (start, end) in enumerate(((120, 760), (240, 900), (100, 840), (220, 740))):
        yield pen.line((start, 280 + 150 * number), (end, 280 + 150 * number))


def _wind(pen: _Pen) -> Iterator[Item]:
    yield from (pen.wave(x, y, width) for x, y, width in ((120, 300, 760), (220, 500, 680), (80, 700, 720)))


_DRAWN: dict[Sky, Callable[[_Pen], Iterator[Item]]] = {
    "晴": _sun,
    "多云": _partly,
    "阴": _cloud,
    "小雨": lambda pen: _rain(pen, 3),
    "大雨": lambda pen: _rain(pen, 5),
    "雷雨": _thunder,
    "雪": _snow,
    "雾": _fog,
    "大风": _wind,
}
