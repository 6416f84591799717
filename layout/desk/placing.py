"""Boxes moved and resized: the numbers of the manifest that change, what lies on a story moved with it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from layout.desk.edits import Change, ConflictError, Edit, read
from layout.desk.zones import Zone
from layout.source.fields import FieldError, Way

Numbers = tuple[int, int, int, int]
_KEYS = ("column", "columns", "line", "lines")
# What may lie in a story's box and moves with it.
_INSIDE = ("pictures", "groups", "tables", "charts")


class Move(Struct, frozen=True):
    """A zone's box put elsewhere: the page's place in the manifest, the zone, which of its boxes, and its numbers."""

    page: int
    zone: Zone
    box: int
    now: Numbers

    @property
    def was(self) -> Numbers:
        """The box's numbers as they were shown."""
        return self.zone.places[self.box].box


def edit_of(move: Move, file: str, text: str) -> Edit:
    """The edit of a manifest that makes a move.

    Raises ConflictError where the manifest has other numbers than were shown, FieldError where it names no place.
    """
    way = _way(move)
    _check_same(move, way, text)
    changes = list(_numbers(way, move.was, move.now, text, slotted=move.zone.kind == "story"))
    if move.zone.kind == "story" and move.was[1::2] == move.now[1::2] and len(move.zone.places) == 1:
        across, down = move.now[0] - move.was[0], move.now[2] - move.was[2]
        changes += _carried(_base(move), across, down, text)
    return Edit(file, "manifest", tuple(changes))


def _base(move: Move) -> Way:
    steps = [int(step) if step.isdigit() else step for step in move.zone.name.split(".")]
    return ("pages", move.page, *steps)


def _way(move: Move) -> Way:
    return (*_base(move), "at", move.box) if move.zone.kind == "story" else _base(move)


def _check_same(move: Move, way: Way, text: str) -> None:
    """Whether the manifest still has this thing at its place: things may have been put in or taken out."""
    at = (*_base(move), move.zone.kind)
    there = read(text, "manifest", at)
    if not isinstance(there, str) or Path(there).name != move.zone.file:
        raise ConflictError(at, there)


def _numbers(way: Way, was: Numbers, now: Numbers, text: str, *, slotted: bool) -> Iterator[Change]:
    """The numbers that change. A story that takes a slot of the style has no place of its own: it gets what differs."""
    if slotted and _missing(text, way[:-1]):
        way, missing = way[:-2], True
    else:
        missing = False
    for key, old, new in zip(_KEYS, was, now, strict=True):
        if old == new:
            continue
        there = read(text, "manifest", (*way, key))
        if there is None and missing:
            yield Change((*way, key), None, str(new))
        elif there != str(old):
            raise ConflictError((*way, key), there)
        else:
            yield Change((*way, key), there, str(new))


def _missing(text: str, way: Way) -> bool:
    try:
        return read(text, "manifest", way) is None
    except FieldError:
        return False


def _carried(base: Way, across: int, down: int, text: str) -> Iterator[Change]:
    """What lies on a story: its pictures, tables, charts, and a headline with a place of its own."""
    shifts: Mapping[str, int] = {"column": across, "line": down}
    ways: list[Way] = [(*base, "headline", "at"), (*base, "headline")]
    for key in _INSIDE:
        for number in itertools.count():
            try:
                read(text, "manifest", (*base, key, number, "line"))
            except FieldError:
                break
            ways.append((*base, key, number))
    for way in ways:
        for key, by in shifts.items():
            try:
                there = read(text, "manifest", (*way, key)) if by else None
            except FieldError:
                continue
            if isinstance(there, str) and there.isdigit():
                yield Change((*way, key), there, str(int(there) + by))
