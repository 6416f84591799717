"""Pictures made of data: tables standing on their own, and charts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from layout.diagnostics import Span

if TYPE_CHECKING:
    from layout.edition.model import Paragraph, Table, Words

ChartKind = Literal["bars", "columns", "line", "shares"]


class StandingTable(Struct, frozen=True):
    """A table in a box of its own: its title and cells as paragraphs, and how they make a table."""

    paragraphs: tuple[Paragraph, ...]
    table: Table


class Value(Struct, frozen=True):
    """A number of a chart, and how it was written."""

    number: Fraction
    text: str


class Series(Struct, frozen=True):
    """One row of numbers, a number a label; `name` is empty when there is no other."""

    name: Words | None
    values: tuple[Value, ...]


class Chart(Struct, frozen=True):
    """Numbers to be drawn: bars across, columns, lines, or shares of a whole."""

    kind: ChartKind
    labels: tuple[Words, ...]
    series: tuple[Series, ...]
    span: Span
    title: Words | None = None
    unit: Words | None = None
    highlight: str = ""

    @property
    def texts(self) -> tuple[Words, ...]:
        """Every text in it but the numbers."""
        named = (series.name for series in self.series)
        return tuple(words for words in (self.title, self.unit, *named, *self.labels) if words)


Data: TypeAlias = StandingTable | Chart
"""What a picture of data is made of."""
