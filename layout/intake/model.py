"""What was read from a file that came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["headline", "subhead", "body"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph: its sort as the file marks it, and its text on one line."""

    text: str
    sort: Sort = "body"


@dataclass(frozen=True, slots=True)
class Lost:
    """Something a story file cannot hold: what, how many, and the characters of text it had."""

    zh: str
    en: str
    count: int
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
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
