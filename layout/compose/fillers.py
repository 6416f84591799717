"""Holes of a page filled from the edition's fillers (补白): whichever short stories leave the fewest lines empty."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.copy import passages
from layout.compose.flow import Copy, flow
from layout.compose.normalised import normalised_edition
from layout.diagnostics import Sink
from layout.edition.model import Box, Edition, HeadlinePlace, Page, Story, StoryPlace
from layout.plan.findings import HOLE_LEFT
from layout.plan.page import Planner
from layout.plan.picture import Images
from layout.plan.type import TypeCases
from layout.style.places import FILLER_LEVEL

# Another filler is looked for only where at least this many lines are left.
LEAST_LINES = 5


def filled(edition: Edition, cases: TypeCases, images: Images, sink: Sink) -> Edition:
    """The edition with its holes filled; what no filler fills is reported. A filler is used once."""
    if not any(page.matter.holes for page in edition.pages):
        return edition
    quiet = replace(edition, pages=(), stories={story.id: story for story in edition.fillers})
    measured = normalised_edition(quiet, cases.styles.paper.normalise, Sink()).stories
    filler = _Filler(cases, images, replace(edition, stories={**edition.stories, **measured}))
    pages = tuple(_filled_page(page, filler, sink) for page in edition.pages)
    used = {story.id: story for story in edition.fillers if story.id in filler.used}
    return replace(edition, pages=pages, stories={**edition.stories, **used})


def _filled_page(page: Page, filler: _Filler, sink: Sink) -> Page:
    added: list[StoryPlace] = []
    for hole in page.matter.holes:
        places, left = filler.fill(page, hole)
        added += places
        if left >= LEAST_LINES:
            sink.report(HOLE_LEFT, hole.span, "fillers", page=page.name, lines=left)
    return replace(page, stories=(*page.stories, *added))


class _Trial(Struct, frozen=True):
    """A filler tried in a hole: where it would stand, and the lines it would leave empty."""

    place: StoryPlace
    left: int


class _Filler:
    """Tries fillers; remembers those used."""

    def __init__(self, cases: TypeCases, images: Images, edition: Edition) -> None:
        self.cases = cases
        self.images = images
        self.edition = edition
        self.used: set[str] = set()

    def fill(self, page: Page, hole: Box) -> tuple[list[StoryPlace], int]:
        """The places of the fillers that fill a hole from its top, and the lines that stay empty."""
        places: list[StoryPlace] = []
        left = hole.lines
        while left >= LEAST_LINES:
            rest = replace(hole, line=hole.line + hole.lines - left, lines=left)
            best = min(self._trials(page, rest), key=lambda trial: trial.left, default=None)
            if best is None:
                break
            self.used.add(best.place.story)
            places.append(best.place)
            left = best.left
        return places, left

    def _trials(self, page: Page, hole: Box) -> Iterator[_Trial]:
        for story in self.edition.fillers:
            if story.id not in self.used and (trial := self._tried(page, story, hole)):
                yield trial

    def _tried(self, page: Page, story: Story, hole: Box) -> _Trial | None:
        """The story in a hole, its box as low as it can be; None when it does not fit."""
        case = self.cases.paper
        place = StoryPlace(story.id, (hole,), hole.span, HeadlinePlace(FILLER_LEVEL, None, hole.span))
        found = Sink()
        planner = Planner(self.edition, self.cases, case, self.images, {}, found)
        (block,) = planner.page(replace(page, stories=(place,), pictures=(), adverts=(), rules=())).blocks
        poured = flow(
            Copy(self.edition.stories[story.id], passages(self.edition.stories[story.id], case), (block,), case)
        )
        if poured.rest or found.found:
            return None
        box = replace(hole, lines=hole.lines - poured.empty_rows)
        return _Trial(replace(place, boxes=(box,)), poured.empty_rows)
