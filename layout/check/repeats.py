"""What stands twice, and what stands nowhere: passages, pictures, stories left out, captions without a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from layout.check.issue import Issue, Text, story_texts
from layout.diagnostics import Diagnostic, Kind, Severity, Span
from layout.edition.model import Page, Story, StoryPlace

REPEATED = Kind(
    "COPY101",
    Severity.WARNING,
    zh="重稿：“{story}”和“{other}”有 {characters} 个字相同（“{text}…”）",
    en="repeated: “{story}” and “{other}” share {characters} characters (“{text}…”)",
    hint_zh="删去一处，或改写",
    hint_en="cut one of them, or write it anew",
    why_zh="同一段话印两遍是重稿；14 414 对真实稿件里，共有 40 字的只有 10 对，100 字的 4 对。",
    why_en="The same passage twice is a grave fault; of 14,414 real pairs 10 share 40 characters, 4 share 100.",
)
PICTURE_TWICE = Kind(
    "COPY103",
    Severity.WARNING,
    zh="图片“{picture}”用了两次（另一次在 {other} 版）",
    en="picture “{picture}” is used twice (the other place is on page {other})",
    hint_zh="换一张",
    hint_en="use another one",
    why_zh="同一张图见报两次，读者会以为排错了版。",
    why_en="Readers take a picture printed twice for a mistake.",
)
LEFT_OUT = Kind(
    "COPY104",
    Severity.WARNING,
    zh="稿件“{story}”没有放到任何版上",
    en="story “{story}” stands on no page",
    hint_zh="放到一个版上；备用的稿件放到 stories 以外的文件夹",
    hint_en="place it; spare stories go into another folder than stories",
    why_zh="写好了却漏掉的稿件，谁也看不见。",
    why_en="A story that was written and forgotten is seen by nobody.",
)
CAPTION_ALONE = Kind(
    "COPY105",
    Severity.WARNING,
    zh="稿件“{story}”给图片“{picture}”写了说明，可是图没有放",
    en="story “{story}” has words for picture “{picture}”, which is not placed",
    hint_zh="在清单里放上图，或删去这一项",
    hint_en="place the picture in the manifest, or remove the entry",
    why_zh="有说明没有图，多半是漏了图。",
    why_en="Words without their picture most likely mean that it was forgotten.",
)


class _Letters(Struct, frozen=True):
    """A story's body as letters and digits only; where they stand is looked up in the texts they come from."""

    story: Story
    text: str
    texts: tuple[Text, ...]

    def span(self, start: int, end: int) -> Span:
        first, last = self._place(start), self._place(end - 1)
        return Span(self.story.path, first[0], first[1], last[0], last[1] + 1)

    def _place(self, letter: int) -> tuple[int, int]:
        left = letter
        for text in self.texts:
            places = [at for at, character in enumerate(text.text) if character.isalnum()]
            if left < len(places):
                return text.origins[places[left]]
            left -= len(places)
        raise IndexError(letter)


class _Match(Struct, frozen=True):
    """A passage that two stories (or one, twice) share: its start in both, and its length."""

    one: int
    other: int
    at: int
    again: int
    length: int


def passages_twice(issue: Issue) -> Iterator[Diagnostic]:
    """A passage of 40 letters that stands in two stories, or twice in one; of 100, an error. Marks do not count.

    Why: 重稿. Example: a notice printed with two stories. Cure: cut one. One finding a pair of stories, the longest.
    """
    stories = [_letters(story) for story in issue.edition.stories.values()]
    longest: dict[tuple[int, int], _Match] = {}
    for match in _matches(stories, issue.checks.repeated):
        known = longest.get((match.one, match.other))
        if known is None or match.length > known.length:
            longest[match.one, match.other] = match
    for match in longest.values():
        later = stories[match.other]
        severity = Severity.ERROR if match.length >= issue.checks.repeated_fault else None
        yield issue.found(
            REPEATED,
            later.span(match.again, match.again + match.length),
            severity=severity,
            story=later.story.id,
            other=stories[match.one].story.id,
            characters=match.length,
            text=later.text[match.again : match.again + 12],
        )


def _letters(story: Story) -> _Letters:
    texts = tuple(text for text in story_texts(story) if text.part == "body" and text.origins)
    return _Letters(story, "".join("".join(filter(str.isalnum, text.text)) for text in texts), texts)


def _matches(stories: list[_Letters], least: int) -> Iterator[_Match]:
    """Common passages of `least` letters: one of them holds a whole anchor of half that length."""
    size = max(least // 2, 4)
    anchors: dict[str, list[tuple[int, int]]] = {}
    for number, letters in enumerate(stories):
        for at in range(0, len(letters.text) - size + 1, size):
            anchors.setdefault(letters.text[at : at + size], []).append((number, at))
    for number, letters in enumerate(stories):
        text, reached = letters.text, 0
        for at in range(len(text) - size + 1):
            known = anchors.get(text[at : at + size])
            if known is None or at < reached:
                continue
            for one, start in known:
                match = _extended(stories, (one, start), (number, at), size)
                if match and match.length >= least:
                    reached = match.again + match.length
                    yield match


def _extended(stories: list[_Letters], first: tuple[int, int], second: tuple[int, int], size: int) -> _Match | None:
    """A shared anchor grown to both sides; None where it is the very same place, or the pair is met the other way."""
    (one, a), (other, b) = first, second
    if one > other or (one == other and a >= b):
        return None
    left, right = stories[one].text, stories[other].text
    start = 0
    while a - start and b - start and left[a - start - 1] == right[b - start - 1]:
        start += 1
    end = size
    while a + end < len(left) and b + end < len(right) and left[a + end] == right[b + end]:
        end += 1
    length = start + end
    if one == other:
        length = min(length, b - a)
    return _Match(one, other, a - start, b - start, length)


def pictures_twice(issue: Issue) -> Iterator[Diagnostic]:
    """The same picture (by its content) in two places of the edition; adverts and fixed matter do not count.

    Why: readers take it for a mistake. Example: one photograph under two names. Cure: another picture.
    """
    first: dict[str, str] = {}
    for picture in issue.pictures:
        if picture.content in first and not picture.half:
            yield issue.found(PICTURE_TWICE, picture.span, picture=picture.file, other=first[picture.content])
        first.setdefault(picture.content, picture.page)


def stories_left_out(issue: Issue) -> Iterator[Diagnostic]:
    """A file in the edition's `stories` folder that stands on no page.

    Why: nobody sees a story that was forgotten. Example: stories/rain.md without a place. Cure: place it; spare
    stories go into another folder.
    """
    known = [*issue.edition.stories.values(), *issue.edition.fillers]
    used = {story.path.resolve() for story in known}
    for path in issue.written:
        if path.resolve() not in used:
            yield issue.found(LEFT_OUT, Span(path, 1, 1, 1, 2), story=path.stem)


def captions_alone(issue: Issue) -> Iterator[Diagnostic]:
    """A picture that a story's front matter gives words to and that stands nowhere.

    Why: most likely the picture was forgotten. Example: `pictures:` in the story, none in the manifest. Cure: place it.
    """
    placed = {file.resolve() for file in _placed_files(issue)}
    for story in issue.edition.stories.values():
        for picture in story.pictures:
            if picture.file.resolve() not in placed:
                yield issue.found(CAPTION_ALONE, picture.span, story=story.id, picture=picture.file.name)


def _placed_files(issue: Issue) -> Iterator[Path]:
    for page in issue.edition.pages:
        owners: list[Page | StoryPlace] = [page, *page.stories]
        for owner in owners:
            yield from (placed.picture.file for placed in owner.pictures)
            yield from (one.picture.file for group in owner.groups for one in group.pictures)
