"""Which inks print over what lies under them (ISO 32000-1, 8.6.7; Ghent Workgroup 2015, 4.10 to 4.13).

Solid black type and rules overprint, so that no paper shows at their edges when plates are out of register. Everything
else knocks out: white above all, and tints, which would let show through what they cover.
"""

from __future__ import annotations

from msgspec import Struct

from layout.display.items import Box
from layout.ink import BLACK, Ink
from layout.units import POINT

# A filled box thinner than this is a rule.
_THIN = 2 * POINT


def overprints(ink: Ink | None) -> bool:
    """Whether an ink prints over others: solid black alone."""
    return ink == BLACK


def fill_overprints(box: Box) -> bool:
    """Whether a box's fill does: only one so thin that it is a rule."""
    return overprints(box.fill) and min(box.rect.width, box.rect.height) < _THIN


class Overprint(Struct, frozen=True):
    """A graphics state: whether fills and strokes overprint."""

    fill: bool
    stroke: bool

    @property
    def resource(self) -> str:
        """Its name in the resources."""
        return f"O{int(self.fill)}{int(self.stroke)}"


KNOCKING_OUT = Overprint(fill=False, stroke=False)
STATES = tuple(Overprint(fill, stroke) for fill in (False, True) for stroke in (False, True))
