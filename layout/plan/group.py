"""Groups of pictures (组图): equal cells with equal gaps over one caption."""

from __future__ import annotations

from layout.edition.model import GroupPlace
from layout.geometry import Rect
from layout.plan.caption import CaptionSetter
from layout.plan.model import GroupPlan
from layout.plan.picture import PictureDesk, Surroundings, caption_and_room, caption_place
from layout.units import Length


def plan_group(place: GroupPlace, around: Surroundings, desk: PictureDesk) -> GroupPlan | None:
    """A group in its box; None when none of its images can be opened. A picture fills its cells, gaps included."""
    box = desk.rect(place.box)
    inner = desk.inner(box, around, worded=desk.worded(place.words))
    room, caption = caption_and_room(place.words, place.caption, place.box, inner, desk)
    shots = []
    for member in place.pictures:
        image = desk.open(member.picture)
        cell = cell_rect(room, member.cell, (place.across, place.down), desk.case.style.pictures.gap)
        shot = desk.shot(member.picture, member.showing, image, cell, place.box) if image else None
        if shot:
            shots.append((member.picture, shot))
    if not shots:
        return None
    if caption_place(place.words, place.caption, place.box, desk) == "over":
        caption = CaptionSetter(place.words, "over", desk.case, desk.sink).over(room)
    return GroupPlan(place, box, tuple(shots), caption)


def cell_rect(room: Rect, cell: tuple[int, int, int, int], counts: tuple[int, int], gap: Length) -> Rect:
    """Cells of a room cut into so many across and down, with `gap` between them; the last ones reach the edges."""
    column, row, columns, rows = cell
    left, right = _stretch(room.width, counts[0], gap, column, columns)
    top, bottom = _stretch(room.height, counts[1], gap, row, rows)
    return Rect(room.x + left, room.y + top, right - left, bottom - top)


def _stretch(length: Length, count: int, gap: Length, first: int, cells: int) -> tuple[Length, Length]:
    """From where to where some neighbouring cells reach (cells count from 1)."""
    pitch = length + gap
    start = (first - 1) * pitch // count
    return start, (first - 1 + cells) * pitch // count - gap
