"""What a chart is drawn on: its room, the type of its words, and the items so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct, field

from layout.display.items import Box, Glyphs, Item, Layer, Rule, TextRun
from layout.edition.data import Chart
from layout.geometry import Point, Rect
from layout.ink import BLACK, Ink
from layout.plan.art import UNOWNED
from layout.plan.type import TypeCase
from layout.style.model import TypeStyle
from layout.text.words import set_words, width_of
from layout.units import Length, ascent

CHART, CHART_TITLE = "chart", "chart-title"
HAIRLINE: Length = 4_445  # 0.35 pt


class Canvas(Struct):
    """Draws for one chart. `crowded` says that words had no room of their own, `foot` how far down it is drawn."""

    chart: Chart
    case: TypeCase
    items: list[Item] = field(default_factory=list)
    crowded: bool = False
    foot: Length | None = None

    @property
    def type(self) -> TypeStyle:
        """The type of labels and numbers."""
        return self.case.style.types[CHART]

    @property
    def em(self) -> Length:
        """Its size."""
        return self.type.size

    def words(self, text: str, name: str = CHART) -> tuple[Glyphs, ...]:
        """A text set in one line."""
        return set_words(text, self.case.named(name), self.case.headline_setting)

    def width(self, text: str) -> Length:
        """The width of a text in the chart's type."""
        return width_of(self.words(text))

    def write(
        self, text: str, at: Point, align: Literal["left", "center", "right"] = "left", name: str = CHART
    ) -> None:
        """A line of words; `at` is its left end, middle or right end on the baseline."""
        runs = self.words(text, name)
        x = at.x - {"left": 0, "center": width_of(runs) // 2, "right": width_of(runs)}[align]
        for run in runs:
            self.items.append(TextRun(Layer.TEXT, UNOWNED, Point(x, at.y), run, self.case.style.types[name].ink))
            x += run.width

    def middle(self, y: Length) -> Length:
        """The baseline of words whose characters are centred on `y`."""
        return y - self.em // 2 + ascent(self.em)

    def area(self, rect: Rect, ink: Ink) -> None:
        """A filled rectangle."""
        self.items.append(Box(Layer.ART, UNOWNED, rect, fill=ink))

    def rule(self, start: Point, end: Point, weight: Length = HAIRLINE, ink: Ink = BLACK) -> None:
        """A straight line."""
        self.items.append(Rule(Layer.ART, UNOWNED, start, end, weight, ink))

    def ink(self, series: int, item: int) -> Ink:
        """The ink of a number: by series, or, when one item of a single series stands out, by whether it is that."""
        inks = self.case.style.charts.inks
        if self.chart.kind == "shares":
            return inks[item % len(inks)]
        if len(self.chart.series) > 1:
            # The last series, most often the newest, is the strongest.
            return inks[(len(self.chart.series) - 1 - series) % len(inks)]
        if self.chart.highlight and self.chart.labels[item].text != self.chart.highlight:
            return inks[1 % len(inks)]
        return inks[0]

    def headed(self, room: Rect) -> Rect:
        """Title, unit and the names of the series above the plot; gives the room left."""
        y = room.y
        title_width, unit = 0, f"单位：{self.chart.unit.text}" if self.chart.unit else ""
        if self.chart.title:
            style = self.case.style.types[CHART_TITLE]
            title_width = width_of(self.words(self.chart.title.text, CHART_TITLE))
            self.write(self.chart.title.text, Point(room.x, y + ascent(style.size)), name=CHART_TITLE)
            if unit and title_width + self.em + self.width(unit) <= room.width:
                self.write(unit, Point(room.right, y + ascent(style.size)), "right")
                unit = ""
            y += style.size * 3 // 2
        names = [series.name.text for series in self.chart.series if series.name]
        if unit or (names and self.chart.kind != "shares"):
            self._second_row(unit, names, Rect(room.x, y, room.width, self.em))
            y += self.em * 3 // 2
        return Rect(room.x, y, room.width, room.bottom - y)

    def _second_row(self, unit: str, names: Sequence[str], row: Rect) -> None:
        """The names of the series with their inks, and the unit where it had no room beside the title."""
        x = row.x
        for number, name in enumerate(names if self.chart.kind != "shares" else ()):
            x = self.key(name, Point(x, row.y), self.ink(number, 0))
        self.crowded |= x + self.width(unit) > row.right
        self.write(unit, Point(row.right, row.y + ascent(self.em)), "right")

    def key(self, text: str, corner: Point, ink: Ink) -> Length:
        """A swatch with its name; gives where the next may stand."""
        self.area(Rect(corner.x, corner.y + self.em // 5, self.em * 3 // 5, self.em * 3 // 5), ink)
        self.write(text, Point(corner.x + self.em, corner.y + ascent(self.em)))
        return corner.x + self.em * 5 // 2 + self.width(text)

    def widest(self, texts: Sequence[str]) -> Length:
        """The width of the widest of some texts."""
        return max(map(self.width, texts), default=0)
