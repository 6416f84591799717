"""Copyfit orders: for every story of a page what is set, what there is room for, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from layout.compose.findings import lines_in
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic
from layout.edition.model import Story
from layout.plan.findings import HEAD_TOO_WIDE, OVERSET, UNDERFULL

_KINDS = (OVERSET, UNDERFULL, HEAD_TOO_WIDE)


class Order(Struct, frozen=True):
    """A story on a page: characters of its body, lines set there, lines there is room for, and what is to be done."""

    page: str
    zone: str
    story: Story
    characters: int
    lines: int
    room: int
    over: int
    short: int
    findings: tuple[Diagnostic, ...]


def orders_of(composition: Composition, page: str) -> Iterator[Order]:
    """The orders of a page, in the manifest's order."""
    for display, sheet in zip(composition.pages, composition.sheets, strict=True):
        if display.name != page:
            continue
        for number, on_page in enumerate(sheet.stories):
            block = on_page.block
            found = tuple(
                one
                for one in composition.diagnostics
                if one.kind in _KINDS and dict(one.values).get("story") == block.story.id and one.page in {page, None}
            )
            values = {one.kind: dict(one.values) for one in found}
            yield Order(
                page,
                f"stories.{number}",
                block.story,
                sum(not c.isspace() for paragraph in block.story.body for c in paragraph.text),
                lines_in(on_page.lines),
                sum(len(leg.slots) for legs in block.frames for leg in legs),
                int(values.get(OVERSET, {}).get("lines", 0)),
                int(values.get(UNDERFULL, {}).get("lines", 0)),
                found,
            )
