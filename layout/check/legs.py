"""The lines of a story in its legs: under heads, at tops and feet, on the grid (F10, F12, F13, F14, F15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from layout.check.scene import Leg, Placed, Scene, across, line_rect, line_text
from layout.compose.pouring import SetLine
from layout.diagnostics import Diagnostic, Kind, Severity, Span
from layout.display.items import Role

FEW_LINES = Kind(
    "LAY110",
    Severity.ERROR,
    zh="背题：“{story}”的{what_zh}下面这一栏只有 {lines} 行正文",
    en="“{story}”: only {lines} lines of text stand under the {what_en} in this column",
    hint_zh="加高框，少分几栏，或调整前面的文字",
    hint_en="make the box higher, use fewer legs, or change the text before it",
    why_zh="标题在栏底，正文在下一栏，读者要回头找。",
    why_en="A head at a column's foot with its text in the next one sends the reader back to look for it.",
)
SHORT_LEG = Kind(
    "LAY112",
    Severity.WARNING,
    zh="“{story}”的第 {leg} 栏比同框的栏短 {lines} 行",
    en="leg {leg} of “{story}” ends {lines} lines above the foot of its box",
    hint_zh="补 {lines} 行，或减少框的行数",
    hint_en="add {lines} lines, or make the box lower",
    why_zh="各栏要同一行收尾，短一截就是一块空白。",
    why_en="The legs of a box end on one line; a short one leaves a hole.",
)
LONE = Kind(
    "LAY113",
    Severity.ERROR,
    zh="孤字：“{story}”有一段的末行只有“{text}”",
    en="the last line of a paragraph of “{story}” is only “{text}”",
    hint_zh="在这一段里删或加几个字",
    hint_en="cut or add some characters in this paragraph",
    why_zh="单独一个数字或字母成行，看起来像排错了。",
    why_en="A single digit or letter in a line of its own looks like a mistake.",
)
WIDOW = Kind(
    "LAY114",
    Severity.WARNING,
    zh="孤行：“{story}”有一段的末行独占栏首，只有“{text}”",
    en="“{story}”: a last line stands alone at the top of a column, only “{text}”",
    hint_zh="在前面的段里删或加一行",
    hint_en="cut or add a line before it",
    why_zh="短短一行独占栏首，段落散了，栏头也缺了一块。",
    why_en="A short line alone at the top of a column comes loose from its paragraph and leaves a hole.",
)
OFF_GRID = Kind(
    "LAY115",
    Severity.WARNING,
    zh="“{story}”有正文离开了基线网格：“{text}”",
    en="text of “{story}” stands off the baseline grid: “{text}”",
    hint_zh="正文的位置由网格定；这是引擎或样式的错",
    hint_en="the grid places all text; this is a fault of the engine or of the style",
    why_zh="各栏的行要对齐，错开一点就看得出来。",
    why_en="Lines of neighbouring columns stand level; a small offset shows.",
)
_LONE = re.compile(r"[0-9A-Za-z]\W*")
_BODY = {Role.PARAGRAPH, Role.BYLINE, Role.JUMP}


def lines_under_heads(scene: Scene) -> Iterator[Diagnostic]:
    """背题: fewer than three lines of text under a headline, or two under a subhead, in that column.

    Why: the head is left at the foot and its text begins elsewhere. Example: a subhead in the last line but one of a
    leg. Cure: a higher box, fewer legs, or other text before it.
    """
    for story in scene.stories:
        yield from _under_head(scene, story)
        for leg in story.filled:
            if not leg.frame.vertical:
                yield from _under_subheads(scene, story, leg)


def _under_head(scene: Scene, story: Placed) -> Iterator[Diagnostic]:
    if story.head is None or story.head.vertical or not story.filled:
        return
    first = story.filled[0]
    if first.frame.vertical:
        return
    lines = len({line.line.slot.baseline for line in first.lines})
    if across(story.head.block, first.rect) > 0 and lines < scene.checks.lines_under_head:
        yield scene.found(
            FEW_LINES, story.place.span, first.rect, story=story.name, what_zh="标题", what_en="head", lines=lines
        )


def _under_subheads(scene: Scene, story: Placed, leg: Leg) -> Iterator[Diagnostic]:
    for role, lines in _runs(leg):
        if role is not Role.SUBHEAD:
            continue
        after = [line for line in leg.lines if line.line.slot.baseline > lines[-1].line.slot.baseline]
        under = sum(1 for line in after if line.role in _BODY)
        if under < scene.checks.lines_under_subhead:
            span = story.block.story.body[lines[0].paragraph].span
            where = line_rect(lines[0])
            yield scene.found(
                FEW_LINES, span, where, story=story.name, what_zh="小标题", what_en="subhead", lines=under
            )


def _runs(leg: Leg) -> Iterator[tuple[Role, list[SetLine]]]:
    return ((role, list(lines)) for role, lines in groupby(leg.lines, key=lambda line: line.role))


def legs_level(scene: Scene) -> Iterator[Diagnostic]:
    """A leg that ends more than a line above the foot of its box; more than three lines are an error.

    Why: legs of a box end on one line. Example: three legs, the third four lines short. Cure: some lines more, a lower
    box; `balance: false` says that the last leg is meant to be short.
    """
    for story in scene.stories:
        for number, legs in groupby(story.legs, key=lambda leg: leg.shape):
            yield from _uneven(
                scene, story, number, [leg for leg in legs if leg.frame.slots and not leg.frame.vertical]
            )


def _uneven(scene: Scene, story: Placed, shape: int, legs: list[Leg]) -> Iterator[Diagnostic]:
    if len(legs) < 2 or legs[0].frame.vertical or not any(leg.lines for leg in legs):
        return
    used = {line.line.slot.baseline for leg in legs for line in leg.lines if line.role is not Role.SUBHEAD}
    if not used:
        return
    foot = max(used)
    last = max((index for index, leg in enumerate(legs) if leg.lines), default=0)
    for index, leg in enumerate(legs):
        meant = not story.place.balance and index >= last and shape == story.legs[-1].shape
        end = max((line.line.slot.baseline for line in leg.lines), default=0)
        slots = {slot.baseline for slot in leg.frame.slots if end < slot.baseline <= foot}
        short = len(slots) - _kept_for_jumps(story, leg, foot)
        if short > scene.checks.short_leg and not meant:
            severity = Severity.ERROR if short > scene.checks.short_leg_fault else None
            span = story.box_of(leg).span
            yield scene.found(
                SHORT_LEG, span, leg.rect, severity=severity, story=story.name, leg=index + 1, lines=short
            )


def _kept_for_jumps(story: Placed, leg: Leg, foot: int) -> int:
    """A jump line takes a slot without being poured."""
    jumps = (story.on_page.opening, story.on_page.closing)
    rect = leg.rect
    return sum(1 for words in jumps if words and rect.x <= words.x < rect.right and rect.y <= words.y <= foot)


def lone_letters(scene: Scene) -> Iterator[Diagnostic]:
    """孤字: a paragraph whose last line is a single digit or letter, with or without a mark.

    Why: it looks like a slip. Example: a paragraph that ends in the line “5。”. Cure: some characters more or fewer.
    A last line of one Han is told by TXT003 when the paragraph is set.
    """
    for story in scene.stories:
        for leg in story.filled:
            for line in leg.lines:
                text = line_text(line).strip()
                if line.role is Role.PARAGRAPH and line.line.last and line.line.start and _LONE.fullmatch(text):
                    yield scene.found(LONE, line_span(story, line), line_rect(line), story=story.name, text=text)


def lines_alone(scene: Scene) -> Iterator[Diagnostic]:
    """孤行: a paragraph's last line alone at a column's top that fills less than a third of the measure.

    Why: the paragraph is torn, and the column begins with a hole. Papers bear fuller lines alone, since all legs end
    on one line: those are notes (LAY020). Example: 正常。 alone above a new paragraph. Cure: a line more or fewer
    before it. An error when the line holds one character.
    """
    for story in scene.stories:
        for _, other in pairwise(story.filled):
            top = next((line for line in other.lines if line.role is not Role.JUMP), None)
            if top is None or top.role is not Role.PARAGRAPH or not top.line.last or not top.line.start:
                continue
            if top.line.width < scene.checks.widow * top.line.slot.width:
                text = line_text(top).strip()
                severity = Severity.ERROR if sum(map(str.isalnum, text)) < 2 else None
                yield scene.found(
                    WIDOW, line_span(story, top), line_rect(top), severity=severity, story=story.name, text=text
                )


def on_the_grid(scene: Scene) -> Iterator[Diagnostic]:
    """A line of text off the page's baseline grid by more than a twentieth of the leading, outside frames.

    Why: lines of neighbouring columns stand level. Example: a leg that begins half a line lower. Cure: none for an
    editor: the engine or the style is at fault. In a frame the legs must still agree with one another.
    """
    grid = scene.grid
    slack = int(scene.checks.off_grid * grid.leading)
    for story in scene.stories:
        if story.framed:
            continue
        for leg in story.filled:
            for line in leg.lines:
                off = (line.line.slot.baseline - grid.top - grid.baseline) % grid.leading
                if line.role is Role.PARAGRAPH and not leg.frame.vertical and min(off, grid.leading - off) > slack:
                    text = line_text(line)[:12]
                    yield scene.found(OFF_GRID, line_span(story, line), line_rect(line), story=story.name, text=text)
                    break


def line_span(story: Placed, line: SetLine) -> Span:
    """Where a line's first character stands in the story's file."""
    paragraph = story.block.story.body[line.paragraph]
    at = line.line.start
    if at >= len(paragraph.origins):
        return paragraph.span
    row, column = paragraph.origins[at]
    return Span(paragraph.span.path, row, column, row, column + 1)
