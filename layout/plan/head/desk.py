"""What every part of a headline is made from: the words, their level, and the place's grid, type and pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from layout.diagnostics import Sink
from layout.display.items import Role
from layout.edition.model import Emphasis, HeadlinePlace, Page, Story, StoryPlace, Words, text_of
from layout.ink import Ink
from layout.plan.findings import HEAD_TOO_WIDE
from layout.plan.grid import PageGrid
from layout.plan.picture import Images, PictureDesk
from layout.plan.type import TypeCase
from layout.style.headload import LEAST_SHARE
from layout.style.model import HeadlineLevel, LabelStyle, TypeStyle
from layout.text.headline import HeadRequest
from layout.units import POINT, Length

HALF_POINT = POINT // 2


class Desk(Struct, frozen=True):
    """Where headlines are made: the page's grid, its type, its pictures, and where findings go."""

    grid: PageGrid
    case: TypeCase
    images: Images
    sink: Sink
    page: str = ""

    @property
    def for_pictures(self) -> PictureDesk:
        """What pictures are placed from."""
        return PictureDesk(self.grid, self.images, self.case, self.sink)

    def line_at(self, y: Length) -> int:
        """The line whose cell begins at `y`."""
        return (y - self.grid.top) // self.grid.leading + 1

    def white(self, thousandths: int) -> Length:
        """White given in thousandths of a body line."""
        return thousandths * self.grid.leading // 1000

    def report_too_wide(self, role: Role, words: Words, over: int) -> None:
        """Tell that a part is `over` characters too long."""
        self.sink.report(
            HEAD_TOO_WIDE, words.span, role.value, part=role.value, text=words.text[:30], characters=max(over, 1)
        )


class HeadCopy(Struct, frozen=True):
    """The words of one headline and how they are to look. `ink` replaces the style's when it is given."""

    place: StoryPlace
    story: Story
    headline: HeadlinePlace
    level: HeadlineLevel
    label: LabelStyle
    ink: Ink | None = None

    @property
    def main(self) -> Words | None:
        """The main head: that of the place, else the story's."""
        return self.headline.text or self.story.headline

    @property
    def rows(self) -> int:
        """In how many lines a head given as one string stands."""
        return self.headline.rows or self.level.rows

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the story marks as such: no line ends inside one."""
        return tuple(
            paragraph.text[stretch.start : stretch.end]
            for paragraph in self.story.body
            for stretch in paragraph.stretches
            if stretch.emphasis in {Emphasis.NAME, Emphasis.TITLE, Emphasis.DECEASED}
        )

    def inked(self, style: TypeStyle) -> TypeStyle:
        """A type in the ink of this head."""
        return replace(style, ink=self.ink) if self.ink else style

    def main_request(self, case: TypeCase) -> HeadRequest:
        """How the main head may be set."""
        style = self.level.main
        return HeadRequest(
            faces=case.faces.chain(style.face),
            sizes=self.level.sizes,
            setting=case.headline_setting,
            condense=self.level.condense,
            open=self.level.open,
            tracking=style.tracking,
            fill=self.level.fill,
        )


def minor_request(style: TypeStyle, case: TypeCase) -> HeadRequest:
    """How a kicker or deck may be set: at its own size, a little smaller when it has to be."""
    return HeadRequest(
        faces=case.faces.chain(style.face),
        sizes=(style.size, style.size * 9 // 10, style.size * 8 // 10),
        setting=case.headline_setting,
        tracking=style.tracking,
    )


def with_small_sizes(copy: HeadCopy, main: Length, desk: Desk) -> HeadCopy:
    """The copy with a kicker and a deck that have no sizes of their own in sizes that go with `main`, the head's."""
    level = copy.level
    kicker, deck = (
        _shared(style, share, main, desk)
        for style, share in ((level.kicker, level.kicker_share), (level.deck, level.deck_share))
    )
    return replace(copy, level=replace(level, kicker=kicker, deck=deck))


def _shared(style: TypeStyle, share: int | None, main: Length, desk: Desk) -> TypeStyle:
    """A type in its share (in thousandths) of the main head's size, in half points."""
    if share is None:
        return style
    least = desk.grid.em * LEAST_SHARE // 1000
    size = max(main * share // 1000, least) // HALF_POINT * HALF_POINT
    return replace(style, size=size, leading=size * style.leading // style.size)


def head_copies(
    page: Page, stories: Mapping[str, Story], case_of: Callable[[StoryPlace], TypeCase]
) -> dict[int, HeadCopy]:
    """The copies of a page's headlines by the index of their place.

    Where a level has several faces its heads take them in turn, from the top of the page down.
    """
    order = sorted(range(len(page.stories)), key=lambda at: (_first_line(page.stories[at]), at))
    seen: Counter[str] = Counter()
    found = {}
    for at in order:
        place = page.stories[at]
        if place.headline:
            found[at] = _copy(place, place.headline, stories[place.story], case_of(place), seen[place.headline.level])
            seen[place.headline.level] += 1
    return found


def _first_line(place: StoryPlace) -> tuple[int, int]:
    return place.boxes[0].line, place.boxes[0].column


def _copy(place: StoryPlace, headline: HeadlinePlace, story: Story, case: TypeCase, before: int) -> HeadCopy:
    """The copy of a headline that has `before` others of its level above it."""
    level = case.style.levels[headline.level]
    if level.faces:
        level = replace(level, main=replace(level.main, face=level.faces[before % len(level.faces)]))
    label = case.style.label_of(text_of(story.label))
    return HeadCopy(place, story, headline, level, label, headline.ink)
