"""Lines of text and how they follow one another (F20, F21, F22, F23).

What composition itself had to bend (loose lines, cut words, lone characters) is told by TXT002, TXT003 and TXT005 when
the line is set; here the finished lines are looked at once more, and for what only shows over several of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from layout.check.legs import line_span
from layout.check.scene import Leg, Placed, Scene, line_rect, line_text
from layout.compose.pouring import SetLine
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.display.items import Role
from layout.geometry import hull
from layout.text.classes import NO_END, NO_START, classify
from layout.units import Length

WRONG_EDGE = Kind(
    "LAY121",
    Severity.ERROR,
    zh="禁则：“{story}”有一行{what_zh}：“{text}”",
    en="“{story}”: a line {what_en}: “{text}”",
    hint_zh="改动这一段的几个字，或换一个栏宽",
    hint_en="change a few characters of this paragraph, or use another measure",
    why_zh="句号不上行首，前括号不下行末（GB/T 15834 5.1）。",
    why_en="No stop begins a line, no opening bracket ends one (GB/T 15834 5.1).",
)
OVERFULL = Kind(
    "LAY120",
    Severity.ERROR,
    zh="“{story}”有一行比栏宽出 {by} 千分之一字：“{text}”",
    en="a line of “{story}” is wider than its column by {by}/1000 em: “{text}”",
    hint_zh="改动这一行的文字",
    hint_en="change the words of this line",
    why_zh="出栏的字会碰到邻栏。",
    why_en="What leaves the column runs into the next one.",
)
LADDER = Kind(
    "LAY122",
    Severity.WARNING,
    zh="“{story}”连着 {lines} 行{what_zh}",
    en="“{story}”: {lines} lines running {what_en}",
    hint_zh="改动其中一行的几个字",
    hint_en="change a few characters in one of them",
    why_zh="几行毛病连在一起，灰面上就出现一道痕。",
    why_en="The same flaw in lines that follow one another shows as a streak in the grey.",
)
MARK_LADDER = Kind(
    "LAY123",
    Severity.NOTE,
    zh="“{story}”连着 {lines} 行以标点收尾",
    en="“{story}”: {lines} lines running end in a mark",
    hint_zh="要紧的话，改动其中一行的几个字",
    hint_en="if it matters, change a few characters in one of them",
    why_zh="行末标点叠成一列，右边看上去缺了口。",
    why_en="Marks one under another nick the right edge of the column.",
)
_END_MARK = re.compile(r"[，。、；：！？”’）》]\s*$")
_BLANK_MARK = re.compile(r"[。．！？；：，、]")


def edges_of_lines(scene: Scene) -> Iterator[Diagnostic]:
    """A line that begins or ends with a mark that may not stand there, at the level the style asks for.

    Why: GB/T 15834 5.1. Example: a line that begins with ，. Cure: other words. Where composition had no other way it
    is told of as TXT003, not here.
    """
    level = scene.style.settings["body"].level
    bent = _bent(scene)
    for story, line in _text_lines(scene):
        text = line_text(line).strip()
        if not text or (story.name, line.paragraph, line.line.start) in bent:
            continue
        first, last = classify(text[:2])[0], classify(text[-2:])[-1]
        what = None
        if line.line.start and first in NO_START[level]:
            what = ("以不该在行首的标点起头", "begins with a mark that may not stand there")
        elif not line.line.last and last in NO_END[level]:
            what = ("以不该在行末的标点收尾", "ends with a mark that may not stand there")
        if what:
            yield scene.found(
                WRONG_EDGE,
                line_span(story, line),
                line_rect(line),
                story=story.name,
                what_zh=what[0],
                what_en=what[1],
                text=text[:16],
            )


def _bent(scene: Scene) -> set[tuple[str, int, int]]:
    """Lines whose end or start composition told of itself: by story, paragraph and start."""
    told = {
        found.span: bool(dict(found.values).get("untold"))
        for found in scene.composition.diagnostics
        if found.code == "TXT003" and found.span
    }
    lines: set[tuple[str, int, int]] = set()
    # Of many such lines in a paragraph the first few are told of, and how many more there are.
    rest: set[tuple[str, int]] = set()
    for story, line in _text_lines(scene) if told else ():
        place = line_span(story, line)
        if told.get(place):
            rest.add((story.name, line.paragraph))
        if place in told or (story.name, line.paragraph) in rest:
            lines |= {(story.name, line.paragraph, line.line.start), (story.name, line.paragraph, line.line.end)}
    return lines


def overfull_lines(scene: Scene) -> Iterator[Diagnostic]:
    """A line wider than its slot by more than a hundredth of an em, a mark that hangs aside.

    Why: it runs into the next column. Example: a long address without a break. Cure: other words. Lines that
    composition told of as TXT003 are left out.
    """
    bent = _bent(scene)
    for story, line in _text_lines(scene):
        slot, em = line.line.slot, line.style.size
        over = line.line.x + line.line.width - slot.x - slot.width
        if over > em // 100 and (story.name, line.paragraph, line.line.start) not in bent:
            by = over * 1000 // em
            text = line_text(line)[-12:]
            yield scene.found(OVERFULL, line_span(story, line), line_rect(line), story=story.name, by=by, text=text)


def ladders(scene: Scene) -> Iterator[Diagnostic]:
    """Three lines running that end in a hyphen or are loose, or four whose blanks meet: ladders and rivers.

    Why: the same flaw in running lines shows as a streak. Example: four full stops one under another. Cure: a few
    characters more or fewer in one of the lines.
    """
    checks = scene.checks
    loose = int(scene.style.settings["body"].loose * 1000)
    for story in scene.stories:
        for leg in story.filled:
            lines = [line for line in leg.lines if line.role is Role.PARAGRAPH]
            yield from _running(
                scene,
                story,
                lines,
                [line_text(line).endswith(("-", "‐")) for line in lines],
                (checks.hyphens_running, "以连字符收尾", "end in a hyphen"),
            )
            yield from _running(
                scene,
                story,
                lines,
                [line.line.opening > loose for line in lines],
                (checks.loose_running, "偏松", "are loose"),
            )
            yield from _rivers(scene, story, lines)


def _running(
    scene: Scene, story: Placed, lines: Sequence[SetLine], flags: Sequence[bool], what: tuple[int, str, str]
) -> Iterator[Diagnostic]:
    least, zh, en = what
    for start, count in _runs(flags):
        if count >= least:
            own = lines[start : start + count]
            yield _streak(scene, story, own, zh, en)


def _streak(scene: Scene, story: Placed, lines: Sequence[SetLine], zh: str, en: str) -> Diagnostic:
    where = hull(map(line_rect, lines))
    return scene.found(
        LADDER, line_span(story, lines[0]), where, story=story.name, lines=len(lines), what_zh=zh, what_en=en
    )


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where flags are set one after another: the first and how many."""
    start = None
    for index, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = index
        elif not flag and start is not None:
            yield start, index - start
            start = None


def _rivers(scene: Scene, story: Placed, lines: Sequence[SetLine]) -> Iterator[Diagnostic]:
    """Blanks of half an em and more that meet over several lines; each line's blank has to meet the one above."""
    alive: list[tuple[Length, Length, int]] = []
    of_lines = [_blanks(line) for line in lines]
    for index, blanks in enumerate(of_lines):
        if not blanks:
            alive = []
            continue
        grown = []
        for left, right in blanks:
            above = [length for a, b, length in alive if min(b, right) > max(a, left)]
            grown.append((left, right, max(above, default=0) + 1))
        river = max((length for *_, length in grown), default=0)
        ends = index + 1 == len(lines) or not _meets(grown, of_lines[index + 1])
        if river >= scene.checks.river_lines and ends:
            yield _streak(scene, story, lines[index + 1 - river : index + 1], "的空白上下相对", "have blanks that meet")
        alive = grown


def _meets(blanks: Sequence[tuple[Length, Length, int]], below: Sequence[tuple[Length, Length]]) -> bool:
    longest = max((length for *_, length in blanks), default=0)
    return any(min(b, d) > max(a, c) for a, b, length in blanks if length == longest for c, d in below)


def _blanks(line: SetLine) -> list[tuple[Length, Length]]:
    """The blank halves of full marks inside a line."""
    found: list[tuple[Length, Length]] = []
    x = line.line.x
    for run in line.line.runs:
        marks = [match.start() for match in _BLANK_MARK.finditer(run.text)] if not run.clusters else []
        if marks:
            pens = [0, *accumulate(run.advances)]
            wide = [at for at in marks if 20 * run.advances[at] >= 19 * run.size and at + 1 < len(run.advances)]
            found += [(x + pens[at] + run.size // 2, x + pens[at + 1]) for at in wide]
        x += run.width
    return found


def mark_ladders(scene: Scene) -> Iterator[Diagnostic]:
    """Four lines running that end in a mark at one place.

    Why: the right edge of the column looks nicked. Example: four lines that end in ，. Cure: a few characters more or
    fewer in one of them.
    """
    for story in scene.stories:
        for leg in story.filled:
            lines = [line for line in leg.lines if line.role is Role.PARAGRAPH]
            flags = [not line.line.last and bool(_END_MARK.search(line_text(line))) for line in lines]
            for start, count in _runs(flags):
                if count >= scene.checks.marks_running:
                    own = lines[start : start + count]
                    where = hull(map(line_rect, own))
                    yield scene.found(MARK_LADDER, line_span(story, own[0]), where, story=story.name, lines=count)


def _text_lines(scene: Scene) -> Iterator[tuple[Placed, SetLine]]:
    for story in scene.stories:
        for leg in _across(story):
            for line in leg.lines:
                if line.role is Role.PARAGRAPH:
                    yield story, line


def _across(story: Placed) -> list[Leg]:
    return [leg for leg in story.filled if not leg.frame.vertical]
