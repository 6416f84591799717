"""The body of a story file: paragraphs, subheads and emphasis, every character with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from layout.diagnostics import Sink, Span
from layout.edition.findings import CONTROL_CHARACTER, LOST_CHARACTER, MARKUP, READING_COUNT, UNSUPPORTED_SCRIPT
from layout.edition.model import Emphasis, Paragraph, Stretch, Table, TextKind
from layout.edition.table_findings import NO_TABLE
from layout.edition.tables import RawCell, RawTable, split_table
from layout.source.document import Document
from layout.source.origins import Origins
from layout.source.record import Item

_MARKUP = (
    (re.compile(r"#(?!##? )#* "), "# …"),
    (re.compile(r"([-*+]|\d+\.) "), "- …"),
    (re.compile(r"> "), "> …"),
    (re.compile(r"!?\[[^\]]*\]\("), "[…](…)"),
    (re.compile(r"</?[a-zA-Z][^>]*>"), "<…>"),
    (re.compile(r"```"), "```"),
)
# **strong**, [words]{mark} with one of the marks' names, or [字]{拼音 zì}; all in English or Chinese.
_MARKS = {
    "dots": Emphasis.DOTS,
    "着重": Emphasis.DOTS,
    "name": Emphasis.NAME,
    "专名": Emphasis.NAME,
    "title": Emphasis.TITLE,
    "书名": Emphasis.TITLE,
    "deceased": Emphasis.DECEASED,
    "示亡": Emphasis.DECEASED,
}
_EMPHASIS = re.compile(
    rf"\*\*(.+?)\*\*|\[([^\[\]]+)\]\{{(?:({'|'.join(_MARKS)})|(?:拼音|pinyin)\s+([^{{}}]+?)\s*)\}}", re.DOTALL
)
# Controls, surrogates, what turns the order of text about (it would print otherwise than it reads), damaged characters.
_REFUSED = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffd]")
# Scripts whose letters join, stack or run from right to left.
_SCRIPTS = (
    ("Hebrew", "\u0590-\u05ff\ufb1d-\ufb4f"),
    ("Arabic", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"),
    ("Syriac or Thaana", "\u0700-\u074f\u0780-\u07ff"),
    ("an Indian script", "\u0900-\u0dff"),
    ("Thai or Lao", "\u0e00-\u0eff"),
    ("Tibetan", "\u0f00-\u0fff"),
    ("Myanmar or Khmer", "\u1000-\u109f\u1780-\u17ff"),
    ("Mongolian", "\u1800-\u180d\u180f-\u18af"),
    ("Tai", "\u1950-\u19df\u1a20-\u1aaf"),
)
_SCRIPT = re.compile("|".join(f"([{ranges}])" for _, ranges in _SCRIPTS))
_LOST = re.compile(r"(?<=[\u4e00-\u9fff，。、；：])(?<![吗呢吧么谁啊呀哪])\?(?=[\u4e00-\u9fff])|\d\?(?=。)|[□■〓]")
_JOINT_NEEDS_SPACE = re.compile(r"[!-~]")


class Body(Struct, frozen=True):
    """What a body holds: its paragraphs, and which of them are tables."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]


class _Raw(Struct, frozen=True):
    """Characters with their places in the file."""

    text: str
    origins: Origins

    def cut(self, start: int, end: int) -> _Raw:
        return _Raw(self.text[start:end], self.origins[start:end])

    def __add__(self, other: _Raw) -> _Raw:
        return _Raw(self.text + other.text, self.origins + other.origins)


def read_body(document: Document, first_line: int, dateline: Item | None, sink: Sink, *, verse: bool = False) -> Body:
    """The paragraphs and tables of a body that starts at `first_line`; the dateline opens the first one.

    In verse every line of the file is a paragraph of its own, and an empty line parts two stanzas.
    """
    paragraphs: list[Paragraph] = []
    tables: list[Table] = []
    openings = [_dateline(dateline)] if dateline else []
    for lines in _blocks(document, first_line):
        for line, number in lines:
            _report_markup(line, number, document, sink)
        if not verse and (raw_table := split_table(lines, document, sink)):
            tables.append(_add_table(raw_table, paragraphs, document))
            continue
        unsigned, signed = _signed(lines)
        heading, rest = _heading(unsigned)
        if heading and heading.standing:
            paragraphs.append(_paragraph(heading.raw, TextKind.SUBHEAD, (), document))
        elif heading:
            openings.append(heading.opening())
        if rest:
            paragraphs += _stanza(rest, document) if verse else [_body_paragraph(_joined(rest), openings, document)]
            openings = openings if verse else []
        paragraphs += [_paragraph(raw, TextKind.SIGNATURE, (), document) for raw in signed]
    if openings and openings[-1].emphasis is Emphasis.OPENING:
        # A subhead with nothing to open stands alone rather than be lost.
        paragraphs.append(_body_paragraph(_Raw("", Origins()), openings, document))
    _report_controls(paragraphs, document, sink)
    _report_scripts(paragraphs, document, sink)
    _report_readings(paragraphs, sink)
    _report_lost(paragraphs, sink)
    return Body(tuple(paragraphs), tuple(tables))


def read_table(document: Document, sink: Sink) -> Body:
    """A file that holds a table and nothing else; no table when it does not (what is wrong is reported)."""
    blocks = list(_blocks(document, 1))
    raw = split_table(blocks[0], document, sink) if blocks else None
    if raw is None or len(blocks) > 1:
        sink.report(NO_TABLE, document.span(blocks[1][0][1] if len(blocks) > 1 else 1, 1))
        return Body((), ())
    paragraphs: list[Paragraph] = []
    table = _add_table(raw, paragraphs, document)
    _report_controls(paragraphs, document, sink)
    return Body(tuple(paragraphs), (table,))


def _add_table(raw: RawTable, paragraphs: list[Paragraph], document: Document) -> Table:
    """A table's title and cells as paragraphs, each with its place in the file."""
    if raw.title:
        paragraphs.append(_cell_paragraph(raw.title, TextKind.TABLE_TITLE, document))
    first = len(paragraphs)
    paragraphs += [_cell_paragraph(cell, TextKind.CELL, document) for row in raw.rows for cell in row]
    return Table(first, raw.aligns, len(raw.rows), raw.header, raw.title is not None)


def _cell_paragraph(cell: RawCell, kind: TextKind, document: Document) -> Paragraph:
    if not cell.text:
        return Paragraph("", kind, document.span(cell.line, cell.column))
    plain, stretches = _without_marks(_Raw(cell.text, Origins.run(cell.line, cell.column, len(cell.text))))
    return _paragraph(plain, kind, stretches, document)


def _blocks(document: Document, first_line: int) -> Iterator[list[tuple[str, int]]]:
    """Runs of lines between blank ones, with their numbers."""
    block: list[tuple[str, int]] = []
    for number, line in enumerate(document.lines, 1):
        if number < first_line:
            continue
        if line.strip():
            block.append((line, number))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _joined(lines: list[tuple[str, int]]) -> _Raw:
    """Lines of one paragraph as one text: Han is joined as it is, Western words by a space."""
    text = ""
    origins: list[Origins] = []
    for line, number in lines:
        start = len(line) - len(line.lstrip())
        stripped = line.strip()
        if text and _JOINT_NEEDS_SPACE.match(text[-1]) and _JOINT_NEEDS_SPACE.match(stripped[0]):
            text += " "
            origins.append(Origins.run(number, start + 1, 1))
        text += stripped
        origins.append(Origins.run(number, start + 1, len(stripped)))
    return _Raw(text, Origins.joined(origins))


class _Opening(Struct, frozen=True):
    """Words set before a paragraph's own: a dateline, or a subhead that opens it."""

    raw: _Raw
    emphasis: Emphasis


class _Heading(Struct, frozen=True):
    """A subhead: one that stands on lines of its own (##), or one that opens its paragraph (###)."""

    raw: _Raw
    standing: bool

    def opening(self) -> _Opening:
        """The subhead before its paragraph, an em after it unless it ends in a mark."""
        white = _Raw("", Origins()) if self.raw.text[-1] in _ENDING else _Raw("\u3000", self.raw.origins[-1:])
        return _Opening(self.raw + white, Emphasis.OPENING)


_HEADING = re.compile(r"(###?) +(.*\S)")
_ENDING = "。？！：；—…"


def _heading(lines: list[tuple[str, int]]) -> tuple[_Heading | None, list[tuple[str, int]]]:
    """The subhead a block of lines begins with, if any, and the other lines."""
    line, number = lines[0] if lines else ("", 0)
    found = _HEADING.match(line)
    if found is None:
        return None, lines
    start = found.start(2) + 1
    raw = _Raw(found[2], Origins.run(number, start, len(found[2])))
    return _Heading(raw, found[1] == "##"), lines[1:]


_SIGNATURE = re.compile(r">> +(.*\S)")


def _signed(lines: list[tuple[str, int]]) -> tuple[list[tuple[str, int]], list[_Raw]]:
    """The lines of a block, and those at its end that are pushed to the right (>>): who wrote it, when."""
    kept, signed = list(lines), list[_Raw]()
    while kept and (found := _SIGNATURE.match(kept[-1][0])):
        _, number = kept.pop()
        signed.insert(0, _Raw(found[1], Origins.run(number, found.start(1) + 1, len(found[1]))))
    return kept, signed


def _dateline(item: Item) -> _Opening:
    head = item.value + "\u3000"
    raw = _Raw(head, Origins.run(item.span.line, item.span.column, len(head)))
    return _Opening(raw, Emphasis.DATELINE)


def _body_paragraph(raw: _Raw, openings: list[_Opening], document: Document) -> Paragraph:
    plain, own = _without_marks(raw)
    before = _Raw("", Origins())
    stretches = []
    for opening in openings:
        start = len(before.text)
        before += opening.raw
        stretches.append(Stretch(start, len(before.text), opening.emphasis))
    moved = (replace(s, start=s.start + len(before.text), end=s.end + len(before.text)) for s in own)
    return _paragraph(before + plain, TextKind.BODY, (*stretches, *moved), document)


def _without_marks(raw: _Raw) -> tuple[_Raw, tuple[Stretch, ...]]:
    """The text without its marks of emphasis, and the stretches they enclosed."""
    plain = _Raw("", Origins())
    stretches: list[Stretch] = []
    at = 0
    for found in _EMPHASIS.finditer(raw.text):
        plain += raw.cut(at, found.start())
        start = len(plain.text)
        inside = 1 if found[1] is not None else 2
        plain += raw.cut(found.start(inside), found.end(inside))
        if found[4]:
            stretches.append(Stretch(start, len(plain.text), Emphasis.READING, tuple(found[4].split())))
        else:
            emphasis = Emphasis.STRONG if inside == 1 else _MARKS[found[3]]
            stretches.append(Stretch(start, len(plain.text), emphasis))
        at = found.end()
    return plain + raw.cut(at, len(raw.text)), tuple(stretches)


def _stanza(lines: list[tuple[str, int]], document: Document) -> Iterator[Paragraph]:
    """The lines of a stanza, each a paragraph; the first one is marked as opening it."""
    for index, line in enumerate(lines):
        text, stretches = _without_marks(_joined([line]))
        yield _paragraph(text, TextKind.VERSE if index else TextKind.STANZA, stretches, document)


def _paragraph(raw: _Raw, kind: TextKind, stretches: tuple[Stretch, ...], document: Document) -> Paragraph:
    (line, column), (end_line, end_column) = raw.origins[0], raw.origins[-1]
    span = Span(document.path, line, column, max(line, end_line), end_column + 1)
    return Paragraph(raw.text, kind, span, stretches, raw.origins)


def _report_markup(line: str, number: int, document: Document, sink: Sink) -> None:
    for pattern, what in _MARKUP:
        found = pattern.match(line) if what in {"# …", "- …", "> …", "```"} else pattern.search(line)
        if found:
            sink.report(MARKUP, document.span(number, found.start() + 1, number, found.end() + 1), what=what)


def _report_lost(paragraphs: list[Paragraph], sink: Sink) -> None:
    """Signs that stand where a character was lost; one message a paragraph, at the first of them."""
    for paragraph in paragraphs:
        found = list(_LOST.finditer(paragraph.text))
        if found:
            line, column = paragraph.origins[found[0].end() - 1]
            span = Span(paragraph.span.path, line, column, line, column + 1)
            signs = "".join(sorted({match[0][-1] for match in found}))
            sink.report(LOST_CHARACTER, span, count=len(found), signs=signs)


def _report_readings(paragraphs: list[Paragraph], sink: Sink) -> None:
    """Every character wants one reading."""
    for paragraph in paragraphs:
        for stretch in paragraph.stretches:
            text = paragraph.text[stretch.start : stretch.end]
            if stretch.readings and len(stretch.readings) != len(text):
                line, column = paragraph.origins[stretch.start]
                span = Span(paragraph.span.path, line, column, line, column + len(text))
                sink.report(READING_COUNT, span, text=text, characters=len(text), readings=len(stretch.readings))


def _report_controls(paragraphs: list[Paragraph], document: Document, sink: Sink) -> None:
    """Control characters cannot be set; one message a paragraph."""
    for paragraph in paragraphs:
        if found := _REFUSED.search(paragraph.text):
            span = document.span(*paragraph.origins[found.start()])
            sink.report(CONTROL_CHARACTER, span, code=f"{ord(found[0]):04X}")


def _report_scripts(paragraphs: list[Paragraph], document: Document, sink: Sink) -> None:
    """Scripts that want more than letters in a row; one message a script and paragraph."""
    for paragraph in paragraphs:
        told: set[int] = set()
        for found in _SCRIPT.finditer(paragraph.text):
            number = found.lastindex or 1
            if number not in told:
                told.add(number)
                span = document.span(*paragraph.origins[found.start()])
                script, code = _SCRIPTS[number - 1][0], f"{ord(found[0]):04X}"
                sink.report(UNSUPPORTED_SCRIPT, span, script=script, character=found[0], code=code)
