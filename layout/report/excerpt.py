"""The line of a file that a finding is about, with carets under the place."""

from __future__ import annotations

import unicodedata
from pathlib import Path

# A paragraph is one long line of its file: of more than so many cells, the part round the place is shown.
_WIDEST = 96
_BEFORE = 32


def excerpt(path: Path, line: int, column: int, end: int) -> list[str]:
    """The line and its carets, from `column` up to `end` (counted from 1, exclusive); nothing of an empty line."""
    text = "".join(c if c.isprintable() else " " for c in _line(path, line))
    if not text.strip():
        return []
    first = _first(text, column - 1)
    last = _last(text, first)
    shown = text[first:last]
    before = "…" if first else ""
    carets = max(1, cells(text[column - 1 : min(max(end - 1, column), last)]))
    return [
        f"  {before}{shown}{'…' if last < len(text) else ''}",
        "  " + " " * cells(before + text[first : column - 1]) + "^" * carets,
    ]


def _first(text: str, place: int) -> int:
    """The first character that is shown: the line's, when the place is seen then."""
    if cells(text) <= _WIDEST or cells(text[:place]) <= _BEFORE:
        return 0
    first = place
    while first and cells(text[first - 1 : place]) <= _BEFORE:
        first -= 1
    return first


def _last(text: str, first: int) -> int:
    """The end of what is shown from `first` on."""
    last, room = first, _WIDEST
    while last < len(text) and room >= cells(text[last]):
        room -= cells(text[last])
        last += 1
    return last


def _line(path: Path, number: int) -> str:
    try:
        lines = path.read_text("utf-8-sig", errors="replace").splitlines()
    except OSError:
        return ""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def cells(text: str) -> int:
    """How wide a text is on a terminal: Han count as two cells."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
