"""Charts of the sample editions as line art: `python -m tests.samples.charts`. Text stands as outlines."""

from __future__ import annotations

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tests.samples.adverts import SANS, font_path
from tests.samples.paint import DAILY, folder

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


def boxes_returning() -> Drawing:
    """Bars: the share of boxes that leave the port's hinterland full."""
    chart = Drawing(153, 172, 500)
    shares = [("2025.3", 46), ("6", 54), ("9", 66), ("12", 75), ("2026.3", 81)]
    chart.words("卸完货，不空着走", 0, 13, 11.5)
    chart.words("重箱返程率（%）", 0, 27, 8)
    for level in (25, 50, 75):
        chart.line([(0, 150 - level * 1.25), (153, 150 - level * 1.25)], 0.35, PALE)
    for number, (month, share) in enumerate(shares):
        x = 4 + 30.5 * number
        last = number == len(shares) - 1
        chart.bar(x, 150 - share * 1.25, 20, share * 1.25, RED if last else "#7f8f97")
        chart.words(str(share), x + 10, 146 - share * 1.25, 10, anchor=0.5, ink=RED if last else INK)
        chart.words(month, x + 10, 161, 7.5, anchor=0.5)
    chart.line([(0, 150), (153, 150)], 0.75, INK)
    return chart


if __name__ == "__main__":
    (folder(DAILY) / "box-chart.svg").write_text(boxes_returning().text(), "utf-8")
