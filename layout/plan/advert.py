"""Adverts in their boxes: shown whole, under their label."""

from __future__ import annotations

from layout.assets.vector.figure import FigurePage
from layout.diagnostics import Sink
from layout.display.items import Role
from layout.edition.model import AdvertPlace
from layout.geometry import Point, Rect
from layout.plan.art import art_items
from layout.plan.crop import WHOLE, contained
from layout.plan.findings import ADVERT_RESIZED
from layout.plan.grid import PageGrid
from layout.plan.model import AdvertPlan, Image, PlacedWords
from layout.plan.picture import Images, foot_white, shoulder
from layout.plan.type import TypeCase
from layout.text.words import set_words, width_of
from layout.units import Length, ascent, to_millimetres

# An advert's millimetres meet columns and lines within this many per cent.
ADVERT_SLACK = 4


def plan_advert(place: AdvertPlace, grid: PageGrid, images: Images, case: TypeCase, sink: Sink) -> AdvertPlan | None:
    """An advert shown whole in its box, under its label; None when the image cannot be opened."""
    box = grid.rect(place.box)
    white = shoulder(grid)
    inner = Rect(box.x, box.y + white, box.width, box.height - white - foot_white(grid))
    return advert_in(place, (box, inner), images, case, sink)


def advert_in(
    place: AdvertPlace, boxes: tuple[Rect, Rect], images: Images, case: TypeCase, sink: Sink
) -> AdvertPlan | None:
    """An advert in the second of two boxes, the first being what it takes of the page."""
    image = images.open(place.picture.file, sink, place.picture.span, place.picture.page)
    if image is None:
        return None
    box, inner = boxes
    words: tuple[PlacedWords, ...] = ()
    top = inner.y
    label = case.style.advert_label if place.label is None else place.label
    if label:
        style = case.style.types["advert-label"]
        runs = set_words(label, case.font(style), case.headline_setting)
        baseline = top + ascent(style.size)
        words = (PlacedWords(Role.LABEL, runs, Point(box.right - width_of(runs), baseline), style.ink),)
        top += style.leading
    room = Rect(box.x, top, box.width, inner.bottom - top)
    rect = contain(image, room)
    _report_resized(place, image, rect, sink)
    return AdvertPlan(place, box, rect, art_items(image, rect), words)


def _report_resized(place: AdvertPlace, image: Image, rect: Rect, sink: Sink) -> None:
    """An advert of a stated size (a PDF's trim) is sold at that size: more than a little scaling is told."""
    scale = rect.width * 100 // image.width
    if isinstance(image, FigurePage) and abs(scale - 100) > ADVERT_SLACK:
        sink.report(
            ADVERT_RESIZED,
            place.span,
            "advert",
            picture=place.picture.file.name,
            size=_millimetres(image.width, image.height),
            room=_millimetres(rect.width, rect.height),
            scale=scale,
        )


def _millimetres(width: Length, height: Length) -> str:
    return f"{to_millimetres(width):.0f} × {to_millimetres(height):.0f}"


def contain(image: Image, room: Rect) -> Rect:
    """The largest rectangle of the image's proportion in `room`, in its middle."""
    rect = contained(image, WHOLE, room)
    x, y = room.x + (room.width - rect.width) // 2, room.y + (room.height - rect.height) // 2
    return Rect(x, y, rect.width, rect.height)
