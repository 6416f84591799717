"""Standing subheads (插题): whole lines of the grid, on a band, on a plate or plain, with text under them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layout.geometry import Rect, Slot
from layout.plan.model import Plate
from layout.plan.type import TypeCase
from layout.style.model import PaperStyle, SubheadStyle, TypeStyle
from layout.text.model import Line, Prose
from layout.text.pour import pour
from layout.text.words import width_of
from layout.units import Length, ascent

# More rows than a subhead has.
_MOST_ROWS = 4
# The white inside a band's lines above and below it, and round a plate's words, in thousandths of line and size.
_BAND_WHITE, _PLATE_SIDE, _PLATE_HEIGHT = 450, 700, 1700
# The middle of a Han face's em box above its baseline, in thousandths.
_MIDDLE = 380


class Subhead(Struct, frozen=True):
    """A subhead about to be set in a column: its words and its looks."""

    prose: Prose
    look: SubheadStyle
    style: TypeStyle

    @property
    def _side(self) -> Length:
        """What a plate keeps free at each side of its words."""
        return self.style.size * _PLATE_SIDE // 1000 if self.look.look == "plate" else 0

    def rows(self, measure: Length) -> int:
        """How many rows its words take."""
        return len(pour((self.prose,), [Slot(0, 0, measure - 2 * self._side)] * _MOST_ROWS).placed)

    def lines(self, measure: Length) -> int:
        """How many body lines it takes: those of the style, and one for every further row."""
        return self.look.lines + self.rows(measure) - 1

    def placed(self, slots: Sequence[Slot], paper: PaperStyle) -> tuple[Line, ...]:
        """Its rows in the middle of the lines that are its own."""
        rows = self.rows(slots[0].width)
        down = (len(slots) - rows) * paper.leading // 2 + self._sunk(paper)
        raised = [Slot(s.x + self._side, s.baseline + down, s.width - 2 * self._side) for s in slots[:rows]]
        return pour((self.prose,), raised).placed

    def _sunk(self, paper: PaperStyle) -> Length:
        """How much lower larger words stand to be in the middle of their band or plate."""
        return 0 if self.look.look == "plain" else (self.style.size - paper.body_size) * _MIDDLE // 1000

    def plate(self, slots: Sequence[Slot], rows: Sequence[Line], cell: Rect) -> Plate | None:
        """What it stands on; `cell` holds the lines that are its own."""
        look = self.look
        if look.look == "plain" or not rows:
            return None
        if look.look == "band":
            white = cell.height // len(slots) * _BAND_WHITE // 1000 if len(slots) > 1 else 0
            return Plate(Rect(cell.x, cell.y + white, cell.width, cell.height - 2 * white), look.fill)
        left = min(line.x for line in rows) - self._side
        width = max(width_of(line.runs) for line in rows) + 2 * self._side
        over = (self.style.size * _PLATE_HEIGHT // 1000 - self.style.size) // 2
        top = rows[0].slot.baseline - ascent(self.style.size) - over
        height = rows[-1].slot.baseline - rows[0].slot.baseline + self.style.size + 2 * over
        return Plate(Rect(left, top, width, height), look.fill)


def subhead(text: str, look: SubheadStyle, case: TypeCase) -> Subhead:
    """A subhead in the looks of its level."""
    style = case.style.types[look.type]
    return Subhead(Prose(text, case.font(style), case.headline_setting, style.align), look, style)


def cell_of(slots: Sequence[Slot], style: PaperStyle) -> Rect:
    """The cells of some lines of a column."""
    top = slots[0].baseline - style.baseline
    return Rect(slots[0].x, top, slots[0].width, slots[-1].baseline - slots[0].baseline + style.leading)
