"""The notices of a page's fold (中缝) set one under another, and what parts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from layout.compose.copy import passages
from layout.compose.findings import characters_in, lines_in, report_troubles
from layout.compose.flow import Copy, Flow, flow
from layout.compose.matter import report_over
from layout.compose.parts import PartTree
from layout.compose.pouring import SetLine
from layout.compose.story import StoryOnPage, story_items
from layout.compose.workshop import Workshop
from layout.diagnostics import Sink
from layout.display.items import Item, Layer, Role, Rule, TextRun
from layout.display.page import Region
from layout.edition.matter import Notice
from layout.edition.model import Edition, Story, StoryPlace, Words
from layout.geometry import Frame, Point, Rect, Slot
from layout.plan.fold_findings import FOLD_FULL, FOLD_SHORT
from layout.plan.model import Block, FoldPlan, PagePlan
from layout.plan.type import TypeCase
from layout.text.model import Prose
from layout.text.pour import pour
from layout.text.words import set_words, width_of
from layout.units import Length

# The line with the strip's title, and the one under it.
TITLE_ROWS = 2
# Lines of white between two notices: one, and more where the strip is not filled otherwise.
LEAST_WHITE, MOST_WHITE = 1, 3


class _Strip(Struct):
    """The strip being filled: `rows` are its lines and, below its foot, as many as its notices can ever need."""

    plan: FoldPlan
    page: str
    case: TypeCase
    sink: Sink
    rows: Sequence[Slot]
    at: int
    spare: int = 0
    down: Length = 0
    placed: list[StoryOnPage] = field(default_factory=list)

    @property
    def empty(self) -> int:
        """How many of its lines are left under the last notice; negative when there are too few."""
        return len(self.plan.rows) - self.at - -(-self.down // self.case.style.leading)

    @property
    def foot(self) -> Length:
        """The lowest baseline that stands in the strip."""
        return self.plan.rows[-1].baseline if self.plan.rows else 0

    def fill(self, stories: Sequence[tuple[Notice, Story]]) -> None:
        """Set notices one under another."""
        for index, (notice, story) in enumerate(stories):
            if index:
                self._white(len(stories) - 1)
            self._notice(notice, story)

    def _white(self, gaps: int) -> None:
        """Leave white under the last notice: its part of the lines to spare over a line."""
        most = (MOST_WHITE - LEAST_WHITE) * self.case.style.leading
        self.down += min(self.spare * self.case.style.leading // gaps, most)
        self.at += LEAST_WHITE

    def _rows(self, after: int = 0) -> tuple[Slot, ...]:
        """The lines from here on."""
        return tuple(Slot(row.x, row.baseline + self.down, row.width) for row in self.rows[self.at + after :])

    def _notice(self, notice: Notice, story: Story) -> None:
        """Set a notice under the last: its head and its text."""
        place = StoryPlace(story.id, (), notice.span, balance=False, leg_rules=False)
        head = self._head(story)
        free = self._rows(len(head))
        block = Block(self.page, place, story, None, ((Frame(self._rect(len(head)), free),),), (), self._rect(0))
        copy = Copy(story, passages(story, self.case), (block,), self.case)
        poured = flow(copy)
        report_troubles(copy, poured, self.sink)
        self._keep(block, [*head, *poured.lines[0]], poured)
        self.at += len(head) + len(free) - poured.empty

    def _keep(self, block: Block, lines: list[SetLine], poured: Flow) -> None:
        """The lines that stand in the strip; the others are reported."""
        inside = tuple(line for line in lines if line.line.y <= self.foot)
        over = [*(line for line in lines if line.line.y > self.foot), *poured.rest]
        if over:
            values = {"characters": characters_in(over), "lines": lines_in(over)}
            where, span = self.plan.rect, block.place.span
            self.sink.report(FOLD_FULL, span, "fold", page=self.page, story=block.story.id, where=where, **values)
        last = inside[-1].line.y if inside else self._rows()[0].baseline
        rules = tuple(rule for rule in poured.rules[0] if rule.start.y <= self.foot)
        frame = Frame(self._rect(0, last), tuple(line.line.slot for line in inside))
        block = replace(block, frames=((frame,),), outline=frame.rect)
        self.placed.append(StoryOnPage(block, inside, self.case, rules=rules))

    def _rect(self, after: int, last: Length | None = None) -> Rect:
        """What a notice takes from a number of lines below here on, to its last baseline or the strip's foot."""
        strip, text = self.plan.rect, self.case.style
        top = self._rows(after)[0].baseline - text.body_size
        bottom = strip.bottom if last is None else last + text.leading - text.body_size
        return Rect(strip.x, top, strip.width, max(text.leading, bottom - top))

    def _head(self, story: Story) -> list[SetLine]:
        """The lines of a notice's label, kicker, head, deck and summary, from here down."""
        parts: tuple[tuple[Role, Words | None], ...] = (
            (Role.LABEL, story.label),
            (Role.KICKER, story.kicker),
            (Role.HEADLINE, story.headline),
            (Role.DECK, story.deck),
            (Role.SUMMARY, story.summary),
        )
        lines: list[SetLine] = []
        for role, words in parts:
            if words:
                lines += self._display(words, role, self._rows(len(lines)))
        return lines

    def _display(self, words: Words, role: Role, rows: Sequence[Slot]) -> Iterator[SetLine]:
        style = self.case.style.types["fold-head" if role is Role.HEADLINE else "fold"]
        font, setting = self.case.font(style), self.case.headline_setting
        align = "left" if role is Role.SUMMARY else self.case.style.types["fold-head"].align
        prose = [Prose(text, font, setting, align) for text in words.lines]
        for line in pour(prose, rows).placed:
            yield SetLine(role, 0, line, style)


def notices_on_page(plan: PagePlan, edition: Edition, case: TypeCase, sink: Sink) -> tuple[StoryOnPage, ...]:
    """The notices at a page's fold, parted by more white where they are few; what does not fit is reported."""
    if plan.fold is None or not plan.fold.place.notices:
        return ()
    stories = [(notice, edition.stories[notice.story]) for notice in plan.fold.place.notices]
    first = TITLE_ROWS if case.style.fold.title else 0
    tried = _Strip(plan.fold, plan.page.name, case, Sink(), _with_more(plan.fold, case, stories), first)
    tried.fill(stories)
    strip = replace(tried, sink=sink, at=first, spare=max(0, tried.empty), placed=[])
    strip.fill(stories)
    if strip.empty > 0:
        sink.report(FOLD_SHORT, plan.fold.place.span, "fold", page=plan.page.name, lines=strip.empty)
    return tuple(strip.placed)


def _with_more(plan: FoldPlan, case: TypeCase, stories: Sequence[tuple[Notice, Story]]) -> tuple[Slot, ...]:
    """The strip's lines, and below it as many as the notices could take, a character a line."""
    more = TITLE_ROWS + sum(_most_lines(story) for _, story in stories)
    leading, x, width = case.style.leading, plan.rect.x, plan.rect.width
    below = plan.rows[-1].baseline if plan.rows else plan.rect.bottom
    return (*plan.rows, *(Slot(x, below + row * leading, width) for row in range(1, more + 1)))


def _most_lines(story: Story) -> int:
    """More lines than a story takes: its paragraphs may be subheads or rows of a table, with white round them."""
    words = (story.label, story.kicker, story.headline, story.deck, story.summary, story.byline)
    texts = [*(one.text for one in words if one), *(paragraph.text for paragraph in story.body)]
    return sum(len(text) + 4 for text in texts)


def fold_items(
    plan: PagePlan, notices: Sequence[StoryOnPage], tree: PartTree, page: int, workshop: Workshop
) -> tuple[list[Item], list[Region]]:
    """The strip's title, its notices as the stories they are, and the rules between them."""
    if plan.fold is None or not notices:
        return [], []
    case = notices[0].case
    items: list[Item] = list(_title(plan.fold, tree.add(Role.ARTIFACT, page), workshop, case))
    regions: list[Region] = []
    for notice in notices:
        drawn, own = story_items(notice, tree, plan.grid, case.style)
        items += drawn
        regions += own
        if notice.lines:
            regions.append(Region(tree.story(notice.block.story.id, ""), notice.block.outline))
    return [*items, *_rules(plan.fold, notices, tree.add(Role.ARTIFACT, page), case)], regions


def _title(plan: FoldPlan, part: int, workshop: Workshop, case: TypeCase) -> Iterator[Item]:
    style = case.style.types["fold-title"]
    words = case.style.fold.title.format_map(workshop.fields)
    if not words or not plan.rows:
        return
    runs = set_words(words, case.font(style), case.headline_setting)
    over = width_of(runs) - plan.rect.width
    report_over(words, over, workshop, (plan.place.span, "fold"))
    x = plan.rect.x - over // 2
    for run in runs:
        yield TextRun(Layer.TEXT, part, Point(x, plan.rows[0].baseline), run, style.ink)
        x += run.width


def _rules(plan: FoldPlan, notices: Sequence[StoryOnPage], part: int, case: TypeCase) -> Iterator[Rule]:
    """Rules in the middle of the white between notices, and under the title."""
    style, rect = case.style, plan.rect
    if style.fold.between == "white":
        return
    shown = [notice.block.outline for notice in notices if notice.lines]
    middles = [(above.bottom + below.y) // 2 for above, below in pairwise(shown)]
    if style.fold.title and shown:
        middles.append(shown[0].y - style.leading // 2)
    for y in middles:
        start, end = Point(rect.x, y), Point(rect.right, y)
        yield Rule(Layer.RULE, part, start, end, style.rules.column_weight, style.rules.column_ink)
