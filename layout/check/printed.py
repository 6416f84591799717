"""Words of a story that no page prints."""

from __future__ import annotations

from collections.abc import Iterator

from layout.check.issue import Issue
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.display.items import Role, TextRun
from layout.edition.model import Words

NOT_PRINTED = Kind(
    "COPY113",
    Severity.ERROR,
    zh="稿件“{story}”的{part_zh}没有印出来：“{text}”",
    en="the {part_en} of “{story}” is printed nowhere: “{text}”",
    hint_zh="给稿件一个有标题的位置，或从题头里删去这一项",
    hint_en="give the story a place with a headline, or take the entry out of its front matter",
    why_zh="写了却没有印的引题、副题、提要、署名，也是掉了字。",
    why_en="A kicker, deck, summary or byline that was written and not printed is lost text, too.",
)
_PARTS = {
    "label": ("栏目", "label", Role.LABEL),
    "kicker": ("引题", "kicker", Role.KICKER),
    "headline": ("主题", "headline", Role.HEADLINE),
    "deck": ("副题", "deck", Role.DECK),
    "summary": ("提要", "summary", Role.SUMMARY),
    "byline": ("署名", "byline", Role.BYLINE),
}


def words_printed(issue: Issue) -> Iterator[Diagnostic]:
    """A headline, kicker, deck, summary, byline or label that the story has and no page prints.

    Why: it is lost text. Example: a story placed without `headline`. Cure: a headline in its place, or no such entry.
    Looked at when the story's first page was composed.
    """
    parts = issue.composition.parts
    roles = {role for _, _, role in _PARTS.values()}
    printed: dict[tuple[str, Role], str] = {}
    for scene in issue.scenes:
        for item in scene.display.items:
            owner = parts[item.part]
            if owner.role in roles and isinstance(item, TextRun) and owner.story:
                key = owner.story, owner.role
                printed[key] = printed.get(key, "") + "".join(item.glyphs.text.split())
    begun = [story.name for scene in issue.scenes for story in scene.stories if not story.place.continued]
    for story in map(issue.edition.stories.__getitem__, dict.fromkeys(begun)):
        for name, (zh, en, role) in _PARTS.items():
            words: Words | None = getattr(story, name)
            if words and "".join(words.text.split()) not in printed.get((story.id, role), ""):
                yield issue.found(NOT_PRINTED, words.span, story=story.id, part_zh=zh, part_en=en, text=words.text[:16])
