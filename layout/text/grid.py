"""The strict character grid (纵横对齐): every Han in a cell, a Western run padded to whole cells (CLREQ 3.2.5)."""

from __future__ import annotations

import re

from layout.text.classes import classify

_RUN = re.compile(r"W+|D{2}|E{2}|x+|.", re.DOTALL)


def grid_cells(text: str) -> tuple[tuple[str, int], ...]:
    """The units of a text with the cells each fills; a Western run has 0 to half an em of white on each side."""
    letters = classify(text)
    return tuple((text[found.start() : found.end()], _cells(found[0])) for found in _RUN.finditer(letters))


def _cells(letters: str) -> int:
    if letters[0] == "W":
        # Half an em a letter; the padding may not be nothing.
        return len(letters) // 2 + 1
    return 2 if letters in {"DD", "EE"} else 1
