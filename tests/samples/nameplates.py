"""Draws the nameplates of the sample papers as line art: Kai outlines swollen and bent into brush-written characters.

`python -m tests.samples.nameplates` writes `styles/<paper>/nameplate.svg`. It needs the set that `paiban fonts get kai`
brings; the drawings are committed, so that a build needs neither.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

REPOSITORY = Path(__file__).resolve().parents[2]
FACE = REPOSITORY / "fonts" / "sets" / "LXGWWenKai-Bold.ttf"
RED = "#ff0000"
# White at either end, in thousandths of a character.
MARGIN = 70
HEIGHT = 1080


@dataclass(frozen=True)
class Stroke:
    """How one character is written: its size, how far it is turned (degrees), how far it leaves the line.

    `swell` is how much of the brush's weight it takes: a dense character closes up under the whole of it.
    """

    scale: float
    turn: float
    rise: float
    swell: float = 1


@dataclass(frozen=True)
class Plate:
    """A nameplate: its characters, how heavy the brush, how slanted the hand, and how close the characters stand."""

    paper: str
    text: str
    strokes: tuple[Stroke, ...]
    swell: tuple[float, float]
    slant: float
    pitch: float


PLATES = (
    Plate(
        "lanchuan-daily",
        "澜川日报",
        (
            Stroke(1.06, -1.5, 0.00, 0.4),
            Stroke(1.02, 1.0, -0.015),
            Stroke(0.90, -1.0, 0.01),
            Stroke(1.07, 1.5, 0.01, 0.9),
        ),
        (0.050, 0.030),
        0.07,
        1.02,
    ),
    Plate(
        "lanchuan-evening",
        "澜川晚报",
        (
            Stroke(1.02, -2.5, 0.01, 0.4),
            Stroke(0.96, 2.0, -0.03),
            Stroke(1.08, -2.0, 0.015, 0.8),
            Stroke(1.06, 2.5, 0.0, 0.9),
        ),
        (0.062, 0.040),
        0.13,
        0.99,
    ),
)


class Pen:
    """Collects outlines as SVG path data, every point moved by `bend`."""

    def __init__(self, bend) -> None:
        self.bend = bend
        self.data: list[str] = []

    def move_to(self, x, y) -> None:
        self.data.append("M" + self._at(x, y))

    def line_to(self, x, y) -> None:
        self.data.append("L" + self._at(x, y))

    def quadratic_to(self, cx, cy, x, y) -> None:
        self.data.append(f"Q{self._at(cx, cy)} {self._at(x, y)}")

    def cubic_to(self, ax, ay, bx, by, x, y) -> None:
        self.data.append(f"C{self._at(ax, ay)} {self._at(bx, by)} {self._at(x, y)}")

    def close(self) -> None:
        self.data.append("Z")

    def _at(self, x, y) -> str:
        moved = self.bend(x, y)
        return f"{moved[0]:.0f} {moved[1]:.0f}"


def outline(character: str, swell: tuple[float, float], bend) -> str:
    """A character's outline, swollen and bent."""
    face = hb.Face(hb.Blob.from_file_path(str(FACE)))
    font = hb.Font(face)
    font.synthetic_bold = (*swell, True)
    functions, pen = hb.DrawFuncs(), Pen(bend)
    functions.set_move_to_func(lambda x, y, held: held.move_to(x, y))
    functions.set_line_to_func(lambda x, y, held: held.line_to(x, y))
    functions.set_quadratic_to_func(lambda cx, cy, x, y, held: held.quadratic_to(cx, cy, x, y))
    functions.set_cubic_to_func(lambda ax, ay, bx, by, x, y, held: held.cubic_to(ax, ay, bx, by, x, y))
    functions.set_close_path_func(lambda held: held.close())
    font.draw_glyph(font.get_nominal_glyph(ord(character)), functions, pen)
    return "".join(pen.data)


def bent(stroke: Stroke, left: float, slant: float, phase: float):
    """Where a point of a character's em square comes to stand: turned, slanted, and pulled by an unsteady hand."""
    cosine, sine = math.cos(math.radians(stroke.turn)), math.sin(math.radians(stroke.turn))

    def at(x: float, y: float) -> tuple[float, float]:
        x, y = x - 500, y - 380
        x += 9 * math.sin(y / 95 + phase) + 5 * math.sin((x + y) / 41 + 2 * phase)
        y += 8 * math.sin(x / 105 + 1.7 * phase) + 4 * math.sin((x - y) / 47 + phase)
        x, y = (x * cosine - y * sine) * stroke.scale, (x * sine + y * cosine) * stroke.scale
        return left + 500 + x + y * slant, HEIGHT / 2 - y - stroke.rise * 1000

    return at


def drawn(plate: Plate) -> Iterator[str]:
    """The path of each character."""
    for index, (character, stroke) in enumerate(zip(plate.text, plate.strokes, strict=True)):
        bend = bent(stroke, MARGIN + index * plate.pitch * 1000, plate.slant, 0.9 + 1.3 * index)
        yield f'<path fill="{RED}" d="{outline(character, tuple(part * stroke.swell for part in plate.swell), bend)}"/>'


def main() -> None:
    """Write every nameplate."""
    for plate in PLATES:
        width = round(2 * MARGIN + (len(plate.text) - 1) * plate.pitch * 1000 + 1000)
        body = "\n".join(drawn(plate))
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}">\n{body}\n</svg>\n'
        (REPOSITORY / "styles" / plate.paper / "nameplate.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
