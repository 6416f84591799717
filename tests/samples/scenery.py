"""Light, haze, hills, water and grain: what painted photographs are made of; float arrays (h, w, 3) in 0–1."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Picture = NDArray[np.float64]


def noise(shape: tuple[int, int], cells: int, seed: int, octaves: int = 5) -> Picture:
    """Fractal noise in 0–1: octaves of smoothly enlarged random grids."""
    random = np.random.default_rng(abs(seed))
    height, width = shape
    total, weight, sum_of_weights = np.zeros(shape), 1.0, 0.0
    for octave in range(octaves):
        across = min(cells * 2**octave, width)
        down = max(2, min(across * height // width, height))
        grid = Image.fromarray((random.random((down, across)) * 255).astype(np.uint8))
        total += weight * np.asarray(grid.resize((width, height), Image.Resampling.BICUBIC)) / 255
        sum_of_weights += weight
        weight /= 2
    return total / sum_of_weights


def gradient(shape: tuple[int, int], stops: list[tuple[float, tuple[float, float, float]]]) -> Picture:
    """A vertical gradient through colours at heights 0 (top) to 1."""
    rows = np.linspace(0, 1, shape[0])
    places = [place for place, _ in stops]
    channels = [np.interp(rows, places, [color[channel] for _, color in stops]) for channel in range(3)]
    return np.repeat(np.stack(channels, axis=1)[:, None, :], shape[1], axis=1)


def ridge(
    picture: Picture, base: float, rise: float, color: tuple[float, float, float], seed: int, cells: int = 4
) -> None:
    """A range of hills (or a far bank) whose skyline wanders round `base` (a share of the height), hazy at its foot."""
    height, width, _ = picture.shape
    line = base * height - (noise((8, width), cells, seed, 6)[4] - 0.45) * rise * height
    rows = np.arange(height)[:, None]
    mask = np.clip(rows - line[None, :], 0, 1)[:, :, None]
    haze = np.clip((rows - line[None, :]) / (rise * height + 1), 0, 1)[:, :, None] * 0.35
    tone = np.array(color) * (0.88 + 0.24 * noise((height, width), 60, seed + 1, 4)[:, :, None])
    picture[:] = picture * (1 - mask) + mask * (tone * (1 - haze) + picture.mean(axis=(0, 1)) * haze)


def reflect(picture: Picture, shore: float, strength: float, seed: int) -> None:
    """Water below `shore`: the scene above it mirrored, drawn out and broken by ripples."""
    height, width, _ = picture.shape
    top = int(shore * height)
    depth = height - top
    rows = np.arange(depth)
    ripples = noise((depth, width), 30, seed, 4) - 0.5
    mirrored = np.clip(
        top - 1 - (rows * 0.9).astype(int)[:, None] + (ripples * (6 + rows[:, None] * 0.12)).astype(int), 0, top - 1
    )
    columns = np.clip(np.arange(width)[None, :] + (ripples * 14).astype(int), 0, width - 1)
    water = picture[mirrored, columns] * strength
    bands = noise((depth, max(width // 24, 2)), 6, seed + 2, 3)
    bands = np.asarray(Image.fromarray((bands * 255).astype(np.uint8)).resize((width, depth))) / 255
    water *= (0.84 + 0.32 * bands)[:, :, None]
    picture[top:] = blurred(water, 1.2)


def glow(
    picture: Picture, x: float, y: float, radius: float, color: tuple[float, float, float], power: float = 1.0
) -> None:
    """A lamp or the sun: light added round a point (shares of width and height; the radius of the width)."""
    height, width, _ = picture.shape
    rows, columns = np.ogrid[:height, :width]
    distance = np.hypot(columns - x * width, rows - y * height) / (radius * width)
    picture += (power * np.exp(-distance * 2.2) / (1 + distance * distance))[:, :, None] * np.array(color)


def rectangle(
    picture: Picture, box: tuple[float, float, float, float], color: tuple[float, float, float], seed: int
) -> None:
    """A wall or a block (left, top, right, bottom in shares), lit from the left and weathered."""
    height, width, _ = picture.shape
    left, right = (min(max(int(x * width), 0), width) for x in (box[0], box[2]))
    top, bottom = (min(max(int(y * height), 0), height) for y in (box[1], box[3]))
    if right - left < 2 or bottom - top < 2:
        return
    shape = (bottom - top, right - left)
    light = np.linspace(1.12, 0.82, shape[1])[None, :] * (0.86 + 0.28 * noise(shape, 12, seed, 4))
    picture[top:bottom, left:right] = np.array(color) * light[:, :, None]


def blurred(picture: Picture, radius: float) -> Picture:
    """The picture out of focus by `radius` pixels."""
    image = Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(radius))) / 255


def developed(picture: Picture, seed: int, grain: float = 0.02) -> Image.Image:
    """The finished photograph: vignette, film curve, a little blur, grain."""
    height, width, _ = picture.shape
    rows, columns = np.ogrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    falloff = 1 - 0.22 * (rows**2 + columns**2)[:, :, None]
    curve = np.clip(blurred(picture, 0.7) * falloff, 0, 1)
    curve = curve * curve * (3 - 2 * curve) * 0.45 + curve * 0.55
    random = np.random.default_rng(abs(seed))
    curve = curve + random.normal(0, grain, (height, width, 1))
    return Image.fromarray((np.clip(curve, 0, 1) * 255).astype(np.uint8))
