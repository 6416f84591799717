"""A drawn page as blocks, lines and characters with their places, in reading order.

A block is what one part has in one leg. A line of vertical text is a block, and each of its characters a line: what
reads ALTO takes the last point of a line's base for that of all its characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct, field

from layout.display.items import Drawn, Figure, Item, Part, Photo, Role, TextRun
from layout.display.page import PageDisplay
from layout.geometry import Rect, hull
from layout.units import Length, ascent

# Characters further apart than this share of an em are no longer one line.
_GAP = 750
# Baselines that differ by less are one: a fortieth of a point.
_SAME = 320
_PICTURES = {Role.PICTURE, Role.ADVERT}


class Widths(Protocol):
    """What a vertical character's place depends on: how wide its glyph is drawn."""

    def width(self, face: str, glyph: int) -> Length:
        """The glyph's advance in thousandths of an em."""


class Cell(Struct, frozen=True):
    """A character, where the pen stood when it was drawn, and its em box."""

    text: str
    x: Length
    baseline: Length
    rect: Rect


class TextLine(Struct):
    """Characters on one base line, in one face and size at its start."""

    face: str
    size: Length
    cells: list[Cell] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(cell.text for cell in self.cells)

    @property
    def baseline(self) -> Length:
        """Where its characters stand."""
        return self.cells[0].baseline

    @property
    def rect(self) -> Rect:
        """The box of its characters."""
        return hull(cell.rect for cell in self.cells)


class Block(Struct):
    """What a part has in one place of a page: lines of text, or a picture when it has none."""

    id: str
    part: int
    role: Role
    story: str | None
    lines: list[TextLine] = field(default_factory=list)
    picture: Rect | None = None

    @property
    def text(self) -> str:
        """What it says, its lines joined."""
        return "".join(line.text for line in self.lines)

    @property
    def rect(self) -> Rect:
        """The box of all it holds."""
        return self.picture or hull(line.rect for line in self.lines)


def page_blocks(page: PageDisplay, parts: Sequence[Part], widths: Widths) -> tuple[Block, ...]:
    """The blocks of a page; their ids are unique in the edition."""
    collector = _Collector(page.name, parts, widths)
    for item in page.items:
        collector.take(item)
    return tuple(collector.blocks)


class _Collector(Struct):
    page: str
    parts: Sequence[Part]
    widths: Widths
    blocks: list[Block] = field(default_factory=list)
    _pictures: dict[int, Block] = field(default_factory=dict)

    def take(self, item: Item) -> None:
        match item:
            case TextRun():
                for cell in _cells(item, self.widths):
                    self._place(item, cell)
            case Photo() | Figure():
                self._picture(item.part, item.rect)
            case Drawn():
                self._picture(item.part, item.shape.extent)

    def _new(self, part: int) -> Block:
        own = self.parts[part]
        block = Block(f"{self.page}_B{len(self.blocks) + 1:04d}", part, own.role, own.story)
        self.blocks.append(block)
        return block

    def _picture(self, part: int, rect: Rect) -> None:
        if self.parts[part].role not in _PICTURES:
            return
        if part in self._pictures:
            block = self._pictures[part]
            block.picture = block.picture.union(rect) if block.picture else rect
        else:
            self._pictures[part] = block = self._new(part)
            block.picture = rect

    def _place(self, run: TextRun, cell: Cell) -> None:
        """Add a character to the line it continues, to a new line of its block, or to a new block."""
        block = next((one for one in self.blocks[::-1] if one.lines), None)
        line = block.lines[-1] if block else None
        upright = not (run.vertical or run.turned)
        if block and line and block.part == run.part:
            last = line.cells[-1]
            if _continues(last, cell, run.glyphs.size) and upright:
                line.cells.append(cell)
                return
            if cell.baseline > last.baseline + _SAME:
                block.lines.append(TextLine(run.glyphs.face, run.glyphs.size, [cell]))
                return
        self._new(run.part).lines.append(TextLine(run.glyphs.face, run.glyphs.size, [cell]))


def _continues(last: Cell, cell: Cell, size: Length) -> bool:
    gap = cell.rect.x - last.rect.right
    return abs(cell.baseline - last.baseline) < _SAME and -size <= gap <= size * _GAP // 1000


def _cells(run: TextRun, widths: Widths) -> Iterator[Cell]:
    """The characters of a run, where the pen stands for each."""
    glyphs, along = run.glyphs, 0
    shifts = {index: (dx, dy) for index, dx, dy in glyphs.shifts}
    starts = glyphs.clusters or tuple(range(len(glyphs.ids)))
    for index, (start, end, advance) in enumerate(
        zip(starts, (*starts[1:], len(glyphs.text)), glyphs.advances, strict=True)
    ):
        dx, dy = shifts.get(index, (0, 0))
        yield from _glyph(run, glyphs.text[start:end], (along, advance), _moved(run, index, dx, widths), dy)
        along += advance


def _moved(run: TextRun, index: int, dx: Length, widths: Widths) -> Length:
    """How far the pen stands from the line: a vertical glyph is centred on it."""
    if not run.vertical:
        return dx
    glyphs = run.glyphs
    return dx - widths.width(glyphs.face, glyphs.ids[index]) * glyphs.size * glyphs.stretch // 2_000_000


def _glyph(run: TextRun, text: str, cell: tuple[Length, Length], dx: Length, dy: Length) -> Iterator[Cell]:
    """The characters that one glyph stands for; of several the first has all its advance, the rest stand at its end."""
    along, advance = cell
    size, origin = run.glyphs.size, run.origin
    above = ascent(size)
    for number, character in enumerate(text):
        at, share = (along + advance, 0) if number else (along, advance)
        if run.vertical:
            x, y = origin.x + dx, origin.y + at + above + dy
            rect = Rect(x, origin.y + at, -2 * dx or size, share)
        elif run.turned:
            x, y = origin.x, origin.y + at + dx
            rect = Rect(x, y, above, share)
        else:
            x, y = origin.x + at + dx, origin.y + dy
            rect = Rect(x, y - above, share, size)
        yield Cell(character, x, y, rect)
