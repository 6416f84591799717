"""Vertical setting: the forms characters take, and words set from top to bottom (CLREQ 3.1.2, 3.2.3; GB/T 15834 5.2).

Curly quotes become corner brackets; ，。：；？！ stay upright in the upper right of their cell (against UAX #50,
which turns ：；); brackets, dashes and ellipses take their vertical forms; short digit runs stand upright side by
side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from layout.display.items import Glyphs
from layout.style.model import Setting
from layout.text.classes import classify
from layout.text.glyphs import line_glyphs
from layout.text.justify import set_line
from layout.text.lines import line_sums
from layout.text.measure import measure
from layout.text.model import Font, Prose, Typeface
from layout.text.words import set_words, tracked, width_of
from layout.units import Length

Orientation = Literal["upright", "upright-corner", "rotated-form", "rotated"]

# A Han cell in vertical text begins this much above its horizontal baseline, in thousandths of an em.
VERTICAL_ASCENT = 880

_QUOTES = str.maketrans({"“": "『", "”": "』", "‘": "「", "’": "」"})
_CORNER = "，、。．！？：；"
_TURNED = "（）《》〈〉【】〖〗〔〕［］｛｝「」『』—⸺…⋯～–／"


def display_form(text: str, setting: Setting) -> tuple[str, list[Orientation]]:
    """The characters as they are shown in vertical text, and how each of the source stands."""
    letters = classify(text, vertical=True, upright_digits=setting.upright_digits)
    orientations = [orientation(character, letter) for character, letter in zip(text, letters, strict=True)]
    return corner_quotes(text), orientations


def corner_quotes(text: str) -> str:
    """Curly quotes as corner brackets: double outside, single inside (GB/T 15834 5.2.3)."""
    letters = classify(text)
    turned = text.translate(_QUOTES)
    # An apostrophe is Western and stays.
    return "".join(old if letter == "W" else new for old, new, letter in zip(text, turned, letters, strict=True))


def orientation(character: str, letter: str) -> Orientation:
    """How a character stands in vertical text."""
    if character in _CORNER:
        return "upright-corner"
    if character in _TURNED:
        return "rotated-form"
    return "rotated" if letter == "W" else "upright"


@dataclass(frozen=True, slots=True)
class VerticalPiece:
    """A stretch of a vertical line: upright characters, digits side by side in one cell (`across`), or a word turned.

    `length` is how far it goes down the line; runs of an upright piece advance downwards, the others' along the word.
    """

    kind: Literal["upright", "across", "turned"]
    runs: tuple[Glyphs, ...]
    length: Length


def set_vertical_words(text: str, font: Font, setting: Setting) -> tuple[VerticalPiece, ...]:
    """One unjustified vertical line, in the order it is read (CLREQ 3.2.3: short numbers upright, words turned).

    The font's stretch is along the line: a condensed line is shorter, its characters as broad as ever.
    """
    shown = corner_quotes(text)
    letters = classify(shown, vertical=True, upright_digits=setting.upright_digits)
    flat = _flattened(font)
    pieces = []
    for found in _PIECE.finditer(letters):
        part = shown[found.start() : found.end()]
        if found[0][0] == "W":
            pieces.append(_turned(part, font, setting, between=_sides(letters, *found.span())))
        elif part.isascii() and part.strip():
            pieces.append(_across(part, flat, setting))
        else:
            pieces.append(_upright(part, flat, setting))
    return tuple(pieces)


def _flattened(font: Font) -> Font:
    """The font whose upright characters are as long as the stretch says and still as broad as the size."""
    return replace(font, size=font.size * font.stretch // 1000, stretch=1_000_000 // font.stretch)


# A western run with the spaces inside it; a number or letter that stands upright; everything else.
_PIECE = re.compile(r"W[W_]*(?<=W)|Hh+|(?:[^Wh](?!h))+|[^W]")


def length_of(pieces: Sequence[VerticalPiece]) -> Length:
    """How long a vertical line is."""
    return sum(piece.length for piece in pieces)


def _sides(letters: str, start: int, end: int) -> int:
    """How many sides of a turned word touch Han."""
    return (start > 0 and letters[start - 1] == "H") + (end < len(letters) and letters[end] == "H")


def _upright(text: str, font: Font, setting: Setting) -> VerticalPiece:
    sums = line_sums(measure(Prose(text, font, setting), vertical=True))
    line = set_line(sums, 0, len(text), sums.natural[-1], justify=False)
    advances = tracked(line.advances, font, vertical=True)
    runs, _ = line_glyphs(sums.measured.row, text, (0, len(text)), advances, line.shifts)
    faces = {face.key: face for face in font.faces}
    return VerticalPiece("upright", tuple(_lowered(run, faces[run.face]) for run in runs), sum(advances))


def _lowered(run: Glyphs, face: Typeface) -> Glyphs:
    """What moves a mark along its line moves it down here; glyphs whose cell begins elsewhere are put into theirs."""
    moved = {index: dx for index, dx, _ in run.shifts}
    for index, glyph in enumerate(run.ids):
        above = face.vertical_origin(glyph) * 1000 // face.units_per_em - VERTICAL_ASCENT
        if above:
            moved[index] = moved.get(index, 0) + above * run.size // 1000
    return replace(run, shifts=tuple((index, 0, dy) for index, dy in sorted(moved.items()) if dy))


def _across(text: str, font: Font, setting: Setting) -> VerticalPiece:
    """Digits side by side in a cell, condensed when they are wider (直排内横排)."""
    runs = set_words(text, replace(font, tracking=0), setting)
    if width_of(runs) > font.em():
        stretch = font.stretch * font.em() // width_of(runs)
        runs = set_words(text, replace(font, tracking=0, stretch=stretch), setting)
    return VerticalPiece("across", runs, font.size + font.size * font.tracking // 1000)


def _turned(text: str, font: Font, setting: Setting, *, between: int) -> VerticalPiece:
    runs = set_words(text, font, setting)
    return VerticalPiece("turned", runs, width_of(runs) + between * int(setting.gap * font.size))
