"""Shares of a whole: one bar a series, cut in proportion, with a key below it."""

from __future__ import annotations

from layout.display.items import Box, Layer
from layout.edition.model import text_of
from layout.geometry import Point, Rect
from layout.ink import BLACK
from layout.plan.art import UNOWNED
from layout.plan.chart.canvas import HAIRLINE, Canvas
from layout.plan.chart.steps import hundredths
from layout.units import Length

_THICK = 2


def draw_shares(canvas: Canvas, room: Rect) -> None:
    """The bars one under another, each after its name; the key lists every item, with its share of a single bar."""
    chart, em = canvas.chart, canvas.em
    names = [text_of(series.name) for series in chart.series]
    left = room.x + (canvas.widest(names) + em // 2 if any(names) else 0)
    y = room.y
    for number, name in enumerate(names):
        if name:
            canvas.write(name, Point(left - em // 2, canvas.middle(y + em * _THICK // 2)), "right")
        _bar(canvas, number, Rect(left, y, room.right - left, em * _THICK))
        y += em * (_THICK + 1)
    canvas.foot = _key(canvas, Rect(room.x, y - em // 3, room.width, room.bottom - y))
    canvas.crowded |= canvas.foot > room.bottom


def _bar(canvas: Canvas, series: int, rect: Rect) -> None:
    values = [value.number for value in canvas.chart.series[series].values]
    total, done = sum(values), 0 * values[0]
    for item, (number, share) in enumerate(zip(values, hundredths(values), strict=True)):
        start = int(rect.width * done / total) if total else 0
        done += number
        end = int(rect.width * done / total) if total else 0
        part = Rect(rect.x + start, rect.y, end - start, rect.height)
        canvas.items.append(Box(Layer.ART, UNOWNED, part, fill=canvas.ink(item, item), stroke=BLACK, weight=HAIRLINE))
        if len(canvas.chart.series) > 1:
            _write_share(canvas, f"{share}%", part)


def _write_share(canvas: Canvas, text: str, part: Rect) -> None:
    """A share under its part, so that it is read on white whatever the tint."""
    if canvas.width(text) <= part.width:
        canvas.write(text, Point(part.x + part.width // 2, part.bottom + canvas.em * 9 // 10), "center")


def _key(canvas: Canvas, room: Rect) -> Length:
    """Swatches with names in rows; gives the foot of the last row."""
    chart, em = canvas.chart, canvas.em
    alone = len(chart.series) == 1
    shares = hundredths([value.number for value in chart.series[0].values])
    x, y = room.x, room.y
    for item, label in enumerate(chart.labels):
        text = f"{label.text} {shares[item]}%" if alone else label.text
        if x > room.x and x + em + canvas.width(text) > room.right:
            x, y = room.x, y + em * 3 // 2
        x = canvas.key(text, Point(x, y), canvas.ink(item, item))
    return y + em
