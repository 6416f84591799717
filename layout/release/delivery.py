"""What goes to the print shop: the pages under its names, their checksums, ink presets, and a ticket.

A folder is delivered to once. What is sent again is held against the ticket that lies there: the same pages change
nothing, others replace it only when told to, and the new ticket says which they were.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from layout import api
from layout.backends.files import alone_in, json_bytes, write_all, writing
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic
from layout.release.build import ProofError
from layout.release.deliveryfindings import OTHER_PAGES
from layout.release.preflight.make import made_report
from layout.release.preflight.report import Report, plate_data
from layout.units import to_millimetres

TICKET, PRESETS, SUMS = "ticket.json", "ink-presets.json", "SHA256SUMS"
FORMAT = 1


class Changes(Struct, frozen=True):
    """Pages of a delivery against those delivered before: new ones, others than before, and ones no longer there."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self.new or self.changed or self.gone)


class Delivery(Struct, frozen=True):
    """The files of a delivery by name; the hash, and the file, of each page by the page's name."""

    files: Mapping[str, bytes]
    pages: Mapping[str, str]
    names: Mapping[str, str]


def made_delivery(
    composition: Composition, loaded: api.Loaded, target: api.Target, found: Sequence[Diagnostic]
) -> Delivery:
    """Everything that is to be delivered of an edition.

    Raises ProofError when the press does not take a finished file.
    """
    assert target.press is not None
    drawn = api.shown(composition, loaded, target)
    files, pages_of = dict(api.pdfs(composition, loaded, target)), api.page_sets(drawn, loaded, target)
    report = made_report(drawn, loaded, target.press, files, pages_of, found)
    if not report.passed:
        raise ProofError(tuple(one for one in report.found if one not in found))
    named = {_name(pages_of[file][0], report): (pages_of[file][0], data) for file, data in files.items()}
    hashes = {page: hashlib.sha256(data).hexdigest() for page, data in named.values()}
    made = {name: data for name, (_, data) in named.items()}
    made[PRESETS] = json_bytes(_presets(report))
    made[TICKET] = json_bytes(_ticket({name: page for name, (page, _) in named.items()}, made, report))
    made[SUMS] = _sums(made)
    return Delivery(made, hashes, {page: name for name, (page, _) in named.items()})


def deliver(delivery: Delivery, folder: Path, *, replace: bool = False) -> tuple[tuple[Path, ...], Changes]:
    """Put a delivery into a folder; gives the files written (none when all is there already) and what changed.

    Raises DeliveredError when other pages lie there and are not to be replaced, OutputError when they cannot be
    written. Files get their names when all are written; a name of before that is no longer wanted is taken away last.
    Two deliveries into one folder go one after the other: the second is held against what the first has left.
    """
    with alone_in(folder):
        return _delivered(delivery, folder, replace=replace)


def _delivered(delivery: Delivery, folder: Path, *, replace: bool) -> tuple[tuple[Path, ...], Changes]:
    before = _before(folder)
    changes = before.against(delivery.pages) if before else _against_files(delivery, folder)
    files = dict(delivery.files)
    if before and not changes.any and _is_there(files, folder):
        return (), changes
    if before or changes.changed:
        if changes.any and not replace:
            raise DeliveredError(folder, changes)
        files = _resent(files, changes) if changes.any else files
    paths = write_all(folder, files)
    with writing(folder):
        for name in sorted((before.names if before else frozenset()) - set(files)):
            (folder / name).unlink(missing_ok=True)
    return paths, changes


class DeliveredError(Exception):
    """Other pages were delivered to a folder before, and are not to be replaced. `found` says which."""

    def __init__(self, folder: Path, changes: Changes) -> None:
        super().__init__(f"{folder}: other pages were delivered before")
        told = (*changes.changed, *changes.new, *changes.gone)
        values = (("folder", folder.name), ("pages", "、".join(told)), ("count", len(told)))
        self.found = Diagnostic(OTHER_PAGES, None, "", values)


def _name(page: str, report: Report) -> str:
    """A page's file name as the print shop wants it."""
    edition = report.composition.edition
    assert report.loaded.style is not None
    return report.run.press.files.format(
        paper=report.loaded.style.identity.id,
        date=f"{edition.date:%Y%m%d}",
        page=page,
        number=edition.number,
        version=edition.version,
    )


def _presets(report: Report) -> dict[str, Any]:
    """For every plate the coverage of each ink zone in per cent, from the left of the page (as CIP3's PPF has it)."""
    zones = report.run.press.zones
    return {
        "format": FORMAT,
        "zones": zones,
        "pages": {
            page: {ink: list(plate.zones(zones)) for ink, plate in plates.named.items() if plate.mean}
            for page, plates in report.plates.items()
        },
    }


def _ticket(pages: Mapping[str, str], files: Mapping[str, bytes], report: Report) -> dict[str, Any]:
    """The job in words of the print shop."""
    edition, press = report.composition.edition, report.run.press
    assert report.loaded.style is not None
    return {
        "format": FORMAT,
        "paper": report.loaded.style.identity.name,
        "edition": edition.name,
        "date": edition.date.isoformat(),
        "number": edition.number,
        "version": edition.version,
        "press": press.name,
        "condition": press.condition,
        "standard": report.run.standard,
        "total_ink": press.total_ink,
        "pages": [_page(name, page, files[name], report) for name, page in pages.items()],
    }


def _page(name: str, page: str, data: bytes, report: Report) -> dict[str, Any]:
    display = next(one for one in report.composition.pages if one.name == page)
    plates = report.plates[page]
    return {
        "page": page,
        "file": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "trim_mm": [round(to_millimetres(side), 2) for side in (display.trim.width, display.trim.height)],
        "plates": [ink for ink, plate in plates.named.items() if plate.mean],
        **plate_data(plates, report.run.press.total_ink),
    }


class _Before(Struct, frozen=True):
    """What a folder's ticket says: the hash and the file of every page."""

    hashes: Mapping[str, str]
    names: frozenset[str]

    def against(self, pages: Mapping[str, str]) -> Changes:
        """What other pages would change."""
        return Changes(
            tuple(page for page in pages if page not in self.hashes),
            tuple(page for page in pages if self.hashes.get(page, pages[page]) != pages[page]),
            tuple(page for page in self.hashes if page not in pages),
        )


def _against_files(delivery: Delivery, folder: Path) -> Changes:
    """What a delivery would change in a folder without a ticket: files of its names may lie there all the same."""
    lying = {page for page, name in delivery.names.items() if (folder / name).exists()}
    return Changes(
        tuple(page for page in delivery.pages if page not in lying),
        tuple(page for page in delivery.pages if page in lying),
    )


def _before(folder: Path) -> _Before | None:
    """What was delivered to a folder; None when it has no ticket that can be read."""
    try:
        pages = json.loads((folder / TICKET).read_bytes())["pages"]
        hashes = {str(page["page"]): str(page["sha256"]) for page in pages}
        return _Before(hashes, frozenset(Path(page["file"]).name for page in pages))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_there(files: Mapping[str, bytes], folder: Path) -> bool:
    """Whether every page and list lies there as it is; a ticket may have told of a re-send."""
    try:
        return all((folder / name).read_bytes() == data for name, data in files.items() if name not in {TICKET, SUMS})
    except OSError:
        return False


def _resent(files: Mapping[str, bytes], changes: Changes) -> dict[str, bytes]:
    """The files with a ticket that says what was sent again, and the checksums that go with it."""
    ticket = json.loads(files[TICKET])
    ticket["resent"] = {"new": list(changes.new), "changed": list(changes.changed), "gone": list(changes.gone)}
    made = {**files, TICKET: json_bytes(ticket)}
    return {**made, SUMS: _sums({name: data for name, data in made.items() if name != SUMS})}


def _sums(files: Mapping[str, bytes]) -> bytes:
    """Checksums as sha256sum writes and checks them."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()).encode()
