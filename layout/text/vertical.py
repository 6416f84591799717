"""Vertical setting: the forms characters take, and words set from top to bottom (CLREQ 3.1.2, 3.2.3; GB/T 15834 5.2).

Curly quotes become corner brackets; ，。：；？！ stay upright in the upper right of their cell (against UAX #50,
which turns ：；); brackets, dashes and ellipses take their vertical forms; short digit runs stand upright side by
side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from layout.display.items import Glyphs
from layout.style.model import Setting
from layout.text.classes import classify
from layout.text.glyphs import line_glyphs, line_stands
from layout.text.justify import set_line
from layout.text.lines import line_sums
from layout.text.measure import measure
from layout.text.model import Font, Prose, StandKind
from layout.text.stands import corner_quotes
from layout.text.words import tracked
from layout.units import Length

Orientation = Literal["upright", "upright-corner", "rotated-form", "rotated"]

_CORNER = "，、。．！？：；"
_TURNED = "（）《》〈〉【】〖〗〔〕［］｛｝「」『』—⸺…⋯～–／"


def display_form(text: str, setting: Setting) -> tuple[str, list[Orientation]]:
    """The characters as they are shown in vertical text, and how each of the source stands."""
    letters = classify(text, vertical=True, upright_digits=setting.upright_digits, turn_digits=setting.turn_digits)
    orientations = [orientation(character, letter) for character, letter in zip(text, letters, strict=True)]
    return corner_quotes(text), orientations


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

    kind: StandKind
    runs: tuple[Glyphs, ...]
    length: Length


def set_vertical_words(text: str, font: Font, setting: Setting) -> tuple[VerticalPiece, ...]:
    """One unjustified vertical line, in the order it is read (CLREQ 3.2.3: short numbers upright, words turned)."""
    sums = line_sums(measure(Prose(text, font, setting), vertical=True))
    line = set_line(sums, 0, len(text), sums.natural[-1], justify=False)
    advances = tracked(line.advances, font)
    row, span = sums.measured.row, (0, len(text))
    runs, _ = line_glyphs(row, text, span, advances, line.shifts)
    stands = line_stands(row, span, advances)
    return tuple(VerticalPiece(stand.kind, (run,), stand.length) for run, stand in zip(runs, stands, strict=True))


def length_of(pieces: Sequence[VerticalPiece]) -> Length:
    """How long a vertical line is."""
    return sum(piece.length for piece in pieces)
