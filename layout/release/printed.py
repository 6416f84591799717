"""The text of drawn pages in the order it is drawn, white space left out, and where in it each story stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from layout.display.items import Layer, Part, Role, TextRun
from layout.display.page import PageDisplay

_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b"))
BODY = {Role.PARAGRAPH, Role.SUBHEAD, Role.TABLE_TITLE, Role.CELL}


def squeezed(text: str) -> str:
    """A text without white space and hyphens of division; a two-em dash counts as the two dashes it stands for."""
    joined = "".join(text.split()).translate(_DROPPED)
    return joined.replace("\u2e3a", "——") if "\u2e3a" in joined else joined


class Spot(Struct, frozen=True):
    """A run of a story on a page: its part and role, its stretch of the page's text, and its line (from 1)."""

    part: int
    story: str
    role: Role
    start: int
    end: int
    line: int


class PrintedPage(Struct):
    """A page's text as it is drawn, and the spots where stories stand in it."""

    name: str
    text: str
    spots: tuple[Spot, ...]
    by_story: dict[str, list[Spot]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for spot in self.spots:
            self.by_story.setdefault(spot.story, []).append(spot)

    def of(self, story: str, roles: Iterable[Role]) -> list[Spot]:
        """A story's spots of some roles, in order."""
        wanted = set(roles)
        return [spot for spot in self.by_story.get(story, ()) if spot.role in wanted]


def printed_page(page: PageDisplay, parts: Sequence[Part]) -> PrintedPage:
    """A drawn page's text."""
    pieces: list[str] = []
    spots: list[Spot] = []
    lines: dict[str, tuple[int, int]] = {}
    at = 0
    for run in _drawn(page):
        text = squeezed(run.glyphs.text)
        part = parts[run.part]
        if part.story and text and run.layer is Layer.TEXT:
            line = _line(lines, part.story, run.origin.y)
            spots.append(Spot(part.id, part.story, part.role, at, at + len(text), line))
        pieces.append(text)
        at += len(text)
    return PrintedPage(page.name, "".join(pieces), tuple(spots))


def _drawn(page: PageDisplay) -> Iterator[TextRun]:
    """The runs of text in the order of drawing: layer by layer."""
    runs = [item for item in page.items if isinstance(item, TextRun) and item.glyphs.ids]
    return iter(sorted(runs, key=lambda run: run.layer))


def _line(lines: dict[str, tuple[int, int]], story: str, baseline: int) -> int:
    """The number of a story's line on the page: another baseline is another line."""
    number, last = lines.get(story, (0, -1))
    if baseline != last:
        number += 1
    lines[story] = number, baseline
    return number
