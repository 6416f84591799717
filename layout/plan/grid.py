"""The grid of one page: columns, lines and the one baseline grid all body text stands on."""

from __future__ import annotations

from msgspec import Struct

from layout.edition.model import Box
from layout.geometry import Rect
from layout.style.model import Grid, PaperStyle
from layout.units import Length


class Leg(Struct, frozen=True):
    """One column of text: its left edge and its measure."""

    x: Length
    width: Length


class PageGrid(Struct, frozen=True):
    """Columns and lines of a page as lengths; columns and lines count from 1."""

    left: Length
    top: Length
    columns: int
    measure: Length
    gutter: Length
    lines: int
    leading: Length
    baseline: Length
    em: Length

    @property
    def type_area(self) -> Rect:
        """The type area (版心)."""
        return Rect(self.left, self.top, self.width(self.columns), self.lines * self.leading)

    def column_x(self, column: int) -> Length:
        """The left edge of a column."""
        return self.left + (column - 1) * (self.measure + self.gutter)

    def width(self, columns: int) -> Length:
        """The width of some neighbouring columns with the gutters between them."""
        return columns * self.measure + (columns - 1) * self.gutter

    def line_top(self, line: int) -> Length:
        """The top of a line's cell."""
        return self.top + (line - 1) * self.leading

    def baseline_of(self, line: int) -> Length:
        """The baseline in a line's cell."""
        return self.line_top(line) + self.baseline

    def rect(self, box: Box) -> Rect:
        """The cells of a box."""
        return Rect(
            self.column_x(box.column), self.line_top(box.line), self.width(box.columns), box.lines * self.leading
        )


def page_grid(style: PaperStyle, grid: Grid) -> PageGrid:
    """The grid of a page that uses `grid` of `style`."""
    return PageGrid(
        left=style.margins.left,
        top=style.margins.top,
        columns=grid.columns,
        measure=grid.characters * style.body_size,
        gutter=grid.gutter,
        lines=style.lines,
        leading=style.leading,
        baseline=style.baseline,
        em=style.body_size,
    )
