"""The walk on the embankment, a flood gate standing open at its side: a picture of the daily's lead story."""

from __future__ import annotations

import numpy as np

from tests.samples.objects import Light, photographed, shaded
from tests.samples.scenery import Picture, gradient, noise
from tests.samples.solids import Array, Camera, ball, block, disc, look, rod, turned, union
from tests.samples.water import Waves, clouds, haze, hills, water

Shape = tuple[int, int]
# Walkers: x, z, height, and the stride.
WALKERS = (
    (0.05, -6.6, 1.70, 0.24),
    (0.62, -6.9, 1.60, -0.20),
    (-0.95, -13, 1.70, 0.2),
    (1.1, -19, 1.6, 0.2),
    (0.1, -26, 1.7, 0.2),
)


def embankment_walk(shape: Shape) -> Picture:
    """Boards, a rail along the river, lamps, people in the morning sun; at the left the wall with its open gate."""
    seen = look(_scene, Camera((-0.55, 1.72, 2.6), (0.45, 1.24, -8.0), 0.58), shape, 90, 170)
    sheet = noise((512, 512), 12, 61, 6)
    x, y, z = seen.points.T
    boards = sheet[(x * 160).astype(int) % 512, (z * 6 + np.floor(x / 0.16) * 57).astype(int) % 512]
    joint = np.clip((np.abs(z / 0.16 % 1 - 0.5) * 2 - 0.9) * 10, 0, 1)
    stone = sheet[(y * 90 + x * 61).astype(int) % 512, (z * 40 + x * 33).astype(int) % 512]
    paints = np.array(
        [(0.33, 0.235, 0.16), (0.16, 0.20, 0.22), (0.46, 0.44, 0.40), (0.17, 0.10, 0.09), (0.60, 0.62, 0.60),
         (0.10, 0.22, 0.06), (0.0, 0.0, 0.0)],
        np.float32,
    )  # fmt: skip
    colors = paints[seen.materials]
    colors[seen.materials == 0] *= ((0.55 + 0.9 * boards) * (1 - 0.65 * joint))[seen.materials == 0, None]
    for material in (2, 5):
        colors[seen.materials == material] *= (0.5 + 1.0 * stone)[seen.materials == material, None]
    stripes = (seen.materials == 4) & (np.sin(y * 14 + z * 14) > 0)
    colors[stripes] = (0.62, 0.44, 0.06)
    walker = seen.materials == 3
    coats = np.array(
        [(0.08, 0.13, 0.24), (0.34, 0.08, 0.06), (0.42, 0.38, 0.30), (0.30, 0.08, 0.06), (0.10, 0.10, 0.11)]
    )
    who = np.abs(np.stack([np.hypot(x[walker] - each[0], z[walker] - each[1]) for each in WALKERS])).argmin(axis=0)
    colors[walker] = coats[who] * np.where(y[walker] > 0.80, 1, 0.30)[:, None]
    head = walker & (y > 1.40)
    colors[head] = (0.20, 0.14, 0.11)
    tones = shaded(_scene, seen, colors, Light((-0.62, 0.62, 0.48), (2.6, 2.15, 1.60), (0.50, 0.58, 0.68)), 0.04)
    far = np.clip(1 - np.exp(-seen.depth / 60), 0, 1)[:, None]
    tones = tones * (1 - far) + np.array((0.80, 0.76, 0.68)) * far
    return photographed(seen, tones, shape, 9.0, 1.0, _river(shape))


def _scene(points: Array) -> tuple[Array, Array]:
    x, y, z = points.T
    deck = np.maximum(y, np.maximum(x - 1.75, -1.75 - x))
    posts = np.stack([x - 1.7, y, z - np.clip(np.round(z / 1.6), -40, 2) * 1.6], axis=1)
    rail = block(posts, (0, 0.55, 0), (0.032, 0.55, 0.032), 0.01)
    for height in (0.35, 0.62, 0.86, 1.10):
        rail = np.minimum(rail, np.hypot(x - 1.7, y - height) - (0.034 if height > 1 else 0.016))
    lamps = np.stack([x - 1.98, y, z - np.clip(np.round((z + 3) / 8), -9, 0) * 8 + 3], axis=1)
    lamp = np.minimum(disc(lamps, (0, 1.75, 0), 0.045, 1.75), block(lamps, (-0.20, 3.50, 0), (0.30, 0.05, 0.09), 0.03))
    wall = block(points, (-3.3, 0.55, -42), (0.45, 0.55, 34.0), 0.04)
    pillars = np.minimum(
        block(points, (-3.3, 0.95, -4.6), (0.5, 0.95, 0.22), 0.03),
        block(points, (-3.3, 0.95, -8.0), (0.5, 0.95, 0.22), 0.03),
    )
    gate = block(points, (-2.72, 0.92, -9.2), (0.06, 0.88, 1.05), 0.02)
    bank = np.maximum(y + 0.03, x + 1.75)
    people = np.minimum.reduce([_walker(points, *walker) for walker in WALKERS])
    return union(
        (deck, 0), (np.minimum(rail, lamp), 1), (np.minimum(wall, pillars), 2), (people, 3), (gate * 0.8, 4), (bank, 5)
    )


def _walker(points: Array, x: float, z: float, tall: float, stride: float) -> Array:
    knee, hip, shoulder = 0.27 * tall, 0.50 * tall, 0.81 * tall
    legs = np.minimum(
        rod(points, (x - 0.07, hip, z), (x - 0.085, 0.06, z - stride), 0.062),
        rod(points, (x + 0.07, hip, z), (x + 0.085, 0.06, z + stride), 0.062),
    )
    flat = points * np.array((0.74, 1, 1), np.float32)
    coat = turned(
        flat,
        (0.74 * x, z),
        [
            (knee + 0.12, 0.135),
            (hip, 0.135),
            (0.62 * tall, 0.115),
            (0.76 * tall, 0.150),
            (shoulder, 0.125),
            (0.845 * tall, 0.05),
        ],
    )
    arms = np.minimum(
        rod(points, (x - 0.19, shoulder - 0.05, z), (x - 0.235, hip - 0.02, z + stride * 0.6), 0.046),
        rod(points, (x + 0.19, shoulder - 0.05, z), (x + 0.235, hip - 0.02, z - stride * 0.6), 0.046),
    )
    head = np.minimum(
        ball(points, (x, 0.935 * tall, z), 0.098), rod(points, (x, 0.82 * tall, z), (x, 0.9 * tall, z), 0.05)
    )
    return np.minimum.reduce([legs, coat * 0.8, arms, head])


def _river(shape: Shape) -> Picture:
    """What lies beyond the rail: a bright sky, hills, the far bank, the river."""
    scene = gradient(shape, [(0, (0.38, 0.56, 0.76)), (0.40, (0.90, 0.86, 0.76)), (1, (0.7, 0.7, 0.7))])
    clouds(scene, 0.40, 0.44, (1.0, 0.96, 0.88), (0.74, 0.78, 0.84), 33)
    hills(scene, 0.415, 0.16, (0.50, 0.58, 0.66), 181, 4)
    hills(scene, 0.42, 0.06, (0.26, 0.34, 0.32), 182, 14)
    haze(scene, 0.41, 0.08, (0.90, 0.86, 0.78), 0.55)
    water(scene, 0.42, Waves(0.05, 0.6, 183), (0.16, 0.26, 0.30))
    return scene
