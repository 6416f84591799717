"""The words of jump lines (下转, 上接): what may stand in a style, and what is read from it."""

from __future__ import annotations

from string import Formatter

from msgspec import Struct

from layout.diagnostics import Sink
from layout.source.form import Form, Key
from layout.source.record import Record
from layout.source.scalars import FILLED
from layout.style.findings import JUMP_WORDS

# What jump lines may name: the page's name (A03), its number in Arabic or Han figures, and its section's name.
FIELDS = ("page", "number", "han", "section")
_NAMING = {"page", "number", "han"}

JUMPS = Form(
    "jumps",
    (
        Key(
            "to",
            "下转",
            FILLED,
            "下转语，{page} 是版次，{number} 数字，{han} 汉字数字，{section} 版名",
            "the line that sends on; {page} is the page, {number} and {han} its number, {section} its section",
        ),
        Key("from", "上接", FILLED, "上接语，字段同上", "the line that takes up, with the same fields"),
    ),
)


class Jumps(Struct, frozen=True):
    """The words of both jump lines, with fields for the other page."""

    to: str = "（下转{page}版）"
    back: str = "（上接{page}版）"


def read_jumps(record: Record | None, sink: Sink) -> Jumps:
    """The words of a style. Reports a field that no page has, and a line that names no page."""
    usual = Jumps()
    if record is None:
        return usual
    known = "、".join(f"{{{name}}}" for name in FIELDS)
    for key in ("to", "from"):
        if key in record and not _sound(record[key]):
            sink.report(JUMP_WORDS, record.at(key), key, words=record[key], fields=known)
    return Jumps(record.get("to", usual.to), record.get("from", usual.back))


def _sound(words: str) -> bool:
    try:
        parsed = list(Formatter().parse(words))
    except ValueError:
        return False
    fields = {name for _, name, _, _ in parsed if name is not None}
    plain = all(not spec and conversion is None for _, _, spec, conversion in parsed)
    return plain and fields <= set(FIELDS) and bool(fields & _NAMING)
