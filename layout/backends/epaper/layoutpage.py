"""The pages of an edition (版面): picture, zones, list of titles, the other pages."""

from __future__ import annotations

from msgspec import Struct

from layout.backends.epaper.addresses import CONTENT, UP
from layout.backends.epaper.articles import Article
from layout.backends.epaper.model import Issue, Sheet
from layout.backends.epaper.templates import rendered


class Entry(Struct, frozen=True):
    """A line in a page's list of titles: the article, and where it comes from or goes on."""

    title: str
    href: str
    file: str
    note: str = ""


def layout_page(sheet: Sheet, issue: Issue) -> bytes:
    """The page of a page."""
    number = issue.sheets.index(sheet)
    return rendered(
        "layout.html",
        root=UP,
        issue=issue,
        sheet=sheet,
        entries=entries(sheet, issue),
        adverts=[zone.label for zone in sheet.zones if not zone.href],
        before=issue.sheets[number - 1] if number else None,
        after=issue.sheets[number + 1] if number + 1 < len(issue.sheets) else None,
        canonical=f"{issue.site}{issue.layout(sheet)}" if issue.site else "",
    )


def entries(sheet: Sheet, issue: Issue) -> list[Entry]:
    """The titles on a page."""
    return [
        Entry(article.title, f"{UP}{CONTENT}/{issue.path}/{article.file}", article.file, _note(article, sheet.name))
        for article in issue.contents.on(sheet.name)
    ]


def _note(article: Article, page: str) -> str:
    at = article.pages.index(page)
    if article.story is None:
        others = "、".join(one for one in article.pages if one != page)
        return f"与{others}版连版" if others else ""
    if at:
        return f"上接{article.pages[at - 1]}版"
    return f"下转{article.pages[1]}版" if len(article.pages) > 1 else ""
