"""Forms filled in from YAML: values by English key, each with its place; every mistake reported, none raised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

import yaml
from msgspec import Struct

from layout.diagnostics import Sink, Span
from layout.source.document import Document
from layout.source.findings import FORBIDDEN_CHARACTER, MISSING_KEY, TOO_MANY, UNKNOWN_KEY, WRONG_VALUE
from layout.source.form import LONGEST_VALUE, MOST_NAMES, Either, Form, Key, Later, Many, Named, Scalar, What
from layout.source.yamltree import Node, pairs, span_of

T = TypeVar("T")
_LONGEST_SHOWN = 60
# What no text may hold: controls (but tab and line feed), surrogates, what turns the order of text about, U+FFFD.
FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffd]"
)


class Item(Struct, frozen=True):
    """A value and where it stands."""

    value: Any
    span: Span


class Unread(Struct, frozen=True):
    """A node left for another stage to read."""

    node: Node
    document: Document
    first_line: int

    def read(self, form: Form, sink: Sink) -> Record | None:
        """The form filled in from it; None when it is no mapping (reported)."""
        return Reader(self.document, sink, self.first_line).record(self.node, form)


class Record(Struct, frozen=True):
    """A form filled in. A key that is absent or was wrong has no item."""

    items: dict[str, Item]
    span: Span

    def __contains__(self, key: str) -> bool:
        return key in self.items

    def get(self, key: str, default: T) -> T:
        """The value of a key, or the default."""
        item = self.items.get(key)
        return default if item is None else item.value

    def __getitem__(self, key: str) -> Any:
        return self.items[key].value

    def at(self, key: str) -> Span:
        """Where a key's value stands; the record itself when it is absent."""
        return self.items[key].span if key in self.items else self.span

    def many(self, key: str) -> tuple[Item, ...]:
        """The items of a list, each with its place; empty when it is absent."""
        found: tuple[Item, ...] = self.get(key, ())
        return found

    def records(self, key: str) -> Iterator[Record]:
        """The records of a list of forms."""
        return (item.value for item in self.many(key))

    def named(self, key: str) -> dict[str, Item]:
        """The entries of a mapping of names."""
        found: dict[str, Item] = self.get(key, {})
        return found


class Reader(Struct, frozen=True):
    """Reads nodes of one document into records."""

    document: Document
    sink: Sink
    first_line: int = 1

    def record(self, node: Node | None, form: Form, path: str = "") -> Record | None:
        """A form filled in from a mapping node; None when the node is no mapping (reported)."""
        if not isinstance(node, yaml.MappingNode):
            self._wrong(node, path or form.name, "几行“键: 值”", "some lines of “key: value”")
            return None
        items: dict[str, Item] = {}
        span = span_of(node, self.document, self.first_line)
        for written, (key_node, value_node) in pairs(node, self.document, self.sink, self.first_line).items():
            key = form.key(written)
            if key is None:
                self._unknown(written, key_node, form)
            elif item := self.value(value_node, key.holds, f"{path}.{key.name}" if path else key.name):
                items[key.name] = item
        self._report_missing(node, form, span, path)
        return Record(items, span)

    def value(self, node: Node, what: What, path: str) -> Item | None:
        """What a node holds, or None when it is wrong (reported)."""
        span = span_of(node, self.document, self.first_line)
        match what:
            case Scalar():
                return self._scalar(node, what, path, span)
            case Many():
                return self._many(node, what, path, span)
            case Named():
                return self._named(node, what, path, span)
            case Either():
                return self.value(node, what.word if isinstance(node, yaml.ScalarNode) else what.other, path)
            case Later():
                return Item(Unread(node, self.document, self.first_line), span)
            case Form():
                record = self.record(node, what, path)
                return Item(record, record.span) if record else None

    def _scalar(self, node: Node, what: Scalar, path: str, span: Span) -> Item | None:
        if isinstance(node, yaml.ScalarNode):
            if not self._sound(node, path, span):
                return None
            try:
                return Item(what.parse("" if _is_null(node) else node.value), span)
            except ValueError:
                pass
        self._wrong(node, path, what.allowed_zh, what.allowed_en)
        return None

    def _sound(self, node: yaml.ScalarNode, path: str, span: Span) -> bool:
        """Whether a value may be looked at: not too long, and nothing in it that no text may hold."""
        if len(node.value) > LONGEST_VALUE:
            self._too_many(span, path, len(node.value), LONGEST_VALUE)
            return False
        found = FORBIDDEN.search(node.value)
        if found:
            self.sink.report(FORBIDDEN_CHARACTER, span, path, code=f"{ord(found[0]):04X}")
        return found is None

    def _too_many(self, span: Span, path: str, count: int, limit: int) -> None:
        self.sink.report(TOO_MANY, span, path, count=count, limit=limit)

    def _many(self, node: Node, what: Many, path: str, span: Span) -> Item | None:
        if isinstance(node, yaml.SequenceNode) and len(node.value) > what.most:
            self._too_many(span, path, len(node.value), what.most)
            return None
        if isinstance(node, yaml.SequenceNode) and len(node.value) == (what.count or len(node.value)):
            read = [self.value(child, what.item, f"{path}[{n}]") for n, child in enumerate(node.value)]
            return Item(tuple(item for item in read if item), span)
        if what.one_alone:
            alone = self.value(node, what.item, path)
            return Item((alone,), span) if alone else None
        if what.count:
            self._wrong(node, path, f" {what.count} 个值的列表 […]", f"a list of {what.count} values […]")
        else:
            self._wrong(node, path, "一个列表（每项前加“- ”）", "a list (each item after “- ”)")
        return None

    def _named(self, node: Node, what: Named, path: str, span: Span) -> Item | None:
        if not isinstance(node, yaml.MappingNode):
            self._wrong(node, path, "几行“名字: 值”", "some lines of “name: value”")
            return None
        if len(node.value) > MOST_NAMES:
            self._too_many(span, path, len(node.value), MOST_NAMES)
            return None
        entries = pairs(node, self.document, self.sink, self.first_line)
        read = {name: self.value(value, what.item, f"{path}.{name}") for name, (_, value) in entries.items()}
        return Item({name: item for name, item in read.items() if item}, span)

    def _report_missing(self, node: yaml.MappingNode, form: Form, span: Span, path: str) -> None:
        written = {key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)}
        absent = [key for key in form.keys if not written & {key.name, key.alias}]
        names = {key.name for key in absent}
        needed = form.any_of[0] if form.any_of and all(names & set(choice) for choice in form.any_of) else ()
        for key in absent:
            if key.required or key.name in needed:
                self.sink.report(MISSING_KEY, span, f"{path}.{key.name}".strip("."), key=key.name, zh=key.alias)

    def _unknown(self, written: str, node: Node, form: Form) -> None:
        import difflib

        names = [name for key in form.keys for name in (key.name, key.alias)]
        near = difflib.get_close_matches(written, names, n=1, cutoff=0.5)
        hint_zh = f"是不是“{near[0]}”？" if near else f"这里可以写：{'、'.join(_names(form.keys))}"
        hint_en = f"did you mean “{near[0]}”?" if near else f"known here: {', '.join(_names(form.keys))}"
        span = span_of(node, self.document, self.first_line)
        self.sink.report(UNKNOWN_KEY, span, written, key=shown(written), hint_zh=hint_zh, hint_en=hint_en)

    def _wrong(self, node: Node | None, path: str, allowed_zh: str, allowed_en: str) -> None:
        written = node.value if isinstance(node, yaml.ScalarNode) else ""
        hint_zh, hint_en = _trap(written)
        span = span_of(node, self.document, self.first_line) if node else self.document.span(self.first_line, 1)
        self.sink.report(
            WRONG_VALUE,
            span,
            path,
            value=shown(written),
            allowed_zh=allowed_zh,
            allowed_en=allowed_en,
            hint_zh=hint_zh,
            hint_en=hint_en,
        )


def _names(keys: tuple[Key, ...]) -> list[str]:
    return [f"{key.name}/{key.alias}" for key in keys]


def _is_null(node: yaml.ScalarNode) -> bool:
    """Whether a value is written as nothing, in one of YAML's ways."""
    return not node.style and node.value in {"~", "null", "Null", "NULL"}


def _trap(written: str) -> tuple[str, str]:
    """Hints for the traps people fall into."""
    if "：" in written and not written.startswith("http"):
        return "全角冒号“：”不能分隔键和值，用“: ”", "a full-width colon does not part key and value; write “: ”"
    if any("０" <= c <= "９" for c in written):
        return "数字要用半角", "write digits as 0–9"
    if written.lower() in {"yes", "no", "on", "off"}:
        return "写 true 或 false", "write true or false"
    return "", ""


def shown(text: str) -> str:
    """A value as messages show it: escaped, and cut at 60 characters."""
    safe = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return safe if len(safe) <= _LONGEST_SHOWN else safe[: _LONGEST_SHOWN - 1] + "…"
