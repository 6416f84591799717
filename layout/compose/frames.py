"""Frames drawn: tints, lines and ornaments as shapes, inside the box they stand round."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from layout.display.items import Box, Drawn, Item, Layer, Rule
from layout.geometry import Point, Rect
from layout.shapes import Pen, Shape, Step
from layout.style.borders import ALL_SIDES, ORNAMENTS, FrameStyle, Side
from layout.units import Length

# A dash, and the pitch of dots and dashes, in weights of the line.
_DASH, _DASH_PITCH, _DOT_PITCH = 6, 10, 4
# The control of a cubic curve that makes a quarter of a circle, in ten-thousandths of its radius.
_ROUND = 5523


def frame_items(rect: Rect, frame: FrameStyle, part: int) -> Iterator[Item]:
    """The tint and the lines of a frame whose outer edge is `rect`."""
    if frame.tint is not None:
        yield Box(Layer.TINT, part, rect, fill=frame.tint, radius=frame.radius)
    if not frame.drawn:
        return
    if frame.line in ORNAMENTS:
        yield from _ornaments(rect, frame, part)
    elif frame.line in {"dashed", "dotted"}:
        yield from _broken(rect, frame, part)
    else:
        yield from _strokes(rect, frame, part)


def _strokes(rect: Rect, frame: FrameStyle, part: int) -> Iterator[Item]:
    """Solid lines one inside the other."""
    depth = 0
    for weight in frame.strokes:
        inner = rect.grown(-(depth + weight // 2))
        if set(frame.sides) == set(ALL_SIDES):
            radius = max(frame.radius - depth, 0)
            yield Box(Layer.RULE, part, inner, stroke=frame.ink, weight=weight, radius=radius)
        else:
            for side in frame.sides:
                start, end = _edge(inner, side)
                yield Rule(Layer.RULE, part, *_stretched(rect, side, start, end), weight, frame.ink)
        depth += weight + frame.gap


def _edge(rect: Rect, side: Side) -> tuple[Point, Point]:
    corners = {
        "top": (Point(rect.x, rect.y), Point(rect.right, rect.y)),
        "right": (Point(rect.right, rect.y), Point(rect.right, rect.bottom)),
        "bottom": (Point(rect.x, rect.bottom), Point(rect.right, rect.bottom)),
        "left": (Point(rect.x, rect.y), Point(rect.x, rect.bottom)),
    }
    return corners[side]


def _stretched(rect: Rect, side: Side, start: Point, end: Point) -> tuple[Point, Point]:
    """A line of an open frame, as long as the whole side of the box."""
    if side in {"top", "bottom"}:
        return Point(rect.x, start.y), Point(rect.right, end.y)
    return Point(start.x, rect.y), Point(end.x, rect.bottom)


def _broken(rect: Rect, frame: FrameStyle, part: int) -> Iterator[Item]:
    """Dashes or dots, a whole number of them on every side; a dot stands in every corner."""
    inner = rect.grown(-(frame.weight // 2))
    for side in frame.sides:
        start, end = _edge(inner, side)
        length = (end.x - start.x) + (end.y - start.y)
        pitch = (_DOT_PITCH if frame.line == "dotted" else _DASH_PITCH) * frame.weight
        count = max(length // pitch, 1)
        mark = 0 if frame.line == "dotted" else _DASH * frame.weight
        # A line of dashes ends in a dash, so that corners are closed.
        pitch = (length - mark) // count
        pen = Pen(frame.ink, frame.weight, "butt" if mark else "round", dash=(mark, pitch - mark))
        yield Drawn(Layer.RULE, part, Shape((("move", start), ("line", end)), pen=pen))


def _ornaments(rect: Rect, frame: FrameStyle, part: int) -> Iterator[Item]:
    """A row of ornaments on every side, a whole number of them from corner to corner."""
    size = frame.thickness
    inner = rect.grown(-(size // 2))
    steps: list[Step] = []
    for side in frame.sides:
        row = _Row(*_edge(inner, side), size)
        if frame.line == "wave":
            steps += row.wave(frame.weight)
        else:
            shared = {"left", "right"} if {"top", "bottom"} & set(frame.sides) else set()
            steps += row.marks(frame.line, inside=side in shared)
    if frame.line == "wave":
        yield Drawn(Layer.RULE, part, Shape(tuple(steps), pen=Pen(frame.ink, frame.weight, "round", "round")))
    else:
        yield Drawn(Layer.RULE, part, Shape(tuple(steps), fill=frame.ink))


class _Row(Struct, frozen=True):
    """A side from `start` to `end` on which ornaments of a size stand."""

    start: Point
    end: Point
    size: Length

    def _at(self, along: Length, across: Length) -> Point:
        if self.start.y == self.end.y:
            return Point(self.start.x + along, self.start.y + across)
        return Point(self.start.x + across, self.start.y + along)

    @property
    def _length(self) -> Length:
        return self.end.x - self.start.x + self.end.y - self.start.y

    def wave(self, weight: Length) -> Iterator[Step]:
        """Half waves to both sides in turn, an even number of them."""
        reach = (self.size - weight) // 2
        count = 2 * max(self._length // (2 * self.size), 1)
        yield "move", self.start
        for half in range(count):
            a, b = (self._length * step // count for step in (half, half + 1))
            height = reach if half % 2 else -reach
            third = (b - a) // 3
            yield "curve", self._at(a + third, height), self._at(b - third, height), self._at(b, 0)

    def marks(self, kind: str, *, inside: bool) -> Iterator[Step]:
        """Large marks with small dots between them; `inside` leaves out those in the corners."""
        count = max(self._length // (self.size * 3 // 2), 1)
        places = range(1, count) if inside else range(count + 1)
        for at in places:
            yield from _MARKS[kind](self._at(self._length * at // count, 0), self.size // 2)
        for at in range(count):
            yield from _disc(self._at(self._length * (2 * at + 1) // (2 * count), 0), self.size // 8)


def _disc(centre: Point, radius: Length) -> Iterator[Step]:
    x, y, bend = centre.x, centre.y, radius * _ROUND // 10_000
    yield "move", Point(x + radius, y)
    yield "curve", Point(x + radius, y + bend), Point(x + bend, y + radius), Point(x, y + radius)
    yield "curve", Point(x - bend, y + radius), Point(x - radius, y + bend), Point(x - radius, y)
    yield "curve", Point(x - radius, y - bend), Point(x - bend, y - radius), Point(x, y - radius)
    yield "curve", Point(x + bend, y - radius), Point(x + radius, y - bend), Point(x + radius, y)
    yield ("close",)


def _bead(centre: Point, radius: Length) -> Iterator[Step]:
    yield from _disc(centre, radius * 2 // 3)


def _lozenge(centre: Point, radius: Length) -> Iterator[Step]:
    x, y = centre.x, centre.y
    yield "move", Point(x + radius, y)
    for point in (Point(x, y + radius), Point(x - radius, y), Point(x, y - radius)):
        yield "line", point
    yield ("close",)


def _floret(centre: Point, radius: Length) -> Iterator[Step]:
    """Four petals, each two curves from the middle to a tip and back."""
    x, y, half = centre.x, centre.y, radius * 6 // 10
    for across, down in ((1, 0), (0, 1), (-1, 0), (0, -1)):

        def at(along: Length, aside: Length, across: int = across, down: int = down) -> Point:
            return Point(x + across * along - down * aside, y + down * along + across * aside)

        yield "move", centre
        yield "curve", at(half, half), at(radius, half), at(radius, 0)
        yield "curve", at(radius, -half), at(half, -half), centre
        yield ("close",)


_MARKS = {"beads": _bead, "lozenges": _lozenge, "florets": _floret}
