"""Breaks of the last resort, inside what is otherwise kept whole (CLREQ 3.2.4, UAX #14 SY).

They are looked at only when a paragraph has no breaks within its limits without them:

- a word of Latin letters at its syllables, with a hyphen (two letters before it and three after it at least);
- an address (https://…, www.…, …@…) after / . ? & = - _ : # % + ~ @ and commas, without a hyphen;
- a number of nine digits and more between groups of three counted from its end, without a hyphen.

Each is told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec.structs import replace

from layout.display.items import Glyphs
from layout.text.glyphs import GlyphRow
from layout.text.lines import LineSums
from layout.units import Length

# Dearer than any line within its limits, cheaper than one beyond them.
_COST = 350.0
_WORD = re.compile(r"(?<![A-Za-zÀ-ÿ])[A-Za-zÀ-ÿ]{5,}(?![A-Za-zÀ-ÿ])")
_ADDRESS = re.compile(r"(?:[a-z]+://|www\.)[!-~]+|[\w.+-]+@[\w.-]+", re.ASCII)
_SEPARATED = re.compile(r"(?<=[!-~][/.?&=_:#%+~@,-])(?=[^/.?&=_:#%+~@,-][!-~])")
_NUMBER = re.compile(r"\d{9,}")
# What a hyphen that paiban put in is called in the text (a soft hyphen: readers of the page take it out again).
_SOFT = "\u00ad"


def last_resort(sums: LineSums) -> LineSums | None:
    """The paragraph with further breaks; None when it has none."""
    measured = sums.measured
    found = dict(_breaks(measured.text, measured.letters, measured.setting.hyphenate))
    if not found:
        return None
    legal, ending, edge = sums.legal[:], sums.ending[:], dict(sums.edge)
    for at, hyphenated in found.items():
        legal[at] = 1
        edge[at] = _COST
        if hyphenated:
            ending[at] += hyphen_at(measured.row, at).width
    return replace(sums, legal=legal, ending=ending, edge=edge, hyphens=frozenset(at for at in found if found[at]))


def _breaks(text: str, letters: str, language: str) -> Iterator[tuple[int, bool]]:
    """Positions inside Western runs, and whether a hyphen stands there."""
    for run in re.finditer("W{2,}", letters):
        start, end = run.span()
        addresses = [found.span() for found in _ADDRESS.finditer(text, start, end)]
        for first, last in addresses:
            yield from ((found.start(), False) for found in _SEPARATED.finditer(text, first, last))
        for found in _NUMBER.finditer(text, start, end):
            yield from ((at, False) for at in range(found.end() - 3, found.start(), -3))
        for found in _WORD.finditer(text, start, end):
            inside = any(first <= found.start() < last for first, last in addresses)
            if language != "off" and not inside:
                yield from ((found.start() + at, True) for at in _syllables(found[0], language))


@cache
def _dictionary(language: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang=language, left=2, right=3)


def _syllables(word: str, language: str) -> list[int]:
    return [int(at) for at in _dictionary(language).positions(word)]


def hyphen_at(row: GlyphRow, at: int) -> Glyphs:
    """The hyphen after the characters before a position, in their font."""
    face, font = next((face, font) for start, end, face, font, _ in row.pieces if start < at <= end)
    shaped = face.shape("-")
    width: Length = shaped.advances[0] * font.size * font.stretch // (1000 * face.units_per_em)
    return Glyphs(_SOFT, face.key, font.size, tuple(shaped.ids), (width,), (), (), font.stretch)
