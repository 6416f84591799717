"""From a style's record to its panels: the texts, rules, tints and pictures of fixed matter."""

from __future__ import annotations

from string import Formatter

from layout.edition.fields import FIELDS
from layout.ink import BLACK
from layout.source.record import Record
from layout.style.model import Panel, PanelBox, PanelPicture, PanelRule, PanelText
from layout.style.names import Names


def read_panel(record: Record) -> Panel:
    """A panel; its pictures stand in the folder of the style file that names them."""
    return Panel(
        tuple(map(_text, record.records("texts"))),
        tuple(map(_rule, record.records("rules"))),
        tuple(map(_box, record.records("boxes"))),
        tuple(map(_picture, record.records("pictures"))),
    )


def check_panels(record: Record, names: Names) -> None:
    """Report types and fields that the panels of a style, and its title at the fold, name and nobody has."""
    fields = {*FIELDS, *record["identity"].named("fields")}
    for panel in record.named("panels").values():
        for text in panel.value.records("texts"):
            names.expect("type", text["type"], record.named("types"), text.at("type"))
            _check_fields(text, "text", fields, names)
        for picture in panel.value.records("pictures"):
            _check_fields(picture, "alt", fields, names)
    if "fold" in record:
        _check_fields(record["fold"], "title", fields, names)


def _check_fields(record: Record, key: str, fields: set[str], names: Names) -> None:
    try:
        used = [name for _, name, _, _ in Formatter().parse(record.get(key, "")) if name is not None]
    except ValueError:
        used = ["{"]
    for name in used:
        names.expect("field", name, fields, record.at(key))


def _text(record: Record) -> PanelText:
    return PanelText(
        record["text"],
        record["type"],
        record.get("align", "left"),
        record.get("x", 0),
        record["y"],
        record.get("direction", "across") == "down",
    )


def _rule(record: Record) -> PanelRule:
    return PanelRule(
        record["y"],
        record["weight"],
        record.get("ink", BLACK),
        record.get("x", 0),
        record.get("x_end", 0),
        record.get("y_end", 0),
    )


def _box(record: Record) -> PanelBox:
    return PanelBox(
        record.get("x", 0),
        record["y"],
        record.get("width", 0),
        record["height"],
        record.get("fill", None),
        record.get("stroke", None),
        record.get("weight", 0),
    )


def _picture(record: Record) -> PanelPicture:
    file = record.at("file").path.parent / record["file"]
    return PanelPicture(
        file, record.get("x", 0), record["y"], record["width"], record.get("alt", ""), record.get("align", "left")
    )
