"""A draft as a story file, read back and compared character by character before it is given away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from layout.diagnostics import Diagnostic, Severity, Sink, Span
from layout.edition.files import Files
from layout.edition.model import Story
from layout.edition.storyfile import story_of
from layout.intake.findings import NO_HEADLINE, NOT_CARRIED, NOT_TAKEN, READ_AS, WOULD_BE_LOST
from layout.intake.model import Draft, IntakeError
from layout.intake.plain import read_text
from layout.intake.word import read_word
from layout.paths import Workspace
from layout.source.document import Document

# A first line is taken for the headline when it is short and is no sentence.
_LONGEST_HEAD = 40
_SENTENCE = "。！？；，"
_WRITER = r"[■□]?(?:本报|特约|见习|实习)*(?:记者|通讯员|评论员)[\s：:]\s*\S.{0,60}"
_BYLINE = re.compile(rf"{_WRITER}|(?:文|作者|撰文)[/／：:]\s*\S.{{0,40}}")


class Taken(Struct, frozen=True):
    """A story file's text, None when it could not be made; and everything there is to say."""

    text: str | None
    found: tuple[Diagnostic, ...]


class _Parts(Struct, frozen=True):
    headline: str
    byline: str
    body: tuple[str, ...]


def take_in(path: Path, data: bytes, encoding: str | None = None) -> Taken:
    """The story of a file that came in (.docx, or a text in UTF-8, GB18030 or UTF-16)."""
    sink, span = Sink(), Span(path, 1, 1, 1, 2)
    try:
        draft = read_word(data) if path.suffix.lower() == ".docx" else read_text(data, encoding)
        if not draft.pieces:
            raise IntakeError("里面没有字", "there is no text in it")
    except IntakeError as error:
        sink.report(NOT_TAKEN, span, "file", file=path.name, reason_zh=error.zh, reason_en=error.en)
        return Taken(None, tuple(sink.found))
    if draft.encoding:
        sink.report(READ_AS, span, "file", file=path.name, encoding=draft.encoding)
    for lost in draft.lost:
        sink.report(
            NOT_CARRIED,
            span,
            "file",
            file=path.name,
            what_zh=lost.zh,
            what_en=lost.en,
            count=lost.count,
            characters=lost.characters,
        )
    text = _text(_parts(draft, path, sink))
    _compare(draft, text, path, sink)
    serious = any(found.severity is Severity.ERROR for found in sink.found)
    return Taken(None if serious else text, tuple(sink.found))


def _parts(draft: Draft, path: Path, sink: Sink) -> _Parts:
    first, *rest = draft.pieces
    short = len(first.text) <= _LONGEST_HEAD and first.text[-1] not in _SENTENCE and bool(rest)
    if first.sort != "headline" and not short:
        sink.report(NO_HEADLINE, Span(path, 1, 1, 1, 2), "headline", file=path.name)
        headline, rest = path.stem, [first, *rest]
    else:
        headline = first.text
    byline = ""
    if len(rest) > 1 and _BYLINE.fullmatch(rest[0].text):
        byline = rest.pop(0).text
    return _Parts(headline, byline, tuple(f"## {one.text}" if one.sort != "body" else one.text for one in rest))


def _text(parts: _Parts) -> str:
    byline = f"byline: {_quoted(parts.byline)}\n" if parts.byline else ""
    body = "\n\n".join(parts.body)
    return f"---\nheadline: {_quoted(parts.headline)}\n{byline}---\n{body}\n"


def _quoted(text: str) -> str:
    """A text as YAML in double quotes, which JSON's strings are."""
    return json.dumps(text, ensure_ascii=False)


def _compare(draft: Draft, text: str, path: Path, sink: Sink) -> None:
    """Hold the story, read as paiban reads it, against the draft: every character but white space, in order."""
    held = Sink()
    files = Files(path.parent, Workspace(path.parent), held)
    story = story_of(Document(path, text), files)
    errors = [found for found in held.found if found.severity is Severity.ERROR]
    sink.found += errors
    if story is None or errors:
        return
    own_head = story.headline.text if story.headline and story.headline.text != path.stem else ""
    read = list(_read_back(story, own_head))
    wanted = [_bare(piece.text) for piece in draft.pieces]
    for number, (before, after) in enumerate(zip(wanted, [*read, *[""] * len(wanted)], strict=False), 1):
        if before != after:
            at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(after))
            shown = before[max(at - 4, 0) : at + 8]
            sink.report(
                WOULD_BE_LOST, Span(path, number, 1, number, 2), "text", file=path.name, paragraph=number, text=shown
            )
            return


def _read_back(story: Story, headline: str) -> Iterator[str]:
    if headline:
        yield _bare(headline)
    if story.byline:
        yield _bare(story.byline.text)
    for paragraph in story.body:
        yield _bare(paragraph.text)


def _bare(text: str) -> str:
    return "".join(text.split())
