"""What belongs to the whole site, made anew with every edition: latest edition, calendar, search, sitemap."""

from __future__ import annotations

import calendar
import json
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

from msgspec import Struct

from layout.backends.epaper.record import EditionRecord
from layout.backends.epaper.templates import rendered
from layout.edition.calendar import date_words, weekday
from layout.edition.fields import KINDS

SITEMAP = "sitemap.xml"
# A sitemap holds so many addresses (sitemaps.org); of more the newest are listed.
_MOST = 50_000


class Month(Struct, frozen=True):
    """A month of the calendar: weeks from Monday, of each day its number (0: of another month) and its editions."""

    title: str
    weeks: tuple[tuple[tuple[int, tuple[EditionRecord, ...]], ...], ...]


def site_files(records: Sequence[EditionRecord], site: str) -> dict[str, bytes | None]:
    """The files of the site's root by name, for the editions that are in it, the oldest first.

    The sitemap is None, which takes one away, when the site has no address.
    """
    latest = records[-1]
    common = {"root": "", "paper": latest.paper, "kinds": KINDS}
    return {
        "index.html": rendered("index.html", record=latest, date=_words(latest.date), **common),
        "calendar.html": rendered("calendar.html", years=_years(records), **common),
        "search.html": rendered("search.html", first=records[0].date, last=latest.date, **common),
        "editions.js": _editions(records),
        SITEMAP: _sitemap(records, site) if site else None,
    }


def _words(written: str) -> str:
    day = date.fromisoformat(written)
    return f"{date_words(day)} {weekday(day)}"


def _editions(records: Sequence[EditionRecord]) -> bytes:
    """The editions as a script, a line an edition."""
    entries = ",\n".join(
        json.dumps(
            {"path": one.path, "date": one.date, "name": f"{one.date}{KINDS[one.kind]}", "first": one.first},
            ensure_ascii=False,
        )
        for one in records
    )
    return f"window.paibanEditions = [\n{entries}\n];\n".encode()


def _years(records: Sequence[EditionRecord]) -> list[tuple[int, list[Month]]]:
    """The months with editions by year, the newest first."""
    by_day: dict[date, list[EditionRecord]] = {}
    for record in records:
        by_day.setdefault(date.fromisoformat(record.date), []).append(record)
    months = sorted({(day.year, day.month) for day in by_day}, reverse=True)
    years = dict.fromkeys(year for year, _ in months)
    return [(year, [_month(*month, by_day) for month in months if month[0] == year]) for year in years]


def _month(year: int, month: int, by_day: dict[date, list[EditionRecord]]) -> Month:
    weeks = tuple(
        tuple((day, tuple(by_day.get(date(year, month, day), ())) if day else ()) for day in week)
        for week in calendar.Calendar(calendar.MONDAY).monthdayscalendar(year, month)
    )
    return Month(f"{year}年{month}月", weeks)


def _sitemap(records: Sequence[EditionRecord], site: str) -> bytes:
    entries = [("index.html", records[-1].date), ("calendar.html", records[-1].date)]
    entries += [(address, record.date) for record in reversed(records) for address in record.addresses]
    urls = "".join(
        f"<url><loc>{escape(site + address)}</loc><lastmod>{day}</lastmod></url>\n" for address, day in entries[:_MOST]
    )
    head = "<?xml version='1.0' encoding='UTF-8'?>\n<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\n"
    return f"{head}{urls}</urlset>\n".encode()
