"""XML written the same way every time: names as they are given, prefixes included, two spaces a level."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

Node = ElementTree.Element


def node(name: str, /, *children: Node | str | None, **attributes: str) -> Node:
    """An element; a string is its text, None is left out."""
    return with_attributes(name, attributes, *children)


def with_attributes(name: str, attributes: Mapping[str, str], *children: Node | str | None) -> Node:
    """An element with attributes whose names are no identifiers (`xlink:href`)."""
    made = ElementTree.Element(name, dict(attributes))
    for child in children:
        if isinstance(child, str):
            made.text = (made.text or "") + child
        elif child is not None:
            made.append(child)
    return made


def written(root: Node) -> bytes:
    """The document as UTF-8 with its declaration, ended by a newline."""
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{text}\n".encode()
