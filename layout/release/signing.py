"""Pages signed: a record over the hash of the page as it is, and what it looked like, kept beside the edition.

Records are only ever added. The file is written anew under another name and renamed while no other run writes there, so
that two that sign at once, a full disk and a killed run lose nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from layout import api
from layout.backends.files import alone_in, write_all, writing
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic, Sink
from layout.display.digest import DIGITS
from layout.edition.stagefindings import NOT_FOR_THE_END, OTHER_PAGE
from layout.edition.stages import FILE, HEAD, Entry, PageStage, Recorded, line_of, read_entries
from layout.release.changes.layouts import layout_bytes, read_layout
from layout.release.changes.versions import Version, composed_version, trimmed

if TYPE_CHECKING:
    from layout.release.changes.sheet import Compared

# Where the pages as they were signed last lie, in the edition's folder.
KEPT = Path(".paiban") / "signed"
PRESS_ROLE = "印刷"


class Signing(Struct, frozen=True):
    """What is to be recorded: of which pages, what they come to, who says so in which role, and when (ISO 8601).

    With `digest` the page has to have a hash that begins so, or nothing is recorded.
    """

    pages: tuple[str, ...]
    stage: Recorded
    role: str
    name: str
    time: str
    digest: str = ""


class SigningError(Exception):
    """Pages cannot be signed; nothing was recorded. `found` says why."""

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        super().__init__("pages cannot be signed")
        self.found = found


def sign(composition: Composition, loaded: api.Loaded, signing: Signing) -> tuple[Entry, ...]:
    """Record that pages were signed as they are composed; gives the records added.

    Raises SigningError, or `layout.backends.files.OutputError` when the record cannot be written.
    """
    if loaded.edition is None:
        raise ValueError("the edition was not read completely")
    known = api.stages(composition, loaded)
    others = tuple(
        Diagnostic(
            OTHER_PAGE, None, "", (("now", known[page].digest[:DIGITS]), ("wanted", signing.digest[:DIGITS])), page
        )
        for page in signing.pages
        if not known[page].digest.startswith(signing.digest)
    )
    if others:
        raise SigningError(others)
    entries = tuple(
        Entry(signing.time, page, signing.stage, signing.role, signing.name, known[page].digest)
        for page in signing.pages
    )
    if signing.stage == "signed":
        _keep(composition, loaded, signing.pages)
    record(loaded.edition.folder, entries)
    return entries


def record(folder: Path, entries: Sequence[Entry]) -> None:
    """Add records at the end of an edition's file.

    Raises SigningError when it cannot be added to, OutputError when it cannot be opened or written.
    """
    path = folder / FILE
    with alone_in(folder):
        with writing(path):
            before = path.read_bytes() if path.exists() else b""
        write_all(folder, {FILE: _added(path, before, entries)})


def _added(path: Path, before: bytes, entries: Sequence[Entry]) -> bytes:
    """The file with records added to what it holds, read again to be sure that it holds both."""
    sink = Sink()
    try:
        text = before.decode("utf-8") if before else HEAD
    except UnicodeDecodeError as error:
        raise SigningError((Diagnostic(NOT_FOR_THE_END, None),)) from error
    after = text + ("" if text.endswith("\n") else "\n") + "".join(map(line_of, entries))
    known = read_entries(path, text, sink) if before else ()
    if read_entries(path, after, sink) != (*known, *entries):
        raise SigningError((*sink.found, Diagnostic(NOT_FOR_THE_END, None)))
    return after.encode()


def record_printed(stages: Sequence[PageStage], folder: Path, shop: str, time: str) -> tuple[Entry, ...]:
    """Record that signed pages went to a print shop: replated ones are those of which another version went before."""
    entries = tuple(
        Entry(time, stage.page, "replated" if stage.replaces else "printed", PRESS_ROLE, shop, stage.digest)
        for stage in stages
        if stage.stage == "signed"
    )
    if entries:
        record(folder, entries)
    return entries


def signed_version(folder: Path) -> Version | None:
    """The pages of an edition as each was signed last; None when none was."""
    layouts = [read_layout(path) for path in sorted((folder / KEPT).glob("*.json"))]
    if not layouts:
        return None
    from msgspec.structs import replace

    pages = tuple(page for layout in layouts for page in layout.pages)

    def page(name: str) -> tuple[bytes, int]:
        return (folder / KEPT / f"{name}.pdf").read_bytes(), 0

    return Version("signed", replace(layouts[0], pages=pages), page)


def since_signed(composition: Composition, loaded: api.Loaded) -> Compared | None:
    """What differs from the pages as they were signed last, of those that were; None when none was."""
    from msgspec.structs import replace

    from layout.release.changes.compare import compare
    from layout.release.changes.sheet import Compared

    if loaded.edition is None:
        raise ValueError("the edition was not read completely")
    old = signed_version(loaded.edition.folder)
    if old is None:
        return None
    new = composed_version(composition, loaded)
    known = {page.name for page in old.layout.pages}
    pages = tuple(page for page in new.layout.pages if page.name in known)
    new = replace(new, layout=replace(new.layout, pages=pages))
    return Compared(old, new, compare(old.layout, new.layout))


def _keep(composition: Composition, loaded: api.Loaded, pages: Sequence[str]) -> None:
    """Keep what pages look like, for later comparisons."""
    from msgspec.structs import replace

    assert loaded.edition is not None
    version = composed_version(composition, loaded)
    files: dict[str, bytes] = {}
    for page in version.layout.pages:
        if page.name in pages:
            files[f"{page.name}.json"] = layout_bytes(replace(version.layout, pages=(page,)))
            files[f"{page.name}.pdf"] = trimmed(*version.page(page.name))
    write_all(loaded.edition.folder / KEPT, files)
