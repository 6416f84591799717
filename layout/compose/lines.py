"""The runs of a set line as items: along the baseline, or down the middle of a vertical line (CLREQ 3.2.3)."""

from __future__ import annotations

from collections.abc import Iterator

from layout.display.items import Glyphs, Layer, TextRun
from layout.geometry import Point
from layout.ink import Ink
from layout.text.model import Line
from layout.units import Length, ascent

# A turned word's baseline stands this far left of the line's middle, so that its letters are centred on it (em/1000).
_TURNED_BASELINE = 350


def line_items(line: Line, part: int, ink: Ink) -> Iterator[TextRun]:
    """A line's runs at their places."""
    if line.stands:
        yield from _down(line, part, ink)
        return
    x = line.x
    for run in line.runs:
        yield TextRun(Layer.TEXT, part, Point(x, line.y), run, ink)
        x += run.width


def _down(line: Line, part: int, ink: Ink) -> Iterator[TextRun]:
    y = line.y
    for run, stand in zip(line.runs, line.stands, strict=True):
        if stand.kind == "upright":
            yield TextRun(Layer.TEXT, part, Point(line.x, y), run, ink, vertical=True)
        elif stand.kind == "across":
            start = Point(line.x - run.width // 2, y + ascent(run.size))
            yield TextRun(Layer.TEXT, part, start, run, ink)
        else:
            start = Point(line.x - run.size * _TURNED_BASELINE // 1000, y)
            yield TextRun(Layer.TEXT, part, start, run, ink, turned=True)
        y += stand.length


def cells_of(line: Line) -> list[tuple[Length, Length]]:
    """Where each character of a line begins along it and how far it goes; of some drawn as one the first has all."""
    found: list[tuple[Length, Length]] = []
    at = line.y if line.stands else line.x
    for index, run in enumerate(line.runs):
        stand = line.stands[index] if line.stands else None
        lengths = [stand.length] + [0] * (len(run.text) - 1) if stand and stand.kind == "across" else _lengths(run)
        for length in lengths:
            found.append((at, length))
            at += length
    return found


def _lengths(run: Glyphs) -> list[Length]:
    if not run.clusters:
        return list(run.advances)
    lengths = [0] * len(run.text)
    for at, advance in zip(run.clusters, run.advances, strict=True):
        lengths[at] = advance
    return lengths
