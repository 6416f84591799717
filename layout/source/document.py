"""A source file read whole: its text and where its lines are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from layout.diagnostics import Sink, Span
from layout.source.findings import ENCODING, TOO_LARGE, UNREADABLE

# Of a manifest, a style, a story; two million Han are six megabytes.
LARGEST_FILE = 8 * 1024 * 1024
_BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
KNOWN_ENCODINGS = ("utf-8", "gb18030", "gbk", "utf-16")


class Document(Struct, frozen=True):
    """A file's text, line ends made one sort."""

    path: Path
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The text's lines, without their ends."""
        return _lines(self.text)

    def span(self, line: int, column: int, end_line: int | None = None, end_column: int | None = None) -> Span:
        """A span of this file; by default one character long."""
        return Span(self.path, line, column, end_line or line, end_column or column + 1)


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    # A form asks for the place of every field: the lines of the file that is being read are found once.
    return tuple(text.split("\n"))


def read_document(path: Path, sink: Sink, named_by: Span | None = None, encoding: str = "utf-8") -> Document | None:
    """The file's text, or None with the reason reported (at `named_by`, which names the file, if it is absent)."""
    whole = Span(path, 1, 1, 1, 2)
    try:
        found = path.stat()
        size = found.st_size
        if not S_ISREG(found.st_mode):
            raise ValueError("not a regular file")
        if size > LARGEST_FILE:
            sink.report(TOO_LARGE, named_by or whole, size=size, limit=LARGEST_FILE)
            return None
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or _reason(error)
        sink.report(UNREADABLE, named_by or whole, reason=f"{path.name}: {reason}")
        return None
    text = _decoded(data, encoding, path, sink)
    return None if text is None else Document(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def _reason(error: Exception) -> str:
    return "not a regular file" if "regular" in str(error) else "not a usable path"


def _decoded(data: bytes, encoding: str, path: Path, sink: Sink) -> str | None:
    name = "utf-8-sig" if encoding.lower() in {"utf-8", "utf8"} else encoding
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        value = f"{data[error.start]:02x}" if error.start < len(data) else "—"
        sink.report(ENCODING, Span(path, line, 1, line, 2), guess=_guess(data), byte=error.start, value=value)
        return None


def _guess(data: bytes) -> str:
    if data[:2] in _BYTE_ORDER_MARKS:
        return " (UTF-16)"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return " (GB18030 / GBK)"
