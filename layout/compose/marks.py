"""Marks drawn with characters: emphasis dots, lines under names and titles, frames (GB/T 15834 4.16, 4.17; CLREQ 3.3).

They stand in the white between lines and never change a line's breaks or widths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from layout.display.items import Box, Glyphs, Item, Layer, Rule, Wave
from layout.edition.model import Emphasis, Stretch
from layout.geometry import Point, Rect
from layout.ink import Ink
from layout.text.classes import classify
from layout.text.model import Line
from layout.units import Length

# In thousandths of an em: how far below the baseline a line under a name lies, its weight, its distance from another.
_UNDER, _WEIGHT, _CLEAR = 190, 45, 50
_DOT, _DOT_BELOW = 130, 150
_ASCENT, _DESCENT = 890, 130


def mark_items(line: Line, stretches: Iterable[Stretch], part: int, ink: Ink) -> Iterator[Item]:
    """The marks of the stretches that touch a line."""
    cells = _cells(line)
    size = line.runs[0].size if line.runs else 0
    for stretch in stretches:
        first, last = max(stretch.start, line.start), min(stretch.end, line.end)
        if first >= last:
            continue
        own = cells[first - line.start : last - line.start]
        text = "".join(run.text for run in line.runs)[first - line.start : last - line.start]
        yield from _drawn(stretch.emphasis, text, own, (line.slot.baseline, size), part, ink)


def _drawn(
    emphasis: Emphasis,
    text: str,
    cells: Sequence[tuple[Length, Length]],
    place: tuple[Length, Length],
    part: int,
    ink: Ink,
) -> Iterator[Item]:
    baseline, em = place
    left, right = cells[0][0], cells[-1][0] + cells[-1][1]
    clear, y = em * _CLEAR // 1000, baseline + em * _UNDER // 1000
    weight = em * _WEIGHT // 1000
    if emphasis is Emphasis.DOTS:
        yield from _dots(text, cells, place, part, ink)
    elif emphasis is Emphasis.NAME:
        yield Rule(Layer.MARKS, part, Point(left + clear, y), Point(right - clear, y), weight, ink)
    elif emphasis is Emphasis.TITLE:
        yield Wave(Layer.MARKS, part, Point(left + clear, y), right - left - 2 * clear, em // 5, weight, ink)
    elif emphasis is Emphasis.DECEASED:
        top = baseline - em * _ASCENT // 1000
        rect = Rect(left, top, right - left, em * (_ASCENT + _DESCENT) // 1000)
        yield Box(Layer.MARKS, part, rect, stroke=ink, weight=weight)


def _dots(
    text: str, cells: Sequence[tuple[Length, Length]], place: tuple[Length, Length], part: int, ink: Ink
) -> Iterator[Item]:
    """A dot under every Han; punctuation has none (GB/T 15834 4.16.3.1)."""
    baseline, em = place
    size = em * _DOT // 1000
    for letter, (x, width) in zip(classify(text), cells, strict=True):
        if letter == "H":
            middle = x + min(width, em) // 2
            rect = Rect(middle - size // 2, baseline + em * _DOT_BELOW // 1000, size, size)
            yield Box(Layer.MARKS, part, rect, fill=ink, radius=size // 2)


def _cells(line: Line) -> list[tuple[Length, Length]]:
    """Left edge and width of every character of a line; of characters drawn as one, the first has all of it."""
    found: list[tuple[Length, Length]] = []
    x = line.x
    for run in line.runs:
        widths = _widths(run)
        for width in widths:
            found.append((x, width))
            x += width
    return found


def _widths(run: Glyphs) -> list[Length]:
    if not run.clusters:
        return list(run.advances)
    widths = [0] * len(run.text)
    for at, advance in zip(run.clusters, run.advances, strict=True):
        widths[at] = advance
    return widths
