"""Pictures and adverts in their boxes: the image's rectangle, its crop, and the caption set."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from layout.assets.images import ImageInfo
from layout.diagnostics import Sink, Span
from layout.edition.model import Box, Picture, PicturePlace
from layout.edition.showing import CaptionPlace, Showing
from layout.geometry import Rect
from layout.plan.art import art_items
from layout.plan.caption import NARROWEST_CAPTION, CaptionSetter, moved_up
from layout.plan.contour import Outline, millionths, on_page
from layout.plan.crop import Window, chosen, fitted, resolution
from layout.plan.cutout import close_under, words_under
from layout.plan.findings import COARSE_PICTURE, PICTURE_FLAT
from layout.plan.grid import PageGrid
from layout.plan.model import Caption, Image, PicturePlan, Shot
from layout.plan.picturefindings import ENLARGED, LITTLE_SHOWN, NO_CAPTION_COLUMN, NOTHING_SHOWN
from layout.plan.type import TypeCase
from layout.units import MILLIMETRE, Length, ascent, to_millimetres

LEAST_IMAGE: Length = 10 * MILLIMETRE
# At the desk a note; the press has limits of its own (standards 1.4).
ADVISED_PPI = 200
# A small original enlarged beyond this (per cent of the size its file gives itself) wants a look.
MOST_ENLARGED = 200


class Images(Protocol):
    """Where images are opened; `layout.assets.images.ImageStore` is one."""

    def open(self, path: Path, sink: Sink, span: Span | None, page: int | None = None) -> Image | None:
        """The image (of a PDF the page), or None with the reason reported."""

    def image(self, key: str) -> ImageInfo:
        """An opened picture of pixels by its key."""

    def luminance(self, key: str, part: tuple[int, int, int, int]) -> tuple[float, float] | None:
        """The relative luminance (0 to 1) of all but the darkest and all but the lightest tenth of an image's part.

        `part` is left, top, right, bottom in millionths of its width and height. None for line art.
        """

    def outlines(self, key: str, sink: Sink, span: Span | None) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Polygons round the opaque part of an opened image, in millionths; none, with the reason reported."""


class Surroundings(Struct, frozen=True):
    """What touches a picture's box: text above and below it ask for white there."""

    above: bool
    below: bool


# Of a picture that nobody cropped at least so much is seen, in per cent.
LEAST_SHOWN = 25


class PictureDesk(Struct, frozen=True):
    """What placing pictures on one page needs; `inside` is what a story's frame leaves free for its own."""

    grid: PageGrid
    images: Images
    case: TypeCase
    sink: Sink
    inside: Rect | None = None

    def rect(self, box: Box) -> Rect:
        """The cells of a box, as far as they lie between the sides of a frame."""
        rect = self.grid.rect(box)
        if self.inside is None:
            return rect
        left, right = max(rect.x, self.inside.x), min(rect.right, self.inside.right)
        return Rect(left, rect.y, right - left, rect.height)

    @staticmethod
    def worded(picture: Picture) -> bool:
        """Whether words stand at a picture's foot, over it or beside it."""
        return bool(picture.caption or picture.credit)

    def open(self, picture: Picture) -> Image | None:
        """The image of a picture, or None (reported by the store)."""
        return self.images.open(picture.file, self.sink, picture.span, picture.page)

    def inner(self, box: Rect, around: Surroundings, *, worded: bool) -> Rect:
        """A picture's box without the white it keeps from text above and below; level with the characters beside.

        Words at its foot keep more of it than an image, lest they are read as a line of the text.
        """
        style = self.case.style.pictures
        below = max(style.below, style.caption_below) if worded else style.below
        top = box.y + (style.above if around.above else shoulder(self.grid))
        foot = box.bottom - (below if around.below else foot_white(self.grid))
        return Rect(box.x, top, box.width, foot - top)

    def shot(self, picture: Picture, showing: Showing, image: Image, room: Rect, box: Box) -> Shot | None:
        """The image in its room; None, reported, when its crop shows nothing. Reports what is too low or too coarse."""
        framed = self.framed(picture, showing, image, room, box)
        if framed is None:
            return None
        return self.shown(picture, showing, image, *framed)

    def shown(self, picture: Picture, showing: Showing, image: Image, rect: Rect, window: Window) -> Shot:
        """The image whose window fills a rectangle. Reports what is too coarse."""
        outline = self.outline(picture, showing, image, rect, window)
        clip = outline if showing.contour and showing.contour.polygon else ()
        ppi = 0 if image.scalable else resolution(image, window, rect)
        scale = 100 * image.resolution // ppi if image.resolution else None
        keyline = not outline and not image.scalable if showing.keyline is None else showing.keyline
        shot = Shot(rect, art_items(image, rect, window, clip), ppi, scale, outline, keyline)
        self._report_coarse(picture, shot)
        return shot

    def framed(
        self, picture: Picture, showing: Showing, image: Image, room: Rect, box: Box
    ) -> tuple[Rect, Window] | None:
        """The image's rectangle in its room, and what of it is seen there; None, reported, when that is nothing."""
        window = chosen(showing, image)
        name = picture.file.name
        if window is None:
            self.sink.report(NOTHING_SHOWN, picture.span, "crop", picture=name, width=image.width, height=image.height)
            return None
        rect, seen = fitted(showing, image, window, self._high_enough(room, name, box))
        share = 100 * _area(seen) // _area(window)
        if share < LEAST_SHOWN and showing.crop is None and not image.scalable:
            width, height = image.width, image.height
            self.sink.report(
                LITTLE_SHOWN, picture.span, "picture", picture=name, share=share, width=width, height=height
            )
        return rect, seen

    def outline(
        self, picture: Picture, showing: Showing, image: Image, rect: Rect, shown: Window
    ) -> tuple[Outline, ...]:
        """The polygons round what is seen of a cut-out in a rectangle; none for another picture."""
        if showing.contour is None:
            return ()
        if showing.contour.polygon:
            return on_page([millionths(showing.contour.polygon)], shown, rect)
        return on_page(self.images.outlines(image.key, self.sink, picture.span), shown, rect)

    def _high_enough(self, room: Rect, name: str, box: Box) -> Rect:
        if room.height >= LEAST_IMAGE:
            return room
        least = round(to_millimetres(LEAST_IMAGE))
        self.sink.report(PICTURE_FLAT, box.span, "lines", picture=name, least=least)
        return Rect(room.x, room.y, room.width, max(room.height, self.grid.leading))

    def _report_coarse(self, picture: Picture, shot: Shot) -> None:
        name = picture.file.name
        if shot.scale and shot.scale > MOST_ENLARGED and shot.ppi < ADVISED_PPI:
            self.sink.report(ENLARGED, picture.span, "picture", picture=name, scale=shot.scale, ppi=shot.ppi)
        elif 0 < shot.ppi < ADVISED_PPI * 97 // 100:
            self.sink.report(COARSE_PICTURE, picture.span, "picture", picture=name, ppi=shot.ppi)


def _area(window: Window) -> int:
    left, top, right, bottom = window
    return max((right - left) * (bottom - top), 1)


def plan_picture(place: PicturePlace, around: Surroundings, desk: PictureDesk) -> PicturePlan | None:
    """A picture in its box with its caption; None when the image cannot be opened or shows nothing (reported)."""
    image = desk.open(place.picture)
    if image is None:
        return None
    box = desk.rect(place.box)
    # Text runs round a contour and round its words, which so have white at their sides.
    worded = desk.worded(place.picture) and place.showing.contour is None
    inner = desk.inner(box, around, worded=worded)
    if place.showing.contour and caption_place(place.picture, place.showing.caption, place.box, desk) == "below":
        return _plan_cutout(place, image, box, inner, desk)
    inner = _as_wide_as_shown(place, image, inner, desk)
    room, caption = caption_and_room(place.picture, place.showing.caption, place.box, inner, desk)
    shot = desk.shot(place.picture, place.showing, image, room, place.box)
    if shot is None:
        return None
    return PicturePlan(place, box, shot, standing(caption, shot.rect, room, place, desk))


def _plan_cutout(place: PicturePlace, image: Image, box: Rect, inner: Rect, desk: PictureDesk) -> PicturePlan | None:
    """A picture that text runs round, its words close under what is seen of it."""
    setter = CaptionSetter(place.picture, "below", desk.case, desk.sink)
    quiet = replace(desk, sink=Sink())

    def outline_in(rect: Rect, shown: Window) -> tuple[Outline, ...]:
        return quiet.outline(place.picture, place.showing, image, rect, shown)

    room, words = words_under(place, image, inner, setter, outline_in)
    shot = desk.shot(place.picture, place.showing, image, room, place.box)
    return PicturePlan(place, box, shot, close_under(words, shot, setter)) if shot else None


def _as_wide_as_shown(place: PicturePlace, image: Image, inner: Rect, desk: PictureDesk) -> Rect:
    """The part of a box that a picture shown whole takes across, so that its caption is no wider than the picture."""
    window = chosen(place.showing, image)
    if window is None or caption_place(place.picture, place.showing.caption, place.box, desk) != "below":
        return inner
    quiet = replace(desk, sink=Sink())
    room, _ = caption_and_room(place.picture, "below", place.box, inner, quiet)
    if room.height <= 0:
        return inner
    rect, _ = fitted(place.showing, image, window, room)
    if rect.width < NARROWEST_CAPTION * desk.case.style.types["caption"].size:
        return inner
    return Rect(rect.x, inner.y, rect.width, inner.height)


def caption_and_room(
    picture: Picture, asked: CaptionPlace | None, box: Box, inner: Rect, desk: PictureDesk
) -> tuple[Rect, Caption | None]:
    """The room a caption leaves for the image, and the caption; one over the image is set when that is placed."""
    where = caption_place(picture, asked, box, desk)
    setter = CaptionSetter(picture, where, desk.case, desk.sink)
    if where == "over":
        return inner, None
    if where == "below":
        caption = setter.below(inner)
        taken = caption.rect.height + desk.case.style.pictures.caption_gap if caption else 0
        return Rect(inner.x, inner.y, inner.width, inner.height - taken), caption
    taken = desk.grid.measure + desk.grid.gutter
    column_x = inner.x if where == "left" else inner.right - desk.grid.measure
    caption = setter.below(Rect(column_x, inner.y, desk.grid.measure, inner.height))
    if caption is None:
        return inner, None
    if desk.case.style.pictures.beside == "top":
        caption = moved_up(caption, caption.rect.y - inner.y)
    return Rect(inner.x + (taken if where == "left" else 0), inner.y, inner.width - taken, inner.height), caption


def caption_place(picture: Picture, asked: CaptionPlace | None, box: Box, desk: PictureDesk) -> CaptionPlace:
    """Where a caption stands: as asked or as the style has it; beside its picture only where there is a column."""
    where = asked or desk.case.style.pictures.caption
    if where in {"left", "right"} and box.columns == 1:
        if asked:
            desk.sink.report(NO_CAPTION_COLUMN, box.span, "caption_place", picture=picture.file.name)
        return "below"
    return where


def standing(
    caption: Caption | None, image: Rect, room: Rect, place: PicturePlace, desk: PictureDesk
) -> Caption | None:
    """The caption where the image at last stands: over its foot, or following it up when it does not fill its room."""
    where = caption_place(place.picture, place.showing.caption, place.box, desk)
    if where == "over":
        return CaptionSetter(place.picture, where, desk.case, desk.sink).over(image)
    if caption is None or where != "below":
        return caption
    return moved_up(caption, room.bottom - image.bottom)


def shoulder(grid: PageGrid) -> Length:
    """From the top of a line's cell to the top of its em box: pictures beside text start level with the characters."""
    return grid.baseline - ascent(grid.em)


def foot_white(grid: PageGrid) -> Length:
    """From the foot of the em box to the foot of the cell."""
    return grid.leading - grid.em - shoulder(grid)
