"""The natural state of a paragraph: every character's width by the punctuation style, pairs reduced, gaps in place.

Widths are ints of the smallest unit (EMU; in the tests any). A mark is a half-em body with a removable blank on one
side (CLREQ 3.1.2, 3.1.6): the left of an opening mark, the right of the others. Everything is kept per character, so
that a line is a slice.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from layout.style.model import Setting
from layout.text.classes import IDEOGRAPHIC_SPACE, MARKS, NUMBER_UNIT, RIGHT, classify
from layout.text.glyphs import GlyphRow, glyph_row
from layout.text.model import Prose

_HAN_WEST = re.compile(r"(?<=H)(?=W)|(?<=W)(?=H)")
_MARK_PAIR = re.compile(rf"(?=[{MARKS}][{MARKS}])")
_NESTED = re.compile(rf"(?=OO|C[{RIGHT}])")
# White that a single quote keeps towards the mark beside it, in thousandths of an em.
_NESTED_WHITE = 100
_MARK = re.compile(rf"[{MARKS}]")
# In vertical text these marks keep their full em (CLREQ 3.1.6.1).
_UPRIGHT_MARKS = "：；？！"


class Measured(Struct):
    """A paragraph measured. All lists have one entry a character.

    `width` is the natural advance, blanks and the following gap included; `left`/`right` the removable blanks
    (negative where a mark gave up more than its blank beside another),
    `gap` the Han–Western gap or word space after the character. `fixed` are marks whose blank may not be touched.
    `shared` is what a mark's right blank lost to the mark after it, which it has again when a line ends between them.
    """

    text: str
    letters: str
    em: int
    setting: Setting
    row: GlyphRow
    width: list[int]
    left: dict[int, int] = field(default_factory=dict)
    right: dict[int, int] = field(default_factory=dict)
    gap: dict[int, int] = field(default_factory=dict)
    spaces: dict[int, int] = field(default_factory=dict)
    fixed: set[int] = field(default_factory=set)
    shared: dict[int, int] = field(default_factory=dict)

    def blank_at_end(self, at: int) -> int:
        """The right blank a mark has when a line ends with it (CLREQ 3.1.6.3), before anything is squeezed."""
        return 0 if self.setting.line_end == "half" else self.right[at] + self.shared.get(at, 0)


def measure(prose: Prose, *, vertical: bool = False) -> Measured:
    """Measure a paragraph in its natural state."""
    setting = prose.setting
    letters = classify(
        prose.text, vertical=vertical, upright_digits=setting.upright_digits, turn_digits=setting.turn_digits
    )
    em = prose.font.size if vertical else prose.font.size * prose.font.stretch // 1000
    row = glyph_row(prose, letters, vertical=vertical)
    measured = Measured(prose.text, letters, em, setting, row, list(row.cells))
    if setting.punctuation != "plain" and not setting.grid:
        _set_blanks(measured, vertical)
        _reduce_pairs(measured)
        if not vertical and ("‘" in prose.text or "’" in prose.text):
            _close_holes(measured)
    _set_gaps(measured)
    return measured


def _set_blanks(measured: Measured, vertical: bool) -> None:
    """Give each mark its blank by the style (typography facts 2.4)."""
    style, half = measured.setting.punctuation, measured.em // 2
    full = style in {"quanshen", "hangmo"}
    for found in _MARK.finditer(measured.letters):
        at, letter = found.start(), found[0]
        if at in measured.row.untrimmable or (vertical and measured.text[at] in _UPRIGHT_MARKS):
            measured.fixed.add(at)
            if at not in measured.row.untrimmable:
                measured.width[at] = measured.em
            continue
        blank = half if full or (letter in "SX" and style == "kaiming") else 0
        side = measured.left if letter == "O" else measured.right
        side[at] = blank
        measured.width[at] = half + blank


def _reduce_pairs(measured: Measured) -> None:
    """Marks that stand together share a blank (CLREQ 3.1.6.2; kaiming: every mark but the last is half an em)."""
    style, letters = measured.setting.punctuation, measured.letters
    if style == "hangmo":
        return
    for found in _MARK_PAIR.finditer(letters):
        first, second = found.start(), found.start() + 1
        if first in measured.fixed or second in measured.fixed:
            continue
        if letters[second] in RIGHT:
            if letters[first] in RIGHT:
                _drop(measured, measured.right, first)
        elif letters[first] == "O" or style == "quanshen":
            _drop(measured, measured.left, second)
        else:
            _drop(measured, measured.right, first)


def _close_holes(measured: Measured) -> None:
    """A single quote beside another mark gives up what its half em has of white beyond that of its neighbour.

    “‘ and ’” are half an em each (CLREQ 3.1.6.2), but a single quote's ink fills less than a third of it.
    """
    text, letters, em = measured.text, measured.letters, measured.em
    for found in _NESTED.finditer(letters):
        first, second = found.start(), found.start() + 1
        at, side = (second, measured.left) if letters[second] == "O" else (first, measured.right)
        if text[at] not in "‘’" or first in measured.fixed or second in measured.fixed:
            continue
        face = next(face for start, end, face, *_ in measured.row.pieces if start <= at < end)
        left, _, right, _ = face.ink(text[at])
        white = left - face.units_per_em // 2 if text[at] == "‘" else face.units_per_em // 2 - right
        over = max(white * em // face.units_per_em - em * _NESTED_WHITE // 1000, 0)
        side[at] -= over
        measured.width[at] -= over


def _drop(measured: Measured, side: dict[int, int], at: int) -> None:
    if side is measured.right:
        measured.shared[at] = side[at]
    measured.width[at] -= side[at]
    side[at] = 0


def _set_gaps(measured: Measured) -> None:
    """Quarter-em gaps between Han and Western (CLREQ 3.2.2), word spaces, and typed spaces replaced by the gap."""
    setting, em = measured.setting, measured.em
    natural = int(setting.gap * em)
    letters = measured.letters
    if setting.grid:
        return
    if "W" in letters:
        for found in _HAN_WEST.finditer(letters):
            at = found.start() - 1
            measured.width[at] += natural
            # Nothing inside a unit that is kept together is opened or squeezed.
            if not (setting.keep_units and NUMBER_UNIT.match(measured.text, at + 1)):
                measured.gap[at] = natural
    for at, letter in enumerate(letters) if "g" in letters or "_" in letters else ():
        if letter == "g":
            measured.gap[at] = measured.width[at] = natural if letters[at - 1] != "g" else 0
        elif letter == "_":
            measured.spaces[at] = measured.width[at] = int(setting.word_space * em)
    at = measured.text.find(IDEOGRAPHIC_SPACE, 1)
    while at > 0:
        measured.spaces[at] = measured.width[at] - measured.gap.get(at, 0)
        at = measured.text.find(IDEOGRAPHIC_SPACE, at + 1)
