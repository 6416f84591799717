"""Which paragraph endings give a line or take one: where cutting or adding is cheapest (删 57 字, 补 3 行)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from layout.compose.pouring import SetLine
from layout.display.items import Role

# More endings than this make no work order that anyone follows.
MOST_NAMED = 4


class Ending(Struct, frozen=True):
    """A paragraph's last line: its number in the body (from 1), what stands there, and its measure in 字."""

    paragraph: int
    text: str
    measure: int

    @property
    def characters(self) -> int:
        """How many 字 the line holds."""
        return len(self.text)

    @property
    def room(self) -> int:
        """How many 字 make the paragraph a line longer."""
        return self.measure - self.characters + 1


def endings(lines: Iterable[SetLine]) -> list[Ending]:
    """The last lines of the paragraphs among some lines; those of one line are none."""
    found = []
    for line in lines:
        if line.role is Role.PARAGRAPH and line.line.last and line.line.start:
            text = "".join(run.text for run in line.line.runs).strip()
            found.append(Ending(line.paragraph + 1, text, line.line.slot.width // line.style.size))
    return found


def cuts(lines: Iterable[SetLine], wanted: int) -> tuple[str, str]:
    """The endings that give `wanted` lines for the fewest characters, in both languages; empty when there are none."""
    chosen = sorted(endings(lines), key=lambda ending: ending.characters)[:wanted]
    if not chosen:
        return "", ""
    total, named = sum(ending.characters for ending in chosen), chosen[:MOST_NAMED]
    zh = "、".join(f"第 {e.paragraph} 段末行 {e.characters} 字“{e.text[:8]}”" for e in named)
    en = ", ".join(f"paragraph {e.paragraph} ({e.characters}: “{e.text[:8]}”)" for e in named)
    more_zh, more_en = ("等", " and others") if len(chosen) > len(named) else ("", "")
    return (
        f"；最省的是段尾：{zh}{more_zh}，共删 {total} 字少 {len(chosen)} 行",
        f"; cheapest at paragraph ends: {en}{more_en}: {total} characters for {len(chosen)} lines",
    )


def additions(lines: Iterable[SetLine], wanted: int) -> tuple[str, str]:
    """The endings that take `wanted` lines more for the fewest characters added, in both languages."""
    chosen = sorted(endings(lines), key=lambda ending: ending.room)[:wanted]
    if not chosen:
        return "", ""
    total, named = sum(ending.room for ending in chosen), chosen[:MOST_NAMED]
    zh = "、".join(f"第 {e.paragraph} 段加 {e.room} 字" for e in named)
    en = ", ".join(f"paragraph {e.paragraph} (+{e.room})" for e in named)
    more_zh, more_en = ("等", " and others") if len(chosen) > len(named) else ("", "")
    return (
        f"；最省的是段尾：{zh}{more_zh}，共加 {total} 字多 {len(chosen)} 行",
        f"; cheapest at paragraph ends: {en}{more_en}: {total} characters for {len(chosen)} lines",
    )
