"""Finished PDFs read back with another library than the one that writes them.

The text is taken from the operators that show it, each code by its font's own Unicode map (ISO 32000-1, 9.10.2), or
from the text that stands in its place (14.9.4). Nothing is guessed from where glyphs stand: a reader that makes words
of what it sees drops hyphens at line ends, marks on one another and long rows of one character.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from layout.release.printed import squeezed

# What a code without a place in its font's map is read as.
UNKNOWN = "\ufffd"
_SHOWS = {"Tj", "TJ", "'", '"'}
# Rendering modes that leave no mark on the paper: neither filled nor stroked (9.3.6).
_UNSEEN = {3, 7}


class UnreadableError(Exception):
    """A PDF that cannot be opened."""


def page_texts(data: bytes) -> list[str]:
    """The text of every page in the order it is drawn, white space left out.

    Text inside placed pages (a PDF advert) is theirs, not ours, and left out. Raises UnreadableError.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            fonts: _Fonts = {}
            return [squeezed("".join(_Reader(page.obj, fonts).read())) for page in pdf.pages]
    except (pikepdf.PdfError, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise UnreadableError(str(error)) from error


@dataclass(frozen=True, slots=True)
class _Font:
    """How many bytes a code of a font has, and the text of each."""

    width: int
    texts: Mapping[bytes, str]

    def read(self, codes: bytes) -> str:
        """The text that codes stand for."""
        steps = range(0, len(codes), self.width)
        return "".join(self.texts.get(codes[at : at + self.width], UNKNOWN) for at in steps)


_Fonts = dict[tuple[int, int], _Font]


@dataclass(frozen=True, slots=True)
class _State:
    """What of the graphics state says how codes are read."""

    font: _Font | None = None
    seen: bool = True


@dataclass(slots=True)
class _Reader:
    """Follows a page's operators. `instead` has, for every marked stretch that is open, whether text stands for it."""

    page: Any
    fonts: _Fonts
    state: _State = _State()
    held: list[_State] = field(default_factory=list)
    instead: list[bool] = field(default_factory=list)

    def read(self) -> Iterator[str]:
        """The page's text, piece by piece."""
        import pikepdf

        for step in pikepdf.parse_content_stream(self.page):
            operator = str(step.operator)
            if operator in _SHOWS:
                yield from self._shown(step.operands[-1])
            elif operator in {"BDC", "BMC"}:
                yield from self._marked(step.operands)
            else:
                self._follow(operator, step.operands)

    def _shown(self, operand: Any) -> Iterator[str]:
        import pikepdf

        font = self.state.font
        if font is None or not self.state.seen or any(self.instead):
            return
        for piece in operand if isinstance(operand, pikepdf.Array) else [operand]:
            if isinstance(piece, (pikepdf.String, bytes, str)):
                yield font.read(bytes(piece) if isinstance(piece, pikepdf.String) else _as_bytes(piece))

    def _marked(self, operands: Any) -> Iterator[str]:
        """A marked stretch begins; gives the text that stands in its place, once for those inside one another."""
        text = self._text_instead(operands)
        if text is not None and not any(self.instead):
            yield text
        self.instead.append(text is not None)

    def _text_instead(self, operands: Any) -> str | None:
        import pikepdf

        said = operands[1] if len(operands) > 1 else None
        if isinstance(said, pikepdf.Name):
            said = self.page.get("/Resources", {}).get("/Properties", {}).get(str(said))
        text = said.get("/ActualText") if isinstance(said, pikepdf.Dictionary) else None
        return None if text is None else _spelled(bytes(text))

    def _follow(self, operator: str, operands: Any) -> None:
        match operator:
            case "q":
                self.held.append(self.state)
            case "Q":
                self.state = self.held.pop() if self.held else self.state
            case "Tf":
                self.state = replace(self.state, font=self._font(str(operands[0])))
            case "Tr":
                self.state = replace(self.state, seen=int(operands[0]) not in _UNSEEN)
            case "EMC" if self.instead:
                self.instead.pop()

    def _font(self, name: str) -> _Font:
        entry = self.page.Resources.Font[name]
        if entry.objgen not in self.fonts or not entry.is_indirect:
            self.fonts[entry.objgen] = _font(entry)
        return self.fonts[entry.objgen]


def _font(entry: Any) -> _Font:
    """A font by its Unicode map: codes one by one, and rows of codes that are mapped together."""
    import pikepdf

    width = 2 if entry.get("/Subtype") == "/Type0" else 1
    texts: dict[bytes, str] = {}
    steps = pikepdf.parse_content_stream(entry.ToUnicode) if "/ToUnicode" in entry else []
    for step in steps:
        values = list(step.operands)
        if str(step.operator) == "endbfchar":
            texts |= {bytes(code): _utf16(bytes(text)) for code, text in zip(values[::2], values[1::2], strict=True)}
        elif str(step.operator) == "endbfrange":
            for first, last, to in zip(values[::3], values[1::3], values[2::3], strict=True):
                texts |= _row(bytes(first), bytes(last), to)
    return _Font(width, texts)


def _row(first: bytes, last: bytes, to: Any) -> dict[bytes, str]:
    """The texts of neighbouring codes: each named, or counted up from the first one's last character."""
    import pikepdf

    codes = [number.to_bytes(len(first), "big") for number in range(_number(first), _number(last) + 1)]
    if isinstance(to, pikepdf.Array):
        return {code: _utf16(bytes(text)) for code, text in zip(codes, to, strict=False)}
    begin = _utf16(bytes(to))
    return {code: begin[:-1] + chr(ord(begin[-1]) + step) for step, code in enumerate(codes)}


def _number(code: bytes) -> int:
    return int.from_bytes(code, "big")


def _utf16(text: bytes) -> str:
    return text.decode("utf-16-be", "surrogatepass")


def _spelled(text: bytes) -> str:
    """A text string: UTF-16 behind its mark, or Latin letters (7.9.2.2)."""
    return _utf16(text[2:]) if text.startswith(b"\xfe\xff") else text.decode("latin-1")


def _as_bytes(piece: bytes | str) -> bytes:
    return piece if isinstance(piece, bytes) else piece.encode("latin-1")
