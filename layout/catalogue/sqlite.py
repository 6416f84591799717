"""Editions kept in one SQLite file with a full-text index of single characters (FTS5).

One transaction a change: when the process or the machine stops in the middle, the file is as it was before.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from layout.catalogue.model import (
    ArticleEntry,
    CatalogueError,
    EditionEntry,
    EditionRecord,
    Found,
    PageEntry,
    PictureEntry,
    Query,
)
from layout.catalogue.schema import FORMAT, SCHEMA
from layout.catalogue.searching import found
from layout.catalogue.tombstones import Tombstone, keep_tombstones, read_tombstones, tombstones_file
from layout.catalogue.words import tokens

_EDITION = """
SELECT identifier, publication, name, date, number, version,
  (SELECT count(*) FROM page WHERE page.edition = edition.id),
  (SELECT count(*) FROM article WHERE article.edition = edition.id),
  location, manifest, latest
FROM edition
"""


class SqliteStore:
    """Implements `layout.catalogue.store.Store`."""

    def __init__(self, path: Path) -> None:
        """Open the file, made when absent. Raises CatalogueError."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None, timeout=30)
            self._db.execute("PRAGMA foreign_keys = ON")
            self._prepare()
            self._stones = tombstones_file(path)
            self._bury(read_tombstones(self._stones))
        except (OSError, sqlite3.Error, CatalogueError) as error:
            raise CatalogueError(f"{path}: {error}") from error

    def _prepare(self) -> None:
        with self._change():
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version not in {0, FORMAT}:
                raise sqlite3.DatabaseError(f"format {version} of a newer paiban")
            if version == 0:
                for statement in SCHEMA.split(";\n"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {FORMAT}")

    @contextmanager
    def _change(self) -> Iterator[None]:
        """A transaction: all of it, or nothing. Raises CatalogueError when the file cannot be written."""
        with _told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def _ask(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a statement. Raises CatalogueError when the file cannot be read."""
        with _told():
            return self._db.execute(statement, values).fetchall()

    def close(self) -> None:
        """End its use."""
        self._db.close()

    def add(self, edition: EditionRecord) -> None:
        """Keep an edition that is not kept yet."""
        index = edition.index
        with self._change():
            own = self._insert_edition(edition)
            for position, page in enumerate(index["pages"]):
                row = (own, position, page["page"], page["section"], page["text"], page["press"]["sha256"])
                self._db.execute("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?)", row)
            sections = {page["page"]: page["section"] for page in index["pages"]}
            for article in index["articles"]:
                self._insert_article(own, article, sections)
            for position, (story, picture) in enumerate(_pictures(index)):
                words = (picture["file"], picture["caption"], picture["credit"], picture["page"])
                self._db.execute("INSERT INTO picture VALUES (?, ?, ?, ?, ?, ?, ?)", (own, position, story, *words))

    def _insert_edition(self, edition: EditionRecord) -> int:
        index = edition.index
        family = (index["paper"], index["edition"])
        newest = self._db.execute("SELECT max(version) FROM edition WHERE paper = ? AND name = ?", family).fetchone()[0]
        latest = newest is None or index["version"] > newest
        if latest:
            self._db.execute("UPDATE edition SET latest = 0 WHERE paper = ? AND name = ?", family)
        row = (
            edition.identifier,
            index["paper"],
            index["publication"],
            index["edition"],
            index["date"],
            index["number"],
            index["version"],
            int(latest),
            edition.location,
            edition.manifest,
            _packed(dict(edition.files)),
        )
        marks = ", ".join("?" * len(row))
        return int(self._db.execute(f"INSERT INTO edition VALUES (NULL, {marks})", row).lastrowid or 0)

    def _insert_article(self, edition: int, article: Mapping[str, Any], sections: Mapping[str, str]) -> None:
        row = [article[key] for key in ("id", "title", "byline", "rights", "embargo", "text")]
        statement = "INSERT INTO article VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)"
        own = self._db.execute(statement, (edition, *row, _packed(article["stretches"]))).lastrowid
        for position, place in enumerate(article["pages"]):
            values = (own, position, place["page"], sections[place["page"]], *place["rect"])
            self._db.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        for position, name in enumerate(article["people"]):
            self._db.execute("INSERT INTO person VALUES (?, ?, ?)", (name, own, position))
        self._db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (own, tokens(article["text"])))

    def move(self, identifier: str, location: str) -> None:
        """Say where an edition's package is now."""
        with self._change():
            self._db.execute("UPDATE edition SET location = ? WHERE identifier = ?", (location, identifier))

    def withdraw(self, identifier: str, story: str, reason: str, time: str = "") -> bool:
        """Leave a tombstone in place of an article, in all versions, also in those still to come.

        It is kept in a file beside the catalogue first, from which one that is made anew takes it.
        """
        asked = self._ask("SELECT paper, name FROM edition WHERE identifier = ?", identifier)
        if not asked or not any(article.story == story for article in self.articles(identifier)):
            return False
        paper, name = asked[0]
        stone = Tombstone(paper, name, story, reason, time)
        known = (Tombstone(*row) for row in self._ask("SELECT paper, name, story, reason FROM tombstone"))
        filed = {(one.paper, one.edition, one.story) for one in read_tombstones(self._stones)}
        unfiled = (one for one in known if (one.paper, one.edition, one.story) not in filed)
        keep_tombstones(self._stones, (*unfiled, stone))
        self._bury((stone,))
        return True

    def _bury(self, stones: tuple[Tombstone, ...]) -> None:
        """Keep tombstones that are not kept yet, or have another reason now."""
        known = set(self._ask("SELECT paper, name, story, reason FROM tombstone"))
        rows = [(one.paper, one.edition, one.story, one.reason) for one in stones]
        if new := [row for row in rows if row not in known]:
            with self._change():
                self._db.executemany("INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?, ?)", new)

    def editions(self) -> list[EditionEntry]:
        """All editions by date and version."""
        return [_entry(row) for row in self._ask(f"{_EDITION} ORDER BY date, paper, name, version")]

    def edition(self, identifier: str) -> EditionEntry | None:
        """An edition by its whole name; by paper and folder, or by its folder alone, the latest version."""
        rows = self._ask(f"{_EDITION} WHERE identifier = ?", identifier)
        if not rows:
            statement = f"{_EDITION} WHERE latest AND (name = ?1 OR paper || '/' || name = ?1) LIMIT 1"
            rows = self._ask(statement, identifier)
        return _entry(rows[0]) if rows else None

    def files(self, identifier: str) -> dict[str, str]:
        """The files of an edition's package with their SHA-256."""
        rows = self._ask("SELECT files FROM edition WHERE identifier = ?", identifier)
        return dict(unpacked(rows[0][0])) if rows else {}

    def pages(self, identifier: str) -> list[PageEntry]:
        """The pages of an edition in order."""
        rows = self._ask(
            "SELECT page.name, section, text, press FROM page JOIN edition ON edition.id = page.edition "
            "WHERE identifier = ? ORDER BY position",
            identifier,
        )
        return [PageEntry(*row) for row in rows]

    def articles(self, identifier: str) -> list[ArticleEntry]:
        """The articles of an edition in order; of those withdrawn a tombstone."""
        rows = self._ask(
            "SELECT article.id, story, title, byline, text, rights, embargo, coalesce(reason, '') "
            "FROM article JOIN edition ON edition.id = article.edition LEFT JOIN tombstone USING (paper, name, story) "
            "WHERE identifier = ? ORDER BY article.id",
            identifier,
        )
        return [self._article(identifier, *row) for row in rows]

    def _article(self, identifier: str, key: int, story: str, title: str, *rest: str) -> ArticleEntry:
        byline, text, rights, embargo, reason = rest
        statement = "SELECT page, x, y, width, height FROM place WHERE article = ? ORDER BY position"
        places = tuple((row[0], tuple(row[1:])) for row in self._ask(statement, key))
        names = self._ask("SELECT name FROM person WHERE article = ? ORDER BY position", key)
        people = tuple(row[0] for row in names)
        shown = "" if reason else text
        return ArticleEntry(identifier, story, title, byline, people, places, shown, rights, embargo, reason)

    def pictures(self, identifier: str) -> list[PictureEntry]:
        """The pictures of an edition in order."""
        rows = self._ask(
            "SELECT story, file, caption, credit, page FROM picture JOIN edition ON edition.id = picture.edition "
            "WHERE identifier = ? ORDER BY position",
            identifier,
        )
        return [PictureEntry(*row) for row in rows]

    def search(self, query: Query) -> Found:
        """The articles that a query finds."""
        with _told():
            return found(self._db, query)

    def sound(self) -> bool:
        """Whether the file and its index of words are undamaged."""
        try:
            self._db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
            return bool(self._db.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
        except sqlite3.DatabaseError:
            return False


@contextmanager
def _told() -> Iterator[None]:
    """What SQLite raises becomes a CatalogueError."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise ValueError(str(error)) from error
    except sqlite3.Error as error:
        raise CatalogueError(str(error)) from error


def _pictures(index: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """All pictures of an edition with their story, if any: those of articles, then loose ones and adverts by page."""
    for article in index["articles"]:
        for picture in article["pictures"]:
            yield article["id"], picture
    for page in index["pages"]:
        for picture in (*page["pictures"], *page["adverts"]):
            yield "", {**picture, "page": page["page"]}


def _entry(row: tuple[Any, ...]) -> EditionEntry:
    identifier, publication, name, day, number, version, pages, articles, location, manifest, latest = row
    counts = number, version, pages, articles
    return EditionEntry(
        identifier, publication, name, date.fromisoformat(day), *counts, location, manifest, latest=bool(latest)
    )


def _packed(data: Any) -> bytes:
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def unpacked(data: bytes) -> Any:
    """What was packed."""
    return json.loads(zlib.decompress(data))
