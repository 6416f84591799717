"""The edition made again from its package alone, and held against it file by file."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from layout import api
from layout.diagnostics import Diagnostic, Kind, Sink
from layout.release.archive.bag import DATA, faults, listed, write_bag
from layout.release.archive.findings import (
    BAG_FAULT,
    NO_RECORD,
    OTHER_FACE,
    OTHER_VERSION,
    REBUILT_DIFFERS,
    SUPPLY_FONT,
)
from layout.release.archive.package import Wish, package, presses
from layout.release.archive.record import FILE, FORMAT, face_records, versions
from layout.release.archive.sources import FOLDER

_ENTRIES = {"manifest": str, "time": str, "base": str, "fonts": str, "versions": dict, "faces": list}


class Rebuilt(Struct, frozen=True):
    """What was found, and how many files were compared."""

    found: tuple[Diagnostic, ...]
    files: int = 0


def rebuild(bag: Path, folder: Path, supply: Path | None = None) -> Rebuilt:
    """Make a bag's edition again in a folder and compare every file of the two.

    `supply` holds the font files that the bag may not. What is missing is named: such files, other versions of
    packages. Raises `layout.backends.files.OutputError` when the folder cannot be written.
    """
    broken = tuple(_finding(BAG_FAULT, path=fault.path, what=fault.what) for fault in faults(bag))
    if broken:
        return Rebuilt(broken)
    try:
        record = _read(bag)
    except (OSError, ValueError, KeyError, TypeError) as error:
        return Rebuilt((_finding(NO_RECORD, reason=str(error)[:80]),))
    missing = tuple(_missing(record, supply))
    if missing:
        return Rebuilt(missing)
    with tempfile.TemporaryDirectory() as place:
        root = _newsroom(bag, supply, Path(place))
        return _made_again(bag, folder, root, record)


def _newsroom(bag: Path, supply: Path | None, place: Path) -> Path:
    """The bag's source; with fonts supplied, a copy of it that has them."""
    root = bag / DATA / FOLDER
    if supply is None:
        return root
    own = Path(shutil.copytree(root, place / FOLDER))
    shutil.copytree(supply, own / "fonts" / "supply")
    return own


def _made_again(bag: Path, folder: Path, root: Path, record: Mapping[str, Any]) -> Rebuilt:
    differing = tuple(_other_versions(record))
    loaded = api.load(root / record["manifest"], root=root)
    if not loaded.complete or loaded.faces is None:
        return Rebuilt((*differing, *loaded.diagnostics))
    differing += tuple(_other_faces(loaded, record))
    sink = Sink()
    runs = presses(loaded, sink)
    if runs is None:
        return Rebuilt((*differing, *sink.found))
    time = datetime.fromisoformat(record["time"]) if record["time"] else None
    made = package(api.compose(loaded), loaded, runs, Wish(time, record["base"], record["fonts"]))
    write_bag(folder, made.payload, made.info)
    return Rebuilt((*differing, *_compared(bag, folder)), len(made.payload))


def _finding(kind: Kind, **values: str) -> Diagnostic:
    return Diagnostic(kind, None, "", tuple(values.items()))


def _read(bag: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((bag / DATA / FILE).read_text("utf-8"))
    if not isinstance(record, dict) or record["format"] != FORMAT:
        raise ValueError(f"not a build record of format {FORMAT}")
    root = (bag / DATA / FOLDER).resolve()
    if not (root / record["manifest"]).resolve().is_relative_to(root):
        raise ValueError(record["manifest"])
    if not all(isinstance(record[key], kind) for key, kind in _ENTRIES.items()):
        raise ValueError("not a build record")
    return record


def _missing(record: Mapping[str, Any], supply: Path | None) -> Iterator[Diagnostic]:
    """The font files that the package may not hold and that are not there."""
    for face in record["faces"] if record["fonts"] == "pack" else ():
        if not face["packed"] and not (supply and (supply / face["file"]).is_file()):
            yield _finding(SUPPLY_FONT, face=face["name"], file=face["file"], sha256=face["sha256"])


def _other_versions(record: Mapping[str, Any]) -> Iterator[Diagnostic]:
    there = versions()
    for name, wanted in record["versions"].items():
        if there.get(name) != wanted:
            yield _finding(OTHER_VERSION, name=name, wanted=wanted, there=there.get(name, "—"))


def _other_faces(loaded: api.Loaded, record: Mapping[str, Any]) -> Iterator[Diagnostic]:
    assert loaded.faces is not None
    there = {face["face"]: face["sha256"] for face in face_records(loaded.faces, {})}
    for face in record["faces"]:
        if there.get(face["face"]) != face["sha256"]:
            yield _finding(OTHER_FACE, face=face["name"], sha256=face["sha256"], there=there.get(face["face"], "—"))


def _compared(bag: Path, folder: Path) -> Iterator[Diagnostic]:
    """Every file of the two bags that is not in both with the same bytes."""
    wanted, made = listed(bag), listed(folder)
    for path in sorted(wanted.keys() | made.keys()):
        if wanted.get(path) != made.get(path):
            yield _finding(REBUILT_DIFFERS, path=path)
