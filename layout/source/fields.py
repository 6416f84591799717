"""A field of a YAML file set to another value, comments and layout kept: only the value's own characters change.

Whatever is done is read back: the file has to say what it said before but for the field, or nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import yaml
from msgspec import Struct

from layout.source.form import Either, Form, Many, What
from layout.source.written import ways
from layout.source.yamltree import LOADER

# A node of PyYAML's; of which sort is told at run time.
Node: TypeAlias = Any
# The way to a field: keys by their English names, places in lists from 0.
Way: TypeAlias = tuple[str | int, ...]
# A text, several lines of one, or nothing, which takes the key away.
Value: TypeAlias = str | tuple[str, ...] | None


class FieldError(Exception):
    """A field that cannot be set where it stands; the reason in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


class _Cut(Struct, frozen=True):
    """Characters `start` to `end` of the text, and what comes in their place."""

    start: int
    end: int
    new: str


def field_of(text: str, form: Form, way: Way) -> Value:
    """What a field says: a text or a list of texts; None when the key is not there.

    Raises FieldError when there is no such place, or it holds something larger.
    """
    node, _ = _walk(_root(text), form, way)
    return None if node is None else _value(node)


def with_field(text: str, form: Form, way: Way, value: Value) -> str:
    """The text with a field set, or taken away when `value` is None.

    Raises FieldError when that cannot be done without touching anything else.
    """
    if field_of(text, form, way) == value:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    for cuts in _attempts(text, form, way, value):
        made = text
        for cut in sorted(cuts, key=lambda cut: cut.start, reverse=True):
            made = made[: cut.start] + cut.new.replace("\n", newline) + made[cut.end :]
        if _as_wanted(text, made, form, way, value):
            return made
    raise FieldError("这一处的写法改不了，请在文件里改", "it cannot be changed the way it is written: edit the file")


def _root(text: str) -> Node:
    try:
        node = yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise FieldError("文件现在不是合法的 YAML", "the file is not valid YAML now") from error
    if node is None:
        raise FieldError("文件是空的", "the file is empty")
    return node


def _walk(node: Node, form: What, way: Sequence[str | int]) -> tuple[Node | None, What]:
    """The node at the end of a way, and what it is to hold; no node when the last key is not there."""
    for at, step in enumerate(way):
        last = at == len(way) - 1
        if isinstance(step, int):
            node, form = _item(node, form, step)
            continue
        own = _form_of(form, node)
        pair = _pair(node, own, step)
        key = next((key for key in own.keys if key.name == step), None)
        if key is None or (pair is None and not last):
            raise _gone()
        if pair is None:
            return None, key.holds
        node, form = pair[1], key.holds
    return node, form


def _item(node: Node, form: What, step: int) -> tuple[Node, What]:
    """An item of a list; a single one may stand without the list."""
    if not isinstance(form, Many):
        raise _gone()
    if isinstance(node, yaml.SequenceNode):
        if step >= len(node.value):
            raise _gone()
        return node.value[step], form.item
    if form.one_alone and step == 0:
        return node, form.item
    raise _gone()


def _gone() -> FieldError:
    return FieldError("文件里已经没有这一处", "the file has no such place now")


def _form_of(form: What, node: Node) -> Form:
    found: What = form.other if isinstance(form, Either) else form
    if isinstance(found, Many) and found.one_alone:
        found = found.item
    if not isinstance(found, Form) or not isinstance(node, yaml.MappingNode):
        raise _gone()
    return found


def _pair(node: Node, form: Form, name: str) -> tuple[Node, Node] | None:
    for key, value in node.value:
        known = form.key(key.value) if isinstance(key, yaml.ScalarNode) else None
        if known and known.name == name:
            return key, value
    return None


def _value(node: Node) -> Value:
    if isinstance(node, yaml.ScalarNode):
        return _text(node)
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return tuple(map(_text, node.value))
    raise FieldError("这一处不是一段文字", "what stands here is no text")


def _text(node: yaml.ScalarNode) -> str:
    return str(node.value)


def _attempts(text: str, form: Form, way: Way, value: Value) -> Iterator[list[_Cut]]:
    """Sets of cuts that may do, the most careful first."""
    root = _root(text)
    node, _ = _walk(root, form, way)
    parent, holds = _walk(root, form, way[:-1])
    if parent is None or not isinstance(way[-1], str):
        raise _gone()
    own = _form_of(holds, parent)
    if value is None:
        pair = _pair(parent, own, way[-1])
        if pair is None or len(parent.value) == 1:
            raise _gone()
        yield [_without(text, parent, pair)]
    elif node is None:
        for written in _new_values(value, _column(parent) + 2, flow=bool(parent.flow_style)):
            yield [_added(text, parent, own, way[-1], written)]
    else:
        yield from _changed(text, node, value, _column(parent) + 2, flow=bool(parent.flow_style))


def _new_values(value: str | tuple[str, ...], indent: int, *, flow: bool) -> Iterator[str]:
    """How a value is written where none stood."""
    if isinstance(value, str):
        yield from ways(value, None, indent, flow=flow)
    else:
        yield "[" + ", ".join(next(ways(one, None, indent, flow=True)) for one in value) + "]"


def _changed(text: str, node: Node, value: str | tuple[str, ...], indent: int, *, flow: bool) -> Iterator[list[_Cut]]:
    if isinstance(node, yaml.ScalarNode) and isinstance(value, str):
        for written in ways(value, node.style, indent, flow=flow):
            yield [_in_place(text, node, written)]
    elif isinstance(node, yaml.SequenceNode) and isinstance(value, tuple) and node.value and value:
        yield _items_changed(text, node, value)
    for written in _new_values(value, indent, flow=flow):
        start, end = node.start_mark.index, _end(text, node)
        blank = text[:start].endswith("\n") or (isinstance(node, yaml.SequenceNode) and not node.flow_style)
        if blank:
            # A list on lines of its own: its key's line gets the value, the lines of the list go.
            start = len(text[:start].rstrip())
        yield [_Cut(start, end, f" {written}" if blank or text[start - 1 : start] == ":" else written)]


def _in_place(text: str, node: yaml.ScalarNode, written: str) -> _Cut:
    start, end = node.start_mark.index, _end(text, node)
    lead = " " if start == end and text[start - 1 : start] == ":" else ""
    return _Cut(start, end, lead + written)


def _items_changed(text: str, node: yaml.SequenceNode, value: tuple[str, ...]) -> list[_Cut]:
    """The items of a list one by one; those that are too many go, new ones follow the last."""
    flow, indent = bool(node.flow_style), _column(node) + 2
    cuts = [
        _in_place(text, item, next(ways(new, getattr(item, "style", None), indent, flow=flow)))
        for item, new in zip(node.value, value, strict=False)
        if item.value != new
    ]
    last = _end(text, node.value[-1])
    if len(value) < len(node.value):
        cuts.append(_Cut(_end(text, node.value[len(value) - 1]), last, ""))
    elif len(value) > len(node.value):
        lead = ", " if flow else "\n" + " " * _column(node) + "- "
        more = [lead + next(ways(new, None, indent, flow=flow)) for new in value[len(node.value) :]]
        at = last if flow else _line_end(text, last)
        cuts.append(_Cut(at, at, "".join(more)))
    return cuts


def _added(text: str, parent: yaml.MappingNode, form: Form, name: str, written: str) -> _Cut:
    """A key put after those that come before it in the form; in Chinese where the mapping's other keys are."""
    order = {key.name: place for place, key in enumerate(form.keys)}
    known = [(form.key(key.value), key, value) for key, value in parent.value]
    chinese = any(entry and key.value == entry.alias != entry.name for entry, key, _ in known)
    wanted = next(key for key in form.keys if key.name == name)
    entry = f"{wanted.alias if chinese else wanted.name}: {written}"
    before = [value for found, _, value in known if found and order[found.name] < order[name]]
    if not before:
        at = parent.value[0][0].start_mark.index if parent.value else parent.start_mark.index + 1
        between = ("" if not parent.value else ", ") if parent.flow_style else "\n" + " " * _column(parent)
        return _Cut(at, at, entry + between)
    end = _end(text, before[-1])
    if parent.flow_style:
        return _Cut(end, end, f", {entry}")
    end = _line_end(text, end)
    return _Cut(end, end, "\n" + " " * _column(parent) + entry)


def _without(text: str, parent: yaml.MappingNode, pair: tuple[Node, Node]) -> _Cut:
    """A key and its value taken away; a comment behind them stays, on a line of its own."""
    at = next(number for number, known in enumerate(parent.value) if known[0] is pair[0])
    start, end = pair[0].start_mark.index, _end(text, pair[1])
    if parent.flow_style:
        if at:
            return _Cut(_end(text, parent.value[at - 1][1]), end, "")
        return _Cut(start, parent.value[1][0].start_mark.index, "")
    behind = text[end : _line_end(text, end)].strip()
    if at == 0 and text[text.rfind("\n", 0, start) + 1 : start].strip():
        # The first key stands behind the dash of a list.
        following: int = parent.value[1][0].start_mark.index
        return _Cut(start, following, f"{behind}\n{' ' * _column(parent)}" if behind else "")
    if behind:
        return _Cut(start, _line_end(text, end), behind)
    return _Cut(text.rfind("\n", 0, start) + 1, min(_line_end(text, end, through=True), len(text)), "")


def _end(text: str, node: Node) -> int:
    """Where a node's own characters end: without the blank lines and comments that follow a block."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(text[start:end].rstrip()) if node.style in {"|", ">"} else int(end)
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(text, last[1] if isinstance(last, tuple) else last)


def _line_end(text: str, at: int, *, through: bool = False) -> int:
    """The end of the line that a character stands in, or, `through` it, the start of the next."""
    found = text.find("\n", at)
    if found < 0:
        return len(text)
    if through:
        return found + 1
    return found - 1 if text[found - 1 : found] == "\r" else found


def _column(node: Node) -> int:
    """How far a block stands in: the column of its first key, or of the dashes of a list."""
    return int(node.start_mark.column)


def _as_wanted(before: str, after: str, form: Form, way: Way, value: Value) -> bool:
    """Whether a changed text says what it said but for the field, which says what it should."""
    try:
        if field_of(after, form, way) != value:
            return False
        return _told(_root(before), form, way) == _told(_root(after), form, way)
    except FieldError:
        return False


def _told(root: Node, form: What, way: Way) -> object:
    """Everything a text says, as plain data, with the field and its key left out."""
    parent, holds = _walk(root, form, way[:-1])
    assert parent is not None and isinstance(way[-1], str)
    pair = _pair(parent, _form_of(holds, parent), way[-1])
    return _plain(root, pair[0] if pair else None)


def _plain(node: Node, but: Node | None) -> object:
    if isinstance(node, yaml.MappingNode):
        return {_key(key): _plain(value, but) for key, value in node.value if key is not but}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, but) for item in node.value]
    return (node.value, not node.style and node.value in {"~", "null", "Null", "NULL"})


def _key(node: Node) -> str:
    return str(node.value)
