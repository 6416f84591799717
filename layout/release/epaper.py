"""An edition added to a site of 数字报, whole or not at all; the editions that are there stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from layout import api
from layout.backends.epaper.record import EditionRecord, RecordError, ordered, read_records
from layout.backends.epaper.site import EditionFiles, FinishedPage, Wish, edition_files
from layout.backends.epaper.sitepages import site_files
from layout.backends.epaper.templates import assets
from layout.backends.folders import put
from layout.backends.raster import Raster
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic, Kind, Sink, Span
from layout.edition.model import Edition, Page, StoryPlace
from layout.edition.rights import Rights
from layout.release.epaperfindings import EMBARGOED, OTHER_EDITION, OTHER_PAPER, SITE_UNREADABLE


class SiteError(Exception):
    """An edition cannot be put into a site; `found` says why."""

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        super().__init__("the edition cannot be put into the site")
        self.found = found


class Site(Struct, frozen=True):
    """Where a site is and its address, empty when it has none; `time` is the files' (default: the edition's date)."""

    folder: Path
    address: str = ""
    time: datetime | None = None


class Added(Struct, frozen=True):
    """What was added: the page to open first, and how many pages and articles."""

    first: Path
    pages: int
    articles: int


def add_edition(
    composition: Composition, loaded: api.Loaded, site: Site, progress: Callable[[str], None] | None = None
) -> Added:
    """Put an edition into a site, and make calendar, search and latest page anew.

    Raises SiteError when it must not go there, `layout.backends.files.OutputError` when it cannot be written.
    """
    if loaded.edition is None or loaded.style is None:
        raise ValueError("the edition was not read completely")
    identity = loaded.style.identity
    wish = Wish(identity.id, identity.name, f"{site.address.rstrip('/')}/" if site.address else "")
    if held := tuple(_embargoed(composition.edition, site.time)):
        raise SiteError(held)
    _others(composition.edition, wish, site.folder)
    made = _made(composition, loaded, wish, site, progress)

    def shared() -> Mapping[str, bytes | None]:
        others = _others(composition.edition, wish, site.folder)
        return {**assets(), **site_files(ordered([*others, made.record]), wish.site)}

    put(site.folder, made.folders, shared)
    return Added(site.folder / made.record.first, len(made.record.pages), len(made.record.articles))


def _made(
    composition: Composition,
    loaded: api.Loaded,
    wish: Wish,
    site: Site,
    progress: Callable[[str], None] | None,
) -> EditionFiles:
    target = api.Target("screen", site.folder, "pages", site.time)
    pdfs = api.pdfs(composition, loaded, target, progress)
    finished = {
        pages[0]: FinishedPage(name, pdfs[name], Raster(pdfs[name]))
        for name, pages in api.page_sets(composition, loaded, target).items()
    }
    return edition_files(composition, wish, loaded.images, finished, progress)


def _others(edition: Edition, wish: Wish, folder: Path) -> list[EditionRecord]:
    """The other editions of a site. Raises SiteError when this one must not join them."""
    from layout.backends.epaper.addresses import day_path

    path = day_path(edition)
    try:
        records = read_records(folder)
    except RecordError as error:
        file = error.path.relative_to(folder).as_posix()
        raise _refused(SITE_UNREADABLE, edition.span, folder=folder.name, file=file) from error
    for record in records:
        if record.paper_id != wish.paper_id:
            raise _refused(OTHER_PAPER, edition.span, folder=folder.name, there=record.paper, paper=wish.paper)
        if record.path == path and not _follows(edition, record):
            raise _refused(
                OTHER_EDITION,
                edition.span,
                date=record.date,
                there=_called(record.edition, record.zone, record.version),
                edition=_called(edition.name, edition.zone, edition.version),
            )
    return [record for record in records if record.path != path]


def _follows(edition: Edition, record: EditionRecord) -> bool:
    """Whether an edition may take the place of one that was published: the same, no older."""
    return (edition.name, edition.zone) == (record.edition, record.zone) and edition.version >= record.version


def _called(name: str, zone: str, version: int) -> str:
    return " ".join(part for part in (name, zone, f"v{version}") if part)


def _refused(kind: Kind, span: Span, **values: str) -> SiteError:
    return SiteError((Diagnostic(kind, span, "paper", tuple(values.items())),))


def _embargoed(edition: Edition, time: datetime | None) -> Iterator[Diagnostic]:
    """The stories and pictures on the pages that must not be shown yet."""
    today = time.date() if time else edition.date
    sink = Sink()
    for what, span, rights in _rights(edition):
        if rights.embargo and rights.embargo > today:
            sink.report(EMBARGOED, span, "embargo", what=what, until=rights.embargo.isoformat(), date=today.isoformat())
    yield from dict.fromkeys(sink.found)


def _rights(edition: Edition) -> Iterator[tuple[str, Span, Rights]]:
    for page in edition.pages:
        for name in page.story_names:
            story = edition.stories[name]
            yield name, story.span, story.rights
        places: list[StoryPlace | Page] = [*page.stories, page]
        for place in (picture for part in places for picture in part.pictures):
            yield place.picture.file.name, place.picture.span, place.picture.rights
        for grouped in (one for part in places for group in part.groups for one in group.pictures):
            yield grouped.picture.file.name, grouped.picture.span, grouped.picture.rights
