"""Glyphs as SVG paths, each drawn once in a process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from layout.assets.fonts import AnyFace
from layout.assets.fonts.face import Face


class _PathPen:
    """A pen of fontTools' protocol that writes SVG path data in font units, y upwards as in the face."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 (the protocol's names)
        """Begin a contour."""
        self.steps.append(f"M{_at(point)}")

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        """A straight line."""
        self.steps.append(f"L{_at(point)}")

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        """A cubic curve."""
        self.steps.append(f"C{' '.join(map(_at, points))}")

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        """A quadratic curve."""
        self.steps.append(f"Q{' '.join(map(_at, points))}")

    def closePath(self) -> None:  # noqa: N802
        """End a contour."""
        self.steps.append("Z")

    def endPath(self) -> None:  # noqa: N802
        """End a contour that is left open."""


def _at(point: tuple[float, float]) -> str:
    return f"{point[0]:g} {point[1]:g}"


@dataclass(slots=True)
class Outlines:
    """The outlines of the glyphs of some faces, by face and glyph id; a name for each that is unique in the process.

    Names follow the face's key, not the order of asking, so that a page is the same text whatever was drawn before.
    """

    face: Callable[[str], AnyFace]
    _paths: dict[tuple[str, int], str] = field(default_factory=dict)

    def path(self, face: str, glyph: int) -> str:
        """The path data of a glyph; empty for a blank."""
        known = self._paths.get((face, glyph))
        if known is None:
            known = self._paths[face, glyph] = self._drawn(self.face(face), glyph)
        return known

    def units(self, face: str) -> int:
        """Font units an em."""
        return self.face(face).units_per_em

    def advance(self, face: str, glyph: int) -> int:
        """A glyph's own advance in font units."""
        return self.face(face).advance_of(glyph)

    @staticmethod
    def _drawn(face: AnyFace, glyph: int) -> str:
        pen: Any = _PathPen()
        if isinstance(face, Face) and not face.is_rebuilt:
            face.hb_font.draw_glyph_with_pen(glyph, pen)
        else:
            face.draw(glyph, pen)
        return "".join(pen.steps)
