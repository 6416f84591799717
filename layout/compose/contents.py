"""The contents box (导读): which stories it names and on which pages, all from the edition, nothing typed twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from layout.compose.room import BoxSetter, Room
from layout.display.items import Box, Item, Layer, Rule
from layout.edition.matter import Contents
from layout.edition.model import Edition, Page, StoryPlace
from layout.geometry import Point, Rect, Slot
from layout.ink import BLACK, WHITE
from layout.text.model import Line
from layout.units import POINT, Length

DOT, DOT_STEP = POINT * 7 // 10, 3 * POINT
# In thousandths of an entry's size: the height of a plate, and the white that two plates keep between them.
_PLATE, _APART = 1150, 250
# The middle of a page's letters and digits above their baseline, in thousandths of their size.
_MIDDLE = 365


class Entry(Struct, frozen=True):
    """A line of the contents: a story's short head and the page it begins on."""

    head: str
    page: str


def entries(edition: Edition, page: Page, contents: Contents) -> tuple[Entry, ...]:
    """The stories a contents box names, in the order of the pages; those of its own page are left out."""
    places = [
        (other, place)
        for other in edition.pages
        for place in other.stories
        if other.name != page.name and not place.continued
    ]
    flagged = [(other, place) for other, place in places if place.guide]
    chosen = flagged or [(other, place) for other, place in places if _level(place) in contents.levels]
    return tuple(Entry(edition.stories[place.story].short_head, other.name) for other, place in chosen)


def _level(place: StoryPlace) -> str:
    return place.headline.level if place.headline else ""


def contents_items(contents: Contents, draw: BoxSetter) -> list[Item]:
    """The box with its title and entries, spread over its lines; what finds no room is reported."""
    items, room = draw.open(contents.box, contents.frame, contents.title, "contents-title", most_white=0)
    found = entries(draw.workshop.edition, draw.workshop.page, contents)
    width = max((draw.width(entry.page, "contents-page") for entry in found), default=0)
    em = draw.workshop.case.style.types["contents"].size
    plates = contents.numbers == "plates"
    left, right = (width + 2 * em, 0) if plates else (0, width + em)
    wide = (Slot(0, 0, room.width - left - right),) * 12
    texts = [draw.lines([entry.head], "contents", wide) for entry in found]
    placed = 0
    spread = list(_spread(found, texts, room, titled=bool(contents.title)))
    height = _plate_height([rows for *_, rows in spread], em)
    for entry, lines, rows in spread:
        items += draw.drawn((_moved(line, room.x + left) for line in lines), "contents", rows)
        if plates:
            items += _plate(draw, entry.page, Slot(room.x, rows[0], width + em), height)
        else:
            items += _leader(draw, entry.page, Slot(room.x, rows[-1], room.width), (lines[-1].width, width, em))
        placed += 1
    if placed < len(found):
        draw.report_full(contents.title, contents.box.span, sum(len(lines) for lines in texts[placed:]))
    return items


def _spread(
    found: Iterable[Entry], texts: list[tuple[Line, ...]], room: Room, *, titled: bool
) -> Iterator[tuple[Entry, tuple[Line, ...], tuple[Length, ...]]]:
    """Entries with the rows they stand on; what height is spare parts them, at most a line between two."""
    rows = room.spread([len(lines) for lines in texts], room.leading, titled=titled)
    first = 0
    for entry, lines in zip(found, texts, strict=True):
        if first + len(lines) > len(rows):
            return
        yield entry, lines, rows[first : first + len(lines)]
        first += len(lines)


def _moved(line: Line, x: Length) -> Line:
    return Line(line.slot, x + line.x, line.runs, line.styles, line.paragraph, line.start, line.end, line.width)


def _leader(draw: BoxSetter, page: str, slot: Slot, widths: tuple[Length, Length, Length]) -> Iterator[Item]:
    """Dots from the end of an entry's last line to its page, the page flush right."""
    text, number, em = widths
    start, end = slot.x + text + em // 2, slot.x + slot.width - number - em // 3
    y = slot.baseline - em // 5
    if end > start + em:
        steps = (end - start) // DOT_STEP
        begin = Point(end - steps * DOT_STEP, y)
        yield Rule(Layer.RULE, draw.part, begin, Point(end, y), DOT, BLACK, (DOT, DOT_STEP - DOT))
    yield from draw.words(page, "contents-page", slot, "right")


def _plate_height(entries: Sequence[Sequence[Length]], em: Length) -> Length:
    """The height of all plates: 1.15 em, less where the entries stand so close that the plates would touch."""
    pitch = min((low[0] - high[0] for high, low in pairwise(entries)), default=2 * em)
    return min(em * _PLATE // 1000, pitch - em * _APART // 1000)


def _plate(draw: BoxSetter, page: str, slot: Slot, height: Length) -> Iterator[Item]:
    """The page in white on a black plate, the middle of its characters in the middle of the plate."""
    middle = slot.baseline - draw.workshop.case.style.types["contents-page"].size * _MIDDLE // 1000
    plate = Rect(slot.x, middle - height // 2, slot.width, height)
    yield Box(Layer.TINT, draw.part, plate, fill=BLACK)
    for run in draw.words(page, "contents-page", slot, "center"):
        yield run.in_ink(WHITE)
