"""Skies and open water: clouds in perspective, waves that mirror what stands behind them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.samples.scenery import Picture, noise

Color = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Waves:
    """How the water moves: steepness, wavelength (in camera heights), and a seed."""

    steep: float
    length: float
    seed: int

    def slopes(
        self, x: NDArray[np.floating], y: NDArray[np.floating], grain: NDArray[np.floating]
    ) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
        """The slopes across and along at places of the water; waves finer than `grain` are smoothed away."""
        random = np.random.default_rng(abs(self.seed))
        across, along = np.zeros_like(x), np.zeros_like(x)
        for number in range(26):
            length = self.length * 0.80**number * 3
            angle = random.normal(np.pi / 2, 0.75)
            wave = 2 * np.pi / length
            phase = wave * (x * np.cos(angle) + y * np.sin(angle)) + random.uniform(0, 6.3)
            seen = np.exp(-((grain / length * 1.6) ** 2))
            slope = np.cos(phase + 0.9 * np.sin(phase * 0.37)) * seen * self.steep / 5.2
            across += slope * np.cos(angle)
            along += slope * np.sin(angle)
        return across, along


def water(picture: Picture, shore: float, waves: Waves, tint: Color, strength: float = 0.94) -> None:
    """Lay water below `shore` (a share of the height): it mirrors the picture above, as far as each wave turns it."""
    height, width, _ = picture.shape
    top = int(shore * height)
    rows, columns = np.mgrid[top:height, 0:width]
    down = np.maximum(rows - top + 0.5, 0.5) / width * 1.1
    side = (columns / width - 0.5) * 1.1
    away = 0.10 / down
    grain = away * away / 0.10 / width * 1.1
    across, along = waves.slopes(side * away * 10, away * 10, grain * 10)
    facing = -down - side * across - along
    bounced = 1 + 2 * facing * along
    up = (down + 2 * (side * across + along)) / bounced
    aside = (side + 2 * facing * across) / bounced
    above = np.clip(top - 1 - np.abs(up) / 1.1 * width, 0, top - 1).astype(int)
    beside = np.clip((aside / 1.1 + 0.5) * width, 0, width - 1).astype(int)
    mirror = np.clip(1 - np.abs(facing) * 1.15, 0.05, 1)[:, :, None] ** 2.6 * strength
    picture[top:] = picture[above, beside] * mirror + np.array(tint) * (1 - mirror)


def mirrored(sheet: NDArray[np.floating]) -> NDArray[np.floating]:
    """Four copies of a sheet, turned so that their edges meet: it can be laid side by side without a seam."""
    row = np.concatenate([sheet, sheet[:, ::-1]], axis=1)
    return np.concatenate([row, row[::-1]], axis=0)


def clouds(picture: Picture, horizon: float, cover: float, lit: Color, shade: Color, seed: int) -> None:
    """A sheet of broken cloud over the sky above `horizon`, smaller towards it, lit from below."""
    height, width, _ = picture.shape
    bottom = int(horizon * height)
    rows, columns = np.mgrid[0:bottom, 0:width]
    rise = (bottom - rows) / height + 0.02
    sheet = mirrored(noise((1024, 1024), 9, seed, 7))
    x = ((columns / width - 0.5) / rise * 130 * width / height / 1.6 + 512 + seed * 37).astype(int) % 2048
    y = (1 / rise * 60 + seed * 91).astype(int) % 2048
    dense = np.clip((sheet[y, x] - 1 + cover) * 4.2, 0, 1)
    low = np.clip(1 - rise * 1.6, 0, 1)
    thick = (dense * np.clip(rise * 9, 0, 1) * 0.85)[:, :, None]
    tone = np.array(shade) * (1 - low[:, :, None]) + np.array(lit) * low[:, :, None]
    rim = (dense * (1 - dense) * 4)[:, :, None] * 0.25
    picture[:bottom] = picture[:bottom] * (1 - thick) + (tone + rim * np.array(lit)) * thick


def haze(picture: Picture, level: float, deep: float, color: Color, power: float) -> None:
    """Mist lying about the height `level`, thinning away within `deep` (shares of the height)."""
    height, width, _ = picture.shape
    rows = np.arange(height)[:, None] / height
    drift = noise((height, width), 3, 77, 4)
    veil = np.exp(-(((rows - level + (drift - 0.5) * deep * 0.6) / deep) ** 2)) * power * (0.6 + 0.8 * drift)
    veil = np.clip(veil, 0, 1)[:, :, None]
    picture[:] = picture * (1 - veil) + np.array(color) * veil


def hills(picture: Picture, base: float, rise: float, color: Color, seed: int, cells: int = 3) -> None:
    """A far range: a rugged skyline about `base` (share of the height) rising by `rise`, paler at its foot."""
    height, width, _ = picture.shape
    rugged = noise((8, width), cells, seed, 8)[3]
    rugged = (rugged - rugged.min()) / np.ptp(rugged)
    line = (base - rise * rugged**1.3) * height
    rows = np.arange(height)[:, None]
    inside = np.clip(rows - line, 0, 1) * (rows < base * height)
    foot = np.clip((rows - line) / max(rise * height, 1), 0, 1)[:, :, None]
    body = np.array(color) * (1 - 0.10 * noise((height, width), 40, seed + 5, 4)[:, :, None])
    pale = picture[min(int(base * height), height) - 1].mean(axis=0)
    inside = inside[:, :, None]
    picture[:] = picture * (1 - inside) + (body * (1 - 0.5 * foot) + pale * 0.5 * foot) * inside
