"""What a lens and an evening do to light: depth of field, discs of lamps out of focus, steam."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tests.samples.scenery import Picture, noise

Color = tuple[float, float, float]


def soft(picture: Picture, radius: float) -> Picture:
    """Out of focus by `radius` pixels; bright places spread as they do in a lens."""
    if radius < 0.3:
        return picture
    bright = np.clip(picture, 0, 3) ** 2.2
    channels = [_blurred(bright[:, :, channel], radius) for channel in range(3)]
    return np.stack(channels, axis=2) ** (1 / 2.2)


def _blurred(channel: NDArray[np.floating], radius: float) -> NDArray[np.floating]:
    """Two box blurs: running sums along both axes."""
    values = channel.astype(np.float64)
    for _ in range(2):
        values = _boxed(values, max(round(radius * 0.8), 1))
    return values


def _boxed(values: NDArray[np.floating], size: int) -> NDArray[np.floating]:
    for axis in (0, 1):
        padded = np.concatenate(
            [np.take(values, [0] * (size + 1), axis), values, np.take(values, [-1] * size, axis)], axis
        )
        sums = padded.cumsum(axis)
        upper = np.take(sums, range(2 * size + 1, sums.shape[axis]), axis)
        lower = np.take(sums, range(sums.shape[axis] - 2 * size - 1), axis)
        values = (upper - lower) / (2 * size + 1)
    return values


def focused(picture: Picture, depth: NDArray[np.floating], focus: float, aperture: float, most: float = 26) -> Picture:
    """Sharp at the distance `focus`, softer before and behind it; `aperture` in pixels at twice the distance."""
    circle = np.clip(aperture * np.abs(1 - focus / np.maximum(depth, 1e-3)) * 2, 0, most)
    levels = np.array([0, 1.2, 3, 6, 12, most])
    levels = levels[: np.searchsorted(levels, circle.max()) + 1]
    place = np.clip(np.interp(circle, levels, np.arange(len(levels))), 0, len(levels) - 1)
    result = np.zeros_like(picture)
    for number, level in enumerate(levels):
        layer = _alone(picture, place > number - 0.9, level)
        result += layer * np.clip(1 - np.abs(place - number), 0, 1)[:, :, None]
    return result


def _alone(picture: Picture, own: NDArray[np.bool_], radius: float) -> Picture:
    """Out of focus, nothing of the sharper places spreading into it."""
    if radius < 0.3 or own.all():
        return soft(picture, radius)
    share = np.maximum(_blurred(own.astype(np.float32), radius), 1e-3)
    bright = np.clip(picture, 0, 3) ** 2.2 * own[:, :, None]
    channels = [np.clip(_blurred(bright[:, :, channel], radius) / share, 0, None) for channel in range(3)]
    return np.stack(channels, axis=2) ** (1 / 2.2)


def lamps(picture: Picture, places: list[tuple[float, float, float]], colors: list[Color], power: float) -> None:
    """Lamps far out of focus: discs (x, y, radius in shares of the width), a little brighter at the rim."""
    height, width, _ = picture.shape
    for (x, y, radius), color in zip(places, colors, strict=True):
        size = max(radius * width, 2)
        left, right = max(int(x * width - size - 2), 0), min(int(x * width + size + 3), width)
        top, bottom = max(int(y * height - size - 2), 0), min(int(y * height + size + 3), height)
        if left >= right or top >= bottom:
            continue
        rows, columns = np.mgrid[top:bottom, left:right]
        away = np.hypot(columns - x * width, rows - y * height) / size
        light = np.clip((1 - away) * size * 0.5, 0, 1) * (0.72 + 0.5 * away**6)
        picture[top:bottom, left:right] += (light * power)[:, :, None] * np.array(color)


def steam(picture: Picture, x: float, foot: float, top: float, wide: float, seed: int, *, power: float = 0.5) -> None:
    """Steam rising from (x, foot) to the height `top`, drawn aside by the air."""
    height, width, _ = picture.shape
    rows, columns = np.mgrid[0:height, 0:width]
    rise = np.clip((foot - rows / height) / (foot - top), 0, 1)
    drift = x + 0.05 * np.sin(rise * 5 + seed) * rise
    across = np.exp(-(((columns / width - drift) / (wide * (0.35 + 0.9 * rise))) ** 2))
    wisps = np.clip(noise((height, width), 7, seed, 5) * 1.7 - 0.45, 0, 1)
    veil = across * wisps * np.sin(np.clip(rise, 0, 1) * np.pi) ** 0.6 * power * (rows / height < foot)
    picture += veil[:, :, None] * (1.0 - picture * 0.55)
