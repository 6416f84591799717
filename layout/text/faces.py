"""Where a face draws its marks (CLREQ 3.1.2, 3.1.6).

On the mainland a mark stands in one half of its cell, and the other half may be cut. Faces with Taiwan and Hong Kong
forms draw ，。 in the middle, Latin faces draw “ ” narrow: such marks keep the width the face gives them.
"""

from __future__ import annotations

from layout.text.classes import OPENING
from layout.text.model import Typeface

# Ink may reach this far, in thousandths of an em, over the middle of its cell before a mark counts as centred.
_TOLERANCE = 90
# A mark narrower than this share of an em (in thousandths) has no blank that could be cut.
_WHOLE = 900
# What is looked at to tell what forms a face has.
_PROBES = "，。、；：（）“”"

_known: dict[str, dict[str, bool]] = {}


def is_untrimmable(face: Typeface, character: str, letter: str) -> bool:
    """Whether a mark's ink leaves the half it should stand in, so that cutting its blank would cut ink."""
    known = _known.setdefault(face.key, {})
    if character not in known:
        left, _, right, _ = face.ink(character)
        middle, slack = face.units_per_em // 2, face.units_per_em * _TOLERANCE // 1000
        advance = face.shape(character).advances[0]
        inside = left >= middle - slack if letter == "O" else right <= middle + slack
        known[character] = not (inside and advance >= face.units_per_em * _WHOLE // 1000)
    return known[character]


def untrimmable_marks(face: Typeface) -> str:
    """The everyday marks of a face that cannot be trimmed; empty for a face with mainland forms."""
    return "".join(
        mark for mark in _PROBES if face.covers(mark) and is_untrimmable(face, mark, "O" if mark in OPENING else "C")
    )
