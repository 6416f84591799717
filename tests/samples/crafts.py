"""Kilns, jars and books: what hands have made, in warm light."""

from __future__ import annotations

import numpy as np

from tests.samples.lens import lamps
from tests.samples.objects import Light, Shape, muted, photographed, shaded
from tests.samples.scenery import Picture, glow, noise
from tests.samples.solids import Array, Camera, block, look, turned, union


def kiln_fire(shape: Shape) -> Picture:
    """The mouth of a kiln at white heat, jars black before it, sparks, a brick arch lit from inside."""

    def scene(points: Array) -> tuple[Array, Array]:
        wall = np.abs(points[:, 2] + 0.6) - 0.5
        bricks = 0.012 * (
            (np.abs(points[:, 1] / 0.16 % 1 - 0.5) > 0.43)
            | (np.abs((points[:, 0] + 0.16 * (np.floor(points[:, 1] / 0.16) % 2)) / 0.34 % 1 - 0.5) > 0.46)
        )
        mouth = (
            np.where(points[:, 1] > 0.75, np.hypot(points[:, 0] - 0.9, points[:, 1] - 0.75), np.abs(points[:, 0] - 0.9))
            - 0.62
        )
        pots = [
            turned(
                points - np.array((x, y, z), np.float32),
                (0, 0),
                [(0, 0.14), (0.22, 0.22), (0.42, 0.20), (0.52, 0.11), (0.56, 0.13)],
            )
            for x, y, z in ((0.62, 0, -0.55), (1.16, 0, -0.7), (0.9, 0, -1.2))
        ]
        jars = [
            turned(
                points - np.array((x, 0, z), np.float32),
                (0, 0),
                [(0, 0.18), (0.3, 0.30), (0.55, 0.27), (0.68, 0.14), (0.74, 0.17)],
            )
            for x, z in ((-1.5, 0.55), (-0.85, 0.9), (-2.2, 0.95), (2.6, 0.7))
        ]
        return union(
            (points[:, 1], 0),
            (np.maximum(wall + bricks, -mouth), 1),
            (np.minimum.reduce(pots), 2),
            (np.minimum.reduce(jars), 3),
        )

    seen = look(scene, Camera((-0.5, 1.0, 4.4), (0.35, 0.72, 0), 0.46), shape, 20)
    paints = np.array(
        [(0.24, 0.18, 0.14), (0.36, 0.24, 0.18), (0.10, 0.05, 0.03), (0.46, 0.42, 0.36), (0, 0, 0)], np.float32
    )
    rough = noise((512, 512), 60, 251, 5)[
        (seen.points[:, 1] * 160).astype(int) % 512,
        (seen.points[:, 0] * 160 + seen.points[:, 2] * 90).astype(int) % 512,
    ]
    colors = (paints[seen.materials] * (0.55 + 0.9 * rough)[:, None]).astype(np.float32)
    tones = shaded(scene, seen, colors, Light((-0.5, 0.9, 0.8), (0.10, 0.11, 0.14), (0.10, 0.11, 0.15)), 0.05)
    away = np.array((0.9, 0.55, -0.75), np.float32) - seen.points
    reach = np.linalg.norm(away, axis=1)
    facing = np.clip((seen.normals * away).sum(axis=1) / reach, 0, 1)
    tones += colors * (facing * 3.6 / (0.12 + reach**2))[:, None] * np.array((1.7, 0.78, 0.26))
    deep = np.clip((-0.75 - seen.points[:, 2]) * 2.2, 0, 1)
    inside = np.where(seen.points[:, 2] < -1.1, deep, deep * (np.abs(seen.points[:, 0] - 0.9) < 0.64))
    tones += (inside * (seen.materials != 2) * (0.7 + 0.6 * rough))[:, None] * np.array((2.6, 1.7, 0.8))
    behind = np.zeros((*shape, 3)) + np.array((1.0, 0.80, 0.42))
    picture = photographed(seen, tones, shape, 4.6, 4, behind)
    glow(picture, 0.60, 0.55, 0.10, (1.0, 0.55, 0.22), 0.35)
    random = np.random.default_rng(252)
    sparks = [
        (random.normal(0.62, 0.07), random.uniform(0.05, 0.75), random.uniform(0.0007, 0.0022)) for _ in range(60)
    ]
    lamps(picture, sparks, [(1.0, 0.7, 0.3)] * 60, 1.0)
    return np.clip(picture, 0, 1.05)


def pottery_market(shape: Shape) -> Picture:
    """Jars set out on the ground of a market in the sun."""
    random = np.random.default_rng(111)
    pots = [
        (x + random.normal(0, 0.08), z + random.normal(0, 0.06), random.uniform(0.42, 0.82))
        for x in np.arange(-3, 3.4, 0.92)
        for z in np.arange(-4.2, 1.1, 1.0)
    ]
    paints = np.array(
        [
            (0.58, 0.48, 0.36),
            (0.50, 0.22, 0.12),
            (0.42, 0.30, 0.20),
            (0.24, 0.34, 0.30),
            (0.62, 0.52, 0.40),
            (0.20, 0.14, 0.11),
        ],
        np.float32,
    )
    profile = [
        (0.0, 0.30),
        (0.10, 0.34),
        (0.55, 0.60),
        (0.95, 0.56),
        (1.18, 0.30),
        (1.26, 0.30),
        (1.34, 0.37),
        (1.38, 0.37),
    ]

    def scene(points: Array) -> tuple[Array, Array]:
        parts = [(points[:, 1], 0)]
        for number, (x, z, size) in enumerate(pots):
            scaled = (points - np.array((x, 0, z), np.float32)) / np.float32(size)
            parts.append((turned(scaled, (0, 0), profile) * np.float32(size), 1 + number % 5))
        return union(*parts)

    seen = look(scene, Camera((-1.6, 1.7, 4.0), (0.1, 0.25, -0.9), 0.62), shape, 25, 90)
    colors = paints[seen.materials]
    dust = noise((256, 256), 12, 5, 5)[
        (seen.points[:, 0] * 60).astype(int) % 256, (seen.points[:, 2] * 60 + seen.points[:, 1] * 90).astype(int) % 256
    ]
    colors = colors * (0.65 + 0.7 * dust)[:, None]
    tones = shaded(
        scene, seen, colors.astype(np.float32), Light((-0.7, 0.6, -0.25), (2.4, 2.0, 1.5), (0.34, 0.40, 0.50)), 0.35
    )
    behind = np.full((*shape, 3), muted(np.array([(0.8, 0.7, 0.55)]))[0])
    return photographed(seen, tones, shape, 3.9, 9, behind)


def bookshelf(shape: Shape) -> Picture:
    """Old books on a shelf, a lamp from the left, the far end out of focus."""
    random = np.random.default_rng(121)
    widths = random.uniform(0.07, 0.20, 46)
    lefts = np.concatenate([[0], np.cumsum(widths)[:-1]]) - 3.1
    heights = random.uniform(0.78, 1.12, 46)
    paints = np.array(
        [
            (0.34, 0.10, 0.08),
            (0.12, 0.20, 0.26),
            (0.44, 0.36, 0.22),
            (0.16, 0.24, 0.16),
            (0.56, 0.50, 0.40),
            (0.22, 0.15, 0.11),
        ],
        np.float32,
    )

    def scene(points: Array) -> tuple[Array, Array]:
        number = np.clip(np.searchsorted(lefts, points[:, 0], side="right") - 1, 0, 45)
        best = np.full(len(points), 1e3, np.float32)
        for step in (-1, 0, 1):
            book = np.clip(number + step, 0, 45)
            middle = np.stack(
                [lefts[book] + widths[book] / 2, heights[book] / 2, -0.35 + 0.03 * np.sin(book * 2.3)], axis=1
            )
            away = np.abs(points - middle.astype(np.float32))
            half = np.stack([widths[book] / 2 - 0.004, heights[book] / 2, np.full(len(book), 0.35)], axis=1).astype(
                np.float32
            )
            beyond = away - half + 0.02
            best = np.minimum(
                best, np.linalg.norm(np.maximum(beyond, 0), axis=1) + np.minimum(beyond.max(axis=1), 0) - 0.02
            )
        boards = np.minimum(block(points, (0, -0.05, 0), (5, 0.05, 0.55)), block(points, (0, 1.42, 0), (5, 0.06, 0.55)))
        return union((best * 0.9, 0), (np.minimum(boards, points[:, 2] + 0.75), 1))

    seen = look(scene, Camera((-1.9, 0.85, 2.0), (0.05, 0.60, -0.1), 0.62), shape, 20, 140)
    number = np.clip(np.searchsorted(lefts, seen.points[:, 0], side="right") - 1, 0, 45)
    colors = paints[(number * 7 + number // 3) % 6]
    high = seen.points[:, 1] / heights[number]
    band = (
        (np.abs(high - 0.86) < 0.012)
        | (np.abs(high - 0.14) < 0.012)
        | ((np.abs(high - 0.66) < 0.09) & (number % 3 == 0))
    )
    colors[band] = (0.62, 0.48, 0.22)
    colors[seen.materials == 1] = (0.26, 0.16, 0.09)
    worn = noise((256, 256), 20, 9, 5)[
        (seen.points[:, 1] * 190).astype(int) % 256, (seen.points[:, 0] * 300).astype(int) % 256
    ]
    tones = shaded(
        scene,
        seen,
        (colors * (0.6 + 0.8 * worn)[:, None]).astype(np.float32),
        Light((-0.5, 0.7, 0.9), (1.9, 1.5, 1.05), (0.16, 0.16, 0.19)),
        0.15,
    )
    return photographed(seen, tones, shape, 2.1, 9)
