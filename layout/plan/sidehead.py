"""Vertical headline blocks beside the text (竖题): lines from right to left, kicker first, deck last."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from layout.diagnostics import Sink
from layout.display.items import Role
from layout.edition.model import Story, StoryPlace, Words
from layout.geometry import Point, Rect
from layout.ink import Ink
from layout.plan.findings import HEAD_TOO_WIDE
from layout.plan.grid import PageGrid
from layout.plan.model import HeadBlock, PlacedWords
from layout.plan.type import TypeCase
from layout.style.model import HeadlineLevel, TypeStyle
from layout.text.stands import VERTICAL_ASCENT
from layout.text.vertical import VerticalPiece, length_of, set_vertical_words
from layout.text.words import width_of
from layout.units import Length

# A turned word's baseline stands this far left of the line's middle, so that its letters are centred on it (em/1000).
_TURNED_BASELINE = 350


@dataclass(frozen=True, slots=True)
class _Column:
    """One vertical line: its words, how long it is, and how wide the strip it stands in the middle of."""

    role: Role
    pieces: tuple[VerticalPiece, ...]
    length: Length
    pitch: Length
    size: Length
    ink: Ink

    def placed(self, x: Length, top: Length) -> Iterator[PlacedWords]:
        """The pieces one under another, in the middle of the strip at `x`."""
        y = top
        for piece in self.pieces:
            width = width_of(piece.runs)
            if piece.kind == "upright":
                yield PlacedWords(self.role, piece.runs, Point(x, y), self.ink, vertical=True)
            elif piece.kind == "across":
                yield PlacedWords(
                    self.role, piece.runs, Point(x - width // 2, y + self.size * VERTICAL_ASCENT // 1000), self.ink
                )
            else:
                start = Point(x - self.size * _TURNED_BASELINE // 1000, y + (piece.length - width) // 2)
                yield PlacedWords(self.role, piece.runs, start, self.ink, turned=True)
            y += piece.length


def plan_side_head(
    place: StoryPlace, story: Story, rect: Rect, grid: PageGrid, case: TypeCase, sink: Sink
) -> HeadBlock:
    """The vertical headline block that fills `rect`, in the largest of its level's sizes at which it fits.

    Reports HEAD_TOO_WIDE when it fits at none.
    """
    assert place.headline is not None
    level = case.style.levels[place.headline.level]
    main = place.headline.text or story.headline
    room = rect.height - 2 * grid.leading
    between = level.between * grid.leading // 1000
    for size in level.sizes:
        columns = _columns(place, story, level, size, case)
        if _width(columns, between) <= rect.width and max((c.length for c in columns), default=0) <= room:
            break
    else:
        if main:
            over = max(max(len(line) for line in main.lines) - room // level.sizes[-1], 1)
            sink.report(
                HEAD_TOO_WIDE, main.span, Role.HEADLINE.value, part="headline", text=main.text[:30], characters=over
            )
    words = _placed(columns, rect, between, grid)
    return HeadBlock(rect, 0, words)


def _columns(place: StoryPlace, story: Story, level: HeadlineLevel, size: Length, case: TypeCase) -> list[_Column]:
    """The vertical lines from right to left, in the order they are read."""
    assert place.headline is not None
    parts: list[tuple[Role, Words | None, TypeStyle, Length]] = [
        (Role.KICKER, story.kicker, level.kicker, level.kicker.size),
        (Role.HEADLINE, place.headline.text or story.headline, level.main, size),
        (Role.DECK, story.deck, level.deck, level.deck.size),
        (Role.BYLINE, story.byline, case.style.types["byline"], case.style.types["byline"].size),
    ]
    found = []
    for role, words, style, own_size in parts:
        for line in words.lines if words else ():
            pieces = set_vertical_words(line, case.font(style, size=own_size), case.headline_setting)
            pitch = own_size * style.leading // style.size
            found.append(_Column(role, pieces, length_of(pieces), pitch, own_size, style.ink))
    return found


def _width(columns: list[_Column], between: Length) -> Length:
    changes = sum(1 for one, other in itertools.pairwise(columns) if one.role is not other.role)
    return sum(column.pitch for column in columns) + changes * between


def _placed(columns: list[_Column], rect: Rect, between: Length, grid: PageGrid) -> tuple[PlacedWords, ...]:
    """Lines centred as a block; main lines step down from the top together, the byline ends at the foot."""
    x = rect.x + (rect.width + _width(columns, between)) // 2
    longest = max((column.length for column in columns), default=0)
    top = rect.y + max((rect.height - longest) // 2, grid.leading // 2)
    placed: list[PlacedWords] = []
    before: _Column | None = None
    for column in columns:
        if before and before.role is not column.role:
            x -= between
        y = top + longest - column.length if column.role is Role.BYLINE else top
        placed += column.placed(x - column.pitch // 2, y)
        x -= column.pitch
        before = column
    return tuple(placed)
