"""The stages wired together: load, compose, export. The only module that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from layout.api.findings import check, findings
from layout.api.fit import FitResult, Measured, Wanted, fit
from layout.api.loaded import Loaded
from layout.api.press import PressRun, for_press, in_spots, press_run, shown, stamped
from layout.api.stages import stages, unsigned
from layout.diagnostics import Diagnostic, Sink
from layout.edition.load import load_edition, read_manifest
from layout.edition.stages import read_stages
from layout.paths import find_workspace
from layout.style.cascade import edition_styles
from layout.style.load import load_style
from layout.style.places import check_places
from layout.style.placing import StylePlacing
from layout.style.roles import check_roles
from layout.style.standing import check_standing
from layout.style.words import load_words

if TYPE_CHECKING:
    from layout.backends.pdf import DocumentInfo
    from layout.backends.pdf.metadata import EditionInfo
    from layout.compose.edition import Materials
    from layout.compose.model import Composition
    from layout.edition.model import Edition
    from layout.overlay.layers import Overlay

__all__ = [
    "FitResult",
    "Loaded",
    "Measured",
    "PressRun",
    "Target",
    "Wanted",
    "check",
    "compose",
    "document_info",
    "dump",
    "edition_identifier",
    "export",
    "file_sets",
    "file_stem",
    "findings",
    "fit",
    "in_spots",
    "load",
    "materials",
    "page_sets",
    "pdfs",
    "press_run",
    "shown",
    "stages",
    "stamped",
    "unsigned",
]

Progress = Callable[[str], None]
Files = Literal["pages", "edition", "both"]
Profiles = Literal["proof", "press", "archive", "screen"]


class Target(Struct, frozen=True):
    """What to make of a composition: the profile, where, one PDF a page or one for all or both, and the time.

    `press` is there for the press and for the archive, which keeps the page in the same inks. With `impose` the press
    gets sides of sheets in place of pages. A proof shows `overlays`, and everything `found` among them. `png`
    has every page drawn at so many pixels an inch beside its PDF; 0 for none.
    The slugs of pages for the press say which are `unsigned`.
    Pages for the `screen` have no marks, and pictures in RGB.
    """

    profile: Profiles
    out: Path
    files: Files = "both"
    time: datetime | None = None
    press: PressRun | None = None
    impose: bool = False
    overlays: tuple[Overlay, ...] = ("overset",)
    found: tuple[Diagnostic, ...] = ()
    png: int = 0
    unsigned: tuple[str, ...] = ()


def load(manifest: Path, *, root: Path | None = None, fonts: Path | None = None) -> Loaded:
    """Read an edition, its style and its faces; every mistake found is among the diagnostics.

    `root` is the newsroom's folder and `fonts` the one with `faces.yaml`; by default they are found from the manifest.
    """
    from layout.assets.fonts import load_faces
    from layout.assets.images import ImageStore

    sink = Sink()
    workspace = replace(find_workspace(manifest, root), faces=fonts)
    written = read_manifest(manifest, sink)
    house = load_style(written.paper, workspace, sink, written.record.at("paper")) if written else None
    placing = StylePlacing(house.style, sink) if house else None
    edition = load_edition(written, workspace, sink, placing) if written else None
    styles = None
    if edition and house:
        check_places(edition, house.style, sink)
        check_standing(edition, house, sink)
        styles = edition_styles(edition, house, sink)
    faces = load_faces(workspace.fonts, sink, workspace.glyphs)
    if edition and house and faces:
        check_roles(edition, house, (record.role for record in faces.records), sink)
    words = load_words(workspace, sink)
    entries = read_stages(edition.folder, sink) if edition else ()
    found = tuple(dict.fromkeys(sink.found))
    return Loaded(edition, styles, faces, ImageStore(), workspace, found, words, house, entries)


def compose(loaded: Loaded, *, pages: Sequence[str] | None = None, progress: Progress | None = None) -> Composition:
    """Compose the pages named (all by default).

    Raises ValueError when `loaded` is not complete.
    """
    from layout.compose.edition import compose_edition

    return compose_edition(materials(loaded), pages, progress)


def materials(loaded: Loaded) -> Materials:
    """What composition works with. Raises ValueError when `loaded` is not complete."""
    from layout.compose.edition import Materials

    if loaded.edition is None or loaded.styles is None or loaded.faces is None:
        raise ValueError("the edition was not read completely")
    return Materials(loaded.edition, loaded.styles, loaded.faces, loaded.images)


def fix(diagnostics: Sequence[Diagnostic]) -> Mapping[Path, int]:
    """Write the safe cures among findings into the stories they are about; how many were made in each file.

    Safe is what normalisation puts right in the body of a story (TXT004): a mark, a space, a character for another.
    A file that is not UTF-8 is left alone. Raises `layout.backends.files.OutputError`.
    """
    from layout.backends.files import write_all
    from layout.plan.findings import NORMALISED
    from layout.source.edits import Replacement, replaced

    wanted: dict[Path, list[Replacement]] = {}
    for found in diagnostics:
        if found.kind is NORMALISED and found.span:
            values = dict(found.values)
            one = Replacement(found.span, str(values["old"]), str(values["new"]))
            wanted.setdefault(found.span.path, []).append(one)
    made = {}
    for path, replacements in wanted.items():
        try:
            data, count = replaced(path.read_bytes(), replacements)
        except UnicodeDecodeError:
            continue
        if count:
            write_all(path.parent, {path.name: data})
            made[path] = count
    return made


def dump(composition: Composition) -> str:
    """The composed pages as text, one line an item."""
    from layout.display.dump import dump_page

    return "".join(dump_page(page, composition.parts) for page in composition.pages)


def export(
    composition: Composition, loaded: Loaded, target: Target, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write the PDFs of a composition; they appear together when all are made, or not at all.

    Raises `layout.backends.files.OutputError` when they cannot be written.
    """
    from layout.backends.files import write_all

    return write_all(target.out, pdfs(composition, loaded, target, progress))


def page_sets(composition: Composition, loaded: Loaded, target: Target) -> Mapping[str, Sequence[str]]:
    """The files to be made and the pages in each: one a page, one for all pages, or both."""
    return file_sets([page.name for page in composition.pages], loaded, target)


def file_sets(names: Sequence[str], loaded: Loaded, target: Target) -> Mapping[str, Sequence[str]]:
    """The files to be made of these pages, and the pages in each."""
    alone = names if target.files != "edition" else ()
    sets: dict[str, Sequence[str]] = {f"{file_stem(loaded, name)}.pdf": [name] for name in alone}
    if target.files != "pages":
        sets[f"{file_stem(loaded)}.pdf"] = names
    return sets


def file_stem(loaded: Loaded, part: str = "") -> str:
    """What the file of an edition is called, or of a page or another part of it, without what says its sort.

    Raises ValueError when `loaded` is not complete.
    """
    if loaded.style is None or loaded.edition is None:
        raise ValueError("the edition was not read completely")
    return "_".join(filter(None, (loaded.style.identity.id, f"{loaded.edition.date:%Y%m%d}", part)))


def pdfs(
    composition: Composition, loaded: Loaded, target: Target, progress: Progress | None = None
) -> Mapping[str, bytes]:
    """The PDFs of a composition by file name: one a page, one for all pages, or both."""
    from layout.backends.pdf import Resources, render

    if loaded.faces is None or loaded.style is None:
        raise ValueError("the edition was not read completely")
    separated, printing = for_press(composition, loaded, target) if target.press else (composition, None)
    drawn = shown(composition, loaded, target, separated)
    resources = Resources.of(loaded.faces, loaded.images)
    made = {}
    for file, pages in page_sets(drawn, loaded, target).items():
        info = document_info(drawn.edition, loaded, target, pages)
        made[file] = render(drawn, pages, resources, info, printing)
        if progress:
            progress(file)
    return made


def document_info(
    edition: Edition, loaded: Loaded, target: Target, pages: Sequence[str], what: str = ""
) -> DocumentInfo:
    """What a document says of itself: the paper, the date, its pages, or else `what` it is."""
    from layout.backends.pdf import DocumentInfo

    if loaded.style is None:
        raise ValueError("the edition was not read completely")
    name, date = loaded.style.identity.name, edition.date
    time = target.time or datetime.combine(date, datetime.min.time())
    title = f"{name} {date.isoformat()} {what or '、'.join(pages)}"
    return DocumentInfo(title, name, "", time, edition=_edition_info(edition, loaded, pages))


def _edition_info(edition: Edition, loaded: Loaded, pages: Sequence[str]) -> EditionInfo:
    """What a file says of the edition it is of."""
    from layout.backends.pdf.metadata import EditionInfo

    assert loaded.style is not None
    identity = loaded.style.identity
    sections = dict.fromkeys(page.section for page in edition.pages if page.name in pages and page.section)
    name = edition_identifier(edition, loaded)
    date = edition.date.isoformat()
    return EditionInfo(name, identity.name, date, edition.number, edition.version, tuple(pages), tuple(sections))


def edition_identifier(edition: Edition, loaded: Loaded) -> str:
    """The name of an edition in archives: paper, folder, and version (a re-plate is a version of its own)."""
    assert loaded.style is not None
    return f"{loaded.style.identity.id}/{edition.name}/v{edition.version}"
