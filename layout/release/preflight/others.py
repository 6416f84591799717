"""What an earlier preflight report says of pages that are not made again this time, kept in the new one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

# Where these are others, the pages were made for something else and are no part of the report.
_SAME = ("format", "paper", "edition", "date", "number", "press")


class Earlier(Struct, frozen=True):
    """A report as it was written."""

    format: int
    paper: str
    edition: str
    date: str
    number: int
    press: dict[str, Any]
    pages: dict[str, Any]
    findings: list[dict[str, Any]]


def earlier_report(path: Path) -> Earlier | None:
    """A report read back; None when there is none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Earlier)
    except (OSError, msgspec.DecodeError):
        return None


def with_others(
    made: dict[str, Any], earlier: Earlier, covers: Collection[str], is_there: Callable[[str], bool]
) -> dict[str, Any]:
    """A report on the pages `covers`, with what the earlier one says of the others whose files are there."""
    if any(getattr(earlier, name) != made[name] for name in _SAME):
        return made
    others = {page: told for page, told in earlier.pages.items() if page not in made["pages"] and is_there(page)}
    if not others:
        return made
    kept = [one for one in earlier.findings if one.get("page") not in covers and one not in made["findings"]]
    pages = dict(sorted({**others, **made["pages"]}.items()))
    return {**made, "pages": pages, "findings": [*kept, *made["findings"]]}
