"""The river and its towns: pictures of open water, hills, houses and boats."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tests.samples.lens import lamps, soft
from tests.samples.scenery import Picture, glow, gradient, noise
from tests.samples.water import Color, Waves, clouds, haze, hills, mirrored, water

Shape = tuple[int, int]
Points = list[tuple[float, float]]


def draw(picture: Picture, outlines: list[Points], color: Color, *, mottle: float = 0.15, seed: int = 1) -> None:
    """Fill outlines (points in shares of width and height), with smooth edges and an uneven tone."""
    height, width, _ = picture.shape
    mask = Image.new("L", (width * 2, height * 2))
    pen = ImageDraw.Draw(mask)
    for outline in outlines:
        pen.polygon([(x * width * 2, y * height * 2) for x, y in outline], fill=255)
    share = np.asarray(mask.resize((width, height), Image.Resampling.BOX))[:, :, None] / 255
    tone = np.array(color) * (1 + mottle * (noise((height, width), 50, seed, 4) - 0.5) * 2)[:, :, None]
    picture[:] = picture * (1 - share) + tone * share


def line(picture: Picture, points: Points, weight: float, color: Color) -> None:
    """Draw a line through points, `weight` in shares of the width."""
    height, width, _ = picture.shape
    mask = Image.new("L", (width * 2, height * 2))
    places = [(x * width * 2, y * height * 2) for x, y in points]
    ImageDraw.Draw(mask).line(places, fill=255, width=max(round(weight * width * 2), 1), joint="curve")
    share = np.asarray(mask.resize((width, height), Image.Resampling.BOX))[:, :, None] / 255
    picture[:] = picture * (1 - share) + np.array(color) * share


def towers(
    picture: Picture,
    foot: float,
    tall: float,
    wall: Color,
    lit: float,
    seed: int,
    *,
    span: tuple[float, float] = (0, 1),
) -> None:
    """A row of a city's houses standing on `foot`, up to `tall` high, a share `lit` of their windows alight."""
    width = picture.shape[1]
    random = np.random.default_rng(seed)
    x, cell = span[0], 0.0026 * 1500 / width
    while x < span[1]:
        wide = random.uniform(0.014, 0.04) * 1500 / width
        shape = tall * (0.25 + 0.75 * random.beta(1.6, 3.2)) * (0.75 + 0.5 * np.sin((x - span[0]) * 7 + seed) ** 2)
        tone = np.array(wall) * random.uniform(0.82, 1.15)
        _tower(picture, (x, foot - shape, x + wide, foot), tone, lit * random.uniform(0.3, 1.5), random, cell)
        x += wide * random.uniform(0.85, 1.25)


def _tower(
    picture: Picture,
    box: tuple[float, float, float, float],
    tone: NDArray[np.floating],
    lit: float,
    random: np.random.Generator,
    cell: float,
) -> None:
    height, width, _ = picture.shape
    left, right = max(int(box[0] * width), 0), min(int(box[2] * width), width)
    top, bottom = int(box[1] * height), int(box[3] * height)
    if right - left < 3:
        return
    light = np.linspace(1.1, 0.86, right - left)[None, :, None]
    picture[top:bottom, left:right] = tone * light
    if random.random() < 0.4:
        mast = (left + right) // 2
        picture[max(top - (bottom - top) // 7, 0) : top, mast : mast + 2] = tone
    step, size = max(int(cell * width * 1.5), 4), max(int(cell * width * 0.7), 2)
    warm = np.array(random.choice([(1.0, 0.78, 0.46), (1.0, 0.86, 0.62), (0.86, 0.92, 1.0)]))
    for row in range(top + step // 2, bottom - size, step):
        for column in range(left + 2, right - size, step):
            if random.random() < lit:
                picture[row : row + size, column : column + size] = warm * random.uniform(0.45, 1.15)


def arches(picture: Picture, span: tuple[float, float], foot: float, rise: float, count: int, color: Color) -> None:
    """A stone bridge of some arches over the water line `foot`, its crown in the middle."""
    left, right = span
    share = np.linspace(0, 1, 160)
    crown = foot - rise * (0.62 + 0.38 * np.sin(share * np.pi))
    deck = [(left + (right - left) * s, y) for s, y in zip(share, crown, strict=True)]
    under: Points = [(right, foot)]
    for number in reversed(range(count)):
        first, last = left + (right - left) * (number + 0.10) / count, left + (right - left) * (number + 0.90) / count
        high = rise * (0.46 + 0.26 * np.sin((number + 0.5) / count * np.pi))
        turn = np.linspace(0, np.pi, 40)
        under += [((first + last) / 2 + (last - first) / 2 * np.cos(a), foot - high * np.sin(a)) for a in turn]
    draw(picture, [[*deck, *under, (left, foot)]], color, seed=17)
    line(picture, [(x, y - rise * 0.05) for x, y in deck], 0.0012, (color[0] * 0.7, color[1] * 0.7, color[2] * 0.7))


def cables(picture: Picture, span: tuple[float, float], foot: float, tall: float, color: Color) -> None:
    """A cable-stayed bridge with two masts."""
    left, right = span
    wide = right - left
    deck = foot - tall * 0.16
    line(picture, [(left, deck), (right, deck)], 0.0028, color)
    for mast in (left + wide * 0.30, left + wide * 0.70):
        line(picture, [(mast, foot), (mast, foot - tall)], 0.0035, color)
        for number in range(1, 13):
            reach = wide * 0.022 * number
            for side in (-1, 1):
                line(
                    picture, [(mast, foot - tall * (0.45 + 0.045 * number)), (mast + side * reach, deck)], 0.0005, color
                )


def walkers(picture: Picture, places: list[tuple[float, float, float]], color: Color) -> None:
    """People at a distance, seen from behind or the side: (x, foot, height)."""
    height, width, _ = picture.shape
    ratio = height / width
    for number, (x, foot, tall) in enumerate(places):
        wide, lean = tall * ratio, 0.02 * (number % 3 - 1) * tall
        stride = wide * (0.05 + 0.05 * (number % 2))
        head = [
            (x + lean + wide * 0.062 * np.cos(a), foot - tall * 0.92 + tall * 0.075 * np.sin(a))
            for a in np.linspace(0, 6.3, 20)
        ]
        coat = [
            (x - wide * 0.13, foot - tall * 0.78),
            (x + wide * 0.13, foot - tall * 0.78),
            (x + wide * 0.15, foot - tall * 0.42),
            (x - wide * 0.15, foot - tall * 0.42),
        ]
        neck = [
            (x - wide * 0.05, foot - tall * 0.86),
            (x + wide * 0.05, foot - tall * 0.86),
            (x + wide * 0.13, foot - tall * 0.77),
            (x - wide * 0.13, foot - tall * 0.77),
        ]
        legs = [
            [
                (x + s * stride - wide * 0.05, foot),
                (x + s * stride + wide * 0.05, foot),
                (x + s * wide * 0.03 + wide * 0.075, foot - tall * 0.44),
                (x + s * wide * 0.03 - wide * 0.075, foot - tall * 0.44),
            ]
            for s in (-1, 1)
        ]
        draw(picture, [head, coat, neck, *legs], color, seed=number)


def river_dusk(shape: Shape) -> Picture:
    """The walk along the river at dusk: the old bridge, the town's lights, all of it again in the water."""
    scene = gradient(
        shape, [(0, (0.17, 0.23, 0.40)), (0.30, (0.42, 0.42, 0.55)), (0.50, (0.92, 0.62, 0.44)), (1, (0.9, 0.7, 0.5))]
    )
    clouds(scene, 0.52, 0.50, (0.98, 0.56, 0.36), (0.30, 0.30, 0.42), 5)
    glow(scene, 0.66, 0.50, 0.16, (1.0, 0.72, 0.40), 0.75)
    hills(scene, 0.52, 0.15, (0.44, 0.39, 0.48), 12)
    hills(scene, 0.52, 0.07, (0.31, 0.29, 0.38), 15, 6)
    haze(scene, 0.51, 0.035, (0.88, 0.62, 0.48), 0.5)
    towers(scene, 0.526, 0.24, (0.26, 0.23, 0.30), 0.30, 4, span=(0.0, 0.36))
    towers(scene, 0.526, 0.17, (0.28, 0.25, 0.31), 0.28, 8, span=(0.70, 1.0))
    towers(scene, 0.527, 0.06, (0.14, 0.13, 0.17), 0.45, 9, span=(0.0, 0.34))
    towers(scene, 0.527, 0.06, (0.14, 0.13, 0.17), 0.45, 11, span=(0.72, 1.0))
    draw(scene, [[(0, 0.53), (0, 0.515), (0.30, 0.519), (0.74, 0.519), (1, 0.515), (1, 0.53)]], (0.10, 0.095, 0.12))
    arches(scene, (0.30, 0.74), 0.525, 0.075, 7, (0.25, 0.21, 0.22))
    lights = [(x, 0.452 + 0.024 * abs(x - 0.52) / 0.22, 0.0016) for x in np.linspace(0.32, 0.72, 15)]
    lamps(scene, lights, [(1.0, 0.75, 0.4)] * len(lights), 1.2)
    water(scene, 0.525, Waves(0.055, 0.6, 3), (0.10, 0.12, 0.17))
    _embankment(scene)
    return scene


def _embankment(scene: Picture) -> None:
    """The rail in the foreground with its lamps, and the people on the walk."""
    dark = (0.060, 0.056, 0.070)
    draw(scene, [[(0, 1), (0, 0.895), (1, 0.945), (1, 1)]], (0.115, 0.105, 0.115), mottle=0.3)
    for number in range(46):
        x = number / 45 * 1.02
        foot = 0.898 + 0.05 * x
        line(scene, [(x, foot), (x, foot - 0.075)], 0.0016, dark)
    for rise in (0.075, 0.058, 0.012):
        line(scene, [(0, 0.898 - rise), (1, 0.948 - rise)], 0.0020, dark)
    walkers(
        scene,
        [
            (0.075, 0.955, 0.165),
            (0.118, 0.960, 0.155),
            (0.44, 0.985, 0.17),
            (0.83, 0.99, 0.175),
            (0.875, 0.995, 0.165),
            (0.91, 0.985, 0.12),
        ],
        dark,
    )
    for x in (0.20, 0.62):
        foot = 0.90 + 0.05 * x
        line(scene, [(x, foot), (x, foot - 0.34)], 0.0030, dark)
        lamps(scene, [(x, foot - 0.35, 0.006)], [(1.0, 0.80, 0.5)], 1.3)
        glow(scene, x, foot - 0.35, 0.022, (1.0, 0.68, 0.34), 0.8)
        glow(scene, x, foot + 0.01, 0.05, (1.0, 0.62, 0.3), 0.28)


def ferry(shape: Shape) -> Picture:
    """The ferry in the first light, mist on the water, the far bank hardly there."""
    scene = gradient(
        shape,
        [
            (0, (0.09, 0.15, 0.22)),
            (0.32, (0.13, 0.19, 0.25)),
            (0.44, (0.34, 0.36, 0.38)),
            (0.52, (0.84, 0.72, 0.58)),
            (0.62, (0.93, 0.83, 0.70)),
            (1, (0.9, 0.8, 0.7)),
        ],
    )
    glow(scene, 0.80, 0.53, 0.10, (1.0, 0.86, 0.62), 0.55)
    hills(scene, 0.565, 0.26, (0.60, 0.62, 0.64), 31)
    haze(scene, 0.54, 0.08, (0.90, 0.83, 0.74), 0.75)
    hills(scene, 0.575, 0.10, (0.44, 0.47, 0.48), 36, 5)
    haze(scene, 0.565, 0.045, (0.88, 0.81, 0.73), 0.7)
    boat = np.ones((*shape, 3)) * np.nan
    water(scene, 0.58, Waves(0.035, 0.45, 33), (0.24, 0.28, 0.29), 0.96)
    haze(scene, 0.60, 0.05, (0.90, 0.83, 0.75), 0.55)
    _boat(boat, 0.40, 0.755)
    _afloat(scene, boat, 0.758)
    return scene


def _boat(picture: Picture, x: float, foot: float) -> None:
    """A flat-roofed passenger boat, its people standing under the roof; nothing round it (nan)."""
    hull, trim = (0.115, 0.155, 0.19), (0.46, 0.17, 0.13)
    base = np.nan_to_num(picture, nan=-9.0)
    drawn = base.copy()
    w = 0.21

    def at(dx: float, dy: float) -> tuple[float, float]:
        return (x + dx * w, foot - dy * w)

    draw(drawn, [[at(-1.02, 0.30), at(-0.86, 0.02), at(0.90, 0), at(1.0, 0.26), at(0.2, 0.21), at(-0.6, 0.22)]], hull)
    draw(drawn, [[at(-0.93, 0.12), at(-0.86, 0.02), at(0.90, 0), at(0.95, 0.10)]], trim, seed=4)
    draw(drawn, [[at(-0.74, 0.88), at(0.72, 0.86), at(0.70, 0.80), at(-0.70, 0.82)]], (0.20, 0.23, 0.25))
    draw(drawn, [[at(-0.70, 0.84), at(-0.36, 0.84), at(-0.36, 0.22), at(-0.70, 0.22)]], (0.27, 0.31, 0.33))
    draw(drawn, [[at(-0.66, 0.74), at(-0.42, 0.74), at(-0.42, 0.50), at(-0.66, 0.50)]], (0.66, 0.66, 0.62))
    for post in (-0.1, 0.16, 0.42, 0.68):
        line(drawn, [at(post, 0.20), at(post, 0.84)], 0.0022, (0.16, 0.18, 0.19))
    line(drawn, [at(-0.36, 0.36), at(0.92, 0.38)], 0.0016, (0.20, 0.21, 0.22))
    line(drawn, [at(0.86, 0.24), at(0.86, 0.52)], 0.0022, (0.16, 0.18, 0.19))
    crowd = [
        (x + dx * w, foot - 0.20 * w, t * w)
        for dx, t in (
            (-0.24, 0.50),
            (-0.15, 0.47),
            (0.03, 0.50),
            (0.10, 0.44),
            (0.27, 0.51),
            (0.36, 0.46),
            (0.55, 0.49),
            (0.80, 0.50),
        )
    ]
    walkers(drawn, crowd, (0.10, 0.105, 0.115))
    picture[:] = drawn


def _afloat(scene: Picture, boat: Picture, foot: float) -> None:
    """Put what is drawn in `boat` (below −1 where nothing is) on the water, with its broken reflection."""
    height, width, _ = scene.shape
    row = int(foot * height)
    rows, columns = np.mgrid[row:height, 0:width]
    depth = rows - row
    ripple = noise((height - row, width), 26, 61, 5) - 0.5
    stripes = noise((height - row, max(width // 14, 2)), 9, 62, 4) - 0.5
    stripes = np.asarray(Image.fromarray(stripes.astype(np.float32)).resize((width, height - row)))
    across = np.clip(columns + (ripple * 22 + stripes * 30) * (0.15 + depth / 160), 0, width - 1).astype(int)
    above = np.clip(row - 1 - depth * 0.92 - stripes * 26 * np.minimum(depth / 60, 1.5), 0, row).astype(int)
    mirrored = boat[above, across]
    there = (mirrored[:, :, 0] > 0)[:, :, None] * np.clip(0.80 - depth / 900, 0.25, 1)[:, :, None]
    scene[row:] = scene[row:] * (1 - there) + (np.clip(mirrored, 0, 1) * 0.72 + 0.10) * there
    share = np.clip((boat.min(axis=2) + 9) / 9, 0, 1)[:, :, None] ** 8
    lifted = np.clip(boat, 0, 1) * 0.90 + 0.055
    scene[:] = scene * (1 - share) + lifted * share


def skyline(shape: Shape) -> Picture:
    """The city at night from the middle of the river."""
    scene = gradient(
        shape, [(0, (0.07, 0.11, 0.22)), (0.35, (0.17, 0.23, 0.38)), (0.58, (0.62, 0.48, 0.46)), (1, (0.3, 0.3, 0.3))]
    )
    clouds(scene, 0.58, 0.42, (0.60, 0.44, 0.44), (0.16, 0.19, 0.30), 8)
    towers(scene, 0.585, 0.36, (0.20, 0.21, 0.30), 0.30, 41)
    haze(scene, 0.58, 0.12, (0.52, 0.42, 0.44), 0.45)
    towers(scene, 0.590, 0.27, (0.13, 0.135, 0.19), 0.45, 42)
    towers(scene, 0.593, 0.09, (0.07, 0.07, 0.095), 0.7, 43)
    lights = [(x, 0.588, 0.0022) for x in np.linspace(0.01, 0.99, 40)]
    lamps(scene, lights, [(1.0, 0.74, 0.38), (0.5, 0.75, 1.0)] * 20, 1.1)
    scene[:] = soft(scene, 0.8)
    water(scene, 0.592, Waves(0.050, 0.8, 44), (0.04, 0.06, 0.11), 1.0)
    return scene


def morning_town(shape: Shape) -> Picture:
    """A town between two bends of a river, early: mist, hills behind hills, roofs, a bridge; very wide."""
    scene = gradient(
        shape, [(0, (0.46, 0.58, 0.70)), (0.34, (0.74, 0.76, 0.76)), (0.52, (0.97, 0.84, 0.66)), (1, (0.9, 0.8, 0.7))]
    )
    clouds(scene, 0.54, 0.50, (1.0, 0.82, 0.62), (0.72, 0.74, 0.78), 21)
    glow(scene, 0.30, 0.46, 0.10, (1.0, 0.85, 0.58), 0.8)
    for number, (rise, tone) in enumerate(((0.34, 0.66), (0.24, 0.55), (0.16, 0.44))):
        hills(scene, 0.545, rise, (tone * 0.93, tone * 0.98, tone * 1.04), 70 + number, 5 + 3 * number)
        haze(scene, 0.535, 0.05 - 0.01 * number, (0.93, 0.85, 0.74), 0.55)
    towers(scene, 0.548, 0.15, (0.42, 0.42, 0.44), 0.06, 71, span=(0.50, 0.80))
    haze(scene, 0.53, 0.06, (0.93, 0.85, 0.74), 0.35)
    towers(scene, 0.550, 0.065, (0.28, 0.27, 0.28), 0.10, 73, span=(0.36, 1.0))
    hills(scene, 0.552, 0.055, (0.20, 0.23, 0.20), 75, 22)
    cables(scene, (0.06, 0.40), 0.552, 0.20, (0.30, 0.29, 0.31))
    water(scene, 0.552, Waves(0.038, 0.5, 74), (0.20, 0.25, 0.27), 0.97)
    haze(scene, 0.575, 0.045, (0.96, 0.88, 0.76), 0.60)
    for x, size in ((0.61, 0.010), (0.655, 0.008), (0.87, 0.013)):
        _sampan(scene, x, 0.70 + size * 6, size)
    return scene


def _sampan(scene: Picture, x: float, foot: float, size: float) -> None:
    """A small boat with one man standing in it, and its dark shape in the water."""
    height, width, _ = scene.shape
    tall = size * width / height
    draw(
        scene,
        [
            [
                (x - size * 2.2, foot - tall * 0.45),
                (x - size * 1.6, foot),
                (x + size * 1.6, foot),
                (x + size * 2.4, foot - tall * 0.5),
                (x, foot - tall * 0.22),
            ]
        ],
        (0.09, 0.085, 0.09),
    )
    walkers(scene, [(x + size * 0.9, foot - tall * 0.12, tall * 2.1)], (0.09, 0.085, 0.09))
    line(scene, [(x + size * 0.9, foot - tall * 1.5), (x + size * 2.9, foot + tall * 0.3)], 0.0004, (0.09, 0.085, 0.09))
    for number in range(9):
        y = foot + tall * (0.12 + 0.22 * number)
        half = size * (1.7 - 0.17 * number)
        line(scene, [(x - half, y), (x + half * 0.9, y)], 0.0006, (0.30, 0.31, 0.31))


def terraces(shape: Shape) -> Picture:
    """Flooded fields stepping down a slope, seen from the hill above: bands of sky between green banks."""
    fine = _terraces((2 * shape[0], 2 * shape[1]))
    return fine.reshape(shape[0], 2, shape[1], 2, 3).mean(axis=(1, 3))


def _terraces(shape: Shape) -> Picture:
    height, width = shape
    rows, columns = np.mgrid[0:height, 0:width]
    down = np.maximum(rows / height - 0.20, 0.002)
    x, y = (columns / width - 0.5) * 1.5 / (down + 0.16), 1 / (down + 0.16)
    land = mirrored(noise((900, 900), 4, 51, 3))
    bent = _between(land, y * 110 + 200, x * 100 + 700)
    level = y * 2.6 + bent * 8.5
    step = level % 1
    edge = np.abs(np.gradient(level)[0]) + np.abs(np.gradient(level)[1])
    bank = np.clip((0.17 + edge * 1.2 - step) / (2 * edge + 0.015), 0, 1)
    scene = gradient(
        shape, [(0, (0.70, 0.78, 0.84)), (0.20, (0.93, 0.90, 0.82)), (0.6, (0.70, 0.79, 0.86)), (1, (0.40, 0.55, 0.70))]
    )
    # What of the sky lies in the water: long soft clouds, each field a little lighter or darker than the next.
    mirror = _between(mirrored(noise((900, 900), 3, 58, 4)), y * 60 + 90, x * 24 + 300)
    field = noise((64, 64), 20, 55, 2)[np.floor(level).astype(int) % 64, 7]
    scene *= (0.78 + 0.34 * mirror + 0.14 * (field - 0.5))[:, :, None]
    ripples = _between(mirrored(noise((900, 900), 160, 57, 3)), y * 420, x * 60 + 500) - 0.5
    scene += (ripples * np.clip(down * 0.30, 0, 0.10))[:, :, None]
    grass = _between(mirrored(noise((900, 900), 240, 53, 4)), y * 300, x * 300 + 500)
    green = np.array([0.25, 0.33, 0.13]) * (0.60 + 0.8 * grass)[:, :, None]
    shade = np.clip(1 - np.abs(step - 0.17 - 2.4 * edge - 0.02) / (1.6 * edge + 0.03), 0, 1)[:, :, None]
    scene *= 1 - 0.26 * shade
    scene[:] = scene * (1 - bank[:, :, None]) + green * bank[:, :, None]
    lip = np.clip(1 - np.abs(step - 0.05) / (edge + 0.03), 0, 1)[:, :, None]
    scene[:] = scene * (1 - 0.45 * lip) + np.array([0.66, 0.68, 0.38]) * 0.45 * lip
    far = np.clip(1 - down / 0.30, 0, 1)[:, :, None] ** 1.8
    scene[:] = scene * (1 - far * 0.75) + np.array([0.86, 0.87, 0.84]) * far * 0.75
    sky = gradient(shape, [(0, (0.62, 0.72, 0.80)), (0.22, (0.95, 0.92, 0.84)), (1, (1, 1, 1))])
    above = int(0.235 * height)
    scene[:above] = sky[:above]
    hills(scene, 0.24, 0.15, (0.62, 0.68, 0.71), 59)
    hills(scene, 0.245, 0.07, (0.46, 0.53, 0.50), 60, 5)
    haze(scene, 0.24, 0.05, (0.93, 0.92, 0.87), 0.65)
    return scene


def _between(sheet: Picture, down: Picture, across: Picture) -> Picture:
    """What a sheet that repeats itself holds at places between its pixels."""
    high, wide = sheet.shape
    top, left = np.floor(down).astype(int), np.floor(across).astype(int)
    v, u = down - top, across - left
    v, u = v * v * (3 - 2 * v), u * u * (3 - 2 * u)
    rows, columns = (top % high, (top + 1) % high), (left % wide, (left + 1) % wide)
    upper = sheet[rows[0], columns[0]] * (1 - u) + sheet[rows[0], columns[1]] * u
    lower = sheet[rows[1], columns[0]] * (1 - u) + sheet[rows[1], columns[1]] * u
    return upper * (1 - v) + lower * v
