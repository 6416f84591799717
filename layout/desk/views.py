"""What the desk's fragments show, made from its state."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from msgspec import Struct

from layout.backends.svg import Drawing
from layout.desk.fieldviews import relative_file
from layout.desk.state import PageState, State
from layout.diagnostics import Diagnostic, Severity, Span
from layout.report import Language, ordered
from layout.units import POINT

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Row(Struct, frozen=True):
    """A finding as it is listed; `rect` is where it is on its page, in points."""

    severity: str
    code: str
    message: str
    hint: str
    page: str
    story: str
    place: str
    link: str
    rect: str


class Links(Struct, frozen=True):
    """How places of files are opened: a template of an address with {file}, {line} and {column}."""

    template: str
    root: Path

    def of(self, span: Span | None) -> tuple[str, str]:
        """What a place is called, and the address that opens it in an editor."""
        if span is None:
            return "", ""
        path = span.path.resolve()
        inside = path.is_relative_to(self.root.resolve())
        named = relative_file(path, self.root) if inside else path.name
        # An absolute path, also of a drive: /C:/newsroom/…
        file = "/" + quote(path.as_posix().lstrip("/"))
        address = self.template.format(file=file, line=span.line, column=span.column)
        return f"{named}:{span.line}:{span.column}", address


def rows(state: State, links: Links, language: Language, page: str | None) -> Iterator[Row]:
    """The findings of a page, or all; the gravest first, then those of pages by page, then those of none."""
    owner = _pages_of_stories(state)
    told = []
    for one in ordered(state.findings):
        story = str(dict(one.values).get("story", "")) or _story_in(state, one)
        told.append((one.page or owner.get(story, ""), story, one))
    for at, story, one in sorted(told, key=lambda row: (_SEVERITIES.index(row[2].severity), not row[0], row[0])):
        if page and at not in {page, ""}:
            continue
        place, link = links.of(one.span)
        yield Row(
            one.severity.value,
            one.code,
            one.message(language),
            one.hint(language),
            at,
            story,
            place,
            link,
            _rect(one),
        )


def _rect(found: Diagnostic) -> str:
    where = found.where
    if where is None:
        return ""
    return " ".join(f"{length / POINT:.2f}" for length in (where.x, where.y, where.width, where.height))


def _story_in(state: State, found: Diagnostic) -> str:
    """The story whose file a finding is about."""
    stories = state.composition.edition.stories if state.composition else {}
    path = found.span.path if found.span else None
    return next((story.id for story in stories.values() if story.path == path), "")


def _pages_of_stories(state: State) -> Mapping[str, str]:
    """The first page that each story stands on."""
    pages: dict[str, str] = {}
    for name, page in state.pages.items():
        for zone in page.zones:
            pages.setdefault(zone.story, name)
    pages.pop("", None)
    return pages


def drawing_data(page: PageState, before: Drawing | None) -> dict[str, Any]:
    """A page for the browser: the order of its groups, and the groups and glyphs that are not in a drawing before."""
    known = {group.name: group.digest for group in before.groups} if before else {}
    drawing = page.drawing
    glyphs = drawing.glyphs.keys() - before.glyphs.keys() if before else drawing.glyphs.keys()
    return {
        "page": page.name,
        "digest": page.digest,
        "width": drawing.width,
        "height": drawing.height,
        "whole": before is None,
        "order": [group.name for group in drawing.groups],
        "groups": {g.name: [g.digest, g.markup] for g in drawing.groups if known.get(g.name) != g.digest},
        "glyphs": {name: drawing.glyphs[name] for name in sorted(glyphs)},
        "grid": page.grid,
        "zones": [
            {
                "name": zone.name,
                "kind": zone.kind,
                "title": zone.title,
                "story": zone.story,
                "places": [[p.x, p.y, p.width, p.height, list(p.box)] for p in zone.places],
            }
            for zone in page.zones
        ],
    }


def news(state: State, undo: int, redo: int) -> str:
    """What the browser is told of a new state, as JSON: which drawing each page has now, and what was found."""
    told = {
        "revision": state.revision,
        "pages": {name: page.digest for name, page in state.pages.items()},
        "stale": state.stale,
        "settled": state.settled,
        "took": state.took,
        "undo": undo,
        "redo": redo,
        **{severity.value: state.count(severity) for severity in _SEVERITIES},
    }
    return json.dumps(told, separators=(",", ":"))
