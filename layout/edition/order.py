"""What pages have to be to each other: in order, each once, a story begun before it goes on, spreads facing."""

from __future__ import annotations

from layout.diagnostics import Sink
from layout.edition.findings import (
    BACKWARDS,
    MIXED_DIRECTION,
    NOT_BEGUN,
    NOT_FACING,
    PAGE_ORDER,
    PAGE_TWICE,
    SAME_PAGE,
    STORY_TWICE,
)
from layout.edition.model import Page, StoryPlace
from layout.source.record import Record


def check_pages(pages: tuple[Page, ...], sink: Sink) -> None:
    """Report pages out of order, stories that stand twice, and continuations of what has not begun."""
    _check_order(pages, sink)
    _check_stories(pages, sink)
    _check_notices(pages, sink)


def checked_spreads(record: Record, pages: tuple[Page, ...], sink: Sink) -> tuple[tuple[str, str], ...]:
    """The pairs of facing pages; what does not face each other is reported.

    Page 1 lies on the right, so a spread is an even page and the odd one after it, of one section.
    """
    known = {page.name for page in pages}
    found: list[tuple[str, str]] = []
    for item in record.many("spreads"):
        names = [one.value for one in item.value]
        if len(names) == 2 and set(names) <= known and facing(*names):
            found.append((names[0], names[1]))
        else:
            sink.report(NOT_FACING, item.span, "spreads", pages="、".join(names))
    return tuple(found)


def facing(left: str, right: str) -> bool:
    """Whether two pages lie side by side: an even one and the odd one after it, of one section."""
    return left[0] == right[0] and int(left[1:]) % 2 == 0 and int(right[1:]) == int(left[1:]) + 1


def _check_order(pages: tuple[Page, ...], sink: Sink) -> None:
    seen: set[str] = set()
    for before, page in zip((None, *pages), pages, strict=False):
        if page.name in seen:
            sink.report(PAGE_TWICE, page.span, "page", page=page.name)
        elif before and page.name < before.name:
            sink.report(PAGE_ORDER, page.span, "page", page=page.name, before=before.name)
        seen.add(page.name)


def _check_stories(pages: tuple[Page, ...], sink: Sink) -> None:
    """A story stands once; a further part of it is marked as continued, on another page that comes later."""
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    direction: dict[str, bool] = {}
    begun = {place.story: page.name for page in reversed(pages) for place in page.stories if not place.continued}
    for page in pages:
        for place in page.stories:
            if place.continued:
                _check_continued(place, page.name, (last.get(place.story), begun.get(place.story)), sink)
            elif place.story in first and place.story in last:
                sink.report(STORY_TWICE, place.span, "story", page=first[place.story], story=place.story)
            if place.columns.vertical != direction.setdefault(place.story, place.columns.vertical):
                sink.report(MIXED_DIRECTION, place.span, "direction", story=place.story)
            if not place.continued or place.story in last:
                first.setdefault(place.story, page.name)
                last[place.story] = page.name


def _check_continued(place: StoryPlace, page: str, known: tuple[str | None, str | None], sink: Sink) -> None:
    """`known` is the page on which the story stood last, and the one on which it begins."""
    last, begins = known
    if last == page:
        sink.report(SAME_PAGE, place.span, "continued", page=page, story=place.story)
    elif last is None and begins is not None and begins != page:
        sink.report(BACKWARDS, place.span, "continued", page=page, story=place.story, later=begins)
    elif last is None:
        sink.report(NOT_BEGUN, place.span, "continued", page=page, story=place.story)


def _check_notices(pages: tuple[Page, ...], sink: Sink) -> None:
    """A notice at the fold stands there alone."""
    standing = {place.story: page.name for page in pages for place in page.stories}
    for page in pages:
        for notice in page.notices:
            if notice.story in standing:
                sink.report(STORY_TWICE, notice.span, "fold", page=standing[notice.story], story=notice.story)
            standing[notice.story] = page.name
