"""The weather box: a drawing and three lines a day, days side by side where the box is wide enough."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.room import BoxSetter, Room
from layout.compose.skies import sky_items
from layout.display.items import Item
from layout.edition.matter import Day, Weather
from layout.geometry import Rect, Slot
from layout.units import Length

# A day takes this many lines.
DAY_LINES = 3


def weather_items(weather: Weather, draw: BoxSetter) -> list[Item]:
    """The box with its title, its days and its note; what finds no room is reported."""
    items, room = draw.open(weather.box, weather.frame, weather.title, "weather-title")
    across = _across(weather.days, room, draw)
    down = -(-len(weather.days) // across)
    gap = _gap(room, down, bool(weather.note))
    em = draw.workshop.case.style.types["weather"].size
    for index, day in enumerate(weather.days):
        row = index // across * (DAY_LINES + gap)
        items += _day(day, room.part(index % across, across, em), row, draw)
    used = down * (DAY_LINES + gap)
    note = draw.lines([weather.note], "weather", room.slots(used)) if weather.note else ()
    items += draw.drawn(note, "weather", room.rows[used:])
    over = used - gap + (gap + len(note) if note else 0) - len(room.rows)
    if over > 0:
        draw.report_full(weather.title or weather.days[0].name, weather.box.span, over)
    return items


def _across(days: tuple[Day, ...], room: Room, draw: BoxSetter) -> int:
    """How many days stand side by side: as many as their words leave room for, an em between them."""
    em = draw.workshop.case.style.types["weather"].size
    widest = max((draw.width(text, "weather") for day in days for text in _texts(day)), default=0)
    needed = _drawing(room, em) + em * 3 // 4 + widest
    return max(1, min(len(days), (room.width + em) // (needed + em)))


def _drawing(room: Room, em: Length) -> Length:
    """The side of a drawing: as high as a day's lines."""
    return (DAY_LINES - 1) * room.leading + em * 88 // 100


def _gap(room: Room, down: int, noted: bool) -> int:
    """A line between days, and before the note, when there is room for it."""
    return 1 if len(room.rows) >= down * (DAY_LINES + 1) + noted - (not noted) else 0


def _texts(day: Day) -> tuple[str, str, str]:
    """The three lines of a day."""
    sky = f"{day.sky}转{day.then}" if day.then and day.then != day.sky else day.sky
    return f"{day.name}　{sky}", f"{_degrees(day.low)}—{_degrees(day.high)}℃", day.wind


def _degrees(value: int) -> str:
    return f"−{-value}" if value < 0 else str(value)


def _day(day: Day, room: Room, row: int, draw: BoxSetter) -> Iterator[Item]:
    rows = room.rows[row : row + DAY_LINES]
    if len(rows) < DAY_LINES:
        return
    em = draw.workshop.case.style.types["weather"].size
    size = _drawing(room, em)
    yield from sky_items(day.sky, Rect(room.x, rows[0] - em * 88 // 100, size, size), draw.part)
    left = size + em * 3 // 4
    for text, baseline in zip(_texts(day), rows, strict=True):
        yield from draw.words(text, "weather", Slot(room.x + left, baseline, room.width - left), "left")
