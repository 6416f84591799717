"""An article as data for machines (schema.org NewsArticle, JSON-LD)."""

from __future__ import annotations

from typing import Any

from layout.backends.epaper.articles import Article
from layout.backends.epaper.model import Issue
from layout.edition.people import people_of


def news_article(article: Article, issue: Issue, address: str, pictures: list[str]) -> dict[str, Any]:
    """The data of an article; addresses are in it only when the site has one."""
    story, edition = article.story, issue.edition
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "inLanguage": "zh-CN",
        "datePublished": edition.date.isoformat(),
        "printEdition": edition.name,
        "printPage": "、".join(article.pages),
        "printSection": issue.section(article.pages[0]),
        "publisher": {"@type": "NewsMediaOrganization", "name": issue.paper},
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": str(edition.number),
            "datePublished": edition.date.isoformat(),
            "isPartOf": {"@type": "Newspaper", "name": issue.paper},
        },
    }
    if story:
        if story.deck:
            made["alternativeHeadline"] = story.deck.text
        if story.summary:
            made["description"] = story.summary.text
        if people := people_of(story.byline):
            made["author"] = [{"@type": "Person", "name": name} for name in people]
        if story.rights.notice:
            made["copyrightNotice"] = story.rights.notice
    if issue.site:
        made["url"] = made["mainEntityOfPage"] = issue.site + address
        if pictures:
            made["image"] = [issue.site + file for file in pictures]
    return made
