"""A query over the SQLite store: which articles, newest first, and where on the page the first word stands."""

from __future__ import annotations

import json
import sqlite3
import zlib
from datetime import date
from typing import Any

from layout.catalogue.model import Found, Hit, Place, Query
from layout.catalogue.words import excerpt, first, match

_FROM = """
FROM article JOIN edition ON edition.id = article.edition
LEFT JOIN tombstone USING (paper, name, story)
WHERE reason IS NULL
"""


def found(db: sqlite3.Connection, query: Query) -> Found:
    """The first hits of a query and their number."""
    conditions, values = _conditions(query)
    where = _FROM + "".join(f" AND {condition}" for condition in conditions)
    total = db.execute(f"SELECT count(*) {where}", values).fetchone()[0]
    statement = (
        f"SELECT article.id, identifier, date, story, title, text, stretches {where} "
        "ORDER BY date DESC, version DESC, article.id LIMIT ?"
    )
    rows = db.execute(statement, [*values, query.limit]).fetchall()
    return Found(total, tuple(_hit(db, row, query) for row in rows))


def _conditions(query: Query) -> tuple[list[str], list[Any]]:
    wanted: list[tuple[str, tuple[Any, ...]]] = []
    if query.words.split():
        wanted.append(("article.id IN (SELECT rowid FROM words WHERE words MATCH ?)", (match(query.words),)))
    if query.since:
        wanted.append(("date >= ?", (query.since.isoformat(),)))
    if query.until:
        wanted.append(("date <= ?", (query.until.isoformat(),)))
    if query.page:
        wanted.append(("article.id IN (SELECT article FROM place WHERE page = ?)", (query.page,)))
    if query.section:
        wanted.append(("article.id IN (SELECT article FROM place WHERE section = ?)", (query.section,)))
    if query.byline:
        own = "(article.id IN (SELECT article FROM person WHERE person.name = ?) OR instr(byline, ?) > 0)"
        wanted.append((own, (query.byline, query.byline)))
    if query.public_on:
        wanted.append(("embargo <= ?", (query.public_on.isoformat(),)))
    if not query.every_version:
        wanted.append(("latest", ()))
    return [condition for condition, _ in wanted], [value for _, values in wanted for value in values]


def _hit(db: sqlite3.Connection, row: tuple[Any, ...], query: Query) -> Hit:
    key, identifier, day, story, title, text, stretches = row
    spot = first(text, query.words)
    places = db.execute(
        "SELECT page, section, x, y, width, height FROM place WHERE article = ? ORDER BY position", (key,)
    ).fetchall()
    own = _stretch(json.loads(zlib.decompress(stretches)), spot)
    page, section, place = _where(places, own)
    return Hit(identifier, date.fromisoformat(day), story, title, page, section, place, excerpt(text, spot))


def _stretch(stretches: list[list[Any]], spot: tuple[int, int] | None) -> list[Any] | None:
    """The stretch of text in which a spot begins."""
    if spot is None:
        return None
    return next((one for one in stretches if one[3] <= spot[0] < one[4]), None)


def _where(places: list[tuple[Any, ...]], stretch: list[Any] | None) -> tuple[str, str, Place]:
    """The page, its section, and the rectangle: of the paragraph in its column, or of the article's first part."""
    sections = {place[0]: place[1] for place in places}
    if stretch:
        x, y, width, height = stretch[5:]
        return stretch[0], sections.get(stretch[0], ""), (x, y, width, height)
    page, section, x, y, width, height = places[0] if places else ("", "", 0.0, 0.0, 0.0, 0.0)
    return page, section, (x, y, width, height)
