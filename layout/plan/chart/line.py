"""Lines: a point an item from the left to the right, hairlines at round numbers, the last number written."""

from __future__ import annotations

from fractions import Fraction

from layout.display.items import Box, Drawn, Layer
from layout.geometry import Point, Rect
from layout.ink import BLACK
from layout.plan.art import UNOWNED
from layout.plan.chart.canvas import Canvas
from layout.plan.chart.steps import round_steps, shown
from layout.shapes import Pen, Shape, polyline
from layout.units import Length, pt

_WEIGHT: Length = pt(1.4)
_DOT: Length = pt(3)
_GRID = BLACK.tint(300)


def draw_line(canvas: Canvas, room: Rect) -> None:
    """A line a series."""
    chart, em = canvas.chart, canvas.em
    numbers = [value.number for series in chart.series for value in series.values]
    steps = round_steps(min(numbers), max(numbers))
    left = room.x + canvas.widest([shown(step) for step in steps]) + em // 2
    last = canvas.widest([series.values[-1].text for series in chart.series])
    plot = Rect(left, room.y + em // 2, room.right - last - em // 2 - left, room.height - em * 5 // 2)
    canvas.crowded |= plot.height < 3 * em or plot.width < 6 * em
    for step in steps:
        y = _height(step, steps, plot)
        canvas.rule(Point(left, y), Point(plot.right, y), ink=BLACK if step == steps[0] else _GRID)
        canvas.write(shown(step), Point(left - em // 2, canvas.middle(y)), "right")
    _write_labels(canvas, plot)
    for number in range(len(chart.series)):
        _draw_series(canvas, number, steps, plot)


def _draw_series(canvas: Canvas, number: int, steps: list[Fraction], plot: Rect) -> None:
    values, ink = canvas.chart.series[number].values, canvas.ink(number, 0)
    points = [Point(_across(canvas, i, plot), _height(value.number, steps, plot)) for i, value in enumerate(values)]
    shape = Shape(polyline(points), pen=Pen(ink, _WEIGHT, "round", "round"))
    canvas.items.append(Drawn(Layer.ART, UNOWNED, shape))
    for point in points:
        dot = Rect(point.x - _DOT // 2, point.y - _DOT // 2, _DOT, _DOT)
        canvas.items.append(Box(Layer.ART, UNOWNED, dot, fill=ink, radius=_DOT // 2))
    canvas.write(values[-1].text, Point(plot.right + canvas.em // 3, canvas.middle(points[-1].y)))


def _write_labels(canvas: Canvas, plot: Rect) -> None:
    """The labels below the points: all of them, or every second, third … when they would touch."""
    labels, em = [label.text for label in canvas.chart.labels], canvas.em
    pitch = plot.width // max(1, len(labels) - 1)
    every = -(-(canvas.widest(labels) + em // 2) // max(pitch, 1))
    for item in range(0, len(labels), max(1, every)):
        at = Point(_across(canvas, item, plot), plot.bottom + em * 3 // 2)
        canvas.write(labels[item], at, "center")


def _across(canvas: Canvas, item: int, plot: Rect) -> Length:
    """The x of an item: the points stand from edge to edge, in from it by half a label's room."""
    count = len(canvas.chart.labels)
    inner = plot.width - 2 * canvas.em
    return plot.x + canvas.em + (inner * item // (count - 1) if count > 1 else inner // 2)


def _height(number: Fraction, steps: list[Fraction], plot: Rect) -> Length:
    span = steps[-1] - steps[0]
    return plot.bottom - int(plot.height * (number - steps[0]) / span)
