"""Word files (ECMA-376): the words of the body, and everything else counted by its sort.

The parts are read with limits of size, and XML with entities or a document type is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from msgspec import Struct, field

from layout.intake.model import Draft, IntakeError, Lost, Piece, Sort

# Of one part and of all; how many parts; and how much smaller a part may be packed.
LARGEST_PART = 32 * 1024 * 1024
LARGEST_WHOLE = 256 * 1024 * 1024
MOST_PARTS = 5_000
MOST_PACKED = 200
DEEPEST = 100
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = {f"{_W}t", f"{_W}delText"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
# What is left out with all it holds, by its element.
_LEFT_OUT = {
    "tbl": ("表格", "tables"),
    "drawing": ("图片、图形", "pictures and drawings"),
    "pict": ("图片、图形", "pictures and drawings"),
    "object": ("嵌入的对象", "embedded objects"),
    "footnoteReference": ("脚注", "footnotes"),
    "endnoteReference": ("尾注", "endnotes"),
    "commentReference": ("批注", "comments"),
    "del": ("修订：删去的字", "tracked changes: deleted words"),
    "moveFrom": ("修订：移走的字", "tracked changes: words moved away"),
    "sym": ("符号字体的字", "characters of symbol fonts"),
    "rt": ("拼音", "readings over characters"),
    "numPr": ("自动编号", "automatic numbers"),
    "softHyphen": ("软连字符", "soft hyphens"),
}
# What is taken, while something of it is not.
_TOLD = {
    "ins": ("修订：加上的字（已收）", "tracked changes: added words (taken in)"),
    "moveTo": ("修订：移来的字（已收）", "tracked changes: words moved here (taken in)"),
    "hyperlink": ("链接的网址", "addresses of links"),
}
_WRITTEN = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_BESIDE = (("header", "页眉", "headers"), ("footer", "页脚", "footers"))


def read_word(data: bytes) -> Draft:
    """The paragraphs of a Word file. Raises IntakeError when it is no sound one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _draft(package)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        LookupError,
        ParseError,
    ) as error:
        reason = str(error).split("\n")[0][:80]
        raise IntakeError(f"不是完好的 Word 文件（{reason}）", f"it is no sound Word file ({reason})") from error


def _draft(package: zipfile.ZipFile) -> Draft:
    _check_sizes(package)
    body = _part(package, _DOCUMENT).find(f"{_W}body")
    if body is None:
        raise IntakeError("里面没有正文", "it has no body")
    reader = _Reader(_headings(package))
    pieces = tuple(piece for piece in reader.pieces(body, 0) if piece.text)
    for stem, zh, en in _BESIDE:
        names = [name for name in package.namelist() if name.startswith(f"word/{stem}") and name.endswith(".xml")]
        for text in (_text_of(_part(package, name)) for name in names):
            if text:
                reader.leave(zh, en, len(text))
    return Draft(pieces, reader.lost())


def _check_sizes(package: zipfile.ZipFile) -> None:
    """Refuse a package that unpacks to more than a document can be."""
    parts = package.infolist()
    whole = sum(part.file_size for part in parts)
    packed = any(part.file_size > 1_000_000 and part.file_size > MOST_PACKED * part.compress_size for part in parts)
    if len(parts) > MOST_PARTS or whole > LARGEST_WHOLE or packed:
        raise IntakeError("解开来大得不像文稿（压缩炸弹？）", "it unpacks to more than a document is (a zip bomb?)")


def _part(package: zipfile.ZipFile, name: str) -> Any:
    """The root of a part. What the package says of its size is not trusted."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        with package.open(name) as file:
            data = file.read(LARGEST_PART + 1)
    except KeyError as error:
        raise IntakeError(f"里面没有 {name}", f"it has no {name}") from error
    if len(data) > LARGEST_PART:
        raise IntakeError(f"{name} 太大", f"{name} is too large")
    try:
        return fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise IntakeError("XML 里有实体或文档类型定义", "its XML has entities or a document type") from error


def _headings(package: zipfile.ZipFile) -> dict[str, Sort]:
    """Which styles are heads, by their id: 标题 and heading 1 of the story, the others of its parts."""
    if _STYLES not in package.namelist():
        return {}
    found: dict[str, Sort] = {}
    for style in _part(package, _STYLES).iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        written = (name.get(f"{_W}val") or "").lower() if name is not None else ""
        if written in {"title", "heading 1"}:
            found[style.get(f"{_W}styleId") or ""] = "headline"
        elif written.startswith("heading "):
            found[style.get(f"{_W}styleId") or ""] = "subhead"
    return found


def _text_of(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter() if part.tag in _TEXTS)


class _Reader(Struct):
    """Walks through a body; counts what it leaves out, and the characters in it."""

    headings: dict[str, Sort]
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    characters: Counter[tuple[str, str]] = field(default_factory=Counter)

    def pieces(self, element: Any, depth: int) -> Iterator[Piece]:
        """The paragraphs of an element, those in containers too."""
        if depth > DEEPEST:
            raise IntakeError("嵌套太深", "it is nested too deeply")
        for child in element:
            tag = child.tag.removeprefix(_W)
            if tag == "p":
                yield Piece(" ".join("".join(self._words(child, depth)).split(" ")).strip(), self._sort(child))
            elif tag in _LEFT_OUT:
                self._leave_out(tag, child)
            elif child.tag != _FALLBACK:
                yield from self.pieces(child, depth + 1)

    def _sort(self, paragraph: Any) -> Sort:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return self.headings.get(style.get(f"{_W}val") or "", "body") if style is not None else "body"

    def _words(self, element: Any, depth: int) -> Iterator[str]:
        if depth > DEEPEST:
            raise IntakeError("嵌套太深", "it is nested too deeply")
        for child in element:
            tag = child.tag.removeprefix(_W)
            if tag in _LEFT_OUT:
                self._leave_out(tag, child)
            elif tag == "t":
                yield child.text or ""
            elif tag in _WRITTEN and element.tag == f"{_W}r":
                yield _WRITTEN[tag]
            elif child.tag != _FALLBACK:
                if tag in _TOLD and _text_of(child):
                    self.leave(*_TOLD[tag], 0)
                yield from self._words(child, depth + 1)

    def _leave_out(self, tag: str, element: Any) -> None:
        self.leave(*_LEFT_OUT[tag], len(_text_of(element)))

    def leave(self, zh: str, en: str, characters: int) -> None:
        """Count something that is left out."""
        self.counts[zh, en] += 1
        self.characters[zh, en] += characters

    def lost(self) -> tuple[Lost, ...]:
        """Everything that was left out, by sort."""
        return tuple(Lost(*what, count, self.characters[what]) for what, count in sorted(self.counts.items()) if count)
