"""What a manifest may leave to the style: where a template's slots stand, and how large an advert of a size is."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from layout.diagnostics import Span


class Seat(Struct, frozen=True):
    """A place of the page as a slot or a size gives it; `level` and `frame` are a slot's, for a story that takes it."""

    column: int
    columns: int
    line: int
    lines: int
    legs: int | None = None
    level: str = ""
    frame: str = "none"


class Placing(Protocol):
    """Finds places by name; reports a name it does not know."""

    def slot(self, template: str, name: str, span: Span) -> Seat | None:
        """The slot of a template."""

    def size(self, template: str, name: str, span: Span) -> Seat | None:
        """The place an advert of a size takes at the foot of a page, from the first column on."""
