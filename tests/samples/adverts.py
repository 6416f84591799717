"""Adverts and notices of the sample editions: flat design with type."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

Color = tuple[int, int, int]


def font(size: int, file: str = "NotoSerifSC-Regular.otf") -> ImageFont.FreeTypeFont:
    """A face of the font package at a size in pixels."""
    spec = find_spec("pylopdf_fonts_zh_cn")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return ImageFont.truetype(Path(spec.submodule_search_locations[0]) / file, size)


def card(size: tuple[int, int], paper: Color, ink: Color, lines: list[tuple[str, float, float]]) -> Image.Image:
    """A framed card: lines of (text, size, middle), both in shares of the height."""
    image = Image.new("RGB", size, paper)
    draw = ImageDraw.Draw(image)
    width, height = size
    for inset, weight in ((0.035, 6), (0.055, 2)):
        edge = int(height * inset)
        draw.rectangle((edge, edge, width - edge, height - edge), outline=ink, width=weight)
    for text, share, middle in lines:
        face = font(int(height * share))
        draw.text((width / 2, height * middle), text, font=face, fill=ink, anchor="mm")
    return image


def river_notice(size: tuple[int, int]) -> Image.Image:
    """A public notice: a drawn river, and two lines of type."""
    image = Image.new("RGB", size, (236, 240, 236))
    draw = ImageDraw.Draw(image)
    width, height = size
    for number in range(9):
        points = [
            (x, height * (0.60 + 0.035 * number) + height * 0.05 * ((x / width * 3 + number * 0.4) % 1 - 0.5) ** 2 * 4)
            for x in range(0, width, 12)
        ]
        draw.line(points, fill=(60 + number * 14, 110 + number * 11, 120 + number * 10), width=5)
    draw.text(
        (width * 0.06, height * 0.30), "惜水如惜时", font=font(int(height * 0.34)), fill=(24, 66, 78), anchor="lm"
    )
    draw.text(
        (width * 0.94, height * 0.30),
        "每一滴，都流过我们的城",
        font=font(int(height * 0.12)),
        fill=(24, 66, 78),
        anchor="rm",
    )
    return image


ADVERTS: dict[str, tuple[str, Callable[[], Image.Image]]] = {
    "ad-tea": (
        "2026-03-20",
        partial(
            card,
            (1375, 926),
            (244, 240, 228),
            (52, 70, 44),
            [
                ("望潮茶舍", 0.20, 0.34),
                ("春茶开席　临江十二座", 0.075, 0.58),
                ("望潮路66号　每日10:00—22:00", 0.055, 0.76),
            ],
        ),
    ),
    "ad-bookfair": (
        "2026-03-20",
        partial(
            card,
            (1375, 926),
            (250, 244, 236),
            (140, 32, 26),
            [
                ("春季书市", 0.22, 0.34),
                ("三万种新书　整月不打烊", 0.075, 0.58),
                ("3月21日起　澜川会展馆二号厅", 0.055, 0.76),
            ],
        ),
    ),
    "ad-school": (
        "2026-03-20",
        partial(
            card,
            (895, 383),
            (240, 242, 236),
            (30, 60, 90),
            [("园区夜校", 0.24, 0.36), ("焊工·数控·会计　下班来上课", 0.10, 0.64), ("报名 0000-5550133", 0.08, 0.80)],
        ),
    ),
    "ad-academy": (
        "2026-03-20",
        partial(
            card,
            (895, 639),
            (246, 242, 232),
            (90, 54, 30),
            [("江岸书院", 0.21, 0.34), ("周末讲堂　免费听讲", 0.08, 0.58), ("柳矶路9号　3月28日开讲", 0.055, 0.76)],
        ),
    ),
    "ad-public": ("2026-03-20", partial(river_notice, (2775, 632))),
    "ad-ear": (
        "2026-03-20",
        partial(
            card, (1025, 376), (238, 244, 234), (40, 88, 60), [("春分", 0.42, 0.40), ("昼夜均而寒暑平", 0.10, 0.78)]
        ),
    ),
    "ad-cinema": (
        "2026-03-21-evening",
        partial(
            card,
            (575, 383),
            (240, 236, 228),
            (40, 36, 60),
            [("老影院·周末", 0.17, 0.36), ("无声片专场　现场钢琴", 0.085, 0.60), ("望潮路21号", 0.065, 0.77)],
        ),
    ),
    "ad-clinic": (
        "2026-03-21-evening",
        partial(
            card,
            (575, 543),
            (232, 240, 244),
            (24, 70, 100),
            [("西门口腔", 0.19, 0.36), ("洁牙周　全家同行", 0.085, 0.60), ("电话 0000-5550177", 0.065, 0.77)],
        ),
    ),
    "ad-books": (
        "2026-03-21-evening",
        partial(
            card,
            (575, 383),
            (246, 240, 230),
            (96, 40, 28),
            [("旧书换新茶", 0.18, 0.36), ("一本旧书　一盏明前", 0.085, 0.60), ("老糖坊巷7号", 0.065, 0.77)],
        ),
    ),
    "ad-walk": (
        "2026-03-21-evening",
        partial(
            card,
            (1175, 472),
            (234, 242, 236),
            (28, 84, 60),
            [("车让人　人快走", 0.22, 0.38), ("文明出行，从路口开始", 0.11, 0.68)],
        ),
    ),
    "ad-garden": (
        "2026-03-21-evening",
        partial(
            card,
            (875, 447),
            (246, 242, 226),
            (60, 90, 40),
            [("南屏花市", 0.24, 0.36), ("春苗上市　盆花八折", 0.10, 0.62), ("望潮路南口", 0.08, 0.78)],
        ),
    ),
}
