"""A composed page as the rules see it: headlines, legs, lines, pictures, adverts, each with its rectangle.

Everything is read from the plan and the poured lines; no text is measured here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from layout.compose.model import Composition, Sheet
from layout.compose.pouring import SetLine
from layout.compose.story import StoryOnPage
from layout.diagnostics import Diagnostic, Kind, Severity, Span
from layout.display.items import Glyphs, Item, Photo, Role, Rule, TextRun
from layout.display.page import PageDisplay
from layout.edition.model import Box, Picture, StoryPlace
from layout.geometry import Frame, Point, Rect, hull
from layout.plan.grid import PageGrid
from layout.plan.model import Block, GroupPlan, HeadBlock, PicturePlan, PlacedWords
from layout.style.checks import Checks
from layout.style.model import PaperStyle
from layout.units import ASCENT, Length, ascent

Value = str | int | float


class Head(Struct, frozen=True):
    """A story's main headline: the ink of its main lines, of everything in the block, and the block's whole lines."""

    words: tuple[PlacedWords, ...]
    rect: Rect
    ink: Rect
    block: Rect
    size: Length
    vertical: bool

    @property
    def text(self) -> str:
        """The main head's words."""
        return "".join(run.text for words in self.words for run in words.runs)


class Leg(Struct, frozen=True):
    """A column of a story: its frame, the shape it belongs to (by number), and the lines that stand in it."""

    shape: int
    frame: Frame
    lines: tuple[SetLine, ...]

    @property
    def rect(self) -> Rect:
        """The frame's rectangle."""
        return self.frame.rect


class Shown(Struct, frozen=True):
    """A picture on the page: what the manifest says of it, where it stands, and where its words stand.

    `outline` are the polygons that text runs round, none when that is all of `rect`. `grouped` pictures share their
    words; `half` is one of a picture across two pages.
    """

    picture: Picture
    rect: Rect
    box: Rect
    art: tuple[Item, ...]
    caption: Rect | None
    outline: tuple[tuple[Point, ...], ...] = ()
    grouped: bool = False
    half: bool = False

    @property
    def photo(self) -> Photo | None:
        """The photograph drawn, if it is one."""
        return next((item for item in self.art if isinstance(item, Photo)), None)


class Placed(Struct, frozen=True):
    """A story, or a part of one, on the page."""

    on_page: StoryOnPage
    head: Head | None
    legs: tuple[Leg, ...]
    boxes: tuple[Rect, ...]

    @property
    def block(self) -> Block:
        """Its plan."""
        return self.on_page.block

    @property
    def place(self) -> StoryPlace:
        """Its place in the manifest."""
        return self.on_page.block.place

    @property
    def name(self) -> str:
        """The story's name."""
        return self.on_page.block.place.story

    def box_of(self, leg: Leg) -> Box:
        """The box of the manifest that a leg begins in."""
        corner = Rect(leg.rect.x, leg.rect.y, 1, 1)
        pairs = zip(self.place.boxes, self.boxes, strict=True)
        return next((box for box, rect in pairs if rect.overlaps(corner)), self.place.boxes[0])

    @property
    def framed(self) -> bool:
        """Whether a frame or a tint sets it apart."""
        return self.place.frame != "none"

    @property
    def filled(self) -> tuple[Leg, ...]:
        """The legs that hold text, in the order they are read."""
        return tuple(leg for leg in self.legs if leg.lines)


class Scene(Struct, frozen=True):
    """One page with everything on it, and what it is held against; `names` are those of the newsroom's list."""

    display: PageDisplay
    sheet: Sheet
    style: PaperStyle
    stories: tuple[Placed, ...]
    composition: Composition
    images: PixelModes | None = None
    names: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The page's name."""
        return self.display.name

    @property
    def grid(self) -> PageGrid:
        """The page's grid."""
        return self.sheet.plan.grid

    @property
    def checks(self) -> Checks:
        """The thresholds."""
        return self.style.checks

    @property
    def panels(self) -> tuple[Rect, ...]:
        """Where fixed matter stands: the template's panels, and the page's contents, weather, ears and ornaments."""
        plan = self.sheet.plan
        span = plan.page.span
        own = [box for _, box in plan.page.matter.boxes]
        panels = [Box(panel.column, panel.columns, panel.line, panel.lines, span) for panel in plan.template.panels]
        return tuple(self.grid.rect(box) for box in (*panels, *own))

    def shown(self) -> Iterator[Shown]:
        """Every picture on the page, those of stories first."""
        for story in self.stories:
            yield from _shown(story.block.pictures, story.block.groups)
        yield from _shown(self.sheet.plan.pictures, self.sheet.plan.groups)

    def items(self, *roles: Role) -> Iterator[TextRun]:
        """The runs of text whose part has one of the roles."""
        wanted = {part.id for part in self.composition.parts if part.role in roles}
        return (item for item in self.display.items if isinstance(item, TextRun) and item.part in wanted)

    def rules(self) -> Iterator[Rule]:
        """The rules the manifest puts between stories."""
        parts = self.composition.parts
        return (
            item
            for item in self.display.items
            if isinstance(item, Rule) and parts[item.part].role is Role.ARTIFACT and parts[item.part].story is None
        )

    def found(
        self, kind: Kind, span: Span | None, where: Rect | None, /, *, severity: Severity | None = None, **values: Value
    ) -> Diagnostic:
        """A finding on this page."""
        return Diagnostic(kind, span, "", tuple(values.items()), self.name, where, severity)


class Styles(Protocol):
    """The style of each page; `layout.style.cascade.EditionStyles` is one."""

    def page(self, page: str) -> PaperStyle:
        """The style of a page."""


class PixelModes:
    """What sort of pixels each picture has, by its key; filled by whoever holds the pictures."""

    def __init__(self, modes: Iterable[tuple[str, str]]) -> None:
        self._known = dict(modes)

    def one_bit(self, key: str) -> bool:
        """Whether the picture is line art of one bit."""
        return self._known.get(key) == "1"


def scenes(
    composition: Composition, styles: Styles, images: PixelModes | None = None, names: Iterable[str] = ()
) -> tuple[Scene, ...]:
    """Every page of a composition as a scene, in its own style."""
    known = tuple(names)
    return tuple(
        Scene(
            page,
            sheet,
            styles.page(page.name),
            tuple(_placed(story, sheet.plan.grid) for story in sheet.stories),
            composition,
            images,
            known,
        )
        for page, sheet in zip(composition.pages, composition.sheets, strict=True)
    )


def _placed(story: StoryOnPage, grid: PageGrid) -> Placed:
    block = story.block
    vertical = bool(block.place.headline and block.place.headline.vertical)
    head = _head(block.head, vertical=vertical) if block.head else None
    return Placed(story, head, tuple(_legs(story)), tuple(grid.rect(box) for box in block.place.boxes))


def _shown(pictures: Iterable[PicturePlan], groups: Iterable[GroupPlan]) -> Iterator[Shown]:
    for plan in pictures:
        caption = plan.caption.rect if plan.caption else None
        half = plan.place.spread is not None
        yield Shown(plan.place.picture, plan.rect, plan.box, plan.shot.art, caption, plan.shot.outline, half=half)
    for group in groups:
        caption = group.caption.rect if group.caption else None
        for picture, shot in group.shots:
            yield Shown(picture, shot.rect, group.box, shot.art, caption, grouped=True)


def _head(block: HeadBlock, *, vertical: bool) -> Head | None:
    main = tuple(words for words in block.words if words.role is Role.HEADLINE and words.runs)
    if not main:
        return None
    size = max(run.size for words in main for run in words.runs)
    return Head(main, hull(map(words_rect, main)), hull(map(words_rect, block.words)), block.rect, size, vertical)


def _legs(story: StoryOnPage) -> Iterator[Leg]:
    left = list(story.lines)
    for number, frames in enumerate(story.block.frames):
        for frame in frames:
            own = [line for line in left if _inside(line, frame)]
            left = [line for line in left if not _inside(line, frame)] if own else left
            yield Leg(number, frame, tuple(own))


def _inside(line: SetLine, frame: Frame) -> bool:
    slot, rect = line.line.slot, frame.rect
    return rect.x <= slot.x < rect.right and rect.y <= slot.baseline <= rect.bottom


def words_rect(words: PlacedWords) -> Rect:
    """The em boxes of a line of display text."""
    return runs_rect(words.runs, words.origin.x, words.origin.y, vertical=words.vertical, turned=words.turned)


def run_rect(run: TextRun) -> Rect:
    """The em boxes of a run."""
    return runs_rect((run.glyphs,), run.origin.x, run.origin.y, vertical=run.vertical, turned=run.turned)


def runs_rect(runs: Sequence[Glyphs], x: Length, y: Length, *, vertical: bool = False, turned: bool = False) -> Rect:
    """The em boxes of runs that stand one after another from a place."""
    length, size = sum(run.width for run in runs), max((run.size for run in runs), default=0)
    if vertical:
        return Rect(x - size // 2, y, size, length)
    if turned:
        return Rect(x - size * (1000 - ASCENT) // 1000, y, size, length)
    return Rect(x, y - ascent(size), length, size)


def line_rect(line: SetLine) -> Rect:
    """The em boxes of a line of text."""
    size = line.style.size
    return Rect(line.line.x, line.line.slot.baseline - ascent(size), line.line.width, size)


def line_text(line: SetLine) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line.line.runs)


def shared(one: tuple[Length, Length], other: tuple[Length, Length]) -> Length:
    """How much two stretches have in common; negative is the distance between them."""
    return min(one[1], other[1]) - max(one[0], other[0])


def across(one: Rect, other: Rect) -> Length:
    """How much two rectangles share of the width; negative is the distance beside each other."""
    return shared((one.x, one.right), (other.x, other.right))


def down(one: Rect, other: Rect) -> Length:
    """How much two rectangles share of the height; negative is the distance above each other."""
    return shared((one.y, one.bottom), (other.y, other.bottom))
