"""From a manifest file to an Edition."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from layout.diagnostics import Sink, Span
from layout.edition.allowance import read_allowances
from layout.edition.files import Files
from layout.edition.findings import NO_PAGES
from layout.edition.form import MANIFEST
from layout.edition.matter import FoldPlace, Notice
from layout.edition.matterload import read_matter, read_ornaments
from layout.edition.model import (
    AdvertPlace,
    Box,
    Columns,
    Edition,
    HeadlinePlace,
    Page,
    Picture,
    PicturePlace,
    Staff,
    Story,
    StoryPlace,
)
from layout.edition.order import check_pages, checked_spreads
from layout.edition.pictures import PictureLoader
from layout.edition.placing import Placing, Seat
from layout.edition.seats import Seats, box_of, rule_place
from layout.edition.spreads import with_right_halves
from layout.edition.storyfile import read_story, words
from layout.paths import Workspace
from layout.source.document import read_document
from layout.source.findings import MISSING_KEY
from layout.source.record import Item, Reader, Record
from layout.source.yamltree import compose_yaml

MANIFEST_NAME = "issue.yaml"


class Manifest(Struct, frozen=True):
    """A manifest file read: its record, every key that must be there in it."""

    path: Path
    record: Record

    @property
    def paper(self) -> str:
        """The paper it is an edition of."""
        paper: str = self.record["paper"]
        return paper


def read_manifest(path: Path, sink: Sink) -> Manifest | None:
    """The manifest at a path (or in the folder at it), or None when it cannot be read (reported)."""
    manifest = path / MANIFEST_NAME if path.is_dir() else path
    document = read_document(manifest, sink)
    if document is None:
        return None
    node = compose_yaml(document, sink)
    record = Reader(document, sink).record(node, MANIFEST) if node or not sink.found else None
    if record is None or any(key.required and key.name not in record for key in MANIFEST.keys):
        return None
    return Manifest(manifest, record)


def load_edition(written: Manifest, workspace: Workspace, sink: Sink, placing: Placing | None) -> Edition:
    """The edition of a manifest; `placing` finds the places that the manifest leaves to the style.

    Every mistake found is reported; an edition is given back with what was right, so that more can be looked at.
    """
    manifest, record = written.path, written.record
    files = Files(manifest.parent, workspace, sink)
    loader = _Loader(files, manifest, placing, PictureLoader(files, manifest))
    pages = tuple(page for page in (loader.page(page) for page in record.records("pages")) if page)
    pages = with_right_halves(pages, sink)
    if not pages:
        sink.report(NO_PAGES, record.at("pages"), "pages")
    check_pages(pages, sink)
    return Edition(
        name=manifest.resolve().parent.name if manifest.name == MANIFEST_NAME else manifest.stem,
        folder=manifest.parent,
        paper=record["paper"],
        date=record["date"],
        number=record["number"],
        version=record.get("version", 1),
        zone=record.get("zone", ""),
        layout_style=record.get("layout_style", "modular"),
        pages=pages,
        stories=loader.stories,
        fields={},
        span=record.at("paper"),
        number_span=record.at("number"),
        kind=record.get("kind", "issue"),
        spreads=checked_spreads(record, pages, sink),
        fillers=loader.fillers(record),
        allow=read_allowances(record),
    )


class _Loader(Struct):
    """Reads pages, and each story file once."""

    files: Files
    manifest: Path
    placing: Placing | None
    pictures: PictureLoader
    stories: dict[str, Story] = field(default_factory=dict)
    _tried: set[str] = field(default_factory=set)

    def page(self, record: Record) -> Page | None:
        if not {"page", "section", "template"} <= record.items.keys():
            return None
        staff = record.get("staff", None)
        seats = Seats(record["template"], self.placing)
        stories = [self._story_place(story, seats, record["page"]) for story in record.records("stories")]
        adverts = [self._advert(advert, seats) for advert in record.records("adverts")]
        pictures = [self.pictures.place(own, (), seats, record["page"]) for own in record.records("pictures")]
        pictures += self._data(record, seats)
        groups = [self.pictures.group(group, (), seats) for group in record.records("groups")]
        return Page(
            name=record["page"],
            section=record["section"],
            template=record["template"],
            staff=Staff(tuple((name, item.value) for name, item in staff.items.items()) if staff else ()),
            span=record.at("page"),
            template_span=record.at("template"),
            stories=tuple(story for story in stories if story),
            pictures=tuple(picture for picture in pictures if picture),
            groups=tuple(group for group in groups if group),
            adverts=tuple(advert for advert in adverts if advert),
            rules=tuple(
                rule_place(rule) for rule in record.records("rules") if {"column", "line"} <= rule.items.keys()
            ),
            matter=read_matter(record, seats, self.files, self.manifest),
            ink=record.get("ink", "colour"),
            slots=tuple(_slots_used(record)),
            separators=record.get("separators", None),
            style=record.get("style", None),
            allow=read_allowances(record),
            fold=self._fold(record["fold"]) if "fold" in record else None,
        )

    def _fold(self, record: Record) -> FoldPlace:
        read = [(item, self._read(item.value, item.span)) for item in record.many("notices")]
        notices = tuple(Notice(story.id, item.span) for item, story in read if story)
        adverts = tuple(advert for advert in map(self._fold_advert, record.records("adverts")) if advert)
        return FoldPlace(notices, record.span, record.get("line", 1), record.get("lines", None), adverts)

    def _fold_advert(self, record: Record) -> AdvertPlace | None:
        if not {"advert", "lines"} <= record.items.keys():
            return None
        return self._advert_in(record, Box(1, 1, 1, record["lines"], record.span))

    def fillers(self, record: Record) -> tuple[Story, ...]:
        """The stories that may fill a hole."""
        found = []
        for item in record.many("fillers"):
            path = self.files.find(item.value, item.span, self.manifest, "fillers")
            story = read_story(path, item.span, "utf-8", self.files) if path else None
            found += [story] if story else []
        return tuple(found)

    def _story_place(self, record: Record, seats: Seats, page: str) -> StoryPlace | None:
        seat = seats.seat(record) if "slot" in record else None
        boxes = tuple(box for box in map(_box_item, record.many("at")) if box)
        if seat is not None and not boxes:
            boxes = (box_of(seat, record),)
        story = self._story(record) if "story" in record else None
        if story is None or not boxes:
            return None
        pictures = [self.pictures.place(own, story.pictures, seats, page) for own in record.records("pictures")]
        pictures += self._data(record, seats)
        groups = [self.pictures.group(group, story.pictures, seats) for group in record.records("groups")]
        return StoryPlace(
            story=story.id,
            boxes=boxes,
            span=record.at("story"),
            headline=self._headline(record, seat),
            pictures=tuple(picture for picture in pictures if picture),
            groups=tuple(group for group in groups if group),
            continued=record.get("continued", False),
            frame=record.get("frame", seat.frame if seat else "none"),
            frame_span=record.at("frame") if "frame" in record else None,
            separators=record.get("separators", None),
            leg_rules=record.get("leg_rules", None),
            balance=record.get("balance", True),
            slot=record.get("slot", ""),
            guide=record.get("guide", False),
            style=record.get("style", None),
            allow=read_allowances(record),
            columns=_columns(record),
            drop_capital=record.get("drop_capital", 0),
            ornaments=read_ornaments(
                [(one, box) for one in record.records("ornaments") if (box := seats.box(one))],
                self.files,
                self.manifest,
            ),
        )

    def _data(self, record: Record, seats: Seats) -> list[PicturePlace | None]:
        """Tables and charts, which stand as pictures do."""
        tables = [self.pictures.table(table, seats) for table in record.records("tables")]
        return tables + [self.pictures.chart(chart, seats) for chart in record.records("charts")]

    def _headline(self, place: Record, seat: Seat | None) -> HeadlinePlace | None:
        """The headline of a placed story; its level is the slot's where it names none."""
        record: Record | None = place.get("headline", None)
        level = seat.level if seat else ""
        if record is None:
            return HeadlinePlace(level, None, place.at("slot")) if level else None
        if "level" not in record and not level:
            self.files.sink.report(MISSING_KEY, record.span, "headline.level", key="level", zh="级别")
            return None
        at = record.get("at", record)
        return HeadlinePlace(
            record.get("level", level),
            at.get("columns", record.get("columns", None)),
            record.at("level"),
            at.get("column", record.get("column", None)),
            words(record, "text"),
            record.get("direction", "across") == "down",
            at.get("line", None),
            at.get("lines", record.get("lines", None)),
            record.get("side", _side_of_vertical(place, record)),
            record.get("width", None),
            record.get("on", "none"),
            record.get("ink", None),
            record.get("rows", None),
        )

    def _story(self, record: Record) -> Story | None:
        return self._read(record["story"], record.at("story"), record.get("encoding", "utf-8"))

    def _read(self, written: str, span: Span, encoding: str = "utf-8") -> Story | None:
        """A story's file, read once however often it is named."""
        name = Path(written).stem
        if name not in self.stories and written not in self._tried:
            self._tried.add(written)
            path = self.files.find(written, span, self.manifest, "story")
            story = read_story(path, span, encoding, self.files) if path else None
            if story:
                self.stories[name] = story
        return self.stories.get(name)

    def _advert(self, record: Record, seats: Seats) -> AdvertPlace | None:
        return self._advert_in(record, seats.box(record))

    def _advert_in(self, record: Record, box: Box | None) -> AdvertPlace | None:
        file = (
            self.files.find(record["advert"], record.at("advert"), self.manifest, "advert")
            if "advert" in record
            else None
        )
        if box is None or file is None:
            return None
        kind: Literal["advert", "public", "ear"] = record.get("kind", "advert")
        label = record.get("label", None if kind == "advert" else "")
        picture = Picture(file, record.at("advert"), alt=record.get("alt", ""), page=record.get("page", None))
        return AdvertPlace(picture, box, record.span, label, kind)


def _box_item(item: Item) -> Box | None:
    return _box(item.value)


def _box(record: Record) -> Box | None:
    if not {"column", "columns", "line", "lines"} <= record.items.keys():
        return None
    return Box(
        record["column"], record["columns"], record["line"], record["lines"], record.span, record.get("legs", None)
    )


def _slots_used(record: Record) -> Iterator[tuple[str, Span]]:
    """The slots that things of a page take; pictures inside stories take none."""
    for key in (
        "stories",
        "pictures",
        "groups",
        "tables",
        "charts",
        "adverts",
        "contents",
        "weather",
        "ears",
        "ornaments",
        "fillers",
    ):
        yield from ((one["slot"], one.at("slot")) for one in record.records(key) if "slot" in one)


def _side_of_vertical(place: Record, headline: Record) -> Literal["right"] | None:
    """Where a vertical headline stands that is not told: at the right of vertical text, which begins there."""
    both = all(record.get("direction", "across") == "down" for record in (place, headline))
    return "right" if both and "column" not in headline and "at" not in headline else None


def _columns(record: Record) -> Columns:
    return Columns(
        measure=record.get("measure", None),
        gutter=record.get("gutter", None),
        remainder=record.get("remainder", "gutters"),
        order=record.get("order", "legs"),
        vertical=record.get("direction", "across") == "down",
        tiers=record.get("tiers", 1),
    )
