"""Where things stand in the site: the newer paths of 数字报, by day, the same for the same edition and story."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from layout.edition.model import Edition

# The folders of an edition, each written whole: pages, articles, pictures, PDFs.
LAYOUT, CONTENT, PICTURES, PDFS = "pc/layout", "pc/content", "pc/pic", "pc/pdf"
FOLDERS = (LAYOUT, CONTENT, PICTURES, PDFS)
# From a page of an edition to the site's root.
UP = "../../../../"
RECORD = "edition.json"
TEXTS = "search.js"
_DIGITS = 8


def day_path(edition: Edition) -> str:
    """The folder of an edition in each of FOLDERS: 202603/20; supplements and extras of the day have their own."""
    kind = "" if edition.kind == "issue" else f"-{edition.kind}"
    return f"{edition.date:%Y%m}/{edition.date:%d}{kind}"


def node(number: int) -> str:
    """The file of an edition's page, counted from 1."""
    return f"node_{number:02d}.html"


def content_files(names: Iterable[str]) -> dict[str, str]:
    """The file of every article by its name: its number follows from the name, so that a re-issue keeps it."""
    taken: dict[int, str] = {}
    for name in sorted(names):
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % 10**_DIGITS
        while number in taken:
            number = (number + 1) % 10**_DIGITS
        taken[number] = name
    return {name: f"content_{number}.html" for number, name in taken.items()}
