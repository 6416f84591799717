"""A story's block on one page as items: headline, lines, jump lines and pictures, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from layout.compose.frames import frame_items
from layout.compose.lines import line_items
from layout.compose.marks import Strip, mark_items
from layout.compose.parts import PartTree
from layout.compose.pieces import group_items, picture_items, words_items
from layout.compose.pouring import SetLine
from layout.compose.readings import has_readings, reading_items
from layout.display.items import Box, Item, Layer, Role, Rule
from layout.display.page import Region
from layout.edition.model import Paragraph, Story
from layout.geometry import Point, Slot
from layout.plan.art import art_items, owned
from layout.plan.grid import PageGrid
from layout.plan.model import Block, PlacedWords
from layout.plan.type import TypeCase
from layout.style.model import PaperStyle
from layout.text.words import set_words, width_of

_OF_TABLES = {Role.CELL, Role.CAPTION}
_PARAGRAPHS = {Role.PARAGRAPH, Role.SUBHEAD, *_OF_TABLES}


@dataclass(frozen=True, slots=True)
class StoryOnPage:
    """A block with the lines that were poured into it, jump lines included."""

    block: Block
    lines: tuple[SetLine, ...]
    case: TypeCase
    opening: PlacedWords | None = None
    closing: PlacedWords | None = None
    rules: tuple[Rule, ...] = ()


def story_items(
    story: StoryOnPage, tree: PartTree, grid: PageGrid, style: PaperStyle
) -> tuple[list[Item], list[Region]]:
    """The items of a story's block and the regions it owns."""
    block = story.block
    headline = block.story.headline.text if block.story.headline else block.story.id
    part = tree.story(block.story.id, headline)
    regions = [Region(part, grid.rect(box)) for box in block.place.boxes]
    items: list[Item] = []
    for box in block.place.boxes:
        items += frame_items(grid.rect(box), block.frame, part)
    items += _head_items(block, part, tree)
    items += _text_items(story, part, tree)
    for picture in block.pictures:
        drawn, region = picture_items(picture, part, block.story.id, tree, style)
        items += drawn
        regions.append(region)
    for group in block.groups:
        drawn, region = group_items(group, part, block.story.id, tree, style)
        items += drawn
        regions.append(region)
    return items, regions


def _head_items(block: Block, part: int, tree: PartTree) -> Iterable[Item]:
    if block.head is None:
        return
    for plate in block.head.plates:
        yield Box(Layer.TINT, part, plate.rect, fill=plate.ink)
    for emblem in block.head.emblems:
        yield from owned(art_items(emblem.image, emblem.rect), part)
    for words in block.head.words:
        # A head repeated over a continuation is another part than the one it repeats.
        role = Role.JUMP if block.place.continued else words.role
        yield from words_items(words, tree.inside(role, part, block.story.id))


def _text_items(story: StoryOnPage, part: int, tree: PartTree) -> Iterable[Item]:
    """Body lines in order, the 上接 line before them and the 下转 line after them."""
    name = story.block.story.id
    if story.opening:
        yield from words_items(story.opening, tree.inside(Role.JUMP, part, name))
    for line in story.lines:
        index = line.paragraph if line.role in _PARAGRAPHS else 0
        parent = _table_part(story.block.story, index, part, tree) if line.role in _OF_TABLES else part
        owner = tree.inside(line.role, parent, name, index)
        if line.plate:
            yield Box(Layer.TINT, owner, line.plate.rect, fill=line.plate.ink)
        yield from line_items(line.line, owner, line.style.ink)
        if line.role in {Role.PARAGRAPH, Role.CELL}:
            yield from mark_items(line.line, _paragraph(story, line).stretches, owner, line.style.ink)
        if line is story.lines[-1] or line.line.last:
            yield from _readings(story, line, owner)
    if story.rules:
        yield from owned(story.rules, tree.inside(Role.ARTIFACT, part, name))
    if story.closing:
        yield from words_items(story.closing, tree.inside(Role.JUMP, part, name))


def _table_part(story: Story, index: int, part: int, tree: PartTree) -> int:
    """The part of the table that a cell or a title belongs to."""
    table = next(table for table in story.tables if table.first - table.title <= index < table.end)
    return tree.inside(Role.TABLE, part, story.id, table.first)


def _paragraph(story: StoryOnPage, line: SetLine) -> Paragraph:
    return story.block.story.body[line.paragraph]


def _readings(story: StoryOnPage, last: SetLine, owner: int) -> Iterable[Item]:
    """The readings of a paragraph's characters, after all its lines, so that its text is read without a break."""
    if last.role is not Role.PARAGRAPH:
        return
    paragraph = _paragraph(story, last)
    for line in story.lines if has_readings(paragraph) else ():
        if line.role is Role.PARAGRAPH and line.paragraph == last.paragraph:
            strip = Strip(line.line, line.style.size, owner, line.style.ink)
            yield from reading_items(line.line, paragraph, strip, story.case)


def story_on_page(block: Block, lines: tuple[SetLine, ...], rules: tuple[Rule, ...], case: TypeCase) -> StoryOnPage:
    """A block with its lines, and the jump lines in the slots kept for them: 上接 in the first, 下转 in the last."""
    slots = [slot for frames in block.frames for frame in frames for slot in frame.slots]
    opening = closing = None
    if slots and block.jump_from:
        opening = _jump_line(block.jump_from, slots[0], case, flush_right=False)
    if slots and block.jump_to:
        closing = _jump_line(block.jump_to, slots[-1], case, flush_right=True)
    return StoryOnPage(block, lines, case, opening, closing, rules)


def _jump_line(text: str, slot: Slot, case: TypeCase, *, flush_right: bool) -> PlacedWords:
    style = case.style.types["jump"]
    runs = set_words(text, case.font(style), case.headline_setting)
    x = slot.x + (slot.width - width_of(runs) if flush_right else 0)
    return PlacedWords(Role.JUMP, runs, Point(x, slot.baseline), style.ink)
