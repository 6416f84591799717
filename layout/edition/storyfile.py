"""A story file: front matter between two lines of ---, then the body."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from layout.diagnostics import Sink, Span
from layout.edition.copytext import Body, read_body
from layout.edition.files import Files
from layout.edition.findings import EMPTY_STORY, HEAD_LINES, NO_FRONT_MATTER
from layout.edition.form import STORY
from layout.edition.model import Picture, Story, Words
from layout.edition.rights import OWN, read_rights
from layout.source.document import Document, read_document
from layout.source.record import Item, Reader, Record
from layout.source.yamltree import compose_yaml

# What is set line by line where the file gives several lines.
_IN_LINES = {"headline", "text", "kicker", "deck", "byline"}


def read_story(path: Path, named_by: Span, encoding: str, files: Files) -> Story | None:
    """The story of a file, or None with the mistakes reported."""
    document = read_document(path, files.sink, named_by, encoding)
    story = story_of(document, files) if document else None
    return replace(story, encoding=encoding) if story else None


def story_of(document: Document, files: Files) -> Story | None:
    """The story of a document, or None with the mistakes reported."""
    sink, path = files.sink, document.path
    end = _front_matter_end(document)
    if end is None:
        sink.report(NO_FRONT_MATTER, document.span(1, 1))
        return None
    front = Document(path, "\n".join(document.lines[1 : end - 1]))
    node = compose_yaml(front, sink, first_line=2)
    record = Reader(front, sink, first_line=2).record(node, STORY) if node else None
    if record is None:
        return None
    _report_lines(record, sink)
    dateline = _filled(record, "dateline")
    if dateline:
        dateline = Item(on_one_line(dateline.value), dateline.span)
    body = read_body(document, end + 1, dateline, sink, verse=record.get("form", "prose") == "verse")
    if not body.paragraphs:
        sink.report(EMPTY_STORY, document.span(end, 1), story=path.stem)
    return _story(path, record, body, files)


def _front_matter_end(document: Document) -> int | None:
    """The number of the line that closes the front matter."""
    lines = document.lines
    if lines[0].strip() != "---":
        return None
    return next((number for number, line in enumerate(lines[1:], 2) if line.strip() == "---"), None)


def _report_lines(record: Record, sink: Sink) -> None:
    """Tell of lines and tabs inside a head's words: they may have been pasted in."""
    for key in sorted(_IN_LINES & record.items.keys()):
        item = record.items[key]
        texts = [one.value for one in item.value] if isinstance(item.value, tuple) else [item.value]
        lines, tabs = max((len(_lines(text)) for text in texts), default=0), sum(text.count("\t") for text in texts)
        if lines > 1 or tabs:
            sink.report(HEAD_LINES, item.span, key, key=key, lines=lines, tabs=tabs)


def _story(path: Path, record: Record, body: Body, files: Files) -> Story:
    return Story(
        id=path.stem,
        path=path,
        span=record.span,
        headline=words(record, "headline"),
        kicker=words(record, "kicker"),
        deck=words(record, "deck"),
        summary=words(record, "summary"),
        byline=words(record, "byline"),
        label=words(record, "label"),
        body=body.paragraphs,
        tables=body.tables,
        pictures=tuple(_pictures(record, path, files)),
        short=record.get("short", ""),
        rights=read_rights(record),
        logo=files.find(record["logo"], record.at("logo"), path, "logo") if "logo" in record else None,
    )


def _pictures(record: Record, path: Path, files: Files) -> list[Picture]:
    found = []
    for picture in record.records("pictures"):
        if "picture" not in picture:
            continue
        file = files.find(picture["picture"], picture.at("picture"), path, "picture")
        if file:
            found.append(picture_of(file, picture))
    return found


def picture_of(file: Path, record: Record, fallback: Picture | None = None) -> Picture:
    """A picture with the words of its record, or those of `fallback` where the record has none."""
    return Picture(
        file,
        record.at("picture") if "picture" in record else record.span,
        words(record, "caption") or (fallback.caption if fallback else None),
        words(record, "credit") or (fallback.credit if fallback else None),
        record.get("alt", fallback.alt if fallback else ""),
        record.get("page", fallback.page if fallback else None),
        rights=read_rights(record, fallback.rights if fallback else OWN),
    )


def words(record: Record, key: str) -> Words | None:
    """A short text of a record: one line, or a list of them."""
    item = _filled(record, key)
    if item is None:
        return None
    written = [line.value for line in item.value] if isinstance(item.value, tuple) else [item.value]
    if key not in _IN_LINES:
        return Words(tuple(on_one_line(text) for text in written), item.span)
    return Words(tuple(" ".join(line.split("\t")).strip() for text in written for line in _lines(text)), item.span)


def on_one_line(text: str) -> str:
    """A text that the file has on several lines as one: Han is joined as it is, Western words by a space."""
    lines = [line.replace("\t", " ") for line in _lines(text)]
    joined = lines[0]
    for line in lines[1:]:
        joined += (" " if joined[-1:].isascii() and line[:1].isascii() else "") + line
    return joined


def _lines(text: str) -> list[str]:
    """The lines of a text that have anything in them; a text of one line as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in text:
        return [text]
    return [line.strip() for line in text.split("\n") if line.strip()]


def _filled(record: Record, key: str) -> Item | None:
    item = record.items.get(key)
    return item if item and (item.value if isinstance(item.value, tuple) else str(item.value).strip()) else None
