"""A press as data: its profile and condition, how much ink it takes, and what is too small for it."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Literal

from msgspec import Struct

from layout.diagnostics import Sink, Span
from layout.paths import Workspace, built_in, way_out
from layout.source.document import read_document
from layout.source.record import Reader, Record
from layout.source.yamltree import compose_yaml
from layout.style.ownfiles import stays_inside
from layout.style.pressfindings import BAD_NAME, BAD_SPOT, NO_PRESS
from layout.style.pressform import PRESS
from layout.units import POINT, Length

Standard = Literal["x4", "x1a"]
Mark = Literal["crop", "registration", "bar", "grey", "fold", "slug"]
DEFAULT = "snap2007"
SHEET = "press.yaml"
# What a file name may be made of.
NAME_FIELDS = ("paper", "date", "page", "number", "version")
# Names of inks that mean something else in a PDF.
_NO_SPOTS = {"all", "none", "cyan", "magenta", "yellow", "black"}


class Press(Struct, frozen=True):
    """A press by its sheet. `profile` is the ICC file; inks are in per cent, resolutions in pixels an inch.

    A picture finer than `picture_ppi_most` at its size is reduced to `picture_ppi`; one of `picture_ppi_least` or
    fewer is too coarse. `red_spot` names the ink that red is printed with where spot inks are asked for; a press
    without takes none. `black_generation` says in words what the profile does. `span` is where the sheet begins.
    """

    key: str
    name: str
    profile: Path
    condition: str
    info: str
    span: Span
    registered: bool = False
    standard: Standard = "x4"
    total_ink: int = 240
    black_generation: str = ""
    intent: Literal["relative", "perceptual"] = "relative"
    black_pages: Literal["refuse", "convert"] = "refuse"
    picture_ppi: int = 200
    picture_ppi_most: int = 300
    picture_ppi_least: int = 149
    line_art_ppi_least: int = 799
    smallest_type: Length = 5 * POINT
    smallest_coloured_type: Length = 10 * POINT
    smallest_rule: Length = POINT // 4
    rich_black_from: Length = 36 * POINT
    marks: tuple[Mark, ...] = ()
    files: str = "{paper}_{date}_{page}.pdf"
    zones: int = 32
    red_spot: str = ""


def load_press(name: str, workspace: Workspace, sink: Sink, named_by: Span | None) -> Press | None:
    """A press by its name, or None with the reason reported (at `named_by` when there is no such press)."""
    path = _sheet(name, workspace)
    if path is None:
        sink.report(NO_PRESS, named_by, "press", press=name, known=", ".join(known_presses(workspace)))
        return None
    document = read_document(path, sink, named_by)
    node = compose_yaml(document, sink) if document else None
    before = len(sink.found)
    record = Reader(document, sink).record(node, PRESS) if document and node else None
    if record is None or len(sink.found) > before:
        return None
    sound = (
        _name_stands(record, sink)
        and _spot_stands(record, sink)
        and stays_inside("profile", record.items["profile"], sink)
    )
    return _press(name, record, path) if sound else None


def _sheet(name: str, workspace: Workspace) -> Path | None:
    if way_out(name):
        return None
    for styles in (workspace.styles, built_in().styles):
        path = styles / "press" / name / SHEET
        if path.is_file() and path.resolve().is_relative_to(styles.resolve()):
            return path
    return None


def known_presses(workspace: Workspace) -> list[str]:
    """The presses that have a sheet."""
    folders = (workspace.styles, built_in().styles)
    return sorted({path.parent.name for folder in folders for path in folder.glob(f"press/*/{SHEET}")})


def _press(name: str, record: Record, path: Path) -> Press:
    values = {key: item.value for key, item in record.items.items() if key != "format"}
    values["profile"] = path.parent / values["profile"]
    if "marks" in values:
        values["marks"] = tuple(item.value for item in values["marks"])
    return Press(key=name, span=record.at("profile"), **values)


def _name_stands(record: Record, sink: Sink) -> bool:
    """Whether the pattern of file names can be filled and names no folder (reported)."""
    pattern = record.get("files", "{page}")
    try:
        fields = {field for _, field, _, _ in string.Formatter().parse(pattern) if field is not None}
    except ValueError:
        fields = {"?"}
    if fields - set(NAME_FIELDS) or "page" not in fields or set(pattern) & set('/\\:*?"<>|'):
        known = "、".join(f"{{{field}}}" for field in NAME_FIELDS)
        sink.report(BAD_NAME, record.at("files"), "files", files=pattern, fields=known)
        return False
    return True


def _spot_stands(record: Record, sink: Sink) -> bool:
    """Whether the name of the spot ink is one (reported)."""
    spot = str(record.get("red_spot", ""))
    if spot.strip().lower() in _NO_SPOTS:
        sink.report(BAD_SPOT, record.at("red_spot"), "red_spot", name=spot)
        return False
    return True
