"""Slots and advert sizes of a style, as places of a page."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layout.diagnostics import Sink, Span
from layout.edition.placing import Seat
from layout.geometry import Size
from layout.style.findings import ADVERT_SIZE, NOT_A_SIZE
from layout.style.model import Grid, PaperStyle, Template
from layout.style.names import report_unknown
from layout.units import Length, parse_length, to_millimetres


class StylePlacing(Struct, frozen=True):
    """Finds the places that a manifest leaves to the style. Implements `layout.edition.placing.Placing`."""

    style: PaperStyle
    sink: Sink

    def slot(self, template: str, name: str, span: Span) -> Seat | None:
        """A slot of a template; an unknown template is reported elsewhere."""
        found = self.style.templates.get(template)
        if found is None:
            return None
        if name not in found.slots:
            report_unknown(self.sink, span, "slot", name, found.slots)
            return None
        return found.slots[name].seat

    def size(self, template: str, name: str, span: Span) -> Seat | None:
        """An advert's size in whole columns and lines, at the foot of the page from the first column on."""
        found = self.style.templates.get(template)
        size = self._size(name, span)
        if found is None or size is None:
            return None
        grid = self.style.grids[found.grid]
        widths = [self._width(grid, columns) for columns in range(1, grid.columns + 1)]
        columns = _nearest(widths, size.width)
        last = last_free_line(found, self.style.lines)
        lines = min(max(round(size.height / self.style.leading), 1), last)
        snapped = Size(widths[columns - 1], lines * self.style.leading)
        if max(abs(snapped.width - size.width), abs(snapped.height - size.height)) > self.style.adverts.slack:
            self._report(name, size, (columns, lines), snapped, span)
        return Seat(1, columns, last - lines + 1, lines)

    def _size(self, name: str, span: Span) -> Size | None:
        sizes = self.style.adverts.sizes
        if name in sizes:
            return sizes[name]
        try:
            width, height = name.replace("×", "x").split("x")
            return Size(parse_length(width), parse_length(height))
        except ValueError:
            self.sink.report(NOT_A_SIZE, span, "size", size=name, known=", ".join(sizes) or "-")
            return None

    def _width(self, grid: Grid, columns: int) -> Length:
        return columns * grid.characters * self.style.body_size + (columns - 1) * grid.gutter

    def _report(self, name: str, size: Size, cells: tuple[int, int], snapped: Size, span: Span) -> None:
        self.sink.report(
            ADVERT_SIZE,
            span,
            "size",
            size=name,
            width=_millimetres(size.width),
            height=_millimetres(size.height),
            columns=cells[0],
            lines=cells[1],
            snapped=f"{_millimetres(snapped.width)} × {_millimetres(snapped.height)} mm",
        )


def last_free_line(template: Template, lines: int) -> int:
    """The last line above the fixed matter that stands at the foot of a template."""
    return min(
        (panel.line - 1 for panel in template.panels if panel.line > 1 and panel.line + panel.lines > lines),
        default=lines,
    )


def _nearest(widths: Sequence[Length], wanted: Length) -> int:
    """The number of columns whose width is nearest to the one wanted."""
    return min(range(len(widths)), key=lambda index: abs(widths[index] - wanted)) + 1


def _millimetres(length: Length) -> str:
    return f"{to_millimetres(length):.1f}".removesuffix(".0")
