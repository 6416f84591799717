"""Whether what is kept is still what was taken in: every file's hash made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from layout.catalogue.findings import GONE, MANIFEST_CHANGED, NOT_SOUND, STORE_DAMAGED
from layout.catalogue.ingest import manifest_hash
from layout.catalogue.model import CatalogueError, EditionEntry
from layout.catalogue.places import local
from layout.catalogue.store import Store
from layout.diagnostics import Diagnostic, finding
from layout.release.archive.bag import faults


def verified(
    store: Store, editions: Sequence[EditionEntry], progress: Callable[[int, int, str], None] | None = None
) -> Iterator[Diagnostic]:
    """What is wrong with the store itself, then with each package: bit rot, missing files, files never listed."""
    if not store.sound():
        yield finding(STORE_DAMAGED)
    for number, edition in enumerate(editions, 1):
        yield from _package(edition)
        if progress:
            progress(number, len(editions), edition.identifier)


def _package(edition: EditionEntry) -> Iterator[Diagnostic]:
    try:
        with local(edition.location) as bag:
            yield from _bag(edition, bag)
    except CatalogueError as error:
        yield finding(GONE, edition=edition.identifier, location=str(error))


def _bag(edition: EditionEntry, bag: Path) -> Iterator[Diagnostic]:
    if not bag.is_dir():
        yield finding(GONE, edition=edition.identifier, location=edition.location)
        return
    try:
        same = manifest_hash(bag) == edition.manifest
    except OSError:
        same = False
    if not same:
        yield finding(MANIFEST_CHANGED, edition=edition.identifier)
    for fault in faults(bag):
        yield finding(NOT_SOUND, edition=edition.identifier, path=fault.path, what=fault.what)
