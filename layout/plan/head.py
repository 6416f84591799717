"""Headline blocks: label, kicker, main head, deck, byline and summary stacked, and rounded up to whole lines."""

from __future__ import annotations

from dataclasses import dataclass

from layout.diagnostics import Sink
from layout.display.items import Glyphs, Role
from layout.edition.model import Story, StoryPlace, Words
from layout.geometry import Point, Rect, Slot
from layout.ink import BLACK, Ink
from layout.plan.findings import HEAD_TOO_WIDE
from layout.plan.grid import PageGrid
from layout.plan.model import HeadBlock, PlacedWords, Plate
from layout.plan.type import TypeCase
from layout.style.model import Align, HeadlineLevel, TypeStyle
from layout.text.headline import HeadRequest, HeadSetting, break_head, fit_head
from layout.text.model import Prose
from layout.text.pour import pour
from layout.text.words import set_words, width_of
from layout.units import Length

# The em box of a Han face: this much of it, in thousandths, stands above the baseline.
ASCENT = 880
# A longer headline is no headline; nobody waits for all the ways to break it.
LONGEST_BROKEN = 100


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the stack: its words, and how high it is from the top of its em box to the top of the next row."""

    role: Role
    runs: tuple[Glyphs, ...]
    width: Length
    size: Length
    pitch: Length
    align: Align
    ink: Ink


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows that belong together; white of the level's `between` stands between groups."""

    rows: tuple[_Row, ...]
    plates: tuple[Plate, ...] = ()
    indent: Length = 0

    @property
    def height(self) -> Length:
        """From the top of the first em box to the foot of the last."""
        return sum(row.pitch for row in self.rows[:-1]) + self.rows[-1].size


def plan_head(place: StoryPlace, story: Story, rect: Rect, grid: PageGrid, case: TypeCase, sink: Sink) -> HeadBlock:
    """The headline block of a story at the top of `rect` (its width is the headline's measure; its height is not used).

    Reports HEAD_TOO_WIDE for a part that fits at no size of its level.
    """
    assert place.headline is not None
    level = case.style.levels[place.headline.level]
    groups = _groups(place, story, level, rect.width, case, sink)
    height = sum(group.height for group in groups) + _white(level.between, grid) * (len(groups) - 1)
    white = _white(level.above, grid) + _white(level.below, grid)
    lines = -(-(height + white) // grid.leading)
    slack = lines * grid.leading - height - white
    top = rect.y + _white(level.above, grid) + slack * 2 // 5
    words, plates = _placed(groups, Point(rect.x, top), rect.width, _white(level.between, grid))
    return HeadBlock(Rect(rect.x, rect.y, rect.width, lines * grid.leading), lines, words, plates)


def _white(thousandths: int, grid: PageGrid) -> Length:
    return thousandths * grid.leading // 1000


def _groups(
    place: StoryPlace, story: Story, level: HeadlineLevel, width: Length, case: TypeCase, sink: Sink
) -> list[_Group]:
    assert place.headline is not None
    if place.continued:
        words = place.headline.text or story.headline
        return [_main(words, level, width, case, sink)] if words else []
    groups = [_label(story.label, case)] if story.label else []
    if story.kicker:
        groups.append(_minor(Role.KICKER, story.kicker, level.kicker, width, case, sink))
    main = place.headline.text or story.headline
    if main:
        groups.append(_main(main, level, width, case, sink))
    if story.deck:
        groups.append(_minor(Role.DECK, story.deck, level.deck, width, case, sink))
    if story.summary:
        groups.append(_summary(story.summary, width, case))
    if story.byline and level.byline == "head":
        groups.append(_minor(Role.BYLINE, story.byline, case.style.types["byline"], width, case, sink))
    return groups


def _main(words: Words, level: HeadlineLevel, width: Length, case: TypeCase, sink: Sink) -> _Group:
    return _fitted(Role.HEADLINE, words, level, width, case, sink)


def _fitted(role: Role, words: Words, level: HeadlineLevel, width: Length, case: TypeCase, sink: Sink) -> _Group:
    style = level.main
    request = HeadRequest(
        faces=case.faces.chain(style.face),
        sizes=level.sizes,
        setting=case.headline_setting,
        condense=level.condense,
        open=level.open,
        tracking=style.tracking,
    )
    fitted = _broken(words, request, width)
    if not fitted.fits:
        _report_too_wide(role, words, fitted.over, sink)
    pitch = fitted.size * style.leading // style.size
    rows = tuple(_Row(role, line.runs, line.width, fitted.size, pitch, style.align, style.ink) for line in fitted.lines)
    return _Group(rows)


def _broken(words: Words, request: HeadRequest, width: Length) -> HeadSetting:
    """A head in the lines the editor gave; one that was given as a single line may take two, or three, when it must."""
    fitted = fit_head(words.lines, request, width)
    if fitted.fits or len(words.lines) > 1 or len(words.text) > LONGEST_BROKEN:
        return fitted
    for count in (2, 3):
        lines = break_head(words.text, count)
        trial = fit_head(lines, request, width)
        if len(lines) == count and trial.fits:
            return trial
    return fitted


def _minor(role: Role, words: Words, style: TypeStyle, width: Length, case: TypeCase, sink: Sink) -> _Group:
    """Kicker, deck or byline: at their own size, a little smaller when they have to be."""
    request = HeadRequest(
        faces=case.faces.chain(style.face),
        sizes=(style.size, style.size * 9 // 10, style.size * 8 // 10),
        setting=case.headline_setting,
        condense=880,
        open=0,
        tracking=style.tracking,
    )
    fitted = fit_head(words.lines, request, width)
    if not fitted.fits:
        _report_too_wide(role, words, fitted.over, sink)
    pitch = fitted.size * style.leading // style.size
    rows = tuple(_Row(role, line.runs, line.width, fitted.size, pitch, style.align, style.ink) for line in fitted.lines)
    return _Group(rows)


def _report_too_wide(role: Role, words: Words, over: int, sink: Sink) -> None:
    sink.report(HEAD_TOO_WIDE, words.span, role.value, part=role.value, text=words.text[:30], characters=over)


def _label(words: Words, case: TypeCase) -> _Group:
    """A standing label: reversed on a black plate at the left."""
    style = case.style.types["label"]
    runs = set_words(words.text, case.font(style), case.headline_setting)
    width, padding = width_of(runs), style.size // 2
    height = style.size * 8 // 5
    plate = Plate(Rect(0, -(height - style.size) // 2, width + 2 * padding, height), BLACK)
    row = _Row(Role.LABEL, runs, width, style.size, height, "left", style.ink)
    return _Group((row,), (plate,), padding)


def _summary(words: Words, width: Length, case: TypeCase) -> _Group:
    """A summary (提要): larger, looser, with a grey bar at its left."""
    style = case.style.types["summary"]
    bar, indent = style.size // 3, style.size * 3 // 2
    measure = (width - 2 * indent) // style.size * style.size
    prose = Prose(words.text, case.font(style), case.body_setting, style.align)
    poured = pour((prose,), tuple(Slot(0, 0, measure) for _ in range(40)))
    rows = tuple(
        _Row(Role.SUMMARY, line.runs, line.width, style.size, style.leading, "left", style.ink)
        for line in poured.placed + poured.rest
    )
    height = sum(row.pitch for row in rows[:-1]) + style.size
    return _Group(rows, (Plate(Rect(0, 0, bar, height), BLACK.tint(300)),), indent)


def _placed(
    groups: list[_Group], corner: Point, width: Length, between: Length
) -> tuple[tuple[PlacedWords, ...], tuple[Plate, ...]]:
    words: list[PlacedWords] = []
    plates: list[Plate] = []
    y = corner.y
    for group in groups:
        plates += [
            Plate(Rect(corner.x + p.rect.x, y + p.rect.y, p.rect.width, p.rect.height), p.ink) for p in group.plates
        ]
        row_y = y
        for row in group.rows:
            x = corner.x + group.indent + _offset(row.align, width - 2 * group.indent - row.width)
            origin = Point(x, row_y + row.size * ASCENT // 1000)
            words.append(PlacedWords(row.role, row.runs, origin, row.ink))
            row_y += row.pitch
        y += group.height + between
    return tuple(words), tuple(plates)


def _offset(align: Align, room: Length) -> Length:
    if align == "center":
        return room // 2
    return room if align == "right" else 0
