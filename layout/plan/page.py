"""One page planned: blocks with their heads, pictures and frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from layout.diagnostics import Sink
from layout.edition.model import Box, Edition, Page, Picture, PicturePlace, StoryPlace
from layout.geometry import Frame, Insets, Rect
from layout.plan.advert import plan_advert
from layout.plan.data import plan_placed
from layout.plan.findings import HEAD_COVERED, NO_ROOM
from layout.plan.grid import PageGrid, page_grid
from layout.plan.group import plan_group
from layout.plan.head import plan_head
from layout.plan.legs import NO_MARGINS, Margins, shapes
from layout.plan.model import Block, GroupPlan, HeadBlock, PagePlan, PicturePlan
from layout.plan.obstacles import obstacles_of
from layout.plan.picture import Images, PictureDesk, Surroundings
from layout.plan.sidehead import plan_side_head
from layout.plan.slots import leg_frame
from layout.plan.spread import plan_half
from layout.plan.type import TypeCase, TypeCases

# A framed story keeps this many lines of its box free at the top and at the foot.
FRAME_LINES = 1


@dataclass(frozen=True, slots=True)
class JumpLines:
    """The jump lines of one story's part on one page."""

    jump_from: str = ""
    jump_to: str = ""


@dataclass(frozen=True, slots=True)
class Planner:
    """What planning needs: the edition, its styles as type cases, the images, and where to report.

    `case` is the one in force where it plans: the paper's, a page's or a story's.
    """

    edition: Edition
    cases: TypeCases
    case: TypeCase
    images: Images
    jumps: Mapping[tuple[str, str], JumpLines]
    sink: Sink

    def page(self, page: Page) -> PagePlan:
        """Plan a page. Findings are reported; what cannot be placed is left out."""
        return replace(self, case=self.cases.page(page.name))._page(page)

    def _page(self, page: Page) -> PagePlan:
        template = self.case.style.templates[page.template]
        grid = page_grid(self.case.style, self.case.style.grids[template.grid])
        found = Sink()
        blocks = tuple(
            replace(self, case=self.cases.story(page.name, place.story))._block(page, place, grid, found)
            for place in page.stories
        )
        desk = PictureDesk(grid, self.images, self.case, found)
        pictures = [self._picture(place, Surroundings(False, False), desk) for place in page.pictures]
        groups = [plan_group(place, Surroundings(False, False), desk) for place in page.groups]
        adverts = [plan_advert(place, grid, self.images, self.case, found) for place in page.adverts]
        self.sink.found += found.found
        return PagePlan(
            page,
            grid,
            template,
            blocks,
            tuple(picture for picture in pictures if picture),
            tuple(advert for advert in adverts if advert),
            (*template.rules, *page.rules),
            tuple(group for group in groups if group),
        )

    def _block(self, page: Page, place: StoryPlace, grid: PageGrid, sink: Sink) -> Block:
        story = self.edition.stories[place.story]
        outline = grid.rect(place.boxes[0])
        head = None
        if place.headline is not None:
            planned = plan_side_head if place.headline.vertical else plan_head
            head = planned(place, story, self._head_rect(place, grid), grid, self.case, sink)
        desk = PictureDesk(grid, self.images, self.case, sink)
        pictures = self._pictures(place, head, desk)
        groups = self._groups(place, head, desk)
        _report_covered(place, head, [(picture.place.picture, picture) for picture in pictures], sink)
        _report_covered(place, head, [(group.place.words, group) for group in groups], sink)
        frames = self._frames(place, head, [*pictures, *groups], grid)
        if story.body and not any(frame.slots for legs in frames for frame in legs):
            sink.report(
                NO_ROOM,
                place.boxes[0].span,
                "lines",
                story=story.id,
                head=head.lines if head else 0,
                lines=place.boxes[0].lines,
            )
        jump = self.jumps.get((page.name, place.story), JumpLines())
        for box in place.boxes[1:]:
            outline = outline.union(grid.rect(box))
        return Block(page.name, place, story, head, frames, pictures, outline, jump.jump_from, jump.jump_to, groups)

    def _head_rect(self, place: StoryPlace, grid: PageGrid) -> Rect:
        assert place.headline is not None
        first = place.boxes[0]
        column = place.headline.column or first.column
        columns = place.headline.columns or (1 if place.headline.vertical else first.columns)
        margin = FRAME_LINES if place.frame != "none" else 0
        rect = grid.rect(Box(column, columns, first.line + margin, first.lines - 2 * margin, first.span))
        return rect.inset(self._padding(place))

    def _padding(self, place: StoryPlace) -> Insets:
        if place.frame == "none":
            return Insets()
        padding = self.case.style.rules.box_padding
        return Insets(0, padding.right, 0, padding.left)

    def _pictures(self, place: StoryPlace, head: HeadBlock | None, desk: PictureDesk) -> tuple[PicturePlan, ...]:
        planned = [self._picture(own, _around(own.box, place, head), desk) for own in place.pictures]
        return tuple(picture for picture in planned if picture)

    def _picture(self, place: PicturePlace, around: Surroundings, desk: PictureDesk) -> PicturePlan | None:
        spread = place.spread
        if spread is None:
            return plan_placed(place, around, desk)
        grids = (self._grid_of(spread.left_page, desk), self._grid_of(spread.right_page, desk))
        return plan_half(place, spread, around, desk, grids)

    def _grid_of(self, name: str, desk: PictureDesk) -> PageGrid:
        """The grid of a page by its name."""
        page = next((page for page in self.edition.pages if page.name == name), None)
        if page is None:
            return desk.grid
        return page_grid(self.case.style, self.case.style.grids[self.case.style.templates[page.template].grid])

    def _groups(self, place: StoryPlace, head: HeadBlock | None, desk: PictureDesk) -> tuple[GroupPlan, ...]:
        planned = [plan_group(own, _around(own.box, place, head), desk) for own in place.groups]
        return tuple(group for group in planned if group)

    def _frames(
        self, place: StoryPlace, head: HeadBlock | None, pictures: Sequence[PicturePlan | GroupPlan], grid: PageGrid
    ) -> tuple[tuple[Frame, ...], ...]:
        obstacles = [obstacle for picture in pictures for obstacle in obstacles_of(picture, self.case.style)]
        if head:
            obstacles.append(head.rect)
        margins = Margins(self._padding(place), FRAME_LINES) if place.frame != "none" else NO_MARGINS
        return tuple(
            tuple(leg_frame(grid, run.leg, run.first, run.last, obstacles) for run in shape)
            for shape in shapes(place.boxes, place.columns, grid, margins)
        )


def _report_covered(
    place: StoryPlace, head: HeadBlock | None, pictures: Sequence[tuple[Picture, PicturePlan | GroupPlan]], sink: Sink
) -> None:
    for words, picture in pictures:
        if head and picture.box.overlaps(head.rect):
            first = place.boxes[0].line + head.lines
            span = picture.place.box.span
            sink.report(HEAD_COVERED, span, "line", picture=words.file.name, story=place.story, first=first)


def _around(box: Box, story: StoryPlace, head: HeadBlock | None) -> Surroundings:
    """Whether text of the story stands directly above and below a picture's box."""
    first_text = {own.line for own in story.boxes}
    if head:
        first_text.add(story.boxes[0].line + head.lines)
    last_text = {own.line + own.lines for own in story.boxes}
    return Surroundings(above=box.line not in first_text, below=box.line + box.lines not in last_text)
