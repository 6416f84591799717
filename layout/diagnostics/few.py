"""Of many findings alike the first few, the last of them saying how many more there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

# So many findings of one sort in one text are told one by one.
MOST_TOLD = 5

Found = TypeVar("Found")


def first_few(alike: Sequence[Found]) -> Iterator[tuple[Found, int]]:
    """The first few, each with how many more like it are not told: none but for the last of them."""
    for number, one in enumerate(alike[:MOST_TOLD], 1):
        yield one, len(alike) - number if number == MOST_TOLD else 0


def with_untold(text: str, untold: int) -> str:
    """What a finding quotes, with the number of those that are not told."""
    return f"{text} … +{untold}" if untold else text
