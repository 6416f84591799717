"""The one interface behind which editions are kept; SQLite is the store that comes with it."""

from __future__ import annotations

from typing import Protocol

from layout.catalogue.model import (
    ArticleEntry,
    EditionEntry,
    EditionRecord,
    Found,
    PageEntry,
    PictureEntry,
    Query,
)


class Store(Protocol):
    """Keeps editions. Every call that changes something does so whole or not at all."""

    def add(self, edition: EditionRecord) -> None:
        """Keep an edition that is not kept yet."""

    def move(self, identifier: str, location: str) -> None:
        """Say where an edition's package is now."""

    def withdraw(self, identifier: str, story: str, reason: str, time: str = "") -> bool:
        """Leave a tombstone in place of an article, in all versions; false when there is no such article.

        Tombstones outlive the store: one made anew from the same packages has them.
        """

    def editions(self) -> list[EditionEntry]:
        """All editions by date and version."""

    def edition(self, identifier: str) -> EditionEntry | None:
        """An edition; without a version in its name, the latest."""

    def files(self, identifier: str) -> dict[str, str]:
        """The files of an edition's package with their SHA-256."""

    def pages(self, identifier: str) -> list[PageEntry]:
        """The pages of an edition in order."""

    def articles(self, identifier: str) -> list[ArticleEntry]:
        """The articles of an edition in order."""

    def pictures(self, identifier: str) -> list[PictureEntry]:
        """The pictures of an edition in order."""

    def search(self, query: Query) -> Found:
        """The articles that a query finds."""

    def sound(self) -> bool:
        """Whether the store itself is undamaged."""

    def close(self) -> None:
        """End its use."""
