"""One line of display text in its natural state: folio, caption credit, nameplate, label, headline."""

from __future__ import annotations

from collections.abc import Sequence

from layout.display.items import Glyphs
from layout.style.model import Setting
from layout.text.classes import RIGHT, open_joints
from layout.text.glyphs import line_glyphs
from layout.text.justify import set_line
from layout.text.lines import line_sums
from layout.text.measure import measure
from layout.text.model import Font, Prose
from layout.units import Length

_CLINGS_AFTER, _CLINGS_BEFORE = "O", f"{RIGHT}h"


def set_words(text: str, font: Font, setting: Setting) -> tuple[Glyphs, ...]:
    """The glyph runs of one unjustified line, marks set by the style, the font's tracking between characters."""
    if not text:
        return ()
    sums = line_sums(measure(Prose(text, font, setting)))
    line = set_line(sums, 0, len(text), sums.natural[-1], justify=False)
    return line_glyphs(
        sums.measured.row, text, (0, len(text)), tracked(line.advances, font, sums.measured.letters), line.shifts
    )[0]


def tracked(advances: list[int], font: Font, letters: str) -> list[int]:
    """Advances opened by the font's tracking (per mille of an em), but where a mark stays with its word."""
    extra = font.em * font.tracking // 1000
    if not extra:
        return advances
    return [advance + extra * opened for advance, opened in zip(advances, tracked_joints(letters), strict=True)]


def tracked_joints(letters: str) -> bytes:
    """1 for every character of a line of class letters that is tracked: not before or after the mark that clings to it.

    The white of a mark is its own (CLREQ 3.1.6); letter-space before it would have it lean on the next word.
    """
    return open_joints(letters, _CLINGS_AFTER, _CLINGS_BEFORE) + b"\0" * bool(letters)


def width_of(runs: Sequence[Glyphs]) -> Length:
    """The width of runs standing one after another."""
    return sum(run.width for run in runs)


def distribute(text: str, font: Font, width: Length) -> tuple[Length, ...]:
    """Characters spread evenly over a width, first and last at its edges (均排, CLREQ 3.5.3); advances by character."""
    em = font.em
    if len(text) < 2:
        return (em,) * len(text)
    each, over = divmod(width - len(text) * em, len(text) - 1)
    return (*tuple(em + each + (number < over) for number in range(len(text) - 1)), em)
