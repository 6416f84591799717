"""Every page of every feature's site: valid, its links lead somewhere, and not a character is lost or added."""

import json
from itertools import pairwise

import pytest

from layout.edition.data import StandingTable
from layout.edition.model import Emphasis, TextKind
from tests.editions.samples import SAMPLES
from tests.epaper.sites import (
    addresses,
    by_id,
    composed,
    feature,
    made,
    of_class,
    parsed,
    said,
    sample,
    target,
    whole,
)
from tests.features.editions import FEATURES

HEADS = {"kicker": "kicker", "deck": "deck", "summary": "summary", "byline": "byline", "label": "label"}


def pages(name):
    _, _, files = feature(name)
    return {path: parsed(data) for path, data in files.items() if path.endswith(".html")}


@pytest.mark.parametrize("name", FEATURES)
def test_pages_are_valid_and_every_link_leads_to_a_file(name):
    _, _, files = feature(name)
    for path, page in pages(name).items():
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path
        assert page.get("lang") == "zh-CN"
        assert all(image.get("alt") is not None for image in page.iter("img")), path
        for address in addresses(page):
            assert target(path, address) in files or address == "#main", (path, address)


@pytest.mark.parametrize("name", FEATURES)
def test_every_character_of_every_story_stands_in_its_article_in_order(name):
    _hold_against_stories(*feature(name))


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_every_character_of_the_sample_editions_too(name):
    _hold_against_stories(*sample(name))


def _hold_against_stories(composition, contents, files):
    stories = {article.story.id: article for article in contents.articles if article.story}
    assert stories.keys() == {story for page in composition.edition.pages for story in page.story_names}
    for id_, article in stories.items():
        story = composition.edition.stories[id_]
        page = parsed(next(data for path, data in files.items() if path.endswith(f"/{article.file}")))
        (heading,) = page.iter("h1")
        if story.headline:
            assert said(heading) == story.headline.text
        for field, class_ in HEADS.items():
            words = getattr(story, field)
            assert [said(element) for element in of_class(page, class_)] == ([words.text] if words else [])
        written = [said(element) for element in _paragraphs(by_id(page, "ozoom"))]
        assert written == list(_expected(story)), id_


def _paragraphs(body):
    for element in body:
        if element.tag in {"p", "h2"}:
            yield element
        else:
            yield from (cell for cell in element.iter() if cell.tag in {"caption", "th", "td"})


def _expected(story):
    """The paragraphs; the lines of a stanza are one."""
    stanza = ""
    for paragraph in story.body:
        if stanza and paragraph.kind is not TextKind.VERSE:
            yield stanza
            stanza = ""
        if paragraph.kind in {TextKind.VERSE, TextKind.STANZA}:
            stanza += paragraph.text
        else:
            yield paragraph.text
    if stanza:
        yield stanza


@pytest.mark.parametrize("name", FEATURES)
def test_captions_credits_and_alt_texts_stand_with_the_pictures(name):
    _, contents, files = feature(name)
    for article in contents.articles:
        page = parsed(next(data for path, data in files.items() if path.endswith(f"/{article.file}")))
        figures = list(page.iter("figure"))
        assert len(figures) == len(article.illustrations)
        for figure, one in zip(figures, article.illustrations, strict=True):
            texts = [said(element) for element in (*of_class(figure, "caption"), *of_class(figure, "credit"))]
            assert texts == [words for words in (one.caption, one.credit) if words]
            alts = [image.get("alt") for image in figure.iter("img")]
            if isinstance(one.data, StandingTable):
                assert not alts and len(list(figure.iter("table"))) == 1
            else:
                assert alts == [shown.alt for shown in one.shown] and all(alts)


def test_a_story_on_two_pages_is_one_article_that_names_both():
    _, contents, files = feature("jumps")
    (article,) = [one for one in contents.articles if len(one.pages) > 1]
    page = parsed(files[f"pc/content/202603/20/{article.file}"])
    (place,) = of_class(page, "place")
    assert all(name in said(place) for name in article.pages)
    lists = [by_id(page, "titleList") for path, page in pages("jumps").items() if "/layout/" in path]
    assert {note for one in lists for note in ("上接", "下转") if note in said(one)} == {"上接", "下转"}


def test_marks_of_emphasis_and_readings_are_kept():
    kept = set()
    for name in FEATURES:
        _, contents, files = feature(name)
        for article in contents.articles:
            if article.story:
                page = parsed(next(data for path, data in files.items() if path.endswith(f"/{article.file}")))
                written = list(_written_marks(article.story))
                assert list(_shown_marks(by_id(page, "ozoom"))) == written, (name, article.story.id)
                kept |= {mark for mark, _, _ in written}
    assert kept >= {"reading", "strong", "opening"}


def _written_marks(story):
    """Every mark of a story with its characters, and how they are read; a reading is one character's."""
    for paragraph in story.body:
        for stretch in paragraph.stretches:
            text = paragraph.text[stretch.start : stretch.end]
            if stretch.emphasis is Emphasis.READING:
                yield from (
                    ("reading", character, said) for character, said in zip(text, stretch.readings, strict=True)
                )
            else:
                yield stretch.emphasis.value, text, ""


def _shown_marks(body):
    marks = {"ruby": "reading", "em": "dots", "u": "name", "cite": "title"}
    for element in body.iter():
        if element.tag in {*marks, "strong", "span"}:
            yield marks.get(element.tag, element.get("class")), said(element), element.findtext("rt") or ""


def test_tables_are_tables_and_charts_have_their_numbers():
    _, contents, _ = feature("chart")
    tables = [table for page in pages("chart").values() for table in page.iter("table") if list(page.iter("details"))]
    assert len(tables) == sum(len(article.illustrations) for article in contents.articles)
    assert any(said(cell) == "1840" for table in tables for cell in table.iter("td"))
    heads = [
        cell for page in pages("standing-table").values() for cell in page.iter("th") if cell.get("scope") == "col"
    ]
    assert heads


def test_articles_follow_each_other_and_pages_too():
    _, contents, files = feature("development-zone")
    files_of = [article.file for article in contents.articles]
    for before, after in pairwise(files_of):
        links = {a.get("rel"): a.get("href") for a in parsed(files[f"pc/content/202603/20/{before}"]).iter("a")}
        assert links["next"] == after
        links = {a.get("rel"): a.get("href") for a in parsed(files[f"pc/content/202603/20/{after}"]).iter("a")}
        assert links["prev"] == before


def test_no_address_is_absolute_unless_the_site_has_one():
    _, contents, files = feature("jumps")
    assert not any(b"https://" in data.replace(b"https://schema.org", b"") for data in files.values())
    edition, composition = composed("jumps")
    public = whole(made(edition, composition, "https://paper.example/"), "https://paper.example/")
    article = contents.articles[0]
    page = public[f"pc/content/202603/20/{article.file}"].decode()
    assert f'<link rel="canonical" href="https://paper.example/pc/content/202603/20/{article.file}">' in page
    listed = public["sitemap.xml"].decode()
    assert all(f"/{article.file}</loc>" in listed for article in contents.articles)
    assert "sitemap.xml" not in files


def test_an_article_is_data_for_machines():
    _, contents, files = feature("jumps")
    article = next(one for one in contents.articles if one.story and one.story.byline)
    page = parsed(files[f"pc/content/202603/20/{article.file}"])
    (script,) = [one for one in page.iter("script") if one.get("type") == "application/ld+json"]
    data = json.loads(script.text)
    assert (data["@type"], data["headline"], data["printPage"]) == (
        "NewsArticle",
        article.title,
        "、".join(article.pages),
    )


def test_the_search_data_hold_every_word():
    _, contents, files = feature("table")
    script = files["pc/content/202603/20/search.js"].decode()
    entries = json.loads(script[script.index("[\n") : script.rindex(");")])
    assert [entry["file"] for entry in entries] == [article.file for article in contents.articles]
    for entry, article in zip(entries, contents.articles, strict=True):
        assert all(paragraph.text in entry["text"] for paragraph in article.story.body)
