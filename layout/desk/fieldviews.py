"""The fields of a story as the desk shows and edits them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from layout.desk.edits import BODY, LINES, read, read_file
from layout.desk.words import words
from layout.edition.form import STORY
from layout.edition.model import Paragraph, Story, TextKind
from layout.edition.pictureform import PICTURE_WORDS
from layout.report import Language
from layout.source.fields import FieldError, Value, Way

_HEADS = ("label", "kicker", "headline", "deck", "summary", "byline", "dateline", "short")
_OF_PICTURES = ("caption", "credit", "alt")
_IN_LINES = {"kicker", "headline", "deck", "byline"}
_TABLES = {TextKind.CELL, TextKind.TABLE_TITLE}


class FieldView(Struct, frozen=True):
    """A field: its file, the way there, what it says, and how it is shown.

    `lines` says that every line is an item of its own; `was` is the value as the browser sends it back.
    """

    file: str
    way: Way
    label: str
    value: Value
    lines: bool = False
    tall: bool = False

    @property
    def path(self) -> str:
        """The way as JSON."""
        return json.dumps(self.way)

    @property
    def was(self) -> str:
        """The value as JSON."""
        return json.dumps(self.value, ensure_ascii=False)

    @property
    def text(self) -> str:
        """The value as a text area shows it."""
        if self.value is None:
            return ""
        return self.value if isinstance(self.value, str) else "\n".join(self.value)

    @property
    def name(self) -> str:
        """A name for the form in the page."""
        return "-".join(map(str, self.way))

    @property
    def rows(self) -> int:
        """How high the text area is."""
        if self.tall:
            return min(24, 4 + len(self.text) // 26)
        return max(1, min(6, self.text.count("\n") + 1 + len(self.text) // 30))


def value_of(text: str, lines: bool, was: Value) -> Value:
    """What a text area says, as a value: nothing takes the key away, several lines of a head are a list."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return None
    if not lines:
        return text if isinstance(was, str) and "\n" in was else text.strip("\n")
    items = tuple(line.strip() for line in text.split("\n") if line.strip())
    return items[0] if len(items) == 1 and not isinstance(was, tuple) else items


def fields(story: Story, file: str, language: Language) -> Iterator[FieldView]:
    """The fields of a story's front matter, and its body."""
    text = read_file(story.path)
    for key in STORY.keys:
        if key.name in _HEADS:
            label = key.alias if language == "zh" else key.name
            yield _view(text, file, (key.name,), label, lines=key.name in _IN_LINES)
    for number in range(len(story.pictures)):
        for key in PICTURE_WORDS:
            if key.name in _OF_PICTURES:
                label = key.alias if language == "zh" else key.name
                yield _view(text, file, ("pictures", number, key.name), f"{number + 1} {label}")
        yield _view(text, file, ("pictures", number, "picture"), f"{number + 1} {_label('pictures', language)}")
    yield _view(text, file, (BODY,), words(language)["body"], tall=True)


def part_field(story: Story, file: str, part: str, language: Language) -> FieldView | None:
    """The field that a part of a page shows (`headline-0`, `paragraph-3`, `caption-0`); None when it is none.

    Of several pictures a page does not say which of the front matter's one is; their words are edited beside it.
    """
    role, _, rank = part.rpartition("-")
    text = read_file(story.path)
    if role in _HEADS:
        return _view(text, file, (role,), _label(role, language), lines=role in _IN_LINES)
    if role in _OF_PICTURES and len(story.pictures) == 1:
        return _view(text, file, ("pictures", 0, role), _label(role, language))
    if role in {"paragraph", "subhead"}:
        paragraph = _paragraph(story, role, int(rank))
        lines = _lines_of(paragraph, text) if paragraph else None
        if lines:
            return _view(text, file, (LINES, *lines), words(language)["paragraph"], tall=True)
    return None


def _paragraph(story: Story, role: str, rank: int) -> Paragraph | None:
    wanted = [
        paragraph
        for paragraph in story.body
        if paragraph.kind not in _TABLES and (paragraph.kind is TextKind.SUBHEAD) == (role == "subhead")
    ]
    return wanted[rank] if rank < len(wanted) else None


def _lines_of(paragraph: Paragraph, text: str) -> tuple[int, int] | None:
    """The lines of the file that a paragraph stands in, from its first to its last that is not blank."""
    lines = text.splitlines()
    fence = next((number for number, line in enumerate(lines[1:], 2) if line.strip() == "---"), len(lines))
    own = [line for line, _ in paragraph.origins if line > fence]
    if not own:
        return None
    first, last = min(own), max(own)
    while last < len(lines) and lines[last].strip():
        last += 1
    while first - 1 > fence and lines[first - 2].strip():
        first -= 1
    return first, last


def _view(text: str, file: str, way: Way, label: str, *, lines: bool = False, tall: bool = False) -> FieldView:
    try:
        value = read(text, "story", way)
    except FieldError:
        value = None
    return FieldView(file, way, label, value, lines, tall)


def _label(name: str, language: Language) -> str:
    key = next(key for key in (*STORY.keys, *PICTURE_WORDS) if key.name == name)
    return key.alias if language == "zh" else key.name


def relative_file(path: Path, root: Path) -> str:
    """A file as edits name it: from the newsroom's root."""
    return path.resolve().relative_to(root.resolve()).as_posix()
