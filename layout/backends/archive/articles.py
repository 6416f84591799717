"""The articles of a composed edition: their words, people and pictures, and where on which pages every word stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from layout.backends.archive.blocks import Block
from layout.compose.model import Composition
from layout.display.items import Part, Role
from layout.edition.model import Edition, Picture, Story, text_of
from layout.edition.people import people_of
from layout.edition.rights import OWN, Rights
from layout.geometry import Rect, hull
from layout.units import POINT

# What is searched of an article, in its order on the page; the rest (labels, jump lines, readings) is furniture.
SEARCHED = {
    Role.KICKER,
    Role.HEADLINE,
    Role.DECK,
    Role.SUMMARY,
    Role.BYLINE,
    Role.PARAGRAPH,
    Role.SUBHEAD,
    Role.TABLE_TITLE,
    Role.CELL,
    Role.CAPTION,
    Role.CREDIT,
}


class Stretch(Struct, frozen=True):
    """Characters `start` to `end` of an article's text, and where they stand."""

    page: str
    block: str
    role: str
    start: int
    end: int
    rect: Rect


class ArticlePicture(Struct):
    """A picture of an article and its words; `path` is where the package holds its file."""

    file: str
    alt: str
    caption: str
    credit: str
    rights: Rights = OWN
    path: str = ""
    page: str = ""
    rect: Rect | None = None

    def data(self) -> dict[str, Any]:
        """The picture as the archive's own index keeps it."""
        return {
            "file": self.file,
            "path": self.path,
            "alt": self.alt,
            "caption": self.caption,
            "credit": self.credit,
            "rights": self.rights.notice,
            "embargo": _day(self.rights),
            "page": self.page,
            "rect": rect_data(self.rect) if self.rect else None,
        }


class Article(Struct):
    """A story as it was printed. `regions` are its boxes by page; `text` is what is searched, a line a part."""

    story: Story
    title: str
    label: str
    people: tuple[str, ...]
    text: str = ""
    stretches: list[Stretch] = field(default_factory=list)
    regions: dict[str, Rect] = field(default_factory=dict)
    blocks: dict[str, list[Block]] = field(default_factory=dict)
    pictures: list[ArticlePicture] = field(default_factory=list)


def articles_of(
    composition: Composition, blocks: Mapping[str, Sequence[Block]], path_of: Callable[[Path], str]
) -> tuple[Article, ...]:
    """The articles of an edition in the order they first come; `blocks` are every page's.

    `path_of` says where the package holds a file.
    """
    found: dict[str, Article] = {}
    for page in composition.pages:
        for region in page.regions:
            part = composition.parts[region.part]
            if part.role is Role.STORY and part.story:
                article = found.setdefault(part.story, _article(composition.edition.stories[part.story]))
                known = article.regions.get(page.name)
                article.regions[page.name] = known.union(region.rect) if known else region.rect
        for block in blocks[page.name]:
            if block.story in found:
                found[block.story].blocks.setdefault(page.name, []).append(block)
    for name, article in found.items():
        for picture in _pictures_of(composition.edition, name):
            article.pictures.append(picture_of(picture, path_of))
        _set_text(article, composition.parts)
    return tuple(found.values())


def _article(story: Story) -> Article:
    title = story.headline.text if story.headline else story.id
    return Article(story, title, text_of(story.label), people_of(story.byline))


def _pictures_of(edition: Edition, story: str) -> Iterator[Picture]:
    """The pictures placed with a story, on all its pages; those of a group share its words."""
    for place in (place for page in edition.pages for place in page.stories if place.story == story):
        yield from (own.picture for own in place.pictures)
        for group in place.groups:
            words = group.words
            yield from (replace(one.picture, caption=words.caption, credit=words.credit) for one in group.pictures)


def picture_of(picture: Picture, path_of: Callable[[Path], str]) -> ArticlePicture:
    """A picture that has no place on a page yet."""
    words = text_of(picture.caption), text_of(picture.credit)
    return ArticlePicture(picture.file.name, picture.alt, *words, picture.rights, path_of(picture.file))


def _set_text(article: Article, parts: Sequence[Part]) -> None:
    """The article's text from its blocks: those of one part joined, one part after another on a line of its own."""
    by_part: dict[int, list[tuple[str, Block]]] = {}
    for page, blocks in article.blocks.items():
        for block in blocks:
            if block.role in SEARCHED and block.lines:
                by_part.setdefault(block.part, []).append((page, block))
            if block.picture:
                _place_picture(article, parts[block.part], page, block)
    pieces: list[str] = []
    at = 0
    for own in by_part.values():
        for page, block in own:
            text = block.text
            article.stretches.append(
                Stretch(page, block.id, block.role.value, at, at + len(text), hull(line.rect for line in block.lines))
            )
            pieces.append(text)
            at += len(text)
        pieces.append("\n")
        at += 1
    article.text = "".join(pieces).rstrip("\n")


def _place_picture(article: Article, part: Part, page: str, block: Block) -> None:
    """Give the picture its place: the one with its alt text, or the next one without a place."""
    free = [picture for picture in article.pictures if not picture.page]
    own = next((picture for picture in free if picture.alt == part.title), None)
    picture = own or next(iter(free), None)
    if picture:
        picture.page, picture.rect = page, block.rect


def rect_data(rect: Rect) -> list[float]:
    """A rectangle as data: x, y, width and height in points from the trim's top left."""
    return [round(value / POINT, 2) for value in (rect.x, rect.y, rect.width, rect.height)]


def _day(rights: Rights) -> str:
    return rights.embargo.isoformat() if rights.embargo else ""


def article_data(article: Article) -> dict[str, Any]:
    """An article as the archive's own index keeps it."""
    story = article.story
    return {
        "id": story.id,
        "title": article.title,
        "label": article.label,
        "kicker": text_of(story.kicker),
        "deck": text_of(story.deck),
        "byline": text_of(story.byline),
        "people": list(article.people),
        "pages": [{"page": page, "rect": rect_data(rect)} for page, rect in article.regions.items()],
        "rights": story.rights.notice,
        "embargo": _day(story.rights),
        "pictures": [picture.data() for picture in article.pictures],
        "text": article.text,
        "stretches": [
            [one.page, one.block, one.role, one.start, one.end, *rect_data(one.rect)] for one in article.stretches
        ],
    }
