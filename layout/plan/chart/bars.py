"""Bars: across, a row an item, or upright, a column an item; several series stand side by side."""

from __future__ import annotations

from fractions import Fraction

from layout.geometry import Point, Rect
from layout.plan.chart.canvas import HAIRLINE, Canvas
from layout.units import Length

# The most that an item's bar takes, white included, in ems: across, upright.
_ROW, _COLUMN = 3, 7
# The share of an item's room, in thousandths, that its bars fill: of one alone, of several side by side.
_ALONE, _TOGETHER = 560, 800


def draw_bars(canvas: Canvas, room: Rect) -> None:
    """Bars across: labels at the left, numbers at their ends."""
    chart, em = canvas.chart, canvas.em
    labels = [label.text for label in chart.labels]
    left = room.x + canvas.widest(labels) + em // 2
    numbers = canvas.widest([value.text for series in chart.series for value in series.values])
    length = room.right - numbers - em // 2 - left
    count = len(chart.series)
    pitch = min(room.height // len(labels), em * (_ROW if count == 1 else 2 * count))
    canvas.crowded |= pitch < em * count or length < 3 * em
    thick = pitch * (_ALONE if count == 1 else _TOGETHER) // 1000 // count
    for item, label in enumerate(labels):
        middle = room.y + pitch * item + pitch // 2
        canvas.write(label, Point(left - em // 2, canvas.middle(middle)), "right")
        for number, series in enumerate(chart.series):
            value = series.values[item]
            top = middle - thick * count // 2 + thick * number
            end = left + _scaled(canvas, value.number, max(length, 0))
            canvas.area(Rect(left, top, end - left, thick), canvas.ink(number, item))
            canvas.write(value.text, Point(end + em // 3, canvas.middle(top + thick // 2)))
    canvas.foot = room.y + pitch * len(labels)
    canvas.rule(Point(left, room.y), Point(left, canvas.foot), 2 * HAIRLINE)


def draw_columns(canvas: Canvas, room: Rect) -> None:
    """Upright bars: labels below the foot line, numbers above their heads."""
    chart, em = canvas.chart, canvas.em
    labels = [label.text for label in chart.labels]
    count = len(chart.series)
    pitch = min(room.width // len(labels), em * _COLUMN * count)
    left = room.x + (room.width - pitch * len(labels)) // 2
    foot, height = room.bottom - em * 3 // 2, room.height - em * 3
    thick = pitch * (_ALONE if count == 1 else _TOGETHER) // 1000 // count
    numbers = canvas.widest([value.text for series in chart.series for value in series.values])
    canvas.crowded |= (
        canvas.widest(labels) > pitch or numbers > (pitch if count == 1 else thick + em // 4) or height < 2 * em
    )
    for item, label in enumerate(labels):
        middle = left + pitch * item + pitch // 2
        for number, series in enumerate(chart.series):
            value = series.values[item]
            x = middle - thick * count // 2 + thick * number
            head = foot - _scaled(canvas, value.number, max(height, 0))
            canvas.area(Rect(x, head, thick, foot - head), canvas.ink(number, item))
            canvas.write(value.text, Point(x + thick // 2, head - em // 4), "center")
        canvas.write(label, Point(middle, foot + em * 5 // 4), "center")
    canvas.rule(Point(room.x, foot), Point(room.right, foot), 2 * HAIRLINE)


def _scaled(canvas: Canvas, number: Fraction, length: Length) -> Length:
    """A number as a length: the greatest of the chart takes all of it."""
    greatest = max(value.number for series in canvas.chart.series for value in series.values)
    return int(length * number / greatest) if greatest else 0
