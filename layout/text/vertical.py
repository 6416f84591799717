"""Vertical setting: the forms characters take, and words set from top to bottom (CLREQ 3.1.2, 3.2.3; GB/T 15834 5.2).

Curly quotes become corner brackets; ，。：；？！ stay upright in the upper right of their cell (against UAX #50,
which turns ：；); brackets, dashes and ellipses take their vertical forms; short digit runs stand upright side by
side.
"""

from __future__ import annotations

from typing import Literal

from layout.display.items import Glyphs
from layout.style.model import Setting
from layout.text.classes import classify
from layout.text.glyphs import line_glyphs
from layout.text.justify import set_line
from layout.text.lines import line_sums
from layout.text.measure import measure
from layout.text.model import Font, Prose
from layout.text.words import tracked

Orientation = Literal["upright", "upright-corner", "rotated-form", "rotated"]

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


def set_vertical_words(text: str, font: Font, setting: Setting) -> tuple[Glyphs, ...]:
    """One unjustified vertical line; the advances of its runs go downwards."""
    if not text:
        return ()
    shown = corner_quotes(text)
    sums = line_sums(measure(Prose(shown, font, setting), vertical=True))
    line = set_line(sums, 0, len(shown), sums.natural[-1], justify=False)
    return line_glyphs(sums.measured.row, shown, (0, len(shown)), tracked(line.advances, font), {})[0]
