"""The line of a file that a finding is about, with carets under the place."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path

# A paragraph is one long line of its file: of more than so many cells, the part round the place is shown.
_WIDEST = 96
_BEFORE = 32


class Excerpts:
    """Excerpts of the files that one report is about; each is read once."""

    def __init__(self) -> None:
        self._files: dict[Path, list[str]] = {}

    def of(self, path: Path, line: int, column: int, end: int) -> list[str]:
        """The line and its carets, from `column` up to `end` (counted from 1, exclusive); nothing of an empty line."""
        if path not in self._files:
            self._files[path] = _lines(path)
        lines = self._files[path]
        return excerpt(lines[line - 1], column, end) if 0 < line <= len(lines) else []


def excerpt(line: str, column: int, end: int) -> list[str]:
    """A line and its carets, from `column` up to `end` (counted from 1, exclusive); nothing of an empty line."""
    text = line if line.isprintable() else "".join(c if c.isprintable() else " " for c in line)
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
    # A character is a cell at least: of a long line no more is looked at than can be shown.
    if (len(text) <= _WIDEST and cells(text) <= _WIDEST) or (place <= _BEFORE and cells(text[:place]) <= _BEFORE):
        return 0
    first = place
    while first and cells(text[first - 1 : place]) <= _BEFORE:
        first -= 1
    return first


def _last(text: str, first: int) -> int:
    """The end of what is shown from `first` on."""
    last, room = first, _WIDEST
    for character in itertools.islice(text, first, None):
        room -= cells(character)
        if room < 0:
            break
        last += 1
    return last


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig", errors="replace").splitlines()
    except OSError:
        return []


def cells(text: str) -> int:
    """How wide a text is on a terminal: Han count as two cells."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
