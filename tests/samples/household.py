"""A pickle jar with its radishes, the drawers of a medicine chest: still lifes of the evening paper."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from tests.samples.objects import Light, muted, photographed, shaded
from tests.samples.scenery import Picture, noise
from tests.samples.sheet import font
from tests.samples.solids import Array, Camera, ball, block, disc, look, ring, rod, turned, union

Shape = tuple[int, int]
RADISHES = ((0.98, 0.20, 0.62, 0.24), (1.42, 0.17, 0.30, 0.20), (1.36, 0.18, 0.86, 0.21), (-1.02, 0.19, 0.62, 0.22))
DRUGS = "陈皮甘草当归白芷川芎桂枝薄荷艾叶辛夷茯苓黄芪杏仁连翘菊花半夏麦冬紫苏丹参防风苍术"


def pickle_jar(shape: Shape) -> Picture:
    """A brown jar with a water seal, radishes at its foot, on paper that stays white; its edges are smooth."""
    fine = _pickle_jar((2 * shape[0], 2 * shape[1]))
    return fine.reshape(shape[0], 2, shape[1], 2, 3).mean(axis=(1, 3))


def _pickle_jar(shape: Shape) -> Picture:

    def scene(points: Array) -> tuple[Array, Array]:
        jar = turned(
            points,
            (0, 0),
            [
                (0, 0.47),
                (0.04, 0.48),
                *(
                    (h, 0.44 + 0.48 * float(np.sin(np.pi * (h + 0.10) / 1.62)) ** 1.1)
                    for h in np.arange(0.10, 1.50, 0.05)
                ),
                (1.62, 0.46),
            ],
        )
        seal = np.maximum(
            turned(points, (0, 0), [(1.40, 0.52), (1.48, 0.64), (1.56, 0.70), (1.60, 0.71)]),
            0.58 - np.hypot(points[:, 0], points[:, 2]) - (points[:, 1] < 1.5),
        )
        lid = np.minimum(
            turned(points, (0, 0), [(1.56, 0.53), (1.66, 0.52), (1.80, 0.36), (1.86, 0.14), (1.88, 0.12)]),
            ball(points, (0, 1.93, 0), 0.10),
        )
        roots = [ball(points, (x, y, z), size) for x, y, z, size in RADISHES]
        tails = [rod(points, (x, y, z), (x + 0.36, 0.03, z + 0.26), 0.016) for x, y, z, _ in RADISHES[:3]]
        stems = [
            rod(points, (x, y + size * 0.8, z), (x + 0.7 * turn, y + 0.34, z - 0.02), 0.014)
            for x, y, z, size in RADISHES
            for turn in (-0.26, -0.08, 0.10, 0.27)
        ]
        blades = [
            _blade(points, (x + 1.02 * turn, y + 0.43 - 0.25 * abs(turn), z - 0.02), turn)
            for x, y, z, _ in RADISHES
            for turn in (-0.26, -0.08, 0.10, 0.27)
        ]
        return union(
            (np.minimum(np.minimum(jar, seal), lid), 1),
            (np.minimum.reduce(roots), 2),
            (np.minimum.reduce(tails), 3),
            (np.minimum.reduce([*stems, *blades]), 4),
        )

    seen = look(scene, Camera((0.31, 1.75, 5.6), (0.28, 0.93, 0), 0.50), shape, 30, 150)
    paints = np.array(
        [
            (0.96, 0.95, 0.93),
            (0.21, 0.095, 0.042),
            (0.62, 0.06, 0.16),
            (0.80, 0.62, 0.60),
            (0.20, 0.36, 0.12),
            (0, 0, 0),
        ],
        np.float32,
    )
    colors = paints[seen.materials]
    glaze = noise((256, 256), 7, 41, 5)[
        (seen.points[:, 1] * 70).astype(int) % 256,
        (np.arctan2(seen.points[:, 2], seen.points[:, 0]) * 40).astype(int) % 256,
    ]
    clay = seen.materials == 1
    colors[clay] *= (0.55 + 0.95 * glaze[clay])[:, None]
    colors[clay & (seen.points[:, 1] < 0.10)] = (0.42, 0.28, 0.18)
    skin = seen.materials == 2
    colors[skin] *= (0.75 + 0.5 * glaze[skin])[:, None]
    gloss = np.array([0, 1.5, 0.5, 0.2, 0.2, 0])[seen.materials]
    tones = shaded(scene, seen, colors, Light((-0.8, 0.85, 0.55), (2.0, 1.9, 1.75), (0.50, 0.52, 0.55)), gloss)
    picture = muted(tones).reshape(*shape, 3)
    return np.where(seen.hit.reshape(shape)[:, :, None], 0.97 * picture, _paper(shape)[:, :, None])


def _paper(shape: Shape) -> Array:
    """White paper, a soft shadow under what stands on it that ends in pure white."""
    height, width = shape
    rows, columns = np.mgrid[0:height, 0:width]
    shade = np.zeros(shape)
    for x, y, wide in ((0.434, 0.842, 0.152), (0.149, 0.873, 0.057), (0.701, 0.877, 0.057), (0.82, 0.914, 0.057)):
        away = ((columns / width - x) / wide) ** 2 + ((rows / height - y) / 0.035) ** 2
        shade = np.maximum(shade, 0.42 * np.clip(1.15 - away, 0, 1))
    return (1 - shade).astype(np.float32)


def _blade(points: Array, middle: tuple[float, float, float], turn: float) -> Array:
    """A leaf: a flat oval leaning aside by `turn`."""
    away = points - np.array(middle, np.float32)
    along = away[:, 1] * np.cos(turn * 2) + away[:, 0] * np.sin(turn * 2)
    across = away[:, 0] * np.cos(turn * 2) - away[:, 1] * np.sin(turn * 2)
    far = np.sqrt((along / 0.17) ** 2 + (across / 0.085) ** 2 + (away[:, 2] / 0.035) ** 2)
    return ((far - 1) * 0.034).astype(np.float32)


def medicine_drawers(shape: Shape) -> Picture:
    """The front of a medicine chest: old wood, brass rings, names on slips of paper."""
    wide, tall = 1.0, 0.62

    def scene(points: Array) -> tuple[Array, Array]:
        column = np.round(points[:, 0] / wide)
        row = np.round(points[:, 1] / tall)
        own = np.stack([column * wide, row * tall, np.zeros_like(row)], axis=1).astype(np.float32)
        near = points - own
        front = block(near, (0, 0, 0.0), (0.455, 0.272, 0.06), 0.02)
        knob = ring(near, (0, -0.155, 0.10), 0.062, 0.0135, upright=True)
        plate = disc(near[:, [0, 2, 1]], (0, 0.065, -0.092), 0.038, 0.014, 0.006)
        return union((points[:, 2] * 0.8, 0), (front * 0.8, 1), (np.minimum(knob, plate) * 0.8, 2))

    seen = look(scene, Camera((0.2, 1.1, 4.0), (2.05, 0.95, 0), 0.43), shape, 30, 150)
    wood = noise((512, 512), 9, 51, 6)
    board = (np.round(seen.points[:, 0] / wide) * 37 + np.round(seen.points[:, 1] / tall) * 91).astype(int)
    fibres = wood[
        (seen.points[:, 1] * 340 + board * 13).astype(int) % 512,
        (seen.points[:, 0] * 36 + board * 29).astype(int) % 512,
    ]
    colors = np.array([(0.10, 0.055, 0.032), (0.30, 0.145, 0.075), (0.66, 0.46, 0.17), (0, 0, 0)], np.float32)[
        seen.materials
    ]
    colors *= np.where(seen.materials == 2, 1.0, 0.5 + 1.0 * fibres)[:, None].astype(np.float32)
    slips = _slips(seen.points, seen.normals, wide, tall)
    paper = (seen.materials == 1) & (slips >= 0)
    colors[paper] = np.array((0.80, 0.71, 0.54)) * slips[paper, None] * (0.85 + 0.3 * fibres[paper, None])
    gloss = np.array([0.1, 0.35, 1.6, 0])[seen.materials] * np.where(paper, 0, 1)
    tones = shaded(scene, seen, colors, Light((-0.75, 0.62, 0.80), (2.1, 1.75, 1.3), (0.30, 0.31, 0.35)), gloss)
    return photographed(seen, tones, shape, 4.2, 8, np.full((*shape, 3), (0.06, 0.04, 0.03)))


def _slips(points: Array, normals: Array, wide: float, tall: float) -> Array:
    """How light the paper slip is at each place of the fronts, its name written on it; −1 beside the slips."""
    column, row = np.round(points[:, 0] / wide), np.round(points[:, 1] / tall)
    x, y = points[:, 0] - column * wide, points[:, 1] - row * tall
    sheet = _names()
    inside = (np.abs(x) < 0.20) & (np.abs(y - 0.085) < 0.115) & (normals[:, 2] > 0.8)
    number = ((column * 7 + row * 3) % (len(DRUGS) // 2)).astype(int)
    across = np.clip(((x + 0.20) / 0.40 * 200).astype(int), 0, 199)
    down = np.clip(((0.20 - y) / 0.23 * 116).astype(int), 0, 115)
    return np.where(inside, sheet[number, down, across], -1.0).astype(np.float32)


def _names() -> Array:
    """A slip a name: 116 by 200, ink on white."""
    slips = []
    for number in range(len(DRUGS) // 2):
        slip = Image.new("L", (200, 116), 255)
        name = DRUGS[2 * number : 2 * number + 2]
        ImageDraw.Draw(slip).text((100, 58), name, font=font(84), fill=30, anchor="mm", stroke_width=1, stroke_fill=30)
        slips.append(np.asarray(slip) / 255)
    return np.stack(slips).astype(np.float32)
