"""Fixed matter: a panel of the style filled with the edition's data (nameplate, folio, foot)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from layout.compose.parts import PartTree
from layout.display.items import Box, Item, Layer, Role, Rule, TextRun
from layout.geometry import Point, Rect
from layout.plan.art import art_items, owned
from layout.style.model import Panel, PanelBox, PanelPicture, PanelRule, PanelText
from layout.text.words import set_words, width_of

if TYPE_CHECKING:
    from layout.compose.page import Workshop

_ROLES = {"nameplate": Role.NAMEPLATE, "folio": Role.FOLIO}


def panel_items(name: str, rect: Rect, tree: PartTree, parent: int, workshop: Workshop) -> list[Item]:
    """The items of the style's panel `name` standing in `rect`."""
    panel: Panel = workshop.case.style.panels[name]
    part = tree.add(_ROLES.get(name, Role.ARTIFACT), parent, title=name)
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
    room = rect.width - width_of(runs)
    x = rect.x + text.x + {"left": 0, "center": room // 2, "right": room}[text.align]
    for run in runs:
        yield TextRun(Layer.TEXT, part, Point(x, rect.y + text.y), run, style.ink)
        x += run.width


def _rule(rule: PanelRule, rect: Rect, part: int) -> Rule:
    y = rect.y + rule.y
    end = rect.x + rule.x_end if rule.x_end else rect.right
    return Rule(Layer.RULE, part, Point(rect.x + rule.x, y), Point(end, y), rule.weight, rule.ink)


def _box(box: PanelBox, rect: Rect, part: int) -> Box:
    width = box.width or rect.width - box.x
    place = Rect(rect.x + box.x, rect.y + box.y, width, box.height)
    return Box(Layer.TINT, part, place, box.fill, box.stroke, box.weight)


def _picture(picture: PanelPicture, rect: Rect, part: int, workshop: Workshop) -> Iterable[Item]:
    image = workshop.images.open(picture.file, workshop.sink, None)
    if image is not None:
        height = picture.width * image.height // image.width
        place = Rect(rect.x + picture.x, rect.y + picture.y, picture.width, height)
        yield from owned(art_items(image, place), part)
