"""A story's block on one page as items: headline, lines, jump lines and pictures, in reading order."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.frames import frame_items
from layout.compose.leg_rules import leg_rules
from layout.compose.lines import line_items
from layout.compose.marks import Strip, mark_items
from layout.compose.parts import PartTree
from layout.compose.pieces import group_items, picture_items, words_items
from layout.compose.pouring import SetLine
from layout.compose.readings import has_readings, reading_items
from layout.display.items import Box, CellPlace, Item, Layer, Role, Rule
from layout.display.page import Region
from layout.edition.model import Paragraph, Story
from layout.geometry import Frame, Slot
from layout.plan.art import art_items, owned
from layout.plan.grid import PageGrid
from layout.plan.model import Block
from layout.plan.type import TypeCase
from layout.style.model import Align, PaperStyle
from layout.text.model import Line, Prose
from layout.text.pour import pour, prepare

_OF_TABLES = {Role.CELL, Role.TABLE_TITLE}
_PARAGRAPHS = {Role.PARAGRAPH, Role.SUBHEAD, *_OF_TABLES}


class StoryOnPage(Struct, frozen=True):
    """A block with the lines that were poured into it, jump lines included."""

    block: Block
    lines: tuple[SetLine, ...]
    case: TypeCase
    opening: Line | None = None
    closing: Line | None = None
    rules: tuple[Rule, ...] = ()


def story_items(
    story: StoryOnPage, tree: PartTree, grid: PageGrid, style: PaperStyle
) -> tuple[list[Item], list[Region]]:
    """The items of a story's block and the regions it owns."""
    block = story.block
    headline = block.story.headline.text if block.story.headline else block.story.id
    part = tree.story(block.story.id, headline)
    regions = [Region(part, grid.rect(box)) for box in block.place.boxes]
    regions += _own_place(block, part)
    items: list[Item] = []
    for box in block.place.boxes:
        items += frame_items(grid.rect(box), block.frame, part)
    for alt, emblem in block.ornaments:
        items += owned(art_items(emblem.image, emblem.rect), tree.add(Role.ARTIFACT, part, title=alt))
    items += _head_items(block, part, tree)
    items += _text_items(story, part, tree)
    own = story.case.style
    if block.place.leg_rules if block.place.leg_rules is not None else own.separators.legs == "rules":
        items += leg_rules(block, story.lines, grid, own.rules, part)
    for picture in block.pictures:
        drawn, region = picture_items(picture, part, block.story.id, tree, style)
        items += drawn
        regions.append(region)
    for group in block.groups:
        drawn, region = group_items(group, part, block.story.id, tree, style)
        items += drawn
        regions.append(region)
    return items, regions


def _own_place(block: Block, part: int) -> Iterable[Region]:
    """The place of a headline that stands over its story's boxes."""
    asked = block.place.headline
    if block.head and not block.head.floating and asked and asked.line:
        yield Region(part, block.head.rect)


def _head_items(block: Block, part: int, tree: PartTree) -> Iterable[Item]:
    if block.head is None:
        return
    for plate in block.head.plates:
        # Over a picture a plate lies on it.
        yield Box(Layer.RULE if block.head.floating else Layer.TINT, part, plate.rect, fill=plate.ink)
    for emblem in block.head.emblems:
        yield from owned(art_items(emblem.image, emblem.rect), tree.inside(Role.LABEL, part, block.story.id))
    for words in block.head.words:
        # A head repeated over a continuation is another part than the one it repeats.
        role = Role.JUMP if block.place.continued else words.role
        yield from words_items(words, tree.inside(role, part, block.story.id))


def _text_items(story: StoryOnPage, part: int, tree: PartTree) -> Iterable[Item]:
    """Body lines in order, the 上接 line before them and the 下转 line after them."""
    name, ink = story.block.story.id, story.case.style.types["jump"].ink
    if story.opening:
        yield from line_items(story.opening, tree.inside(Role.JUMP, part, name), ink)
    for line in story.lines:
        index = line.paragraph if line.role in _PARAGRAPHS else 0
        owner = _owner(story.block.story, line.role, index, part, tree)
        if line.plate:
            yield Box(Layer.TINT, owner, line.plate.rect, fill=line.plate.ink)
        yield from line_items(line.line, owner, line.style.ink)
        if line.role in {Role.PARAGRAPH, Role.CELL}:
            yield from mark_items(line.line, _paragraph(story, line).stretches, owner, line.style.ink)
        if line is story.lines[-1] or line.line.last:
            yield from _readings(story, line, part, tree)
    if story.rules:
        yield from owned(story.rules, tree.inside(Role.ARTIFACT, part, name))
    if story.closing:
        yield from line_items(story.closing, tree.inside(Role.JUMP, part, name), ink)


def _owner(story: Story, role: Role, index: int, part: int, tree: PartTree) -> int:
    """The part of a line: its paragraph's, or the cell or the title of a table."""
    if role not in _OF_TABLES:
        return tree.inside(role, part, story.id, index)
    table = next(table for table in story.tables if table.first - table.title <= index < table.end)
    own = tree.inside(Role.TABLE, part, story.id, table.first)
    if role is Role.TABLE_TITLE:
        return tree.inside(role, own, story.id, index)
    row, column = divmod(index - table.first, len(table.aligns))
    return tree.cell(own, story.id, index, CellPlace(row, column, heads=table.header and row == 0))


def _paragraph(story: StoryOnPage, line: SetLine) -> Paragraph:
    return story.block.story.body[line.paragraph]


def _readings(story: StoryOnPage, last: SetLine, part: int, tree: PartTree) -> Iterable[Item]:
    """The readings of a paragraph's characters, after all its lines, so that its text is read without a break."""
    if last.role is not Role.PARAGRAPH:
        return
    paragraph = _paragraph(story, last)
    for line in story.lines if has_readings(paragraph) else ():
        if line.role is Role.PARAGRAPH and line.paragraph == last.paragraph:
            owner = tree.inside(Role.READING, part, story.block.story.id, last.paragraph)
            strip = Strip(line.line, line.style.size, owner, line.style.ink)
            yield from reading_items(line.line, paragraph, strip, story.case)


def story_on_page(block: Block, lines: tuple[SetLine, ...], rules: tuple[Rule, ...], case: TypeCase) -> StoryOnPage:
    """A block with its lines, and the jump lines in the slots kept for them: 上接 in the first, 下转 in the last."""
    slots = [(slot, frame) for frames in block.frames for frame in frames for slot in frame.slots]
    opening = closing = None
    if slots and block.jump_from:
        opening = _jump_line(block.jump_from, *slots[0], case, "left")
    if slots and block.jump_to:
        closing = _jump_line(block.jump_to, *slots[-1], case, "right")
    return StoryOnPage(block, lines, case, opening, closing, rules)


def _jump_line(text: str, slot: Slot, frame: Frame, case: TypeCase, align: Align) -> Line:
    """A jump line in one line, at the start or the end of a slot."""
    prepared = prepare(Prose(text, case.named("jump"), case.headline_setting, "left"), vertical=frame.vertical)
    whole = replace(slot, width=len(text) * 2 * case.style.types["jump"].size)
    line = pour((prepared,), (whole,)).placed[0]
    room = slot.width - line.width if align == "right" else 0
    return replace(line, y=line.y + room) if frame.vertical else replace(line, x=line.x + room)
