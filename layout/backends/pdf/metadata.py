"""What a PDF says of itself: Info, ID, page labels, outline of pages and stories."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from layout.backends.pdf.objects import Raw, array, dictionary, name, string
from layout.display.items import Part, Role
from layout.display.page import PageDisplay
from layout.units import POINT, Length

PRODUCER = "paiban"


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


def info_dictionary(info: DocumentInfo, standard: str = "") -> Any:
    """The Info dictionary, with a `standard` that is named there. The time is the edition's, never the clock's."""
    stamp = Raw(f"(D:{info.time:%Y%m%d%H%M%S}+08'00')")
    return dictionary(
        {
            "Title": string(info.title),
            "Author": string(info.author),
            "Subject": string(info.subject) if info.subject else None,
            "Creator": string(PRODUCER),
            "Producer": string(PRODUCER),
            "CreationDate": stamp,
            "ModDate": stamp,
            "Trapped": name("False"),
            "GTS_PDFXVersion": string(standard) if standard else None,
        }
    )


def identity(contents: Sequence[bytes], info: DocumentInfo) -> str:
    """32 hexadecimal digits that follow from all page contents and the title."""
    digest = hashlib.sha256(info.title.encode())
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:32].upper()


def document_id(half: str) -> bytes:
    """The file's ID: its identity, twice (ISO 32000-1, 14.4)."""
    return f"[<{half}><{half}>]".encode("ascii")


def page_labels(names: Sequence[str]) -> Any:
    """Labels like A01 in place of page numbers."""
    numbers: list[Any] = []
    for index, page in enumerate(names):
        numbers += [index, dictionary({"P": string(page)})]
    return dictionary({"Nums": array(numbers)})


class Bookmark(Struct, frozen=True):
    """An entry of the outline: its title, and how high on its page it leads, in points; 0 for the page as a whole."""

    title: str
    top: float = 0
    children: tuple[Bookmark, ...] = ()


def bookmark(page: PageDisplay, parts: Sequence[Part], margin: Length = 0) -> Bookmark:
    """A page's bookmark, and under it the stories that stand on it. `margin` lies outside the page's bleed."""
    seen: dict[int, Bookmark] = {}
    height = page.trim.height + page.bleed + page.margin + margin
    for region in page.regions:
        part = parts[region.part]
        if part.role is Role.STORY and part.id not in seen:
            seen[part.id] = Bookmark(part.title, (height - region.rect.y) / POINT)
    return Bookmark(f"{page.name} {page.section}", 0, tuple(seen.values()))


def outline(bookmarks: Sequence[Bookmark], references: Sequence[Any], document: Any) -> Any:
    """The outline: every page's bookmark, and those under it."""
    root = dictionary({"Type": name("Outlines")})
    reference = document.Reference(root, "paiban.outline")
    _add_children(root, reference, list(zip(bookmarks, references, strict=True)), document)
    return reference


def _add_children(parent: Any, parent_reference: Any, entries: Sequence[tuple[Bookmark, Any]], document: Any) -> None:
    """Put bookmarks, each with the reference to its page, under another."""
    made = []
    for entry, page in entries:
        where = [page, name("XYZ"), 0, round(entry.top)] if entry.top else [page, name("Fit")]
        own = dictionary(
            {
                "Title": string(entry.title),
                "Parent": parent_reference,
                "Dest": array(where + [Raw("null")] * bool(entry.top)),
            }
        )
        reference = document.Reference(own)
        made.append((own, reference))
        if entry.children:
            _add_children(own, reference, [(child, page) for child in entry.children], document)
    for (own, _), (_, after) in itertools.pairwise(made):
        own["Next"] = after
    for (_, before), (own, _) in itertools.pairwise(made):
        own["Prev"] = before
    if made:
        parent["First"], parent["Last"] = made[0][1], made[-1][1]
        parent["Count"] = len(made) if parent.dict.get("Type") else -len(made)
