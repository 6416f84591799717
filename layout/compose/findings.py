"""What pouring a story found: text left over, boxes not filled, lines set badly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from layout.compose.flow import Copy, Flow
from layout.compose.level import Edge
from layout.compose.pouring import SetLine
from layout.compose.workorder import additions, cuts
from layout.diagnostics import Sink, Span
from layout.diagnostics.few import first_few, with_untold
from layout.display.items import Role
from layout.geometry import Rect
from layout.plan.findings import BENT_RULE, FAULTY_LINE, HYPHENATED, JUMP_UNUSED, LOOSE_LINE, OVERSET, UNDERFULL
from layout.plan.flow_findings import STRAY_LINE
from layout.plan.matter_findings import TABLE_DOWN, TABLE_WIDE
from layout.plan.model import Block
from layout.text.model import Trouble
from layout.units import Length

# How a box is made smaller, by whether its text runs down.
_SMALLER = {
    False: ("的行数减少 {} 行", "{} lines lower"),
    True: ("收窄 {} 行字的宽度", "narrower by {} of its lines"),
}
# What was bent, in the words of a message.
_BENT = {
    "cut": ("在不该断的地方断行", "a line ends where none may"),
    "parted": ("网址或长数字在行末断开", "an address or a long number is parted at a line's end"),
    "overfull": ("一行比栏宽", "a line is wider than its column"),
    "initial": ("下沉的首字比这一栏剩下的行还高", "the drop capital is higher than the lines left in its column"),
    "orphan": ("段末一行不足两个字", "the last line has a single character"),
}


def report_flow(copy: Copy, poured: Flow, sink: Sink) -> None:
    """Report what a story's flow shows, each with its place in the manifest or the story and on the page."""
    if poured.rest:
        _report_overset(copy, poured, sink)
    elif poured.ends_in < len(copy.blocks) - 1:
        unused = copy.blocks[poured.ends_in + 1]
        sink.report(JUMP_UNUSED, unused.place.span, "story", page=unused.page, story=copy.story.id)
    elif poured.empty_rows:
        _report_underfull(copy, poured, sink)
    report_troubles(copy, poured, sink)
    for edge in poured.edges:
        _report_edge(copy, edge, sink)


def report_troubles(copy: Copy, poured: Flow, sink: Sink) -> None:
    """Report the lines that a story's flow set badly."""
    for trouble, alike in _grouped(poured.troubles):
        _report_trouble(copy, trouble, alike, sink)


def _report_edge(copy: Copy, edge: Edge, sink: Sink) -> None:
    if edge.headed_by_last_line:
        _report_stray(copy, edge.first, ("段末一行在栏顶", "a paragraph's last line heads a column"), sink)
    if edge.ends_in_first_line:
        _report_stray(copy, edge.last, ("段首一行在栏底", "a paragraph's first line ends a column"), sink)


def _report_stray(copy: Copy, set_line: SetLine, where: tuple[str, str], sink: Sink) -> None:
    line = set_line.line
    text = copy.story.body[set_line.paragraph].text[line.start : line.end].strip()
    at = span_of(copy, set_line.paragraph, line.start)
    sink.report(STRAY_LINE, at, story=copy.story.id, where_zh=where[0], where_en=where[1], text=text)


def _grouped(troubles: Iterable[Trouble]) -> Iterator[tuple[Trouble, int]]:
    """The first few of each sort of trouble in a paragraph, and how many more like the last of them are not told."""
    groups: dict[tuple[str, int], list[Trouble]] = {}
    for trouble in troubles:
        groups.setdefault((trouble.what, trouble.paragraph), []).append(trouble)
    for alike in groups.values():
        yield from first_few(alike)


def _report_trouble(copy: Copy, trouble: Trouble, alike: int, sink: Sink) -> None:
    text = with_untold(copy.story.body[trouble.paragraph].text[trouble.start : trouble.end].strip(), alike)
    at = span_of(copy, trouble.paragraph, trouble.start)
    if trouble.what == "down":
        sink.report(TABLE_DOWN, at, owner=copy.story.id)
    elif trouble.what == "wide":
        sink.report(TABLE_WIDE, at, owner=copy.story.id, characters=trouble.amount)
    elif trouble.what == "faulty":
        sink.report(FAULTY_LINE, at, story=copy.story.id, opening=trouble.amount, text=text, untold=alike)
    elif trouble.what == "loose":
        sink.report(LOOSE_LINE, at, story=copy.story.id, opening=trouble.amount, text=text, untold=alike)
    elif trouble.what == "hyphenated":
        sink.report(HYPHENATED, at, story=copy.story.id, text=text, untold=alike)
    else:
        zh, en = _BENT[trouble.what]
        sink.report(BENT_RULE, at, story=copy.story.id, what_zh=zh, what_en=en, text=text, untold=alike)


def _report_overset(copy: Copy, poured: Flow, sink: Sink) -> None:
    block = copy.blocks[-1]
    zh, en = cuts([*_placed(poured), *poured.rest], lines_in(poured.rest))
    sink.report(
        OVERSET,
        block.place.boxes[-1].span,
        "at",
        page=block.page,
        where=last_leg(block, copy.case.style.body_size),
        story=copy.story.id,
        characters=characters_in(poured.rest),
        lines=lines_in(poured.rest),
        ends_zh=zh,
        ends_en=en,
    )


def _report_underfull(copy: Copy, poured: Flow, sink: Sink) -> None:
    block = copy.blocks[-1]
    slots = [slot for legs in block.frames for leg in legs for slot in leg.slots]
    measure = slots[-1].width // copy.case.style.body_size
    zh, en = additions(_placed(poured), poured.empty)
    smaller = _SMALLER[block.place.columns.vertical]
    sink.report(
        UNDERFULL,
        block.place.boxes[-1].span,
        "at",
        page=block.page,
        where=last_leg(block, copy.case.style.body_size),
        story=copy.story.id,
        lines=poured.empty,
        rows=poured.empty_rows,
        smaller_zh=smaller[0].format(poured.empty_rows),
        smaller_en=smaller[1].format(poured.empty_rows),
        characters=poured.empty * measure,
        ends_zh=zh,
        ends_en=en,
    )


def _placed(poured: Flow) -> list[SetLine]:
    return [line for lines in poured.lines for line in lines]


def last_leg(block: Block, em: Length) -> Rect | None:
    """The rectangle of the last leg that has slots, from its first slot to its last."""
    frames = [frame for frames in block.frames for frame in frames if frame.slots]
    if not frames:
        return None
    rect, slots = frames[-1].rect, frames[-1].slots
    top = slots[0].baseline - em
    return Rect(rect.x, top, rect.width, rect.bottom - top)


def lines_in(rest: Sequence[SetLine]) -> int:
    """How many lines of a column some lines take; the cells of a row stand side by side."""
    side_by_side = {line.line.slot.baseline for line in rest if line.role is Role.CELL}
    return sum(1 for line in rest if line.role is not Role.CELL) + len(side_by_side)


def characters_in(lines: Iterable[SetLine]) -> int:
    """How many characters some lines hold, white space not counted (字)."""
    return sum(1 for line in lines for run in line.line.runs for c in run.text if not c.isspace())


def span_of(copy: Copy, paragraph: int, at: int) -> Span:
    """Where a character of a paragraph stands in the story's file."""
    origin = copy.story.body[paragraph]
    if at >= len(origin.origins):
        return origin.span
    line, column = origin.origins[at]
    return Span(origin.span.path, line, column, line, column + 1)
