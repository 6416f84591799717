"""Matter that a manifest puts on a page beside stories, pictures and adverts: 导读, weather, ears, ornaments, 补白."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from layout.diagnostics import Span

if TYPE_CHECKING:
    from layout.edition.model import AdvertPlace, Box

Sky = Literal["晴", "多云", "阴", "小雨", "大雨", "雷雨", "雪", "雾", "大风"]
SKIES: tuple[Sky, ...] = ("晴", "多云", "阴", "小雨", "大雨", "雷雨", "雪", "雾", "大风")


class Contents(Struct, frozen=True):
    """A contents box (导读): which stories it names follows from the edition, page numbers are never typed.

    It names the stories placed with `guide`, or, when there are none, those whose headline has one of `levels`;
    stories of its own page are left out. `numbers` sets page numbers after dot leaders or on plates.
    """

    box: Box
    title: str
    levels: tuple[str, ...]
    numbers: Literal["leaders", "plates"] = "leaders"
    frame: str = "none"


class Day(Struct, frozen=True):
    """One day's weather; temperatures in °C."""

    name: str
    sky: Sky
    then: Sky | None
    low: int
    high: int
    wind: str = ""


class Weather(Struct, frozen=True):
    """A weather box: what it says is typed by the editor, the drawing follows from `sky`."""

    box: Box
    title: str
    days: tuple[Day, ...]
    note: str = ""
    frame: str = "none"


class Ear(Struct, frozen=True):
    """A box of a few typed lines beside the nameplate (报眼), or anywhere else."""

    box: Box
    title: str
    lines: tuple[str, ...]
    frame: str = "none"


class Ornament(Struct, frozen=True):
    """A small picture that is no news (版花, 题花, 尾花): whole, without caption or keyline."""

    file: Path
    span: Span
    box: Box
    alt: str = ""


class Matter(Struct, frozen=True):
    """All of a page's matter of these sorts; `holes` are boxes to be filled from the edition's fillers."""

    contents: tuple[Contents, ...] = ()
    weather: tuple[Weather, ...] = ()
    ears: tuple[Ear, ...] = ()
    ornaments: tuple[Ornament, ...] = ()
    holes: tuple[Box, ...] = ()

    @property
    def framed(self) -> tuple[Contents | Weather | Ear, ...]:
        """What may have a frame."""
        return (*self.contents, *self.weather, *self.ears)

    @property
    def boxes(self) -> tuple[tuple[str, Box], ...]:
        """Every box it claims, with a name for messages."""
        named = [(item.title, item.box) for item in self.framed]
        named += [(item.file.name, item.box) for item in self.ornaments]
        return (*named, *(("fillers", box) for box in self.holes))


class Notice(Struct, frozen=True):
    """A story standing at the fold (启事), and where the manifest names it."""

    story: str
    span: Span


class FoldPlace(Struct, frozen=True):
    """The notices in a page's inner margin (中缝), from a line of the type area on, over `lines` or all that follow.

    Its adverts stand at the foot; of their boxes only the lines count, they are as wide as the strip.
    """

    notices: tuple[Notice, ...]
    span: Span
    line: int = 1
    lines: int | None = None
    adverts: tuple[AdvertPlace, ...] = ()


NO_MATTER = Matter()
