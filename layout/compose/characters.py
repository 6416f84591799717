"""Characters that no face of their type's chain has: each is named with its place, and nothing is left out silently."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from layout.diagnostics import Sink, Span
from layout.edition.data import StandingTable
from layout.edition.model import Edition, Paragraph, Picture, Story, StoryPlace, TextKind, Words, text_of
from layout.edition.showing import CaptionPlace
from layout.plan.caption import caption_type
from layout.plan.findings import MISSING_CHARACTER
from layout.plan.type import TypeCase
from layout.source.origins import Origins
from layout.style.fold import strip_style
from layout.style.model import PaperStyle

_TYPES = {TextKind.CELL: "table", TextKind.TABLE_TITLE: "table-title"}


class _Text(Struct, frozen=True):
    """A text to be set: whose it is, in which role's faces, and where each character stands."""

    owner: str
    text: str
    role: str
    span: Span
    origins: Origins = Origins()

    def place(self, at: int) -> Span:
        if at >= len(self.origins):
            return self.span
        line, column = self.origins[at]
        return Span(self.span.path, line, column, line, column + 1)


def report_missing_characters(edition: Edition, case: TypeCase, sink: Sink) -> None:
    """Report every character of the edition's texts that has no glyph, once a text."""
    covered: dict[str, set[str]] = {}
    for text in _texts(edition, case):
        faces = case.faces.chain(text.role)
        known = covered.setdefault(text.role, set())
        for character in sorted(set(text.text) - known):
            if character.isspace() or any(face.covers(character) for face in faces):
                known.add(character)
                continue
            sink.report(
                MISSING_CHARACTER,
                text.place(text.text.index(character)),
                story=text.owner,
                character=character,
                code=f"{ord(character):04X}",
                faces=", ".join(face.key for face in faces),
                role=text.role,
            )


def _texts(edition: Edition, case: TypeCase) -> Iterator[_Text]:
    yield from _bodies(edition, case.style)
    for page in edition.pages:
        for place in page.stories:
            yield from _head(edition.stories[place.story], place, case)
            for own in place.pictures:
                yield from _words_of(own.picture, own.showing.caption, case)
            for group in place.groups:
                yield from _words_of(group.words, group.caption, case)
        for placed in page.pictures:
            yield from _words_of(placed.picture, placed.showing.caption, case)
        for group in page.groups:
            yield from _words_of(group.words, group.caption, case)


def _bodies(edition: Edition, paper: PaperStyle) -> Iterator[_Text]:
    """The stories' texts with their readings; those at a fold are in its types, with their heads."""
    levels = {place.story: place.headline.level for page in edition.pages for place in page.stories if place.headline}
    at_fold = {notice.story for page in edition.pages for notice in page.notices}
    for story in edition.stories.values():
        style = strip_style(paper) if story.id in at_fold else paper
        if story.id in at_fold:
            yield from _notice(story, style)
        for paragraph in story.body:
            text = _body(story, paragraph, levels.get(story.id, ""), style)
            yield text
            for stretch in paragraph.stretches:
                yield replace(text, text="".join(stretch.readings), origins=Origins())


def _notice(story: Story, style: PaperStyle) -> Iterator[_Text]:
    """The head of a notice at the fold."""
    for words in (story.headline, story.kicker, story.deck, story.summary, story.label):
        if words:
            role = style.types["fold-head" if words is story.headline else "fold"].face
            yield _Text(story.id, words.text, role, words.span)


def _body(story: Story, paragraph: Paragraph, level: str, style: PaperStyle) -> _Text:
    role = style.types[_TYPES.get(paragraph.kind, "body")].face
    if paragraph.kind is TextKind.SUBHEAD:
        role = style.types[style.subhead_of(level).type].face
    return _Text(story.id, paragraph.text, role, paragraph.span, paragraph.origins)


def _head(story: Story, place: StoryPlace, case: TypeCase) -> Iterator[_Text]:
    if place.headline is None:
        return
    level, types = case.style.levels[place.headline.level], case.style.types
    parts: tuple[tuple[Words | None, str], ...] = (
        *((place.headline.text or story.headline, face) for face in (level.faces or (level.main.face,))),
        (story.kicker, level.kicker.face),
        (story.deck, level.deck.face),
        (story.summary, types["summary"].face),
        (story.byline, types["byline"].face),
        (story.label, types[case.style.label_of(text_of(story.label)).type].face),
    )
    for words, role in parts:
        if words:
            yield _Text(story.id, words.text, role, words.span)


def _words_of(picture: Picture, asked: CaptionPlace | None, case: TypeCase) -> Iterator[_Text]:
    place = asked or case.style.pictures.caption
    for words, name in ((picture.caption, "caption"), (picture.credit, "credit")):
        if words:
            yield _Text(picture.file.name, words.text, caption_type(case.style, name, place).face, words.span)
    if isinstance(picture.data, StandingTable):
        for cell in picture.data.paragraphs:
            role = case.style.types[_TYPES[cell.kind]].face
            yield _Text(picture.file.name, cell.text, role, cell.span, cell.origins)
    elif picture.data:
        for words in picture.data.texts:
            yield _Text(picture.file.name, words.text, case.style.types["chart"].face, words.span)
