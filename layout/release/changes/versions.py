"""A version of an edition to be compared: a folder that a build wrote, the working files, or what was signed last."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from layout import api
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic, Kind
from layout.edition.load import MANIFEST_NAME
from layout.release.certificate import FILE as CERTIFICATE
from layout.release.changes.findings import BROKEN_LAYOUT, NO_PAGE_FILE, NO_VERSION
from layout.release.changes.layouts import FILE, Layout, layout_of, read_layout


class VersionError(Exception):
    """A version cannot be read; `found` says why."""

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        super().__init__("a version cannot be read")
        self.found = found


class Version(Struct, frozen=True):
    """A version: its name, its layout, and a PDF with a page in it by the page's name (the file and the index there).

    `page` raises VersionError when there is no such file.
    """

    name: str
    layout: Layout
    page: Callable[[str], tuple[bytes, int]]


def version_at(path: Path, root: Path | None = None) -> Version:
    """The build or the edition at a path; raises VersionError."""
    folder = path.parent if path.name in {MANIFEST_NAME, FILE} else path
    if (folder / FILE).is_file():
        return build_at(folder)
    if (folder / MANIFEST_NAME).is_file() or path.is_file():
        return working_version(path, root)
    raise VersionError((_found(NO_VERSION, path),))


def build_at(folder: Path) -> Version:
    """What a build wrote into a folder."""
    try:
        layout = read_layout(folder / FILE)
    except (OSError, ValueError) as error:
        raise VersionError((_found(BROKEN_LAYOUT, folder / FILE, reason=str(error)[:120]),)) from error
    return Version(folder.name, layout, lambda page: _page_in(folder, page))


def working_version(path: Path, root: Path | None = None) -> Version:
    """The pages as the working files make them now; raises VersionError when they cannot be read."""
    loaded = api.load(path, root=root)
    if not loaded.complete:
        raise VersionError(loaded.diagnostics)
    return composed_version(api.compose(loaded), loaded)


def composed_version(composition: Composition, loaded: api.Loaded) -> Version:
    """The pages of a composition, without any mark of a proof."""
    target = api.Target("proof", Path(), "edition", overlays=())

    def page(name: str) -> tuple[bytes, int]:
        alone = tuple(page for page in composition.pages if page.name == name)
        (data,) = api.pdfs(replace(composition, pages=alone, sheets=()), loaded, target).values()
        return data, 0

    return Version(composition.edition.name, layout_of(composition), page)


def _page_in(folder: Path, page: str) -> tuple[bytes, int]:
    """The smallest of a build's PDFs that has a page."""
    try:
        files = json.loads((folder / CERTIFICATE).read_bytes())["files"]
        holding = [(len(held["pages"]), name) for name, held in files.items() if page in held["pages"]]
        _, name = min(holding)
        return (folder / Path(name).name).read_bytes(), files[name]["pages"].index(page)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise VersionError((_found(NO_PAGE_FILE, folder, page=page),)) from error


def trimmed(data: bytes, index: int) -> bytes:
    """A page of a PDF by itself, without the marks of a proof (they are in a content stream of their own)."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.new() as made:
        page = pdf.pages[index]
        if isinstance(page.Contents, pikepdf.Array) and "/OCProperties" in pdf.Root:
            page.Contents = page.Contents[0]
            del page.Resources["/Properties"]
        made.pages.append(page)
        if "/Annots" in made.pages[0]:
            del made.pages[0]["/Annots"]
        file = io.BytesIO()
        made.save(file, deterministic_id=True)
        return file.getvalue()


def _found(kind: Kind, path: Path, **values: str) -> Diagnostic:
    return Diagnostic(kind, None, "", (("path", str(path)), *values.items()))
