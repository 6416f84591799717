"""A tagged PDF read by its tags: the text of every structure element, by a reader that had no part in making it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

import pikepdf

_CODES = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]+)>")


@dataclass
class Tag:
    """An element: its type, its dictionary, its own text, and its children."""

    kind: str
    entries: pikepdf.Dictionary
    text: str = ""
    children: list[Tag] = field(default_factory=list)

    @property
    def whole(self) -> str:
        return self.text + "".join(child.whole for child in self.children)

    def all(self, kind: str) -> list[Tag]:
        own = [self] if self.kind == kind else []
        return own + [found for child in self.children for found in child.all(kind)]


class Tagged:
    def __init__(self, document: pikepdf.Pdf) -> None:
        self.document = document
        self.pages = list(document.pages)
        self.texts = [_marked_texts(page) for page in self.pages]

    @cached_property
    def root(self) -> Tag:
        return self._tag(self.document.Root.StructTreeRoot.K)

    def _tag(self, entries: pikepdf.Dictionary) -> Tag:
        tag = Tag(str(entries.S)[1:], entries)
        for kid in entries.K.as_list() if "/K" in entries else ():
            if isinstance(kid, int):
                tag.text += self.texts[self._number(entries.Pg)].get(kid, "")
            elif kid.get("/Type") == "/MCR":
                tag.text += self.texts[self._number(kid.Pg)].get(int(kid.MCID), "")
            else:
                tag.children.append(self._tag(kid))
        return tag

    def _number(self, page: pikepdf.Dictionary) -> int:
        return next(number for number, own in enumerate(self.pages) if own.obj.objgen == page.objgen)


def _marked_texts(page: pikepdf.Page) -> dict[int | None, str]:
    """The text of every marked stretch of a page by its number; that of artifacts under None."""
    maps = {name: _unicode(font) for name, font in page.obj.Resources.Font.items()}
    texts: dict[int | None, str] = {}
    codes: dict[str, str] = {}
    stack: list[tuple[str, object]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                stack.append((str(operands[0]), operands[1]))
            case "EMC":
                _, entries = stack.pop()
                if "/ActualText" in entries:
                    _add(texts, stack, str(entries.ActualText))
            case "Tf":
                codes = maps[str(operands[0])]
            case "Tj" | "TJ" if not any("/ActualText" in entries for _, entries in stack):
                shown = operands[0] if str(operator) == "TJ" else operands
                for piece in shown:
                    if isinstance(piece, pikepdf.String):
                        data = bytes(piece).hex().upper()
                        _add(texts, stack, "".join(codes[data[at : at + 4]] for at in range(0, len(data), 4)))
    assert not stack
    return texts


def _add(texts: dict, stack: list, text: str) -> None:
    assert stack, f"{text} is neither tagged nor an artifact"
    entries = stack[0][1]
    number = int(entries.MCID) if "/MCID" in entries else None
    texts[number] = texts.get(number, "") + text


def _unicode(font: pikepdf.Dictionary) -> dict[str, str]:
    found = _CODES.findall(font.ToUnicode.read_bytes().decode("ascii"))
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in found}
