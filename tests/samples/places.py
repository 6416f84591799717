"""Stages, pools, windows in the rain, mountains: the other places of the sample pictures."""

from __future__ import annotations

import numpy as np

from tests.samples.lens import lamps, soft
from tests.samples.objects import Light, Shape, photographed, shaded
from tests.samples.rivers import cables, draw, towers
from tests.samples.scenery import Picture, glow, gradient, noise
from tests.samples.solids import Array, Camera, ball, disc, look, ring, rod, turned, union
from tests.samples.water import Waves, clouds, haze, hills, mirrored, water

LANTERNS = ((-1.30, 1.22, 0.24), (0.06, 1.50, 0.28), (1.38, 1.18, 0.24))
# Players: where they stand, how far they have grown, which way they look, how their arms reach (across, up).
DAUGHTER, FATHER = (-0.42, 0.55, 1.0, 1.0), (0.62, 0.45, 1.06, -1.0)


def stage(shape: Shape) -> Picture:
    """Two players in long robes, one bringing the other a lamp; lanterns before the curtain, the floor shining."""

    def scene(points: Array) -> tuple[Array, Array]:
        folds = 0.10 * np.sin(points[:, 0] * 9) + 0.05 * np.sin(points[:, 0] * 23 + 1.3)
        curtain = (points[:, 2] + 1.2 - folds) * 0.6
        balls, wires = [], []
        for x, y, size in LANTERNS:
            balls.append(ball(points * np.array((1, 1.18, 1), np.float32), (x, y * 1.18, 0), size))
            wires += [
                rod(points, (x, y + size * 0.8, 0), (x, 4, 0), 0.008),
                disc(points, (x, y - size * 0.86, 0), 0.09, 0.03),
                rod(points, (x, y - size, 0), (x, y - size - 0.25, 0), 0.025),
            ]
        lamp = _lamp_place()
        balls.append(ball(points, lamp, 0.075))
        wires.append(rod(points, (lamp[0], lamp[1] + 0.07, lamp[2]), (lamp[0] - 0.16, 0.93, lamp[2]), 0.009))
        one, other = _player(points, *DAUGHTER), _player(points, *FATHER)
        return union(
            (points[:, 1], 0),
            (curtain, 1),
            (np.minimum.reduce(balls), 2),
            (np.minimum.reduce(wires), 3),
            (one[0], 4),
            (other[0], 5),
            (np.minimum(one[1], other[1]), 6),
            (np.minimum(one[2], other[2]), 7),
            (np.minimum(one[3], other[3]), 8),
        )

    seen = look(scene, Camera((0.22, 1.02, 4.6), (0.06, 0.84, 0), 0.56), shape, 30)
    paints = np.array(
        [
            (0.26, 0.15, 0.09),
            (0.34, 0.045, 0.045),
            (0.9, 0.2, 0.08),
            (0.4, 0.28, 0.10),
            (0.16, 0.42, 0.46),
            (0.46, 0.36, 0.20),
            (0.86, 0.82, 0.74),
            (0.80, 0.56, 0.44),
            (0.035, 0.03, 0.035),
            (0, 0, 0),
        ],
        np.float32,
    )
    colors = paints[seen.materials]
    robes = (seen.materials == 4) | (seen.materials == 5)
    hem = robes & ((seen.points[:, 1] < 0.10) | (np.abs(seen.points[:, 1] - 0.66) < 0.022))
    colors[hem] = (0.70, 0.50, 0.16)
    tones = shaded(scene, seen, colors, Light((-0.7, 0.8, 0.35), (1.35, 1.12, 0.86), (0.10, 0.09, 0.11)), 0.2)
    for x, y, z, power in (*((x, y, 0.0, 0.32) for x, y, _ in LANTERNS), (*_lamp_place(), 0.10)):
        away = seen.points - np.array((x, y, z), np.float32)
        near = power / (0.16 + (away**2).sum(axis=1))
        tones += (colors * near[:, None]) * np.array((1.6, 0.95, 0.52)) * (seen.materials != 2)[:, None]
    lit = seen.materials == 2
    ribs = 0.80 + 0.2 * np.abs(
        np.sin(np.arctan2(seen.points[lit, 2], seen.points[lit, 0] - np.round(seen.points[lit, 0] / 1.34) * 1.34) * 9)
    )
    tones[lit] = (ribs * (0.55 + 0.9 * seen.normals[lit, 2]))[:, None] * np.array((2.3, 0.62, 0.20))
    picture = photographed(seen, tones, shape, 4.1, 3)
    glow(picture, *_seen_at(_lamp_place(), shape), 0.035, (1.0, 0.72, 0.40), 0.55)
    return picture


def _lamp_place() -> tuple[float, float, float]:
    """Where the lamp hangs that one brings the other."""
    return (0.13, 0.78, 0.62)


def _player(points: Array, x: float, z: float, tall: float, looks: float) -> tuple[Array, Array, Array, Array]:
    """Somebody in a long robe: the robe, its white sleeves and collar, the face and hands, the hair."""
    robe = turned(
        points,
        (x, z),
        [
            (0.0, 0.27),
            (0.08, 0.275),
            (0.45 * tall, 0.185),
            (0.66 * tall, 0.125),
            (0.80 * tall, 0.155),
            (0.93 * tall, 0.135),
            (0.98 * tall, 0.055),
        ],
    )
    pleats = 0.010 * np.sin(np.arctan2(points[:, 2] - z, points[:, 0] - x) * 15) * np.clip(0.6 - points[:, 1], 0, 0.5)
    shoulder, hand = 0.90 * tall, 0.86 if looks > 0 else 0.80
    reach = x + looks * 0.40
    arms = np.minimum(
        rod(points, (x + looks * 0.06, shoulder, z + 0.12), (reach, hand, z + 0.10), 0.046),
        rod(points, (x - looks * 0.10, shoulder, z + 0.06), (x + looks * 0.20, 0.66, z + 0.22), 0.046),
    )
    near, far = (reach - looks * 0.02, hand - 0.03, z + 0.10), (x + looks * 0.20, 0.64, z + 0.22)
    sleeves = np.minimum(
        rod(points, near, (reach - looks * 0.10, hand - 0.40, z + 0.16), 0.030),
        rod(points, far, (x + looks * 0.10, 0.24, z + 0.26), 0.030),
    )
    collar = ring(points, (x, 0.965 * tall, z), 0.062, 0.018)
    face = ball(points * np.array((1, 0.86, 1), np.float32), (x + looks * 0.018, 1.085 * tall * 0.86, z + 0.012), 0.078)
    skin = np.minimum.reduce(
        [
            face,
            rod(points, (x, 0.95 * tall, z), (x, 1.06 * tall, z), 0.036),
            ball(points, (reach, hand, z + 0.11), 0.040),
        ]
    )
    hair = ball(points, (x - looks * 0.028, 1.118 * tall, z - 0.022), 0.088)
    if looks > 0:
        knot = np.minimum(
            ball(points, (x - 0.05, 1.225 * tall, z - 0.02), 0.052),
            rod(points, (x - 0.09, 1.05 * tall, z - 0.05), (x - 0.15, 0.70, z - 0.03), 0.026),
        )
        return np.minimum(robe + pleats, arms), np.minimum(sleeves, collar), skin, np.minimum(hair, knot)
    cap = disc(points, (x, 1.185 * tall, z - 0.01), 0.088, 0.045, 0.02)
    beard = rod(points, (x + looks * 0.065, 1.03 * tall, z + 0.05), (x + looks * 0.085, 0.86 * tall, z + 0.09), 0.020)
    return np.minimum(robe + pleats, arms), np.minimum.reduce([sleeves, collar, beard]), skin, np.minimum(hair, cap)


def _seen_at(place: tuple[float, float, float], shape: Shape) -> tuple[float, float]:
    """Where in the stage's picture a place is, in shares of its width and height."""
    away = 4.6 - place[2]
    return (
        0.5 + (place[0] - 0.18) / (0.56 * away * shape[1] / shape[0]),
        0.5 - (place[1] - 0.868) / (0.56 * away),
    )


def swimming(shape: Shape) -> Picture:
    """Lanes of a pool from above the water, the floor drawn and redrawn by the ripples."""
    height, width = shape
    rows, columns = np.mgrid[0:height, 0:width]
    down = rows / height + 0.26
    x, y = (columns / width - 0.5) * 2.6 / down, 1.9 / down
    across, along = Waves(0.16, 0.5, 71).slopes(x, y, 0.004 / down**2)
    u, v = x + across * 0.55, y + along * 0.55
    tile = (np.abs(u / 0.09 % 1 - 0.5) > 0.46) | (np.abs(v / 0.12 % 1 - 0.5) > 0.46)
    floor = np.where(tile[:, :, None], 0.86, 1.0) * np.array((0.42, 0.72, 0.78))
    stripe = (np.abs(u % 0.9 - 0.45) < 0.055)[:, :, None]
    scene = np.where(stripe, np.array((0.07, 0.17, 0.30)), floor)
    web = np.abs(noise(shape, 26, 73, 3) - 0.5 + across * 0.15)
    light = np.exp(-((web / 0.035) ** 2)) * np.clip(down - 0.2, 0, 1)
    scene *= (0.66 + 0.62 * light)[:, :, None]
    sky = np.clip((along - 0.04) * 7, 0, 1)[:, :, None] * np.clip(1.15 - down, 0.15, 1)[:, :, None]
    scene[:] = scene * (1 - 0.62 * sky) + np.array((0.90, 0.95, 0.97)) * 0.62 * sky
    for lane in range(-4, 5):
        near = np.abs(x - lane * 0.9) * width / 2.6
        bead = np.sin(y * 75) > -0.55
        rope = (np.abs(x - lane * 0.9) < 0.026) & bead
        tone = np.array((0.80, 0.14, 0.10)) if lane % 2 else np.array((0.92, 0.90, 0.82))
        shade = (0.72 + 0.45 * np.clip(1 - np.abs(x - lane * 0.9 + 0.01) / 0.03, 0, 1))[:, :, None]
        scene[:] = np.where((rope & (near < 400))[:, :, None], tone * shade, scene)
    far = np.clip(1 - (down - 0.26) * 2.2, 0, 1)[:, :, None] ** 2
    scene[:] = scene * (1 - 0.55 * far) + np.array((0.80, 0.90, 0.92)) * 0.55 * far
    return soft(scene, 0.8)


def rain_window(shape: Shape) -> Picture:
    """A lane in the rain through the window of a shop: lamps out of focus, drops with the lane upside down in each."""
    scene = gradient(shape, [(0, (0.10, 0.13, 0.19)), (0.55, (0.22, 0.22, 0.26)), (1, (0.10, 0.10, 0.13))])
    random = np.random.default_rng(81)
    draw(scene, [[(0, 0.15), (0.30, 0.36), (0.30, 0.74), (0, 0.92)]], (0.17, 0.14, 0.14))
    draw(scene, [[(1, 0.05), (0.62, 0.36), (0.62, 0.74), (1, 0.98)]], (0.15, 0.13, 0.14))
    for x, y, w, h in (
        (0.03, 0.45, 0.10, 0.30),
        (0.17, 0.47, 0.07, 0.21),
        (0.70, 0.46, 0.08, 0.24),
        (0.84, 0.42, 0.12, 0.36),
    ):
        draw(scene, [[(x, y), (x + w, y), (x + w, y + h), (x, y + h)]], (0.98, 0.70, 0.36))
    for x in (0.36, 0.47, 0.56):
        draw(
            scene,
            [[(x - 0.030, 0.62), (x - 0.02, 0.52), (x, 0.49), (x + 0.02, 0.52), (x + 0.030, 0.62)]],
            (0.34, 0.10, 0.10),
        )
        draw(scene, [[(x - 0.012, 0.62), (x + 0.012, 0.62), (x + 0.010, 0.80), (x - 0.010, 0.80)]], (0.07, 0.07, 0.09))
    scene = soft(scene, shape[1] * 0.016)
    places = [(random.uniform(0, 1), random.uniform(0.22, 0.80), random.uniform(0.010, 0.028)) for _ in range(52)]
    hues = [(1.0, 0.72, 0.38), (1.0, 0.55, 0.28), (0.95, 0.30, 0.20), (0.55, 0.72, 0.85), (1.0, 0.86, 0.6)]
    lamps(scene, places, [hues[random.integers(0, 5)] for _ in places], 0.42)
    return _wetted(soft(scene, 1.5), random)


def _wetted(scene: Picture, random: np.random.Generator) -> Picture:
    """Drops on the glass: each shows the scene small and upside down, with a dark rim above and a glint."""
    height, width, _ = scene.shape
    result = scene * 0.92 + 0.02
    drops = [(random.uniform(0, 1), random.uniform(0, 1), 0.0016 + 0.013 * random.beta(1.1, 7)) for _ in range(1150)]
    for x in random.uniform(0, 1, 13):
        drops += [
            (x + random.normal(0, 0.0008), y, 0.0024 + 0.0012 * random.random())
            for y in np.arange(random.uniform(0, 0.5), random.uniform(0.6, 1), 0.011)
        ]
    for x, y, size in sorted(drops, key=lambda drop: drop[2]):
        reach = max(int(size * width), 2)
        px, py = int(x * width), int(y * height)
        if not (reach < px < width - reach and reach < py < height - reach):
            continue
        rows, columns = np.mgrid[-reach : reach + 1, -reach : reach + 1] / reach
        inside = np.clip((1 - np.hypot(rows * 0.88, columns)) * reach * 0.8, 0, 1)[:, :, None]
        source_y = np.clip(py - rows * height * 0.28, 0, height - 1).astype(int)
        source_x = np.clip(px - columns * width * 0.20, 0, width - 1).astype(int)
        lens = scene[source_y, source_x] * (1.05 + 0.55 * rows)[:, :, None]
        glint = np.exp(-((rows + 0.45) ** 2 + (columns + 0.3) ** 2) * 22)[:, :, None] * 0.5
        box = (slice(py - reach, py + reach + 1), slice(px - reach, px + reach + 1))
        result[box] = result[box] * (1 - inside) + (lens + glint) * inside
    return result


def night_lane(shape: Shape) -> Picture:
    """A lane after rain at night, upright: strings of lamps, all of them again in the wet stones."""
    scene = gradient(
        shape, [(0, (0.06, 0.07, 0.13)), (0.5, (0.20, 0.15, 0.16)), (0.62, (0.34, 0.24, 0.20)), (1, (0.2, 0.2, 0.2))]
    )
    for side in (-1, 1):
        for depth in np.geomspace(0.16, 1.0, 6):
            near, far = 0.5 + side * 0.52 * depth, 0.5 + side * 0.52 * depth * 0.72
            top = 0.62 - 0.62 * depth
            draw(
                scene,
                [[(near, top), (far, 0.62 - 0.44 * depth), (far, 0.64), (near, 0.64)]],
                (0.17, 0.12, 0.11),
                seed=int(depth * 99),
            )
            draw(
                scene,
                [[(near, 0.56 - 0.10 * depth), (far, 0.575 - 0.07 * depth), (far, 0.63), (near, 0.635)]],
                (0.94, 0.64, 0.32),
            )
    scene[:] = soft(scene, shape[1] * 0.012)
    random = np.random.default_rng(88)
    strings = [
        (x, 0.10 + 0.085 * k + 0.05 * np.sin(np.pi * x), 0.030 - 0.004 * k)
        for k in range(5)
        for x in np.linspace(0.03, 0.97, 6 + k)
    ]
    lamps(scene, strings, [(1.0, random.uniform(0.55, 0.8), random.uniform(0.22, 0.42)) for _ in strings], 0.85)
    people = [(random.uniform(0.30, 0.70), random.uniform(0.60, 0.63)) for _ in range(9)]
    for x, foot in people:
        draw(
            scene,
            [
                [
                    (x - 0.03, foot + 0.02),
                    (x - 0.02, foot - 0.10),
                    (x, foot - 0.125),
                    (x + 0.02, foot - 0.10),
                    (x + 0.03, foot + 0.02),
                ]
            ],
            (0.06, 0.05, 0.06),
        )
    scene[:] = soft(scene, 2.2)
    water(scene, 0.64, Waves(0.045, 0.5, 89), (0.08, 0.07, 0.09), 1.0)
    return scene


def snow_lake(shape: Shape) -> Picture:
    """Snow mountains over a lake, the lower slopes in forest, a few roofs on the shore."""
    scene = gradient(shape, [(0, (0.24, 0.42, 0.66)), (0.5, (0.66, 0.78, 0.88)), (1, (0.9, 0.9, 0.9))])
    clouds(scene, 0.55, 0.46, (0.97, 0.95, 0.93), (0.88, 0.90, 0.93), 31)
    height, width = shape
    ridge = noise((8, width), 3, 91, 8)[3]
    line = (0.55 - 0.44 * ((ridge - ridge.min()) / np.ptp(ridge)) ** 1.2) * height
    rows = np.arange(height)[:, None]
    slope = mirrored(noise((512, 512), 7, 92, 8))
    columns = np.arange(width)[None, :]
    face = slope[
        ((rows - line) * 0.8 + columns * 0.35).astype(int) % 1024,
        (columns * 0.9 - (rows - line) * 0.25).astype(int) % 1024,
    ]
    light = np.clip(0.35 + (face - np.roll(face, 6, axis=1)) * 9, 0, 1)
    snow = np.clip((0.58 - (rows - line) / (0.44 * height) * 0.9 + (face - 0.5) * 1.3) * 6, 0, 1)[:, :, None]
    rock = np.array((0.30, 0.33, 0.40)) * (0.6 + 0.7 * light)[:, :, None]
    white = np.array((0.62, 0.70, 0.84)) * (1 - light[:, :, None]) + np.array((1.02, 0.99, 0.94)) * light[:, :, None]
    inside = (np.clip(rows - line, 0, 1) * (rows < 0.57 * height))[:, :, None]
    scene[:] = scene * (1 - inside) + (rock * (1 - snow) + white * snow) * inside
    haze(scene, 0.55, 0.10, (0.78, 0.84, 0.90), 0.55)
    hills(scene, 0.575, 0.13, (0.16, 0.22, 0.20), 95, 9)
    hills(scene, 0.58, 0.05, (0.10, 0.15, 0.13), 96, 40)
    for x in (0.60, 0.63, 0.665, 0.70, 0.74):
        draw(
            scene,
            [[(x, 0.58), (x, 0.557), (x + 0.012, 0.54), (x + 0.024, 0.557), (x + 0.024, 0.58)]],
            (0.55, 0.46, 0.38),
        )
        draw(scene, [[(x - 0.002, 0.559), (x + 0.012, 0.538), (x + 0.026, 0.559)]], (0.34, 0.15, 0.12))
    water(scene, 0.58, Waves(0.030, 0.5, 97), (0.08, 0.16, 0.22))
    return scene


def fog_bridge(shape: Shape) -> Picture:
    """A long bridge going out into fog, its lamps already lit."""
    scene = gradient(shape, [(0, (0.66, 0.70, 0.73)), (0.55, (0.80, 0.81, 0.80)), (1, (0.6, 0.6, 0.6))])
    hills(scene, 0.60, 0.20, (0.68, 0.71, 0.73), 101)
    towers(scene, 0.602, 0.14, (0.64, 0.66, 0.68), 0.03, 102, span=(0.55, 1.0))
    haze(scene, 0.56, 0.13, (0.83, 0.83, 0.82), 0.7)
    cables(scene, (-0.25, 1.05), 0.605, 0.50, (0.42, 0.45, 0.48))
    places = [(x, 0.515, 0.0022) for x in np.linspace(0.02, 0.98, 19)]
    lamps(scene, places, [(1.0, 0.82, 0.52)] * 19, 0.8)
    for x, y, _ in places:
        glow(scene, x, y, 0.008, (1.0, 0.80, 0.5), 0.35)
    haze(scene, 0.60, 0.12, (0.83, 0.83, 0.82), 0.75)
    water(scene, 0.605, Waves(0.045, 0.6, 103), (0.30, 0.34, 0.36))
    haze(scene, 0.62, 0.10, (0.82, 0.82, 0.81), 0.6)
    return scene


def lighthouse(shape: Shape) -> Picture:
    """A lighthouse on a cape at nightfall, its beam over the sea."""
    scene = gradient(
        shape, [(0, (0.12, 0.19, 0.34)), (0.5, (0.40, 0.46, 0.58)), (0.66, (0.92, 0.72, 0.58)), (1, (0.5, 0.5, 0.5))]
    )
    clouds(scene, 0.68, 0.50, (0.92, 0.62, 0.52), (0.28, 0.32, 0.44), 61)
    hills(scene, 0.685, 0.05, (0.40, 0.40, 0.48), 131)
    height, width, _ = scene.shape
    rows, columns = np.mgrid[0:height, 0:width]
    across, down = columns / width - 0.70, rows / height - 0.275
    spread = np.abs(down + 0.16 * across) / (np.abs(across) * 0.10 + 0.004)
    beam = np.exp(-(spread**2)) * np.exp(-np.abs(across) * 2.6)
    scene += (beam * 0.75)[:, :, None] * np.array((1.0, 0.93, 0.72))
    water(scene, 0.69, Waves(0.06, 0.6, 132), (0.10, 0.15, 0.22))
    draw(
        scene,
        [
            [
                (0.42, 0.86),
                (0.50, 0.74),
                (0.60, 0.66),
                (0.66, 0.635),
                (0.78, 0.64),
                (0.90, 0.60),
                (1, 0.57),
                (1, 0.92),
                (0.72, 0.84),
                (0.55, 0.88),
            ]
        ],
        (0.115, 0.12, 0.14),
        mottle=0.4,
    )
    draw(scene, [[(0.681, 0.64), (0.686, 0.30), (0.714, 0.30), (0.719, 0.64)]], (0.60, 0.56, 0.53), mottle=0.1)
    draw(scene, [[(0.681 + 0.001, 0.55), (0.683, 0.47), (0.717, 0.47), (0.718, 0.55)]], (0.42, 0.14, 0.12), mottle=0.1)
    draw(scene, [[(0.678, 0.305), (0.678, 0.293), (0.722, 0.293), (0.722, 0.305)]], (0.12, 0.12, 0.14))
    draw(scene, [[(0.688, 0.293), (0.688, 0.255), (0.712, 0.255), (0.712, 0.293)]], (1.0, 0.92, 0.70))
    draw(scene, [[(0.684, 0.257), (0.700, 0.222), (0.716, 0.257)]], (0.14, 0.13, 0.15))
    glow(scene, 0.70, 0.275, 0.03, (1.0, 0.88, 0.6), 0.9)
    draw(scene, [[(0.74, 0.64), (0.74, 0.60), (0.77, 0.575), (0.80, 0.60), (0.80, 0.64)]], (0.16, 0.15, 0.17))
    lamps(scene, [(0.765, 0.615, 0.003)], [(1.0, 0.75, 0.4)], 0.8)
    return scene
