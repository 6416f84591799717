"""The sample editions show what the engine can do, each thing on the page that `issues/README.md` names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from layout.edition.model import Edition, Page, PicturePlace, StoryPlace
from tests.editions.samples import REPOSITORY, SAMPLES, loaded

Shown = Callable[[Edition, Page], bool]


def _placed(test: Callable[[StoryPlace], object]) -> Shown:
    return lambda edition, page: any(test(place) for place in page.stories)


def _told(test: Callable[[object, StoryPlace], object]) -> Shown:
    return lambda edition, page: any(test(edition.stories[place.story], place) for place in page.stories)


def _pictured(test: Callable[[PicturePlace], object]) -> Shown:
    return lambda edition, page: any(test(place) for place in _pictures(page))


def _pictures(page: Page) -> Iterator[PicturePlace]:
    yield from page.pictures
    for place in page.stories:
        yield from place.pictures


def _thrice(edition: Edition, page: Page) -> bool:
    on = [each.name for each in edition.pages for place in each.stories if place.story == "lead-river"]
    return page.name in on and len(on) == 3


def _down(edition: Edition, page: Page) -> bool:
    """Whether fixed matter of the page's template has the section's name set downwards."""
    style = next(one.house.style for one in map(loaded, SAMPLES) if one.edition is edition)
    panels = [style.panels[placed.panel] for placed in style.templates[page.template].panels]
    return any(text.vertical and "{section}" in text.text for panel in panels for text in panel.texts)


def _kind(place: PicturePlace) -> str:
    return place.picture.file.suffix


SHOWN: dict[str, Shown] = {
    "a story over three pages": _thrice,
    "a block in L": _placed(lambda place: len(place.boxes) == 2),
    "a block in U": _placed(lambda place: len(place.boxes) == 3),
    "a cut-out along a polygon": _pictured(lambda place: place.showing.contour and place.showing.contour.polygon),
    "a cut-out along its own edge": _pictured(
        lambda place: place.showing.contour and not place.showing.contour.polygon
    ),
    "a caption beside its picture": _pictured(lambda place: place.showing.caption == "right"),
    "a caption over its picture": _pictured(lambda place: place.showing.caption == "over"),
    "a picture cropped": _pictured(lambda place: place.showing.crop),
    "a picture across two pages": lambda edition, page: any(place.spread for place in _pictures(page)),
    "pictures with one caption": _placed(lambda place: place.groups),
    "a map in lines": _pictured(lambda place: _kind(place) == ".svg"),
    "a chart": _pictured(lambda place: _kind(place) == ".yaml"),
    "tables across columns": _pictured(lambda place: _kind(place) == ".md"),
    "a table in a column": _told(lambda story, place: story.tables),
    "an ornament at a headline": _placed(lambda place: place.ornaments),
    "a frame of florets": _placed(lambda place: place.frame == "festival"),
    "a thick and a thin line": _placed(lambda place: place.frame == "notice"),
    "a label with a logo": _told(lambda story, place: story.label and story.label.lines == ("街巷",)),
    "a label in the column": _told(lambda story, place: story.label and story.label.lines == ("园区一线",)),
    "a stacked byline": _told(lambda story, place: story.byline and len(story.byline.lines) > 1),
    "notices at the fold": lambda edition, page: page.fold is not None,
    "an advert at the fold": lambda edition, page: page.fold is not None and page.fold.adverts,
    "a nameplate down the page": _down,
    "a headline on a picture": _placed(lambda place: place.headline and place.headline.on == "picture"),
    "a headline on a plate": _placed(lambda place: place.headline and place.headline.on == "plate"),
    "a headline over its boxes": _placed(
        lambda place: place.headline and place.headline.line and place.headline.on == "none"
    ),
    "a vertical headline in the middle": _placed(lambda place: place.headline and place.headline.side == "middle"),
    "a measure of its own": _placed(lambda place: place.columns.gutter),
    "vertical text": _placed(lambda place: place.columns.vertical),
    "a drop capital": _placed(lambda place: place.drop_capital),
    "rules between columns": _placed(lambda place: place.leg_rules),
    "fillers": lambda edition, page: bool(page.matter.holes),
    "a contents box": lambda edition, page: bool(page.matter.contents),
    "the weather": lambda edition, page: bool(page.matter.weather),
    "a page of slots": lambda edition, page: bool(page.slots) or any(place.slot for place in page.stories),
    "a page in black": lambda edition, page: page.ink == "black",
    "an advert that is a PDF": lambda edition, page: any(a.picture.file.suffix == ".pdf" for a in page.adverts),
}
_ROW = re.compile(r"^\| ([\w -]+) \| ((?:(?:daily|evening) [AB]\d\d(?:, )?)+) \|$", re.MULTILINE)
LISTED = {
    name: tuple(places.split(", ")) for name, places in _ROW.findall((REPOSITORY / "issues/README.md").read_text())
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_feature_stands_where_it_is_said_to(name):
    editions = zip(("daily", "evening"), (loaded(sample).edition for sample in SAMPLES), strict=True)
    found = [
        f"{paper} {page.name}" for paper, edition in editions for page in edition.pages if SHOWN[name](edition, page)
    ]
    assert tuple(found) == LISTED[name]


def test_every_feature_listed_is_looked_for():
    assert set(LISTED) == set(SHOWN)
