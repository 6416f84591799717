"""From a page's record to its contents box, weather, ears, ornaments and holes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from layout.edition.files import Files
from layout.edition.matter import Contents, Day, Ear, Matter, Ornament, Weather
from layout.edition.model import Box
from layout.edition.seats import Seats
from layout.source.record import Record

DEFAULT_LEVELS = ("lead", "major", "feature")


def read_matter(record: Record, seats: Seats, files: Files, manifest: Path) -> Matter:
    """The matter of a page; what has no place is left out (reported)."""
    with_box = {
        key: [(one, box) for one in record.records(key) if (box := seats.box(one))]
        for key in ("contents", "weather", "ears", "ornaments", "fillers")
    }
    ornaments = read_ornaments(with_box["ornaments"], files, manifest)
    return Matter(
        contents=tuple(_contents(one, box) for one, box in with_box["contents"]),
        weather=tuple(_weather(one, box) for one, box in with_box["weather"]),
        ears=tuple(_ear(one, box) for one, box in with_box["ears"] if "text" in one),
        ornaments=ornaments,
        holes=tuple(box for _, box in with_box["fillers"]),
    )


def read_ornaments(placed: Iterable[tuple[Record, Box]], files: Files, manifest: Path) -> tuple[Ornament, ...]:
    """Ornaments in their boxes; one whose file is not found is left out (reported)."""
    found = (_ornament(one, box, files, manifest) for one, box in placed)
    return tuple(ornament for ornament in found if ornament)


def _contents(record: Record, box: Box) -> Contents:
    levels = tuple(item.value for item in record.many("levels")) or DEFAULT_LEVELS
    return Contents(
        box, record.get("title", "导读"), levels, record.get("numbers", "leaders"), record.get("frame", "none")
    )


def _weather(record: Record, box: Box) -> Weather:
    days = tuple(_day(day) for day in record.records("days") if {"day", "sky", "low", "high"} <= day.items.keys())
    return Weather(box, record.get("title", ""), days, record.get("note", ""), record.get("frame", "none"))


def _day(record: Record) -> Day:
    return Day(
        record["day"],
        record["sky"],
        record.get("then", None),
        record["low"],
        record["high"],
        record.get("wind", ""),
    )


def _ear(record: Record, box: Box) -> Ear:
    lines = tuple(item.value for item in record.many("text"))
    return Ear(box, record.get("title", ""), lines, record.get("frame", "none"))


def _ornament(record: Record, box: Box, files: Files, manifest: Path) -> Ornament | None:
    span = record.at("ornament")
    file = files.find(record["ornament"], span, manifest) if "ornament" in record else None
    return Ornament(file, span, box, record.get("alt", "")) if file else None
