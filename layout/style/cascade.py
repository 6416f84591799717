"""Values of a style changed for a sort of page, a page or a story: paper, template, page, story, each over the last."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from layout.diagnostics import Sink
from layout.edition.model import Edition, Page, StoryPlace
from layout.source.form import Form
from layout.source.record import Record, Unread
from layout.style.form import STYLE
from layout.style.load import House, paper_style
from layout.style.merge import merged
from layout.style.model import PaperStyle

# What may be changed below the paper: nothing that would move the grid of a page.
CHANGEABLE = ("settings", "types", "pictures", "frames", "jumps")
CHANGES = Form("style", tuple(replace(key, required=False) for key in STYLE.keys if key.name in CHANGEABLE))


class EditionStyles(Struct, frozen=True):
    """The paper's style, and the changed ones by page and story (an empty story is the page itself)."""

    paper: PaperStyle
    changed: Mapping[tuple[str, str], PaperStyle] = field(default_factory=dict)

    def page(self, page: str) -> PaperStyle:
        """The style of a page."""
        return self.changed.get((page, ""), self.paper)

    def story(self, page: str, story: str) -> PaperStyle:
        """The style of a story on a page."""
        return self.changed.get((page, story)) or self.page(page)


def edition_styles(edition: Edition, house: House, sink: Sink) -> EditionStyles:
    """The styles of an edition; mistakes in what is changed are reported."""
    made: dict[tuple[int, ...], PaperStyle] = {}
    changed: dict[tuple[str, str], PaperStyle] = {}
    for page in edition.pages:
        for place in (None, *page.stories):
            layers = _layers(house.record, page, place)
            key = tuple(id(layer) for layer in layers)
            if layers and key not in made:
                made[key] = paper_style(changed_record(house.record, layers, sink), sink) or house.style
            if layers:
                changed[page.name, place.story if place else ""] = made[key]
    return EditionStyles(house.style, changed)


def record_of(house: House, page: Page, place: StoryPlace | None, sink: Sink) -> Record:
    """The record in force for a page or a story on it, every value with the place it was written at."""
    return changed_record(house.record, _layers(house.record, page, place), sink)


def _layers(paper: Record, page: Page, place: StoryPlace | None) -> tuple[Unread, ...]:
    """What is changed on the way from the paper to a story, the weakest first."""
    template = paper.named("templates").get(page.template)
    own = template.value.get("style", None) if template else None
    return tuple(layer for layer in (own, page.style, place.style if place else None) if layer)


def changed_record(paper: Record, layers: tuple[Unread, ...], sink: Sink) -> Record:
    """The paper's record with changes laid over it."""
    for layer in layers:
        record = layer.read(CHANGES, sink)
        if record:
            paper = merged(paper, record)
    return paper
