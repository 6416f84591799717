"""A newsroom's own words, from `styles/words.yaml`: names with their offices, preferred forms, forbidden words."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from layout.diagnostics import Sink
from layout.paths import Workspace
from layout.source.document import read_document
from layout.source.form import Form, Key, Many, Named
from layout.source.record import Reader, Record
from layout.source.scalars import FILLED, TEXT, choice
from layout.source.yamltree import compose_yaml
from layout.style.merge import WORDS_FILE

WORDS = Form(
    "words",
    (
        Key("format", "格式", choice("1"), "格式版本，现在是 1", "format version, now 1", required=True),
        Key(
            "names",
            "人名",
            Named(Many(FILLED, one_alone=True)),
            "人名和他的职务；职务可以有几个",
            "names and the offices they hold",
        ),
        Key("prefer", "改用", Named(FILLED), "不用的写法：该用的写法", "forms not used, and what to use instead"),
        Key("forbid", "禁用", Named(TEXT), "禁用的词：为什么", "words that may not be printed, and why"),
    ),
)


class WordList(Struct, frozen=True):
    """Names with their offices, forms to be replaced by others, and words that may not be printed (with the reason)."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    prefer: Mapping[str, str] = field(default_factory=dict)
    forbid: Mapping[str, str] = field(default_factory=dict)


NO_WORDS = WordList()


def load_words(workspace: Workspace, sink: Sink) -> WordList:
    """The newsroom's words; none when it keeps no list. Mistakes are reported."""
    path = workspace.styles / WORDS_FILE
    if not path.is_file():
        return NO_WORDS
    document = read_document(path, sink)
    node = compose_yaml(document, sink) if document else None
    record = Reader(document, sink).record(node, WORDS) if document and node else None
    return _words(record) if record else NO_WORDS


def _words(record: Record) -> WordList:
    return WordList(
        {name: tuple(office.value for office in item.value) for name, item in record.named("names").items()},
        {name: item.value for name, item in record.named("prefer").items()},
        {name: item.value for name, item in record.named("forbid").items()},
    )
