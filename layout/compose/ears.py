"""Ears (报眼) of a few typed lines, and ornaments (版花)."""

from __future__ import annotations

from layout.compose.room import BoxSetter
from layout.display.items import Item
from layout.edition.matter import Ear, Ornament
from layout.plan.advert import contain
from layout.plan.art import art_items, owned


def ear_items(ear: Ear, draw: BoxSetter) -> list[Item]:
    """The box with its title, its lines in the middle of its height, half a line between them where there is room."""
    items, room = draw.open(ear.box, ear.frame, ear.title, "ear-title")
    lines = draw.lines(ear.lines, "ear", room.slots())
    rows = room.spread([1] * len(lines), room.leading // 2)
    above = (room.rows[-1] - rows[-1]) // 2 if len(lines) <= len(room.rows) and rows else 0
    items += draw.drawn(lines, "ear", [row + above for row in rows])
    if len(lines) > len(room.rows):
        draw.report_full(ear.title or ear.lines[0], ear.box.span, len(lines) - len(room.rows))
    return items


def ornament_items(ornament: Ornament, draw: BoxSetter) -> list[Item]:
    """The picture whole, in the middle of its box."""
    image = draw.workshop.images.open(ornament.file, draw.workshop.sink, ornament.span)
    if image is None:
        return []
    return [*owned(art_items(image, contain(image, draw.grid.rect(ornament.box))), draw.part)]
