"""Pictures and adverts in their boxes: the image's rectangle, its crop, and the caption set."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from layout.assets.vector.figure import FigurePage
from layout.diagnostics import Sink, Span
from layout.display.items import Role
from layout.edition.model import AdvertPlace, PicturePlace
from layout.geometry import Point, Rect, Slot
from layout.plan.art import art_items
from layout.plan.findings import ADVERT_RESIZED, COARSE_PICTURE, PICTURE_FLAT
from layout.plan.grid import PageGrid
from layout.plan.model import AdvertPlan, Image, PicturePlan, PlacedWords
from layout.plan.type import TypeCase
from layout.text.model import Line, Prose
from layout.text.pour import pour
from layout.text.words import set_words, width_of
from layout.units import INCH, MILLIMETRE, Length, to_millimetres

LEAST_IMAGE: Length = 10 * MILLIMETRE
# At the desk a note; the press has limits of its own (standards 1.4).
ADVISED_PPI = 200
# An advert's millimetres meet columns and lines within this many per cent.
ADVERT_SLACK = 4


class Images(Protocol):
    """Where images are opened; `layout.assets.images.ImageStore` is one."""

    def open(self, path: Path, sink: Sink, span: Span | None, page: int | None = None) -> Image | None:
        """The image (of a PDF the page), or None with the reason reported."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What touches a picture's box: text above and below it ask for white there."""

    above: bool
    below: bool


def plan_picture(
    place: PicturePlace, grid: PageGrid, around: Surroundings, images: Images, case: TypeCase, sink: Sink
) -> PicturePlan | None:
    """A picture in its box, caption below; None when the image cannot be opened (reported by the store)."""
    image = images.open(place.picture.file, sink, place.picture.span, place.picture.page)
    if image is None:
        return None
    box = grid.rect(place.box)
    style = case.style.pictures
    inner_top = box.y + (style.above if around.above else _shoulder(grid))
    foot = box.bottom - (style.below if around.below else _foot(grid))
    words, caption_top = _caption(place, box, foot, case)
    bottom = caption_top - style.caption_gap if words else foot
    rect = Rect(box.x, inner_top, box.width, bottom - inner_top)
    if rect.height < LEAST_IMAGE:
        sink.report(
            PICTURE_FLAT,
            place.box.span,
            "lines",
            picture=place.picture.file.name,
            least=round(to_millimetres(LEAST_IMAGE)),
        )
        rect = Rect(rect.x, rect.y, rect.width, max(rect.height, grid.leading))
    if image.scalable and place.focus is None:
        # A map or a diagram cut at its edges would say something else.
        rect = contain(image, rect)
        return PicturePlan(place, box, rect, art_items(image, rect), words, keyline=False)
    crop = cover(image, rect, place.focus)
    _report_coarse(place, image, rect, crop, sink)
    return PicturePlan(place, box, rect, art_items(image, rect, crop), words)


def _shoulder(grid: PageGrid) -> Length:
    """From the top of a line's cell to the top of its em box: pictures beside text start level with the characters."""
    return grid.baseline - grid.em * 880 // 1000


def _foot(grid: PageGrid) -> Length:
    """From the foot of the em box to the foot of the cell."""
    return grid.leading - grid.em - _shoulder(grid)


def _caption(place: PicturePlace, box: Rect, foot: Length, case: TypeCase) -> tuple[tuple[PlacedWords, ...], Length]:
    """Caption lines standing on `foot`, the credit at the right of the last one; and the top of the first line."""
    style = case.style.types["caption"]
    caption, credit = place.picture.caption, place.picture.credit
    credit_runs = set_words(credit.text, case.named("credit"), case.headline_setting) if credit else ()
    credit_width = width_of(credit_runs) if credit else 0
    lines: tuple[Line, ...] = ()
    if caption:
        measure = box.width // style.size * style.size
        prose = Prose(caption.text, case.font(style), case.body_setting, style.align)
        poured = pour((prose,), tuple(Slot(box.x, 0, measure) for _ in range(12)))
        lines = poured.placed
    own_line = bool(credit) and (not lines or lines[-1].width + credit_width + 2 * style.size > box.width)
    rows = len(lines) + own_line
    if not rows:
        return (), foot
    top = foot - (rows - 1) * style.leading - style.size
    first = top + style.size * 880 // 1000
    words = [
        PlacedWords(Role.CAPTION, line.runs, Point(line.x, first + i * style.leading), style.ink)
        for i, line in enumerate(lines)
    ]
    if credit:
        y = first + (rows - 1) * style.leading
        ink = case.style.types["credit"].ink
        words.append(PlacedWords(Role.CREDIT, credit_runs, Point(box.right - credit_width, y), ink))
    return tuple(words), top


def cover(image: Image, rect: Rect, focus: tuple[int, int] | None) -> tuple[int, int, int, int]:
    """The part of an image that fills `rect` without distortion, round `focus` (per cent; the middle by default)."""
    focus_x, focus_y = focus or (50, 50)
    if image.width * rect.height > image.height * rect.width:
        shown = 10_000 * image.height * rect.width // (image.width * rect.height)
        left = min(max(focus_x * 100 - shown // 2, 0), 10_000 - shown)
        return (left, 0, left + shown, 10_000)
    shown = 10_000 * image.width * rect.height // (image.height * rect.width)
    top = min(max(focus_y * 100 - shown // 2, 0), 10_000 - shown)
    return (0, top, 10_000, top + shown)


def _report_coarse(place: PicturePlace, image: Image, rect: Rect, crop: tuple[int, int, int, int], sink: Sink) -> None:
    if image.scalable:
        return
    pixels = image.width * (crop[2] - crop[0]) // 10_000
    ppi = pixels * INCH // rect.width
    if ppi < ADVISED_PPI * 97 // 100:
        sink.report(COARSE_PICTURE, place.picture.span, "picture", picture=place.picture.file.name, ppi=ppi)


def plan_advert(place: AdvertPlace, grid: PageGrid, images: Images, case: TypeCase, sink: Sink) -> AdvertPlan | None:
    """An advert shown whole in its box, under its label; None when the image cannot be opened."""
    image = images.open(place.picture.file, sink, place.picture.span, place.picture.page)
    if image is None:
        return None
    box = grid.rect(place.box)
    words: tuple[PlacedWords, ...] = ()
    top = box.y + _shoulder(grid)
    label = case.style.advert_label if place.label is None else place.label
    if label:
        style = case.style.types["advert-label"]
        runs = set_words(label, case.font(style), case.headline_setting)
        baseline = top + style.size * 880 // 1000
        words = (PlacedWords(Role.LABEL, runs, Point(box.right - width_of(runs), baseline), style.ink),)
        top += style.leading
    room = Rect(box.x, top, box.width, box.bottom - _foot(grid) - top)
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
    width = min(room.width, room.height * image.width // image.height)
    height = min(room.height, room.width * image.height // image.width)
    return Rect(room.x + (room.width - width) // 2, room.y + (room.height - height) // 2, width, height)
