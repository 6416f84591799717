"""What was withdrawn, in a file beside the catalogue: one that is made anew from the bags does not find it again."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from layout.backends.files import OutputError, alone_in, json_bytes, write_all
from layout.catalogue.model import CatalogueError

_FORMAT = 1


class Tombstone(Struct, frozen=True):
    """An article taken out of all versions of an edition: when (empty when that was not said) and why."""

    paper: str
    edition: str
    story: str
    reason: str
    time: str = ""


class _File(Struct, frozen=True):
    format: int
    withdrawn: tuple[Tombstone, ...]


def tombstones_file(catalogue: Path) -> Path:
    """The file of a catalogue's tombstones."""
    return catalogue.with_name(f"{catalogue.stem}.withdrawn.json")


def read_tombstones(path: Path) -> tuple[Tombstone, ...]:
    """The tombstones in a file, the oldest first. Raises CatalogueError when there is one that cannot be read."""
    try:
        held = msgspec.json.decode(path.read_bytes(), type=_File)
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.DecodeError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error
    if held.format != _FORMAT:
        raise CatalogueError(f"{path.name}: format {held.format} of a newer paiban")
    return held.withdrawn


def keep_tombstones(path: Path, stones: tuple[Tombstone, ...]) -> None:
    """Add tombstones to a file; of two for one article the later is kept. Raises CatalogueError."""
    try:
        with alone_in(path.parent):
            kept = {(one.paper, one.edition, one.story): one for one in (*read_tombstones(path), *stones)}
            data = {"format": _FORMAT, "withdrawn": [asdict(one) for one in kept.values()]}
            write_all(path.parent, {path.name: json_bytes(data)})
    except OutputError as error:
        raise CatalogueError(str(error)) from error
