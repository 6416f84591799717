"""Jump lines (转版): what stands at the end of a story's part and at the beginning of the next, computed both ways."""

from __future__ import annotations

from collections.abc import Collection

from layout.edition.model import Edition, Page
from layout.plan.page import JumpLines
from layout.plan.type import TypeCases

_DIGITS = "零一二三四五六七八九"


def jump_lines(edition: Edition, cases: TypeCases, stories: Collection[str]) -> dict[tuple[str, str], JumpLines]:
    """The jump lines of these stories, by page and story; empty ones where a story neither comes nor goes on."""
    pages_of: dict[str, list[Page]] = {}
    for page in edition.pages:
        for place in page.stories:
            if place.story not in stories:
                continue
            pages_of.setdefault(place.story, []).append(page)
    found = {}
    for story, pages in pages_of.items():
        for before, page, after in zip([None, *pages[:-1]], pages, [*pages[1:], None], strict=True):
            words = cases.story(page.name, story).style.jumps
            found[page.name, story] = JumpLines(_named(words.back, before), _named(words.to, after))
    return found


def _named(words: str, page: Page | None) -> str:
    """The words with the page they name; nothing when there is none."""
    if page is None:
        return ""
    number = int(page.name[1:])
    return words.format(page=page.name, number=number, han=han_number(number), section=page.section)


def han_number(number: int) -> str:
    """A number below a hundred in Han figures, as pages are counted: 三, 十二, 二十."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"
