"""Spot inks as Separation colour spaces (ISO 32000-1, 8.6.6.4), with the process inks that stand in for them."""

from __future__ import annotations

from typing import Any

from layout.backends.pdf.numbers import number
from layout.backends.pdf.objects import Raw, array, dictionary, name
from layout.ink import FULL, Ink


def separation(spot: str, ink: Ink, document: Any) -> Any:
    """A spot ink's colour space: tints of its stand-in, from nothing to full."""
    parts = " ".join(number(part / FULL) for part in (ink.cyan, ink.magenta, ink.yellow, ink.black))
    tints = {"FunctionType": 2, "Domain": Raw("[0 1]"), "C0": Raw("[0 0 0 0]"), "C1": Raw(f"[{parts}]"), "N": 1}
    space = array([name("Separation"), _ink_name(spot), name("DeviceCMYK"), document.Reference(dictionary(tints))])
    return document.Reference(space)


def _ink_name(spot: str) -> Any:
    """A name in UTF-8, other bytes than letters and digits written as numbers (7.3.5)."""
    return Raw("/" + "".join(chr(b) if chr(b).isalnum() and b < 128 else f"#{b:02X}" for b in spot.encode()))
