"""The package's own index, which a catalogue reads: pages, pictures, articles with the place of every piece of text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from layout import api
from layout.backends.archive.articles import article_data, picture_of, rect_data
from layout.backends.archive.facts import EditionFacts, PageFacts
from layout.backends.archive.mets import page_paths
from layout.display.page import PageDisplay
from layout.edition.model import Page
from layout.geometry import Rect
from layout.release.archive.record import FORMAT
from layout.release.archive.sources import FOLDER, place_of


def edition_index(edition: EditionFacts, loaded: api.Loaded) -> dict[str, Any]:
    """The archive's own index of the edition."""
    assert loaded.edition is not None
    assert loaded.style is not None
    written_pages = {page.name: page for page in loaded.edition.pages}
    return {
        "format": FORMAT,
        "id": edition.identifier,
        "paper": loaded.style.identity.id,
        "publication": edition.publication,
        "edition": loaded.edition.name,
        "kind": loaded.edition.kind,
        "date": edition.date,
        "number": edition.number,
        "version": edition.version,
        "rights": edition.rights,
        "pages": [_page_data(page, written_pages[page.name], path_in(loaded)) for page in edition.pages],
        "articles": [article_data(article) for article in edition.articles],
    }


def path_in(loaded: api.Loaded) -> Callable[[Path], str]:
    """Where the package holds a file of the newsroom."""
    return lambda file: f"{FOLDER}/{place_of(file, loaded)}"


def _page_data(page: PageFacts, written_page: Page, path_of: Callable[[Path], str]) -> dict[str, Any]:
    display: PageDisplay = page.display
    trim = Rect(0, 0, display.trim.width, display.trim.height)
    return {
        "page": page.name,
        "section": display.section,
        "size": rect_data(trim)[2:],
        "pdf": page_paths(page)[0],
        "press": {"file": page.press[0], "sha256": page.press[1]},
        "text": hashlib.sha256("\n".join(block.text for block in page.blocks).encode()).hexdigest(),
        "pictures": [picture_of(own.picture, path_of).data() for own in written_page.pictures],
        "adverts": [picture_of(own.picture, path_of).data() for own in written_page.adverts],
    }
