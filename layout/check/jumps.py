"""Stories that go on on another page: both jump lines, the right pages, a head that is known again (F26)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layout.check.issue import Issue
from layout.check.scene import Placed, Scene
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.text.model import Line

JUMP = Kind(
    "LAY126",
    Severity.ERROR,
    zh="转版：“{story}”在 {page} 版{what_zh}",
    en="jump: “{story}” on page {page} {what_en}",
    hint_zh="转版语由清单算出；看看两处位置和 continued",
    hint_en="jump lines follow from the manifest; look at both places and at continued",
    why_zh="转错了版，读者就找不到下文。",
    why_en="A jump to the wrong page loses the reader.",
)
_PAGE = re.compile(r"([A-Z]\d{2})|(\d+)|([一二三四五六七八九十]+)")
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)}


def jumps_match(issue: Issue) -> Iterator[Diagnostic]:
    """A 下转 without its 上接 or the reverse, one that names another page, or a jump head that nobody knows again.

    Why: the reader cannot find the rest. Example: （下转A08版） where the rest stands on A07. Cure: both lines follow
    from the manifest; the places are wrong. A jump head shares two characters running with the story's head.
    """
    pages = _pages_of(issue)
    for scene in issue.scenes:
        for story in scene.stories:
            own = pages[story.name]
            at = own.index(scene.name) if scene.name in own else 0
            before, after = own[at - 1] if at else "", own[at + 1] if at + 1 < len(own) else ""
            yield from _checked(scene, story, story.on_page.closing, after, ("下转", "下转"))
            yield from _checked(scene, story, story.on_page.opening, before, ("上接", "上接"))
            if before and not _head_known(story):
                what = ("的标题和前面的标题没有相同的字", "has a head that shares nothing with the story's own")
                yield _jump(scene, story, what, Severity.WARNING)


def _pages_of(issue: Issue) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for page in issue.edition.pages:
        for place in page.stories:
            if page.name not in found.setdefault(place.story, []):
                found[place.story].append(page.name)
    return found


def _checked(
    scene: Scene, story: Placed, words: Line | None, wanted: str, name: tuple[str, str]
) -> Iterator[Diagnostic]:
    said = _said(words)
    if wanted and words is None:
        yield _jump(scene, story, (f"缺少“{name[0]}{wanted}版”", f"lacks its line {name[1]} {wanted}"), None)
    elif words is not None and not wanted:
        yield _jump(
            scene, story, (f"印了“{name[0]}”，可是没有下文或上文", f"has a line {name[1]} that leads nowhere"), None
        )
    elif said and said not in {wanted, str(int(wanted[1:]))}:
        zh = f"写的是“{name[0]}{said}版”，应是 {wanted} 版"
        yield _jump(scene, story, (zh, f"says {name[1]} {said}, but it is page {wanted}"), None)


def _said(words: Line | None) -> str:
    """The page that a jump line names: A03, or its number."""
    text = "".join(run.text for run in words.runs) if words else ""
    found = _PAGE.search(text)
    if found is None:
        return ""
    return found[1] or found[2] or str(_number(found[3]))


def _number(numerals: str) -> int:
    if "十" not in numerals:
        return _DIGITS[numerals[-1]]
    tens, ones = numerals.split("十", 1)
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def _head_known(story: Placed) -> bool:
    """Whether the head over a continuation shares two characters running with the story's own."""
    placed, own = story.place.headline, story.block.story.headline
    if placed is None or placed.text is None or own is None:
        return True
    text = placed.text.text
    return any(text[at : at + 2] in own.text for at in range(len(text) - 1))


def _jump(scene: Scene, story: Placed, what: tuple[str, str], severity: Severity | None) -> Diagnostic:
    where = story.boxes[0] if story.boxes else None
    zh, en = what
    return scene.found(
        JUMP, story.place.span, where, severity=severity, story=story.name, page=scene.name, what_zh=zh, what_en=en
    )
