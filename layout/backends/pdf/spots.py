"""Spot inks as Separation colour spaces (ISO 32000-1, 8.6.6.4), with the process inks that stand in for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from layout.backends.pdf.objects import Raw, array, dictionary, name, number
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


def separation(spot: str, ink: Ink, document: Any) -> Any:
    """A spot ink's colour space: tints of its stand-in, from nothing to full."""
    parts = " ".join(number(part / FULL) for part in (ink.cyan, ink.magenta, ink.yellow, ink.black))
    tints = {"FunctionType": 2, "Domain": Raw("[0 1]"), "C0": Raw("[0 0 0 0]"), "C1": Raw(f"[{parts}]"), "N": 1}
    space = array([name("Separation"), _ink_name(spot), name("DeviceCMYK"), document.Reference(dictionary(tints))])
    return document.Reference(space)


def _ink_name(spot: str) -> Any:
    """A name in UTF-8, other bytes than letters and digits written as numbers (7.3.5)."""
    return Raw("/" + "".join(chr(b) if chr(b).isalnum() and b < 128 else f"#{b:02X}" for b in spot.encode()))
