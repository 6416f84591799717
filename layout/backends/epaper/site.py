"""An edition as the folders of a site, whole, and the record that the site keeps of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from layout.assets.images import ImageStore
from layout.backends.epaper.addresses import (
    CONTENT,
    LAYOUT,
    PDFS,
    PICTURES,
    RECORD,
    TEXTS,
    UP,
    day_path,
    node,
)
from layout.backends.epaper.articlepage import article_page
from layout.backends.epaper.articles import Contents, contents_of
from layout.backends.epaper.layoutpage import layout_page
from layout.backends.epaper.model import Issue, Sheet, Zone
from layout.backends.epaper.outline import outlines
from layout.backends.epaper.pictures import PAGE_WIDTH, Gallery, Raster, page_height, scaled
from layout.backends.epaper.record import FORMAT, EditionRecord, PageRecord, record_bytes
from layout.backends.epaper.texts import texts
from layout.compose.model import Composition
from layout.display.page import PageDisplay
from layout.geometry import Rect, Size
from layout.units import Length

Folders = Mapping[str, Mapping[str, bytes]]


class FinishedPage(Struct, frozen=True):
    """A page's PDF, the name of its file, and what draws it."""

    name: str
    pdf: bytes
    raster: Raster


class Wish(Struct, frozen=True):
    """The paper's id and name, and the address of the site, empty or with a slash at its end."""

    paper_id: str
    paper: str
    site: str = ""


class EditionFiles(Struct, frozen=True):
    """An edition for the site: the files of each of its folders, and its record."""

    folders: Folders
    record: EditionRecord


def edition_files(
    composition: Composition,
    wish: Wish,
    images: ImageStore,
    finished: Mapping[str, FinishedPage],
    progress: Callable[[str], None] | None = None,
) -> EditionFiles:
    """An edition as pages of the web; `finished` are its pages by name."""
    path = day_path(composition.edition)
    contents = contents_of(composition)
    gallery = Gallery(f"{PICTURES}/{path}", images, {name: page.raster for name, page in finished.items()})
    sheets: list[Sheet] = []
    for number, (page, zones) in enumerate(_zoned(composition, contents, path), 1):
        sheets.append(_sheet(page, zones, number, f"{PDFS}/{path}/{finished[page.name].name}", gallery))
        if progress:
            progress(page.name)
    issue = Issue(composition.edition, wish.paper_id, wish.paper, wish.site, contents, tuple(sheets))
    record = _record(issue)
    pages = {sheet.file: layout_page(sheet, issue) for sheet in sheets}
    articles = {article.file: article_page(article, issue, gallery) for article in contents.articles}
    folders = {
        LAYOUT: {**pages, RECORD: record_bytes(record)},
        CONTENT: {**articles, TEXTS: texts(issue)},
        PICTURES: gallery.files,
        PDFS: {page.name: page.pdf for page in finished.values()},
    }
    return EditionFiles({f"{top}/{path}": files for top, files in folders.items()}, record)


def _zoned(composition: Composition, contents: Contents, path: str) -> Iterator[tuple[PageDisplay, tuple[Zone, ...]]]:
    """Every page with its zones: articles in the order they are read, then adverts."""
    for page, sheet in zip(composition.pages, composition.sheets, strict=True):
        zone = partial(_zone, page.trim, sheet.plan.grid.gutter)
        articles = [
            Zone(article.title, zone(article.zones[page.name]), f"{UP}{CONTENT}/{path}/{article.file}", article.file)
            for article in contents.on(page.name)
        ]
        adverts = [Zone(advert.label, zone((advert.rect,))) for advert in contents.adverts if advert.page == page.name]
        yield page, (*articles, *adverts)


def _zone(trim: Size, gutter: Length, rects: Sequence[Rect]) -> tuple[tuple[tuple[int, int], ...], ...]:
    return tuple(scaled(outlines(rects, gutter), trim))


def _sheet(page: PageDisplay, zones: tuple[Zone, ...], number: int, pdf: str, gallery: Gallery) -> Sheet:
    file = node(number)
    picture, thumbnail = gallery.page(page.name, file.removesuffix(".html"))
    height = page_height(page.trim)
    return Sheet(page.name, page.section, file, pdf, picture, thumbnail, PAGE_WIDTH, height, zones)


def _record(issue: Issue) -> EditionRecord:
    edition = issue.edition
    pages = tuple(
        PageRecord(
            sheet.name,
            sheet.section,
            sheet.file,
            sheet.thumbnail.rpartition("/")[2],
            tuple((article.title, article.file) for article in issue.contents.on(sheet.name)),
        )
        for sheet in issue.sheets
    )
    return EditionRecord(
        FORMAT,
        issue.paper,
        issue.paper_id,
        edition.name,
        edition.date.isoformat(),
        edition.number,
        edition.version,
        edition.kind,
        edition.zone,
        issue.path,
        pages,
        tuple(article.file for article in issue.contents.articles),
    )
