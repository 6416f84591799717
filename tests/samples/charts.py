"""A map of the sample edition as line art: `python -m tests.samples.charts`. Text stands as outlines."""

from __future__ import annotations

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tests.samples.paint import DAILY, folder
from tests.samples.sheet import SANS, font_path

INK, PALE, RED = "#1a1a1a", "#b9c4c9", "#b03024"


class Drawing:
    """An SVG in the making, in points."""

    def __init__(self, width: float, height: float, weight: int = 400) -> None:
        self.width, self.height, self.marks = width, height, list[str]()
        self.face = instantiateVariableFont(TTFont(font_path(SANS)), {"wght": weight})
        self.glyphs, self.codes = self.face.getGlyphSet(), self.face.getBestCmap()

    def words(self, text: str, x: float, y: float, size: float, *, anchor: float = 0, ink: str = INK) -> None:
        """Set a line as outlines; `anchor` 0 begins at x, 0.5 is centred on it, 1 ends there."""
        scale = size / self.face["head"].unitsPerEm
        names = [self.codes[ord(character)] for character in text]
        x -= anchor * sum(self.glyphs[name].width for name in names) * scale
        for name in names:
            pen = SVGPathPen(self.glyphs, ntos=lambda value: f"{value:.2f}".rstrip("0").rstrip("."))
            self.glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
            if commands := pen.getCommands():
                self.marks.append(f'<path fill="{ink}" d="{commands}"/>')
            x += self.glyphs[name].width * scale

    def bar(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """A filled rectangle."""
        self.marks.append(f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{ink}"/>')

    def line(self, points: list[tuple[float, float]], weight: float, ink: str) -> None:
        """A line through points."""
        path = " ".join(f"{x:g},{y:g}" for x, y in points)
        self.marks.append(f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="{weight:g}"/>')

    def text(self) -> str:
        """The file's text."""
        size = f'width="{self.width:g}pt" height="{self.height:g}pt" viewBox="0 0 {self.width:g} {self.height:g}"'
        return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {size}>', *self.marks, "</svg>", ""])


def crossing() -> Drawing:
    """A map: the river at the ferry, its old course of the boat, the new bridge upstream."""
    chart = Drawing(660, 150, 500)
    water, land, far = "#d5e3e8", "#f3f1ea", "#4c5a61"
    chart.bar(0, 0, 660, 150, land)
    banks = [(0, 52), (110, 44), (230, 50), (340, 60), (450, 58), (560, 46), (660, 36)]
    lower = [(660, 96), (560, 108), (450, 122), (340, 124), (230, 112), (110, 104), (0, 110)]
    points = " ".join(f"{x},{y}" for x, y in [*banks, *lower])
    chart.marks.append(f'<polygon points="{points}" fill="{water}"/>')
    for shift in (18, 34):
        chart.line([(x, y + shift) for x, y in banks[1:-1]], 0.4, "#a9bfc7")
    chart.line([(118, 30), (124, 126)], 4.5, INK)
    chart.line([(118, 30), (124, 126)], 2.6, "#ffffff")
    for number in range(9):
        x, y = 430 + 2.6 * number, 62 + 6.9 * number
        chart.line([(x, y), (x + 1.3, y + 3.4)], 1.4, RED)
    for x, y in ((428, 56), (456, 128)):
        chart.bar(x - 4, y - 4, 8, 8, RED)
    chart.words("柳矶大桥（4月1日通车）", 134, 23, 11.5)
    chart.words("过桥K21路，约20分钟一班", 134, 39, 10)
    chart.words("柳矶渡口", 440, 50, 12.5, ink=RED)
    chart.words("乌桕湾渡口", 466, 140, 12.5, ink=RED)
    chart.words("末班渡航线，约820米、9分钟", 462, 98, 10.5)
    chart.words("澜　　江", 250, 92, 16, ink="#3f6472")
    chart.words("北岸　老街、学堂", 14, 24, 10, ink=far)
    chart.words("南岸　乌桕湾、白石镇方向", 14, 141, 10, ink=far)
    chart.line([(620, 30), (640, 30)], 0.8, INK)
    chart.words("200米", 630, 25, 10, anchor=0.5)
    chart.line([(650, 140), (650, 118), (646, 126)], 0.9, INK)
    chart.words("北", 650, 113, 10, anchor=0.5)
    return chart


if __name__ == "__main__":
    (folder(DAILY) / "ferry-map.svg").write_text(crossing().text(), "utf-8")
