"""Pictures and groups of a manifest: from records to places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from layout.diagnostics import Sink, Span
from layout.edition.data import Data
from layout.edition.datafile import read_chart, read_standing_table, spoken
from layout.edition.files import Files
from layout.edition.findings import PICTURE_UNKNOWN
from layout.edition.model import Box, GroupedPicture, GroupPlace, Picture, PicturePlace, Spread
from layout.edition.picturefindings import CELLS, EMPTY_CROP, NO_ALT, POOR_CONTOUR
from layout.edition.seats import Seats
from layout.edition.showing import CropBox, RunAround, Showing
from layout.edition.storyfile import picture_of
from layout.source.record import Item, Record

_ACROSS = {"left", "center", "right"}
_SMALLEST_POLYGON = 3
Cell = tuple[int, int, int, int]


class PictureLoader(Struct, frozen=True):
    """Reads the pictures of one manifest."""

    files: Files
    manifest: Path

    def place(self, record: Record, known: tuple[Picture, ...], seats: Seats, page: str) -> PicturePlace | None:
        """A placed picture; its words are those of its story (`known`) where the record has none."""
        box = seats.box(record)
        picture = self._picture(record, known)
        if box is None or picture is None:
            return None
        name = picture.file.name
        if not picture.caption and not picture.credit:
            self.files.sink.report(PICTURE_UNKNOWN, record.at("picture"), "picture", picture=name)
        return PicturePlace(picture, box, self._showing(record, name), _spread(record, box, page))

    def table(self, record: Record, seats: Seats) -> PicturePlace | None:
        """A table in a box of its own."""
        return self._of_data(record, seats, "table", read_standing_table)

    def chart(self, record: Record, seats: Seats) -> PicturePlace | None:
        """A chart in its box."""
        return self._of_data(record, seats, "chart", read_chart)

    def _of_data(
        self, record: Record, seats: Seats, key: str, read: Callable[[Path, Span, Sink], Data | None]
    ) -> PicturePlace | None:
        box = seats.box(record)
        file = self.files.find(record[key], record.at(key), self.manifest, "picture") if key in record else None
        data = read(file, record.at(key), self.files.sink) if file else None
        if box is None or file is None or data is None:
            return None
        picture = picture_of(file, record)
        return PicturePlace(replace(picture, span=record.at(key), alt=picture.alt or spoken(data), data=data), box)

    def group(self, record: Record, known: tuple[Picture, ...], seats: Seats) -> GroupPlace | None:
        """A group of pictures over one caption."""
        box = seats.box(record)
        members = [member for member in map(self._member, record.many("pictures")) if member]
        if box is None or not members:
            return None
        across = record.get("across", -(-len(members) // record.get("down", 1)))
        down = record.get("down", -(-len(members) // across))
        pictures = tuple(self._placed(members, known, across, down))
        if not pictures:
            return None
        words = picture_of(pictures[0].picture.file, record)
        if not words.caption and not words.credit:
            self.files.sink.report(PICTURE_UNKNOWN, record.span, "pictures", picture=words.file.name)
        return GroupPlace(pictures, words, box, across, down, record.get("caption_place", None))

    def _member(self, item: Item) -> Record | None:
        """A picture of a group as a record; a bare file name is one that says nothing else."""
        record = item.value if isinstance(item.value, Record) else Record({"picture": item}, item.span)
        return record if "picture" in record else None

    def _placed(
        self, members: list[Record], known: tuple[Picture, ...], across: int, down: int
    ) -> Iterator[GroupedPicture]:
        """The members in their cells: those that name one first, the others in what is left, row by row."""
        taken: set[tuple[int, int]] = set()
        cells: dict[int, Cell] = {}
        for number in sorted(range(len(members)), key=lambda number: "cell" not in members[number]):
            member = members[number]
            cell = _cell(member, taken, across, down)
            if cell is None:
                self.files.sink.report(
                    CELLS, member.at("cell"), "cell", picture=Path(member["picture"]).name, across=across, down=down
                )
                continue
            taken |= _covered(cell)
            cells[number] = cell
        for number, cell in sorted(cells.items()):
            picture = self._picture(members[number], known)
            if picture:
                yield GroupedPicture(picture, cell, self._showing(members[number], picture.file.name))

    def _picture(self, record: Record, known: tuple[Picture, ...]) -> Picture | None:
        if "picture" not in record:
            return None
        file = self.files.find(record["picture"], record.at("picture"), self.manifest, "picture")
        if file is None:
            return None
        own = next((picture for picture in known if picture.file.resolve() == file.resolve()), None)
        picture = picture_of(file, record, own)
        if not picture.alt:
            self.files.sink.report(NO_ALT, record.at("picture"), "alt", picture=file.name)
        return picture

    def _showing(self, record: Record, name: str) -> Showing:
        chosen: dict[str, Any] = {key: record[key] for key in ("fit", "keyline") if key in record}
        for word in (item.value for item in record.many("align")):
            chosen["across" if word in _ACROSS else "down"] = word
        contour = self._contour(record, name)
        focus = [item.value for item in record.many("focus")]
        if len(focus) == 2:
            chosen["focus"] = (focus[0], focus[1])
        return Showing(
            **chosen, crop=self._crop(record, name), caption=record.get("caption_place", None), contour=contour
        )

    def _crop(self, record: Record, name: str) -> CropBox | None:
        edges = [item.value for item in record.many("crop")]
        if len(edges) != 4:
            return None
        box = CropBox(*edges)
        for first, last in ((box.left, box.right), (box.top, box.bottom)):
            if first.pixels == last.pixels and first.value >= last.value:
                self.files.sink.report(EMPTY_CROP, record.at("crop"), "crop", picture=name)
                return None
        return box

    def _contour(self, record: Record, name: str) -> RunAround | None:
        if "contour" not in record:
            return None
        distance, both = record.get("distance", None), record.get("sides", "one") == "both"
        if record["contour"] == "alpha":
            return RunAround((), distance, both)
        points = [tuple(part.value for part in item.value) for item in record.many("contour")]
        polygon: tuple[tuple[Fraction, Fraction], ...] = tuple((p[0], p[1]) for p in points if len(p) == 2)
        if len(polygon) < _SMALLEST_POLYGON:
            self.files.sink.report(POOR_CONTOUR, record.at("contour"), "contour", picture=name, points=len(polygon))
            return None
        return RunAround(polygon, distance, both)


def _spread(record: Record, box: Box, page: str) -> Spread | None:
    """The left half of a picture that goes on across the fold; the edition adds the right one."""
    spread = record.get("spread", None)
    if spread is None or not {"page", "columns"} <= spread.items.keys():
        return None
    right = Box(1, spread["columns"], box.line, box.lines, spread.span)
    return Spread(page, box, spread["page"], right, is_left=True)


def _cell(member: Record, taken: set[tuple[int, int]], across: int, down: int) -> Cell | None:
    """The cells a picture asks for, or the first free one; None when there is none for it."""
    written = [item.value for item in member.many("cell")]
    if len(written) == 4:
        cell = (written[0], written[1], written[2], written[3])
        inside = cell[0] + cell[2] - 1 <= across and cell[1] + cell[3] - 1 <= down
        return cell if inside and not _covered(cell) & taken else None
    free = ((column, row, 1, 1) for row, column in product(range(1, down + 1), range(1, across + 1)))
    return next((cell for cell in free if cell[:2] not in taken), None)


def _covered(cell: Cell) -> set[tuple[int, int]]:
    column, row, columns, rows = cell
    return set(product(range(column, column + columns), range(row, row + rows)))
