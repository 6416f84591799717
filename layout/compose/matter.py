"""Fixed matter: a panel of the style filled with the edition's data (nameplate, folio, foot)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from layout.compose.parts import PartTree
from layout.compose.pieces import words_items
from layout.compose.workshop import Workshop
from layout.diagnostics import Span
from layout.display.items import Box, Glyphs, Item, Layer, Role, Rule, TextRun
from layout.edition.model import Page
from layout.geometry import Point, Rect
from layout.plan.art import art_items, owned
from layout.plan.findings import PANEL_TOO_SMALL
from layout.plan.head.down import Column
from layout.style.model import Panel, PanelAlign, PanelBox, PanelPicture, PanelRule, PanelText, TypeStyle
from layout.text.vertical import length_of, set_vertical_words
from layout.text.words import set_words, width_of
from layout.units import Length, to_millimetres

_ROLES = {"nameplate": Role.NAMEPLATE, "folio": Role.FOLIO}


def panel_items(name: str, rect: Rect, tree: PartTree, parent: int, workshop: Workshop) -> list[Item]:
    """The items of the style's panel `name` standing in `rect`."""
    panel: Panel = workshop.case.style.panels[name]
    part = tree.add(_ROLES.get(name.split("-", maxsplit=1)[0], Role.ARTIFACT), parent, title=name)
    items: list[Item] = [_box(box, rect, part) for box in panel.boxes]
    items += [item for picture in panel.pictures for item in _picture(picture, rect, part, workshop)]
    items += [_rule(rule, rect, part) for rule in panel.rules]
    placed = [one for one in (_placed(text, rect, workshop) for text in panel.texts if not text.vertical) if one]
    for one in placed:
        over = max(rect.x - one.origin.x, one.right - rect.right)
        report_over(one.text, over, workshop, (workshop.page.span, "panels"))
        items += _runs(one, part)
    for text in panel.texts:
        if text.vertical:
            items += _down(text, rect, part, workshop)
    return items


class _Placed(Struct, frozen=True):
    """A text of a panel in its place: where its baseline starts, its runs, and its type."""

    text: str
    origin: Point
    runs: tuple[Glyphs, ...]
    style: TypeStyle

    @property
    def right(self) -> Length:
        """Where it ends."""
        return self.origin.x + width_of(self.runs)


def _placed(text: PanelText, rect: Rect, workshop: Workshop) -> _Placed | None:
    words = text.text.format_map(workshop.fields).strip("\u3000 ")
    if not words:
        return None
    case = workshop.case
    style = case.style.types[text.type]
    runs = set_words(words, case.font(style), case.headline_setting)
    x = _aligned(text.align, text.x, width_of(runs), rect, workshop.page)
    return _Placed(words, Point(x, rect.y + text.y), runs, style)


def _down(text: PanelText, rect: Rect, part: int, workshop: Workshop) -> Iterable[TextRun]:
    """A text set vertically from its `y` on, as a calligraphed name down the side of a page; one too long is told."""
    words = text.text.format_map(workshop.fields).strip("\u3000 ")
    if not words:
        return
    case = workshop.case
    style = case.style.types[text.type]
    pieces = set_vertical_words(words, case.font(style), case.headline_setting)
    column = Column(Role.NAMEPLATE, pieces, length_of(pieces), style.leading, style.size, style.ink)
    x = _aligned(text.align, text.x, style.size, rect, workshop.page) + style.size // 2
    report_over(words, text.y + column.length - rect.height, workshop, (workshop.page.span, "panels"), down=True)
    for placed in column.placed(x, rect.y + text.y):
        yield from words_items(placed, part)


def _runs(placed: _Placed, part: int) -> Iterable[TextRun]:
    x = placed.origin.x
    for run in placed.runs:
        yield TextRun(Layer.TEXT, part, Point(x, placed.origin.y), run, placed.style.ink)
        x += run.width


def report_over(text: str, over: Length, workshop: Workshop, where: tuple[Span, str], *, down: bool = False) -> None:
    """Report fixed text that is wider than its place, or longer when it runs down; `where` is what put it there."""
    if over > 0:
        page, by = workshop.page.name, max(1, round(to_millimetres(over)))
        zh, en = ("长", "longer") if down else ("宽", "wider")
        workshop.sink.report(PANEL_TOO_SMALL, *where, page=page, text=text, over=by, what_zh=zh, what_en=en)


def _aligned(align: PanelAlign, offset: Length, width: Length, rect: Rect, page: Page) -> Length:
    """The left edge of something `width` wide. Odd pages lie on the right: their outer edge is the right one."""
    if align in {"outer", "inner"}:
        on_right = page.on_right == (align == "outer")
        align, offset = ("right", -offset) if on_right else ("left", offset)
    room = rect.width - width
    return rect.x + offset + {"center": room // 2, "right": room}.get(align, 0)


def _rule(rule: PanelRule, rect: Rect, part: int) -> Rule:
    start = Point(rect.x + rule.x, rect.y + rule.y)
    if rule.y_end:
        end = Point(start.x, rect.y + rule.y_end)
    else:
        end = Point(rect.x + rule.x_end if rule.x_end else rect.right, start.y)
    return Rule(Layer.RULE, part, start, end, rule.weight, rule.ink)


def _box(box: PanelBox, rect: Rect, part: int) -> Box:
    width = box.width or rect.width - box.x
    place = Rect(rect.x + box.x, rect.y + box.y, width, box.height)
    return Box(Layer.TINT, part, place, box.fill, box.stroke, box.weight)


def _picture(picture: PanelPicture, rect: Rect, part: int, workshop: Workshop) -> Iterable[Item]:
    image = workshop.images.open(picture.file, workshop.sink, None)
    if image is not None:
        height = picture.width * image.height // image.width
        x = _aligned(picture.align, picture.x, picture.width, rect, workshop.page)
        place = Rect(x, rect.y + picture.y, picture.width, height)
        yield from owned(art_items(image, place), part)
