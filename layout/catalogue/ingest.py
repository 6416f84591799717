"""Packages taken into a catalogue: looked through first, then kept whole, each in one step."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

from layout.catalogue.findings import BAD_PACKAGE, CHANGED_PACKAGE, NOT_SOUND
from layout.catalogue.model import CatalogueError, EditionRecord
from layout.catalogue.places import bags, is_remote, local
from layout.catalogue.store import Store
from layout.diagnostics import Diagnostic, finding
from layout.release.archive.bag import DATA, faults, listed
from layout.release.archive.record import FORMAT, INDEX

Outcome = Literal["added", "known", "refused"]
_MANIFEST = "manifest-sha256.txt"
# What an index raises that is not made as it should be.
_UNFIT = (ValueError, KeyError, TypeError, AttributeError, IndexError)


def take_in(
    store: Store, location: str, progress: Callable[[int, int, str], None] | None = None
) -> Iterator[tuple[str, Outcome, tuple[Diagnostic, ...]]]:
    """Take every package at a location into the store, one after another; those kept already are passed by at once.

    Stopped in the middle it goes on where it was when it is called again. Raises CatalogueError when the location
    cannot be reached.
    """
    found = bags(location)
    for number, bag in enumerate(found, 1):
        outcome, problems = _take(store, bag)
        if progress:
            progress(number, len(found), bag)
        yield bag, outcome, problems


def _take(store: Store, location: str) -> tuple[Outcome, tuple[Diagnostic, ...]]:
    try:
        with local(location) as bag:
            return _taken(store, bag, location if is_remote(location) else str(Path(location).resolve()))
    except CatalogueError as error:
        return "refused", (finding(BAD_PACKAGE, package=location, reason=str(error)),)


def _taken(store: Store, bag: Path, location: str) -> tuple[Outcome, tuple[Diagnostic, ...]]:
    try:
        manifest = manifest_hash(bag)
        index = read_index(bag)
    except (OSError, *_UNFIT) as error:
        return "refused", (finding(BAD_PACKAGE, package=location, reason=str(error)[:120]),)
    known = store.edition(index["id"])
    if known and known.identifier == index["id"]:
        if known.manifest != manifest:
            return "refused", (finding(CHANGED_PACKAGE, package=location, edition=known.identifier),)
        if known.location != location:
            store.move(known.identifier, location)
        return "known", ()
    broken = tuple(finding(NOT_SOUND, edition=index["id"], path=one.path, what=one.what) for one in faults(bag))
    if broken:
        return "refused", broken
    try:
        store.add(EditionRecord(location, manifest, listed(bag), index))
    except _UNFIT as error:
        return "refused", (finding(BAD_PACKAGE, package=location, reason=f"{INDEX}: {error!r}"[:120]),)
    return "added", ()


def manifest_hash(bag: Path) -> str:
    """The SHA-256 of a package's manifest, which stands for all its files. Raises OSError."""
    return hashlib.sha256((bag / _MANIFEST).read_bytes()).hexdigest()


def read_index(bag: Path) -> dict[str, Any]:
    """A package's own index. Raises OSError, ValueError or KeyError when it is none."""
    index: dict[str, Any] = json.loads((bag / DATA / INDEX).read_text("utf-8"))
    if index["format"] != FORMAT or not isinstance(index["id"], str):
        raise ValueError(f"format {index['format']}")
    return index
