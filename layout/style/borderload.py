"""Frames of a style read; `box` and `tint` are there also when a style names none."""

from __future__ import annotations

from layout.diagnostics import Sink
from layout.ink import BLACK
from layout.source.record import Item, Record
from layout.style.borders import ALL_SIDES, NO_FRAME, FrameStyle, Separators
from layout.style.findings import FRAME_TIGHT

# Text keeps half an em from a line.
_CLEAR = 2


def read_frames(record: Record, sink: Sink) -> dict[str, FrameStyle]:
    """The frames of a style by name. Reports one whose text would stand nearer than half an em to its line."""
    box = record["rules"]["box"]
    plain = FrameStyle(weight=box["weight"], ink=box.get("ink", BLACK), padding=box["padding"])
    frames = {
        "none": NO_FRAME,
        "box": plain,
        "tint": FrameStyle("none", tint=BLACK.tint(80), padding=plain.padding),
    }
    for name, item in record.named("frames").items():
        frames[name] = _frame(item.value, plain)
        _check_clear(name, frames[name], item, record["body"]["size"], sink)
    return frames


def read_separators(record: Record | None) -> Separators:
    """What a style says of the rules and the white between stories."""
    return Separators(**{name: item.value for name, item in record.items.items()}) if record else Separators()


def _frame(record: Record, plain: FrameStyle) -> FrameStyle:
    tint = record.get("tint", None)
    weight = record.get("weight", plain.weight)
    sides = tuple(item.value for item in record.many("sides"))
    return FrameStyle(
        line=record.get("line", "none" if tint else "single"),
        weight=weight,
        heavy=record.get("heavy", weight * 3),
        gap=record.get("gap", weight * 2),
        ink=record.get("ink", plain.ink),
        sides=sides or ALL_SIDES,
        radius=record.get("radius", 0),
        tint=tint,
        padding=record.get("padding", plain.padding),
        lines=record.get("lines", 1),
    )


def _check_clear(name: str, frame: FrameStyle, item: Item, em: int, sink: Sink) -> None:
    sideways = frame.bounds("left") or frame.bounds("right")
    narrow = sideways and frame.padding - frame.thickness < em // _CLEAR
    low = (frame.bounds("top") or frame.bounds("bottom")) and not frame.lines
    if frame.drawn and (narrow or low):
        key = "padding" if narrow else "lines"
        sink.report(FRAME_TIGHT, item.value.at(key), key, frame=name)
