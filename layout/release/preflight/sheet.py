"""The preflight report on one page of A4, to be printed and signed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from layout.backends.pdf import DocumentInfo, Resources, render
from layout.diagnostics import Severity
from layout.display.items import Item, Layer, Part, Role, Rule, TextRun
from layout.display.page import PageDisplay
from layout.geometry import Point, Rect, Size
from layout.ink import BLACK, RED, Ink
from layout.release.preflight.facts import PageFacts
from layout.release.preflight.report import Report, findings_of
from layout.style.model import Setting
from layout.text.model import Font
from layout.text.words import set_words
from layout.units import MILLIMETRE, Length, pt, to_points

FILE = "preflight.pdf"
_SIZE = Size(210 * MILLIMETRE, 297 * MILLIMETRE)
_LEFT, _TOP = 18 * MILLIMETRE, 22 * MILLIMETRE
_FOOT = _SIZE.height - 16 * MILLIMETRE
_BODY, _LEADING = pt(8.5), pt(13)
# Where the columns of the table begin, in millimetres from the left margin.
_COLUMNS = (0, 14, 28, 42, 56, 70, 84, 100, 116, 132)
_HEADS = ("版", "青 %", "品 %", "黄 %", "黑 %", "最多 %", "超 %", "最小字", "最细线", "图片（最低 ppi）")


class _Sheet(Struct):
    """The page being filled from the top; a line that no longer fits is counted instead."""

    font: Font
    items: list[Item] = field(default_factory=list)
    y: Length = _TOP
    left_out: int = 0

    def line(self, text: str, *, size: Length = _BODY, ink: Ink = BLACK) -> None:
        """A line of text."""
        if self._has_room():
            self._words(text, _LEFT, size, ink)
            self.y += max(_LEADING, size * 3 // 2)

    def row(self, cells: tuple[str, ...]) -> None:
        """A row of the table."""
        if self._has_room():
            for at, cell in zip(_COLUMNS, cells, strict=True):
                self._words(cell, _LEFT + at * MILLIMETRE, _BODY, BLACK)
            self.y += _LEADING

    def rule(self) -> None:
        """A line across, above the next one of text."""
        y = self.y - _LEADING * 3 // 4
        end = Point(_SIZE.width - _LEFT, y)
        self.items.append(Rule(Layer.RULE, 0, Point(_LEFT, y), end, pt(0.5), BLACK))

    def _has_room(self) -> bool:
        self.left_out += self.y > _FOOT - _LEADING
        return self.y <= _FOOT - _LEADING

    def _words(self, text: str, x: Length, size: Length, ink: Ink) -> None:
        for run in set_words(text, replace(self.font, size=size), Setting(punctuation="quanshen")):
            self.items.append(TextRun(Layer.TEXT, 0, Point(x, self.y), run, ink))
            x += run.width


def sheet_bytes(report: Report, info: DocumentInfo) -> bytes:
    """The sheet as a PDF."""
    faces = report.loaded.faces
    assert faces is not None
    sheet = _Sheet(Font(faces.chain("sans"), _BODY))
    _fill(sheet, report)
    if sheet.left_out:
        sheet.y = _FOOT
        sheet._words(f"……还有 {sheet.left_out} 行，见 preflight.json", _LEFT, _BODY, BLACK)
    area = Rect(0, 0, _SIZE.width, _SIZE.height)
    page = PageDisplay("preflight", "印前检查", 0, _SIZE, 0, area, (), tuple(sheet.items))
    parts = (Part(0, None, Role.PAGE, None, 0),)
    composition = replace(report.composition, pages=(page,), parts=parts, sheets=())
    return render(composition, [page.name], Resources.of(faces, report.loaded.images), info)


def _fill(sheet: _Sheet, report: Report) -> None:
    edition, press = report.composition.edition, report.run.press
    assert report.loaded.style is not None
    verdict = ("可以付印", BLACK) if report.passed else ("不能付印", RED)
    sheet.line(f"{report.loaded.style.identity.name}　{edition.date.isoformat()}　印前检查", size=pt(16))
    sheet.line(verdict[0], size=pt(14), ink=verdict[1])
    if report.covers:
        sheet.line(f"只查 {'、'.join(report.covers)}（全期 {len(edition.pages)} 版）")
    sheet.line(f"印刷条件：{press.name}（{press.condition}），总墨量 {press.total_ink}%")
    standard = {"x4": "PDF/X-4", "x1a": "PDF/X-1a:2003"}[report.run.standard]
    sheet.line(f"文件：{standard}；特性文件 {press.profile.name}，SHA-256 {report.run.profile.key[:16]}…")
    sheet.y += _LEADING
    sheet.rule()
    sheet.row(_HEADS)
    sheet.rule()
    for facts in report.facts:
        sheet.row(_row(facts, report))
    sheet.y += _LEADING
    for text, ink in _notes(report):
        sheet.line(text, ink=ink)
    sheet.y += 2 * _LEADING
    sheet.line("检查　____________　　　　签发　____________　　　　时间　____________")


def _row(facts: PageFacts, report: Report) -> tuple[str, ...]:
    plates = report.plates[facts.page]
    known = [picture.ppi for picture in facts.pictures if picture.ppi is not None]
    pictures = f"{len(facts.pictures)}（{min(known)}）" if known else str(len(facts.pictures))
    return (
        facts.page,
        *(f"{plate.mean:.1f}" for plate in plates.each),
        str(plates.most),
        f"{plates.over(report.run.press.total_ink):.2f}",
        _points(facts.smallest_type),
        _points(facts.thinnest_rule),
        pictures,
    )


def _points(length: Length | None) -> str:
    return "–" if length is None else f"{to_points(length):g}pt"


def _notes(report: Report) -> Iterator[tuple[str, Ink]]:
    """The findings, errors first in red, and the faces of all pages."""
    for severity, word, ink in ((Severity.ERROR, "错误", RED), (Severity.WARNING, "警告", BLACK)):
        for found in findings_of(report, [severity]):
            yield f"{word} {found.code} {found.page or ''} {found.message('zh')}"[:92], ink
    for page, plates in report.plates.items():
        for spot, plate in plates.spots.items():
            yield f"专色 {page} {spot}：{plate.mean:.1f}%", BLACK
    faces = sorted({face for facts in report.facts for face in facts.faces})
    yield f"字体 {len(faces)} 种：", BLACK
    for start in range(0, len(faces), 4):
        yield f"　　{'、'.join(faces[start : start + 4])}", BLACK
