"""The edition's texts put right before anything is planned, as the paper's style says: off, report or fix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diagnostics import Diagnostic, Sink, Span
from layout.edition.data import Data, StandingTable
from layout.edition.model import (
    Edition,
    GroupPlace,
    Page,
    Paragraph,
    Picture,
    PicturePlace,
    Story,
    StoryPlace,
    Words,
)
from layout.plan.findings import NORMALISED, NORMALISED_STORY
from layout.source.origins import Origins
from layout.text.normalize import Change, Normalised, normalise


def normalised_edition(edition: Edition, policy: str, sink: Sink) -> Edition:
    """The edition with every text of its stories and captions normalised; every change is reported.

    `policy` is "off" (nothing is looked at), "report" (changes are told, the text stays) or "fix".
    """
    if policy == "off":
        return edition
    editor = _Editor(policy == "fix", sink)
    stories = {name: editor.story(story) for name, story in edition.stories.items()}
    return replace(edition, stories=stories, pages=tuple(editor.page(page) for page in edition.pages))


class _Editor(Struct, frozen=True):
    """Goes through the texts; `fix` says whether changes are made or only told."""

    fix: bool
    sink: Sink

    def story(self, story: Story) -> Story:
        before = len(self.sink.found)
        done = self._story(story)
        if self.fix:
            self._sum_up(story, self.sink.found[before:])
        return done

    def _sum_up(self, story: Story, found: Sequence[Diagnostic]) -> None:
        """Tell how many characters of a story are not set as they were typed, by what was done."""
        counts = Counter(_what(dict(one.values)) for one in found)
        counts.pop("", None)
        if counts:
            kinds = ", ".join(f"{what} ×{count}" for what, count in counts.most_common())
            self.sink.report(NORMALISED_STORY, found[0].span, story=story.id, count=counts.total(), kinds=kinds)

    def _story(self, story: Story) -> Story:
        return replace(
            story,
            headline=self._words(story.headline, story.id),
            kicker=self._words(story.kicker, story.id),
            deck=self._words(story.deck, story.id),
            summary=self._words(story.summary, story.id),
            byline=self._words(story.byline, story.id),
            label=self._words(story.label, story.id),
            body=tuple(self._paragraph(paragraph, story.id) for paragraph in story.body),
            pictures=tuple(self._picture(picture) for picture in story.pictures),
        )

    def page(self, page: Page) -> Page:
        return replace(
            page,
            stories=tuple(self._story_place(place) for place in page.stories),
            pictures=tuple(self._picture_place(place) for place in page.pictures),
            groups=tuple(self._group_place(place) for place in page.groups),
        )

    def _story_place(self, place: StoryPlace) -> StoryPlace:
        head = place.headline
        if head and head.text:
            head = replace(head, text=self._words(head.text, place.story))
        return replace(
            place,
            headline=head,
            pictures=tuple(self._picture_place(own) for own in place.pictures),
            groups=tuple(self._group_place(own) for own in place.groups),
        )

    def _group_place(self, place: GroupPlace) -> GroupPlace:
        return replace(place, words=self._picture(place.words))

    def _picture_place(self, place: PicturePlace) -> PicturePlace:
        # What stands in a story's own list has been told of there.
        return replace(place, picture=_Editor(self.fix, Sink())._picture(place.picture))

    def _picture(self, picture: Picture) -> Picture:
        name = picture.file.name
        return replace(
            picture,
            caption=self._words(picture.caption, name),
            credit=self._words(picture.credit, name),
            data=self._data(picture.data, name),
        )

    def _data(self, data: Data | None, owner: str) -> Data | None:
        if isinstance(data, StandingTable):
            return replace(data, paragraphs=tuple(self._paragraph(cell, owner) for cell in data.paragraphs))
        if data is None:
            return None
        return replace(
            data,
            title=self._words(data.title, owner),
            unit=self._words(data.unit, owner),
            series=tuple(replace(series, name=self._words(series.name, owner)) for series in data.series),
        )

    def _words(self, words: Words | None, owner: str) -> Words | None:
        if words is None:
            return None
        done = [normalise(line, keep_spaces=True) for line in words.lines]
        for line in done:
            self._tell(line.changes, owner, lambda _: words.span)
        return replace(words, lines=tuple(line.text for line in done)) if self.fix else words

    def _paragraph(self, paragraph: Paragraph, owner: str) -> Paragraph:
        done = normalise(paragraph.text)
        self._tell(done.changes, owner, lambda change: _span(paragraph, change))
        return _rewritten(paragraph, done) if self.fix and done.changes else paragraph

    def _tell(self, changes: Sequence[Change], owner: str, place: Callable[[Change], Span]) -> None:
        for change in changes:
            self.sink.report(NORMALISED, place(change), story=owner, old=change.old, new=change.new, rule=change.rule)


def _what(values: Mapping[str, object]) -> str:
    """What a change was, by rule; characters nobody sees by their code; nothing where the text stays the same."""
    rule, old = str(values["rule"]), str(values["old"])
    if rule in {"composed", "han space"}:
        return ""
    return f"{rule} U+{ord(old[0]):04X}" if rule in {"invisible", "space"} else rule


def _span(paragraph: Paragraph, change: Change) -> Span:
    """Where a change stands in the story's file."""
    if change.end > len(paragraph.origins):
        return paragraph.span
    line, column = paragraph.origins[change.start]
    last_line, last_column = paragraph.origins[change.end - 1]
    return Span(paragraph.span.path, line, column, last_line, last_column + 1)


def _rewritten(paragraph: Paragraph, done: Normalised) -> Paragraph:
    """The paragraph in its new words: each keeps its place in the file, and emphasis stays on the same characters."""
    stretches = tuple(
        replace(stretch, start=_moved(done, stretch.start), end=_moved(done, stretch.end))
        for stretch in paragraph.stretches
    )
    origins = paragraph.origins
    kept = Origins(origins[origin] for origin in done.origins) if len(origins) == len(paragraph.text) else origins
    return replace(paragraph, text=done.text, stretches=stretches, origins=kept)


def _moved(done: Normalised, position: int) -> int:
    """Where a position of the source is in the new text."""
    return sum(1 for origin in done.origins if origin < position)
