"""The page of an article: its words whole, its pictures, where it stands, and the articles before and after it."""

from __future__ import annotations

from msgspec import Struct

from layout.backends.epaper.addresses import UP
from layout.backends.epaper.articles import Article, Illustration, Shown
from layout.backends.epaper.body import Grid, numbers, passages, standing
from layout.backends.epaper.layoutpage import entries
from layout.backends.epaper.model import Issue
from layout.backends.epaper.pictures import Gallery, PictureFile
from layout.backends.epaper.structured import news_article
from layout.backends.epaper.templates import rendered
from layout.edition.data import Chart, StandingTable
from layout.edition.model import Words

_DESCRIBED = 120


class Figure(Struct, frozen=True):
    """An illustration for the page: pictures with their alt texts, or a table; `numbers` are those of a chart."""

    pictures: tuple[tuple[PictureFile, str], ...]
    caption: str
    credit: str
    table: Grid | None = None
    numbers: Grid | None = None


def article_page(article: Article, issue: Issue, gallery: Gallery) -> bytes:
    """The page of an article."""
    story = article.story
    figures = [_figure(one, gallery) for one in article.illustrations]
    files = [picture.jpeg for figure in figures for picture, _ in figure.pictures]
    articles = issue.contents.articles
    number = articles.index(article)
    sheet = issue.by_page[article.pages[0]]
    address = issue.content(article)
    return rendered(
        "article.html",
        root=UP,
        issue=issue,
        article=article,
        story=story,
        head=_lines(story.headline if story else None) or (article.title,),
        passages=passages(story) if story else (),
        figures=figures,
        sheet=sheet,
        places=[issue.by_page[page] for page in article.pages],
        entries=entries(sheet, issue),
        before=articles[number - 1] if number else None,
        after=articles[number + 1] if number + 1 < len(articles) else None,
        description=_description(article),
        data=news_article(article, issue, address, files),
        canonical=f"{issue.site}{address}" if issue.site else "",
    )


def _figure(illustration: Illustration, gallery: Gallery) -> Figure:
    words = illustration.caption, illustration.credit
    match illustration.data:
        case StandingTable():
            return Figure((), *words, table=standing(illustration.data))
        case Chart():
            return Figure(_pictures(illustration.shown, gallery), *words, numbers=numbers(illustration.data))
        case _:
            return Figure(_pictures(illustration.shown, gallery), *words)


def _pictures(shown: tuple[Shown, ...], gallery: Gallery) -> tuple[tuple[PictureFile, str], ...]:
    return tuple((gallery.shown(one), one.alt) for one in shown)


def _lines(words: Words | None) -> tuple[str, ...]:
    return words.lines if words else ()


def _description(article: Article) -> str:
    """What the article is about in a line: its summary, deck or beginning."""
    story = article.story
    if story is None:
        return article.illustrations[0].caption
    words = story.summary or story.deck
    text = words.text if words else "".join(paragraph.text for paragraph in story.body[:2])
    return text[:_DESCRIBED]
