"""The spot inks that pages use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layout.display.inks import inks_of
from layout.display.page import PageDisplay
from layout.ink import FULL, Ink


def spots_of(pages: Sequence[PageDisplay]) -> Mapping[str, Ink]:
    """The spot inks that pages use, each in full strength, in the order of their names."""
    inks = {ink for page in pages for item in page.items for ink in inks_of(item) if ink.spot and ink.tone}
    found = {str(ink.spot): _in_full(ink) for ink in sorted(inks, key=lambda ink: ink.tone)}
    return dict(sorted(found.items()))


def _in_full(ink: Ink) -> Ink:
    cyan, magenta, yellow, black = (
        round(part * FULL / ink.tone) for part in (ink.cyan, ink.magenta, ink.yellow, ink.black)
    )
    return Ink(cyan, magenta, yellow, black, ink.spot)
