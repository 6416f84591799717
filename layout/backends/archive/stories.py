"""Stories for other programs and for people: ninjs 3 and plain Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from layout.backends.archive.articles import Article, ArticlePicture
from layout.backends.archive.facts import EditionFacts
from layout.backends.files import json_bytes
from layout.edition.model import Story, Table, TextKind

_SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
_HEADS = ("kicker", "headline", "deck", "summary")


def ninjs(article: Article, edition: EditionFacts) -> bytes:
    """A story as a news item of ninjs 3.1."""
    story = article.story
    body = "\n".join(paragraph.text for paragraph in story.body)
    made: dict[str, Any] = {
        "standard": {"name": "ninjs", "version": "3.1", "schema": _SCHEMA},
        "uri": f"{edition.base}/stories/{story.id}.json",
        "type": "text",
        "version": str(edition.version),
        "versionCreated": edition.time,
        "firstCreated": edition.time,
        "language": edition.language,
        "pubStatus": "usable",
        "title": article.title,
        "headlines": [
            {"role": role, "value": words.text} for role in _HEADS if (words := getattr(story, role)) is not None
        ],
        "bodies": [{"role": "main", "contentType": "text/plain", "charCount": len(body), "value": body}],
        "people": [{"name": person, "rel": "author"} for person in article.people],
        "copyrightHolder": edition.publication,
        "copyrightNotice": story.rights.notice or edition.rights,
        "altIds": [
            {"role": "edition", "value": edition.identifier},
            *({"role": "page", "value": page} for page in article.regions),
        ],
    }
    if story.byline:
        made["by"] = " ".join(story.byline.lines)
    if story.rights.embargo:
        made["embargoedUntil"] = f"{story.rights.embargo.isoformat()}T00:00:00+08:00"
    if article.pictures:
        made["associations"] = [_association(number, one, edition) for number, one in enumerate(article.pictures, 1)]
    return json_bytes(made)


def _association(number: int, picture: ArticlePicture, edition: EditionFacts) -> dict[str, Any]:
    item: dict[str, Any] = {
        "name": f"picture-{number}",
        "uri": f"{edition.base}/{picture.path}",
        "type": "picture",
        "title": picture.file,
        "descriptions": [{"role": "alt", "value": picture.alt or picture.caption}],
    }
    if picture.caption:
        item["descriptions"].append({"role": "caption", "value": picture.caption})
    if picture.credit:
        item["by"] = picture.credit
    item["copyrightNotice"] = picture.rights.notice or edition.rights
    if picture.rights.embargo:
        item["embargoedUntil"] = f"{picture.rights.embargo.isoformat()}T00:00:00+08:00"
    return item


def markdown(article: Article, edition: EditionFacts) -> bytes:
    """A story as a person reads it: its head, who wrote it, where it stood, its text and its captions."""
    return ("\n\n".join(_paragraphs(article, edition)) + "\n").encode()


def _paragraphs(article: Article, edition: EditionFacts) -> Iterator[str]:
    story = article.story
    if story.kicker:
        yield story.kicker.text
    yield f"# {article.title}"
    if story.deck:
        yield f"**{story.deck.text}**"
    yield f"{edition.title} {'、'.join(article.regions)}"
    if story.byline:
        yield " ".join(story.byline.lines)
    if story.summary:
        yield f"> {story.summary.text}"
    tables = {table.first: table for table in story.tables}
    within = {index for table in story.tables for index in range(table.first, table.end)}
    for index, paragraph in enumerate(story.body):
        if index in tables:
            yield _table(story, tables[index])
        elif index not in within:
            yield f"## {paragraph.text}" if paragraph.kind is TextKind.SUBHEAD else paragraph.text
    for picture in article.pictures:
        yield f"![{picture.alt}](../{picture.path})\n{picture.caption} {picture.credit}".rstrip()
    yield f"—— {story.rights.notice or edition.rights}"


def _table(story: Story, table: Table) -> str:
    width = len(table.aligns)
    rows = [
        "| " + " | ".join(story.body[table.cell(row, column)].text for column in range(width)) + " |"
        for row in range(table.rows)
    ]
    return "\n".join([rows[0], "|" + " --- |" * width, *rows[1:]])
