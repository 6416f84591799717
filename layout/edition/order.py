"""What pages have to be to each other: in order, each once, a story begun before it goes on, spreads facing."""

from __future__ import annotations

from layout.diagnostics import Sink, Span
from layout.edition.findings import NOT_BEGUN, NOT_FACING, PAGE_ORDER, PAGE_TWICE, STORY_TWICE
from layout.edition.model import Page
from layout.source.record import Record


def check_pages(pages: tuple[Page, ...], sink: Sink) -> None:
    """Report pages out of order, stories that stand twice, and continuations of what has not begun."""
    _check_order(pages, sink)
    _check_stories(pages, sink)


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
    """A story stands once; a further part of it is marked as continued and comes later."""
    first: dict[str, str] = {}
    for page in pages:
        for place in page.stories:
            if place.continued and first.get(place.story, page.name) == page.name:
                sink.report(NOT_BEGUN, place.span, "continued", page=page.name, story=place.story)
            elif not place.continued and place.story in first:
                _report_twice(place.span, place.story, first[place.story], sink)
            first.setdefault(place.story, page.name)


def _report_twice(span: Span, story: str, page: str, sink: Sink) -> None:
    sink.report(STORY_TWICE, span, "story", page=page, story=story)
