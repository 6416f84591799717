"""From a style's record to its panels: the texts, rules, tints and pictures of fixed matter."""

from __future__ import annotations

from layout.ink import BLACK
from layout.source.record import Record
from layout.style.model import Panel, PanelBox, PanelPicture, PanelRule, PanelText


def read_panel(record: Record) -> Panel:
    """A panel; its pictures stand in the folder of the style file that names them."""
    return Panel(
        tuple(map(_text, record.records("texts"))),
        tuple(map(_rule, record.records("rules"))),
        tuple(map(_box, record.records("boxes"))),
        tuple(map(_picture, record.records("pictures"))),
    )


def _text(record: Record) -> PanelText:
    return PanelText(record["text"], record["type"], record.get("align", "left"), record.get("x", 0), record["y"])


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
