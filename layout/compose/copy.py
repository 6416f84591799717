"""A story's text as prose to be set: which type each stretch takes, and what cannot be set at all."""

from __future__ import annotations

from dataclasses import dataclass

from layout.diagnostics import Sink, Span
from layout.edition.model import Emphasis, Paragraph, Story, TextKind
from layout.plan.findings import MISSING_CHARACTER
from layout.plan.type import TypeCase
from layout.style.model import TypeStyle
from layout.text.model import Prose, StyledRun, Typeface
from layout.text.pour import Prepared, prepare

EMPHASIS_TYPES = {Emphasis.STRONG: "strong", Emphasis.DATELINE: "dateline"}


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs between two subheads: the subhead that opens it (its index in the body), and its prose by index."""

    subhead: int | None
    paragraphs: tuple[tuple[int, Prepared], ...]


def passages(story: Story, case: TypeCase, sink: Sink) -> tuple[Passage, ...]:
    """The story's body, divided at its subheads. Reports characters that no face has."""
    found: list[Passage] = []
    subhead: int | None = None
    collected: list[tuple[int, Prepared]] = []
    for index, paragraph in enumerate(story.body):
        style = case.style.types["subhead" if paragraph.kind is TextKind.SUBHEAD else "body"]
        _report_missing(story, paragraph, style, case, sink)
        if paragraph.kind is TextKind.SUBHEAD:
            if collected or subhead is not None:
                found.append(Passage(subhead, tuple(collected)))
            subhead, collected = index, []
        else:
            collected.append((index, prepare(body_prose(paragraph, index, case))))
    found.append(Passage(subhead, tuple(collected)))
    return tuple(found)


def body_prose(paragraph: Paragraph, index: int, case: TypeCase) -> Prose:
    """A body paragraph with its emphasised stretches in faces of their own."""
    style = case.style.types["body"]
    runs = tuple(
        StyledRun(stretch.start, stretch.end, case.named(EMPHASIS_TYPES[stretch.emphasis]))
        for stretch in paragraph.stretches
    )
    return Prose(
        paragraph.text,
        case.font(style),
        case.body_setting,
        style.align,
        style.indent * style.size,
        runs,
        index,
    )


def _report_missing(story: Story, paragraph: Paragraph, style: TypeStyle, case: TypeCase, sink: Sink) -> None:
    faces = case.faces.chain(style.face)
    missing = [c for c in set(paragraph.text) if not c.isspace() and not any(face.covers(c) for face in faces)]
    for character in sorted(missing):
        _report(story, paragraph, character, style.face, faces, sink)


def _report(
    story: Story, paragraph: Paragraph, character: str, role: str, faces: tuple[Typeface, ...], sink: Sink
) -> None:
    at = paragraph.text.index(character)
    span = paragraph.span
    if at < len(paragraph.origins):
        line, column = paragraph.origins[at]
        span = Span(span.path, line, column, line, column + 1)
    sink.report(
        MISSING_CHARACTER,
        span,
        story=story.id,
        character=character,
        code=f"{ord(character):04X}",
        faces=", ".join(face.key for face in faces),
        role=role,
    )
