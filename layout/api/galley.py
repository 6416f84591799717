"""小样: stories set alone, each a PDF of its own."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from layout.api.loaded import Loaded
from layout.diagnostics import Sink, Span
from layout.display.digest import DIGITS
from layout.edition.model import Edition, Story
from layout.plan.type import TypeCase


class GalleyPrint(Struct, frozen=True):
    """A galley as a PDF: the story, its file name, its bytes, and how many 字 and lines its body has."""

    story: str
    file: str
    data: bytes
    characters: int
    lines: int


def galley(loaded: Loaded, path: Path, sink: Sink, time: datetime | None = None) -> GalleyPrint | None:
    """The galley of a story of an edition: in the measure of its place, or of a basic column when it has none.

    None when the story cannot be read (reported). Raises ValueError when `loaded` is not complete.
    """
    from layout import api
    from layout.backends.pdf import DocumentInfo, Resources, render
    from layout.compose.galley import GalleyText, compose_galley
    from layout.compose.model import Composition

    if loaded.edition is None or loaded.style is None or loaded.faces is None:
        raise ValueError("the edition was not read completely")
    text = _placed(loaded, path.stem) or _unplaced(loaded, path, sink)
    if text is None:
        return None
    story, case, measure = text
    edition, identity = loaded.edition, loaded.style.identity
    when = time or datetime.combine(edition.date, datetime.min.time())
    digest = hashlib.sha256(story.path.read_bytes()).hexdigest()[:DIGITS]
    slug = f"{identity.name}　{edition.date.isoformat()}　{story.id}　{when:%Y-%m-%d %H:%M:%S}　{digest}"
    made = compose_galley(GalleyText(story, case, measure, slug))
    composition = Composition(edition, made.pages, tuple(made.tree.parts), ())
    title = f"{identity.name} {edition.date.isoformat()} 小样 {story.id}"
    names = [page.name for page in made.pages]
    data = render(
        composition, names, Resources.of(loaded.faces, loaded.images), DocumentInfo(title, identity.name, "", when)
    )
    file = f"{api.file_stem(loaded, story.id)}_galley.pdf"
    return GalleyPrint(story.id, file, data, made.characters, made.lines)


def _placed(loaded: Loaded, name: str) -> tuple[Story, TypeCase, int] | None:
    """A story that stands on a page: with what normalisation put right, its own type, and its first leg's measure."""
    from layout import api

    assert loaded.edition is not None
    page = next((page for page in loaded.edition.pages if any(one.story == name for one in page.stories)), None)
    if page is None:
        return None
    (sheet,) = api.compose(loaded, pages=[page.name]).sheets
    placed = next(one for one in sheet.stories if one.block.place.story == name)
    frames = [frame for frames in placed.block.frames for frame in frames if not frame.vertical]
    measure = frames[0].rect.width if frames else sheet.plan.grid.measure
    return placed.block.story, placed.case, measure


def _unplaced(loaded: Loaded, path: Path, sink: Sink) -> tuple[Story, TypeCase, int] | None:
    """A story that has no place yet, in a basic column of the paper's first page."""
    from layout.compose.normalised import normalised_edition
    from layout.edition.files import Files
    from layout.edition.storyfile import read_story
    from layout.plan.type import TypeCases

    assert loaded.edition is not None
    assert loaded.styles is not None
    assert loaded.faces is not None
    before = len(sink.found)
    story = read_story(path, Span(path, 1, 1, 1, 2), "utf-8", Files(loaded.edition.folder, loaded.workspace, sink))
    if story is None or any(found.severity.value == "error" for found in sink.found[before:]):
        return None
    alone: Edition = replace(loaded.edition, pages=(), stories={story.id: story})
    case = TypeCases(loaded.styles, loaded.faces).paper
    normalised = normalised_edition(alone, case.style.normalise, Sink()).stories[story.id]
    grid = case.style.grids[next(iter(case.style.templates.values())).grid]
    return normalised, case, grid.characters * case.style.body_size
