"""The body of a story as a page of the web has it: paragraphs, subheads, stanzas and tables, their pieces marked.

Every character of the paragraphs is in the pieces, in order, and none is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from layout.edition.data import Chart, StandingTable
from layout.edition.model import CellAlign, Emphasis, Paragraph, Story, Table, TextKind, text_of


class Piece(Struct, frozen=True):
    """Characters that are marked alike; `mark` is empty or the name of their emphasis, `reading` how they are read."""

    text: str
    mark: str = ""
    reading: str = ""


Line = tuple[Piece, ...]


class Cell(Struct, frozen=True):
    """A cell of a table, and whether it heads its column."""

    pieces: Line
    align: CellAlign
    heads: bool


class Grid(Struct, frozen=True):
    """A table: its title, the row that heads it (empty when there is none) and the other rows."""

    title: Line
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Passage(Struct, frozen=True):
    """One thing of a body: lines of text (more than one in a stanza), or a table."""

    kind: Literal["paragraph", "subhead", "stanza", "table"]
    lines: tuple[Line, ...] = ()
    table: Grid | None = None


def passages(story: Story) -> tuple[Passage, ...]:
    """The body of a story."""
    return tuple(_passages(story.body, story.tables))


def _passages(body: Sequence[Paragraph], tables: Sequence[Table]) -> Iterator[Passage]:
    by_start = {table.first - table.title: table for table in tables}
    stanza: list[Line] = []
    at = 0
    while at < len(body):
        paragraph = body[at]
        if stanza and paragraph.kind is not TextKind.VERSE:
            yield Passage("stanza", tuple(stanza))
            stanza = []
        if at in by_start:
            table = by_start[at]
            yield Passage("table", table=grid(body, table))
            at = table.end
            continue
        if paragraph.kind.is_verse:
            stanza.append(pieces(paragraph))
        else:
            kind: Literal["subhead", "paragraph"] = "subhead" if paragraph.kind is TextKind.SUBHEAD else "paragraph"
            yield Passage(kind, (pieces(paragraph),))
        at += 1
    if stanza:
        yield Passage("stanza", tuple(stanza))


def pieces(paragraph: Paragraph) -> Line:
    """A paragraph's characters in pieces that are marked alike."""
    found: list[Piece] = []
    at = 0
    for stretch in sorted(paragraph.stretches, key=lambda one: one.start):
        start, end = max(at, stretch.start), max(at, stretch.end)
        found.append(Piece(paragraph.text[at:start]))
        text = paragraph.text[start:end]
        if stretch.emphasis is Emphasis.READING and len(stretch.readings) == len(text):
            found += [Piece(one, reading=reading) for one, reading in zip(text, stretch.readings, strict=True)]
        else:
            found.append(Piece(text, stretch.emphasis.value))
        at = end
    found.append(Piece(paragraph.text[at:]))
    return tuple(piece for piece in found if piece.text)


def standing(data: StandingTable) -> Grid:
    """A table that stands by itself."""
    return grid(data.paragraphs, data.table)


def grid(paragraphs: Sequence[Paragraph], table: Table) -> Grid:
    """A table among paragraphs."""
    rows = tuple(
        tuple(
            Cell(pieces(paragraphs[table.cell(row, column)]), align, heads=table.header and row == 0)
            for column, align in enumerate(table.aligns)
        )
        for row in range(table.rows)
    )
    title = pieces(paragraphs[table.first - 1]) if table.title else ()
    return Grid(title, rows[0] if table.header else (), rows[1:] if table.header else rows)


def numbers(chart: Chart) -> Grid:
    """The numbers of a chart as a table: a row a label, a column a series."""

    def cell(text: str, align: CellAlign, *, heads: bool = False) -> Cell:
        return Cell((Piece(text),) if text else (), align, heads)

    names = [text_of(series.name or chart.unit) for series in chart.series]
    head = (cell("", "left", heads=True), *(cell(name, "right", heads=True) for name in names))
    rows = tuple(
        (cell(label.text, "left"), *(cell(series.values[row].text, "right") for series in chart.series))
        for row, label in enumerate(chart.labels)
    )
    return Grid((Piece(chart.title.text),) if chart.title else (), head, rows)
