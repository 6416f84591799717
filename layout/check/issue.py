"""The edition as a whole, as the rules see it: its texts with their places, its pages, the newsroom's words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from layout.check.scene import Scene, Value
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic, Kind, Severity, Span
from layout.edition.model import Edition, Picture, Story, TextKind, Words
from layout.source.origins import Origins
from layout.style.checks import Checks
from layout.style.model import PaperStyle
from layout.style.words import NO_WORDS, WordList


class Text(Struct, frozen=True):
    """One text of the edition and where it stands: a headline part, a paragraph, a caption.

    `lines` are the parts the editor gave apart; `origins` are the places of its characters, empty when only `span` is
    known.
    """

    owner: str
    part: str
    text: str
    span: Span
    origins: Origins = Origins()
    lines: tuple[str, ...] = ()

    def place(self, start: int, end: int) -> Span:
        """Where some of its characters stand."""
        if not 0 <= start < end <= len(self.origins):
            return self.span
        line, column = self.origins[start]
        end_line, end_column = self.origins[end - 1]
        return Span(self.span.path, line, column, end_line, end_column + 1)


class PrintedPicture(Struct, frozen=True):
    """A picture on a page: what is in it (by its content, or its file when it is not of pixels), and where it is named.

    `half` is one of a picture across two pages.
    """

    content: str
    file: str
    page: str
    span: Span
    half: bool = False


def pictures_of(scene: Scene) -> Iterator[PrintedPicture]:
    """The pictures of a page, those of stories first."""
    for shown in scene.shown():
        photo, file = shown.photo, shown.picture.file
        content = photo.image if photo else str(file.resolve())
        yield PrintedPicture(content, file.name, scene.name, shown.picture.span, shown.half)


class Issue(Struct, frozen=True):
    """Everything a rule about the edition may look at. `whole` says whether all its pages were composed.

    `kept` are the pictures of pages whose scenes are not there any more.
    """

    edition: Edition
    style: PaperStyle
    composition: Composition
    scenes: tuple[Scene, ...]
    words: WordList = NO_WORDS
    written: tuple[Path, ...] = ()
    kept: tuple[PrintedPicture, ...] = ()
    _texts: list[Text] = field(default_factory=list)

    @property
    def checks(self) -> Checks:
        """The thresholds."""
        return self.style.checks

    @property
    def pictures(self) -> tuple[PrintedPicture, ...]:
        """The pictures of the pages composed."""
        return (*self.kept, *(picture for scene in self.scenes for picture in pictures_of(scene)))

    @property
    def whole(self) -> bool:
        """Whether every page of the edition was composed."""
        return len(self.scenes) == len(self.edition.pages)

    def texts(self) -> list[Text]:
        """Every text of the edition's stories and of its pictures, once."""
        if not self._texts:
            for story in self.edition.stories.values():
                self._texts.extend(story_texts(story))
            self._texts.extend(_caption_texts(self.edition))
        return self._texts

    def found(
        self,
        kind: Kind,
        span: Span | None,
        /,
        *,
        page: str | None = None,
        severity: Severity | None = None,
        **values: Value,
    ) -> Diagnostic:
        """A finding about the edition."""
        return Diagnostic(kind, span, "", tuple(values.items()), page, None, severity)


def story_texts(story: Story) -> Iterator[Text]:
    """The texts of a story in the order they are read."""
    parts: tuple[tuple[str, Words | None], ...] = (
        ("label", story.label),
        ("kicker", story.kicker),
        ("headline", story.headline),
        ("deck", story.deck),
        ("summary", story.summary),
        ("byline", story.byline),
    )
    for name, words in parts:
        if words:
            yield Text(story.id, name, words.text, words.span, Origins(), words.lines)
    for paragraph in story.body:
        part = "subhead" if paragraph.kind is TextKind.SUBHEAD else "body"
        yield Text(story.id, part, paragraph.text, paragraph.span, paragraph.origins)


def _caption_texts(edition: Edition) -> Iterator[Text]:
    told: set[Span] = set()
    for page in edition.pages:
        own = [(place.story, picture.picture) for place in page.stories for picture in place.pictures]
        for owner, picture in [*own, *(("", placed.picture) for placed in page.pictures)]:
            for text in _picture_texts(owner, picture):
                if text.span not in told:
                    told.add(text.span)
                    yield text


def _picture_texts(owner: str, picture: Picture) -> Iterator[Text]:
    for part, words in (("caption", picture.caption), ("credit", picture.credit)):
        if words:
            yield Text(owner or picture.file.name, part, words.text, words.span, Origins(), words.lines)
