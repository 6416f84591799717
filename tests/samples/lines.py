"""The texts of case files set in real faces, to be looked at: `python -m tests.samples.lines OUT.pdf`.

Further arguments name case files; without them the corpus is set. Every case stands in each face once across and once
down, in a frame of its measure; what a case leaves open is set in 13 em.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import yaml
from msgspec.structs import replace

from layout import api
from layout.compose.lines import line_items
from layout.compose.model import Composition
from layout.display.items import Box, Item, Layer, Part, Role, Rule, TextRun
from layout.display.page import PageDisplay
from layout.geometry import Point, Rect, Size, Slot
from layout.ink import BLACK
from layout.text.model import Font, Poured, Prose
from layout.text.pour import pour, prepare
from layout.text.words import set_words
from layout.units import POINT
from tests.cases import setting_of
from tests.features.editions import loaded

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FACES = ("noto-serif-sc", "noto-sans-sc")
EM, LEADING = 16 * POINT, 22 * POINT
LABEL = 7 * POINT
SHEET = Size(842 * POINT, 595 * POINT)
MARGIN = 30 * POINT


def cases_of(paths: list[Path]) -> Iterator[tuple[dict, dict]]:
    for path in paths:
        data = yaml.safe_load(path.read_text("utf-8"))
        for case in data["cases"]:
            if case.get("kind", "paragraph") in {"paragraph", "invariants"}:
                yield case, data["defaults"]


class Sheets:
    """Pages filled row by row with samples."""

    def __init__(self, book) -> None:
        self.book, self.pages, self.items = book, [], []
        self.x = self.y = MARGIN
        self.row = 0

    def put(self, items: list[Item], size: tuple[int, int]) -> None:
        """Place items that were drawn from the origin where there is room."""
        width, height = size
        if self.x + width > SHEET.width - MARGIN:
            self.x, self.y, self.row = MARGIN, self.y + self.row, 0
        if self.y + height > SHEET.height - MARGIN:
            self.end()
        self.items += [moved(item, self.x, self.y) for item in items]
        self.x += width
        self.row = max(self.row, height)

    def end(self) -> None:
        name = f"S{len(self.pages) + 1:02}"
        area = Rect(0, 0, SHEET.width, SHEET.height)
        self.pages.append(PageDisplay(name, "样张", 0, SHEET, 0, area, (), tuple(self.items)))
        self.items, self.x, self.y, self.row = [], MARGIN, MARGIN, 0


def moved(item: Item, x: int, y: int) -> Item:
    if isinstance(item, TextRun):
        return replace(item, origin=Point(item.origin.x + x, item.origin.y + y))
    if isinstance(item, Box):
        return replace(item, rect=Rect(item.rect.x + x, item.rect.y + y, item.rect.width, item.rect.height))
    assert isinstance(item, Rule)
    return replace(item, start=Point(item.start.x + x, item.start.y + y), end=Point(item.end.x + x, item.end.y + y))


def sample(case: dict, defaults: dict, font: Font, *, vertical: bool) -> tuple[list[Item], tuple[int, int]]:
    setting, options = setting_of(case, defaults)
    measure = int(Fraction(str(case["measure"] or 13)) * EM)
    indent = int(Fraction(str(options["indent"])) * EM)
    prepared = prepare(Prose(case["text"], font, setting, "justify", indent), vertical=vertical)
    count = len(poured(prepared, measure, 1, vertical=vertical).rest) + 1
    items = frame(measure, count, vertical=vertical)
    for line in poured(prepared, measure, count, vertical=vertical).placed:
        items += line_items(line, 0, BLACK)
    label = set_words(f"{case['id']} {options['style']}", replace(font, size=LABEL), setting)
    items += [TextRun(Layer.TEXT, 0, Point(0, LABEL), run, BLACK) for run in label[:1]]
    across, down = (count * LEADING, measure) if vertical else (measure, count * LEADING)
    return items, (across + 2 * EM, down + 2 * EM)


def poured(prepared, measure: int, count: int, *, vertical: bool) -> Poured:
    top = LABEL * 3 // 2
    if vertical:
        slots = [Slot(count * LEADING - number * LEADING - LEADING // 2, top, measure) for number in range(count)]
    else:
        slots = [Slot(0, top + number * LEADING + LEADING * 3 // 4, measure) for number in range(count)]
    return pour((prepared,), slots)


def frame(measure: int, count: int, *, vertical: bool) -> list[Item]:
    top = LABEL * 3 // 2
    width, height = (count * LEADING, measure) if vertical else (measure, count * LEADING)
    return [Box(Layer.RULE, 0, Rect(0, top, width, height), stroke=BLACK.tint(300), weight=POINT // 5)]


def main(out: str, *files: str) -> int:
    edition = loaded("frame")
    paths = [Path(file) for file in files] or sorted(CORPUS.glob("*.yaml"))
    sheets = Sheets(edition.faces)
    for key in FACES:
        font = Font((edition.faces.face(key),), EM)
        for vertical in (False, True):
            for case, defaults in cases_of(paths):
                sheets.put(*sample(case, defaults, font, vertical=vertical))
            sheets.end()
    parts = (Part(0, None, Role.PAGE, None, 0, "样张"),)
    composition = Composition(edition.edition, tuple(sheets.pages), parts, ())
    target = api.Target(profile="proof", out=Path("unused"), files="edition")
    (data,) = api.pdfs(composition, edition, target).values()
    Path(out).write_bytes(data)
    print(out, len(sheets.pages), "pages")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
