"""Every value of the style in force for a page or a story, as it is written, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import fields, replace

from layout.diagnostics import Sink, Span
from layout.edition.model import Page, StoryPlace
from layout.source.record import Item, Record
from layout.style.cascade import record_of
from layout.style.load import ALIGNED, LIKE, SIZED, House
from layout.style.model import Setting
from layout.style.names import Names
from layout.units import to_points

_PARTS = ("page", "body", "settings", "types", "subheads", "labels", "rules", "pictures", "normalise", "jumps")


class Value(Struct, frozen=True):
    """A value by its name (`types.body.size`), as text; `origin` is None for what paiban itself takes."""

    name: str
    text: str
    origin: Span | None


def in_force(house: House, page: Page, place: StoryPlace | None) -> tuple[Value, ...]:
    """The values for a page, or for a story on it: the grid, how lines are composed, types, and the story's level."""
    sink = Sink()
    record = record_of(house, page, place, sink)
    level = place.headline.level if place and place.headline else ""
    return tuple(_values(record, page, level))


def _values(record: Record, page: Page, level: str) -> Iterator[Value]:
    template = record.named("templates").get(page.template)
    if template:
        grid = template.value["grid"]
        yield Value("template", page.template, page.template_span)
        yield from _walk(f"grids.{grid}", record.named("grids")[grid])
    flat = _with_types(record)
    for name in _PARTS:
        if name in flat:
            yield from _walk(name, flat.items[name])
    yield from _defaults(record)
    if level in record.named("levels"):
        yield from _walk(f"levels.{level}", record.named("levels")[level])


def _with_types(record: Record) -> Record:
    """The record with its types as they are once what they are `like`, or stand in for, is filled in."""
    names = Names(record, Sink())
    known = record.named("types")
    flat = {name: Item(names.flat(item.value, item.span), item.span) for name, item in known.items()}
    flat |= {name: flat[base] for name, base in LIKE.items() if name not in flat and base in flat}
    without_like = {
        name: Item(_without(item.value, "like", *_own(name, known)), item.span) for name, item in flat.items()
    }
    return replace(record, items={**record.items, "types": Item(without_like, record.at("types"))})


def _own(name: str, known: dict[str, Item]) -> tuple[str, ...]:
    """What a type that the style leaves out has otherwise than the one it is like."""
    if name in known:
        return ()
    return (*(["align"] if name in ALIGNED else []), *(["size", "leading"] if name in SIZED else []))


def _without(record: Record, *names: str) -> Record:
    return replace(record, items={name: item for name, item in record.items.items() if name not in names})


def _defaults(record: Record) -> Iterator[Value]:
    """Parameters of line composition that the style does not write."""
    for setting in ("body", "headline"):
        item = record.named("settings").get(setting)
        written = item.value if item else ()
        for field in fields(Setting):
            if field.name not in written:
                yield Value(f"settings.{setting}.{field.name}", _shown(field.default), None)
    for name, align in ALIGNED.items():
        if name not in record.named("types"):
            yield Value(f"types.{name}.align", align, None)
    for name, lengths in SIZED.items():
        if name not in record.named("types"):
            for key, length in zip(("size", "leading"), lengths, strict=True):
                yield Value(f"types.{name}.{key}", f"{to_points(length):g}pt", None)


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _walk(name: str, item: Item) -> Iterator[Value]:
    """An item's single values, each by its own name; a list is one value."""
    value = item.value
    if isinstance(value, Record):
        for key, inner in value.items.items():
            yield from _walk(f"{name}.{key}", inner)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(f"{name}.{key}", inner)
    else:
        yield Value(name, _written(item.span), item.span)


def _written(span: Span) -> str:
    lines = _lines(span.path)
    return lines[span.line - 1][span.column - 1 : span.end_column - 1].strip() if span.line <= len(lines) else ""


@cache
def _lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8-sig").splitlines())
