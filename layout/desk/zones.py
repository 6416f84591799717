"""What of a page can be picked: stories, pictures and adverts, with their places in the plan and in the manifest."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from layout.compose.model import Sheet
from layout.edition.model import Box
from layout.geometry import Rect
from layout.plan.grid import PageGrid
from layout.plan.model import Block
from layout.units import POINT


class Place(Struct, frozen=True):
    """A box of a zone: its rectangle in points, and its numbers in the manifest: column, columns, line, lines."""

    x: float
    y: float
    width: float
    height: float
    box: tuple[int, int, int, int]


class Zone(Struct, frozen=True):
    """Something on a page: its name there (`stories.2`), what it is, title, story, boxes, and its file's name."""

    name: str
    kind: str
    title: str
    story: str
    places: tuple[Place, ...]
    file: str


def zones_of(sheet: Sheet) -> tuple[Zone, ...]:
    """The zones of a page, stories first in the order of the manifest, what lies on them after."""
    return tuple(sorted(_zones(sheet), key=lambda zone: zone.name.count(".")))


def _zones(sheet: Sheet) -> Iterator[Zone]:
    plan, grid = sheet.plan, sheet.plan.grid
    for number, place in enumerate(plan.page.stories):
        block = next(block for block in plan.blocks if block.place is place or block.place == place)
        title = block.story.headline.text if block.story.headline else block.story.id
        places = tuple(_place(grid, box) for box in place.boxes)
        yield Zone(f"stories.{number}", "story", title, block.story.id, places, block.story.path.name)
        yield from _inside(block, f"stories.{number}", grid)
    for number, picture in enumerate(plan.page.pictures):
        if picture.picture.data is None:
            file = picture.picture.file.name
            yield Zone(f"pictures.{number}", "picture", file, "", (_place(grid, picture.box),), file)
    for number, advert in enumerate(plan.page.adverts):
        title = advert.picture.alt or advert.picture.file.name
        places = (_place(grid, advert.box),)
        yield Zone(f"adverts.{number}", "advert", title, "", places, advert.picture.file.name)


def _inside(block: Block, name: str, grid: PageGrid) -> Iterator[Zone]:
    """A story's own pictures; tables and charts, which are lists of their own in the manifest, are not picked."""
    photographs = [picture for picture in block.place.pictures if picture.picture.data is None]
    for number, picture in enumerate(photographs):
        file, places = picture.picture.file.name, (_place(grid, picture.box),)
        yield Zone(f"{name}.pictures.{number}", "picture", file, block.story.id, places, file)


def _place(grid: PageGrid, box: Box) -> Place:
    x, y, width, height = _points(grid.rect(box))
    return Place(x, y, width, height, (box.column, box.columns, box.line, box.lines))


def _points(rect: Rect) -> tuple[float, float, float, float]:
    x, y, width, height = (round(length / POINT, 2) for length in (rect.x, rect.y, rect.width, rect.height))
    return x, y, width, height


def grid_of(grid: PageGrid) -> dict[str, float]:
    """A page's grid in points, for what is dragged over it."""
    lengths = {"left": grid.left, "top": grid.top, "measure": grid.measure, "gutter": grid.gutter}
    named = {name: round(length / POINT, 3) for name, length in {**lengths, "leading": grid.leading}.items()}
    return {**named, "columns": grid.columns, "lines": grid.lines}
