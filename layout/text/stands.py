"""How the characters of a vertical line stand: upright, side by side in a cell, or turned (CLREQ 3.2.3).

A vertical line is cut into stretches of one stand. An upright stretch is shaped with the face's vertical forms; short
numbers and pairs of ？！ are set across the line in one cell; Western words are turned clockwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from layout.assets.shaped import Shaped
from layout.display.items import Glyphs
from layout.text.classes import EXCLAMATIONS, classify
from layout.text.model import StandKind, Typeface
from layout.units import ASCENT, Length

# A word with the spaces inside it, or a solidus, which upright would reach its neighbours; what stands side by side
# in one cell; everything else.
_STRETCH = re.compile(r"(?P<turned>W[W_]*(?<=W)|L)|(?P<across>Hh+|xx)|(?P<upright>(?:[^WLxh](?!h))+|[^WL])")
_QUOTES = str.maketrans({"“": "『", "”": "』", "‘": "「", "’": "」"})


def corner_quotes(text: str) -> str:
    """Curly quotes as corner brackets: double outside, single inside (GB/T 15834 5.2.3)."""
    turned = text.translate(_QUOTES)
    if turned == text:
        return text
    letters = classify(text)
    # An apostrophe is Western and stays.
    return "".join(old if letter == "W" else new for old, new, letter in zip(text, turned, letters, strict=True))


def stretches(letters: str, start: int, end: int) -> Iterator[tuple[int, int, StandKind]]:
    """The stretches of one stand between two positions of a paragraph, given by its class letters."""
    for found in _STRETCH.finditer(letters, start, end):
        kind: StandKind = "turned" if found["turned"] else "across" if found["across"] else "upright"
        yield *found.span(), kind


def across(face: Typeface, text: str, size: Length) -> tuple[Shaped, list[Length], int]:
    """What stands side by side in a cell: glyphs, advances of an em at most together, horizontal scale in per mille.

    Digits wider than the cell are condensed; of ？！ each half of a glyph is white already.
    """
    shaped = face.shape(text)
    per_em, wide = face.units_per_em, sum(shaped.advances)
    if text[0] in EXCLAMATIONS:
        return shaped, [size // 2] * len(text), 1000
    if wide <= per_em:
        return shaped, [units * size // per_em for units in shaped.advances], 1000
    advances = [units * size // wide for units in shaped.advances]
    advances[-1] += size - sum(advances)
    return shaped, advances, per_em * 1000 // wide


def lowered(run: Glyphs, face: Typeface) -> Glyphs:
    """An upright run: what moves a mark along its line moves it down; glyphs hung elsewhere are put in their cell."""
    moved = {index: dx for index, dx, _ in run.shifts}
    for index, glyph in enumerate(run.ids):
        above = face.vertical_origin(glyph) * 1000 // face.units_per_em - ASCENT
        if above:
            moved[index] = moved.get(index, 0) + above * run.size // 1000
    return replace(run, shifts=tuple((index, 0, dy) for index, dy in sorted(moved.items()) if dy))
