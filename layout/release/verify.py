"""The proof repeated later: a folder of finished files held against its certificate and the sources."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from layout.api import load
from layout.diagnostics import Diagnostic, Kind, Span
from layout.edition.model import Edition, Paragraph, Story
from layout.paths import find_workspace
from layout.release.certificate import FILE, FORMAT, stories_of, text_hash
from layout.release.findings import (
    BYTES_DIFFER,
    FILE_MISSING,
    NO_CERTIFICATE,
    NO_SOURCES,
    PAGE_DIFFERS,
    SOURCE_CHANGED,
    STORY_DIFFERS,
)
from layout.release.printed import squeezed
from layout.release.proof import SHOWN, first_difference, unreadable
from layout.release.reading import UnreadableError, page_texts


class Verified(Struct, frozen=True):
    """What the proof found, and how much it looked at."""

    found: tuple[Diagnostic, ...]
    files: int = 0
    pages: int = 0
    stories: int = 0
    characters: int = 0


def verify(folder: Path, edition: Path | None = None, *, root: Path | None = None) -> Verified:
    """Read every file of a folder back and hold it against its certificate, and the certificate against the sources.

    `edition` is where the sources are; by default `issues/<edition>` of the newsroom.
    """
    try:
        made = _read(folder)
    except (OSError, ValueError, KeyError) as error:
        return Verified((_finding(NO_CERTIFICATE, Span(folder / FILE, 1, 1, 1, 2), reason=_reason(error)),))
    found: list[Diagnostic] = []
    read = {name: texts for name, entry in made["files"].items() if (texts := _texts(folder, name, entry, found))}
    for name, texts in read.items():
        found += _pages_differ(name, texts, made)
    sources = _sources(folder, edition, made, root)
    if sources is None:
        found.append(_finding(NO_SOURCES, None))
    else:
        for texts in read.values():
            found += _stories_differ(sources, texts, made)
    stories = [entry for entry in made["stories"].values() if _printed(entry)]
    return Verified(
        tuple(dict.fromkeys(found)),
        len(read),
        len(made["pages"]),
        len(stories),
        sum(map(_printed, stories)),
    )


def _printed(story: Mapping[str, Any]) -> int:
    """How many characters of a story stand on the pages that were made."""
    return int(story["characters"] - story["not_placed"] - story["elsewhere"])


def _read(folder: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((folder / FILE).read_text("utf-8"))
    known = isinstance(made, dict) and made.get("format") == FORMAT
    if not known or not all(isinstance(made[key], dict) for key in ("files", "pages", "stories")):
        raise ValueError(f"not a certificate of format {FORMAT}")
    return made


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)[:80]


def _texts(folder: Path, name: str, entry: Mapping[str, Any], found: list[Diagnostic]) -> dict[str, str] | None:
    """The pages of a file with their text; what is wrong with the file itself is added to `found`."""
    path = folder / name
    if Path(name).name != name or not path.is_file():
        found.append(_finding(FILE_MISSING, Span(folder / FILE, 1, 1, 1, 2), file=name))
        return None
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != entry["sha256"]:
        found.append(_finding(BYTES_DIFFER, None, file=name))
    try:
        texts = page_texts(data)
    except UnreadableError as error:
        found.append(unreadable(name, str(error)))
        return None
    if len(texts) != len(entry["pages"]):
        found.append(unreadable(name, f"{len(texts)} pages of {len(entry['pages'])}"))
        return None
    return dict(zip(entry["pages"], texts, strict=True))


def _pages_differ(file: str, texts: Mapping[str, str], made: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for page, text in texts.items():
        wanted = made["pages"][page]
        if text_hash(text) != wanted["sha256"]:
            counts = f"{wanted['characters']} 字", f"{len(text)} 字"
            values = (("file", file), ("page", page), ("at", 1), ("expected", counts[0]), ("found", counts[1]))
            yield Diagnostic(PAGE_DIFFERS, None, "", values, page)


def _sources(folder: Path, edition: Path | None, made: Mapping[str, Any], root: Path | None) -> Edition | None:
    workspace = find_workspace(folder, root)
    place = edition or workspace.root / "issues" / str(made["edition"])
    if not place.exists():
        return None
    return load(place, root=root).edition


def _stories_differ(sources: Edition, texts: Mapping[str, str], made: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Every story whose source, the certified changes made, is not what the file's pages hold: its first place."""
    known = stories_of(sources)
    for name, entry in made["stories"].items():
        story = known.get(name)
        if story is None or _hash_of(story) != entry["sha256"]:
            span = story.span if story else sources.span
            yield _finding(SOURCE_CHANGED, span, story=name)
            continue
        if len(story.body) == len(entry["body"]):
            yield from _first(_paragraphs_differ(story, entry["body"], texts))


def _hash_of(story: Story) -> str:
    return hashlib.sha256(story.path.read_bytes()).hexdigest()


def _first(found: Iterator[Diagnostic]) -> list[Diagnostic]:
    one = next(found, None)
    return [one] if one else []


def _paragraphs_differ(story: Story, body: list[dict[str, Any]], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    for paragraph, entry in zip(story.body, body, strict=True):
        text = _changed(squeezed(paragraph.text), entry.get("changes", []))
        printed = sum(run[2] for run in entry["printed"])
        # What stands on earlier pages, not made this time, comes first.
        at = len(text) - printed if _begins_elsewhere(entry, text, texts) else 0
        for page, start, length, line, _ in entry["printed"]:
            expected = text[at : at + length]
            if page in texts and texts[page][start : start + length] != expected:
                yield _differs(story, paragraph, (page, line, at), expected, texts[page][start : start + length])
            at += length


def _begins_elsewhere(entry: Mapping[str, Any], text: str, texts: Mapping[str, str]) -> bool:
    """Whether a paragraph's first characters stand on a page that was not made: its printed part is then its end."""
    if "elsewhere" not in entry or not entry["printed"]:
        return False
    page, start, length, *_ = entry["printed"][0]
    return texts.get(page, "")[start : start + length] != text[:length]


def _changed(text: str, changes: list[list[Any]]) -> str:
    """A source text with the certified changes made, from the end so that places stay."""
    for at, old, new in reversed(changes):
        if text[at : at + len(old)] == old:
            text = text[:at] + new + text[at + len(old) :]
    return text


def _differs(story: Story, paragraph: Paragraph, where: tuple[str, int, int], expected: str, found: str) -> Diagnostic:
    page, line, at = where
    shift = first_difference(expected, found)
    values = (
        ("story", story.id),
        ("page", page),
        ("line", line),
        ("expected", expected[shift : shift + SHOWN]),
        ("found", found[shift : shift + SHOWN]),
    )
    return Diagnostic(STORY_DIFFERS, _span(paragraph, at + shift), "", values, page)


def _span(paragraph: Paragraph, at: int) -> Span:
    """The place in the file of a paragraph's character, white space not counted."""
    seen = [origin for c, origin in zip(paragraph.text, paragraph.origins, strict=False) if not c.isspace()]
    if at >= len(seen):
        return paragraph.span
    line, column = seen[at]
    return Span(paragraph.span.path, line, column, line, column + 1)


def _finding(kind: Kind, span: Span | None, **values: str) -> Diagnostic:
    return Diagnostic(kind, span, "", tuple(values.items()))
