"""How a value is written in YAML: the ways that read back as the value, the plainest first."""

from __future__ import annotations

import json
from collections.abc import Iterator

import yaml

from layout.source.yamltree import LOADER

# Values that the reader takes for nothing when they stand plain.
_NOTHING = {"", "~", "null", "Null", "NULL"}


def ways(value: str, like: str | None, indent: int, *, flow: bool) -> Iterator[str]:
    """The ways to write a value, first the one `like` the old (a YAML style: ' " | > or none for plain).

    `indent` is how far the lines of a block stand in; a block cannot stand inside brackets (`flow`).
    """
    made = {"'": _single, '"': _double}
    if like in made:
        yield from made[like](value)
    if like in {"|", ">"} and not flow and "\n" in value:
        yield from _literal(value, indent)
    if _plain(value, flow=flow):
        yield value
    yield from _single(value)
    yield from _double(value)


def _plain(value: str, *, flow: bool) -> bool:
    """Whether a value can stand without quotes."""
    if value in _NOTHING or "\n" in value or value != value.strip():
        return False
    try:
        node = yaml.compose(f"[{value}]" if flow else f"a: {value}", Loader=LOADER)
    except (yaml.YAMLError, ValueError):
        return False
    if node is None:
        return False
    held = node.value if flow else [pair[1] for pair in node.value]
    return len(held) == 1 and isinstance(held[0], yaml.ScalarNode) and held[0].value == value and not held[0].style


def _single(value: str) -> Iterator[str]:
    if value.isprintable():
        yield "'" + value.replace("'", "''") + "'"


def _double(value: str) -> Iterator[str]:
    yield json.dumps(value, ensure_ascii=False)


def _literal(value: str, indent: int) -> Iterator[str]:
    """A block of lines as they are; one that begins with a blank or ends in several line ends is left to quotes."""
    lines = value.removesuffix("\n").split("\n")
    if lines[0].startswith((" ", "\t")) or not lines[0] or not lines[-1]:
        return
    head = "|" if value.endswith("\n") else "|-"
    yield "\n".join([head, *(" " * indent + line if line else "" for line in lines)])
