"""Copyfit (容字): how large a story is in 字 and 行, and in which boxes it fits, before it has a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.copy import passages
from layout.compose.flow import Copy, Flow, flow
from layout.compose.normalised import normalised_edition
from layout.diagnostics import Sink
from layout.display.items import Role
from layout.edition.model import Box, Edition, HeadlinePlace, Page, Staff, Story, StoryPlace
from layout.plan.findings import HEAD_TOO_WIDE
from layout.plan.model import Block
from layout.plan.page import Planner
from layout.plan.picture import Images
from layout.plan.type import Faces, TypeCases
from layout.style.cascade import EditionStyles
from layout.style.model import PaperStyle
from layout.units import Length

# A box as deep as no page; what stays free of it is what the story does not need.
DEEP = 3000
_CM: Length = 360_000


class Fit(Struct, frozen=True):
    """The smallest box that a story fits in at one number of columns and one level of headline.

    `text_lines` counts the lines of text (with subheads) in basic columns, `head_lines` those the headline takes over
    all columns, `lines` the box's; `spare` slots of it stay empty. `head_size` is the main head's; `over` says how
    many characters it has too many at the smallest, `room` how many 字 a line of it holds at its largest and smallest.
    """

    columns: int
    level: str
    text_lines: int
    head_lines: int
    lines: int
    spare: int
    column_cm: float
    head_size: Length
    over: int
    room: tuple[int, int]


class Bench(Struct, frozen=True):
    """What a fit is tried with."""

    style: PaperStyle
    faces: Faces
    images: Images
    template: str


def characters_of(story: Story) -> int:
    """How many 字 the body has, white space not counted."""
    return sum(not c.isspace() for paragraph in story.body for c in paragraph.text)


def fits(story: Story, bench: Bench, columns: int, level: str | None) -> Iterator[Fit]:
    """The boxes a story fits in: at every level, or at one of them and with a column more and one fewer."""
    most = bench.style.grids[bench.style.templates[bench.template].grid].columns
    if level is None:
        for name in bench.style.levels:
            yield _fit(story, bench, columns, name)
        return
    for count in (columns - 1, columns, columns + 1):
        if 1 <= count <= most:
            yield _fit(story, bench, count, level)


def _fit(story: Story, bench: Bench, columns: int, level: str) -> Fit:
    sink = Sink()
    block, poured = _poured(story, bench, columns, level, sink)
    head = block.head
    main = [words for words in head.words if words.role is Role.HEADLINE] if head else []
    size = max((run.size for words in main for run in words.runs), default=0)
    over = next((dict(found.values)["characters"] for found in sink.found if found.kind is HEAD_TOO_WIDE), 0)
    lines = [line for lines in poured.lines for line in lines]
    depth = DEEP - poured.empty_rows
    used = poured.empty - poured.empty_rows * columns
    style = bench.style.levels[level]
    width = head.rect.width if head else 0
    return Fit(
        columns,
        level,
        len(lines),
        head.lines if head else 0,
        depth,
        max(used, 0),
        round(len(lines) * bench.style.leading / _CM, 1),
        size,
        int(over),
        _room(width, style.sizes, style.condense),
    )


def _room(width: Length, sizes: Sequence[Length], condense: int) -> tuple[int, int]:
    """How many 字 a line holds at the largest size, and at the smallest condensed as far as it may be."""
    return width // max(sizes), width * 1000 // (min(sizes) * condense)


def _poured(story: Story, bench: Bench, columns: int, level: str, sink: Sink) -> tuple[Block, Flow]:
    """The story planned and poured in a deep box at the left of an empty page."""
    span = story.span
    box = Box(1, columns, 1, DEEP, span)
    place = StoryPlace(story.id, (box,), span, HeadlinePlace(level, None, span))
    page = Page("A01", "", bench.template, Staff(), span, span, (place,))
    edition = _edition(story, page, bench)
    cases = TypeCases(EditionStyles(bench.style), bench.faces)
    plan = Planner(edition, cases, cases.paper, bench.images, {}, sink).page(page)
    (block,) = plan.blocks
    copy = Copy(block.story, passages(block.story, cases.paper), (block,), cases.paper)
    return block, flow(copy)


def _edition(story: Story, page: Page, bench: Bench) -> Edition:
    edition = Edition(
        name=story.id,
        folder=story.path.parent,
        paper=bench.style.identity.id,
        date=date(2000, 1, 1),
        number=1,
        version=1,
        zone="",
        layout_style="modular",
        pages=(page,),
        stories={story.id: replace(story, pictures=())},
        fields={},
        span=story.span,
        number_span=story.span,
    )
    return normalised_edition(edition, bench.style.normalise, Sink())
