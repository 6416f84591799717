"""Lines of glyphs as the operators that show them (ISO 32000-1, 9.4.3)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from layout.backends.pdf.codes import CodedFace
from layout.backends.pdf.numbers import number
from layout.display.items import Glyphs
from layout.units import POINT


class LineStore(Struct):
    """Lines of glyphs as they were drawn before, kept between documents: the same object is drawn the same again."""

    _kept: dict[int, tuple[Glyphs, str, str]] = field(default_factory=dict)

    def drawn(self, face: CodedFace, glyphs: Glyphs) -> tuple[str, str]:
        """The character spacing and the operator of a line."""
        known = self._kept.get(id(glyphs))
        if known is None or known[0] is not glyphs:
            if len(self._kept) > _MOST_LINES:
                self._kept.clear()
            known = self._kept[id(glyphs)] = (glyphs, *drawn_line(face, glyphs))
        return known[1], known[2]


# More than the lines of a large edition.
_MOST_LINES = 50_000


def drawn_line(face: CodedFace, glyphs: Glyphs) -> tuple[str, str]:
    """The character spacing that most glyphs of a line want, and the operator that shows them."""
    steps = _steps(face, glyphs)
    kinds = set(steps[:-1])
    if len(kinds) > 1:
        between = steps[:-1]
        # Of those as frequent as each other the first.
        spacing = max(dict.fromkeys(between), key=between.count)
    else:
        spacing = next(iter(kinds), 0)
    codes = list(map(face.hexes.__getitem__, glyphs.ids))
    return number(spacing * glyphs.size / 1000 / POINT), _show(codes, steps, spacing, kinds)


def _steps(face: CodedFace, glyphs: Glyphs) -> list[float]:
    """What the pen moves after each glyph beyond its width, in thousandths of the size before stretching."""
    scale = 1_000_000 / (glyphs.size * glyphs.stretch)
    moves = list(zip(glyphs.advances, map(face.widths.__getitem__, glyphs.ids), strict=True))
    # Most glyphs of a line are alike: each sort is reckoned once.
    sorts = {move: round(move[0] * scale - move[1], 1) for move in set(moves)}
    steps = list(map(sorts.__getitem__, moves))
    for index, dx, _ in glyphs.shifts:
        moved = round(dx * scale, 1)
        steps[index] = round(steps[index] - moved, 1)
        if index:
            steps[index - 1] = round(steps[index - 1] + moved, 1)
    return steps


def _show(codes: Sequence[str], steps: list[float], spacing: float, kinds: set[float]) -> str:
    """A TJ operator; steps equal to the character spacing need no number."""
    if len(kinds) <= 1:
        return f"[<{''.join(codes)}>] TJ"
    moved = {step: round(spacing - step, 1) for step in kinds}
    after = {step: f">{left:g}<" if left else "" for step, left in moved.items()}
    shown = [code + after[step] for code, step in zip(codes[:-1], steps, strict=False)]
    return f"[<{''.join(shown)}{codes[-1]}>] TJ"
