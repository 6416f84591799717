"""Editions as sites, their pages drawn blank: what is tested here is what stands in the files."""

from __future__ import annotations

import posixpath
from functools import cache
from xml.etree import ElementTree

import html5lib

from layout import api
from layout.assets.pixels import Pixels
from layout.backends.epaper.articles import Contents, contents_of
from layout.backends.epaper.site import EditionFiles, FinishedPage, Wish, edition_files
from layout.backends.epaper.sitepages import site_files
from layout.backends.epaper.templates import assets
from layout.compose.model import Composition
from tests.editions import samples
from tests.features.editions import loaded


class Blank:
    """A page nobody drew."""

    def whole(self, width):
        return Pixels(width // 20, width // 15, "RGB", b"\xff" * (3 * (width // 20) * (width // 15)))

    def part(self, rect, resolution):
        return Pixels(10, 8, "RGB", b"\xff" * 240)


@cache
def composed(name: str) -> tuple[api.Loaded, Composition]:
    edition = loaded(name)
    return edition, api.compose(edition)


def made(edition: api.Loaded, composition: Composition, site: str = "") -> EditionFiles:
    finished = {
        page.name: FinishedPage(f"{page.name}.pdf", f"PDF {page.name}".encode(), Blank()) for page in composition.pages
    }
    identity = edition.style.identity
    return edition_files(composition, Wish(identity.id, identity.name, site), edition.images, finished)


@cache
def feature(name: str) -> tuple[Composition, Contents, dict[str, bytes]]:
    """A feature's edition: as it was composed, what readers find in it, and every file of its site by its path."""
    return _read(*composed(name))


@cache
def sample(name: str) -> tuple[Composition, Contents, dict[str, bytes]]:
    """The same of a sample edition."""
    return _read(samples.loaded(name), samples.composition(name))


def _read(edition: api.Loaded, composition: Composition) -> tuple[Composition, Contents, dict[str, bytes]]:
    return composition, contents_of(composition), whole(made(edition, composition))


def whole(files: EditionFiles, site: str = "") -> dict[str, bytes]:
    own = {f"{folder}/{name}": data for folder, held in files.folders.items() for name, data in held.items()}
    shared = {name: data for name, data in site_files([files.record], site).items() if data is not None}
    return {**own, **shared, **assets()}


def parsed(data: bytes) -> ElementTree.Element:
    """A page read by the rules of HTML; anything that is against them is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(data.decode())


def said(element: ElementTree.Element) -> str:
    """The text of an element, without the readings above characters."""
    text = element.text or ""
    for child in element:
        text += ("" if child.tag == "rt" else said(child)) + (child.tail or "")
    return text


def addresses(page: ElementTree.Element):
    """Every address that a page asks for or leads to."""
    for element in page.iter():
        yield from (element.get(name) for name in ("href", "src") if element.get(name))
        yield from (one.split()[0] for one in (element.get("srcset") or "").split(", ") if one)


def target(path: str, address: str) -> str:
    """The path that an address on a page leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address.partition("#")[0]) or path)


def by_id(page: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = (element for element in page.iter() if element.get("id") == name)
    return found


def of_class(page: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [element for element in page.iter() if name in (element.get("class") or "").split()]
