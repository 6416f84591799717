"""Fixed matter: a panel of the style filled with the edition's data (nameplate, folio, foot)."""

from __future__ import annotations

from collections.abc import Iterable

from layout.compose.parts import PartTree
from layout.compose.workshop import Workshop
from layout.display.items import Box, Item, Layer, Role, Rule, TextRun
from layout.edition.model import Page
from layout.geometry import Point, Rect
from layout.plan.art import art_items, owned
from layout.plan.findings import PANEL_TOO_NARROW
from layout.style.model import Panel, PanelAlign, PanelBox, PanelPicture, PanelRule, PanelText
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
    for text in panel.texts:
        items += _text(text, rect, part, workshop)
    return items


def _text(text: PanelText, rect: Rect, part: int, workshop: Workshop) -> Iterable[Item]:
    words = text.text.format_map(workshop.fields)
    if not words.strip():
        return
    case = workshop.case
    style = case.style.types[text.type]
    runs = set_words(words, case.font(style), case.headline_setting)
    width = width_of(runs)
    x = _aligned(text.align, text.x, width, rect, workshop.page)
    if x < rect.x or x + width > rect.right:
        over = round(to_millimetres(max(rect.x - x, x + width - rect.right)))
        workshop.sink.report(
            PANEL_TOO_NARROW, workshop.page.span, "panels", page=workshop.page.name, text=words, over=over
        )
    for run in runs:
        yield TextRun(Layer.TEXT, part, Point(x, rect.y + text.y), run, style.ink)
        x += run.width


def _aligned(align: PanelAlign, offset: Length, width: Length, rect: Rect, page: Page) -> Length:
    """The left edge of something `width` wide. Odd pages lie on the right: their outer edge is the right one."""
    if align in {"outer", "inner"}:
        on_right = (int(page.name[1:]) % 2 == 1) == (align == "outer")
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
