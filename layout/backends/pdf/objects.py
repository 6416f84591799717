"""Small PDF objects on top of reportlab's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

from layout.backends.pdf.numbers import deflated


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """Tokens written as they stand."""

    def __init__(self, tokens: str) -> None:
        self.tokens = tokens.encode("latin-1")

    def format(self, document: Any) -> bytes:
        """The tokens."""
        return self.tokens


class _Stream(pdfdoc.PDFStream):  # type: ignore[misc]  # reportlab has no types
    """A stream whose end stands on a line of its own, as PDF/A wants it (ISO 19005-2, 6.1.7.1)."""

    def format(self, document: Any) -> bytes:
        """The stream's bytes."""
        entries = dictionary({**self.dictionary.dict, "Length": len(self.content)})
        return b"".join([entries.format(document), b"\nstream\n", self.content, b"\nendstream\n"])


def name(text: str) -> Any:
    """A PDF name."""
    return pdfdoc.PDFName(text)


def string(text: str) -> Any:
    """A text string."""
    return pdfdoc.PDFString(text)


def dictionary(entries: Mapping[str, Any]) -> Any:
    """A dictionary; an entry of None is left out."""
    return pdfdoc.PDFDictionary({key: value for key, value in entries.items() if value is not None})


def array(items: list[Any]) -> Any:
    """An array."""
    return pdfdoc.PDFArray(items)


def stream(data: bytes, entries: Mapping[str, Any] | None = None, *, compress: bool = True, level: int = 6) -> Any:
    """A stream, deflated unless it is compressed already."""
    if compress:
        return deflated_stream(deflated(data, level), entries)
    return _Stream(dictionary=dictionary(dict(entries or {})), content=data)


def deflated_stream(data: bytes, entries: Mapping[str, Any] | None = None) -> Any:
    """A stream of data that are deflated."""
    held = {**(entries or {}), "Filter": name("FlateDecode")}
    return _Stream(dictionary=dictionary(held), content=data)
