"""The difference as data: for programs, and for the desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from layout.release.changes.compare import Change, Difference, Move, Spot

FORMAT = 1


def difference_data(difference: Difference) -> dict[str, Any]:
    """Pages, changes and moved blocks; rectangles in points from the trim's top left: x, y, width, height."""
    return {
        "format": FORMAT,
        "same": difference.same,
        "pages": [
            {
                "page": page.name,
                "same": page.same,
                "old": page.old.digest if page.old else None,
                "new": page.new.digest if page.new else None,
                "reset_lines": [_box(box) for box in page.reset],
            }
            for page in difference.pages
        ],
        "changes": [_change(change) for change in difference.changes],
        "blocks": [_move(move) for move in difference.moves],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "number": change.number,
        "page": change.page,
        "story": change.story,
        "role": change.role,
        "line": change.line,
        "old": change.old,
        "new": change.new,
        "before": change.before,
        "after": change.after,
        "old_places": _spots(change.old_spots),
        "new_places": _spots(change.new_spots),
    }


def _move(move: Move) -> dict[str, Any]:
    return {
        "page": move.page,
        "what": move.what,
        "sort": move.sort,
        "name": move.name,
        "old": [_box(box) for box in move.old],
        "new": [_box(box) for box in move.new],
    }


def _spots(spots: Iterable[Spot]) -> list[dict[str, Any]]:
    return [{"page": page, "rectangle": _box(box)} for page, box in spots]


def _box(box: tuple[int, int, int, int]) -> list[float]:
    return [length / 100 for length in box]
