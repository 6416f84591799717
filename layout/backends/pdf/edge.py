"""From the lengths of a page to those of the file."""

from __future__ import annotations

from msgspec import Struct

from layout.backends.pdf.numbers import number
from layout.geometry import Rect
from layout.units import POINT, Length


class Edge(Struct, frozen=True):
    """How high a page's trim is and what lies round it: what turns lengths of the page into those of the file."""

    height: Length
    around: Length

    def rect(self, rect: Rect) -> str:
        """A rectangle of the page in the file's coordinates."""
        foot = self.height + self.around
        corners = (rect.x + self.around, foot - rect.bottom, rect.right + self.around, foot - rect.y)
        return f"[{' '.join(number(corner / POINT) for corner in corners)}]"
