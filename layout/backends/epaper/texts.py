"""The words of an edition as a script that the search page loads: it is read from the file system too."""

from __future__ import annotations

import json
from typing import Any

from layout.backends.epaper.articles import Article
from layout.backends.epaper.model import Issue
from layout.edition.data import Chart, StandingTable


def texts(issue: Issue) -> bytes:
    """A call of the search page's function with every article's title, pages and words, a line an article."""
    entries = ",\n".join(_json(_entry(article)) for article in issue.contents.articles)
    return f"paibanTexts({_json(issue.path)}, [\n{entries}\n]);\n".encode()


def _entry(article: Article) -> dict[str, Any]:
    return {
        "file": article.file,
        "title": article.title,
        "pages": list(article.pages),
        "text": "\n".join(_words(article)),
    }


def _words(article: Article) -> list[str]:
    """Everything an article says but its title: its head, body and captions, tables and charts."""
    story = article.story
    found: list[str] = []
    if story:
        found += [words.text for words in (story.label, story.kicker, story.deck, story.summary, story.byline) if words]
        found += [paragraph.text for paragraph in story.body]
    for one in article.illustrations:
        if isinstance(one.data, StandingTable):
            found += [paragraph.text for paragraph in one.data.paragraphs]
        elif isinstance(one.data, Chart):
            found += [words.text for words in one.data.texts]
        found += [one.caption, one.credit]
    return [text for text in found if text]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
