"""Two layouts held against each other: what was written anew, what was set anew, and what stands elsewhere.

A story's body is one text over all its pages, so that what only moved is no change of its words. The shortest list of
edits is found by Levenshtein's distance (rapidfuzz, bit-parallel); what is alike at both ends costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct, field
from rapidfuzz.distance import Levenshtein

from layout.release.changes.layouts import Block, Box, Layout, PageLayout, Run

CONTEXT = 8
_BODY = {"paragraph", "subhead", "table_title", "cell"}
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u0002\ufffe\u200b"))
Spot = tuple[str, Box]


class Change(Struct, frozen=True):
    """Characters that are others now: the page and the line of the story there (of the new one where it stands on one).

    `old` and `new` are what was and what is, `before` and `after` what stands round it. The spots are where every
    character stands, with its page; `after_spot` is what
    they follow in the new version.
    """

    number: int
    page: str
    story: str
    role: str
    line: int
    old: str
    new: str
    before: str
    after: str
    old_spots: tuple[Spot, ...]
    new_spots: tuple[Spot, ...]
    after_spot: Spot | None = None


class Move(Struct, frozen=True):
    """A block that was moved, exchanged for another, added or taken away, with its boxes on the page before and now."""

    page: str
    what: Literal["moved", "exchanged", "added", "removed"]
    sort: str
    name: str
    old: tuple[Box, ...]
    new: tuple[Box, ...]


class PageDifference(Struct, frozen=True):
    """A page in both versions, None where it is in one alone, and whether anything on it is another.

    `reset` are lines of the new page that hold the same words as before, but were broken elsewhere or set in others.
    """

    name: str
    old: PageLayout | None
    new: PageLayout | None
    same: bool
    reset: tuple[Box, ...]


class Difference(Struct, frozen=True):
    """Everything that differs between two versions."""

    pages: tuple[PageDifference, ...]
    changes: tuple[Change, ...]
    moves: tuple[Move, ...]

    @property
    def same(self) -> bool:
        """Whether the two are the same."""
        return all(page.same for page in self.pages)


class _Text(Struct):
    """One text of a version: its characters, where each stands, and in which line of its page."""

    story: str
    role: str
    characters: list[str] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    _part: tuple[str, int] | None = None
    _line: tuple[str, int, int] = ("", 0, -1)

    def add(self, page: str, run: Run) -> None:
        """A run more; another part begins a paragraph, another baseline a line."""
        if self._part and self._part != (page, run.part) and self._part[0] == page:
            self._character("\n", (page, (run.x, run.y, 0, 0)))
        self._part = page, run.part
        on, number, at = self._line
        baseline = run.x if run.way == "down" else run.y
        if on != page:
            self._line = page, 1, baseline
        elif at != baseline:
            self._line = page, number + 1, baseline
        for character, box in zip(run.text, run.boxes(), strict=True):
            if not character.isspace() and ord(character) not in _DROPPED:
                self._character(character, (page, box))

    def _character(self, character: str, spot: Spot) -> None:
        self.characters.append(character)
        self.spots.append(spot)
        self.lines.append(self._line[1])

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(self.characters)


def compare(old: Layout, new: Layout) -> Difference:
    """What differs between two versions, of the pages that either has, in the order of the new one."""
    before, after = ({page.name: page for page in layout.pages} for layout in (old, new))
    names = list(dict.fromkeys((*after, *before)))
    changes = tuple(_numbered(_changes(_texts(old), _texts(new)), names))
    pages = tuple(_page(name, before.get(name), after.get(name)) for name in names)
    moves = tuple(move for page in pages if not page.same for move in _moves(page))
    return Difference(pages, changes, moves)


def _page(name: str, old: PageLayout | None, new: PageLayout | None) -> PageDifference:
    same = old is not None and new is not None and old.digest == new.digest
    reset = () if same or old is None or new is None else tuple(_reset(old, new))
    return PageDifference(name, old, new, same, reset)


def _texts(layout: Layout) -> dict[tuple[str, str], _Text]:
    """The texts of a version by story and role; what belongs to no story, by page and role."""
    found: dict[tuple[str, str], _Text] = {}
    for page in layout.pages:
        for run in page.runs:
            role = "body" if run.role in _BODY else run.role
            key = (run.story, role) if run.story else (f" {page.name}", role)
            if key not in found:
                found[key] = _Text(run.story, role)
            found[key].add(page.name, run)
    return found


def _changes(old: dict[tuple[str, str], _Text], new: dict[tuple[str, str], _Text]) -> Iterator[Change]:
    for key in dict.fromkeys((*new, *old)):
        before, after = old.get(key), new.get(key)
        one, other = (text.text if text else "" for text in (before, after))
        if one != other:
            known = after or before
            assert known is not None
            yield from _edits(before or _Text(known.story, known.role), after or _Text(known.story, known.role))


def _edits(old: _Text, new: _Text) -> Iterator[Change]:
    one, other = old.text, new.text
    for gone, come in _stretches(one, other):
        page, line = _place(old, new, gone.start, come.start)
        yield Change(
            0,
            page,
            new.story,
            new.role,
            line,
            one[gone],
            other[come],
            other[max(0, come.start - CONTEXT) : come.start],
            other[come.stop : come.stop + CONTEXT],
            tuple(old.spots[gone]),
            tuple(new.spots[come]),
            _before(new, come.start),
        )


def _stretches(one: str, other: str) -> Iterator[tuple[slice, slice]]:
    """What is gone of one text and what has come in the other; edits that touch each other are one."""
    edits = [edit for edit in Levenshtein.opcodes(one, other) if edit.tag != "equal"]
    at = 0
    while at < len(edits):
        last = at
        while last + 1 < len(edits) and edits[last + 1].src_start == edits[last].src_end:
            last += 1
        first, end = edits[at], edits[last]
        yield slice(first.src_start, end.src_end), slice(first.dest_start, end.dest_end)
        at = last + 1


def _before(text: _Text, at: int) -> Spot | None:
    """The character before a place of a text, or where the one after it begins when a paragraph does there."""
    if at and text.spots[at - 1][1][2]:
        return text.spots[at - 1]
    if at < len(text.spots):
        page, (x, y, _, height) = text.spots[at]
        return page, (x, y, 0, height)
    return None


def _place(old: _Text, new: _Text, before: int, after: int) -> tuple[str, int]:
    """The page and the line of a change: where its new characters stand, else where it was."""
    text, at = (new, after) if new.spots else (old, before)
    at = min(at, len(text.spots) - 1)
    return text.spots[at][0], text.lines[at]


def _numbered(changes: Iterator[Change], pages: Sequence[str]) -> Iterator[Change]:
    """The changes page by page, and on it from the top down as stories are read, numbered from 1."""
    from msgspec.structs import replace

    ordered = sorted(changes, key=lambda change: pages.index(change.page))
    for number, change in enumerate(ordered, 1):
        yield replace(change, number=number)


def _moves(page: PageDifference) -> Iterator[Move]:
    before, after = (
        {(block.sort, block.name): block for block in layout.blocks} if layout else {}
        for layout in (page.old, page.new)
    )
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        what = _what(old, new)
        if what:
            boxes = (block.boxes if block else () for block in (old, new))
            yield Move(page.name, what, *key, *boxes)


def _what(old: Block | None, new: Block | None) -> Literal["moved", "exchanged", "added", "removed"] | None:
    if old is None:
        return "added"
    if new is None:
        return "removed"
    if old.content != new.content:
        return "exchanged"
    return "moved" if old.boxes != new.boxes else None


def _reset(old: PageLayout, new: PageLayout) -> Iterator[Box]:
    """Lines of stories on the new page that stood on no line of the old one as they are now."""
    known = {words for words, _ in _lines(old)}
    for words, box in _lines(new):
        if words not in known:
            yield box


def _lines(page: PageLayout) -> Iterator[tuple[tuple[str, str, tuple[tuple[int, ...], ...]], Box]]:
    """The lines of running text: story, words and widths, with the box each takes."""
    lines: dict[tuple[str, int, int], list[Run]] = {}
    for run in page.runs:
        if run.role in _BODY and run.story:
            across = run.x if run.way == "down" else run.y
            lines.setdefault((run.story, run.part, across), []).append(run)
    for (story, _, _), runs in lines.items():
        words = story, "".join(run.text for run in runs), tuple(run.steps for run in runs)
        yield words, joined([box for run in runs for box in run.boxes()])


def joined(boxes: Sequence[Box]) -> Box:
    """The smallest box round some."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return left, top, right - left, bottom - top
