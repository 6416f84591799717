"""Structure elements as data (ISO 32000-1, 14.7.2)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from layout.geometry import Rect


class Spot(Struct, frozen=True):
    """A marked stretch: the index of its page among those of the file, and its number there."""

    page: int
    number: int


class Element(Struct, frozen=True):
    """A structure element: its tag, title, text for who cannot see it, box, marked stretches and children.

    `scope` says what a heading cell of a table heads.
    """

    tag: str
    title: str = ""
    alt: str = ""
    box: Rect | None = None
    spots: tuple[Spot, ...] = ()
    children: tuple[Element, ...] = ()
    scope: Literal["Column", ""] = ""
