"""Where a face draws its marks (CLREQ 3.1.2, 3.1.6), and what brings one back to its word.

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
# Commas, and how far their ink may stand from the left of their cells (thousandths of an em): as in the Song of papers.
_LOW_LEFT, _NEAR = "，", 80
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


def far_commas(face: Typeface) -> dict[str, int]:
    """The marks of a face that stand further from their word than `_NEAR`, and by how many font units.

    A comma belongs to the character before it. Heavy faces without serifs draw it near the middle of its em, so that
    it leans on the next word once its blank is cut (CLREQ 3.1.2: low, at the left of its cell).
    """
    known = _far.get(face.key)
    if known is None:
        near = face.units_per_em * _NEAR // 1000
        lefts = {mark: face.ink(mark)[0] for mark in _LOW_LEFT if face.covers(mark) and _trimmable(face, mark)}
        known = _far[face.key] = {mark: left - near for mark, left in lefts.items() if left > near}
    return known


_far: dict[str, dict[str, int]] = {}


def _trimmable(face: Typeface, mark: str) -> bool:
    """Whether cutting a mark's blank cuts no ink."""
    left, _, right, _ = face.ink(mark)
    middle, slack = face.units_per_em // 2, face.units_per_em * _TOLERANCE // 1000
    inside = left >= middle - slack if mark in OPENING else right <= middle + slack
    whole: bool = face.shape(mark).advances[0] >= face.units_per_em * _WHOLE // 1000
    return inside and whole
