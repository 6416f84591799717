"""Headlines in themselves: how they fill their width, how they are broken, how large they are (F08, F09, F24)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.check.scene import Head, Placed, Scene, words_rect
from layout.diagnostics import Diagnostic, Kind, Severity, Span
from layout.display.items import Role
from layout.plan.model import PlacedWords
from layout.text.classes import CLOSING, EXCLAMATIONS, PAUSES, STOPS, UNITS
from layout.units import Length, to_points

FILL = Kind(
    "LAY108",
    Severity.WARNING,
    zh="“{story}”的标题{what_zh}（占宽 {share}%）",
    en="the head of “{story}” {what_en} ({share} % of its width)",
    hint_zh="改几个字，换一级字号，或换一个栏数",
    hint_en="change some words, the level, or the number of columns",
    why_zh="一行题太短显得空，拉得太开像断了气，超出就压邻栏。",
    why_en="A short line leaves a hole, wide letter-spacing tears words apart, a wide line runs into its neighbour.",
)
BREAK = Kind(
    "LAY109",
    Severity.WARNING,
    zh="标题断行不当：“{story}”的“{before}／{after}”{what_zh}",
    en="a bad break in the head of “{story}”: “{before} / {after}” {what_en}",
    hint_zh="在稿件的 headline 里自己分行",
    hint_en="give the lines yourself in the story's headline",
    why_zh="标题按意思断行；把词、数字、人名拆开，或让虚词起头，都会读错。",
    why_en="A head is broken by sense; a word, a number or a name torn apart, or a particle at the start, misreads.",
)
SIZES = Kind(
    "LAY124",
    Severity.WARNING,
    zh="字号次序不当：“{story}”的{what_zh}",
    en="sizes out of order: {what_en} of “{story}”",
    hint_zh="换一级标题，或换一换两篇的位置",
    hint_en="change the level, or let the two stories change places",
    why_zh="标题的大小说明轻重；头条要最大，引题、副题要小于主题。",
    why_en="The size of a head tells its weight: the lead has the largest, kicker and deck are smaller than the head.",
)
_PARTICLES = "的了着过地得"
_NO_START = CLOSING + PAUSES + STOPS + EXCLAMATIONS
_INSIDE = re.compile(rf"(?:\d[.,:%]?／\d|[.,]／\d|\d／[{UNITS}%％]|[A-Za-z]／[A-Za-z])")


def head_filling(scene: Scene) -> Iterator[Diagnostic]:
    """A one-line head under 60 % of its width, a head wider than it, or letter-space of more than a quarter em.

    Why: heads fill 90 to 98 % of their width, or stand in two lines of different length. Example: four characters of
    24 pt over three columns. Cure: other words, another level, fewer columns.
    """
    for story in scene.stories:
        if story.head is None or story.head.vertical:
            continue
        widest = max(words_rect(words).width for words in story.head.words)
        frame = story.head.block.width
        what = _filling(scene, story.head, widest, frame)
        if what:
            severity = Severity.ERROR if widest > frame else None
            share = widest * 100 // frame
            yield scene.found(
                FILL,
                story.place.span,
                story.head.rect,
                severity=severity,
                story=story.name,
                what_zh=what[0],
                what_en=what[1],
                share=share,
            )


def _filling(scene: Scene, head: Head, widest: Length, frame: Length) -> tuple[str, str] | None:
    if widest > frame:
        return "超出了它的宽", "is wider than its columns"
    if _lines(head) == 1 and widest * 100 < frame * scene.checks.head_fill:
        return "太短", "is too short for its columns"
    if _tracking(head.words) > scene.checks.head_tracking:
        return "字距拉得太开", "is spaced too far"
    return None


def _lines(head: Head) -> int:
    return len({words.origin.y for words in head.words})


def _tracking(lines: Sequence[PlacedWords]) -> float:
    """How far Han are set apart, in ems, by the commonest advance of a run."""
    widest = 0.0
    for words in lines:
        for run in words.runs:
            if len(run.advances) > 2:
                middle = sorted(run.advances)[len(run.advances) // 2]
                widest = max(widest, middle / (run.size * run.stretch / 1000) - 1)
    return widest


def head_breaks(scene: Scene) -> Iterator[Diagnostic]:
    """标题断行不当: a break inside a number, a Western word or a name, before a mark or a particle, a line of one Han.

    Why: a head is broken by sense. Example: 投资12／亿元. Cure: give the lines as a list in the story's headline.
    Where two lines differ by more than 1 : 0.5 it is told, too.
    """
    for story in scene.stories:
        if story.head is None:
            continue
        names = [*_names(story), *scene.names]
        lines = _texts(story.head)
        for before, after in pairwise(lines):
            found = _bad_break(before, after, names, last=after == lines[-1], even=float(scene.checks.head_lines_even))
            if found:
                what_zh, what_en, severity = found
                yield scene.found(
                    BREAK,
                    _words_span(story),
                    story.head.rect,
                    severity=severity,
                    story=story.name,
                    before=before[-6:],
                    after=after[:6],
                    what_zh=what_zh,
                    what_en=what_en,
                )


def _texts(head: Head) -> list[str]:
    """The main head's lines as they are read: pieces of one line together."""
    rows: dict[Length, str] = {}
    for words in head.words:
        key = -words_rect(words).x // head.size if head.vertical else words.origin.y
        rows[key] = rows.get(key, "") + "".join(run.text for run in words.runs)
    return list(rows.values())


def _bad_break(
    before: str, after: str, names: Sequence[str], *, last: bool, even: float
) -> tuple[str, str, Severity] | None:
    joint = before[-6:] + "／" + after[:6]
    short = last and sum(c not in _NO_START for c in after) == 1
    uneven = min(len(before), len(after)) < even * max(len(before), len(after))
    faults: tuple[tuple[bool, str, str, Severity], ...] = (
        (bool(_INSIDE.search(joint)), "拆开了数字或单词", "tears a number or a word apart", Severity.ERROR),
        (any(_torn(before, after, name) for name in names), "拆开了人名", "tears a name apart", Severity.ERROR),
        (after[0] in _NO_START, "以标点起头", "starts a line with a mark", Severity.WARNING),
        (after[0] in _PARTICLES, "以虚词起头", "starts a line with a particle", Severity.WARNING),
        (short, "末行只有一个字", "leaves one character in the last line", Severity.WARNING),
        (uneven, "两行长短悬殊", "leaves lines too different in length", Severity.WARNING),
    )
    return next(((zh, en, severity) for applies, zh, en, severity in faults if applies), None)


def _torn(before: str, after: str, name: str) -> bool:
    return any(before.endswith(name[:at]) and after.startswith(name[at:]) for at in range(1, len(name)))


def _names(story: Placed) -> list[str]:
    """Names known from the story's byline, two characters and more."""
    byline = story.block.story.byline
    words = re.findall(r"[\u4e00-\u9fff]{2,4}", byline.text) if byline else []
    return [word for word in words if not word.endswith(("记者", "通讯员", "实习生", "评论员"))]


def _words_span(story: Placed) -> Span:
    placed = story.place.headline
    words = (placed.text if placed else None) or story.block.story.headline
    return words.span if words else story.place.span


def sizes_in_order(scene: Scene) -> Iterator[Diagnostic]:
    """A head larger than the lead's, or a kicker or deck not smaller than its head.

    Why: size tells weight. Example: the lead in 40 pt, a story at the foot in 48 pt. Cure: another level, or another
    place. The lead is the story at the top left; a page without heads has none.
    """
    headed = [story for story in scene.stories if story.head and not story.place.continued]
    if not headed:
        return
    lead = min(headed, key=lambda story: (story.boxes[0].y, story.boxes[0].x))
    for story in headed:
        if story.head and lead.head and story.head.size > lead.head.size:
            points = f"{to_points(story.head.size):g} > {to_points(lead.head.size):g} pt"
            zh, en = f"标题比头条大（{points}）", f"the head is larger than the lead's ({points})"
            yield scene.found(SIZES, story.place.span, story.head.rect, story=story.name, what_zh=zh, what_en=en)
        yield from _minor_parts(scene, story)


def _minor_parts(scene: Scene, story: Placed) -> Iterator[Diagnostic]:
    if story.block.head is None or story.head is None:
        return
    names = {Role.KICKER: ("引题不比主题小", "the kicker"), Role.DECK: ("副题不比主题小", "the deck")}
    for words in story.block.head.words:
        if words.role in names and max(run.size for run in words.runs) >= story.head.size:
            zh, en = names[words.role]
            where = words_rect(words)
            yield scene.found(
                SIZES, story.place.span, where, story=story.name, what_zh=zh, what_en=f"{en} is no smaller"
            )
            return
