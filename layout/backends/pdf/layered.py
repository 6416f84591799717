"""The marks of a proof as a content stream of their own, each layer in its own state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from layout.display.items import Item, Layer, Part


def parted(items: Iterable[Item]) -> tuple[list[Item], list[Item]]:
    """The items of a page itself, and those of the proof's marks over it."""
    own: list[Item] = []
    over: list[Item] = []
    for item in items:
        (over if item.layer is Layer.OVERLAY else own).append(item)
    return own, over


class Layered(Struct, frozen=True):
    """The marks of a page as a content stream, and the resource name of each layer by its title."""

    content: bytes
    titles: Mapping[str, str]


def layered(over: Sequence[Item], parts: Sequence[Part], draw: Callable[[Sequence[Item]], bytes]) -> Layered:
    """The stream of a page's marks; every layer, by the title of its part, is drawn by itself, in its own state."""
    streams = []
    titles: dict[str, str] = {}
    for title, items in groupby(over, key=lambda item: parts[item.part].title):
        resource = titles.setdefault(title, f"L{len(titles)}")
        streams.append(f"/OC /{resource} BDC q".encode() + b"\n" + draw(list(items)) + b"\nQ EMC")
    return Layered(b"\n".join(streams), titles)
