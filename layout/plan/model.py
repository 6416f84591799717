"""A page planned: every block with its headline set, its pictures placed and its slots known."""

from __future__ import annotations

from dataclasses import dataclass

from layout.display.items import Glyphs, Role
from layout.edition.model import AdvertPlace, GroupPlace, Page, Picture, PicturePlace, RulePlace, Story, StoryPlace
from layout.geometry import Frame, Point, Rect
from layout.ink import Ink
from layout.plan.grid import PageGrid
from layout.style.model import Template


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """One line of display text at its place; a vertical one hangs from `origin`, its top centre.

    A turned one reads downwards, its baseline going down from `origin`.
    """

    role: Role
    runs: tuple[Glyphs, ...]
    origin: Point
    ink: Ink
    vertical: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Plate:
    """A filled rectangle behind or beside words: a label's plate, a summary's bar."""

    rect: Rect
    ink: Ink


@dataclass(frozen=True, slots=True)
class HeadBlock:
    """A headline block: whole lines high, its words placed."""

    rect: Rect
    lines: int
    words: tuple[PlacedWords, ...]
    plates: tuple[Plate, ...] = ()


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's words at their place: `rect` is what they take, `plate` a strip under them over the picture."""

    rect: Rect
    words: tuple[PlacedWords, ...]
    plate: Plate | None = None


@dataclass(frozen=True, slots=True)
class Shot:
    """An image in place: `rect` shows its `crop` (millionths of the image).

    `outline` are the polygons that text runs round, `clipped` says that nothing outside of them is shown. `ppi` is
    its resolution as placed; `scale` its size in per cent of what its file says of itself, None when it says nothing.
    """

    rect: Rect
    image: str
    crop: tuple[int, int, int, int]
    ppi: int
    scale: int | None = None
    outline: tuple[tuple[Point, ...], ...] = ()
    clipped: bool = False
    keyline: bool = True


@dataclass(frozen=True, slots=True)
class PicturePlan:
    """A picture with its caption: `box` is the whole cell area."""

    place: PicturePlace
    box: Rect
    shot: Shot
    caption: Caption | None

    @property
    def rect(self) -> Rect:
        """Where the image stands."""
        return self.shot.rect


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A group of pictures over one caption: each picture as it stands, in their order."""

    place: GroupPlace
    box: Rect
    shots: tuple[tuple[Picture, Shot], ...]
    caption: Caption | None


@dataclass(frozen=True, slots=True)
class AdvertPlan:
    """An advert: its cell area, the image's rectangle inside it, and its label."""

    place: AdvertPlace
    box: Rect
    rect: Rect
    image: str
    words: tuple[PlacedWords, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A story, or a part of one, on a page: headline, pictures and the frames its text may fill in turn.

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


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page planned."""

    page: Page
    grid: PageGrid
    template: Template
    blocks: tuple[Block, ...]
    pictures: tuple[PicturePlan, ...]
    adverts: tuple[AdvertPlan, ...]
    rules: tuple[RulePlace, ...]
    groups: tuple[GroupPlan, ...] = ()
