"""The marks of a proof as layers of the PDF: optional content that a viewer can switch off (ISO 32000-1, 8.11).

They stand in a content stream of their own, after the page's, so that a page without them is its first stream.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


class Layers(Struct):
    """The layers of a document, one for each title among the parts of the marks."""

    parts: Sequence[Part]
    document: Any
    _groups: dict[str, tuple[str, Any]] = field(default_factory=dict)

    def content(self, over: Sequence[Item], draw: Callable[[Sequence[Item]], bytes]) -> bytes:
        """The stream of a page's marks; every layer is drawn by itself, in its own state."""
        streams = []
        for title, items in groupby(over, key=lambda item: self.parts[item.part].title):
            resource, _ = self._group(title)
            streams.append(f"/OC /{resource} BDC q".encode() + b"\n" + draw(list(items)) + b"\nQ EMC")
        return b"\n".join(streams)

    def _group(self, title: str) -> tuple[str, Any]:
        if title not in self._groups:
            # Nothing about its usage: some viewers then let no one switch it off.
            made = {"Type": name("OCG"), "Name": string(title)}
            self._groups[title] = f"L{len(self._groups)}", self.document.Reference(dictionary(made))
        return self._groups[title]

    @property
    def properties(self) -> Any:
        """What pages' resources say of the layers; None when there are none."""
        return dictionary(dict(self._groups.values())) if self._groups else None

    @property
    def catalog(self) -> Any:
        """What the catalog says of them: all are seen and printed, listed under one heading; None without any."""
        if not self._groups:
            return None
        groups = [reference for _, reference in self._groups.values()]
        default = {
            "Name": string(_HEADING),
            "BaseState": name("ON"),
            "ON": array(groups),
            "Order": array([string(_HEADING), array(groups)]),
        }
        return dictionary({"OCGs": array(groups), "D": dictionary(default)})
