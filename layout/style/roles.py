"""The roles of faces that a style names, held against those that fonts/faces.yaml has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from layout.diagnostics import Sink, Span
from layout.edition.model import Edition
from layout.source.record import Record
from layout.style.cascade import record_of
from layout.style.load import House
from layout.style.names import report_unknown


def check_roles(edition: Edition, house: House, roles: Iterable[str], sink: Sink) -> None:
    """Report every role that the paper's style, a page's or a story's names and no face has."""
    known = set(roles)
    # What is wrong with the changes themselves has been told.
    changed = (record_of(house, page, place, Sink()) for page in edition.pages for place in (None, *page.stories))
    for record in {id(record): record for record in (house.record, *changed)}.values():
        for role, span in _named(record):
            if role not in known:
                report_unknown(sink, span, "role", role, known)


def _named(record: Record) -> Iterator[tuple[str, Span]]:
    for item in record.named("types").values():
        yield from _face(item.value)
    for item in record.named("levels").values():
        level: Record = item.value
        for part in ("main", "kicker", "deck"):
            if part in level:
                yield from _face(level[part])
        yield from ((face.value, face.span) for face in level.many("faces"))


def _face(record: Record) -> Iterator[tuple[str, Span]]:
    if "face" in record:
        yield record["face"], record.at("face")
