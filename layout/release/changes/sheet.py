"""The difference as a PDF: every page that changed, the old beside the new with marks over both, and a list (核红)."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from layout.assets.fonts import FaceBook
from layout.assets.images import ImageStore
from layout.backends.pdf import DocumentInfo, Resources, render
from layout.compose.model import Composition
from layout.display.items import Box, Item, Layer, Part, Role, Rule
from layout.display.moved import moved
from layout.display.page import PageDisplay
from layout.geometry import Point, Rect, Size
from layout.ink import BLACK, RED, Ink
from layout.overlay.pen import BLUE, ORANGE, Pen
from layout.release.changes.compare import Change, Difference, Move, PageDifference, joined
from layout.release.changes.layouts import Box as Place
from layout.release.changes.layouts import PageLayout, rects
from layout.release.changes.versions import Version, trimmed
from layout.release.changes.words import flat, move_words, place_words
from layout.units import MILLIMETRE, Length, pt

_HEAD, _GAP, _EDGE = 16 * MILLIMETRE, 12 * MILLIMETRE, 8 * MILLIMETRE
_TYPE = pt(9)
_A4 = Size(210 * MILLIMETRE, 297 * MILLIMETRE)
_PALE = BLACK.tint(500)


class Compared(Struct, frozen=True):
    """Two versions and what differs between them."""

    old: Version
    new: Version
    difference: Difference


class _Sheet(Struct):
    """A sheet with the marks over its two pages, and where those pages stand on it."""

    display: PageDisplay
    under: tuple[tuple[bytes, Rect], ...]


def difference_pdf(compared: Compared, faces: FaceBook, time: datetime) -> bytes:
    """The pages that changed and the list as one PDF; the same input gives the same bytes.

    Raises `layout.release.changes.versions.VersionError` when a page's PDF is not there.
    """
    pen = Pen.of(faces)
    changed = [page for page in compared.difference.pages if not page.same]
    sheets = [*(_side_by_side(page, compared, pen) for page in changed), *_lists(compared, pen)]
    part = Part(0, None, Role.PAGE, None, 0)
    displays = tuple(sheet.display for sheet in sheets)
    layout = compared.new.layout
    title = f"{layout.paper} {layout.date} 改动对照"
    info = DocumentInfo(title, layout.paper, "", time)
    composition = Composition(None, displays, (part,), (), ())  # type: ignore[arg-type]  # of no one edition
    marks = render(composition, [page.name for page in displays], Resources.of(faces, ImageStore()), info)
    return _over_pages(marks, sheets)


def _over_pages(marks: bytes, sheets: Sequence[_Sheet]) -> bytes:
    """The finished pages put under their marks, as they are: type stays type."""
    import pikepdf

    with pikepdf.open(io.BytesIO(marks)) as pdf:
        for page, sheet in zip(pdf.pages, sheets, strict=True):
            height = sheet.display.trim.height
            for number, (data, place) in enumerate(sheet.under):
                corners = (place.x, height - place.bottom, place.right, height - place.y)
                rect = pikepdf.Rectangle(*(corner / pt(1) for corner in corners))
                with pikepdf.open(io.BytesIO(data)) as one:
                    form = pdf.copy_foreign(one.pages[0].as_form_xobject())
                # A name of our own: the library's are drawn by lot.
                resource = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/Under{number}"))
                placed = page.calc_form_xobject_placement(form, resource, rect, allow_expand=True)
                page.contents_add(b"q\n" + placed + b"\nQ\n", prepend=True)
        file = io.BytesIO()
        pdf.save(file, deterministic_id=True)
        return file.getvalue()


def _side_by_side(page: PageDifference, compared: Compared, pen: Pen) -> _Sheet:
    sizes = [_size(layout) for layout in (page.old, page.new)]
    width = max(size.width for size in sizes)
    lefts = (_EDGE, _EDGE + width + _GAP)
    sheet = Size(lefts[1] + width + _EDGE, _HEAD + max(size.height for size in sizes) + _EDGE)
    items: list[Item] = []
    under = []
    own = ((page.old, compared.old, True), (page.new, compared.new, False))
    for (layout, version, is_old), left in zip(own, lefts, strict=True):
        items += _heading(page.name, version, left, pen, is_old=is_old)
        if layout is None:
            items += _words("（没有这一版）", Point(left, _HEAD + 10 * MILLIMETRE), pt(14), _PALE, pen)
            continue
        place = Rect(left, _HEAD, *(_size(layout).width, _size(layout).height))
        under.append((trimmed(*version.page(page.name)), place))
        items.append(_frame(place, _PALE, pt(0.5)))
        marks = _marks(page, compared.difference, pen, is_old=is_old)
        items += [moved(item, left, _HEAD) for item in marks]
    return _Sheet(_display(page.name, sheet, items), tuple(under))


def _size(layout: PageLayout | None) -> Size:
    """The size of a page; A4 where there is none, since something has to stand there."""
    if layout is None:
        return _A4
    (rect,) = rects(((0, 0, layout.width, layout.height),))
    return Size(rect.width, rect.height)


def _display(name: str, size: Size, items: list[Item]) -> PageDisplay:
    return PageDisplay(name, "", 0, size, 0, Rect(0, 0, size.width, size.height), (), tuple(items))


def _heading(name: str, version: Version, left: Length, pen: Pen, *, is_old: bool) -> Iterator[Item]:
    what, ink = ("旧", RED) if is_old else ("新", BLUE)
    layout = version.layout
    text = f"{what}　{name}　{layout.date}　v{layout.version:02d}　{version.name}"
    yield from _words(text, Point(left, _HEAD - 5 * MILLIMETRE), pt(14), ink, pen)


def _words(text: str, at: Point, size: Length, ink: Ink, pen: Pen) -> Iterator[Item]:
    return (replace(item, layer=Layer.TEXT) for item in pen.write(text, at, 0, size, ink))


def _frame(rect: Rect, ink: Ink, weight: Length) -> Box:
    return Box(Layer.MARKS, 0, rect, stroke=ink, weight=weight)


def _marks(page: PageDifference, difference: Difference, pen: Pen, *, is_old: bool) -> Iterator[Item]:
    """The marks over one of the two pages, in its own coordinates."""
    for move in difference.moves:
        if move.page == page.name:
            yield from _outlined(move, is_old=is_old)
    if not is_old:
        for rect in rects(page.reset):
            bar = Point(rect.x - pt(2), rect.y)
            yield Rule(Layer.MARKS, 0, bar, Point(bar.x, rect.bottom), pt(0.8), ORANGE)
    for change in difference.changes:
        spots = change.old_spots if is_old else change.new_spots
        own = [box for name, box in spots if name == page.name and box[2]]
        lines = [rects((line,))[0] for line in _by_line(own)]
        for rect in lines:
            yield from _struck(rect) if is_old else _boxed(rect)
        if lines:
            yield from _numbered(change, lines[0], pen, RED if is_old else BLUE)
        elif not is_old and change.after_spot and change.after_spot[0] == page.name:
            yield from _gap(change, rects((change.after_spot[1],))[0], pen)


def _outlined(move: Move, *, is_old: bool) -> Iterator[Item]:
    for rect in rects(move.old if is_old else move.new):
        yield _frame(rect.grown(pt(1)), RED if is_old else BLUE, pt(1.4))


def _by_line(boxes: Sequence[Place]) -> Iterator[Place]:
    """Neighbouring characters of a line in one box."""
    row: list[Place] = []
    for box in boxes:
        if row and not _follows(row[-1], box):
            yield joined(row)
            row = []
        row.append(box)
    if row:
        yield joined(row)


def _follows(one: Place, other: Place) -> bool:
    beside = one[1] == other[1] and one[3] == other[3] and 0 <= other[0] - one[0] <= 2 * one[3]
    below = one[0] == other[0] and one[2] == other[2] and 0 <= other[1] - one[1] <= 2 * one[2]
    return beside or below


def _struck(rect: Rect) -> Iterator[Item]:
    """A line through the characters that are gone, and a frame that shows it from afar."""
    yield _frame(rect.grown(pt(0.6)), RED, pt(0.4))
    upright = rect.height > 2 * rect.width
    if upright:
        x = rect.x + rect.width // 2
        yield Rule(Layer.MARKS, 0, Point(x, rect.y), Point(x, rect.bottom), pt(1), RED)
    else:
        y = rect.y + rect.height // 2
        yield Rule(Layer.MARKS, 0, Point(rect.x, y), Point(rect.right, y), pt(1), RED)


def _boxed(rect: Rect) -> Iterator[Item]:
    yield _frame(rect.grown(pt(0.8)), BLUE, pt(1))


def _gap(change: Change, before: Rect, pen: Pen) -> Iterator[Item]:
    """A bar where something was taken out of the new page, after the character that stood before it."""
    if before.height:
        top, foot = Point(before.right, before.y - pt(1)), Point(before.right, before.bottom + pt(1))
        yield Rule(Layer.MARKS, 0, top, foot, pt(1.2), RED)
        yield from _numbered(change, Rect(before.right, before.y, 0, before.height), pen, RED)


def _numbered(change: Change, rect: Rect, pen: Pen, ink: Ink) -> Iterator[Item]:
    """The change's number on a small plate above its first characters."""
    size = pt(6)
    plate = pen.plate(str(change.number), Point(0, 0), size)
    corner = Point(rect.x - pt(0.8), rect.y - plate.height - pt(0.8))
    return (replace(item, layer=Layer.MARKS) for item in pen.tag(str(change.number), corner, 0, ink, size))


class _List(Struct):
    """Pages of A4 being filled with lines."""

    pen: Pen
    done: list[list[Item]] = field(default_factory=list)
    y: Length = 0

    def line(self, pieces: Sequence[tuple[str, Ink]], size: Length = _TYPE, indent: Length = 0) -> None:
        """A line of pieces in their inks; what is too wide goes on below."""
        left, right = 18 * MILLIMETRE + indent, _A4.width - 15 * MILLIMETRE
        self._down(size * 9 // 5)
        x = left
        for text, ink in pieces:
            for character in text:
                width = self.pen.width(character, size)
                if x + width > right:
                    self._down(size * 8 // 5)
                    x = left + size * 2
                self.done[-1] += _words(character, Point(x, self.y), size, ink, self.pen)
                x += width

    def _down(self, by: Length) -> None:
        self.y += by
        if not self.done or self.y > _A4.height - 15 * MILLIMETRE:
            self.done.append([])
            self.y = 20 * MILLIMETRE


def _lists(compared: Compared, pen: Pen) -> Iterator[_Sheet]:
    """The list for 核红: page, story, line, old and new in their context, with a box to tick."""
    paper = _List(pen)
    difference = compared.difference
    layout = compared.new.layout
    paper.line([(f"核红清单　{layout.paper}　{layout.date}", BLACK)], pt(14))
    paper.line([(f"改字 {len(difference.changes)} 处，块 {len(difference.moves)} 处", BLACK)])
    for page in difference.pages:
        if page.same:
            continue
        paper.line([(page.name + _state(page), BLACK)], pt(11))
        for move in difference.moves:
            if move.page == page.name:
                paper.line([(f"□ {move_words(move)[0]}", BLACK)], indent=pt(9))
        for change in difference.changes:
            if change.page == page.name:
                paper.line(_told(change), indent=pt(9))
        if page.reset:
            paper.line([(f"重排 {len(page.reset)} 行（新版左侧橙线）", ORANGE)], indent=pt(9))
    for number, items in enumerate(paper.done, 1):
        yield _Sheet(_display(f"list-{number}", _A4, items), ())


def _state(page: PageDifference) -> str:
    if page.old is None:
        return "　新增的版"
    return "　撤掉的版" if page.new is None else ""


def _told(change: Change) -> list[tuple[str, Ink]]:
    where = f"□ {change.number}　{place_words(change)[0]}　…{flat(change.before)}"
    old = [(f"〔{flat(change.old)}〕", RED)] if change.old else []
    new = [(f"【{flat(change.new)}】", BLUE)] if change.new else []
    return [(where, BLACK), *old, *new, (f"{flat(change.after)}…", BLACK)]
