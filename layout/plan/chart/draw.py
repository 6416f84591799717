"""A chart in its room."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from layout.display.items import Item
from layout.edition.data import Chart, ChartKind
from layout.geometry import Rect
from layout.plan.chart.bars import draw_bars, draw_columns
from layout.plan.chart.canvas import Canvas
from layout.plan.chart.line import draw_line
from layout.plan.chart.shares import draw_shares
from layout.plan.type import TypeCase

# A chart that ends less than this many ems above the foot of its room counts as filling it.
_NEARLY = 2

_DRAW: dict[ChartKind, Callable[[Canvas, Rect], None]] = {
    "bars": draw_bars,
    "columns": draw_columns,
    "line": draw_line,
    "shares": draw_shares,
}


class DrawnChart(Struct, frozen=True):
    """A chart's items, the rectangle they take of its room, and whether its words have room."""

    items: tuple[Item, ...]
    rect: Rect
    fits: bool


def draw_chart(chart: Chart, room: Rect, case: TypeCase) -> DrawnChart:
    """A chart from the top of its room."""
    canvas = Canvas(chart, case)
    _DRAW[chart.kind](canvas, canvas.headed(room))
    foot = canvas.foot
    if foot is None or foot > room.bottom - _NEARLY * canvas.em:
        # Captions of charts side by side stand level.
        foot = room.bottom
    return DrawnChart(tuple(canvas.items), Rect(room.x, room.y, room.width, foot - room.y), not canvas.crowded)
