"""A press-ready advert as a PDF: `python -m tests.samples.advert_pdf FILE.pdf` paints it with paiban's own backend."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from layout import api
from layout.assets.images import ImageStore
from layout.backends.pdf import DocumentInfo, Resources, render
from layout.backends.pdf.printing import Intent, Printing
from layout.compose.model import Composition
from layout.diagnostics import Sink
from layout.display.items import Box, Drawn, Item, Layer, Part, Role, TextRun
from layout.display.page import PageDisplay
from layout.geometry import Point, Rect, Size
from layout.ink import BLACK, WHITE, Ink
from layout.shapes import Shape, polyline
from layout.style.model import Setting
from layout.text.model import Font
from layout.text.words import set_words, width_of
from layout.units import Length, mm, pt

GREEN = Ink(700, 100, 900, 0)
SIZE = Size(mm(115), mm(56))
ISSUES = Path(__file__).parents[2] / "issues"
SAMPLE = ISSUES / "2026-03-20"


def advert(loaded: api.Loaded) -> bytes:
    """The advert of a tea shop, 115 by 56 mm with 3 mm bleed."""
    faces = loaded.faces

    def words(text: str, role: str, size: Length, y: Length, ink: Ink) -> list[Item]:
        runs = set_words(text, Font(faces.chain(role), size), Setting(punctuation="quanshen"))
        x, items = (SIZE.width - width_of(runs)) // 2, []
        for run in runs:
            items.append(TextRun(Layer.TEXT, 0, Point(x, y), run, ink))
            x += run.width
        return items

    hills = [(0, 44), (22, 37), (41, 42), (63, 34), (88, 41), (115, 36), (118, 60), (-3, 60)]
    items: list[Item] = [
        Box(Layer.TINT, 0, Rect(-mm(3), -mm(3), SIZE.width + mm(6), SIZE.height + mm(6)), fill=Ink(80, 0, 150, 0)),
        Drawn(Layer.ART, 0, Shape(polyline([Point(mm(x), mm(y)) for x, y in hills], closed=True), GREEN)),
        *words("春山新茶", "headline", pt(34), mm(20), GREEN),
        *words("今日上市", "sans-bold", pt(15), mm(28.5), BLACK),
        *words("澜川茶行　望潮路32号　电话 0000-5550188", "sans-medium", pt(11), mm(51), WHITE),
    ]
    page = PageDisplay("A01", "", 0, SIZE, mm(3), Rect(0, 0, SIZE.width, SIZE.height), (), tuple(items))
    composition = Composition(loaded.edition, (page,), (Part(0, None, Role.PAGE, None, 0),), ())
    info = DocumentInfo("春山新茶", "澜川茶行", "", datetime(2026, 3, 1))
    run = api.press_run(loaded, Sink())
    intent = Intent(run.profile, run.press.condition, run.press.info, run.press.registered)
    return render(composition, ["A01"], Resources(faces, ImageStore()), info, Printing("x4", intent))


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(advert(api.load(SAMPLE)))
