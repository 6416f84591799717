"""Headline levels, subheads and standing labels out of a style's record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from layout.source.record import Item, Record
from layout.style.model import HeadlineLevel, LabelStyle, SubheadStyle, TypeStyle
from layout.style.names import Names
from layout.units import Length

# What a kicker and a deck measure when the level does not say, in thousandths of the main head, and their least size in
# thousandths of the body's (measured on printed pages: about a third of the main head).
KICKER_SHARE, DECK_SHARE, LEAST_SHARE = 350, 400, 1300

_PLAIN = (
    "above",
    "between",
    "below",
    "condense",
    "open",
    "byline",
    "fill",
    "rows",
    "summary",
    "byline_above",
    "byline_below",
    "tint",
    "plate",
    "subhead",
)


class Heads(Struct, frozen=True):
    """All that a style says about headlines."""

    levels: Mapping[str, HeadlineLevel]
    subheads: Mapping[str, SubheadStyle]
    labels: Mapping[str, LabelStyle]


def load_heads(record: Record, types: Mapping[str, TypeStyle], names: Names) -> Heads:
    """The levels, subheads and labels of a style; names it does not have are reported."""
    subheads = {"standing": SubheadStyle()}
    for name, item in record.named("subheads").items():
        subheads[name] = SubheadStyle(**_values(item.value))
        names.expect("type", subheads[name].type, types, item.value.at("type"))
    labels = {"default": LabelStyle()}
    for name, item in record.named("labels").items():
        labels[name] = _label(item.value)
        names.expect("type", labels[name].type, types, item.value.at("type"))
    levels = {name: _level(item.value, types, names, record["body"]["size"]) for name, item in _levels(record)}
    for name, item in _levels(record):
        names.expect("subhead", levels[name].subhead, subheads, item.value.at("subhead"))
    return Heads(levels, subheads, labels)


def _levels(record: Record) -> list[tuple[str, Item]]:
    return list(record.named("levels").items())


def _values(record: Record) -> dict[str, Any]:
    return {name: item.value for name, item in record.items.items()}


def _label(record: Record) -> LabelStyle:
    """A label's looks; its logo stands in the folder of the style file that names it."""
    values = _values(record)
    if "logo" in record:
        values["logo"] = record.at("logo").path.parent / record["logo"]
    return LabelStyle(**values)


def _level(record: Record, types: Mapping[str, TypeStyle], names: Names, body: Length) -> HeadlineLevel:
    main = names.type(record["main"], record.at("main"))
    least = body * LEAST_SHARE // 1000
    kicker = _small(types.get("body", main), main, max(main.size * KICKER_SHARE // 1000, least))
    deck = _small(types.get("byline", main), main, max(main.size * DECK_SHARE // 1000, least))
    if "kicker" in record:
        kicker = names.type(record["kicker"], record.at("kicker"), base=kicker)
    if "deck" in record:
        deck = names.type(record["deck"], record.at("deck"), base=deck)
    return HeadlineLevel(
        main=main,
        sizes=tuple(item.value for item in record.many("sizes")),
        kicker=kicker,
        deck=deck,
        faces=tuple(item.value for item in record.many("faces")),
        **{name: record[name] for name in _PLAIN if name in record},
    )


def _small(like: TypeStyle, main: TypeStyle, size: Length) -> TypeStyle:
    """A kicker or deck of no particular type: another face than the head's, set as the head is."""
    return TypeStyle(like.face, size, size * 5 // 4, main.align, ink=main.ink)
