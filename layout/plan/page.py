"""One page planned: blocks with their heads, pictures and frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diagnostics import Sink
from layout.edition.model import Box, Edition, Page, Picture, PicturePlace, Spread, StoryPlace
from layout.geometry import Frame, Rect
from layout.plan.advert import contain, plan_advert
from layout.plan.data import plan_placed
from layout.plan.findings import HEAD_COVERED, NO_ROOM
from layout.plan.fold import plan_fold, report_crossed
from layout.plan.grid import PageGrid, page_grid
from layout.plan.group import plan_group
from layout.plan.head.desk import Desk, HeadCopy, head_copies
from layout.plan.head.place import (
    PlannedHead,
    on_picture,
    plan_headline,
    report_heads_over_others,
    with_column_label,
)
from layout.plan.head.under import with_summary
from layout.plan.legs import NO_INSETS, Margins, box_columns, shapes
from layout.plan.model import Block, Emblem, GroupPlan, HeadBlock, PagePlan, PicturePlan
from layout.plan.obstacles import obstacles_of
from layout.plan.picture import Images, PictureDesk, Surroundings, shoulder
from layout.plan.picturefindings import NARROW_STRIP
from layout.plan.separators import separators, spaced
from layout.plan.slots import MINIMUM_EMS, leg_frame, narrow_strips
from layout.plan.spread import plan_half
from layout.plan.tiers import tier_frames
from layout.plan.type import TypeCase, TypeCases
from layout.style.borders import NO_FRAME, FrameStyle
from layout.units import Length


class JumpLines(Struct, frozen=True):
    """The jump lines of one story's part on one page."""

    jump_from: str = ""
    jump_to: str = ""


class Planner(Struct, frozen=True):
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
        page = spaced(page, self.case.style, self._frame)
        found = Sink()
        desk = Desk(grid, self.case, self.images, found, page.name)
        alone = Surroundings(False, False)
        planned = [self._picture(place, alone, desk.for_pictures) for place in page.pictures]
        pictures = tuple(picture for picture in planned if picture)
        groups = [plan_group(place, alone, desk.for_pictures) for place in page.groups]
        copies = head_copies(page, self.edition.stories, lambda place: self.cases.story(page.name, place.story))
        blocks = tuple(
            self._of_story(page, place)._block(place, copies.get(at), pictures, desk)
            for at, place in enumerate(page.stories)
        )
        adverts = [plan_advert(place, grid, self.images, self.case, found) for place in page.adverts]
        report_heads_over_others(blocks, desk)
        fold = plan_fold(page, desk)
        if fold:
            report_crossed(page, fold, (*pictures, *(own for block in blocks for own in block.pictures)), found)
        self.sink.found += found.found
        return PagePlan(
            page,
            grid,
            template,
            blocks,
            pictures,
            tuple(advert for advert in adverts if advert),
            (*template.rules, *page.rules),
            tuple(group for group in groups if group),
            separators(page, grid, self.case.style, self._frame),
            fold,
        )

    def _of_story(self, page: Page, place: StoryPlace) -> Planner:
        return replace(self, case=self.cases.story(page.name, place.story))

    def _block(self, place: StoryPlace, copy: HeadCopy | None, others: Sequence[PicturePlan], desk: Desk) -> Block:
        grid, sink = desk.grid, desk.sink
        desk = replace(desk, case=self.case)
        story = self.edition.stories[place.story]
        planned = self._head(copy, desk) if copy else PlannedHead()
        head = planned.block
        pictures = self._pictures(place, head, desk.for_pictures)
        groups = self._groups(place, head, desk.for_pictures)
        if copy and head and head.floating:
            head = on_picture(copy, head, (*pictures, *others), desk)
            head = with_summary(copy, head, pictures, self._inner(place, desk.grid), desk)
        _report_covered(place, head, [(picture.place.picture, picture) for picture in pictures], sink)
        _report_covered(place, head, [(group.place.words, group) for group in groups], sink)
        frames = self._frames(place, replace(planned, block=head), [*pictures, *groups], grid)
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
        return Block(
            desk.page,
            place,
            story,
            head,
            frames,
            pictures,
            outline,
            jump.jump_from,
            jump.jump_to,
            groups,
            self._frame(place),
            self._ornaments(place, desk),
        )

    def _head(self, copy: HeadCopy, desk: Desk) -> PlannedHead:
        """The headline of a place, with a label at the top of its first column when it has one there."""
        box, margins = copy.place.boxes[0], self._margins(copy.place)
        inner = self._inner(copy.place, desk.grid)
        planned = plan_headline(copy, inner, desk)
        legs = planned.legs or box_columns(box, copy.place.columns, desk.grid, margins.padding)
        return with_column_label(copy, planned, legs[0], inner, desk)

    def _inner(self, place: StoryPlace, grid: PageGrid) -> Rect:
        """A story's first box without what its frame keeps free."""
        box, margins = place.boxes[0], self._margins(place)
        whole = replace(box, line=box.line + margins.head, lines=box.lines - margins.head - margins.foot)
        return grid.rect(whole).inset(margins.padding)

    def _frame(self, place: StoryPlace) -> FrameStyle:
        return self.case.style.frames.get(place.frame, NO_FRAME)

    def _margins(self, place: StoryPlace) -> Margins:
        """What a story's frame keeps free."""
        frame = self._frame(place)
        return Margins(frame.insets, frame.head_lines, frame.foot_lines)

    def _pictures(self, place: StoryPlace, head: HeadBlock | None, desk: PictureDesk) -> tuple[PicturePlan, ...]:
        planned = [
            self._picture(own, _around(own.box, place, head), replace(desk, inside=self._inside(own.box, place, desk)))
            for own in place.pictures
        ]
        return tuple(picture for picture in planned if picture)

    def _inside(self, box: Box, place: StoryPlace, desk: PictureDesk) -> Rect | None:
        """What the frame of a story leaves free round something in one of its boxes; None without a frame."""
        padding = self._margins(place).padding
        around = next((own for own in place.boxes if own.meets(box)), None)
        return desk.grid.rect(around).inset(padding) if around and padding != NO_INSETS else None

    def _picture(self, place: PicturePlace, around: Surroundings, desk: PictureDesk) -> PicturePlan | None:
        spread = place.spread
        if spread is None:
            return plan_placed(place, around, desk)
        grids = (self._grid_of(spread.left_page, desk), self._grid_of(spread.right_page, desk))
        return plan_half(place, spread, self._around_both(place, spread, grids), desk, grids)

    def _around_both(self, place: PicturePlace, spread: Spread, grids: tuple[PageGrid, PageGrid]) -> Surroundings:
        """What touches either half of a spread, so that both keep the same white."""
        touched: list[Surroundings] = []
        for page in self.edition.pages:
            if page.name in {spread.left_page, spread.right_page}:
                touched += self._around_halves(page, place, grids[page.name == spread.right_page])
        return Surroundings(any(one.above for one in touched), any(one.below for one in touched))

    def _around_halves(self, page: Page, place: PicturePlace, grid: PageGrid) -> Iterator[Surroundings]:
        """What touches a spread on one of its pages, if it stands in a story there."""
        copies = head_copies(page, self.edition.stories, lambda other: self.cases.story(page.name, other.story))
        for at, story in enumerate(page.stories):
            planner = self._of_story(page, story)
            desk = Desk(grid, planner.case, self.images, Sink(), page.name)
            for own in story.pictures:
                if own.spread and own.picture.file == place.picture.file:
                    head = planner._head(copies[at], desk).block if at in copies else None
                    yield _around(own.box, story, head)

    def _grid_of(self, name: str, desk: PictureDesk) -> PageGrid:
        """The grid of a page by its name."""
        page = next((page for page in self.edition.pages if page.name == name), None)
        if page is None:
            return desk.grid
        return page_grid(self.case.style, self.case.style.grids[self.case.style.templates[page.template].grid])

    def _groups(self, place: StoryPlace, head: HeadBlock | None, desk: PictureDesk) -> tuple[GroupPlan, ...]:
        planned = [
            plan_group(own, _around(own.box, place, head), replace(desk, inside=self._inside(own.box, place, desk)))
            for own in place.groups
        ]
        return tuple(group for group in planned if group)

    def _ornaments(self, place: StoryPlace, desk: Desk) -> tuple[tuple[str, Emblem], ...]:
        """A story's ornaments, each whole in the middle of its box."""
        found = []
        for ornament in place.ornaments:
            image = self.images.open(ornament.file, desk.sink, ornament.span)
            if image:
                box = desk.grid.rect(ornament.box)
                room = Rect(
                    box.x, box.y + shoulder(desk.grid), box.width, box.height - desk.grid.leading + desk.grid.em
                )
                found.append((ornament.alt, Emblem(contain(image, room), image)))
        return tuple(found)

    def _frames(
        self, place: StoryPlace, head: PlannedHead, pictures: Sequence[PicturePlan | GroupPlan], grid: PageGrid
    ) -> tuple[tuple[Frame, ...], ...]:
        obstacles = [obstacle for picture in pictures for obstacle in obstacles_of(picture, self.case.style)]
        if head.block:
            obstacles += head.block.obstacles
        obstacles += [grid.rect(ornament.box) for ornament in place.ornaments]
        if place.columns.vertical:
            return tier_frames(place.boxes, place.columns, grid, self._margins(place), obstacles)
        legs = tuple(shapes(place.boxes, place.columns, grid, self._margins(place), head.legs))
        self._report_strips(
            {strip for shape in legs for run in shape for strip in narrow_strips(grid, run.leg, obstacles)}, place
        )
        return tuple(tuple(leg_frame(grid, run.leg, run.first, run.last, obstacles) for run in shape) for shape in legs)

    def _report_strips(self, strips: set[Length], place: StoryPlace) -> None:
        """Tell of strips beside pictures that are too narrow for text."""
        for strip in sorted(strips):
            ems = f"{strip / self.case.style.body_size:.1f}"
            self.sink.report(NARROW_STRIP, place.span, "pictures", story=place.story, ems=ems, least=MINIMUM_EMS)


def _report_covered(
    place: StoryPlace, head: HeadBlock | None, pictures: Sequence[tuple[Picture, PicturePlan | GroupPlan]], sink: Sink
) -> None:
    for words, picture in pictures:
        if head and not head.floating and picture.box.overlaps(head.rect):
            first = place.boxes[0].line + head.lines
            span = picture.place.box.span
            sink.report(HEAD_COVERED, span, "line", picture=words.file.name, story=place.story, first=first)


def _around(box: Box, story: StoryPlace, head: HeadBlock | None) -> Surroundings:
    """Whether text of the story stands directly above and below a picture's box."""
    first_text = {own.line for own in story.boxes}
    if head:
        first_text.add(head.line + head.lines)
    last_text = {own.line + own.lines for own in story.boxes}
    return Surroundings(above=box.line not in first_text, below=box.line + box.lines not in last_text)
