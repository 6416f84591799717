"""The layers of a proof: their names, and what they are called in a viewer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Overlay = Literal["grid", "frames", "pictures", "jumps", "overset", "faults", "slug"]
OVERLAYS: tuple[Overlay, ...] = get_args(Overlay)
TITLES: Mapping[Overlay, str] = {
    "grid": "网格 grid",
    "frames": "稿件框 frames",
    "pictures": "图片精度 pictures",
    "jumps": "转版 jumps",
    "overset": "溢出 overset",
    "faults": "差错 faults",
    "slug": "版边和签样 slug",
}
