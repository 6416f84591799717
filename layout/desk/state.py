"""What the desk shows: one state of the edition after another, each whole."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from msgspec import Struct

from layout.api import Loaded
from layout.backends.svg import Drawing, Screen, draw_page
from layout.compose.model import Composition, Sheet
from layout.desk.thumbs import thumbnail
from layout.desk.zones import Zone, grid_of, zones_of
from layout.diagnostics import Diagnostic, Severity
from layout.display.items import Part
from layout.display.page import PageDisplay


class PageState(Struct, frozen=True):
    """A page as it is shown, and a digest of all that the browser is sent of it.

    `display` and `parts` are what it was drawn from.
    """

    name: str
    section: str
    drawing: Drawing
    digest: str
    zones: tuple[Zone, ...]
    grid: Mapping[str, float]
    thumb: str
    display: PageDisplay
    parts: Sequence[Part]
    sheet: Sheet


class State(Struct, frozen=True):
    """The edition at one moment.

    When it cannot be read, the pages are those of the last time it could be (`stale`). `settled` says that the findings
    are of these very pages, `took` how many milliseconds they took.
    """

    revision: int
    loaded: Loaded
    composition: Composition | None = None
    pages: Mapping[str, PageState] = {}
    findings: tuple[Diagnostic, ...] = ()
    stale: bool = False
    settled: bool = True
    took: int = 0

    def count(self, severity: Severity, page: str | None = None) -> int:
        """How many findings there are of a severity, of all pages or one."""
        return sum(one.severity is severity and page in {None, one.page} for one in self.findings)


def page_states(
    composition: Composition, screen: Screen, before: Mapping[str, PageState], small: Mapping[str, str]
) -> dict[str, PageState]:
    """The pages of a composition; those that are as they were `before` are not drawn again.

    `small` has the pictures of thumbnails by key, as data addresses.
    """
    made = {}
    for page, sheet in zip(composition.pages, composition.sheets, strict=True):
        known = before.get(page.name)
        if known and _same(known, page, composition.parts):
            drawing, thumb = known.drawing, known.thumb
        else:
            drawing, thumb = draw_page(page, composition.parts, screen), thumbnail(page, screen, small)
        grid, zones = grid_of(sheet.plan.grid), zones_of(sheet)
        # A box may be larger or smaller and its page look the same.
        digest = hashlib.sha256(f"{drawing.digest} {zones} {grid}".encode()).hexdigest()[:16]
        made[page.name] = PageState(
            page.name, page.section, drawing, digest, zones, grid, thumb, page, composition.parts, sheet
        )
    return made


def _same(known: PageState, page: PageDisplay, parts: Sequence[Part]) -> bool:
    """Whether a page is drawn as it was: the same items, of the same parts."""
    return known.display == page and all(
        item.part < len(known.parts) and known.parts[item.part] == parts[item.part] for item in page.items
    )
