"""Ornaments (题花) of the sample editions as line art: `python -m tests.samples.ornaments`."""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from pathlib import Path

PICTURES = Path(__file__).resolve().parents[2] / "issues" / "2026-03-20" / "pictures"
INK, LEAF, PALE = "#1f2a2e", "#3f7a5c", "#8db79a"
# Twigs of a willow: where each hangs from the branch (share of its length), how long it is, how far the wind bears it.
TWIGS = (
    (0.08, 84, 8), (0.15, 112, 22), (0.24, 64, 16), (0.33, 100, 34), (0.41, 52, 20), (0.50, 88, 42), (0.60, 60, 32),
    (0.70, 72, 46), (0.80, 40, 30), (0.90, 50, 42), (1.0, 26, 30),
)  # fmt: skip
# Swallows: place, size, and the turn in degrees.
SWALLOWS = ((300, 70, 0.92, -14), (362, 32, 0.55, -24))


def main() -> None:
    """Draw the willow with its swallows."""
    shapes = [_branch(), *(shape for twig in TWIGS for shape in _twig(*twig)), *(_swallow(*bird) for bird in SWALLOWS)]
    body = "\n".join(shapes)
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 130">\n{body}\n</svg>\n'
    (PICTURES / "willow.svg").write_text(text, "utf-8")


def _along(share: float) -> tuple[float, float]:
    """A place on the branch."""
    return 190 * share - 2, 3 + 13 * share**1.6 + 3 * sin(share * 7)


def _branch() -> str:
    upper = [_along(step / 24) for step in range(25)]
    lower = [(x, y + 3.6 * (1 - step / 25) ** 0.9 + 0.5) for step, (x, y) in enumerate(upper)]
    return _path([*upper, *reversed(lower)], INK)


def _twig(share: float, long: float, borne: float) -> list[str]:
    """A twig with its leaves, hanging from the branch and bent by the wind."""
    x, y = _along(share)
    line = [(x + borne * (t / 16) ** 1.9, y + long * (t / 16) ** 0.94) for t in range(17)]
    thin = [*((a - 0.35, b) for a, b in line), *((a + 0.35, b) for a, b in reversed(line))]
    leaves = []
    for number in range(3, 17):
        side = 1 if number % 2 else -1
        tone = LEAF if (number + round(long)) % 3 else PALE
        leaves.append(_path(_leaf(line[number], 6.5 + 7.5 * sin(number / 17 * pi), side * 0.50 + borne * 0.016), tone))
    return [_path(thin, LEAF), *leaves]


def _leaf(stalk: tuple[float, float], long: float, lean: float) -> list[tuple[float, float]]:
    """A narrow leaf hanging from its stalk, leaning aside."""
    points = []
    for step in range(18):
        turn = step / 18 * 2 * pi
        along, across = long * (0.5 - 0.5 * cos(turn)), long * 0.13 * sin(turn)
        points.append(
            (stalk[0] + along * sin(lean) + across * cos(lean), stalk[1] + along * cos(lean) - across * sin(lean))
        )
    return points


def _swallow(x: float, y: float, size: float, turn: float) -> str:
    """A swallow in flight: sickle wings, a body, a forked tail."""
    outline = [
        *_bow((30, -1), (18, -7), (8, -5)),
        *_bow((8, -5), (-6, -30), (-34, -40)),
        *_bow((-34, -40), (-16, -22), (-9, -3)),
        *_bow((-9, -3), (-24, -2), (-48, -10)),
        *_bow((-48, -10), (-30, 0), (-22, 3)),
        *_bow((-22, 3), (-34, 9), (-50, 16)),
        *_bow((-50, 16), (-24, 12), (-8, 7)),
        *_bow((-8, 7), (-2, 22), (-12, 40)),
        *_bow((-12, 40), (12, 26), (13, 6)),
        *_bow((13, 6), (22, 5), (30, -1)),
    ]
    c, s = cos(turn * pi / 180), sin(turn * pi / 180)
    return _path([(x + size * (a * c - b * s), y + size * (a * s + b * c)) for a, b in outline], INK)


def _bow(start: tuple[float, float], pull: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """A quadratic curve as a few points, its end left out."""
    steps = max(4, round(sqrt((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) / 3))
    shares = [step / steps for step in range(steps)]
    return [
        tuple((1 - t) ** 2 * a + 2 * t * (1 - t) * p + t * t * b for a, p, b in zip(start, pull, end, strict=True))
        for t in shares
    ]


def _path(points: list[tuple[float, float]], fill: str) -> str:
    steps = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path d="M{steps}Z" fill="{fill}"/>'


if __name__ == "__main__":
    main()
