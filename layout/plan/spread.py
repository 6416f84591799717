"""Pictures across two facing pages (跨版): cut at the fold, each half in its own page's columns and up to the trim."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from layout.diagnostics import Sink
from layout.edition.model import PicturePlace, Spread
from layout.edition.showing import CaptionPlace, Showing
from layout.geometry import Rect
from layout.plan.caption import CaptionSetter
from layout.plan.crop import Window
from layout.plan.grid import PageGrid
from layout.plan.model import Caption, PicturePlan, Plate
from layout.plan.picture import PictureDesk, Surroundings, caption_and_room
from layout.plan.picturefindings import SPREAD_SHORT


class Halves(Struct, frozen=True):
    """The rooms of both halves, each on its own page, of one height and meeting at the trim; and their words."""

    left: Rect
    right: Rect
    caption: Caption | None

    @property
    def whole(self) -> Rect:
        """The room of the whole picture, counted from the left edge of its left half."""
        return Rect(self.left.x, self.left.y, self.left.width + self.right.width, self.left.height)


def plan_half(
    place: PicturePlace, spread: Spread, around: Surroundings, desk: PictureDesk, grids: tuple[PageGrid, PageGrid]
) -> PicturePlan | None:
    """One half of a spread; the grids are those of the left and the right page. What is wrong the left half tells."""
    desk = desk if spread.is_left else replace(desk, sink=Sink())
    _report_short(place, spread, desk, grids[0])
    image = desk.open(place.picture)
    if image is None:
        return None
    halves = _halves(place, spread, around, replace(desk, grid=grids[0]), grids[1])
    showing = Showing("cover", place.showing.focus, crop=place.showing.crop, keyline=False)
    framed = desk.framed(place.picture, showing, image, halves.whole, place.box)
    if framed is None:
        return None
    half, crop = _cut(framed[1], halves, is_left=spread.is_left)
    shot = desk.shown(place.picture, showing, image, half, crop)
    caption = _over(place, halves, desk, is_left=spread.is_left) or (halves.caption if spread.is_left else None)
    return PicturePlan(place, desk.grid.rect(place.box), shot, caption)


def _halves(place: PicturePlace, spread: Spread, around: Surroundings, desk: PictureDesk, right: PageGrid) -> Halves:
    """The words stand in the columns of the left page; both halves keep the same height above them."""
    trim = desk.case.style.trim.width
    asked: CaptionPlace = "over" if _stands_over(place, desk) else "below"
    inner = desk.inner(desk.grid.rect(spread.left), around, worded=desk.worded(place.picture))
    room, caption = caption_and_room(place.picture, asked, spread.left, inner, desk)
    right_edge = right.rect(spread.right).right
    return Halves(Rect(room.x, room.y, trim - room.x, room.height), Rect(0, room.y, right_edge, room.height), caption)


def _stands_over(place: PicturePlace, desk: PictureDesk) -> bool:
    return (place.showing.caption or desk.case.style.pictures.caption) == "over"


def _over(place: PicturePlace, halves: Halves, desk: PictureDesk, *, is_left: bool) -> Caption | None:
    """A strip over the foot of both halves, with the words on the left one."""
    if not _stands_over(place, desk):
        return None
    columns = halves.left
    margin = desk.case.style.margins.right
    inner = Rect(columns.x, columns.y, columns.width - margin, columns.height)
    caption = CaptionSetter(place.picture, "over", desk.case, desk.sink).over(inner)
    if caption is None or caption.plate is None:
        return None
    half = halves.left if is_left else halves.right
    strip = Rect(half.x, caption.rect.y, half.width, caption.rect.height)
    return Caption(strip, caption.words if is_left else (), Plate(strip, caption.plate.ink))


def _cut(window: Window, halves: Halves, *, is_left: bool) -> tuple[Rect, Window]:
    """What one page shows of the whole picture's window, and where."""
    left, top, right, bottom = window
    fold = left + (right - left) * halves.left.width // halves.whole.width
    if is_left:
        return halves.left, (left, top, fold, bottom)
    return halves.right, (fold, top, right, bottom)


def _report_short(place: PicturePlace, spread: Spread, desk: PictureDesk, grid: PageGrid) -> None:
    last = spread.left.column + spread.left.columns - 1
    if last != grid.columns:
        name = place.picture.file.name
        desk.sink.report(SPREAD_SHORT, spread.left.span, "columns", picture=name, column=last, columns=grid.columns)
