"""Paint the pictures of the sample editions: `python -m tests.samples.paint [NAME …]`.

Every picture is made by this code alone, from fixed seeds, at 200 ppi of its size in print.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import numpy as np
from PIL import Image

from tests.samples import crafts, embankment, household, objects, places, rivers
from tests.samples.adverts import ADVERTS
from tests.samples.scenery import Picture, developed

ISSUES = Path(__file__).resolve().parents[2] / "issues"
DAILY, EVENING = "2026-03-20", "2026-03-21-evening"
Shape = tuple[int, int]

PAINTINGS: dict[str, tuple[str, Shape, Callable[[Shape], Picture]]] = {
    "river-dusk": (DAILY, (1050, 1760), rivers.river_dusk),
    "paddy": (DAILY, (690, 1110), rivers.terraces),
    "wafer": (DAILY, (1092, 1840), objects.wafer),
    "ferry": (DAILY, (1125, 2310), rivers.ferry),
    "skyline": (DAILY, (700, 930), rivers.skyline),
    "theatre": (DAILY, (940, 1380), places.stage),
    "containers": (DAILY, (880, 1400), objects.containers),
    "morning-town": (DAILY, (1100, 4080), rivers.morning_town),
    "snow-lake": (DAILY, (940, 1380), places.snow_lake),
    "fog-bridge": (DAILY, (980, 1690), places.fog_bridge),
    "pottery-market": (DAILY, (845, 1360), crafts.pottery_market),
    "kiln-fire": (DAILY, (900, 1400), crafts.kiln_fire),
    "lighthouse": (DAILY, (890, 1350), places.lighthouse),
    "bookshelf": (DAILY, (640, 930), crafts.bookshelf),
    "embankment": (DAILY, (580, 1180), embankment.embankment_walk),
    "night-market": (EVENING, (820, 1220), objects.steamers),
    "tea-stall": (EVENING, (960, 940), objects.tea_table),
    "rain-street": (EVENING, (700, 940), places.rain_window),
    "night-lane": (EVENING, (760, 480), places.night_lane),
    "football": (EVENING, (700, 1220), objects.football),
    "swimming": (EVENING, (560, 900), places.swimming),
    "pickle-jar": (EVENING, (415, 575), household.pickle_jar),
    "drawers": (EVENING, (340, 1000), household.medicine_drawers),
}
GREY = {"tea-stall", "ad-cinema"}
ON_WHITE = {"pickle-jar"}
CUTOUTS: dict[str, tuple[str, Shape, Callable[[Shape], tuple[Picture, Picture]]]] = {
    "jar": (DAILY, (820, 640), objects.jar),
}


def main(names: list[str]) -> None:
    """Paint the pictures named, or all."""
    for name, (edition, shape, paint) in PAINTINGS.items():
        if not names or name in names:
            picture = paint(shape)
            image = developed(exposed(picture), crc32(name.encode()))
            image = on_white(image, picture) if name in ON_WHITE else image
            save(image.convert("L") if name in GREY else image, edition, name)
    for name, (edition, shape, paint) in CUTOUTS.items():
        if not names or name in names:
            cut_out(*paint(shape)).save(folder(edition) / f"{name}.png", dpi=(200, 200), optimize=True)
    for name, (edition, size, draw) in ADVERTS.items():
        if not names or name in names:
            save(draw(size).convert("L") if name in GREY else draw(size), edition, name)


def exposed(picture: Picture) -> Picture:
    """Bright enough for newsprint: the lights nearly white, the middle not below a third."""
    tones = np.clip(picture, 0, None)
    tones = tones / max(float(np.percentile(tones, 99.6)), 0.3) * 0.98
    middle = float(np.clip(tones, 0, 1).mean())
    return tones ** float(np.clip(np.log(0.36) / np.log(max(middle, 1e-3)), 0.62, 1.0))


def on_white(image: Image.Image, picture: Picture) -> Image.Image:
    """The finished photograph with no tone at all where the picture is the white of the paper."""
    paper = np.clip((picture.min(axis=2, keepdims=True) - 0.975) / 0.025, 0, 1)
    return Image.fromarray((np.asarray(image) * (1 - paper) + 255 * paper).astype(np.uint8))


def cut_out(picture: Picture, share: Picture) -> Image.Image:
    """A picture whose surroundings are transparent."""
    tones = (np.clip(exposed(picture), 0, 1) * 255).astype(np.uint8)
    edge = Image.fromarray((np.clip(share, 0, 1) * 255).astype(np.uint8))
    image = Image.fromarray(tones)
    image.putalpha(edge.resize((edge.width // 2, edge.height // 2), Image.Resampling.BOX).resize(image.size))
    return image


def folder(edition: str) -> Path:
    """Where an edition's pictures are."""
    pictures = ISSUES / edition / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    return pictures


def save(image: Image.Image, edition: str, name: str) -> None:
    """Write a picture as a JPEG of 200 ppi."""
    image.save(folder(edition) / f"{name}.jpg", quality=82, dpi=(200, 200))


if __name__ == "__main__":
    main(sys.argv[1:])
