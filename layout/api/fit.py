"""A story measured before it is given a place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from layout.diagnostics import Diagnostic, Sink, Span
from layout.edition.load import MANIFEST_NAME, read_manifest
from layout.paths import Workspace, find_workspace
from layout.style.load import load_style

if TYPE_CHECKING:
    from layout.compose.copyfit import Bench, Fit
    from layout.edition.model import Story


class Wanted(Struct, frozen=True):
    """What a fit is asked for: columns, and paper, template and level where they are named."""

    columns: int
    paper: str | None = None
    template: str | None = None
    level: str | None = None


class Measured(Struct, frozen=True):
    """A story's size, and the boxes it fits in."""

    story: str
    characters: int
    paragraphs: int
    headline: int
    paper: str
    template: str
    measure: int
    fits: tuple[Fit, ...]


class FitResult(Struct, frozen=True):
    """A story measured, or None with the reasons."""

    measured: Measured | None
    diagnostics: tuple[Diagnostic, ...]


def fit(path: Path, wanted: Wanted, *, root: Path | None = None) -> FitResult:
    """How large the story of a file is, and in which boxes it fits."""
    sink = Sink()
    bench, story = _bench(path, wanted, find_workspace(path, root), sink)
    if bench is None or story is None:
        return FitResult(None, tuple(sink.found))
    from layout.compose.copyfit import characters_of, fits

    grid = bench.style.grids[bench.style.templates[bench.template].grid]
    measured = Measured(
        story.id,
        characters_of(story),
        len(story.body),
        len(story.headline.text) if story.headline else 0,
        bench.style.identity.name,
        bench.template,
        grid.characters,
        tuple(fits(story, bench, min(wanted.columns, grid.columns), wanted.level)),
    )
    return FitResult(measured, tuple(sink.found))


def _bench(path: Path, wanted: Wanted, workspace: Workspace, sink: Sink) -> tuple[Bench | None, Story | None]:
    """What a story is fitted with; None where something is missing (reported)."""
    from layout.assets.fonts import load_faces
    from layout.assets.images import ImageStore
    from layout.compose.copyfit import Bench
    from layout.edition.files import Files
    from layout.edition.storyfile import read_story
    from layout.style.names import report_unknown

    span = Span(path, 1, 1, 1, 2)
    story = read_story(path, span, "utf-8", Files(path.parent, workspace, sink))
    house = load_style(wanted.paper or _paper_of(path), workspace, sink, span)
    faces = load_faces(workspace.fonts, sink, workspace.glyphs)
    if story is None or house is None or faces is None:
        return None, None
    templates, levels = house.style.templates, house.style.levels
    template = wanted.template or next(iter(templates))
    for name, what, known in ((template, "template", templates), (wanted.level, "level", levels)):
        if name is not None and name not in known:
            report_unknown(sink, span, what, name, known)
            return None, None
    return Bench(house.style, faces, ImageStore(), template), story


def _paper_of(path: Path) -> str:
    """The paper of the edition that a story lies in; empty when it lies in none."""
    for folder in path.resolve().parents:
        if (folder / MANIFEST_NAME).is_file():
            written = read_manifest(folder, Sink())
            return written.paper if written else ""
    return ""
