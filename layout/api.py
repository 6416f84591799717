"""The stages wired together: load, compose, export. The only module that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from layout.diagnostics import Diagnostic, Severity, Sink
from layout.edition.load import load_edition, read_manifest
from layout.paths import Workspace, find_workspace
from layout.style.cascade import EditionStyles, edition_styles
from layout.style.load import load_style
from layout.style.places import check_places
from layout.style.placing import StylePlacing
from layout.style.standing import check_standing
from layout.style.words import NO_WORDS, WordList, load_words

if TYPE_CHECKING:
    from layout.assets.fonts import FaceBook
    from layout.assets.images import ImageStore
    from layout.compose.model import Composition
    from layout.edition.model import Edition
    from layout.style.model import PaperStyle

Progress = Callable[[str], None]
Files = Literal["pages", "edition", "both"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; a part that could not be read is None, with the reasons among the diagnostics."""

    edition: Edition | None
    styles: EditionStyles | None
    faces: FaceBook | None
    images: ImageStore
    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...]
    words: WordList = NO_WORDS

    @property
    def style(self) -> PaperStyle | None:
        """The paper's own style."""
        return self.styles.paper if self.styles else None

    @property
    def complete(self) -> bool:
        """Whether everything was read without an error, so that it can be composed."""
        return not any(found.severity is Severity.ERROR for found in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Target:
    """What to make of a composition: the profile, where, one PDF a page or one for all or both, and the time."""

    profile: Literal["proof"]
    out: Path
    files: Files = "both"
    time: datetime | None = None


def load(manifest: Path, *, root: Path | None = None) -> Loaded:
    """Read an edition, its style and its faces; every mistake found is among the diagnostics."""
    from layout.assets.fonts import load_faces
    from layout.assets.images import ImageStore

    sink = Sink()
    workspace = find_workspace(manifest, root)
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
    words = load_words(workspace, sink)
    return Loaded(edition, styles, faces, ImageStore(), workspace, tuple(dict.fromkeys(sink.found)), words)


def compose(loaded: Loaded, *, pages: Sequence[str] | None = None, progress: Progress | None = None) -> Composition:
    """Compose the pages named (all by default).

    Raises ValueError when `loaded` is not complete.
    """
    from layout.compose.edition import Materials, compose_edition

    if loaded.edition is None or loaded.styles is None or loaded.faces is None:
        raise ValueError("the edition was not read completely")
    materials = Materials(loaded.edition, loaded.styles, loaded.faces, loaded.images)
    return compose_edition(materials, pages, progress)


def check(composition: Composition, loaded: Loaded) -> tuple[Diagnostic, ...]:
    """What the rules find on the composed pages and over the edition; see `layout.check.registry`.

    Raises ValueError when `loaded` is not complete.
    """
    from layout.check.issue import Issue
    from layout.check.run import run_rules
    from layout.check.scene import PixelSizes, scenes

    if loaded.edition is None or loaded.styles is None:
        raise ValueError("the edition was not read completely")
    images = PixelSizes((image.key, image.width, image.mode) for image in loaded.images.opened())
    written = tuple(sorted((loaded.edition.folder / "stories").glob("*.md")))
    pages = scenes(composition, loaded.styles, images)
    return run_rules(Issue(composition.edition, loaded.styles.paper, composition, pages, loaded.words, written))


def findings(composition: Composition, loaded: Loaded) -> tuple[Diagnostic, ...]:
    """Everything that is to be said of an edition: from reading, composing and checking it."""
    found = loaded.diagnostics + composition.diagnostics
    return tuple(dict.fromkeys(found + check(composition, loaded)))


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


def pdfs(
    composition: Composition, loaded: Loaded, target: Target, progress: Progress | None = None
) -> Mapping[str, bytes]:
    """The PDFs of a composition by file name: one a page, one for all pages, or both."""
    from layout.backends.pdf import DocumentInfo, Resources, render
    from layout.overlay.overset import with_marks

    if loaded.faces is None or loaded.style is None:
        raise ValueError("the edition was not read completely")
    marked = with_marks(composition, loaded.faces)
    resources = Resources(loaded.faces, loaded.images)
    stem = f"{loaded.style.identity.id}_{composition.edition.date:%Y%m%d}"
    title = f"{loaded.style.identity.name} {composition.edition.date.isoformat()}"
    time = target.time or datetime.combine(composition.edition.date, datetime.min.time())
    names = [page.name for page in composition.pages]
    sets = {f"{stem}_{name}.pdf": [name] for name in names} if target.files != "edition" else {}
    if target.files != "pages":
        sets[f"{stem}.pdf"] = names
    made = {}
    for file, pages in sets.items():
        info = DocumentInfo(f"{title} {'、'.join(pages)}", loaded.style.identity.name, "", time)
        made[file] = render(marked, pages, resources, info)
        if progress:
            progress(file)
    return made
