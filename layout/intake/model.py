"""What was read from a file that came in."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Sort = Literal["headline", "subhead", "body"]


class Piece(Struct, frozen=True):
    """A paragraph: its sort as the file marks it, and its text on one line."""

    text: str
    sort: Sort = "body"


class Lost(Struct, frozen=True):
    """Something a story file cannot hold: what, how many, and the characters of text it had."""

    zh: str
    en: str
    count: int
    characters: int = 0


class Draft(Struct, frozen=True):
    """The paragraphs of a file in order, and what of it is not carried over; `encoding` says how a text was read."""

    pieces: tuple[Piece, ...]
    lost: tuple[Lost, ...] = ()
    encoding: str = ""


class IntakeError(Exception):
    """A file that cannot be taken in, with the reason in Chinese and English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en
