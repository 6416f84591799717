"""Inks as screens show them: the sixteen overprints of four inks, mixed by the area each takes (Neugebauer, 1937)."""

from __future__ import annotations

from functools import cache

from layout.ink import FULL, Ink

# What paper shows of the solid overprints of cyan, magenta and yellow, as sRGB; black on top is nearly the same on all.
_SOLIDS = {
    (0, 0, 0): (255, 255, 255),
    (1, 0, 0): (0, 158, 219),
    (0, 1, 0): (214, 18, 118),
    (0, 0, 1): (255, 232, 20),
    (1, 1, 0): (45, 46, 130),
    (1, 0, 1): (0, 143, 70),
    (0, 1, 1): (218, 30, 36),
    (1, 1, 1): (58, 54, 52),
}
_BLACK = (20, 20, 20)


@cache
def colour(ink: Ink) -> str:
    """The colour of an ink as `#rrggbb`."""
    parts = (ink.cyan, ink.magenta, ink.yellow)
    mixed = [0.0, 0.0, 0.0]
    for solid, shown in _SOLIDS.items():
        area = 1.0
        for part, there in zip(parts, solid, strict=True):
            area *= part / FULL if there else 1 - part / FULL
        for at, value in enumerate(shown):
            mixed[at] += area * value
    black = ink.black / FULL
    return "#" + "".join(f"{round(m * (1 - black) + b * black):02x}" for m, b in zip(mixed, _BLACK, strict=True))
