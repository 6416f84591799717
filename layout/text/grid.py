"""The strict character grid (纵横对齐): every Han in a cell, a Western run padded to whole cells (CLREQ 3.2.5).

A line is filled cell by cell and never opened or squeezed. A word that runs over the end is cut there, a number goes
down whole; of several marks that would start a line the first hangs beyond it, the others may start it; an opening mark
goes down. Cells that are left stay white.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from layout.text.classes import FULL_WIDTH_SYMBOLS, classify
from layout.text.justify import SetLine
from layout.text.measure import Measured

_UNIT = re.compile(r"W[W_]*(?<=W)|D{2}|E{2}|x+|Hh*|.", re.DOTALL)
_WORD_OR_UNIT = re.compile(r"W+|D{2}|E{2}|x+|Hh*|.", re.DOTALL)
_LETTERS = re.compile("[^\\W\\d]")
_HANGING = "CPSX"
_NO_START = "xNnTL"


def grid_cells(text: str) -> tuple[tuple[str, int], ...]:
    """The units of a text with the cells each fills: half an em a Western letter, an em a full-width symbol."""
    letters = classify(text)
    found = []
    for unit in _WORD_OR_UNIT.finditer(letters):
        part = text[unit.start() : unit.end()]
        if unit[0][0] == "W":
            halves = sum(2 if character in FULL_WIDTH_SYMBOLS else 1 for character in part)
            found.append((part, _padded(halves, 2)))
        else:
            found.append((part, _cells_of(unit[0])))
    return tuple(found)


def _cells_of(letters: str) -> int:
    """The cells of anything but a Western run; ？！ together take one, three and more take two (GB/T 15834 5.1.2)."""
    return 2 if letters in {"DD", "EE"} or (letters[0] == "x" and len(letters) > 2) else 1


def _padded(width: int, em: int) -> int:
    """Cells that hold a Western run with more than nothing and at most half an em of white on each side."""
    return width // em + 1


def grid_breaks(measured: Measured, measure: Callable[[int], int]) -> list[int]:
    """The ends of a paragraph's lines; `measure(n)` is the width of the n-th."""
    units = [_unit(measured, *found.span()) for found in _UNIT.finditer(measured.letters)]
    ends: list[int] = []
    at = 0
    while at < len(units):
        room = max(measure(len(ends)) // measured.em, 1)
        end = _filled(measured, units, at, room)
        ends.append(end)
        while at < len(units) and units[at].end <= end:
            at += 1
        if at < len(units) and units[at].start < end:
            units[at] = _unit(measured, end, units[at].end)
    return ends


class _Unit(Struct, frozen=True):
    """What stands in whole cells together: characters `start` to `end`, and their class letter."""

    start: int
    end: int
    letter: str
    cells: int


def _unit(measured: Measured, start: int, end: int) -> _Unit:
    letter = measured.letters[start]
    if letter == "W":
        return _Unit(start, end, letter, _padded(sum(measured.width[start:end]), measured.em))
    if letter in "_g":
        return _Unit(start, end, letter, 0)
    return _Unit(start, end, letter, _cells_of(measured.letters[start:end]))


def _filled(measured: Measured, units: list[_Unit], first: int, room: int) -> int:
    """Where a line of `room` cells that begins with the unit `first` ends."""
    used, at = 0, first
    while at < len(units) and used + units[at].cells <= room:
        used += units[at].cells
        at += 1
    if at == len(units):
        return units[-1].end
    over, before = units[at], units[at - 1]
    if over.letter == "W" and (at == first or _LETTERS.search(measured.text, over.start, over.end)):
        return _cut(measured, over, room - used, alone=at == first)
    if over.letter in _HANGING and at > first and before.letter not in "OCPSXx":
        return over.end
    kept = at
    while kept > first and (units[kept - 1].letter == "O" or units[kept].letter in _NO_START):
        kept -= 1
    return units[max(kept if kept > first else at, first + 1) - 1].end


def _cut(measured: Measured, word: _Unit, room: int, *, alone: bool) -> int:
    """How far a word goes in the cells left: as far as it fits, on a line of its own at least a letter."""
    width, end = 0, word.start
    while end < word.end and _padded(width + measured.width[end], measured.em) <= room:
        width += measured.width[end]
        end += 1
    end = max(end, word.start + 1) if alone else end
    # The spaces where it is cut go with the line before.
    while word.start < end < word.end and measured.letters[end] == "_":
        end += 1
    return end


def grid_line(measured: Measured, start: int, end: int, width: int) -> SetLine:
    """A line's characters in their cells; a mark beyond the width hangs."""
    advances = measured.width[start:end]
    shifts = {at: dx for at, dx in measured.row.shift.items() if start <= at < end}
    for found in _UNIT.finditer(measured.letters, start, end):
        unit = _unit(measured, *found.span())
        spare = unit.cells * measured.em - sum(advances[unit.start - start : unit.end - start])
        before = spare // 2 if unit.letter in "WTLn" else 0
        advances[unit.start - start] += before
        advances[unit.end - start - 1] += spare - before
        if before:
            shifts[unit.start] = shifts.get(unit.start, 0) + before
    natural = sum(advances)
    hung = max(0, natural - width) if measured.letters[end - 1] in _HANGING else 0
    return SetLine(advances, dict(sorted(shifts.items())), natural - hung, 0)
