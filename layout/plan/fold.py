"""The strip of a page's inner margin, the half of the fold gutter (中缝) that is its own, with the rows left in it."""

from __future__ import annotations

from collections.abc import Iterable

from layout.diagnostics import Sink
from layout.edition.matter import FoldPlace
from layout.edition.model import Page
from layout.geometry import Rect, Slot
from layout.plan.advert import advert_in
from layout.plan.fold_findings import FOLD_ADVERTS, FOLD_CROSSED, FOLD_NARROW
from layout.plan.grid import PageGrid
from layout.plan.head.desk import Desk
from layout.plan.model import AdvertPlan, FoldPlan, PicturePlan
from layout.style.model import PaperStyle
from layout.units import MILLIMETRE, Length, ascent

# A line of the strip holds at least this many characters.
LEAST_CHARACTERS = 5


def plan_fold(page: Page, desk: Desk) -> FoldPlan | None:
    """A page's strip; None when it has none, or a margin too narrow for one (reported)."""
    place, style, grid, sink = page.fold, desk.case.style, desk.grid, desk.sink
    if place is None:
        return None
    size, margin = style.types["fold"].size, _margin(page, style, grid)
    characters = margin.width // size
    if characters < LEAST_CHARACTERS:
        by = -(-(LEAST_CHARACTERS * size - margin.width) // MILLIMETRE)
        sink.report(
            FOLD_NARROW, place.span, "fold", page=page.name, characters=characters, least=LEAST_CHARACTERS, by=by
        )
        return None
    spare = margin.width - characters * size
    rect = Rect(margin.x + spare // 2, margin.y, margin.width - spare, margin.height)
    taken, adverts = _adverts(place, rect, desk)
    rect = Rect(rect.x, rect.y, rect.width, rect.height - taken)
    return FoldPlan(place, rect, _rows(rect, style), adverts)


def _adverts(place: FoldPlace, strip: Rect, desk: Desk) -> tuple[Length, tuple[AdvertPlan, ...]]:
    """The adverts at a strip's foot, a line of white above each, and the height that they take."""
    leading, bottom = desk.grid.leading, strip.bottom
    found: list[AdvertPlan] = []
    for advert in reversed(place.adverts):
        height = advert.box.lines * leading
        box = Rect(strip.x, bottom - height, strip.width, height)
        if box.y < strip.y:
            lines = -(-(strip.y - box.y) // leading)
            desk.sink.report(FOLD_ADVERTS, advert.span, "fold", page=desk.page, lines=lines)
            break
        plan = advert_in(advert, (box, box), desk.images, desk.case, desk.sink)
        found += [plan] if plan else []
        bottom = box.y - leading
    return strip.bottom - bottom, tuple(reversed(found))


def report_crossed(page: Page, fold: FoldPlan, pictures: Iterable[PicturePlan], sink: Sink) -> None:
    """Report pictures across both pages that take the strip's place."""
    for picture in pictures:
        if picture.place.spread and picture.rect.overlaps(fold.rect):
            name = picture.place.picture.file.name
            sink.report(FOLD_CROSSED, fold.place.span, "fold", page=page.name, picture=name)


def _margin(page: Page, style: PaperStyle, grid: PageGrid) -> Rect:
    """The inner margin less the white at its sides, over the strip's lines: at the left of a page that lies right."""
    place, area, fold = page.fold, grid.type_area, style.fold
    assert place is not None
    top = grid.line_top(place.line)
    lines = min(place.lines or grid.lines, grid.lines - place.line + 1)
    start, end = area.right + fold.area, style.trim.width - fold.trim
    if page.on_right:
        start, end = fold.trim, area.x - fold.area
    return Rect(start, top, max(0, end - start), max(0, lines) * grid.leading)


def _rows(rect: Rect, style: PaperStyle) -> tuple[Slot, ...]:
    """The lines of text that the strip holds, on the leading of its own type."""
    text = style.types["fold"]
    first = rect.y + (text.leading - text.size) // 2 + ascent(text.size)
    count = rect.height // text.leading
    return tuple(Slot(rect.x, first + row * text.leading, rect.width) for row in range(count))
