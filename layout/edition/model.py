"""An edition as it is to be printed, checked and complete; every value that a message may name carries its span."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Literal

from msgspec import Struct

from layout.diagnostics import Span
from layout.edition.allowance import Allowance
from layout.edition.data import Data
from layout.edition.matter import NO_MATTER, FoldPlace, Matter, Notice, Ornament
from layout.edition.rights import OWN, Rights
from layout.edition.showing import PLAIN, CaptionPlace, Showing
from layout.ink import Ink
from layout.source.origins import Origins
from layout.source.record import Unread
from layout.units import Length

# What parts neighbouring stories: rules in white, white alone, or nothing but what the boxes leave.
Parting = Literal["rules", "white", "none"]


class TextKind(Enum):
    """What a paragraph of a story's body is."""

    # By identity, as members are: Enum's own hash is a Python call at every look-up.
    __hash__ = object.__hash__

    BODY = "body"
    SUBHEAD = "subhead"
    VERSE = "verse"
    STANZA = "stanza"  # the first line of a stanza
    SIGNATURE = "signature"  # 落款: a line pushed to the right
    TABLE_TITLE = "table_title"
    CELL = "cell"

    @property
    def is_verse(self) -> bool:
        """Whether its lines are kept as the file has them."""
        return self in {TextKind.VERSE, TextKind.STANZA}


class Emphasis(Enum):
    """How a stretch of text stands out."""

    # By identity, as members are: Enum's own hash is a Python call at every look-up.
    __hash__ = object.__hash__

    STRONG = "strong"
    DATELINE = "dateline"
    OPENING = "opening"  # a subhead that opens its paragraph
    DOTS = "dots"  # 着重号
    NAME = "name"  # 专名号
    TITLE = "title"  # 浪线书名号
    DECEASED = "deceased"  # 示亡号
    READING = "reading"  # 注音


class Stretch(Struct, frozen=True):
    """An emphasised part of a paragraph: characters `start` to `end` of its text.

    `readings` are the characters' own when it is one of READING, one each.
    """

    start: int
    end: int
    emphasis: Emphasis
    readings: tuple[str, ...] = ()


class Paragraph(Struct, frozen=True):
    """A paragraph; `span` is where it stands in the story file.

    `origins[i]` is the (line, column) in the file of the character `text[i]`, so that every character can be named.
    """

    text: str
    kind: TextKind
    span: Span
    stretches: tuple[Stretch, ...] = ()
    origins: Origins = Origins()


CellAlign = Literal["left", "center", "right", "decimal"]


class Table(Struct, frozen=True):
    """A table among some paragraphs: its cells are those from `first` on, row by row; its title, if any, is before it.

    `header` says that the first row heads the columns.
    """

    first: int
    aligns: tuple[CellAlign, ...]
    rows: int
    header: bool
    title: bool

    @property
    def end(self) -> int:
        """The index after its last cell."""
        return self.first + self.rows * len(self.aligns)

    def cell(self, row: int, column: int) -> int:
        """The index of a cell's paragraph."""
        return self.first + row * len(self.aligns) + column


class Words(Struct, frozen=True):
    """A short text of a story (a headline part, the byline …): its lines as the editor gave them, and their place."""

    lines: tuple[str, ...]
    span: Span

    @property
    def text(self) -> str:
        """All of it as one string."""
        return "".join(self.lines)


def text_of(words: Words | None) -> str:
    """All of a short text; empty when the story has none."""
    return words.text if words else ""


class Picture(Struct, frozen=True):
    """A picture file with its words; `page` says which page of a PDF. A table or a chart has its `data`."""

    file: Path
    span: Span
    caption: Words | None = None
    credit: Words | None = None
    alt: str = ""
    page: int | None = None
    data: Data | None = None
    rights: Rights = OWN


class Story(Struct, frozen=True):
    """A story: its words and pictures, not its place. `id` is the stem of its file, `encoding` how that is written."""

    id: str
    path: Path
    span: Span
    headline: Words | None
    kicker: Words | None
    deck: Words | None
    summary: Words | None
    byline: Words | None
    label: Words | None
    body: tuple[Paragraph, ...]
    pictures: tuple[Picture, ...] = ()
    short: str = ""
    logo: Path | None = None
    tables: tuple[Table, ...] = ()
    rights: Rights = OWN
    encoding: str = "utf-8"

    @property
    def short_head(self) -> str:
        """What a contents box calls it: its short head, or its main head in one line."""
        return self.short or (self.headline.text if self.headline else self.id)


class Box(Struct, frozen=True):
    """A rectangle of the page's grid: columns and body lines, counted from 1 from the type area's top left.

    `legs` is the number of columns the text stands in; None takes one leg a basic column, another number is a
    bastard measure (破栏).
    """

    column: int
    columns: int
    line: int
    lines: int
    span: Span
    legs: int | None = None

    def meets(self, other: Box) -> bool:
        """Whether two boxes share a cell of the grid."""
        across = self.column < other.column + other.columns and other.column < self.column + self.columns
        return across and self.line < other.line + other.lines and other.line < self.line + self.lines


class HeadlinePlace(Struct, frozen=True):
    """Which level a headline has and where it stands.

    `columns` from `column` on, by default all of the first box (one when vertical); `line` is its first line, that of
    the first box by default, and `lines` how many it takes, as many as it needs by default. A vertical one may stand
    at a `side` of the first box (or between its columns), `width` characters wide or as wide as it needs to be; the
    box's columns share what is left. `on` is what it stands on, `ink` its ink when not the style's, `rows` the lines
    of a head given as one string.
    """

    level: str
    columns: int | None
    span: Span
    column: int | None = None
    text: Words | None = None
    vertical: bool = False
    line: int | None = None
    lines: int | None = None
    side: Literal["left", "right", "middle"] | None = None
    width: int | None = None
    on: Literal["none", "tint", "plate", "picture"] = "none"
    ink: Ink | None = None
    rows: int | None = None


class Spread(Struct, frozen=True):
    """A picture across two facing pages: the boxes of its halves, equal in lines, and which half stands here."""

    left_page: str
    left: Box
    right_page: str
    right: Box
    is_left: bool


class PicturePlace(Struct, frozen=True):
    """A picture standing on the page; its box includes the caption."""

    picture: Picture
    box: Box
    showing: Showing = PLAIN
    spread: Spread | None = None


class GroupedPicture(Struct, frozen=True):
    """One picture of a group, and its cells: first column, first row, how many columns and rows (from 1)."""

    picture: Picture
    cell: tuple[int, int, int, int]
    showing: Showing = PLAIN


class GroupPlace(Struct, frozen=True):
    """Pictures that stand close together over one caption, in a box cut into `across` by `down` equal cells.

    `words` has the group's caption and credit (and the file of its first picture, by which it is named).
    """

    pictures: tuple[GroupedPicture, ...]
    words: Picture
    box: Box
    across: int
    down: int
    caption: CaptionPlace | None = None


class Columns(Struct, frozen=True):
    """How a story's text stands in its boxes; what is not given follows the page's basic columns.

    `measure` is the width of every leg in 字, `gutter` the white between legs. Whole characters that are left when a
    width is divided widen the gutters or single columns (`remainder`). Legs that continue each other in boxes standing
    one on the other are one leg, unless the boxes are read one after another (`order`).
    Vertical text runs down in lines from right to left, in `tiers` one under another.
    """

    measure: int | None = None
    gutter: Length | None = None
    remainder: Literal["gutters", "columns"] = "gutters"
    order: Literal["legs", "boxes"] = "legs"
    vertical: bool = False
    tiers: int = 1


class StoryPlace(Struct, frozen=True):
    """A story, or a further part of it (`continued`), standing on a page.

    `guide` has the contents box name it; `style` holds values of the style changed for it alone. `drop_capital` is the
    number of lines its first character is sunk into (0: it is not).
    """

    story: str
    boxes: tuple[Box, ...]
    span: Span
    headline: HeadlinePlace | None = None
    pictures: tuple[PicturePlace, ...] = ()
    groups: tuple[GroupPlace, ...] = ()
    continued: bool = False
    frame: str = "none"
    balance: bool = True
    slot: str = ""
    guide: bool = False
    style: Unread | None = None
    columns: Columns = Columns()
    frame_span: Span | None = None
    separators: Parting | None = None
    leg_rules: bool | None = None
    allow: tuple[Allowance, ...] = ()
    drop_capital: int = 0
    ornaments: tuple[Ornament, ...] = ()


class AdvertPlace(Struct, frozen=True):
    """An advert: a picture in a box of the page, with its label unless it is the paper's own (公益广告)."""

    picture: Picture
    box: Box
    span: Span
    label: str | None
    kind: Literal["advert", "public", "ear"] = "advert"


class RulePlace(Struct, frozen=True):
    """A rule drawn across columns in the middle of a line's cell, or down a gutter (`vertical`)."""

    column: int
    columns: int
    line: int
    lines: int
    span: Span
    vertical: bool = False


class Staff(Struct, frozen=True):
    """The people answering for a page: 责编, 版式, 校对 …, in the order written."""

    names: tuple[tuple[str, str], ...] = ()


class Page(Struct, frozen=True):
    """A page and what stands on it. `name` is like A01: a section letter and a number.

    `ink` is what it is printed in: full colour, black, or black and red (套红). `slots` are the template's slots used,
    with the place of each use; `style` holds values of the style changed for this page alone.
    """

    name: str
    section: str
    template: str
    staff: Staff
    span: Span
    template_span: Span
    stories: tuple[StoryPlace, ...] = ()
    pictures: tuple[PicturePlace, ...] = ()
    groups: tuple[GroupPlace, ...] = ()
    adverts: tuple[AdvertPlace, ...] = ()
    rules: tuple[RulePlace, ...] = ()
    matter: Matter = NO_MATTER
    ink: Literal["colour", "black", "red"] = "colour"
    slots: tuple[tuple[str, Span], ...] = ()
    style: Unread | None = None
    separators: Parting | None = None
    allow: tuple[Allowance, ...] = ()
    fold: FoldPlace | None = None

    @property
    def on_right(self) -> bool:
        """Whether it lies on the right of its fold: odd pages do, since page 1 is a front page."""
        return int(self.name[1:]) % 2 == 1

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notices at its fold."""
        return self.fold.notices if self.fold else ()

    @property
    def story_names(self) -> tuple[str, ...]:
        """Every story that stands on it, those at the fold last."""
        return (*(place.story for place in self.stories), *(notice.story for notice in self.notices))


class Edition(Struct, frozen=True):
    """One edition (一期). `name` is its folder's name; `fields` are the values that fixed matter may print.

    `kind` tells a regular issue from a supplement (增刊) and an extra (号外). `spreads` are pairs of facing pages.
    `fillers` are stories that stand nowhere yet, for holes (补白). `number_span` is where the running number stands.
    """

    name: str
    folder: Path
    paper: str
    date: date
    number: int
    version: int
    zone: str
    layout_style: Literal["modular", "interlocking"]
    pages: tuple[Page, ...]
    stories: Mapping[str, Story]
    fields: Mapping[str, str]
    span: Span
    number_span: Span
    kind: Literal["issue", "supplement", "extra"] = "issue"
    spreads: tuple[tuple[str, str], ...] = ()
    fillers: tuple[Story, ...] = ()
    allow: tuple[Allowance, ...] = ()
