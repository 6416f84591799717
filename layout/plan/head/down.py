"""Vertical headline blocks (竖题): lines from right to left, kicker first, deck and byline last."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.display.items import Role
from layout.edition.model import Words
from layout.geometry import Point, Rect, Slot
from layout.ink import WHITE, Ink
from layout.plan.head.backing import backed, backing_of
from layout.plan.head.byline import byline_parts
from layout.plan.head.desk import Desk, HeadCopy, minor_request, with_small_sizes
from layout.plan.head.stack import Placed
from layout.plan.model import HeadBlock, PlacedWords, Plate
from layout.style.model import TypeStyle
from layout.text.headline import LONGEST_BROKEN, MOST_ROWS
from layout.text.model import Prose
from layout.text.pour import pour
from layout.text.sense import break_head
from layout.text.vertical import VerticalPiece, length_of, set_vertical_words
from layout.text.verticalhead import DownSetting, fit_down
from layout.text.words import width_of
from layout.units import Length, ascent

# A turned word's baseline stands this far left of the line's middle, so that its letters are centred on it (em/1000).
_TURNED_BASELINE = 350
# White between a head's lines and the edges of its strip (thousandths of a line), and round a label (of its size).
_SIDE, _PADDING = 400, 400
_LONGEST_SUMMARY = 12


class Column(Struct, frozen=True):
    """One vertical line: its words, how long it is, and how wide the strip it stands in the middle of."""

    role: Role
    pieces: tuple[VerticalPiece, ...]
    length: Length
    pitch: Length
    size: Length
    ink: Ink
    plate: Ink | None = None

    def placed(self, x: Length, top: Length) -> Iterator[PlacedWords]:
        """The pieces one under another, in the middle of the strip at `x`."""
        y = top
        for piece in self.pieces:
            width = width_of(piece.runs)
            size = max((run.size for run in piece.runs), default=self.size)
            if piece.kind == "upright":
                yield PlacedWords(self.role, piece.runs, Point(x, y), self.ink, vertical=True)
            elif piece.kind == "across":
                yield PlacedWords(self.role, piece.runs, Point(x - width // 2, y + ascent(size)), self.ink)
            else:
                start = Point(x - size * _TURNED_BASELINE // 1000, y + (piece.length - width) // 2)
                yield PlacedWords(self.role, piece.runs, start, self.ink, turned=True)
            y += piece.length

    def on_plate(self, x: Length, top: Length) -> Plate | None:
        """The plate under the words, if they have one."""
        if self.plate is None:
            return None
        padding = self.size * _PADDING // 1000
        width = self.size + padding
        return Plate(Rect(x - width // 2, top - padding, width, self.length + 2 * padding), self.plate)


class DownHead(Struct, frozen=True):
    """A vertical head set, not yet placed: its lines from right to left, and the white between its parts."""

    columns: tuple[Column, ...]
    between: Length
    side: Length

    @property
    def width(self) -> Length:
        """What it takes across, the white at its sides included."""
        changes = sum(1 for one, other in itertools.pairwise(self.columns) if one.role is not other.role)
        return sum(column.pitch for column in self.columns) + changes * self.between + 2 * self.side


def set_down(copy: HeadCopy, height: Length, width: Length | None, desk: Desk) -> DownHead:
    """A vertical head in the largest of its level's sizes at which it is no higher and no wider than it may be.

    Reports HEAD_TOO_WIDE when it fits at none.
    """
    copy = backed(copy)
    side = max(desk.white(_SIDE), backing_of(copy, desk).side)
    room = height - desk.grid.leading * (3 if copy.headline.on in {"tint", "plate"} else 1)
    for fitted in _mains(copy, room, desk):
        found = DownHead(_ordered(copy, fitted, room, desk), desk.white(copy.level.between), side)
        if (fitted is None or fitted.fits) and (width is None or found.width <= width):
            return found
    if copy.main and fitted:
        wide = width is not None and found.width > width
        over = fitted.over or (len(copy.main.text) // (len(fitted.lines) + 1) if wide else 0)
        desk.report_too_wide(Role.HEADLINE, copy.main, over)
    return found


def _mains(copy: HeadCopy, room: Length, desk: Desk) -> Iterator[DownSetting | None]:
    """The ways to set the main head: in the editor's lines or as few as it may have, at each size in turn."""
    if copy.main is None:
        yield None
        return
    request = copy.main_request(desk.case)
    for lines in _divisions(copy.main, copy):
        for size in copy.level.sizes:
            yield fit_down(lines, request.with_sizes((size,)), room)


def _divisions(main: Words, copy: HeadCopy) -> Iterator[Sequence[str]]:
    """The lines a head may stand in: the editor's, or as many as it is to have, and more."""
    if len(main.lines) > 1 or copy.rows == 1:
        yield main.lines
    if len(main.lines) > 1 or len(main.text) > LONGEST_BROKEN:
        return
    broken = [break_head(main.text, count, names=copy.names) for count in range(max(copy.rows, 2), MOST_ROWS + 1)]
    yield from broken or (main.lines,)


def _ordered(copy: HeadCopy, fitted: DownSetting | None, room: Length, desk: Desk) -> tuple[Column, ...]:
    small = _small_columns(with_small_sizes(copy, fitted.size, desk) if fitted else copy, room, desk)
    style = copy.inked(copy.level.main)
    main = []
    if fitted:
        pitch = fitted.size * style.leading // style.size
        main = [Column(Role.HEADLINE, line.pieces, line.length, pitch, fitted.size, style.ink) for line in fitted.lines]
    parts = [small.get(role, []) for role in (Role.LABEL, Role.KICKER)] + [main]
    parts += [small.get(role, []) for role in (Role.DECK, Role.SUMMARY, Role.BYLINE)]
    return tuple(itertools.chain.from_iterable(parts))


def _small_columns(copy: HeadCopy, room: Length, desk: Desk) -> dict[Role, list[Column]]:
    """The lines of all parts but the main head."""
    story, types = copy.story, desk.case.style.types
    if copy.place.continued:
        return {}
    found = {}
    for role, words, style in (
        (Role.KICKER, story.kicker, copy.level.kicker),
        (Role.DECK, story.deck, copy.level.deck),
    ):
        if words:
            found[role] = _minor(role, copy, words, style, room, desk)
    if story.label and copy.label.place != "column":
        found[Role.LABEL] = [_label(copy, story.label, desk)]
    if story.summary:
        found[Role.SUMMARY] = _summary(copy, story.summary, types["summary"], room, desk)
    if story.byline and copy.level.byline == "head":
        found[Role.BYLINE] = [_byline(copy, line, desk) for line in story.byline.lines]
    return found


def _minor(role: Role, copy: HeadCopy, words: Words, style: TypeStyle, room: Length, desk: Desk) -> list[Column]:
    fitted = fit_down(words.lines, minor_request(style, desk.case), room)
    if not fitted.fits:
        desk.report_too_wide(role, words, fitted.over)
    ink, pitch = copy.inked(style).ink, fitted.size * style.leading // style.size
    return [Column(role, line.pieces, line.length, pitch, fitted.size, ink) for line in fitted.lines]


def _label(copy: HeadCopy, words: Words, desk: Desk) -> Column:
    style = desk.case.style.types[copy.label.type]
    plate = copy.label.fill if copy.label.look == "plate" else None
    ink = copy.label.fill if plate is None and style.ink == WHITE else style.ink
    pieces = set_vertical_words(words.text, desk.case.font(style), desk.case.headline_setting)
    return Column(Role.LABEL, pieces, length_of(pieces), style.size * 8 // 5, style.size, ink, plate)


def _summary(copy: HeadCopy, words: Words, style: TypeStyle, room: Length, desk: Desk) -> list[Column]:
    """A summary in vertical lines as long as the head."""
    font, setting = desk.case.font(style), desk.case.body_setting
    measure = room // style.size * style.size
    poured = pour((Prose(words.text, font, setting),), (Slot(0, 0, measure),) * _LONGEST_SUMMARY)
    columns = []
    for line in poured.placed + poured.rest:
        pieces = set_vertical_words(words.text[line.start : line.end], font, setting)
        ink = copy.inked(style).ink
        columns.append(Column(Role.SUMMARY, pieces, length_of(pieces), style.leading, style.size, ink))
    return columns


def _byline(copy: HeadCopy, line: str, desk: Desk) -> Column:
    style = copy.inked(desk.case.style.types["byline"])
    pieces: list[VerticalPiece] = []
    for part in byline_parts(line, desk.case, style):
        pieces += set_vertical_words(part.text, desk.case.font(part.style), desk.case.headline_setting)
        pieces[-1] = replace(pieces[-1], length=pieces[-1].length + part.white)
    return Column(Role.BYLINE, tuple(pieces), length_of(pieces), style.leading, style.size, style.ink)


def place_down(copy: HeadCopy, head: DownHead, rect: Rect, desk: Desk) -> HeadBlock:
    """A vertical head in the middle of `rect`: its lines hang from one height, the byline ends where they end."""
    copy = backed(copy)
    longest = max((column.length for column in head.columns), default=0)
    top = rect.y + max((rect.height - longest) // 2, 0)
    x = rect.x + (rect.width + head.width) // 2 - head.side
    placed = Placed()
    before: Column | None = None
    for column in head.columns:
        if before and before.role is not column.role:
            x -= head.between
        y = top + longest - column.length if column.role is Role.BYLINE else top
        plate = column.on_plate(x - column.pitch // 2, y)
        words = tuple(column.placed(x - column.pitch // 2, y))
        placed += Placed(words, (plate,) if plate else ())
        x -= column.pitch
        before = column
    backing = backing_of(copy, desk)
    lines = rect.height // desk.grid.leading
    plates = backing.plates(replace(rect, height=lines * desk.grid.leading))
    return HeadBlock(rect, lines, placed.words, plates + placed.plates, line=desk.line_at(rect.y))
