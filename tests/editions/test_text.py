"""Every character of every story comes out of the PDFs, in order, once.

Text is read in the order it is drawn, which is the reading order; a reader that sorts by place may take a large head
and the deck under it for one line.
"""

from __future__ import annotations

import re

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from layout.edition.model import Page, Story
from layout.text.normalize import normalise
from tests.editions.samples import SAMPLES, composition, loaded, pdfs

_BODY = {"paragraph", "subhead", "cell", "table_title"}
_READING = re.compile("（[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+）")


def squeezed(text: str) -> str:
    """The text without white space and bracketed readings; a two-em dash counts as the two dashes it stands for."""
    return _READING.sub("", "".join(text.replace("\u2e3a", "——").split()))


@pytest.fixture(scope="module", params=SAMPLES)
def pages(request) -> tuple[str, list[str]]:
    made = pdfs(request.param)
    whole = max(made, key=lambda file: len(made[file]))
    document = pypdfium2.PdfDocument(made[whole])
    texts = []
    for page in document:
        drawn = page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], max_depth=3, textpage=page.get_textpage())
        texts.append(squeezed("".join(item.extract() for item in drawn)))
    return request.param, texts


def short_words(story: Story) -> list[str]:
    """The headline parts and the byline, each as one string."""
    words = [story.kicker, story.headline, story.deck, story.summary, story.byline, story.label]
    return [squeezed(normalise(word.text).text) for word in words if word]


def test_every_story_is_on_its_pages_whole_and_in_order(pages):
    name, texts = pages
    edition = loaded(name).edition
    for story in edition.stories.values():
        on_pages = [
            text
            for page, text in zip(edition.pages, texts, strict=True)
            if any(place.story == story.id for place in page.stories) or story.id in _at_fold(page)
        ]
        together = "".join(on_pages)
        for word in short_words(story):
            assert word in together, f"{story.id}: {word}"
        start = 0
        for paragraph in story.body:
            body = squeezed(normalise(paragraph.text).text)
            start = _find(body, together, start, story.id) + len(body)


def _at_fold(page: Page) -> set[str]:
    return {notice.story for notice in page.fold.notices} if page.fold else set()


def _find(body: str, text: str, start: int, story: str) -> int:
    """Where a paragraph stands after `start`; it may be parted once, by a jump line and the head repeated after it."""
    at = text.find(body, start)
    if at >= 0:
        return at
    for cut in range(len(body) - 1, 0, -1):
        first = text.find(body[:cut], start)
        if first >= 0 and "下转" in text[first + cut : first + cut + 12]:
            second = text.find(body[cut:], first + cut)
            assert second >= 0, f"{story}: {body[cut:]}"
            return second - cut
    raise AssertionError(f"{story}: {body}")


def test_every_caption_is_on_its_page(pages):
    name, texts = pages
    for page, text in zip(loaded(name).edition.pages, texts, strict=True):
        for place in [*page.pictures, *(picture for story in page.stories for picture in story.pictures)]:
            if place.spread and not place.spread.is_left:
                continue  # the words of a spread stand under its left half
            for words in (place.picture.caption, place.picture.credit):
                if words:
                    assert squeezed(words.text) in text


def test_each_body_character_is_drawn_once(pages):
    """Counted over the display list: as many characters as the stories have, fillers with them."""
    name, _ = pages
    drawn = "".join(
        item.glyphs.text
        for page in composition(name).pages
        for item in page.items
        if hasattr(item, "glyphs") and composition(name).parts[item.part].role.value in _BODY
    )
    written = "".join(
        normalise(paragraph.text).text
        for story in composition(name).edition.stories.values()
        for paragraph in story.body
    )
    assert sorted(squeezed(drawn)) == sorted(squeezed(written))


def test_names_in_a_byline_stay_apart():
    drawn = "".join(
        item.glyphs.text
        for item in composition("2026-03-20").pages[0].items
        if hasattr(item, "glyphs") and composition("2026-03-20").parts[item.part].role.value == "byline"
    )
    assert "本报记者 贺兰舟 司徒澄" in drawn
