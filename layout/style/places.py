"""A manifest held against its style: names that must exist, boxes that must stay in the type area and apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from layout.diagnostics import Sink, Span
from layout.edition.model import Box, Edition, Page, StoryPlace
from layout.style.findings import HOLE_OVERLAPS, OUTSIDE, OVERLAP, PICTURE_OUTSIDE, SLOT_EMPTY, SLOT_TWICE, TOO_NARROW
from layout.style.model import Grid, PaperStyle, Template
from layout.style.names import report_unknown

LEAST_MEASURE = 4
# The headline level that fillers take.
FILLER_LEVEL = "filler"


def check_places(edition: Edition, style: PaperStyle, sink: Sink) -> None:
    """Report names the style does not have, and boxes that cannot stand where they are put."""
    for page in edition.pages:
        template = style.templates.get(page.template)
        if template is None:
            report_unknown(sink, page.template_span, "template", page.template, style.templates)
            continue
        _check_names(page, style, sink)
        _check_slots(page, template, sink)
        _check_boxes(page, style, sink, fillable=bool(edition.fillers))


def _check_names(page: Page, style: PaperStyle, sink: Sink) -> None:
    if page.matter.holes and FILLER_LEVEL not in style.levels:
        report_unknown(sink, page.matter.holes[0].span, "level", FILLER_LEVEL, style.levels)
    for place in page.stories:
        if place.headline and place.headline.level not in style.levels:
            report_unknown(sink, place.headline.span, "level", place.headline.level, style.levels)
        if place.frame not in style.frames:
            report_unknown(sink, place.frame_span or place.span, "frame", place.frame, style.frames)
    for item in page.matter.framed:
        if item.frame not in style.frames:
            report_unknown(sink, item.box.span, "frame", item.frame, style.frames)


def _check_slots(page: Page, template: Template, sink: Sink) -> None:
    """A slot is taken once; a page that takes any of its template's slots leaves none empty."""
    taken: set[str] = set()
    for name, span in page.slots:
        if name in taken:
            sink.report(SLOT_TWICE, span, "slot", slot=name)
        taken.add(name)
    empty = [name for name, slot in template.slots.items() if name not in taken and not slot.optional]
    if taken and empty:
        sink.report(SLOT_EMPTY, page.template_span, "template", template=page.template, slots="、".join(empty))


def _check_boxes(page: Page, style: PaperStyle, sink: Sink, *, fillable: bool) -> None:
    template = style.templates[page.template]
    grid = style.grids[template.grid]
    owned = list(_owned(page))
    for _, box in [*owned, *_story_pictures(page), *_heads(page)]:
        _check_inside(box, grid, style, sink)
    owned += [
        (panel.panel, Box(panel.column, panel.columns, panel.line, panel.lines, page.span)) for panel in template.panels
    ]
    for (one, first), (other, second) in combinations(owned, 2):
        if one != other and first.meets(second):
            # A hole that no filler is waiting for stays empty, so that nothing is printed twice in one place.
            kind = HOLE_OVERLAPS if "fillers" in {one, other} and not fillable else OVERLAP
            sink.report(kind, _later(first, second, page.span), "at", one=one, other=other)
    for place in page.stories:
        _check_pictures(place, sink)
        _check_legs(place, grid, style, sink)


def _owned(page: Page) -> Iterator[tuple[str, Box]]:
    """Everything that claims a rectangle of the page for itself."""
    for story in page.stories:
        yield from ((story.story, box) for box in story.boxes)
    yield from ((picture.picture.file.name, picture.box) for picture in page.pictures)
    yield from ((group.words.file.name, group.box) for group in page.groups)
    yield from ((advert.picture.file.name, advert.box) for advert in page.adverts)
    yield from page.matter.boxes


def _story_pictures(page: Page) -> Iterator[tuple[str, Box]]:
    for story in page.stories:
        yield from ((picture.picture.file.name, picture.box) for picture in story.pictures)
        yield from ((group.words.file.name, group.box) for group in story.groups)
        yield from ((ornament.file.name, ornament.box) for ornament in story.ornaments)


def _heads(page: Page) -> Iterator[tuple[str, Box]]:
    """The places that headlines have of their own."""
    for story in page.stories:
        head, first = story.headline, story.boxes[0]
        if head and (head.column or head.line):
            columns = head.columns or (1 if head.vertical else first.columns)
            lines = head.lines or 1 if head.line else first.lines
            yield story.story, Box(head.column or first.column, columns, head.line or first.line, lines, head.span)


def _check_inside(box: Box, grid: Grid, style: PaperStyle, sink: Sink) -> None:
    column, line = box.column + box.columns - 1, box.line + box.lines - 1
    if column > grid.columns or line > style.lines:
        sink.report(OUTSIDE, box.span, "at", column=column, line=line, columns=grid.columns, lines=style.lines)


def _later(first: Box, second: Box, page: Span) -> Span:
    """Point at a box of the manifest, not at a template's panel."""
    return first.span if second.span == page else second.span


def _check_pictures(place: StoryPlace, sink: Sink) -> None:
    own = [(picture.picture.file.name, picture.box) for picture in place.pictures]
    own += [(group.words.file.name, group.box) for group in place.groups]
    own += [(ornament.file.name, ornament.box) for ornament in place.ornaments]
    for name, box in own:
        if not any(box.meets(other) for other in place.boxes):
            sink.report(PICTURE_OUTSIDE, box.span, "pictures", picture=name, story=place.story)


def _check_legs(place: StoryPlace, grid: Grid, style: PaperStyle, sink: Sink) -> None:
    gutter = grid.gutter if place.columns.gutter is None else place.columns.gutter
    em = style.body_size
    for box in place.boxes:
        legs = box.legs or (1 if place.columns.measure else box.columns)
        width = box.columns * grid.characters * em + (box.columns - 1) * grid.gutter
        wanted = legs * (place.columns.measure or LEAST_MEASURE) * em + (legs - 1) * gutter
        if wanted > width:
            least = place.columns.measure or LEAST_MEASURE
            sink.report(TOO_NARROW, box.span, "legs", legs=legs, columns=box.columns, least=least)
