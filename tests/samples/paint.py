"""Paint the pictures of the sample editions: `python -m tests.samples.paint [NAME …]`.

Every picture is made by this code alone, from fixed seeds, at 200 ppi of its size in print.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from tests.samples.adverts import ADVERTS
from tests.samples.scenery import Picture, developed, glow, gradient, noise, rectangle, reflect, ridge

ISSUES = Path(__file__).resolve().parents[2] / "issues"
DAILY, EVENING = "2026-03-20", "2026-03-21-evening"
DUSK = [(0, (0.25, 0.30, 0.46)), (0.35, (0.62, 0.52, 0.55)), (0.55, (0.93, 0.70, 0.50)), (1, (0.95, 0.82, 0.62))]
MORNING = [(0, (0.62, 0.72, 0.80)), (0.5, (0.88, 0.87, 0.80)), (1, (0.96, 0.92, 0.82))]
NIGHT = [(0, (0.05, 0.07, 0.13)), (0.6, (0.14, 0.15, 0.22)), (1, (0.24, 0.20, 0.20))]
BLUE_HOUR = [(0, (0.10, 0.16, 0.32)), (0.45, (0.30, 0.40, 0.58)), (0.62, (0.78, 0.66, 0.62)), (1, (0.8, 0.7, 0.6))]
LAMP = (1.0, 0.72, 0.38)


def river_dusk(shape: tuple[int, int]) -> Picture:
    """A river town at dusk: hills, a bridge, houses with lit windows, all of it in the water again."""
    scene = gradient(shape, DUSK)
    glow(scene, 0.68, 0.50, 0.28, (1.0, 0.75, 0.42), 0.5)
    for layer, (base, tone) in enumerate([(0.50, 0.62), (0.545, 0.48), (0.58, 0.36)]):
        ridge(scene, base, 0.13 - 0.03 * layer, (tone, tone * 0.95, tone * 1.02), 11 + layer)
    houses(scene, 0.0, 0.40, 0.66, 31)
    houses(scene, 0.66, 1.0, 0.65, 32)
    bridge(scene, 0.36, 0.70, 0.655)
    reflect(scene, 0.66, 0.86, 41)
    embankment(scene, 51)
    return scene


def houses(scene: Picture, start: float, end: float, foot: float, seed: int) -> None:
    """A row of old houses with dark roofs and warm windows, larger towards the picture's edge."""
    random = np.random.default_rng(abs(seed))
    x = start
    while x < end:
        near = abs(x - 0.5) * 2
        width = (0.03 + 0.035 * near) * random.uniform(0.8, 1.25)
        height = (0.10 + 0.15 * near) * random.uniform(0.75, 1.15)
        wall = random.uniform(0.17, 0.30)
        rectangle(
            scene, (x, foot - height, min(x + width, end), foot), (wall * 1.1, wall, wall * 0.95), seed + int(x * 1e3)
        )
        rectangle(
            scene,
            (x - 0.004, foot - height - 0.018, min(x + width + 0.004, end), foot - height),
            (0.11, 0.10, 0.12),
            seed,
        )
        windows(scene, (x, foot - height, x + width, foot), random)
        x += width + random.uniform(0.0, 0.006)


def windows(scene: Picture, box: tuple[float, float, float, float], random: np.random.Generator) -> None:
    """Lit windows in a wall, some of them dark."""
    left, top, right, bottom = box
    for row in np.arange(top + 0.018, bottom - 0.03, 0.042):
        for column in np.arange(left + 0.007, right - 0.012, 0.0145):
            if random.random() < 0.62:
                warm = random.uniform(0.55, 1.0)
                rectangle(
                    scene, (column, row, column + 0.0075, row + 0.022), (warm, warm * 0.74, warm * 0.42), int(row * 1e4)
                )
            else:
                rectangle(scene, (column, row, column + 0.0075, row + 0.022), (0.10, 0.10, 0.13), int(row * 1e4))


def bridge(scene: Picture, start: float, end: float, foot: float) -> None:
    """A stone bridge of five arches with lamps on its rail."""
    height, width, _ = scene.shape
    columns = np.arange(int(start * width), int(end * width))
    share = (columns / width - start) / (end - start)
    deck = (foot - 0.065 - 0.035 * np.sin(share * np.pi)) * height
    arch = np.sqrt(np.clip(1 - (2 * ((share * 5) % 1) - 1) ** 2 / 0.72, 0, 1)) * 0.062 * height
    stone = 0.30 + 0.10 * noise((height, len(columns)), 40, 71, 4)
    for number, column in enumerate(columns):
        top, under = int(deck[number]), int(foot * height - arch[number])
        tone = stone[top:under, number]
        scene[top:under, column] = np.stack([tone, tone * 0.95, tone * 0.92], axis=1)
        scene[top - 5 : top, column] = (0.20, 0.19, 0.20)
    for place in np.linspace(start + 0.02, end - 0.02, 9):
        glow(
            scene, float(place), foot - 0.095 - 0.03 * np.sin((place - start) / (end - start) * np.pi), 0.010, LAMP, 0.9
        )


def embankment(scene: Picture, seed: int) -> None:
    """A rail with lamps in the foreground, and people walking along it."""
    height, width, _ = scene.shape
    top = int(0.90 * height)
    scene[top:] = np.array([0.13, 0.12, 0.13]) * (0.7 + 0.6 * noise((height - top, width), 50, seed, 4))[:, :, None]
    scene[int(0.865 * height) : int(0.872 * height)] = (0.10, 0.10, 0.11)
    for post in np.arange(0.01, 1, 0.035):
        rectangle(scene, (post, 0.865, post + 0.0035, 0.905), (0.09, 0.09, 0.10), seed)
    for lamp in np.arange(0.03, 1, 0.14):
        glow(scene, lamp, 0.895, 0.018, LAMP, 0.8)
    random = np.random.default_rng(abs(seed))
    for x in (0.11, 0.135, 0.42, 0.60, 0.615, 0.86):
        person(scene, x, 0.955, random.uniform(0.115, 0.135))


def person(scene: Picture, x: float, foot: float, tall: float) -> None:
    """A figure from behind, dark against the light."""
    height, width, _ = scene.shape
    rows, columns = np.ogrid[:height, :width]
    size = tall * height
    head = np.hypot(columns - x * width, rows - (foot * height - size * 0.90)) < size * 0.075
    body = ((columns - x * width) / (size * 0.135)) ** 2 + (
        (rows - (foot * height - size * 0.60)) / (size * 0.26)
    ) ** 2 < 1
    lower = (rows > foot * height - size * 0.45) & (rows < foot * height)
    leg = np.minimum(abs(columns - x * width + size * 0.05), abs(columns - x * width - size * 0.06)) < size * 0.042
    scene[head | body | (lower & leg)] = (0.055, 0.05, 0.06)


def paddy(shape: tuple[int, int]) -> Picture:
    """Flooded fields in the morning, parted by banks, a tractor at work, trees of a village behind."""
    scene = gradient(shape, MORNING)
    glow(scene, 0.22, 0.22, 0.30, (1.0, 0.9, 0.7), 0.45)
    ridge(scene, 0.36, 0.10, (0.58, 0.64, 0.66), 111)
    ridge(scene, 0.43, 0.055, (0.36, 0.43, 0.38), 112, 9)
    ridge(scene, 0.465, 0.03, (0.22, 0.29, 0.21), 113, 26)
    reflect(scene, 0.47, 0.93, 114)
    height, width, _ = shape[0], shape[1], 3
    rows, columns = np.mgrid[0:height, 0:width]
    depth = np.clip((rows / height - 0.47) / 0.53, 1e-3, 1)
    for bank in (0.09, 0.24, 0.52):
        curve = bank + 0.025 * np.sin(columns / width * 5 + bank * 30)
        mask = abs(depth - curve) < 0.006 + 0.022 * depth
        scene[mask] = np.array([0.27, 0.31, 0.16]) * (0.7 + 0.6 * noise((height, width), 90, 117, 3)[mask])[:, None]
    seedlings = (
        (noise((height, width), 200, 118, 2) > 0.56)
        & (depth > 0.54)
        & (np.sin((columns / width - 0.5) / depth * 90) > 0.55)
    )
    scene[seedlings] = scene[seedlings] * 0.35 + np.array([0.30, 0.44, 0.16]) * 0.65
    tractor(scene, 0.60, 0.66)
    return scene


def tractor(scene: Picture, x: float, foot: float) -> None:
    """A small tractor with its driver."""
    height, width, _ = scene.shape
    rows, columns = np.ogrid[:height, :width]
    for box, tone in (
        ((x - 0.055, foot - 0.085, x + 0.03, foot - 0.03), (0.52, 0.13, 0.10)),
        ((x + 0.005, foot - 0.155, x + 0.058, foot - 0.06), (0.16, 0.17, 0.18)),
        ((x, foot - 0.165, x + 0.063, foot - 0.152), (0.12, 0.11, 0.11)),
    ):
        rectangle(scene, box, tone, 5)
    for wheel, size in ((x - 0.04, 0.026), (x + 0.038, 0.043)):
        ring = np.hypot(columns - wheel * width, rows - (foot - size * 0.72) * height) / width
        scene[ring < size * 0.62] = (0.08, 0.075, 0.07)
        scene[ring < size * 0.28] = (0.40, 0.33, 0.16)
    person(scene, x + 0.03, foot - 0.055, 0.09)


def workshop(shape: tuple[int, int]) -> Picture:
    """A factory hall in perspective: lamps, machines in two rows, two people in overalls."""
    height, width = shape
    rows, columns = np.mgrid[0:height, 0:width]
    x, y = columns / width - 0.5, rows / height - 0.42
    floor = np.clip(y, 1e-4, None)
    scene = np.full((height, width, 3), 0.0)
    wall = np.clip(0.82 - 0.6 * abs(y) - 0.3 * abs(x), 0.2, 1)
    scene[:] = wall[:, :, None] * np.array([0.86, 0.90, 0.93])
    tiles = ((np.floor(x / floor * 3) + np.floor(0.12 / floor * 9)) % 2 == 0) & (y > 0.02)
    scene[y > 0.02] = np.array([0.60, 0.63, 0.65]) * (0.8 + 0.5 * np.clip(y[y > 0.02], 0, 1))[:, None]
    scene[tiles] *= 0.90
    for depth in np.geomspace(0.06, 0.9, 13):
        for side in (-1, 1):
            near = 0.42 - 0.38 * depth
            rectangle(
                scene,
                (
                    0.5 + side * 0.20 * depth - 0.06 * depth,
                    near,
                    0.5 + side * 0.20 * depth + 0.06 * depth,
                    near + 0.012 * depth,
                ),
                (1.25, 1.25, 1.2),
                3,
            )
    for depth in np.geomspace(0.12, 1.15, 10):
        for side in (-1, 1):
            machine(scene, 0.5 + side * 0.46 * depth, 0.42 + 0.46 * depth, 0.40 * depth, side, int(depth * 100))
    overalls(scene, 0.43, 0.80, 0.42)
    overalls(scene, 0.555, 0.70, 0.29)
    return scene


def machine(scene: Picture, x: float, foot: float, size: float, side: int, seed: int) -> None:
    """A machine: cabinet, window, signal lamp, and a robot's arm over it."""
    tone = 0.50 + 0.12 * (seed % 3) / 2
    wide = size * 0.46
    rectangle(scene, (x - wide / 2, foot - size * 0.75, x + wide / 2, foot), (tone, tone * 1.03, tone * 1.06), seed)
    rectangle(
        scene, (x - wide * 0.36, foot - size * 0.66, x + wide * 0.30, foot - size * 0.36), (0.16, 0.22, 0.27), seed + 1
    )
    rectangle(
        scene, (x - wide * 0.30, foot - size * 0.60, x - wide * 0.05, foot - size * 0.52), (0.55, 0.72, 0.76), seed + 2
    )
    rectangle(
        scene, (x + wide * 0.40, foot - size * 0.92, x + wide * 0.45, foot - size * 0.75), (0.25, 0.62, 0.35), seed
    )
    arm = x - side * wide * 0.55
    rectangle(
        scene,
        (arm - size * 0.025, foot - size * 0.98, arm + size * 0.025, foot - size * 0.30),
        (0.83, 0.56, 0.16),
        seed,
    )
    rectangle(
        scene,
        (min(arm, x) - size * 0.02, foot - size * 0.98, max(arm, x), foot - size * 0.92),
        (0.80, 0.53, 0.15),
        seed,
    )


def overalls(scene: Picture, x: float, foot: float, tall: float) -> None:
    """Somebody in a white cleanroom suit."""
    person(scene, x, foot, tall)
    height, width, _ = scene.shape
    rows, columns = np.mgrid[0:height, 0:width]
    near = (
        (abs(columns / width - x) < tall * 0.16) & (rows / height > foot - tall * 1.02) & (rows / height < foot + 0.005)
    )
    dark = near & (scene.max(axis=2) < 0.07)
    shade = 0.93 - 0.9 * (columns / width - x) / tall
    scene[dark] = np.stack([shade * 0.90, shade * 0.94, shade * 0.98], axis=2)[dark]
    face = np.hypot(columns - (x + tall * 0.012) * width, rows - (foot - tall * 0.90) * height) < tall * height * 0.040
    scene[face] = (0.60, 0.45, 0.37)


def ferry(shape: tuple[int, int]) -> Picture:
    """The ferry on wide water in morning mist, a man at the stern, gulls, the far bank."""
    scene = gradient(shape, [(0, (0.66, 0.72, 0.76)), (0.5, (0.88, 0.86, 0.80)), (1, (0.90, 0.87, 0.80))])
    glow(scene, 0.74, 0.30, 0.20, (1.0, 0.88, 0.66), 0.55)
    ridge(scene, 0.40, 0.12, (0.68, 0.72, 0.74), 211)
    ridge(scene, 0.455, 0.05, (0.54, 0.59, 0.60), 212, 12)
    hull(scene, 0.30, 0.74, 0.62)
    reflect(scene, 0.62, 0.92, 213)
    mist = np.exp(-(((np.linspace(0, 1, shape[0]) - 0.49) / 0.055) ** 2))[:, None] * noise(shape, 5, 214)
    scene += (mist * 0.75)[:, :, None] * (np.array([0.93, 0.91, 0.86]) - scene)
    random = np.random.default_rng(215)
    for _ in range(11):
        gull(scene, random.uniform(0.08, 0.95), random.uniform(0.08, 0.36), random.uniform(0.008, 0.016))
    return scene


def hull(scene: Picture, bow: float, stern: float, foot: float) -> None:
    """An iron ferry with a roofed deck, its passengers, and the ferryman at the stern."""
    height, width, _ = scene.shape
    rows, columns = np.mgrid[0:height, 0:width]
    x, y = (columns / width - bow) / (stern - bow), rows / height
    side = (
        (x > 0)
        & (x < 1)
        & (y > foot - 0.060 - 0.030 * (1 - x) ** 3)
        & (y < foot)
        & (x > (foot - y) * 0 + 0.10 * (1 - (foot - y) / 0.09))
    )
    scene[side] = np.array([0.17, 0.23, 0.27]) * (0.75 + 0.5 * noise((height, width), 70, 77, 4)[side])[:, None]
    scene[side & (y > foot - 0.012)] = (0.36, 0.14, 0.10)
    rectangle(scene, (bow + 0.10, foot - 0.205, stern - 0.07, foot - 0.190), (0.36, 0.38, 0.38), 78)
    for post in np.linspace(bow + 0.105, stern - 0.078, 7):
        rectangle(scene, (post, foot - 0.195, post + 0.004, foot - 0.06), (0.22, 0.24, 0.25), 79)
    for place in (0.42, 0.455, 0.50, 0.53, 0.585):
        person(scene, place, foot - 0.045, 0.125)
    rectangle(scene, (stern - 0.065, foot - 0.175, stern - 0.02, foot - 0.05), (0.40, 0.41, 0.38), 80)
    person(scene, stern - 0.008, foot - 0.040, 0.150)


def gull(scene: Picture, x: float, y: float, size: float) -> None:
    """A gull far off: two bent wings."""
    height, width, _ = scene.shape
    for step in np.linspace(-1, 1, 41):
        column = int((x + step * size) * width)
        row = int(y * height - abs(step) ** 0.7 * size * width * 0.45 + step * step * size * width * 0.4)
        if 0 <= column < width:
            scene[max(row, 0) : row + 3, column] = (0.25, 0.26, 0.28)


def skyline(shape: tuple[int, int]) -> Picture:
    """Towers over the river in the blue hour, with cranes and a lit bank."""
    scene = gradient(shape, BLUE_HOUR)
    random = np.random.default_rng(311)
    for layer, tone in enumerate((0.42, 0.30, 0.19)):
        x = -0.02
        while x < 1:
            wide = random.uniform(0.022, 0.06)
            tall = random.uniform(0.08, 0.34) * (1 - 0.15 * layer) * (0.6 + 0.4 * np.sin(np.pi * min(max(x, 0), 1)))
            box = (max(x, 0), 0.66 - tall, min(x + wide, 1), 0.66)
            rectangle(scene, box, (tone * 0.86, tone * 0.95, tone * 1.2), int(x * 1e4) + layer + 100)
            if layer:
                offices(scene, box, random, 0.35 + 0.2 * layer)
            x += wide * random.uniform(0.9, 1.5)
    for place in (0.31, 0.72):
        rectangle(scene, (place, 0.26, place + 0.004, 0.66), (0.16, 0.15, 0.17), 5)
        rectangle(scene, (place - 0.05, 0.265, place + 0.09, 0.271), (0.16, 0.15, 0.17), 6)
    for lamp in np.arange(0.02, 1, 0.03):
        glow(scene, lamp, 0.655, 0.008, LAMP, 0.8)
    reflect(scene, 0.67, 0.82, 312)
    return scene


def offices(scene: Picture, box: tuple[float, float, float, float], random: np.random.Generator, share: float) -> None:
    """Small lit windows of a tower."""
    left, top, right, bottom = box
    for row in np.arange(top + 0.01, bottom - 0.01, 0.015):
        for column in np.arange(left + 0.004, right - 0.005, 0.0065):
            if random.random() < share:
                warm = random.uniform(0.5, 1)
                rectangle(scene, (column, row, column + 0.0036, row + 0.0075), (warm, warm * 0.84, warm * 0.6), 1)


def theatre(shape: tuple[int, int]) -> Picture:
    """An opera stage in warm light, three figures in costume, heads of the audience before it."""
    height, width = shape
    scene = np.full((height, width, 3), 0.03)
    rectangle(scene, (0.12, 0.12, 0.88, 0.72), (0.46, 0.20, 0.13), 411)
    folds = 0.75 + 0.25 * np.sin(np.linspace(0, 90, width))
    scene[int(0.12 * height) : int(0.66 * height), int(0.12 * width) : int(0.88 * width)] *= folds[
        None, int(0.12 * width) : int(0.88 * width), None
    ]
    rectangle(scene, (0.12, 0.66, 0.88, 0.76), (0.62, 0.42, 0.24), 412)
    for x, power in ((0.36, 0.5), (0.52, 0.75), (0.68, 0.5)):
        glow(scene, x, 0.45, 0.16, (1.0, 0.78, 0.48), power)
    for x, tone in ((0.37, (0.20, 0.30, 0.42)), (0.52, (0.78, 0.16, 0.14)), (0.66, (0.86, 0.82, 0.72))):
        costume(scene, x, 0.72, 0.36, tone)
    random = np.random.default_rng(413)
    for row, size in ((0.86, 0.055), (0.98, 0.085)):
        for x in np.arange(random.uniform(-0.02, 0.02), 1.02, size * 1.35):
            person(scene, x + random.uniform(-0.01, 0.01), row + 0.16, size * 3.4)
    return scene


def costume(scene: Picture, x: float, foot: float, tall: float, tone: tuple[float, float, float]) -> None:
    """A figure in a wide robe with long sleeves and a headdress."""
    height, width, _ = scene.shape
    rows, columns = np.mgrid[0:height, 0:width]
    y = (foot - rows / height) / tall
    across = abs(columns / width - x) / tall
    robe = (y > 0) & (y < 0.78) & (across < 0.20 - 0.13 * y + 0.03 * np.sin(y * 9))
    sleeves = (y > 0.42) & (y < 0.70) & (across < 0.36 - 0.25 * abs(y - 0.58) / 0.12)
    light = (0.75 + 0.5 * noise((height, width), 60, int(x * 1000), 4))[:, :, None]
    scene[robe | sleeves] = (np.array(tone) * light)[robe | sleeves]
    head = np.hypot(columns / width - x, (rows / height - foot + tall * 0.86) * height / width) < tall * 0.052
    crown = (y > 0.90) & (y < 1.05) & (across < 0.12 * (1.06 - y) / 0.16)
    scene[head] = (0.86, 0.70, 0.58)
    scene[crown] = (0.78, 0.62, 0.22)


def night_market(shape: tuple[int, int]) -> Picture:
    """A lane of stalls under strings of lamps, a crowd, steam, and a wet pavement."""
    scene = gradient(shape, NIGHT)
    for depth in np.geomspace(0.16, 1.1, 8):
        for side in (-1, 1):
            stall(scene, 0.5 + side * 0.40 * depth, 0.52 + 0.20 * depth, 0.40 * depth, side, int(depth * 1000))
    for row, start in enumerate((0.10, 0.17, 0.25, 0.32)):
        for place in np.linspace(0.04 + row * 0.07, 0.96 - row * 0.07, 16 - row * 2):
            sag = 0.06 * (1 - (2 * place - 1) ** 2) * (1 - row * 0.15)
            glow(scene, float(place), start + sag, 0.011 - row * 0.0015, LAMP, 1.0)
    random = np.random.default_rng(511)
    for depth in np.sort(random.uniform(0.25, 1.0, 46)):
        person(scene, 0.5 + random.uniform(-0.24, 0.24) * (0.4 + depth * 0.8), 0.58 + 0.16 * depth, 0.13 + 0.15 * depth)
    reflect(scene, 0.76, 0.62, 512)
    steam = noise(shape, 6, 513) * np.exp(-(((np.linspace(0, 1, shape[0]) - 0.48) / 0.16) ** 2))[:, None]
    scene += (np.clip(steam - 0.35, 0, 1) * 0.9)[:, :, None] * np.array([0.9, 0.72, 0.5])
    return scene


def stall(scene: Picture, x: float, foot: float, size: float, side: int, seed: int) -> None:
    """A stall: awning, lamp-lit counter, dark underneath."""
    tone = ((0.55, 0.16, 0.12), (0.16, 0.30, 0.40), (0.52, 0.38, 0.14))[seed % 3]
    rectangle(scene, (x - size * 0.45, foot - size * 1.05, x + size * 0.45, foot - size * 0.86), tone, seed)
    rectangle(
        scene, (x - size * 0.42, foot - size * 0.86, x + size * 0.42, foot - size * 0.42), (0.62, 0.42, 0.20), seed + 1
    )
    rectangle(scene, (x - size * 0.42, foot - size * 0.42, x + size * 0.42, foot), (0.15, 0.11, 0.09), seed + 2)
    glow(scene, x, foot - size * 0.70, size * 0.16, LAMP, 0.55)


def tea_stall(shape: tuple[int, int]) -> Picture:
    """A tea stall under a bridge before dawn: the arch, the river behind it, a lamp, a table of bowls, steam."""
    height, width = shape
    scene = gradient(shape, [(0, (0.16, 0.22, 0.34)), (0.42, (0.50, 0.46, 0.46)), (0.56, (0.80, 0.58, 0.38))])
    ridge_line = 0.50 + 0.03 * (noise((1, width), 6, 610, 4)[0] - 0.5)
    rows = np.linspace(0, 1, height)[:, None]
    scene[(rows > ridge_line[None, :]) & (rows < 0.56)] = (0.26, 0.28, 0.34)
    reflect(scene, 0.56, 0.8, 611)
    columns = np.linspace(0, 1, width)[None, :]
    arch = ((columns - 0.52) / 0.60) ** 2 + ((rows - 0.62) / 0.50) ** 2 > 1
    courses = 0.75 + 0.25 * ((rows * 34) % 1 > 0.1) * ((columns * 9 + (rows * 34).astype(int) % 2 * 0.5) % 1 > 0.03)
    stone = (0.6 + 0.5 * noise(shape, 40, 612, 5)) * courses
    under = arch & (rows < 0.66)
    scene[under] = (np.array([0.17, 0.15, 0.15]) * stone[:, :, None])[under]
    ground = rows[:, 0] > 0.66
    scene[ground] = np.array([0.20, 0.17, 0.15]) * (0.55 + 0.7 * noise(shape, 60, 613, 4))[ground][:, :, None]
    for x, tall in ((0.16, 0.34), (0.86, 0.37), (0.95, 0.33)):
        person(scene, x, 0.90, tall)
    rectangle(scene, (0.26, 0.735, 0.76, 0.76), (0.46, 0.30, 0.17), 615)
    for leg in (0.29, 0.70):
        rectangle(scene, (leg, 0.76, leg + 0.025, 0.93), (0.25, 0.16, 0.10), 616)
    for bowl in (0.33, 0.43, 0.53, 0.63):
        half = 0.030
        cup = (np.abs(columns - bowl) < half * (1 - (rows - 0.712) * 14)) & (rows > 0.712) & (rows < 0.735)
        scene[cup] = (0.78, 0.74, 0.66)
    kettle = ((columns - 0.50) / 0.075) ** 2 + ((rows - 0.655) / 0.035) ** 2 < 1
    scene[kettle & (rows < 0.68)] = (0.30, 0.29, 0.29)
    rectangle(scene, (0.40, 0.68, 0.60, 0.735), (0.24, 0.17, 0.13), 617)
    steam = noise(shape, 10, 619, 4) * np.exp(-(((columns - 0.52 - 0.10 * (0.62 - rows)) / 0.07) ** 2))
    steam = steam * np.clip((rows - 0.28) / 0.3, 0, 1) * (rows < 0.63)
    scene += (steam * 0.55)[:, :, None] * np.array([1.0, 0.9, 0.75])
    glow(scene, 0.70, 0.44, 0.16, LAMP, 1.1)
    glow(scene, 0.50, 0.715, 0.10, (1.0, 0.45, 0.15), 0.9)
    return scene


def rain_street(shape: tuple[int, int]) -> Picture:
    """An old street in the rain: shop windows, umbrellas, a wet pavement."""
    scene = gradient(shape, [(0, (0.40, 0.44, 0.48)), (0.6, (0.52, 0.53, 0.52)), (1, (0.3, 0.3, 0.3))])
    for depth in np.geomspace(0.10, 1.2, 9):
        for side in (-1, 1):
            left = 0.5 + side * (0.08 + 0.42 * depth)
            rectangle(
                scene,
                (max(left - 0.14 * depth, 0), 0.50 - 0.46 * depth, min(left + 0.14 * depth, 1), 0.52 + 0.20 * depth),
                (0.27, 0.27, 0.28),
                int(depth * 997),
            )
            rectangle(
                scene,
                (max(left - 0.09 * depth, 0), 0.50, min(left + 0.09 * depth, 1), 0.52 + 0.15 * depth),
                (0.86, 0.64, 0.36),
                int(depth * 991),
            )
            glow(scene, left, 0.50 + 0.06 * depth, 0.04 * depth, LAMP, 0.4)
    random = np.random.default_rng(711)
    for depth in np.sort(random.uniform(0.3, 1.0, 9)):
        umbrella(scene, 0.5 + random.uniform(-0.26, 0.26), 0.56 + 0.18 * depth, 0.16 + 0.22 * depth, int(depth * 100))
    reflect(scene, 0.74, 0.72, 712)
    rain = np.random.default_rng(713).random((shape[0] // 18 + 1, shape[1]))
    streaks = np.repeat(rain > 0.986, 18, axis=0)[: shape[0]]
    scene[streaks] = scene[streaks] * 0.82 + 0.14
    return scene


def umbrella(scene: Picture, x: float, foot: float, tall: float, seed: int) -> None:
    """Somebody under an umbrella."""
    person(scene, x, foot, tall)
    height, width, _ = scene.shape
    rows, columns = np.mgrid[0:height, 0:width]
    y = (foot - tall * 0.92 - rows / height) / (tall * 0.36)
    across = (columns / width - x) * width / height / (tall * 0.46)
    cloth = (y > 0) & (across**2 + y**2 < 1)
    tone = ((0.42, 0.14, 0.12), (0.14, 0.20, 0.30), (0.12, 0.12, 0.13), (0.60, 0.55, 0.42))[seed % 4]
    scene[cloth] = (np.array(tone) * (0.75 + 0.5 * y)[:, :, None])[cloth]


PAINTINGS: dict[str, tuple[str, tuple[int, int], Callable[[tuple[int, int]], Picture]]] = {
    "river-dusk": (DAILY, (1110, 1800), river_dusk),
    "paddy": (DAILY, (860, 1300), paddy),
    "workshop": (DAILY, (860, 1300), workshop),
    "ferry": (DAILY, (1150, 1900), ferry),
    "skyline": (DAILY, (800, 1300), skyline),
    "theatre": (DAILY, (700, 1000), theatre),
    "night-market": (EVENING, (930, 1420), night_market),
    "tea-stall": (EVENING, (680, 1000), tea_stall),
    "rain-street": (EVENING, (850, 1300), rain_street),
}


def main(names: list[str]) -> None:
    """Paint the pictures named, or all."""
    for number, (name, (edition, shape, paint)) in enumerate(PAINTINGS.items()):
        if not names or name in names:
            save(developed(paint(shape), 900 + number), edition, name)
    for name, (edition, draw) in ADVERTS.items():
        if not names or name in names:
            save(draw(), edition, name)


def save(image: Image.Image, edition: str, name: str) -> None:
    """Write a picture as a JPEG of 200 ppi."""
    folder = ISSUES / edition / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    image.save(folder / f"{name}.jpg", quality=86, dpi=(200, 200), subsampling=0)


if __name__ == "__main__":
    main(sys.argv[1:])
