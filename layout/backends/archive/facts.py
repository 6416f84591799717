"""What the documents of an archive package are made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from msgspec import Struct

from layout.backends.archive.articles import Article
from layout.backends.archive.blocks import Block
from layout.display.page import PageDisplay

# Sorts of files by their suffix: MIME type, PRONOM key and name of the format (empty where PRONOM has none of ours).
_FORMATS: Mapping[str, tuple[str, str, str]] = {
    ".pdf": ("application/pdf", "fmt/476", "PDF/A-2a"),
    ".png": ("image/png", "fmt/11", "PNG"),
    ".jpg": ("image/jpeg", "fmt/43", "JPEG"),
    ".jpeg": ("image/jpeg", "fmt/43", "JPEG"),
    ".tif": ("image/tiff", "fmt/353", "TIFF"),
    ".tiff": ("image/tiff", "fmt/353", "TIFF"),
    ".webp": ("image/webp", "fmt/567", "WebP"),
    ".svg": ("image/svg+xml", "fmt/92", "SVG"),
    ".xml": ("application/xml", "fmt/101", "XML"),
    ".json": ("application/json", "fmt/817", "JSON"),
    ".md": ("text/markdown", "fmt/1149", "Markdown"),
    ".yaml": ("application/yaml", "fmt/818", "YAML"),
    ".yml": ("application/yaml", "fmt/818", "YAML"),
    ".csv": ("text/csv", "x-fmt/18", "CSV"),
    ".icc": ("application/vnd.iccprofile", "", "ICC profile"),
    ".otf": ("font/otf", "fmt/520", "OpenType font"),
    ".ttf": ("font/ttf", "x-fmt/453", "TrueType font"),
    ".ttc": ("font/collection", "", "font collection"),
}
_UNKNOWN = ("application/octet-stream", "", "unknown")


class FileFacts(Struct, frozen=True):
    """A file of the package: its path there, its hash and size, and the group it belongs to (PDF, ALTO, …)."""

    path: str
    sha256: str
    size: int
    group: str

    @property
    def id(self) -> str:
        """Its id in METS: an XML name that follows from its path."""
        return "F_" + hashlib.sha256(self.path.encode()).hexdigest()[:16]

    @property
    def format(self) -> tuple[str, str, str]:
        """MIME type, PRONOM key, and name of its format; a PDF that is a source may be of any sort."""
        suffix = "." + self.path.rpartition(".")[2].lower()
        found = _FORMATS.get(suffix, _UNKNOWN)
        return ("application/pdf", "", "PDF") if suffix == ".pdf" and self.group != "PDF" else found


def facts_of(path: str, data: bytes, group: str) -> FileFacts:
    """What is known of a file."""
    return FileFacts(path, hashlib.sha256(data).hexdigest(), len(data), group)


class PageFacts(Struct, frozen=True):
    """A page: as it was drawn, its blocks, the stem of its files, the size of its preview in pixels.

    `press` are name and SHA-256 of the file it was printed from.
    """

    display: PageDisplay
    blocks: tuple[Block, ...]
    stem: str
    pixels: tuple[int, int]
    press: tuple[str, str]

    @property
    def name(self) -> str:
        """The page's name, such as A01."""
        return self.display.name


class EditionFacts(Struct, frozen=True):
    """An edition for the archive. `base` is the address that its IIIF manifest is to have, without a slash at the end.

    `time` is the edition's, as in its PDFs, in ISO 8601 with its zone; `rights` is who holds the copyright.
    """

    identifier: str
    publication: str
    date: str
    number: int
    version: int
    time: str
    software: tuple[str, str]
    base: str
    rights: str
    pages: tuple[PageFacts, ...]
    articles: tuple[Article, ...]
    language: str = "zh-CN"

    @property
    def title(self) -> str:
        """What the edition is called."""
        return f"{self.publication} {self.date}"
