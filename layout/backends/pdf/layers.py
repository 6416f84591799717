"""The marks of a proof as layers of the PDF: optional content that a viewer can switch off (ISO 32000-1, 8.11).

They stand in a content stream of their own, after the page's, so that a page without them is its first stream.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from layout.backends.pdf.objects import array, dictionary, name, string

# What the layers are listed under in a viewer.
_HEADING = "校样标记"


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
