"""A page planned: every block with its headline set, its pictures placed and its slots known."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from layout.display.items import Glyphs, Item, Role
from layout.edition.matter import FoldPlace
from layout.edition.model import AdvertPlace, GroupPlace, Page, Picture, PicturePlace, RulePlace, Story, StoryPlace
from layout.geometry import Frame, Point, Rect, Slot
from layout.ink import Ink
from layout.plan.grid import PageGrid
from layout.style.borders import NO_FRAME, FrameStyle
from layout.style.model import Template
from layout.units import Length, ascent


class Image(Protocol):
    """What planning needs to know of an opened image; `layout.assets.images.ImageInfo` is one."""

    @property
    def key(self) -> str:
        """Its key in the store."""

    @property
    def width(self) -> int:
        """Pixels across, after turning by EXIF."""

    @property
    def height(self) -> int:
        """Pixels down, after turning by EXIF."""

    @property
    def scalable(self) -> bool:
        """Whether it is as sharp at any size: line art, a page of a PDF. Width and height are then EMU."""

    @property
    def resolution(self) -> int | None:
        """Pixels an inch as its file says, None when it says nothing of use."""


class PlacedWords(Struct, frozen=True):
    """One line of display text at its place; a vertical one hangs from `origin`, its top centre.

    A turned one reads downwards, its baseline going down from `origin`.
    """

    role: Role
    runs: tuple[Glyphs, ...]
    origin: Point
    ink: Ink
    vertical: bool = False
    turned: bool = False

    @property
    def size(self) -> Length:
        """The size of its largest characters."""
        return max((run.size for run in self.runs), default=0)

    @property
    def top(self) -> Length:
        """The top of its em boxes."""
        return self.origin.y if self.vertical or self.turned else self.origin.y - ascent(self.size)


class Plate(Struct, frozen=True):
    """A filled rectangle behind or beside words: a label's plate, a summary's bar."""

    rect: Rect
    ink: Ink


class Emblem(Struct, frozen=True):
    """A small picture among words: the logo of a standing label."""

    rect: Rect
    image: Image


class HeadBlock(Struct, frozen=True):
    """A headline block: whole lines high, its words placed.

    `line` is its first line. `taken` are further rectangles that text keeps clear of: a label at the top of a column.
    A head over a picture (`floating`) stands in nobody's way.
    """

    rect: Rect
    lines: int
    words: tuple[PlacedWords, ...]
    plates: tuple[Plate, ...] = ()
    emblems: tuple[Emblem, ...] = ()
    taken: tuple[Rect, ...] = ()
    floating: bool = False
    line: int = 1

    @property
    def obstacles(self) -> tuple[Rect, ...]:
        """What text keeps clear of."""
        return self.taken if self.floating else (self.rect, *self.taken)


class Caption(Struct, frozen=True):
    """A picture's words at their place: `rect` is what they take, `plate` a strip under them over the picture."""

    rect: Rect
    words: tuple[PlacedWords, ...]
    plate: Plate | None = None


class Shot(Struct, frozen=True):
    """A picture in place: `art` is what is drawn in `rect`, items without a part as yet.

    `outline` are the polygons that text runs round. `ppi` is its resolution as placed, 0 for line art; `scale` its
    size in per cent of what its file says of itself, None when that says nothing.
    """

    rect: Rect
    art: tuple[Item, ...]
    ppi: int = 0
    scale: int | None = None
    outline: tuple[tuple[Point, ...], ...] = ()
    keyline: bool = True


class PicturePlan(Struct, frozen=True):
    """A picture with its caption: `box` is the whole cell area."""

    place: PicturePlace
    box: Rect
    shot: Shot
    caption: Caption | None

    @property
    def rect(self) -> Rect:
        """Where the image stands."""
        return self.shot.rect


class GroupPlan(Struct, frozen=True):
    """A group of pictures over one caption: each picture as it stands, in their order."""

    place: GroupPlace
    box: Rect
    shots: tuple[tuple[Picture, Shot], ...]
    caption: Caption | None


class AdvertPlan(Struct, frozen=True):
    """An advert: its cell area, the image's rectangle inside it with what is drawn there, and its label."""

    place: AdvertPlace
    box: Rect
    rect: Rect
    art: tuple[Item, ...]
    words: tuple[PlacedWords, ...]


class Block(Struct, frozen=True):
    """A story, or a part of one, on a page: headline, pictures and the frames its text may fill in turn.

    `frames` holds the legs of each shape that the boxes make (see `plan.legs`).

    `ornaments` are the small pictures over and beside its head, each with its words for readers who cannot see it.

    `jump_from` and `jump_to` are the jump lines that open and close this part, empty when there are none.
    """

    page: str
    place: StoryPlace
    story: Story
    head: HeadBlock | None
    frames: tuple[tuple[Frame, ...], ...]
    pictures: tuple[PicturePlan, ...]
    outline: Rect
    jump_from: str = ""
    jump_to: str = ""
    groups: tuple[GroupPlan, ...] = ()
    frame: FrameStyle = NO_FRAME
    ornaments: tuple[tuple[str, Emblem], ...] = ()

    @property
    def illustrations(self) -> tuple[PicturePlan | GroupPlan, ...]:
        """Its pictures and its groups of them."""
        return (*self.pictures, *self.groups)


class FoldPlan(Struct, frozen=True):
    """The strip of a page's inner margin (中缝): where its notices stand, the lines of text it holds, its adverts."""

    place: FoldPlace
    rect: Rect
    rows: tuple[Slot, ...]
    adverts: tuple[AdvertPlan, ...] = ()


class PagePlan(Struct, frozen=True):
    """One page planned."""

    page: Page
    grid: PageGrid
    template: Template
    blocks: tuple[Block, ...]
    pictures: tuple[PicturePlan, ...]
    adverts: tuple[AdvertPlan, ...]
    rules: tuple[RulePlace, ...]
    groups: tuple[GroupPlan, ...] = ()
    separators: tuple[tuple[Point, Point], ...] = ()
    fold: FoldPlan | None = None

    @property
    def every_advert(self) -> tuple[AdvertPlan, ...]:
        """Its adverts in the order they are drawn, those at the fold last."""
        return (*self.adverts, *(self.fold.adverts if self.fold else ()))

    @property
    def illustrations(self) -> tuple[PicturePlan | GroupPlan, ...]:
        """Its pictures and its groups of them."""
        return (*self.pictures, *self.groups)
