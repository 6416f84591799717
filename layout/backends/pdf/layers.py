"""The marks of a proof as layers of the PDF: optional content that a viewer can switch off (ISO 32000-1, 8.11).

They stand in a content stream of their own, after the page's, so that a page without them is its first stream.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct, field

from layout.backends.pdf.objects import array, dictionary, name, string
from layout.display.items import Item, Layer, Part

# What the layers are listed under in a viewer.
_HEADING = "校样标记"


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


class Layers(Struct):
    """The layers of a document, one for each title among those of its pages."""

    document: Any
    _groups: dict[str, Any] = field(default_factory=dict)

    def properties(self, titles: Mapping[str, str]) -> Any:
        """What a page's resources say of its layers; None when there are none."""
        named = {resource: self._group(title) for title, resource in titles.items()}
        return dictionary(named) if named else None

    def _group(self, title: str) -> Any:
        if title not in self._groups:
            # Nothing about its usage: some viewers then let no one switch it off.
            made = {"Type": name("OCG"), "Name": string(title)}
            self._groups[title] = self.document.Reference(dictionary(made))
        return self._groups[title]

    @property
    def catalog(self) -> Any:
        """What the catalog says of them: all are seen and printed, listed under one heading; None without any."""
        if not self._groups:
            return None
        groups = list(self._groups.values())
        default = {
            "Name": string(_HEADING),
            "BaseState": name("ON"),
            "ON": array(groups),
            "Order": array([string(_HEADING), array(groups)]),
        }
        return dictionary({"OCGs": array(groups), "D": dictionary(default)})
