"""From a manifest file to an Edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from layout.diagnostics import Sink, Span
from layout.edition.files import Files
from layout.edition.findings import NO_PAGES, NOT_BEGUN, PAGE_ORDER, PAGE_TWICE, STORY_TWICE
from layout.edition.form import MANIFEST
from layout.edition.model import (
    AdvertPlace,
    Box,
    Edition,
    HeadlinePlace,
    Page,
    Picture,
    RulePlace,
    Staff,
    Story,
    StoryPlace,
)
from layout.edition.pictures import PictureLoader, box_of
from layout.edition.spreads import with_right_halves
from layout.edition.storyfile import read_story, words
from layout.paths import Workspace
from layout.source.document import read_document
from layout.source.record import Item, Reader, Record
from layout.source.yamltree import compose_yaml

MANIFEST_NAME = "issue.yaml"


def load_edition(path: Path, workspace: Workspace, sink: Sink) -> Edition | None:
    """The edition of a manifest (or of the folder that holds it), or None when it cannot be read.

    Every mistake found is reported; an edition is given back with what was right, so that more can be looked at.
    """
    manifest = path / MANIFEST_NAME if path.is_dir() else path
    document = read_document(manifest, sink)
    if document is None:
        return None
    node = compose_yaml(document, sink)
    record = Reader(document, sink).record(node, MANIFEST) if node or not sink.found else None
    if record is None or any(key.required and key.name not in record for key in MANIFEST.keys):
        return None
    files = Files(manifest.parent, workspace, sink)
    loader = _Loader(files, manifest, PictureLoader(files, manifest))
    pages = tuple(page for page in (loader.page(page) for page in record.records("pages")) if page)
    pages = with_right_halves(pages, sink)
    if not pages:
        sink.report(NO_PAGES, record.at("pages"), "pages")
    _check_order(pages, sink)
    _check_stories(pages, sink)
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
    )


@dataclass(slots=True)
class _Loader:
    """Reads pages, and each story file once."""

    files: Files
    manifest: Path
    pictures: PictureLoader
    stories: dict[str, Story] = field(default_factory=dict)
    _tried: set[str] = field(default_factory=set)

    def page(self, record: Record) -> Page | None:
        if not {"page", "section", "template"} <= record.items.keys():
            return None
        staff = record.get("staff", None)
        stories = [self._story_place(story, record["page"]) for story in record.records("stories")]
        adverts = [self._advert(advert) for advert in record.records("adverts")]
        pictures = [self.pictures.place(picture, (), record["page"]) for picture in record.records("pictures")]
        groups = [self.pictures.group(group, ()) for group in record.records("groups")]
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
            rules=tuple(_rule(rule) for rule in record.records("rules") if {"column", "line"} <= rule.items.keys()),
        )

    def _story_place(self, record: Record, page: str) -> StoryPlace | None:
        boxes = tuple(box for box in map(_box_item, record.many("at")) if box)
        story = self._story(record) if "story" in record else None
        if story is None or not boxes:
            return None
        pictures = [self.pictures.place(own, story.pictures, page) for own in record.records("pictures")]
        groups = [self.pictures.group(group, story.pictures) for group in record.records("groups")]
        return StoryPlace(
            story=story.id,
            boxes=boxes,
            span=record.at("story"),
            headline=_headline(record.get("headline", None)),
            pictures=tuple(picture for picture in pictures if picture),
            groups=tuple(group for group in groups if group),
            continued=record.get("continued", False),
            frame=record.get("frame", "none"),
            balance=record.get("balance", True),
        )

    def _story(self, record: Record) -> Story | None:
        written, span = record["story"], record.at("story")
        name = Path(written).stem
        if name not in self.stories and written not in self._tried:
            self._tried.add(written)
            path = self.files.find(written, span, self.manifest)
            story = read_story(path, span, record.get("encoding", "utf-8"), self.files) if path else None
            if story:
                self.stories[name] = story
        return self.stories.get(name)

    def _advert(self, record: Record) -> AdvertPlace | None:
        box = box_of(record)
        file = self.files.find(record["advert"], record.at("advert"), self.manifest) if "advert" in record else None
        if box is None or file is None:
            return None
        kind: Literal["advert", "public", "ear"] = record.get("kind", "advert")
        label = record.get("label", None if kind == "advert" else "")
        picture = Picture(file, record.at("advert"), alt=record.get("alt", ""))
        return AdvertPlace(picture, box, record.span, label, kind)


def _box_item(item: Item) -> Box | None:
    return box_of(item.value)


def _headline(record: Record | None) -> HeadlinePlace | None:
    if record is None or "level" not in record:
        return None
    return HeadlinePlace(
        record["level"],
        record.get("columns", None),
        record.at("level"),
        record.get("column", None),
        words(record, "text"),
        record.get("direction", "across") == "down",
    )


def _rule(record: Record) -> RulePlace:
    return RulePlace(
        record["column"],
        record.get("columns", 1),
        record["line"],
        record.get("lines", 1),
        record.span,
        record.get("direction", "across") == "down",
    )


def _check_order(pages: tuple[Page, ...], sink: Sink) -> None:
    seen: set[str] = set()
    for before, page in zip((None, *pages), pages, strict=False):
        if page.name in seen:
            sink.report(PAGE_TWICE, page.span, "page", page=page.name)
        elif before and page.name < before.name:
            sink.report(PAGE_ORDER, page.span, "page", page=page.name, before=before.name)
        seen.add(page.name)


def _check_stories(pages: tuple[Page, ...], sink: Sink) -> None:
    """A story stands once; a further part of it is marked as continued and comes later."""
    first: dict[str, str] = {}
    for page in pages:
        for place in page.stories:
            if place.continued and first.get(place.story, page.name) == page.name:
                sink.report(NOT_BEGUN, place.span, "continued", page=page.name, story=place.story)
            elif not place.continued and place.story in first:
                _report_twice(place.span, place.story, first[place.story], sink)
            first.setdefault(place.story, page.name)


def _report_twice(span: Span, story: str, page: str, sink: Sink) -> None:
    sink.report(STORY_TWICE, span, "story", page=page, story=story)
