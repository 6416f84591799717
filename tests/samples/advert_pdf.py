"""A press-ready advert as a PDF: `python -m tests.samples.advert_pdf FILE.pdf` paints it with paiban's own backend."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from math import cos, pi, sin
from pathlib import Path

from layout import api
from layout.assets.images import ImageStore
from layout.backends.pdf.documentinfo import DocumentInfo
from layout.backends.pdf.drawing import Resources
from layout.backends.pdf.printing import Intent, Printing
from layout.backends.pdf.writer import render
from layout.compose.model import Composition
from layout.diagnostics import Sink
from layout.display.items import Box, Drawn, Item, Layer, Part, Role, TextRun
from layout.display.page import PageDisplay
from layout.geometry import Point, Rect, Size
from layout.ink import WHITE, Ink
from layout.shapes import Shape, polyline
from layout.style.model import Setting
from layout.text.model import Font
from layout.text.words import set_words
from layout.units import Length, mm, pt

# Below 180 % in all: gates of plates take darker type for black that lost its plate.
DEEP, LEAF = Ink(780, 240, 740, 0), Ink(660, 180, 860, 0)
SIZE = Size(mm(115), mm(56))
ISSUES = Path(__file__).parents[2] / "issues"
SAMPLE = ISSUES / "2026-03-20"
# Ridges from far to near: height of the crest at the left (mm), swing, waves over the width, phase, ink.
RIDGES = (
    (30.0, 3.4, 1.7, 0.4, Ink(170, 20, 230, 0)),
    (35.5, 3.0, 1.2, 2.6, Ink(340, 50, 490, 0)),
    (40.5, 2.6, 0.9, 4.4, LEAF),
)


def advert(loaded: api.Loaded) -> bytes:
    """The advert of a tea shop, 115 by 56 mm with 3 mm bleed."""
    faces = loaded.faces

    def words(text: str, role: str, size: Length, place: tuple[float, float], ink: Ink) -> list[Item]:
        x, y = (mm(edge) for edge in place)
        items: list[Item] = []
        for run in set_words(text, Font(faces.chain(role), size), Setting(punctuation="quanshen")):
            items.append(TextRun(Layer.TEXT, 0, Point(x, y), run, ink))
            x += run.width
        return items

    items: list[Item] = [
        Box(Layer.TINT, 0, Rect(-mm(3), -mm(3), SIZE.width + mm(6), SIZE.height + mm(6)), fill=Ink(50, 0, 110, 0)),
        _drawn(_round(93, 20, 8.5), Ink(0, 130, 420, 0)),
        *(_drawn(_ridge(*ridge[:4]), ridge[4]) for ridge in RIDGES),
        *(_drawn(row, Ink(470, 80, 660, 0)) for row in _rows_of_tea()),
        _drawn([(-3, 48), (118, 48), (118, 59), (-3, 59)], DEEP),
        *(_drawn(leaf, LEAF) for leaf in (_leaf(8.8, 10.2, -0.9), _leaf(11.2, 10.2, 0.9), _leaf(10, 9.0, 0.0))),
        *words("春山新茶", "sans-bold", pt(32), (16.5, 17.5), DEEP),
        *words("头采只此一季，今日上市", "sans", pt(12.5), (17, 26), DEEP),
        *words("澜川茶行　望潮路32号　0000-5550188", "sans-medium", pt(10.5), (8, 53.6), WHITE),
    ]
    page = PageDisplay("A01", "", 0, SIZE, mm(3), Rect(0, 0, SIZE.width, SIZE.height), (), tuple(items))
    composition = Composition(loaded.edition, (page,), (Part(0, None, Role.PAGE, None, 0),), ())
    info = DocumentInfo("春山新茶", "澜川茶行", "", datetime(2026, 3, 1))
    run = api.press_run(loaded, Sink())
    intent = Intent(run.profile, run.press.condition, run.press.info, run.press.registered)
    return render(composition, ["A01"], Resources.of(faces, ImageStore()), info, Printing("x4", intent))


def _drawn(points: Sequence[tuple[float, float]], ink: Ink) -> Drawn:
    """A filled outline through points in millimetres."""
    return Drawn(Layer.ART, 0, Shape(polyline([Point(mm(x), mm(y)) for x, y in points], closed=True), ink))


def _ridge(crest: float, swing: float, waves: float, phase: float) -> list[tuple[float, float]]:
    """The outline of a range of hills down to the foot of the sheet."""
    line = []
    for x in range(-3, 119):
        turn = x / 115 * 2 * pi * waves + phase
        line.append((float(x), crest - swing * (sin(turn) + 0.45 * sin(2.3 * turn + 1))))
    return [*line, (118.0, 59.0), (-3.0, 59.0)]


def _rows_of_tea() -> Iterator[list[tuple[float, float]]]:
    """Terraces on the nearest hill: bands that follow its crest, wider towards the foot."""
    crest = _ridge(*RIDGES[-1][:4])[:-2]
    for row in range(1, 6):
        down, thick = 0.7 + 0.55 * row**1.35, 0.22 + 0.09 * row
        upper = [(x, y + down * (1 + 0.12 * sin(x / 19 + row))) for x, y in crest]
        yield [*upper, *((x, y + thick) for x, y in reversed(upper))]


def _round(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    return [(x + radius * cos(a * pi / 60), y + radius * sin(a * pi / 60)) for a in range(120)]


def _leaf(x: float, y: float, lean: float) -> list[tuple[float, float]]:
    """A tea leaf, its stalk at a point, leaning aside."""
    points = []
    for step in range(40):
        turn = step / 40 * 2 * pi
        along, across = 2.6 * (1 - cos(turn)), 1.25 * sin(turn) * (0.6 + 0.4 * cos(turn / 2) ** 2)
        points.append((x + along * sin(lean) + across * cos(lean), y - along * cos(lean) + across * sin(lean)))
    return points


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(advert(api.load(SAMPLE)))
