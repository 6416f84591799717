"""What makes a PDF one for the press or the archive, and its output intent.

PDF/X-4 (ISO 15930-7), PDF/X-1a:2003 (ISO 15930-4), or PDF/A-2a (ISO 19005-2) that is PDF/UA-1 (ISO 14289-1) as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from layout.assets.profiles import Profile
from layout.assets.separation import Separated
from layout.style.press import Standard
from layout.units import Length

Conforming: TypeAlias = Standard | Literal["a2a"]


class Conformance(Struct, frozen=True):
    """A standard's own values: the PDF version, its name in Info (None: it has none there), and what it allows.

    `intent` is the sort of its output intent; with `tagged` the pages carry their structure.
    """

    version: tuple[int, int]
    named: str
    in_info: bool
    transparency: bool
    intent: str = "GTS_PDFX"
    tagged: bool = False


CONFORMANCE: Mapping[Conforming, Conformance] = {
    "x4": Conformance((1, 6), "PDF/X-4", in_info=False, transparency=True),
    "x1a": Conformance((1, 4), "PDF/X-1a:2003", in_info=True, transparency=False),
    "a2a": Conformance((1, 7), "PDF/A-2a", in_info=False, transparency=True, intent="GTS_PDFA1", tagged=True),
}


class Intent(Struct, frozen=True):
    """The printing condition that a file is made for."""

    profile: Profile
    condition: str
    info: str
    registered: bool


class Printing(Struct, frozen=True):
    """How pages are written for the press. `pictures` are the separated ones; `margin` lies outside the bleed."""

    standard: Conforming
    intent: Intent
    pictures: Mapping[str, Separated] = field(default_factory=dict)
    margin: Length = 0

    @property
    def conformance(self) -> Conformance:
        """The standard's values."""
        return CONFORMANCE[self.standard]
