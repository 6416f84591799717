"""Paint the pictures of the feature examples: `python -m tests.samples.features`; invented scenes, small files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.samples.paint import river_dusk
from tests.samples.scenery import Picture, blurred, developed, glow, gradient, noise, rectangle, reflect, ridge

FEATURES = Path(__file__).resolve().parents[1] / "features"
# Shapes are drawn so many times larger and reduced, so that their edges are smooth.
_FINE = 4
Colour = tuple[float, float, float]


def curve(points: list[tuple[float, float]], steps: int = 24) -> list[tuple[float, float]]:
    """A smooth line through some points (Catmull–Rom)."""
    ends = [points[0], *points, points[-1]]
    found = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for t in np.linspace(0, 1, steps, endpoint=False):
            weights = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2)
            found.append(tuple(sum(w * p[i] for w, p in zip(weights, (a, b, c, d), strict=True)) / 2 for i in (0, 1)))
    return [*found, points[-1]]


class Figure:
    """A picture of painted shapes over nothing: colours, and what of them is opaque."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)
        self.colours = np.zeros((height, width, 3))
        self.alpha = np.zeros((height, width))

    def mask(self, points: list[tuple[float, float]], soft: float = 0) -> np.ndarray:
        """Where a closed shape is, in 0–1; points in shares of the height."""
        width, height = self.size
        large = Image.new("L", (width * _FINE, height * _FINE))
        ImageDraw.Draw(large).polygon([(x * height * _FINE, y * height * _FINE) for x, y in points], fill=255)
        small = large.resize(self.size, Image.Resampling.LANCZOS)
        return np.asarray(small.filter(ImageFilter.GaussianBlur(soft)) if soft else small) / 255

    def shape(self, points: list[tuple[float, float]], dark: Colour, light: Colour, *, lit: float = 0.35) -> None:
        """A closed shape, lighter towards its left and top edge as if round."""
        mask = self.mask(points)
        inside = np.asarray(
            Image.fromarray((mask * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(self.size[1] * 0.035))
        )
        slope_y, slope_x = np.gradient(inside / 255)
        light_from = np.clip((slope_x * 0.7 + slope_y) * self.size[1] * 0.05 + lit, 0, 1)[:, :, None]
        colours = np.array(dark) * (1 - light_from) + np.array(light) * light_from
        self.colours = self.colours * (1 - mask[:, :, None]) + colours * mask[:, :, None]
        self.alpha = np.maximum(self.alpha, mask)

    def stroke(self, points: list[tuple[float, float]], widths: tuple[float, ...], dark: Colour, light: Colour) -> None:
        """A line through points, as thick as `widths` say from its start to its end."""
        line = np.array(curve(points))
        along = np.gradient(line, axis=0)
        normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
        half = np.interp(np.linspace(0, 1, len(line)), np.linspace(0, 1, len(widths)), widths)[:, None] / 2
        outline = np.concatenate([line + normal * half, (line - normal * half)[::-1]])
        self.shape([tuple(point) for point in outline], dark, light)

    def cut_out(self) -> Image.Image:
        """The figure with its alpha."""
        return Image.fromarray((np.clip(np.dstack([self.colours, self.alpha]), 0, 1) * 255).astype(np.uint8), "RGBA")

    def on(self, ground: Picture) -> Picture:
        """The figure standing before a ground."""
        alpha = self.alpha[:, :, None]
        return ground * (1 - alpha) + self.colours * alpha


def heron() -> Image.Image:
    """An egret standing on one leg in nothing at all: cut out, with soft edges."""
    bird = Figure(420, 760)
    grey, pale, black = (0.52, 0.56, 0.62), (0.93, 0.94, 0.95), (0.10, 0.11, 0.13)
    leg, bill = (0.16, 0.15, 0.14), (0.78, 0.58, 0.20)
    bird.stroke([(0.300, 0.66), (0.296, 0.78), (0.300, 0.965)], (0.016, 0.013, 0.013), leg, (0.40, 0.38, 0.34))
    bird.stroke([(0.300, 0.955), (0.345, 0.985)], (0.012, 0.005), leg, (0.40, 0.38, 0.34))
    bird.stroke([(0.300, 0.955), (0.250, 0.988)], (0.012, 0.005), leg, (0.40, 0.38, 0.34))
    bird.stroke([(0.330, 0.66), (0.372, 0.73), (0.315, 0.785)], (0.015, 0.013, 0.012), leg, (0.40, 0.38, 0.34))
    bird.shape(curve([(0.465, 0.71), (0.36, 0.63), (0.40, 0.585), (0.525, 0.74), (0.465, 0.71)]), black, grey)
    neck = [(0.225, 0.50), (0.165, 0.42), (0.215, 0.33), (0.275, 0.25), (0.245, 0.165), (0.195, 0.128)]
    bird.stroke(neck, (0.105, 0.085, 0.060, 0.050, 0.046, 0.050), grey, pale)
    body = [(0.18, 0.47), (0.21, 0.405), (0.29, 0.41), (0.40, 0.53), (0.47, 0.665), (0.40, 0.67), (0.29, 0.675)]
    bird.shape(curve([*body, (0.205, 0.60), (0.18, 0.47)]), grey, pale)
    bird.shape(
        curve([(0.255, 0.46), (0.36, 0.53), (0.50, 0.72), (0.38, 0.655), (0.27, 0.59), (0.255, 0.46)]),
        (0.36, 0.40, 0.46),
        pale,
    )
    bird.shape(
        curve(
            [
                (0.235, 0.118),
                (0.20, 0.088),
                (0.145, 0.098),
                (0.12, 0.125),
                (0.16, 0.155),
                (0.225, 0.152),
                (0.235, 0.118),
            ]
        ),
        grey,
        pale,
    )
    bird.shape([(0.152, 0.112), (0.012, 0.152), (0.150, 0.140)], (0.55, 0.38, 0.10), bill)
    bird.stroke([(0.165, 0.112), (0.235, 0.108), (0.315, 0.150)], (0.020, 0.016, 0.003), black, (0.25, 0.26, 0.30))
    eye = [(0.163 + 0.006 * np.cos(a), 0.121 + 0.006 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 20)]
    bird.shape(eye, (0.02, 0.02, 0.02), (0.05, 0.05, 0.05))
    return bird.cut_out().quantize(200, method=Image.Quantize.FASTOCTREE)


def teapot() -> Image.Image:
    """A clay teapot photographed on white paper."""
    pot = Figure(760, 520)
    clay, glaze = (0.30, 0.13, 0.09), (0.72, 0.42, 0.31)
    pot.stroke([(1.12, 0.44), (1.33, 0.36), (1.36, 0.60), (1.14, 0.74)], (0.05, 0.055, 0.055, 0.05), clay, glaze)
    pot.stroke([(0.42, 0.66), (0.27, 0.55), (0.20, 0.37), (0.10, 0.31)], (0.17, 0.12, 0.075, 0.05), clay, glaze)
    belly = [(0.46, 0.36), (0.34, 0.56), (0.40, 0.80), (0.55, 0.90), (0.98, 0.90), (1.14, 0.80), (1.20, 0.56)]
    pot.shape(curve([*belly, (1.08, 0.36), (0.77, 0.31), (0.46, 0.36)]), clay, glaze)
    pot.shape(
        curve([(0.50, 0.35), (0.60, 0.24), (0.77, 0.20), (0.94, 0.24), (1.04, 0.35), (0.77, 0.39), (0.50, 0.35)]),
        clay,
        glaze,
    )
    knob = [(0.77 + 0.055 * np.cos(a), 0.155 + 0.05 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 40)]
    pot.shape(knob, clay, glaze)
    ground = np.full((520, 760, 3), 0.965)
    shadow = pot.mask(curve([(0.40, 0.90), (0.75, 0.87), (1.25, 0.90), (0.80, 0.95), (0.40, 0.90)]), 7)
    ground *= 1 - 0.35 * shadow[:, :, None]
    scene = pot.on(ground) * (0.97 + 0.06 * noise((520, 760), 50, 5, 4)[:, :, None])
    return developed(np.clip(scene, 0, 1), 7, 0.008)


def market(seed: int, tone: Colour) -> Picture:
    """Baskets of fruit under an awning, out of focus at the back."""
    scene = gradient((520, 780), [(0, (0.30, 0.27, 0.24)), (0.45, (0.62, 0.54, 0.44)), (1, (0.36, 0.30, 0.25))])
    random = np.random.default_rng(seed)
    for x in np.arange(-0.02, 1, 0.11):
        rectangle(scene, (x, 0.0, x + 0.055, 0.17), (tone[0] * 0.9, tone[1] * 0.5, tone[2] * 0.5), seed + int(x * 90))
    for x in (0.12, 0.45, 0.82):
        glow(scene, x, 0.26, 0.05, (1.0, 0.80, 0.50), 0.8)
    scene = blurred(scene, 5) + 0.0
    rows, columns = np.ogrid[:520, :780]
    for row, (top, radius) in enumerate([(0.44, 24), (0.58, 32), (0.76, 42)]):
        for x in np.arange(radius, 780 - radius / 2, radius * 1.72):
            cx, cy = x + random.uniform(-5, 5), top * 520 + random.uniform(-6, 6) + row
            distance = np.hypot(columns - cx, rows - cy) / radius
            light = np.clip(
                1.15 - np.hypot(columns - cx + radius * 0.35, rows - cy + radius * 0.4) / radius * 0.62, 0.2, 1.2
            )
            colour = np.array(tone) * random.uniform(0.8, 1.15)
            mask = np.clip((1 - distance) * radius, 0, 1)[:, :, None]
            scene = scene * (1 - mask) + (light[:, :, None] * colour) * mask
    return scene


def terraces() -> Picture:
    """Tea terraces in the morning: ridge behind ridge."""
    scene = gradient((640, 960), [(0, (0.60, 0.72, 0.82)), (0.5, (0.90, 0.88, 0.78)), (1, (0.95, 0.92, 0.82))])
    glow(scene, 0.7, 0.30, 0.22, (1.0, 0.85, 0.55), 0.45)
    for layer in range(9):
        green = 0.62 - layer * 0.05
        ridge(scene, 0.40 + layer * 0.068, 0.10, (green * 0.62, green, green * 0.45), 60 + layer, 3 + layer % 3)
    return scene


def boats(shape: tuple[int, int] = (520, 780)) -> Picture:
    """Fishing boats at dawn on still water."""
    scene = gradient(shape, [(0, (0.35, 0.45, 0.60)), (0.5, (0.92, 0.74, 0.58)), (1, (0.90, 0.80, 0.66))])
    glow(scene, 0.32, 0.42, 0.16, (1.0, 0.75, 0.4), 0.7)
    ridge(scene, 0.46, 0.10, (0.34, 0.38, 0.46), 21)
    ridge(scene, 0.50, 0.05, (0.24, 0.27, 0.33), 22)
    for x, width in ((0.18, 0.17), (0.52, 0.24), (0.80, 0.12)):
        rectangle(scene, (x, 0.515, x + width, 0.545), (0.14, 0.11, 0.10), 31)
        rectangle(scene, (x + width * 0.35, 0.47, x + width * 0.75, 0.52), (0.20, 0.16, 0.14), 32)
        rectangle(scene, (x + width * 0.2, 0.40, x + width * 0.215, 0.52), (0.16, 0.13, 0.12), 33)
    reflect(scene, 0.55, 0.84, 41)
    return scene


def _save(picture: Image.Image, feature: str, name: str, quality: int = 68) -> None:
    path = FEATURES / feature / "pictures" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, quality=quality, optimize=True)
    print(path.relative_to(FEATURES), path.stat().st_size // 1024, "kB")


def paint() -> None:
    """All of them."""
    _save(heron(), "cut-out", "heron.png")
    _save(teapot(), "cut-out-polygon", "teapot.jpg")
    panorama = developed(river_dusk((560, 1640)), 3)
    _save(panorama, "spread", "panorama.jpg", 48)
    fruit = [(0.88, 0.42, 0.16), (0.80, 0.22, 0.16), (0.84, 0.70, 0.24)]
    for name, seed, tone in zip(("oranges", "apples", "pears"), (3, 5, 8), fruit, strict=True):
        _save(developed(market(seed, tone), seed), "picture-group", f"{name}.jpg", 58)
    _save(developed(terraces(), 2), "picture-crop", "terraces.jpg", 60)
    _save(developed(boats(), 4), "caption-places", "boats.jpg", 60)
    _save(developed(boats((960, 1440)), 6, 0.006), "picture-page", "dawn.jpg", 60)
    _save(developed(market(13, fruit[0]), 13).resize((600, 400)), "picture-page", "noon.jpg", 60)
    _save(developed(terraces(), 14).resize((600, 400)), "picture-page", "afternoon.jpg", 60)
    _save(panorama.crop((420, 0, 1260, 560)).resize((600, 400)), "picture-page", "dusk.jpg", 60)


if __name__ == "__main__":
    paint()
