"""Words set from top to bottom in a line of their own (CLREQ 3.1.2, 3.2.3; GB/T 15834 5.2)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layout.display.items import Glyphs
from layout.style.model import Setting
from layout.text.glyphs import line_glyphs, line_stands
from layout.text.justify import set_line
from layout.text.lines import line_sums
from layout.text.measure import measure
from layout.text.model import Font, Prose, StandKind
from layout.text.words import tracked
from layout.units import Length


class VerticalPiece(Struct, frozen=True):
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
    advances = tracked(line.advances, font, sums.measured.letters)
    row, span = sums.measured.row, (0, len(text))
    runs, _ = line_glyphs(row, text, span, advances, line.shifts)
    stands = line_stands(row, span, advances)
    return tuple(VerticalPiece(stand.kind, (run,), stand.length) for run, stand in zip(runs, stands, strict=True))


def length_of(pieces: Sequence[VerticalPiece]) -> Length:
    """How long a vertical line is."""
    return sum(piece.length for piece in pieces)
