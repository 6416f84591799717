"""What readers find in an edition: its stories and pictures as articles, their zones on the pages, and the adverts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from layout.backends.epaper.addresses import content_files
from layout.compose.model import Composition, Sheet
from layout.display.items import Part, Photo, Role
from layout.display.page import PageDisplay
from layout.edition.data import Data
from layout.edition.model import Picture, Story, text_of
from layout.geometry import Rect
from layout.plan.model import GroupPlan, PicturePlan, Shot

Crop = tuple[int, int, int, int]
_SENTENCE = re.compile(r"[^。！？；]+")
_ADVERTS = {"public": "公益广告", "advert": "广告", "ear": "广告"}


class Shown(Struct, frozen=True):
    """A picture where it stands: `photo` is its key and crop, None for what is drawn, which is taken from the page."""

    picture: Picture
    page: str
    rect: Rect
    photo: tuple[str, Crop] | None

    @property
    def alt(self) -> str:
        """What is to be seen, in words."""
        return self.picture.alt or text_of(self.picture.caption) or "图片"


class Illustration(Struct, frozen=True):
    """A picture, or several over one caption, or a table or chart made from `data`."""

    shown: tuple[Shown, ...]
    caption: str
    credit: str
    data: Data | None = None


class Article(Struct, frozen=True):
    """A story, or a picture that stands by itself; `zones` are its boxes by page, in the order of the pages."""

    name: str
    file: str
    title: str
    story: Story | None
    zones: Mapping[str, tuple[Rect, ...]]
    illustrations: tuple[Illustration, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages it stands on."""
        return tuple(self.zones)


class Advert(Struct, frozen=True):
    """An advert: a zone with a label and no article."""

    page: str
    label: str
    rect: Rect


class Contents(Struct, frozen=True):
    """All articles in the order they are read, and the adverts."""

    articles: tuple[Article, ...]
    adverts: tuple[Advert, ...]

    def on(self, page: str) -> tuple[Article, ...]:
        """The articles that stand on a page, with it in the order of the edition."""
        return tuple(article for article in self.articles if page in article.zones)


class _Draft(Struct):
    name: str
    title: str
    story: Story | None
    zones: dict[str, list[Rect]] = field(default_factory=dict)
    illustrations: list[Illustration] = field(default_factory=list)


def contents_of(composition: Composition) -> Contents:
    """What readers find in a composed edition."""
    drafts: dict[str, _Draft] = {}
    adverts: list[Advert] = []
    for page, sheet in zip(composition.pages, composition.sheets, strict=True):
        for region in page.regions:
            part = composition.parts[region.part]
            if part.role is Role.STORY and part.story:
                story = composition.edition.stories[part.story]
                draft = drafts.setdefault(part.story, _Draft(part.story, _title(story), story))
                draft.zones.setdefault(page.name, []).append(region.rect)
        for placed in (*sheet.stories, *sheet.notices):
            if placed.block.story.id in drafts:
                drafts[placed.block.story.id].illustrations += _illustrations(placed.block.illustrations, page.name)
        for draft in _pictures(page, sheet, composition.parts):
            _merge(drafts, draft)
        adverts += _adverts(page, sheet, composition.parts)
    files = content_files(drafts)
    return Contents(tuple(_finished(draft, files[name]) for name, draft in drafts.items()), tuple(adverts))


def _title(story: Story) -> str:
    """A story's headline in one line, its own lines parted by a space."""
    return " ".join(story.headline.lines) if story.headline else story.id


def _finished(draft: _Draft, file: str) -> Article:
    zones = {page: tuple(rects) for page, rects in draft.zones.items()}
    return Article(draft.name, file, draft.title, draft.story, zones, tuple(_joined(draft.illustrations)))


def _joined(illustrations: Iterable[Illustration]) -> Iterator[Illustration]:
    """The halves of pictures across two pages put together."""
    found: dict[object, Illustration] = {}
    for one in illustrations:
        first = one.shown[0]
        key = (first.picture.file, first.picture.span) if first.photo else (first.page, first.rect)
        known = found.get(key)
        found[key] = _both(known, one) if known else one
    yield from found.values()


def _both(left: Illustration, right: Illustration) -> Illustration:
    first, second = left.shown[0], right.shown[0]
    if first.photo is None or second.photo is None:
        return left
    (key, one), (_, other) = first.photo, second.photo
    crop = min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
    whole = Shown(first.picture, first.page, first.rect, (key, crop))
    return Illustration((whole,), left.caption or right.caption, left.credit or right.credit, left.data)


def _illustrations(plans: Iterable[PicturePlan | GroupPlan], page: str) -> Iterator[Illustration]:
    for plan in plans:
        if isinstance(plan, GroupPlan):
            words = plan.place.words
            shown = tuple(_shown(picture, shot, page) for picture, shot in plan.shots)
            yield Illustration(shown, text_of(words.caption), text_of(words.credit))
        else:
            picture = plan.place.picture
            shown = (_shown(picture, plan.shot, page),)
            yield Illustration(shown, text_of(picture.caption), text_of(picture.credit), picture.data)


def _shown(picture: Picture, shot: Shot, page: str) -> Shown:
    photos = [item for item in shot.art if isinstance(item, Photo)]
    photo = (photos[0].image, photos[0].crop) if len(photos) == len(shot.art) == 1 else None
    return Shown(picture, page, shot.rect, photo)


def _pictures(page: PageDisplay, sheet: Sheet, parts: Sequence[Part]) -> Iterator[_Draft]:
    """The pictures of a page that belong to no story, each an article."""
    alone = [
        region.rect
        for region in page.regions
        if parts[region.part].role in {Role.PICTURE, Role.GROUP} and parts[region.part].story is None
    ]
    for rect, plan in zip(alone, sheet.plan.illustrations, strict=True):
        (made,) = _illustrations((plan,), page.name)
        # A picture across two pages reaches over its box to the fold.
        drawn = [one.rect for one in made.shown] if isinstance(plan, PicturePlan) else []
        first = made.shown[0].picture
        name = hashlib.sha256(f"{first.file.name} {made.caption}".encode()).hexdigest()[:12]
        yield _Draft(f"picture {name}", _named(made), None, {page.name: [rect, *drawn]}, [made])


def _named(illustration: Illustration) -> str:
    """What a picture by itself is called: its caption's first sentence, or what is to be seen on it."""
    sentence = _SENTENCE.match(illustration.caption)
    return sentence[0] if sentence else illustration.shown[0].alt


def _merge(drafts: dict[str, _Draft], draft: _Draft) -> None:
    known = drafts.setdefault(draft.name, draft)
    if known is not draft:
        known.zones.update(draft.zones)
        known.illustrations += draft.illustrations


def _adverts(page: PageDisplay, sheet: Sheet, parts: Sequence[Part]) -> Iterator[Advert]:
    rects = [region.rect for region in page.regions if parts[region.part].role is Role.ADVERT]
    for rect, plan in zip(rects, sheet.plan.every_advert, strict=True):
        alt = plan.place.picture.alt
        label = _ADVERTS[plan.place.kind]
        yield Advert(page.name, f"{label}：{alt}" if alt else label, rect)
