"""A story's text as prose to be set: which type each stretch takes, and what cannot be set at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.initial import with_initial
from layout.edition.model import Paragraph, Story, TextKind
from layout.plan.table import TableCopy, table_copy
from layout.plan.type import TypeCase, styled_runs
from layout.text.model import Prose
from layout.text.pour import Prepared, prepare


class Passage(Struct, frozen=True):
    """Paragraphs between two subheads: the subhead that opens it (its index in the body), and its prose by index.

    A stanza of verse is a passage too; `spaced` says that it is set off by an empty line. A table is a passage of its
    own.
    """

    subhead: int | None
    paragraphs: tuple[tuple[int, Prepared], ...]
    spaced: bool = False
    table: TableCopy | None = None


def passages(story: Story, case: TypeCase, drop_capital: int = 0, *, vertical: bool = False) -> tuple[Passage, ...]:
    """The story's body, divided at its subheads, stanzas and tables.

    Its first character is sunk into `drop_capital` lines when that is wished.
    """
    found: list[Passage] = []
    start = 0
    for table in story.tables:
        between = range(start, table.first - table.title)
        found += _passages(story, between, case, 0 if found else drop_capital, vertical=vertical)
        found.append(Passage(None, (), table=table_copy(story.body, table, case)))
        start = table.end
    rest = range(start, len(story.body))
    return (*found, *_passages(story, rest, case, 0 if found else drop_capital, vertical=vertical))


def _passages(story: Story, indexes: range, case: TypeCase, drop_capital: int, *, vertical: bool) -> list[Passage]:
    """The passages between two tables."""
    found: list[Passage] = []
    subhead: int | None = None
    spaced = False
    collected: list[tuple[int, Prepared]] = []
    for index in indexes:
        paragraph = story.body[index]
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
    if collected or subhead is not None:
        found.append(Passage(subhead, tuple(collected), spaced))
    return found


def body_prose(paragraph: Paragraph, index: int, case: TypeCase) -> Prose:
    """A body paragraph with its emphasised stretches in faces of their own."""
    style = case.style.types["body"]
    signature = paragraph.kind is TextKind.SIGNATURE
    return Prose(
        paragraph.text,
        case.font(style),
        case.body_setting,
        "right" if signature else style.align,
        # Lines of verse start at the margin; a line that is too long is turned over like prose.
        0 if signature or paragraph.kind.is_verse else style.indent * style.size,
        styled_runs(paragraph, case),
        index,
    )


def with_longer(passages: Sequence[Passage], longer: Mapping[int, Prepared]) -> Sequence[Passage]:
    """The passages with some paragraphs, by index, set otherwise."""
    if not longer:
        return passages
    return [
        replace(passage, paragraphs=tuple((index, longer.get(index, one)) for index, one in passage.paragraphs))
        for passage in passages
    ]
