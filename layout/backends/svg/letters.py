"""Runs of glyphs as uses of outlines, each glyph at the place the composer gave it."""

from __future__ import annotations

from dataclasses import dataclass, field

from layout.backends.svg.colour import colour
from layout.backends.svg.numbers import points, short
from layout.backends.svg.outlines import Outlines
from layout.display.items import Glyphs, TextRun
from layout.units import ASCENT, POINT


@dataclass(slots=True)
class Letters:
    """Draws runs, and remembers which glyphs they use: by name, the face and the glyph."""

    outlines: Outlines
    used: dict[str, tuple[str, int]] = field(default_factory=dict)
    _faces: dict[str, str] = field(default_factory=dict)

    def run(self, run: TextRun) -> str:
        """A run of glyphs; empty when nothing of it is seen."""
        uses = self._down(run.glyphs) if run.vertical else self._across(run.glyphs)
        if not uses:
            return ""
        scale = run.glyphs.size / POINT / self.outlines.units(run.glyphs.face)
        turn = " rotate(90)" if run.turned else ""
        across = short(scale * run.glyphs.stretch / 1000, 6)
        move = f"translate({points(run.origin.x)} {points(run.origin.y)}){turn} scale({across} {short(-scale, 6)})"
        return f'<g transform="{move}" fill="{colour(run.ink)}">{"".join(uses)}</g>'

    def _across(self, glyphs: Glyphs) -> list[str]:
        """One glyph after another along the baseline, in font units."""
        unit = self.outlines.units(glyphs.face) / glyphs.size
        along = unit * 1000 / glyphs.stretch
        shifts = {index: (dx, dy) for index, dx, dy in glyphs.shifts}
        uses, x = [], 0
        for index, (glyph, advance) in enumerate(zip(glyphs.ids, glyphs.advances, strict=True)):
            dx, dy = shifts.get(index, (0, 0))
            uses.append(self._use(glyphs.face, glyph, (x + dx) * along, -dy * unit))
            x += advance
        return [use for use in uses if use]

    def _down(self, glyphs: Glyphs) -> list[str]:
        """Each glyph in the middle of the line, its em box below the pen."""
        units = self.outlines.units(glyphs.face)
        unit = units / glyphs.size
        along = unit * 1000 / glyphs.stretch
        shifts = {index: (dx, dy) for index, dx, dy in glyphs.shifts}
        uses, y = [], 0
        for index, (glyph, advance) in enumerate(zip(glyphs.ids, glyphs.advances, strict=True)):
            dx, dy = shifts.get(index, (0, 0))
            middle = self.outlines.advance(glyphs.face, glyph) / 2
            below = (y + dy) * unit + units * ASCENT / 1000
            uses.append(self._use(glyphs.face, glyph, dx * along - middle, -below))
            y += advance
        return [use for use in uses if use]

    def _use(self, face: str, glyph: int, x: float, y: float) -> str:
        """A glyph at a place in font units, y upwards; empty for a blank."""
        if not self.outlines.path(face, glyph):
            return ""
        name = f"{self._name(face)}-{glyph}"
        self.used[name] = (face, glyph)
        below = f' y="{round(y)}"' if round(y) else ""
        return f'<use href="#{name}" x="{round(x)}"{below}/>'

    def _name(self, face: str) -> str:
        """A face's key as the beginning of an id."""
        known = self._faces.get(face)
        if known is None:
            known = self._faces[face] = "g" + "".join(c if c.isascii() and c.isalnum() else "_" for c in face)
        return known
