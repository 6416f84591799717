"""Plain text: its encoding found, and confirmed by writing it back."""

from __future__ import annotations

import codecs
import unicodedata

from layout.intake.model import Draft, IntakeError, Lost, Piece
from layout.source.document import LARGEST_FILE

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_GUESSED = ("gb18030", "utf-16-le", "utf-16-be")
# Of a right reading at least so much is common Han, marks or ASCII; the next best has to be so much worse.
_LIKELY, _APART = 0.85, 0.2
# GB 2312's signs and its first level, the 3,755 commonest Han, by their first byte.
_COMMON = range(0xA1, 0xD8)


def read_text(data: bytes, encoding: str | None = None) -> Draft:
    """The paragraphs of a text file, a line each. Raises IntakeError when its encoding is not sure."""
    if len(data) > LARGEST_FILE:
        raise IntakeError(f"大过 {LARGEST_FILE} 字节", f"it is larger than {LARGEST_FILE} bytes")
    name, text = _decoded(data, encoding)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    pieces = tuple(Piece(line.strip()) for line in lines if line.strip())
    indents = sum(1 for line in lines if line.strip() and line[0].isspace())
    lost = (Lost("段首的空格", "indents typed with spaces", indents),) if indents else ()
    return Draft(pieces, lost, name)


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The encoding's name and the text, without a byte order mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, _exact(data[len(mark) :], name)
    if encoding:
        return encoding, _exact(data, encoding)
    if b"\0" not in data and (text := _tried(data, "utf-8")) is not None:
        return "utf-8", text
    scored = sorted(((_likeness(text), name) for name in _GUESSED if (text := _tried(data, name))), reverse=True)
    if not scored or scored[0][0] < _LIKELY or (len(scored) > 1 and scored[0][0] - scored[1][0] < _APART):
        raise IntakeError("认不准是什么编码，请用 --encoding 说明", "its encoding is not sure; name it with --encoding")
    return scored[0][1], _exact(data, scored[0][1])


def _exact(data: bytes, encoding: str) -> str:
    text = _tried(data, encoding)
    if text is None:
        raise IntakeError(f"不是完好的 {encoding}", f"it is not sound {encoding}")
    return text


def _tried(data: bytes, encoding: str) -> str | None:
    """The text, when it can be decoded and encoded again to the same bytes."""
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except (UnicodeError, LookupError):
        return None


def _likeness(text: str) -> float:
    """How much of a text is what Chinese news is made of."""
    return sum(map(_is_common, text)) / len(text)


def _is_common(character: str) -> bool:
    if character.isascii():
        return character.isprintable() or character in "\t\r\n"
    try:
        first = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return first in _COMMON and unicodedata.category(character) != "Co"
