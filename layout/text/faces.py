"""Where a face draws its marks (CLREQ 3.1.2, 3.1.6).

On the mainland a mark stands in one half of its cell, and the other half may be cut. Faces with Taiwan and Hong Kong
forms draw ，。 in the middle, Latin faces draw “ ” narrow: such marks keep the width the face gives them.
"""

from __future__ import annotations

from layout.text.classes import CLOSING, EXCLAMATIONS, OPENING, PAUSES, STOPS
from layout.text.model import Typeface

# Ink may reach this far, in thousandths of an em, over the middle of its cell before a mark counts as centred.
_TOLERANCE = 30
# A mark narrower than this share of an em (in thousandths) has no blank that could be cut.
_WHOLE = 900
# Every mark that line composition may cut.
_TRIMMED = OPENING + CLOSING + PAUSES + STOPS + EXCLAMATIONS


def untrimmable_marks(face: Typeface) -> str:
    """The marks of a face whose ink leaves the half where it should stand; empty for a face with mainland forms."""
    known = _known.get(face.key)
    if known is None:
        known = _known[face.key] = "".join(
            mark for mark in _TRIMMED if face.covers(mark) and not _trimmable(face, mark)
        )
    return known


_known: dict[str, str] = {}


def _trimmable(face: Typeface, mark: str) -> bool:
    """Whether cutting a mark's blank cuts no ink."""
    left, _, right, _ = face.ink(mark)
    middle, slack = face.units_per_em // 2, face.units_per_em * _TOLERANCE // 1000
    inside = left >= middle - slack if mark in OPENING else right <= middle + slack
    whole: bool = face.shape(mark).advances[0] >= face.units_per_em * _WHOLE // 1000
    return inside and whole
