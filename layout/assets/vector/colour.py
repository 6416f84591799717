"""Screen colours as process inks, by one simple rule."""

from __future__ import annotations

from layout.ink import FULL, Ink


def process_ink(red: int, green: int, blue: int) -> Ink:
    """An RGB colour (0 to 255) as process ink: its complements, and what these have in common as black.

    Greys and black come out in black alone, pure primaries without black, and no colour asks for more than 200 % of
    ink, so that line art drawn for the screen is safe on newsprint. No profile is asked: what must match a colour
    exactly is better drawn in inks, as a PDF.
    """
    cyan, magenta, yellow = (FULL - part * FULL // 255 for part in (red, green, blue))
    black = min(cyan, magenta, yellow)
    return Ink(cyan - black, magenta - black, yellow - black, black)
