"""The clean edition of the tests, and ways to spoil it: by editing its files, or what was composed from them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from layout import api
from layout.compose.model import Composition, Sheet
from layout.compose.pouring import SetLine
from layout.compose.story import StoryOnPage
from layout.diagnostics import Diagnostic
from layout.display.items import Item, TextRun

NEWSROOM = Path(__file__).parent / "newsroom"
EDITION = Path("issues") / "clean"

# A change: the file, what it has, and what it gets instead. An empty text to find appends.
Edit = tuple[str, str, str]
ISSUE, STYLE, WORDS = "issue.yaml", "style.yaml", "words.yaml"
Spoil = Callable[[Composition], Composition]


@dataclass(frozen=True)
class Fault:
    """A fault: its name, the code that must name it, how it is made, and where it must be found.

    `at` is a part of the line that the finding points at (its file's), `page` the page it names, `also` are the codes
    of what follows from it.
    """

    name: str
    code: str
    edits: tuple[Edit, ...] = ()
    spoil: Spoil | None = None
    at: str = ""
    page: str = ""
    also: frozenset[str] = frozenset()
    severity: str = ""


@cache
def clean() -> tuple[api.Loaded, Composition]:
    """The clean edition, composed once."""
    loaded = api.load(NEWSROOM / EDITION)
    return loaded, api.compose(loaded)


def findings(fault: Fault, folder: Path, *, press: bool = False) -> tuple[Diagnostic, ...]:
    """What is found when the fault is made."""
    if not fault.edits:
        loaded, composition = clean()
        assert fault.spoil
        return api.findings(fault.spoil(composition), loaded)
    shutil.copytree(NEWSROOM, folder, dirs_exist_ok=True)
    for file, old, new in fault.edits:
        _edit(_file(folder, file), old, new)
    loaded = api.load(folder / EDITION)
    if not loaded.complete:
        return loaded.diagnostics
    return api.findings(api.compose(loaded), loaded, press=press)


def _file(folder: Path, name: str) -> Path:
    if name == STYLE:
        return folder / "styles" / "fixture" / name
    if name == WORDS:
        return folder / "styles" / name
    return folder / EDITION / (name if name == ISSUE else f"stories/{name}.md")


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8") if path.exists() else ""
    assert old in text, f"{path.name} has no {old!r}"
    path.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")


def with_sheet(page: str, change: Callable[[Sheet], Sheet]) -> Spoil:
    """Change what a page was made from."""
    return lambda made: replace(
        made, sheets=tuple(change(sheet) if sheet.plan.page.name == page else sheet for sheet in made.sheets)
    )


def with_story(page: str, story: str, change: Callable[[StoryOnPage], StoryOnPage]) -> Spoil:
    """Change a story as it stands on a page."""
    return with_sheet(
        page,
        lambda sheet: replace(
            sheet,
            stories=tuple(change(own) if own.block.story.id == story else own for own in sheet.stories),
            plan=sheet.plan,
        ),
    )


def with_lines(page: str, story: str, change: Callable[[list[SetLine]], list[SetLine]]) -> Spoil:
    """Change the lines of a story on a page."""
    return with_story(page, story, lambda own: replace(own, lines=tuple(change(list(own.lines)))))


def with_items(page: str, change: Callable[[Item], Item]) -> Spoil:
    """Change what is drawn on a page."""
    return lambda made: replace(
        made,
        pages=tuple(
            replace(one, items=tuple(map(change, one.items))) if one.name == page else one for one in made.pages
        ),
    )


def both(*spoils: Spoil) -> Spoil:
    """Several changes one after another."""

    def spoil(made: Composition) -> Composition:
        for each in spoils:
            made = each(made)
        return made

    return spoil


def retyped(line: SetLine, text: str, **changes) -> SetLine:
    """A line with another text in its first run, as many glyphs as characters."""
    run = line.line.runs[0]
    ids = (run.ids * (len(text) // len(run.ids) + 1))[: len(text)]
    advances = (run.size,) * len(text)
    new = replace(run, text=text, ids=ids, advances=advances, clusters=(), shifts=())
    return replace(line, line=replace(line.line, runs=(new,), **changes))


def one_run(change: Callable[[TextRun], TextRun], text: str) -> Callable[[Item], Item]:
    """A change of the runs that begin with a text."""
    return lambda item: change(item) if isinstance(item, TextRun) and item.glyphs.text.startswith(text) else item
