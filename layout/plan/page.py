"""One page planned: blocks with their heads, pictures and frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from layout.diagnostics import Sink
from layout.edition.model import Box, Edition, Page, PicturePlace, StoryPlace
from layout.geometry import Frame, Insets, Rect
from layout.plan.findings import HEAD_COVERED, NO_ROOM
from layout.plan.grid import Leg, PageGrid, page_grid
from layout.plan.head.desk import Desk, HeadCopy, head_copies
from layout.plan.head.place import (
    PlannedHead,
    on_picture,
    plan_headline,
    report_heads_over_others,
    with_column_label,
)
from layout.plan.model import Block, HeadBlock, PagePlan, PicturePlan
from layout.plan.picture import Images, Surroundings, plan_advert, plan_picture
from layout.plan.slots import leg_frame
from layout.plan.type import TypeCase

# A framed story keeps this many lines of its box free at the top and at the foot.
FRAME_LINES = 1


@dataclass(frozen=True, slots=True)
class JumpLines:
    """The jump lines of one story's part on one page."""

    jump_from: str = ""
    jump_to: str = ""


@dataclass(frozen=True, slots=True)
class Planner:
    """What planning needs: the edition, its style as a type case, the images, and where to report."""

    edition: Edition
    case: TypeCase
    images: Images
    jumps: Mapping[tuple[str, str], JumpLines]
    sink: Sink

    def page(self, page: Page) -> PagePlan:
        """Plan a page. Findings are reported; what cannot be placed is left out."""
        template = self.case.style.templates[page.template]
        grid = page_grid(self.case.style, self.case.style.grids[template.grid])
        found = Sink()
        desk = Desk(grid, self.case, self.images, found, page.name)
        pictures = [
            plan_picture(place, grid, Surroundings(False, False), self.images, self.case, found)
            for place in page.pictures
        ]
        own = tuple(picture for picture in pictures if picture)
        copies = head_copies(page, self.edition.stories, self.case)
        blocks = tuple(self._block(place, copies.get(at), own, desk) for at, place in enumerate(page.stories))
        adverts = [plan_advert(place, grid, self.images, self.case, found) for place in page.adverts]
        report_heads_over_others(blocks, desk)
        self.sink.found += found.found
        return PagePlan(
            page,
            grid,
            template,
            blocks,
            own,
            tuple(advert for advert in adverts if advert),
            page.rules,
        )

    def _block(self, place: StoryPlace, copy: HeadCopy | None, others: Sequence[PicturePlan], desk: Desk) -> Block:
        grid, sink = desk.grid, desk.sink
        story = self.edition.stories[place.story]
        planned = self._head(copy, desk) if copy else PlannedHead()
        head = planned.block
        pictures = self._pictures(place, head, grid, sink)
        if copy and head and head.floating:
            head = on_picture(copy, head, (*pictures, *others), desk)
        _report_covered(place, head, pictures, sink)
        frames = self._frames(place, planned, pictures, grid)
        if story.body and not any(frame.slots for legs in frames for frame in legs):
            sink.report(
                NO_ROOM,
                place.boxes[0].span,
                "lines",
                story=story.id,
                head=head.lines if head else 0,
                lines=place.boxes[0].lines,
            )
        jump = self.jumps.get((desk.page, place.story), JumpLines())
        outline = grid.rect(place.boxes[0])
        for box in place.boxes[1:]:
            outline = outline.union(grid.rect(box))
        return Block(desk.page, place, story, head, frames, pictures, outline, jump.jump_from, jump.jump_to)

    def _head(self, copy: HeadCopy, desk: Desk) -> PlannedHead:
        """The headline of a place, with a label at the top of its first column when it has one there."""
        inner = self._inner(copy.place, desk.grid)
        planned = plan_headline(copy, inner, desk)
        legs = planned.legs or self._legs(copy.place, copy.place.boxes[0], desk.grid)
        return with_column_label(copy, planned, legs[0], inner, desk)

    def _inner(self, place: StoryPlace, grid: PageGrid) -> Rect:
        """The first box of a place without the padding of its frame."""
        box = place.boxes[0]
        margin = FRAME_LINES if place.frame != "none" else 0
        lines = replace(box, line=box.line + margin, lines=box.lines - 2 * margin)
        return grid.rect(lines).inset(self._padding(place))

    def _padding(self, place: StoryPlace) -> Insets:
        if place.frame == "none":
            return Insets()
        padding = self.case.style.rules.box_padding
        return Insets(0, padding.right, 0, padding.left)

    def _pictures(
        self, place: StoryPlace, head: HeadBlock | None, grid: PageGrid, sink: Sink
    ) -> tuple[PicturePlan, ...]:
        planned = [
            plan_picture(picture, grid, _around(picture, place, head, grid), self.images, self.case, sink)
            for picture in place.pictures
        ]
        return tuple(picture for picture in planned if picture)

    def _frames(
        self, place: StoryPlace, head: PlannedHead, pictures: Sequence[PicturePlan], grid: PageGrid
    ) -> tuple[tuple[Frame, ...], ...]:
        obstacles = [picture.box for picture in pictures]
        if head.block and not head.legs:
            obstacles += head.block.obstacles
        elif head.block:
            obstacles += head.block.taken
        margin = FRAME_LINES if place.frame != "none" else 0
        return tuple(
            tuple(
                leg_frame(grid, leg, box.line + margin, box.line + box.lines - 1 - margin, obstacles)
                for leg in (not index and head.legs) or self._legs(place, box, grid)
            )
            for index, box in enumerate(place.boxes)
        )

    def _legs(self, place: StoryPlace, box: Box, grid: PageGrid) -> tuple[Leg, ...]:
        if place.frame == "none":
            return grid.legs(box)
        inner = grid.rect(box).inset(self._padding(place))
        return grid.split(inner.x, inner.width, box.legs or box.columns)


def _report_covered(place: StoryPlace, head: HeadBlock | None, pictures: Sequence[PicturePlan], sink: Sink) -> None:
    for picture in pictures:
        if head and not head.floating and picture.box.overlaps(head.rect):
            first = place.boxes[0].line + head.lines
            name = picture.place.picture.file.name
            sink.report(HEAD_COVERED, picture.place.box.span, "line", picture=name, story=place.story, first=first)


def _around(place: PicturePlace, story: StoryPlace, head: HeadBlock | None, grid: PageGrid) -> Surroundings:
    """Whether text of the story stands directly above and below a picture's box."""
    first_text = {box.line for box in story.boxes}
    if head:
        first_text.add((head.rect.bottom - grid.top) // grid.leading + 1)
    last_text = {box.line + box.lines for box in story.boxes}
    return Surroundings(above=place.box.line not in first_text, below=place.box.line + place.box.lines not in last_text)
