"""What the site keeps of each edition beside its pages, so that calendar, search and sitemap can be made anew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from layout.backends.epaper.addresses import CONTENT, LAYOUT, RECORD
from layout.edition.fields import KINDS

FORMAT = 1
# File names in a record: it may come from another house, and leads nowhere else.
_FILE = r"[A-Za-z0-9_.-]+"
_FOLDER = r"\d{6}/\d{2}(-[a-z]+)?"


class PageRecord(Struct, frozen=True):
    """A page: its name and section, its file and thumbnail, and the titles of what stands on it."""

    name: str
    section: str
    file: str
    thumbnail: str
    titles: tuple[tuple[str, str], ...]


class EditionRecord(Struct, frozen=True):
    """An edition as the site knows it. `path` is its folder, `articles` are the files of its articles."""

    format: int
    paper: str
    paper_id: str
    edition: str
    date: str
    number: int
    version: int
    kind: str
    zone: str
    path: str
    pages: tuple[PageRecord, ...]
    articles: tuple[str, ...]

    @property
    def first(self) -> str:
        """The address of its first page."""
        return f"{LAYOUT}/{self.path}/{self.pages[0].file}"

    @property
    def order(self) -> tuple[str, int, str]:
        """By date; the issue before the supplement and the extra of its day."""
        return self.date, ("issue", "supplement", "extra").index(self.kind), self.path

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every page of it that people read."""
        pages = (f"{LAYOUT}/{self.path}/{page.file}" for page in self.pages)
        return (*pages, *(f"{CONTENT}/{self.path}/{file}" for file in self.articles))


def record_bytes(record: EditionRecord) -> bytes:
    """A record as a file."""
    return (json.dumps(msgspec.to_builtins(record), ensure_ascii=False, indent=1) + "\n").encode()


class RecordError(Exception):
    """A record of the site cannot be read; `path` is its file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def read_records(site: Path) -> list[EditionRecord]:
    """The records of the editions that are in a site's folder, the oldest first.

    Raises RecordError when one cannot be read.
    """
    found = []
    for path in sorted((site / LAYOUT).glob(f"*/*/{RECORD}")):
        try:
            record = msgspec.json.decode(path.read_bytes(), type=EditionRecord)
        except (OSError, msgspec.MsgspecError) as error:
            raise RecordError(path) from error
        if not _is_sound(record, path):
            raise RecordError(path)
        found.append(record)
    return ordered(found)


def ordered(records: Iterable[EditionRecord]) -> list[EditionRecord]:
    """Records by date, the oldest first."""
    return sorted(records, key=lambda record: record.order)


def _is_sound(record: EditionRecord, path: Path) -> bool:
    """Whether a record is of the folder it lies in, and names files alone."""
    files = [*(page.file for page in record.pages), *(page.thumbnail for page in record.pages), *record.articles]
    files += [file for page in record.pages for _, file in page.titles]
    names = all(re.fullmatch(_FILE, file) for file in files)
    try:
        date.fromisoformat(record.date)
    except ValueError:
        return False
    known = record.format == FORMAT and record.kind in KINDS
    lies = re.fullmatch(_FOLDER, record.path) and path.parent.as_posix().endswith(f"/{record.path}")
    return bool(known and names and record.pages and lies)
