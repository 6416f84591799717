"""What changed on a page since it was signed last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from layout.desk.state import State
from layout.geometry import Rect, hull
from layout.release.changes.layouts import rects
from layout.release.signing import since_signed
from layout.units import POINT


class Changed(Struct, frozen=True):
    """A change: the story, its line on the page, what stood there and what stands there, and where, in points.

    `what` is None for words, else what became of a block, in Chinese and in English.
    """

    story: str
    line: int
    old: str
    new: str
    before: str
    after: str
    rect: str
    what: tuple[str, str] | None = None


def changes_of(state: State, page: str) -> tuple[Changed, ...] | None:
    """The changes of a page since it was signed; None when it never was."""
    if state.composition is None:
        return None
    compared = since_signed(state.composition, state.loaded)
    if compared is None or all(known.name != page for known in compared.old.layout.pages):
        return None
    return tuple(_changes(compared.difference, page))


def _changes(difference: object, page: str) -> Iterator[Changed]:
    from layout.release.changes.compare import Difference
    from layout.release.changes.words import MOVES

    assert isinstance(difference, Difference)
    for move in difference.moves:
        if move.page == page:
            yield Changed(move.name, 0, "", "", "", "", _around(rects(move.new or move.old)), MOVES[move.what])
    for one in difference.changes:
        if one.page == page:
            boxes = [box for at, box in one.new_spots if at == page]
            boxes = boxes or ([one.after_spot[1]] if one.after_spot else [])
            yield Changed(one.story, one.line, one.old, one.new, one.before, one.after, _around(rects(boxes)))


def _around(found: Sequence[Rect]) -> str:
    """The smallest rectangle round some, in points."""
    if not found:
        return ""
    whole = hull(found)
    return " ".join(f"{length / POINT:.2f}" for length in (whole.x, whole.y, whole.width, whole.height))
