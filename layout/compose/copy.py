"""A story's text as prose to be set: which type each stretch takes, and what cannot be set at all."""

from __future__ import annotations

from dataclasses import dataclass

from layout.compose.initial import with_initial
from layout.edition.model import Emphasis, Paragraph, Story, TextKind
from layout.plan.type import TypeCase
from layout.text.model import Prose, StyledRun
from layout.text.pour import Prepared, prepare

EMPHASIS_TYPES = {Emphasis.STRONG: "strong", Emphasis.DATELINE: "dateline", Emphasis.OPENING: "opening"}


# Lines of verse start at the margin; a line that is too long is turned over like prose.
VERSE = {TextKind.VERSE, TextKind.STANZA}


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs between two subheads: the subhead that opens it (its index in the body), and its prose by index.

    A stanza of verse is a passage too; `spaced` says that it is set off by an empty line.
    """

    subhead: int | None
    paragraphs: tuple[tuple[int, Prepared], ...]
    spaced: bool = False


def passages(story: Story, case: TypeCase, drop_capital: int = 0, *, vertical: bool = False) -> tuple[Passage, ...]:
    """The story's body, divided at its subheads and stanzas, its first character sunk into lines when it is wished."""
    found: list[Passage] = []
    subhead: int | None = None
    spaced = False
    collected: list[tuple[int, Prepared]] = []
    for index, paragraph in enumerate(story.body):
        if paragraph.kind in {TextKind.SUBHEAD, TextKind.STANZA} and (collected or subhead is not None):
            found.append(Passage(subhead, tuple(collected), spaced))
            subhead, collected, spaced = None, [], False
        if paragraph.kind is TextKind.SUBHEAD:
            subhead = index
        else:
            spaced = spaced or (paragraph.kind is TextKind.STANZA and bool(found))
            prose = body_prose(paragraph, index, case)
            if drop_capital and not vertical and not collected and not found:
                prose = with_initial(prose, drop_capital, case)
            collected.append((index, prepare(prose, vertical=vertical)))
    found.append(Passage(subhead, tuple(collected), spaced))
    return tuple(found)


def body_prose(paragraph: Paragraph, index: int, case: TypeCase) -> Prose:
    """A body paragraph with its emphasised stretches in faces of their own."""
    style = case.style.types["body"]
    runs = tuple(
        StyledRun(stretch.start, stretch.end, case.named(EMPHASIS_TYPES[stretch.emphasis]))
        for stretch in paragraph.stretches
        if stretch.emphasis in EMPHASIS_TYPES
    )
    return Prose(
        paragraph.text,
        case.font(style),
        case.body_setting,
        style.align,
        0 if paragraph.kind in VERSE else style.indent * style.size,
        runs,
        index,
    )
