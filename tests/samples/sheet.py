"""A sheet to set type on: faces of the font packages, lines across and down, bars."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tests.samples.scenery import Picture

Color = tuple[int, int, int]
Size = tuple[int, int]
SERIF = ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf")
SANS = ("justmytype_intl_cjk", "fonts/ofl/notosanssc/NotoSansSC[wght].ttf")


def font_path(face: tuple[str, str]) -> Path:
    """Where a face of a font package is."""
    spec = find_spec(face[0])
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0]) / face[1]


def font(size: float, face: tuple[str, str] = SERIF, weight: int = 400) -> ImageFont.FreeTypeFont:
    """A face of a font package at a size in pixels."""
    found = ImageFont.truetype(font_path(face), round(size))
    if face is SANS:
        found.set_variation_by_axes([weight])
    return found


class Sheet:
    """An advert in the making; places and sizes in shares of its height, x in shares of its width."""

    def __init__(self, size: Size, ground: Picture | Color) -> None:
        flat = ground if isinstance(ground, tuple) else None
        self.image = Image.new("RGB", size, flat) if flat else _as_image(ground)
        self.width, self.height = size
        self.pen = ImageDraw.Draw(self.image)

    def words(
        self,
        text: str,
        place: tuple[float, float],
        size: float,
        ink: Color,
        *,
        bold: int = 0,
        anchor: str = "ls",
        spread: float = 0,
    ) -> None:
        """Set a line: `bold` is a drawn weight of the sans, `spread` extra space in ems. The serif has one weight."""
        face = font(size * self.height, SANS, bold) if bold else font(size * self.height)
        x, y = place[0] * self.width, place[1] * self.height
        step = size * self.height * spread
        total = sum(self.pen.textlength(c, font=face) + step for c in text) - step
        x -= {"l": 0, "m": total / 2, "r": total}[anchor[0]]
        for character in text:
            self.pen.text((x, y), character, font=face, fill=ink, anchor="l" + anchor[1])
            x += self.pen.textlength(character, font=face) + step

    def down(
        self, text: str, place: tuple[float, float], size: float, ink: Color, *, bold: int = 0, spread: float = 1.15
    ) -> None:
        """Set a line downwards from its first character's middle."""
        face = font(size * self.height, SANS, bold) if bold else font(size * self.height)
        for number, character in enumerate(text):
            middle = (place[0] * self.width, (place[1] + number * size * spread) * self.height)
            self.pen.text(middle, character, font=face, fill=ink, anchor="mm")

    def rule(self, box: tuple[float, float, float, float], ink: Color) -> None:
        """A filled bar (left, top, right, bottom)."""
        self.pen.rectangle(
            [(box[0] * self.width, box[1] * self.height), (box[2] * self.width, box[3] * self.height)], fill=ink
        )


def _as_image(ground: Picture) -> Image.Image:
    return Image.fromarray((np.clip(ground, 0, 1) * 255).astype(np.uint8))
