"""Texts of source files replaced at their places, everything else of the file kept byte for byte."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from layout.diagnostics import Span


class Replacement(Struct, frozen=True):
    """What stands at a place of a file, and what comes there instead."""

    span: Span
    old: str
    new: str


def replaced(data: bytes, replacements: Iterable[Replacement]) -> tuple[bytes, int]:
    """A UTF-8 file with replacements made, and how many were.

    One is left out when its place does not hold what it says, runs over several lines, or touches another one's.
    Raises UnicodeDecodeError when the file is not UTF-8.
    """
    lines = data.decode("utf-8").split("\n")
    made = 0
    touched: dict[int, int] = {}
    for one in sorted(set(replacements), key=lambda each: (each.span.line, each.span.column), reverse=True):
        start, end, row = one.span.column - 1, one.span.end_column - 1, one.span.line - 1
        first = 1 if row == 0 and lines[0].startswith("\ufeff") else 0
        whole = one.span.line == one.span.end_line and row < len(lines) and end <= touched.get(row, end)
        if whole and lines[row][start + first : end + first] == one.old:
            lines[row] = lines[row][: start + first] + one.new + lines[row][end + first :]
            touched[row] = start
            made += 1
    return "\n".join(lines).encode("utf-8"), made
