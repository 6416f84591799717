"""What a catalogue is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

# A place on a page in points from the trim's top left: x, y, width, height.
Place = tuple[float, float, float, float]


class EditionRecord(Struct, frozen=True):
    """A package to be kept: where it is, the hash of its manifest, its files with theirs, and its own index.

    `index` is the package's `edition.json`.
    """

    location: str
    manifest: str
    files: Mapping[str, str]
    index: Mapping[str, Any]

    @property
    def identifier(self) -> str:
        """The edition's name, its version in it."""
        return str(self.index["id"])


class EditionEntry(Struct, frozen=True):
    """An edition that is kept. `latest` says that no later version of it is."""

    identifier: str
    publication: str
    name: str
    date: date
    number: int
    version: int
    pages: int
    articles: int
    location: str
    manifest: str
    latest: bool


class PageEntry(Struct, frozen=True):
    """A page of an edition: its section, the hash of its text, and of the press file it was printed from."""

    name: str
    section: str
    text: str
    press: str


class ArticleEntry(Struct, frozen=True):
    """An article as it is kept. One that was withdrawn has the reason and no text."""

    edition: str
    story: str
    title: str
    byline: str
    people: tuple[str, ...]
    pages: tuple[tuple[str, Place], ...]
    text: str
    rights: str = ""
    embargo: str = ""
    withdrawn: str = ""


class PictureEntry(Struct, frozen=True):
    """A picture of an edition, with its words and its page."""

    story: str
    file: str
    caption: str
    credit: str
    page: str


class Query(Struct, frozen=True):
    """What is looked for: words (all of them, each as it is written), and where and when.

    `public_on` leaves out what is under embargo that day; `every_version` also finds what a later version replaced.
    """

    words: str = ""
    since: date | None = None
    until: date | None = None
    page: str = ""
    section: str = ""
    byline: str = ""
    public_on: date | None = None
    every_version: bool = False
    limit: int = 20


class Hit(Struct, frozen=True):
    """An article found: the page and the place of the first word found, and the text around it."""

    edition: str
    date: date
    story: str
    title: str
    page: str
    section: str
    place: Place
    excerpt: str


class Found(Struct, frozen=True):
    """The first hits, newest edition first, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...]


class CatalogueError(Exception):
    """A catalogue that cannot be opened or written; nothing was changed."""
