"""Pipe tables in a body: rows between bars, a second row that says how each column is aligned, a title after a colon.

    : 四月起的班次
    | 渡口 | 首班 | 票价 |
    |:-----|:----:|-.-|
    | 望潮 | 5:30 | 2.5 |

`:--` left, `:-:` centre, `--:` right, `-.-` on the decimal point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from layout.diagnostics import Sink
from layout.edition.model import CellAlign
from layout.edition.table_findings import TABLE_RAGGED, TABLE_WITHOUT_RULE
from layout.source.document import Document

NumberedLine = tuple[str, int]

_TITLE = re.compile(r"\s*[:：]\s*(?=\S)")
_RULE = re.compile(r"\s*\|?(\s*:?-+\.?-*:?\s*\|)+(\s*:?-+\.?-*:?\s*)?")
_CELL = re.compile(r"[^|]*")


class RawCell(Struct, frozen=True):
    """A cell's text and where its first character stands in the file."""

    text: str
    line: int
    column: int


class RawTable(Struct, frozen=True):
    """A table as it is written: every row has as many cells as there are columns."""

    title: RawCell | None
    aligns: tuple[CellAlign, ...]
    header: bool
    rows: tuple[tuple[RawCell, ...], ...]


def split_table(lines: Sequence[NumberedLine], document: Document, sink: Sink) -> RawTable | None:
    """The table that a block of lines is, or None when it is none (or has no row of rules, which is reported)."""
    title, rows = _parted(lines)
    if not rows or not all(line.lstrip().startswith("|") for line, _ in rows):
        return None
    if len(rows) < 2 or not _RULE.fullmatch(rows[1][0]):
        line, number = rows[min(1, len(rows) - 1)]
        sink.report(TABLE_WITHOUT_RULE, document.span(number, 1, number, len(line) + 1))
        return None
    aligns = tuple(_align(cell.text) for cell in _cells(*rows[1]))
    cells = [tuple(_fitted(row, len(aligns), document, sink)) for row in (rows[0], *rows[2:])]
    header = any(cell.text for cell in cells[0])
    return RawTable(title, aligns, header, tuple(cells if header else cells[1:]))


def _parted(lines: Sequence[NumberedLine]) -> tuple[RawCell | None, Sequence[NumberedLine]]:
    """The title, before the rows or after them, and the rows."""
    for at, rest in ((0, lines[1:]), (-1, lines[:-1])):
        line, number = lines[at]
        found = _TITLE.match(line)
        if found:
            return RawCell(line[found.end() :].rstrip(), number, found.end() + 1), rest
    return None, lines


def _fitted(row: NumberedLine, columns: int, document: Document, sink: Sink) -> Iterator[RawCell]:
    """A row's cells, filled up with empty ones; too many are reported."""
    cells = list(_cells(*row))
    if len(cells) > columns:
        cell = cells[columns]
        span = document.span(cell.line, cell.column, cell.line, cell.column + max(1, len(cell.text)))
        sink.report(TABLE_RAGGED, span, cells=len(cells), columns=columns)
    yield from cells[:columns]
    for _ in range(columns - len(cells)):
        yield RawCell("", row[1], len(row[0]))


def _cells(line: str, number: int) -> Iterator[RawCell]:
    """The cells of a row; the bars at its ends may be left out at the right."""
    at = line.index("|") + 1
    end = len(line.rstrip())
    while at < end:
        found = _CELL.match(line, at, end)
        text = found[0] if found else ""
        indent = len(text) - len(text.lstrip())
        yield RawCell(text.strip(), number, at + indent + 1)
        at += len(text) + 1


def _align(rule: str) -> CellAlign:
    if "." in rule:
        return "decimal"
    if rule.startswith(":") and rule.endswith(":"):
        return "center"
    return "right" if rule.endswith(":") else "left"
