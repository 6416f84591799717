"""What a PDF says of itself: Info, ID, page labels, outline of pages and stories."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from typing import Any

from layout.backends.pdf.bookmarks import Bookmark
from layout.backends.pdf.documentinfo import DocumentInfo
from layout.backends.pdf.objects import Raw, array, dictionary, name, string

PRODUCER = "paiban"


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
