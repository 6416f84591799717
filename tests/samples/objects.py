"""Things on tables, floors and fields, in light that casts shadows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.samples.lens import focused, lamps, steam
from tests.samples.scenery import Picture, noise
from tests.samples.solids import (
    FAR,
    Array,
    Camera,
    Scene,
    Seen,
    ball,
    block,
    disc,
    look,
    occlusion,
    ring,
    rod,
    shadow,
    turned,
    union,
)

Shape = tuple[int, int]
Color = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Light:
    """Where the sun stands, its tone, and the tone of the open sky."""

    sun: tuple[float, float, float]
    tone: Color
    sky: Color


def shaded(scene: Scene, seen: Seen, colors: Array, light: Light, gloss: Array | float = 0.0) -> Array:
    """What the eye sees of surfaces of these colours in a light; `gloss` mirrors the sun."""
    towards = np.array(light.sun) / np.linalg.norm(light.sun)
    facing = np.clip(seen.normals @ towards, 0, 1) * shadow(scene, seen, light.sun)
    open_sky = occlusion(scene, seen) * (0.62 + 0.38 * seen.normals[:, 1])
    lit = colors * (facing[:, None] * np.array(light.tone) + open_sky[:, None] * np.array(light.sky))
    rays = seen.points - seen.points[0]
    half = towards - rays / (np.linalg.norm(rays, axis=1, keepdims=True) + 1e-6)
    half /= np.linalg.norm(half, axis=1, keepdims=True) + 1e-6
    spark = np.clip((seen.normals * half).sum(axis=1), 0, 1) ** 60 * facing
    return lit + (spark * gloss)[:, None] * np.array(light.tone)


def photographed(
    seen: Seen, tones: Array, shape: Shape, focus: float, aperture: float, behind: Picture | None = None
) -> Picture:
    """The picture a lens makes of it, on what stands behind."""
    picture = muted(tones).reshape(*shape, 3)
    if behind is not None:
        picture = np.where(seen.hit.reshape(shape)[:, :, None], picture, behind)
    depth = np.minimum(seen.depth, 40).reshape(shape)
    return focused(picture, depth, focus, aperture * shape[1] / 1000)


def muted(tones: Array) -> Array:
    """Tones as film sees them: highlights roll off, colours lose a quarter of their strength."""
    bright = np.clip(tones, 0, 4)
    bright = bright / (1 + 0.35 * bright)
    grey = bright.mean(axis=1, keepdims=True)
    return (0.72 * bright + 0.28 * grey) ** (1 / 1.6)


def grain_of_wood(points: Array, seed: int) -> Array:
    """Boards along x: lighter and darker fibres, a dark joint between boards."""
    sheet = noise((512, 512), 6, seed, 7)
    board = np.floor(points[:, 2] / 0.55)
    u = (points[:, 0] * 22 + board * 131).astype(int) % 512
    v = (points[:, 2] * 300).astype(int) % 512
    joint = np.clip(np.abs(points[:, 2] / 0.55 % 1 - 0.5) * 2 - 0.96, 0, 0.04) / 0.04
    return (0.65 + 0.8 * (sheet[v, u] - 0.2)) * (1 - 0.6 * joint)


def tea_table(shape: Shape) -> Picture:
    """A pot and bowls on an old table, steam against the dark, a lamp from the left."""

    def scene(points: Array) -> tuple[Array, Array]:
        table = points[:, 1]
        pot = turned(
            points, (0, 0), [(0.02, 0.36), (0.12, 0.50), (0.34, 0.60), (0.55, 0.50), (0.68, 0.30), (0.72, 0.30)]
        )
        lid = np.minimum(
            turned(points, (0, 0), [(0.70, 0.31), (0.76, 0.26), (0.82, 0.10)]), ball(points, (0, 0.87, 0), 0.065)
        )
        spout = rod(points, (0.50, 0.34, 0), (0.92, 0.68, 0), 0.062)
        handle = ring(points, (0, 0.80, 0), 0.46, 0.032, upright=True)
        handle = np.maximum(handle, 0.66 - points[:, 1])
        bowls = [_bowl(points, x, z) for x, z in ((-1.05, 0.55), (1.15, 0.75), (0.35, 1.15), (-0.2, -1.4), (1.9, -0.6))]
        tea = [disc(points, (x, 0.20, z), 0.215, 0.01) for x, z in ((-1.05, 0.55), (1.15, 0.75), (0.35, 1.15))]
        body = np.minimum(np.minimum(pot, lid), np.minimum(spout, handle))
        return union((table, 0), (body, 1), (np.minimum.reduce(bowls), 2), (np.minimum.reduce(tea), 3))

    seen = look(scene, Camera((0.5, 1.75, 4.4), (0.15, 0.42, 0), 0.62), shape, 30)
    paints = np.array(
        [(0.34, 0.20, 0.115), (0.23, 0.115, 0.075), (0.78, 0.76, 0.68), (0.34, 0.24, 0.06), (0, 0, 0)], np.float32
    )
    colors = paints[seen.materials]
    wood = seen.materials == 0
    colors[wood] *= grain_of_wood(seen.points[wood], 5)[:, None]
    gloss = np.array([0.10, 0.45, 0.75, 0.9, 0])[seen.materials]
    tones = shaded(scene, seen, colors, Light((-0.9, 0.62, 0.12), (2.3, 1.75, 1.15), (0.22, 0.24, 0.30)), gloss)
    tones *= np.exp(-np.maximum(-seen.points[:, 2] - 0.6, 0) * 0.55)[:, None]
    picture = photographed(seen, tones, shape, 4.3, 12, np.full((*shape, 3), (0.05, 0.045, 0.05)))
    steam(picture, 0.715, 0.36, 0.02, 0.06, 21, power=0.40)
    steam(picture, 0.30, 0.57, 0.18, 0.05, 25, power=0.42)
    return picture


def _bowl(points: Array, x: float, z: float) -> Array:
    outer = turned(points, (x, z), [(0.0, 0.13), (0.05, 0.13), (0.06, 0.15), (0.16, 0.24), (0.27, 0.28)])
    inner = turned(points, (x, z), [(0.05, 0.10), (0.15, 0.215), (0.40, 0.285)])
    return np.maximum(outer, -inner)


def containers(shape: Shape) -> Picture:
    """A yard of stacked boxes at a port in the low sun."""
    random = np.random.default_rng(14)
    tall = random.integers(1, 5, (7, 5))
    paints = np.array(
        [
            (0.46, 0.13, 0.09),
            (0.10, 0.22, 0.36),
            (0.16, 0.32, 0.25),
            (0.56, 0.36, 0.12),
            (0.46, 0.47, 0.46),
            (0.30, 0.12, 0.10),
        ],
        np.float32,
    )
    hues = random.integers(0, len(paints), (7, 5, 5))

    def scene(points: Array) -> tuple[Array, Array]:
        cells = np.stack(
            [np.clip(np.round(points[:, 0] / 3.1), -3, 3), np.clip(np.round(-points[:, 2] / 7.4), 0, 4)], axis=1
        )
        best = np.full(len(points), 1e3, np.float32)
        for dx in (-1, 0, 1):
            cx = np.clip(cells[:, 0] + dx, -3, 3)
            high = tall[(cx + 3).astype(int), cells[:, 1].astype(int)]
            row = np.clip(np.floor(points[:, 1] / 1.35), 0, high - 1)
            middle = np.stack([cx * 3.1, row * 1.35 + 0.65, -cells[:, 1] * 7.4], axis=1).astype(np.float32)
            ribs = 0.022 * np.sign(np.sin(points[:, 2] * 17))
            best = np.minimum(
                best,
                block(points, middle, (1.22, 0.635, 3.0), 0.03) + ribs * (np.abs(points[:, 0] - middle[:, 0]) > 1.1),
            )
        return union((points[:, 1], 0), (best * 0.8, 1))

    seen = look(scene, Camera((-8.5, 2.3, 8.5), (0.6, 2.3, -7.0), 0.80), shape, 70, 130)
    column = (np.clip(np.round(seen.points[:, 0] / 3.1), -3, 3) + 3).astype(int)
    row = np.clip(np.round(-seen.points[:, 2] / 7.4), 0, 4).astype(int)
    level = np.clip(np.floor(seen.points[:, 1] / 1.35), 0, 4).astype(int)
    colors = paints[hues[column, row, level]]
    grime = noise((256, 256), 20, 3, 5)[
        (seen.points[:, 1] * 60).astype(int) % 256, (seen.points[:, 2] * 30 + seen.points[:, 0] * 50).astype(int) % 256
    ]
    colors = colors * (0.7 + 0.5 * grime)[:, None]
    colors[seen.materials == 0] = (0.36 * (0.7 + 0.5 * grime[seen.materials == 0]))[:, None] * np.array(
        (1.0, 0.98, 0.95)
    )
    tones = shaded(scene, seen, colors, Light((-0.75, 0.42, 0.62), (2.2, 1.7, 1.2), (0.42, 0.50, 0.62)), 0.05)
    far = np.clip(1 - np.exp(-seen.depth / 55), 0, 1)[:, None]
    tones = tones * (1 - far) + np.array((0.74, 0.66, 0.56)) * far
    rows = np.linspace(0, 1, shape[0])[:, None, None]
    sky = (
        np.array((0.50, 0.62, 0.76)) * (1 - rows)
        + np.array((1.05, 0.86, 0.64)) * rows
        + (noise(shape, 5, 9, 6)[:, :, None] - 0.5) * 0.22
    )
    return photographed(seen, tones, shape, 13, 1.2, sky)


def wafer(shape: Shape) -> Picture:
    """A cut wafer on its frame under the lamps of a clean room, colours running over its dies."""

    def scene(points: Array) -> tuple[Array, Array]:
        tilted = points.copy()
        frame = np.maximum(disc(points, (0, 0.02, 0), 1.42, 0.03, 0.01), -disc(points, (0, 0.02, 0), 1.24, 0.2))
        plate = disc(points, (0, 0.005, 0), 1.05, 0.012)
        film = disc(points, (0, -0.01, 0), 1.26, 0.008)
        tools = rod(points, (-2.6, 0.75, -0.9), (-0.78, 0.07, 0.12), 0.045)
        return union((tilted[:, 1] + 0.12, 0), (frame, 1), (plate, 2), (film, 3), (tools, 1))

    camera = Camera((0.4, 1.15, 2.5), (-0.05, 0, -0.02), 0.68)
    seen = look(scene, camera, shape, 20)
    paints = np.array(
        [(0.20, 0.22, 0.25), (0.55, 0.56, 0.58), (0.16, 0.17, 0.20), (0.30, 0.40, 0.50), (0, 0, 0)], np.float32
    )
    colors = paints[seen.materials]
    on_plate = seen.materials == 2
    x, z = seen.points[on_plate, 0], seen.points[on_plate, 2]
    turn, reach = np.arctan2(z - 0.25, x + 0.3), np.hypot(x + 0.3, z - 0.25)
    phase = reach * 3.4 + turn * 0.9
    rainbow = np.stack([0.5 + 0.5 * np.cos(phase - shift) for shift in (0.0, 2.1, 4.2)], axis=1)
    fan = np.exp(-((np.sin(turn * 1.5 + 0.7) / 0.55) ** 2))[:, None]
    street = ((np.abs(x / 0.062 % 1 - 0.5) > 0.44) | (np.abs(z / 0.085 % 1 - 0.5) > 0.45))[:, None]
    dies = np.array((0.26, 0.27, 0.30)) + rainbow * fan * 0.42
    marks = ((x / 0.062 % 1 < 0.35) & (z / 0.085 % 1 > 0.6))[:, None]
    colors[on_plate] = np.where(street, 0.05, dies * np.where(marks, 0.75, 1.0))
    gloss = np.array([0.05, 0.8, 0.9, 0.4, 0])[seen.materials]
    tones = shaded(scene, seen, colors, Light((-0.5, 0.9, -0.55), (1.5, 1.5, 1.4), (0.55, 0.58, 0.62)), gloss)
    rows = np.linspace(0, 1, shape[0])[:, None, None]
    behind = np.array((0.62, 0.66, 0.68)) * (1 - rows) + 0.35 * rows + np.zeros((*shape, 3))
    lamps(
        behind,
        [(0.15, 0.05, 0.05), (0.38, 0.08, 0.05), (0.62, 0.05, 0.05), (0.88, 0.09, 0.05)],
        [(1, 1, 0.95)] * 4,
        0.5,
    )
    return photographed(seen, tones, shape, 2.6, 13, behind)


def football(shape: Shape) -> Picture:
    """A ball on the wet grass under the lamps of an evening ground."""
    fine = _football((2 * shape[0], 2 * shape[1]))
    return fine.reshape(shape[0], 2, shape[1], 2, 3).mean(axis=(1, 3))


def _football(shape: Shape) -> Picture:

    def scene(points: Array) -> tuple[Array, Array]:
        blades = noise((700, 700), 160, 31, 3)
        tuft = blades[(points[:, 2] * 150).astype(int) % 700, (points[:, 0] * 150).astype(int) % 700]
        grass = points[:, 1] - 0.05 * tuft
        return union((grass * 0.55, 0), (ball(points, (0, 0.29, 0), 0.28), 1))

    seen = look(scene, Camera((0.9, 0.34, 2.1), (0.28, 0.34, 0), 0.62), shape, 40, 150)
    colors = np.zeros((len(seen.depth), 3), np.float32)
    turf = seen.materials == 0
    stripes = 0.85 + 0.3 * (np.floor(seen.points[turf, 2] / 1.1) % 2)
    spread = noise((512, 512), 120, 32, 3)[
        (seen.points[turf, 2] * 200).astype(int) % 512, (seen.points[turf, 0] * 200).astype(int) % 512
    ]
    colors[turf] = (stripes * (0.4 + 1.2 * spread))[:, None] * np.array((0.10, 0.20, 0.055))
    chalk = turf & (np.abs(seen.points[:, 2] + 0.55) < 0.05)
    colors[chalk] = colors[chalk] * 0.3 + 0.45
    colors[seen.materials == 1] = _panels(seen.normals[seen.materials == 1])
    tones = shaded(
        scene, seen, colors, Light((-0.55, 0.62, -0.35), (2.0, 2.0, 1.9), (0.38, 0.44, 0.55)), np.where(turf, 0.05, 0.5)
    )
    behind = np.full((*shape, 3), (0.045, 0.06, 0.10))
    random = np.random.default_rng(5)
    stands = [(random.uniform(0, 1), random.uniform(0.26, 0.44), 0.006) for _ in range(420)]
    lamps(behind, stands, [tuple(random.uniform(0.2, 0.9, 3)) for _ in stands], 0.20)
    masts = [(x + 0.028 * a, 0.08 + 0.045 * b, 0.017) for x in (0.13, 0.58, 0.91) for a in range(3) for b in range(2)]
    lamps(behind, masts, [(1.0, 0.98, 0.88)] * len(masts), 1.1)
    return photographed(seen, tones, shape, 2.15, 15, behind)


def _panels(normals: Array) -> Array:
    """White leather with black five-sided panels, seams between."""
    golden = (1 + 5**0.5) / 2
    corners = [p for a in (-1, 1) for b in (-golden, golden) for p in ((0, a, b), (a, b, 0), (b, 0, a))]
    turn = np.array([(0.86, 0.30, -0.41), (-0.18, 0.94, 0.30), (0.47, -0.18, 0.86)])
    centres = np.array(corners) / np.linalg.norm(corners[0])
    close = np.sort((normals @ turn) @ centres.T, axis=1)
    black = close[:, -1] > 0.938
    seam = (close[:, -1] - close[:, -2] < 0.012) & ~black
    tone = np.where(black, 0.045, np.where(seam, 0.35, 0.80))
    return np.repeat(tone[:, None], 3, axis=1).astype(np.float32)


def steamers(shape: Shape) -> Picture:
    """Bamboo steamers at a stall in the evening, the lane's lamps out of focus behind them."""

    def scene(points: Array) -> tuple[Array, Array]:
        plank = block(points, (0, -0.1, 0), (6, 0.1, 1.2), 0.02)
        stacks = [(-1.35, 4, 0.0), (0.0, 3, 0.15), (1.32, 5, -0.05), (2.62, 2, 0.1)]
        baskets, rims = [], []
        for x, count, z in stacks:
            for number in range(count):
                baskets.append(disc(points, (x, 0.125 + 0.25 * number, z), 0.56, 0.105, 0.02))
                rims += [
                    ring(points, (x, 0.04 + 0.25 * number, z), 0.565, 0.022),
                    ring(points, (x, 0.215 + 0.25 * number, z), 0.565, 0.022),
                ]
        buns = [
            ball(points * np.array((1, 1.35, 1), np.float32), (x, 1.13, z), 0.17)
            for x, z in ((-0.22, 0.28), (0.20, 0.30), (0.0, -0.08), (-0.02, 0.48))
        ]
        return union(
            (plank, 0),
            (np.minimum.reduce(baskets), 1),
            (np.minimum.reduce(rims), 2),
            (np.minimum.reduce(buns) * 0.7, 3),
        )

    seen = look(scene, Camera((0.35, 1.45, 4.6), (0.35, 0.62, 0), 0.60), shape, 30)
    paints = np.array(
        [(0.22, 0.14, 0.09), (0.60, 0.42, 0.22), (0.46, 0.30, 0.14), (0.90, 0.86, 0.78), (0, 0, 0)], np.float32
    )
    colors = paints[seen.materials]
    turn = np.arctan2(seen.points[:, 2], seen.points[:, 0] - np.round(seen.points[:, 0] / 1.32) * 1.32)
    slats = 0.82 + 0.25 * (np.sin(turn * 46) > 0) * (seen.materials == 1) - 0.10 * (seen.materials == 1)
    colors = colors * slats[:, None]
    tones = shaded(scene, seen, colors, Light((0.55, 0.75, 0.45), (2.0, 1.45, 0.85), (0.22, 0.20, 0.24)), 0.12)
    behind = np.full((*shape, 3), (0.055, 0.045, 0.06))
    random = np.random.default_rng(6)
    strings = [
        (x, 0.10 + 0.10 * k + 0.16 * (x - 0.5) ** 2 + 0.012 * np.sin(30 * x), 0.019 - 0.004 * k)
        for k in range(3)
        for x in np.linspace(0.02, 0.98, 13 + 5 * k)
    ]
    lamps(behind, strings, [(1.0, random.uniform(0.6, 0.8), random.uniform(0.25, 0.45)) for _ in strings], 0.75)
    crowd = [(random.uniform(0, 1), random.uniform(0.38, 0.52), random.uniform(0.02, 0.045)) for _ in range(46)]
    lamps(behind, crowd, [tuple(np.array((0.42, 0.26, 0.18)) * random.uniform(0.3, 1.1)) for _ in crowd], 0.5)
    picture = photographed(seen, tones, shape, 4.4, 11, behind)
    for x, foot, seed in ((0.47, 0.42, 3), (0.20, 0.36, 8), (0.72, 0.28, 12)):
        steam(picture, x, foot, 0.0, 0.11, seed, power=0.5)
    return picture


def jar(shape: Shape) -> tuple[Picture, Array]:
    """A celadon jar with two ears, and the share of each pixel it covers: a cut-out."""

    def scene(points: Array) -> tuple[Array, Array]:
        body = turned(
            points,
            (0, 0),
            [
                (0.0, 0.30),
                (0.06, 0.31),
                (0.35, 0.46),
                (0.70, 0.60),
                (0.98, 0.62),
                (1.18, 0.52),
                (1.30, 0.33),
                (1.36, 0.27),
                (1.52, 0.27),
                (1.56, 0.33),
                (1.60, 0.33),
            ],
        )
        ears = np.minimum(
            ring(points, (-0.46, 1.30, 0), 0.115, 0.030, upright=True),
            ring(points, (0.46, 1.30, 0), 0.115, 0.030, upright=True),
        )
        return union((body, 0), (ears, 0))

    seen = look(scene, Camera((0.0, 1.55, 4.8), (0, 0.80, 0), 0.46), shape, 20, 160)
    pool = noise((256, 256), 8, 4, 5)[
        (seen.points[:, 1] * 110).astype(int) % 256,
        (np.arctan2(seen.points[:, 2], seen.points[:, 0]) * 40).astype(int) % 256,
    ]
    thin = np.clip(np.abs(np.sin(seen.points[:, 1] * 38)) * 1.4 - 1.1, 0, 0.10) * (seen.points[:, 1] < 0.95)
    colors = np.array((0.44, 0.56, 0.44)) * (0.82 + 0.3 * pool - thin)[:, None]
    foot = seen.points[:, 1] < 0.05
    colors[foot] = (0.42, 0.26, 0.16)
    tones = shaded(
        scene, seen, colors.astype(np.float32), Light((-0.7, 0.75, 0.65), (1.6, 1.55, 1.45), (0.55, 0.58, 0.60)), 1.4
    )
    share = (seen.depth < FAR).reshape(shape)
    return muted(tones).reshape(*shape, 3), share.astype(np.float32)
