"""Inks: process colour in per mille, or a spot ink with a process stand-in. There is no RGB in the core."""

from __future__ import annotations

import re

from msgspec import Struct

FULL = 1000
# The spot ink that stands on every plate there is, whatever they are (ISO 32000-1, 8.6.6.4).
EVERY_PLATE = "All"


class Ink(Struct, frozen=True):
    """Cyan, magenta, yellow and black in per mille; `spot` names a spot ink these four stand in for."""

    cyan: int
    magenta: int
    yellow: int
    black: int
    spot: str | None = None

    def tint(self, per_mille: int) -> Ink:
        """The same ink, screened to `per_mille` of its strength."""
        return Ink(
            self.cyan * per_mille // FULL,
            self.magenta * per_mille // FULL,
            self.yellow * per_mille // FULL,
            self.black * per_mille // FULL,
            self.spot,
        )

    @property
    def as_black(self) -> Ink:
        """About as dark in black alone: the weights of colours in luminance (ITU-R BT.601)."""
        grey = (299 * self.cyan + 587 * self.magenta + 114 * self.yellow) // FULL
        return Ink(0, 0, 0, min(self.black + grey, FULL))

    @property
    def tone(self) -> int:
        """How strong a spot ink is printed, in per mille: its strongest stand-in."""
        return max(self.cyan, self.magenta, self.yellow, self.black)

    @property
    def total(self) -> int:
        """The sum of the four inks in per mille (a total ink of 240 % is 2400); a spot ink is one of its own."""
        if self.spot and self.spot != EVERY_PLATE:
            return self.tone
        return self.cyan + self.magenta + self.yellow + self.black


BLACK = Ink(0, 0, 0, FULL)
WHITE = Ink(0, 0, 0, 0)
RED = Ink(0, FULL, FULL, 0)
REGISTRATION = Ink(FULL, FULL, FULL, FULL, EVERY_PLATE)
PALE = BLACK.tint(110)
NAMED = {"black": BLACK, "white": WHITE, "red": RED, "黑": BLACK, "白": WHITE, "红": RED}

_PARTS = re.compile(r"c(\d+(?:\.\d+)?) m(\d+(?:\.\d+)?) y(\d+(?:\.\d+)?) k(\d+(?:\.\d+)?)")
_TINT = re.compile(r"(\S+)\s+(\d+(?:\.\d+)?)\s*%")


def parse_ink(text: str) -> Ink:
    """An ink as people write it: `black`, `red 20%`, `c0 m100 y100 k0` (percent).

    Raises ValueError when `text` is none of these or a percentage is above 100.
    """
    stripped = " ".join(text.split())
    if stripped in NAMED:
        return NAMED[stripped]
    if parts := _PARTS.fullmatch(stripped):
        values = [round(float(part) * 10) for part in parts.groups()]
        if max(values) > FULL:
            raise ValueError(text)
        return Ink(values[0], values[1], values[2], values[3])
    tint = _TINT.fullmatch(stripped)
    if tint is None or tint[1] not in NAMED or float(tint[2]) > 100:
        raise ValueError(text)
    return NAMED[tint[1]].tint(round(float(tint[2]) * 10))
