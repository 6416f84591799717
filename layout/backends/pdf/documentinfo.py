"""What a document says of itself."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class EditionInfo(Struct, frozen=True):
    """What an archive asks of an edition: the publication, its date and number, the version, and the pages held."""

    identifier: str
    publication: str
    date: str
    number: int
    version: int
    pages: tuple[str, ...]
    sections: tuple[str, ...] = ()


class DocumentInfo(Struct, frozen=True):
    """Title, author, subject and time of a document, and the edition it is of where that is to be told."""

    title: str
    author: str
    subject: str
    time: datetime
    language: str = "zh-CN"
    edition: EditionInfo | None = None
