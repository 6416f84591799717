"""Edits of a newsroom's files: a field of a story or a manifest, a paragraph, a body. Each says what it found there.

An edit is made only where the file still says what its editor read; whatever else changed in the file stays.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

from layout.edition.form import MANIFEST, STORY
from layout.source.fields import FieldError, Value, Way, field_of, with_field

BODY = "body"
LINES = "lines"
# A front matter is closed by a line of its own.
_FENCE = "---"


class Change(Struct, frozen=True):
    """One place of a file: the way there, what the editor read, and what it is to be.

    The way is that of a field; (`body`,) is a story's text, (`lines`, 3, 5) the third to the fifth line of its file.
    """

    way: Way
    was: Value
    now: Value


class Edit(Struct, frozen=True):
    """Changes of one file (named from the newsroom's root) that belong together."""

    file: str
    kind: Literal["story", "manifest"]
    changes: tuple[Change, ...]

    @property
    def undone(self) -> Edit:
        """The edit that takes this one back."""
        turned = tuple(Change(change.way, change.now, change.was) for change in reversed(self.changes))
        return Edit(self.file, self.kind, turned)


class ConflictError(Exception):
    """The file does not say what the editor read; `there` is what it says, `way` where."""

    def __init__(self, way: Way, there: Value) -> None:
        super().__init__(f"{way}: {there!r}")
        self.way = way
        self.there = there


def made(edit: Edit, data: bytes) -> bytes:
    """A file's bytes with an edit made.

    Raises ConflictError, FieldError where it cannot be set, and UnicodeDecodeError for a file that is not UTF-8.
    """
    text = data.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix("\ufeff")
    for change in edit.changes:
        there = read(text, edit.kind, change.way)
        if there != change.was:
            raise ConflictError(change.way, there)
        text = _with(text, edit.kind, change)
    return (mark + text).encode("utf-8")


def read_file(path: Path) -> str:
    """The text of a source as edits see it, without a byte order mark."""
    return path.read_bytes().decode("utf-8").removeprefix("\ufeff")


def read(text: str, kind: str, way: Way) -> Value:
    """What a place of a file says now.

    Raises FieldError when there is no such place.
    """
    if kind == "manifest":
        return field_of(text, MANIFEST, way)
    start, end = _front(text)
    match way:
        case ("body",):
            return _lf(text[_body(text, end) :])
        case ("lines", int(first), int(last)):
            return _lf(text[slice(*_lines(text, first, last))])
        case _:
            return field_of(text[start:end], STORY, way)


def _with(text: str, kind: str, change: Change) -> str:
    if kind == "manifest":
        return with_field(text, MANIFEST, change.way, change.now)
    start, end = _front(text)
    match change.way:
        case ("body",):
            return text[: _body(text, end)] + _as_in(text, _words(change))
        case ("lines", int(first), int(last)):
            begin, until = _lines(text, first, last)
            return text[:begin] + _as_in(text, _words(change)) + text[until:]
        case _:
            return text[:start] + with_field(text[start:end], STORY, change.way, change.now) + text[end:]


def _words(change: Change) -> str:
    if not isinstance(change.now, str) or not change.now.strip():
        raise FieldError("正文不能空着", "text cannot be empty")
    return change.now


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n")


def _as_in(text: str, words: str) -> str:
    """Words with the file's own line ends."""
    return _lf(words).replace("\n", "\r\n") if "\r\n" in text else _lf(words)


def _front(text: str) -> tuple[int, int]:
    """Where the front matter stands: after its first fence, before its last."""
    lines = text.splitlines(keepends=True)
    if lines and lines[0].strip() == _FENCE:
        at = len(lines[0])
        for line in lines[1:]:
            if line.strip() == _FENCE:
                return len(lines[0]), at
            at += len(line)
    raise FieldError("稿件没有文件头", "the story has no front matter")


def _body(text: str, end: int) -> int:
    """Where the body starts: behind the fence and the blank lines after it."""
    at = text.find("\n", end) + 1 or len(text)
    return at + len(text[at:]) - len(text[at:].lstrip("\r\n"))


def _lines(text: str, first: int, last: int) -> tuple[int, int]:
    """The characters of some lines, counted from 1, without the line end of the last."""
    lines = text.splitlines(keepends=True)
    if not 1 <= first <= last <= len(lines):
        raise FieldError("文件里已经没有这几行", "the file has no such lines now")
    start = sum(map(len, lines[: first - 1]))
    whole = "".join(lines[first - 1 : last])
    return start, start + len(whole.rstrip("\r\n"))
