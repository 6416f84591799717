"""What the pages of the site are made from: the issue, and its pages with their zones."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from layout.backends.epaper.addresses import CONTENT, LAYOUT, day_path
from layout.backends.epaper.articles import Article, Contents
from layout.backends.epaper.pictures import PictureFile
from layout.edition.calendar import date_words, lunar_date, weekday
from layout.edition.fields import KINDS
from layout.edition.model import Edition


class Zone(Struct, frozen=True):
    """A place on a page's picture, in its pixels: an article's, or (no `href`) an advert's."""

    label: str
    polygons: tuple[tuple[tuple[int, int], ...], ...]
    href: str = ""
    file: str = ""

    @property
    def areas(self) -> list[dict[str, str]]:
        """What the image map has for it: shape and coordinates; a rectangle is given as one."""
        return [_area(polygon) for polygon in self.polygons]

    @property
    def points(self) -> list[str]:
        """The same as polygons of a drawing."""
        return [" ".join(f"{x},{y}" for x, y in polygon) for polygon in self.polygons]


def _area(polygon: tuple[tuple[int, int], ...]) -> dict[str, str]:
    xs, ys = {x for x, _ in polygon}, {y for _, y in polygon}
    if len(polygon) == 4 and len(xs) == len(ys) == 2:
        return {"shape": "rect", "coords": f"{min(xs)},{min(ys)},{max(xs)},{max(ys)}"}
    return {"shape": "poly", "coords": ",".join(f"{x},{y}" for x, y in polygon)}


class Sheet(Struct, frozen=True):
    """A page of the site: its picture and zones, `width` and `height` being those the zones are counted in."""

    name: str
    section: str
    file: str
    pdf: str
    picture: PictureFile
    thumbnail: str
    width: int
    height: int
    zones: tuple[Zone, ...]

    @property
    def title(self) -> str:
        """What it is called: A01版 要闻."""
        return f"{self.name}版 {self.section}".strip()


class Issue(Struct, frozen=True):
    """An edition for the site: its pages and articles. `site` is the address of the site, empty or with a slash."""

    edition: Edition
    paper_id: str
    paper: str
    site: str
    contents: Contents
    sheets: tuple[Sheet, ...]

    @property
    def path(self) -> str:
        """Its folder."""
        return day_path(self.edition)

    @property
    def date(self) -> str:
        """Its date in words."""
        day = self.edition.date
        return f"{date_words(day)} {weekday(day)}"

    @property
    def lunar(self) -> str:
        """Its lunar date; empty outside the years that are known."""
        try:
            return lunar_date(self.edition.date)
        except ValueError:
            return ""

    @property
    def number(self) -> str:
        """Its number in words."""
        return f"第{self.edition.number}期{KINDS[self.edition.kind]}"

    @property
    def by_page(self) -> Mapping[str, Sheet]:
        """Its pages by name."""
        return {sheet.name: sheet for sheet in self.sheets}

    def section(self, page: str) -> str:
        """The section of a page."""
        return self.by_page[page].section

    def layout(self, sheet: Sheet) -> str:
        """The address of a page."""
        return f"{LAYOUT}/{self.path}/{sheet.file}"

    def content(self, article: Article) -> str:
        """The address of an article."""
        return f"{CONTENT}/{self.path}/{article.file}"
