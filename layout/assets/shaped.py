"""What a face says about a text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Shaped(Struct, frozen=True):
    """A text as HarfBuzz gives it: glyph ids, advances in font units, and for each glyph where its characters start.

    `clusters` is empty when there is one glyph a character.
    """

    ids: Sequence[int]
    advances: Sequence[int]
    clusters: Sequence[int] = ()
