"""小样: a story alone, in the measure it will stand in, its lines numbered, with a wide margin to write in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from layout.compose.copy import passages
from layout.compose.flow import Copy, flow
from layout.compose.lines import line_items
from layout.compose.parts import PartTree
from layout.compose.pouring import SetLine
from layout.compose.story import StoryOnPage, story_items
from layout.compose.writer import Writer
from layout.display.items import Box, Item, Layer, Role, Rule
from layout.display.page import PageDisplay
from layout.edition.model import Story, StoryPlace
from layout.geometry import Frame, Point, Rect, Size, Slot
from layout.ink import BLACK
from layout.plan.grid import page_grid
from layout.plan.model import Block
from layout.plan.type import TypeCase
from layout.style.model import Grid, Setting
from layout.text.model import Font, Prose
from layout.text.pour import pour, prepare
from layout.units import MILLIMETRE, Length, pt

_WIDTH, _HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
_TOP, _FOOT, _EDGE = 22 * MILLIMETRE, 26 * MILLIMETRE, 14 * MILLIMETRE
# Left of a column its lines' numbers stand, right of it readers write.
_NUMBERS, _MARGIN = 8 * MILLIMETRE, 40 * MILLIMETRE
_GREY = BLACK.tint(600)
_SIGN = ("作者", "责任编辑", "一校", "二校", "部主任")
_BOX, _LINE = 10 * MILLIMETRE, pt(0.5)


class GalleyText(Struct, frozen=True):
    """What is set: the story, its type, its measure, and what the slug says (its pages are numbered after that)."""

    story: Story
    case: TypeCase
    measure: Length
    slug: str


class Galley(Struct, frozen=True):
    """A galley's pages and the tree of their parts; how many 字 and lines the body has."""

    pages: tuple[PageDisplay, ...]
    tree: PartTree
    characters: int
    lines: int


def compose_galley(text: GalleyText) -> Galley:
    """Set a story alone, on as many sheets as it takes."""
    story, tree = text.story, PartTree()
    writer = Writer.of(text.case.faces, layer=Layer.TEXT)
    sheet = _Sheet(text, tree.add(Role.ARTIFACT, title="slug"), writer)
    head, below = sheet.head()
    blocks = [sheet.block(number, below if number == 0 else _TOP) for number in range(_most_sheets(sheet))]
    body = flow(Copy(story, passages(story, text.case), tuple(blocks), text.case))
    used = [index for index, lines in enumerate(body.lines) if lines] or [0]
    pages, count = [], 0
    for index in range(used[-1] + 1):
        on_page = StoryOnPage(blocks[index], body.lines[index], text.case, rules=body.rules[index])
        items, _ = story_items(on_page, tree, page_grid(text.case.style, sheet.grid), text.case.style)
        numbers, count = sheet.numbers(blocks[index], body.lines[index], count)
        items += [*(head if index == 0 else ()), *numbers]
        pages.append(items)
    characters = sum(not character.isspace() for paragraph in story.body for character in paragraph.text)
    slugs = (sheet.slug(characters, count, number, len(pages)) for number in range(1, len(pages) + 1))
    displays = tuple(
        sheet.display(number, [*items, *slug]) for number, (items, slug) in enumerate(zip(pages, slugs, strict=True), 1)
    )
    return Galley(displays, tree, characters, count)


def _most_sheets(sheet: _Sheet) -> int:
    """More sheets than the story can take: every character in a cell of its own, with room for subheads and tables."""
    text = sheet.text
    cells = max(text.measure // text.case.style.body_size, 1)
    lines = sum(len(paragraph.text) // cells + 4 for paragraph in text.story.body)
    return 2 + lines // max(sheet.lines * sheet.columns - 8, 1)


class _Sheet(Struct, frozen=True):
    """A sheet of paper for galleys in one measure."""

    text: GalleyText
    part: int
    writer: Writer

    @property
    def pitch(self) -> Length:
        """From one column to the next."""
        return _NUMBERS + self.text.measure + _MARGIN

    @property
    def columns(self) -> int:
        """How many columns an A4 sheet has."""
        return max(1, (_WIDTH - 2 * _EDGE) // self.pitch)

    @property
    def width(self) -> Length:
        """The sheet's width: A4's, or what a wide measure takes."""
        return max(_WIDTH, self.pitch + 2 * _EDGE)

    @property
    def lines(self) -> int:
        """How many lines a column has on a sheet without heads."""
        return (_HEIGHT - _TOP - _FOOT) // self.text.case.style.leading

    @property
    def grid(self) -> Grid:
        """Any grid of the style: nothing of a galley stands on it."""
        return next(iter(self.text.case.style.grids.values()))

    def column_x(self, column: int) -> Length:
        """Where the text of a column begins, from 0."""
        return _EDGE + column * self.pitch + _NUMBERS

    def block(self, number: int, top: Length) -> Block:
        """The story's place on a sheet whose text begins at `top`."""
        style = self.text.case.style
        rows = (_HEIGHT - _FOOT - top) // style.leading
        frames = []
        for column in range(self.columns):
            x = self.column_x(column)
            slots = tuple(Slot(x, top + row * style.leading + style.baseline, self.text.measure) for row in range(rows))
            frames.append(Frame(Rect(x, top, self.text.measure, rows * style.leading), slots))
        story = self.text.story
        place = StoryPlace(story.id, (), story.span, balance=False, leg_rules=False)
        area = Rect(_EDGE, top, self.width - 2 * _EDGE, rows * style.leading)
        return Block(f"小样{number + 1}", place, story, None, (tuple(frames),), (), area)

    def head(self) -> tuple[list[Item], Length]:
        """The headline's parts and the captions, line by line; and where the body may begin."""
        story = self.text.story
        items: list[Item] = []
        y = _TOP
        for words, role, size in (
            (story.kicker, "sans", pt(10)),
            (story.headline, "sans-bold", pt(16)),
            (story.deck, "kai", pt(10)),
            (story.summary, "sans", pt(9)),
        ):
            for line in words.lines if words else ():
                drawn, y = self._paragraph(line, role, size, y)
                items += drawn
        for picture in story.pictures:
            told = "　".join(words.text for words in (picture.caption, picture.credit) if words)
            drawn, y = self._paragraph(f"图 {picture.file.name}　{told}", "kai", pt(8.5), y)
            items += drawn
        return items, y + self.text.case.style.leading

    def _paragraph(self, text: str, role: str, size: Length, y: Length) -> tuple[list[Item], Length]:
        """Some words across the sheet, on as many lines as they take."""
        left, leading = self.column_x(0), size * 7 // 5
        slots = [Slot(left, y + (row + 1) * leading, self.width - left - _EDGE) for row in range(12)]
        prose = Prose(text, Font(self.text.case.faces.chain(role), size), Setting(punctuation="quanshen"), "left")
        placed = pour((prepare(prose),), slots).placed
        items: list[Item] = [item for line in placed for item in line_items(line, self.part, BLACK)]
        return items, y + len(placed) * leading + size // 2

    def numbers(self, block: Block, lines: Sequence[SetLine], count: int) -> tuple[list[Item], int]:
        """The number of every line at its left, counted on from `count`, and a thin rule at the right of the column."""
        items: list[Item] = []
        for frame in (frame for frames in block.frames for frame in frames):
            own = {line.line.y for line in lines if frame.rect.x <= line.line.slot.x < frame.rect.right}
            for y in sorted(own):
                count += 1
                end = Point(frame.rect.x - 2 * MILLIMETRE, y)
                items += self.writer.write_ending(str(count), end, self.part, pt(6), _GREY)
            if own:
                x = frame.rect.right + MILLIMETRE
                top, foot = Point(x, frame.rect.y), Point(x, max(own))
                items.append(Rule(Layer.RULE, self.part, top, foot, pt(0.25), _GREY))
        return items, count

    def slug(self, characters: int, lines: int, number: int, pages: int) -> Iterator[Item]:
        """What the galley is, above; boxes to sign in, below."""
        measure = self.text.measure / self.text.case.style.body_size
        told = f"小样　{self.text.slug}　{characters} 字　{lines} 行　每行 {measure:g} 字　{number}/{pages}"
        yield from self.writer.write(told, Point(_EDGE, 12 * MILLIMETRE), self.part, pt(8), BLACK)
        start, end = Point(_EDGE, 14 * MILLIMETRE), Point(self.width - _EDGE, 14 * MILLIMETRE)
        yield Rule(Layer.RULE, self.part, start, end, _LINE, BLACK)
        width = (self.width - 2 * _EDGE) // len(_SIGN)
        top = _HEIGHT - 20 * MILLIMETRE
        for index, role in enumerate(_SIGN):
            x = _EDGE + index * width
            yield from self.writer.write(role, Point(x + MILLIMETRE, top + pt(8)), self.part, pt(7), BLACK)
            yield Box(Layer.RULE, self.part, Rect(x, top, width, _BOX), stroke=BLACK, weight=_LINE)

    def display(self, number: int, items: list[Item]) -> PageDisplay:
        """A sheet with its items."""
        size = Size(self.width, _HEIGHT)
        return PageDisplay(
            f"小样{number}", "", self.part, size, 0, Rect(0, 0, size.width, size.height), (), tuple(items)
        )
