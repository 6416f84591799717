"""Pictures across two facing pages (跨版): declared once on the left page, standing on both."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from layout.diagnostics import Sink
from layout.edition.findings import NOT_FACING
from layout.edition.model import Page, PicturePlace, StoryPlace
from layout.edition.order import facing


def with_right_halves(pages: tuple[Page, ...], sink: Sink) -> tuple[Page, ...]:
    """The pages with the right half of every spread on its page; pages that do not face each other are reported.

    A half stands in the story it belongs to where that goes on beside it, so that its text runs round it there too.
    """
    found = {page.name: page for page in pages}
    for page in pages:
        for owner, place in _spreads(page):
            spread = place.spread
            assert spread is not None
            if not facing(page.name, spread.right_page) or spread.right_page not in found:
                names = f"{page.name}、{spread.right_page}"
                sink.report(NOT_FACING, spread.right.span, "spread", pages=names)
                continue
            half = replace(place, box=spread.right, spread=replace(spread, is_left=False))
            found[spread.right_page] = _with_half(found[spread.right_page], half, owner)
    return tuple(found[page.name] for page in pages)


def _spreads(page: Page) -> Iterator[tuple[str | None, PicturePlace]]:
    for story in page.stories:
        yield from ((story.story, place) for place in story.pictures if place.spread and place.spread.is_left)
    yield from ((None, place) for place in page.pictures if place.spread and place.spread.is_left)


def _with_half(page: Page, half: PicturePlace, owner: str | None) -> Page:
    for index, story in enumerate(page.stories):
        if story.story == owner and any(half.box.meets(box) for box in story.boxes):
            around: StoryPlace = replace(story, pictures=(*story.pictures, half))
            return replace(page, stories=(*page.stories[:index], around, *page.stories[index + 1 :]))
    return replace(page, pictures=(*page.pictures, half))
