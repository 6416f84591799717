"""YAML as a tree of nodes with positions; every scalar stays text, and what is unsafe or unclear is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import accumulate

import yaml

from layout.diagnostics import Sink, Span
from layout.source.document import Document
from layout.source.findings import DUPLICATE_KEY, NOT_ALLOWED, YAML_SYNTAX

Node = yaml.Node
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 40
# What a refused construct cannot do without: an anchor, an alias, a tag, a directive, the mark of another document.
_SUSPECT = re.compile(r"[&*!%]|^(?:---|\.\.\.)", re.MULTILINE)


# In JSON a quote begins a string wherever it stands.
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_BRACKET = re.compile(r"[\[\]{}]")
_STARTS = {yaml.MappingStartEvent, yaml.SequenceStartEvent}
_ENDS = {yaml.MappingEndEvent, yaml.SequenceEndEvent}


def compose_yaml(document: Document, sink: Sink, first_line: int = 1) -> yaml.Node | None:
    """The root node of a document's YAML, or None with the mistakes reported.

    `first_line` is the line of the file that the text starts on (front matter starts below the top).
    """
    try:
        if not _events_allowed(document, sink, first_line):
            return None
        node: yaml.Node | None = yaml.compose(document.text, Loader=LOADER)
    except yaml.YAMLError as error:
        _report_syntax(document, error, sink, first_line)
        return None
    except (RecursionError, ValueError):
        sink.report(NOT_ALLOWED, document.span(first_line, 1), what="such deep nesting")
        return None
    return node


def _events_allowed(document: Document, sink: Sink, first_line: int) -> bool:
    """Look through the events for what is refused: several documents, anchors, tags, too deep a nesting."""
    if (not _SUSPECT.search(document.text) and _shallow(document)) or _is_shallow_json(document.text):
        return True
    documents = depth = 0
    for event in yaml.parse(document.text, Loader=LOADER):
        kind = type(event)
        documents += kind is yaml.DocumentStartEvent
        depth += kind in _STARTS
        depth -= kind in _ENDS
        what = _refused(event, documents, depth)
        if what:
            mark = event.start_mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
            sink.report(NOT_ALLOWED, document.span(line + first_line, column + 1), what=what)
            return False
    return True


def _shallow(document: Document) -> bool:
    """Whether its brackets and indentation cannot nest too deeply: a level takes a bracket, a column or a dash."""
    text = document.text
    deepest = max((len(line) - len(line.lstrip(" -?")) for line in document.lines), default=0)
    return text.count("[") + text.count("{") + deepest + 2 < DEEPEST


def _is_shallow_json(text: str) -> bool:
    """Whether a text, as programs write it, is JSON that does not nest too deeply; nothing else in it is refused."""
    if not text.startswith("{"):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    steps = (1 if bracket in "[{" else -1 for bracket in _BRACKET.findall(_STRING.sub("", text)))
    return max(accumulate(steps)) <= DEEPEST


def _refused(event: yaml.Event, documents: int, depth: int) -> str:
    if documents > 1:
        return "a second document (---)"
    if depth > DEEPEST:
        return "nesting this deep"
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return "an anchor or alias (& *)"
    if tag := getattr(event, "tag", None):
        return f"a tag ({tag})"
    return ""


def _report_syntax(document: Document, error: yaml.YAMLError, sink: Sink, first_line: int) -> None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable")
    lines = document.lines
    number = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    number, column = _wide_colon(lines, number) or (number, column)
    hint_zh, hint_en = _hint(lines, number)
    span = document.span(number + first_line, column + 1)
    sink.report(YAML_SYNTAX, span, problem=problem, hint_zh=hint_zh, hint_en=hint_en)


def _wide_colon(lines: Sequence[str], number: int) -> tuple[int, int] | None:
    """Where a full-width colon stands for a colon; the parser stumbles only later."""
    for line in range(number, max(-1, number - 3), -1):
        if "：" in lines[line] and ": " not in lines[line]:
            return line, lines[line].index("：")
    return None


def _hint(lines: Sequence[str], number: int) -> tuple[str, str]:
    """What most likely went wrong near a line."""
    near = lines[max(0, number - 1) : number + 1]
    if any("\t" in line for line in near):
        return "缩进要用空格，不能用制表符", "indent with spaces, not with tabs"
    if any("：" in line and ": " not in line for line in near):
        return "这里用了全角冒号“：”，要用半角冒号加空格“: ”", "a full-width colon stands here; write “: ” instead"
    return "看看缩进、冒号后的空格和引号是否成对", "look at the indentation, the space after the colon, and the quotes"


def span_of(node: yaml.Node, document: Document, first_line: int = 1) -> Span:
    """Where a node stands; a long one is cut to its first line."""
    start, end = node.start_mark, node.end_mark
    line, column = start.line + first_line, start.column + 1
    if end.line == start.line:
        return Span(document.path, line, column, line, max(end.column + 1, column + 1))
    text = document.lines[start.line] if start.line < len(document.lines) else ""
    return Span(document.path, line, column, line, max(len(text) + 1, column + 1))


def pairs(node: yaml.MappingNode, document: Document, sink: Sink, first_line: int) -> dict[str, tuple[Node, Node]]:
    """A mapping's keys with their nodes; a key written twice is reported and the first kept."""
    found: dict[str, tuple[Node, Node]] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if name in found:
            line = found[name][0].start_mark.line + first_line
            sink.report(DUPLICATE_KEY, span_of(key, document, first_line), name, key=name, line=line)
        else:
            found[name] = (key, value)
    return found


def is_mapping(node: yaml.Node | None) -> bool:
    """Whether the node is a mapping."""
    return isinstance(node, yaml.MappingNode)
