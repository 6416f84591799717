"""The certificate of completeness: for every story where each of its characters is printed, or that it is not.

A character stands on a page (`[page, start, length, first line, last line]`, counted in the page's text without white
space), was changed by normalisation (`[at, old, new]`), or was not placed. Hashes bind sources, pages and files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from layout.compose.model import Composition
from layout.display.items import Role
from layout.edition.model import Edition, Story, Words
from layout.release.printed import BODY, PrintedPage, printed_page, squeezed

FILE = "certificate.json"
FORMAT = 1
# The certificate, its stories, a story: mappings within these stand on one line.
_MAPPINGS = 3
_PARTS = {
    "label": Role.LABEL,
    "kicker": Role.KICKER,
    "headline": Role.HEADLINE,
    "deck": Role.DECK,
    "summary": Role.SUMMARY,
    "byline": Role.BYLINE,
}


def certificate(
    composition: Composition, written: Edition, files: Mapping[str, bytes], pages_of: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """The certificate of an edition: `written` is the edition as its sources have it, nothing put right.

    `pages_of` names the pages of each file.
    """
    pages = [printed_page(page, composition.parts) for page in composition.pages]
    edition = composition.edition
    told = told_of(pages, edition, written, {page.name for page in pages})
    return certificate_of(edition, written, [told], files, pages_of)


class Told(Struct, frozen=True):
    """What a certificate tells of some pages and of the stories that stand on them."""

    pages: Mapping[str, Any]
    stories: Mapping[str, Any]


def told_of(pages: Sequence[PrintedPage], edition: Edition, written: Edition, made: Collection[str]) -> Told:
    """What is to be told of some of the pages `made`; those of them that share a story are given together."""
    sources, standing = stories_of(written), _standing(pages)
    own = {page.name for page in pages}
    names = dict.fromkeys(name for page in edition.pages if page.name in own for name in page.story_names)
    elsewhere = {name for page in edition.pages if page.name not in made for name in page.story_names}
    return Told(
        {page.name: {"characters": len(page.text), "sha256": text_hash(page.text)} for page in pages},
        {
            name: _story(
                sources[name],
                edition.stories[name],
                standing.get(name, ()),
                "elsewhere" if name in elsewhere else "not_placed",
                edition.folder,
            )
            for name in names
            if name in sources
        },
    )


def certificate_of(
    edition: Edition,
    written: Edition,
    told: Sequence[Told],
    files: Mapping[str, bytes],
    pages_of: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    """The certificate of pages told of before; stories that stand on none of them are told to be missing."""
    sources = stories_of(written)
    pages = {name: page for one in told for name, page in one.pages.items()}
    stories = {name: story for one in told for name, story in one.stories.items()}
    elsewhere = {name for page in edition.pages if page.name not in pages for name in page.story_names}
    return {
        "format": FORMAT,
        "paper": written.paper,
        "edition": written.name,
        "date": written.date.isoformat(),
        "number": written.number,
        "files": {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "pages": list(pages_of[name])}
            for name, data in files.items()
        },
        "pages": {page.name: pages[page.name] for page in edition.pages if page.name in pages},
        "stories": {
            name: stories.get(name)
            or _story(sources[name], story, (), "elsewhere" if name in elsewhere else "not_placed", edition.folder)
            for name, story in edition.stories.items()
            if name in sources
        },
    }


def stories_of(edition: Edition) -> dict[str, Story]:
    """An edition's stories by name, those that may fill holes among them."""
    return {**{filler.id: filler for filler in edition.fillers}, **edition.stories}


def text_hash(text: str) -> str:
    """The hash of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def certificate_bytes(made: Mapping[str, Any]) -> bytes:
    """A certificate as a file: a line a story's paragraph, so that two of them can be compared."""
    return (_lines(made) + "\n").encode()


def _lines(value: Any, depth: int = 0) -> str:
    """JSON with a line for each entry of the outer mappings, and for each paragraph of a story."""
    inner, indent = "\n" + " " * (depth + 1), "\n" + " " * depth
    if isinstance(value, Mapping) and value and depth < _MAPPINGS:
        entries = (f"{_json(key)}: {_lines(one, depth + 1)}" for key, one in value.items())
        return "{" + inner + f",{inner}".join(entries) + indent + "}"
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return "[" + inner + f",{inner}".join(map(_json, value)) + indent + "]"
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _standing(pages: Sequence[PrintedPage]) -> dict[str, list[PrintedPage]]:
    """The pages that each story stands on."""
    found: dict[str, list[PrintedPage]] = {}
    for page in pages:
        for name in page.by_story:
            found.setdefault(name, []).append(page)
    return found


def _story(source: Story, story: Story, pages: Sequence[PrintedPage], missing: str, folder: Path) -> dict[str, Any]:
    body = list(_paragraphs(source, story, pages, missing))
    told = sum(entry["characters"] for entry in body)
    words = {name: _words(story, getattr(story, name), role, pages) for name, role in _PARTS.items()}
    try:
        data = source.path.read_bytes()
        path = source.path.resolve().relative_to(folder.resolve()).as_posix()
    except (OSError, ValueError):
        data, path = b"", source.path.name
    return {
        "source": path,
        "sha256": hashlib.sha256(data).hexdigest(),
        "characters": told,
        "not_placed": sum(entry.get("not_placed", 0) for entry in body),
        "elsewhere": sum(entry.get("elsewhere", 0) for entry in body),
        "words": {name: spot for name, spot in words.items() if spot is not None},
        "body": body,
    }


def _words(story: Story, words: Words | None, role: Role, pages: Sequence[PrintedPage]) -> list[Any] | None:
    """Where a short text stands; an empty list when it is printed nowhere."""
    if words is None:
        return None
    text = squeezed(words.text)
    for page in pages:
        spots = page.of(story.id, (role,))
        if spots:
            at = page.text.find(text, spots[0].start, spots[-1].end)
            if at >= 0:
                return [page.name, at, len(text)]
    return []


def _paragraphs(source: Story, story: Story, pages: Sequence[PrintedPage], missing: str) -> Iterator[dict[str, Any]]:
    """Every paragraph with what became of it; the story's printed characters are dealt out in order.

    What is `missing` was not placed, or stands elsewhere: on pages that were not made this time.
    """
    runs = _Runs(story, pages)
    for before, after in zip(source.body, story.body, strict=True):
        text = squeezed(after.text)
        printed, lost = runs.take(text)
        entry: dict[str, Any] = {"at": [before.span.line, before.span.column], "characters": len(text)}
        changes = list(_changes(squeezed(before.text), text))
        if changes:
            entry["changes"] = changes
        entry["printed"] = printed
        if lost:
            entry[missing] = lost
        yield entry


def _changes(old: str, new: str) -> Iterator[list[Any]]:
    if old != new:
        from difflib import SequenceMatcher

        for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if what != "equal":
                yield [i1, old[i1:i2], new[j1:j2]]


class _Runs:
    """A story's body on its pages, handed out character by character in the order it is printed."""

    def __init__(self, story: Story, pages: Sequence[PrintedPage]) -> None:
        self._spots = [(page, spot) for page in pages for spot in page.of(story.id, BODY)]
        self._at = 0
        self._used = 0
        whole = "".join(squeezed(paragraph.text) for paragraph in story.body)
        # Where only later pages of a story were made, its text begins on one that was not.
        self._before = max(whole.find("".join(page.text[spot.start : spot.end] for page, spot in self._spots)), 0)

    def take(self, text: str) -> tuple[list[list[Any]], int]:
        """Where the next characters stand: runs of neighbouring ones joined; and how many are printed nowhere."""
        found: list[list[Any]] = []
        done = before = min(self._before, len(text))
        self._before -= before
        while done < len(text) and self._at < len(self._spots):
            page, spot = self._spots[self._at]
            start = spot.start + self._used
            length = min(spot.end - start, len(text) - done)
            if page.text[start : start + length] != text[done : done + length]:
                break
            self._add(found, page.name, start, length, spot.line)
            done += length
            self._used += length
            if spot.start + self._used == spot.end:
                self._at, self._used = self._at + 1, 0
        return found, len(text) - done + before

    @staticmethod
    def _add(found: list[list[Any]], page: str, start: int, length: int, line: int) -> None:
        last = found[-1] if found else None
        if last and last[0] == page and last[1] + last[2] == start:
            last[2] += length
            last[4] = line
        else:
            found.append([page, start, length, line, line])
