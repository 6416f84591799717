"""What parts neighbouring stories: white kept between them, and rules drawn in it by a rule of the style.

Few rules (as papers have): a hairline between stories standing one on the other, a line down the gutter between stories
side by side, each only where the style, the page or the story asks for it. A frame is a separator of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.edition.model import Box, Page, Parting, StoryPlace
from layout.geometry import Point, Rect
from layout.plan.grid import PageGrid
from layout.style.borders import FrameStyle
from layout.style.model import PaperStyle
from layout.units import Length

# Stories further apart than this many lines are no neighbours; lines down a gutter go on over gaps up to as large.
NEAR = 4

# White at a frame, in lines.
FRAME_WHITE = 1

FrameOf = Callable[[StoryPlace], FrameStyle]


# A rule between stories, from end to end.
Separator = tuple[Point, Point]


class _Meeting(Struct, frozen=True):
    """Two boxes of different stories that face each other, the first above or left of the second."""

    one: tuple[StoryPlace, Box]
    other: tuple[StoryPlace, Box]


def spaced(page: Page, style: PaperStyle, frame_of: FrameOf) -> Page:
    """The page with the boxes of stories made lower where another stands under them without the style's white.

    A frame is a separator of its own: a line of white is enough for it.
    """
    lower: dict[tuple[int, Box], int] = {}
    for meeting in _stacked(page):
        (place, above), (_, below) = meeting.one, meeting.other
        framed = _bounded(meeting, frame_of)
        white = min(style.separators.white, FRAME_WHITE) if framed else style.separators.white
        missing = white - (below.line - above.line - above.lines)
        if _goes_on_below(place, above):
            # A shape of several boxes is not torn: what stands in its corner keeps what white there is.
            continue
        if _parting(meeting, page, style.separators.stacked) != "none" and 0 < missing < above.lines:
            known = lower.get((id(place), above), above.lines)
            lower[id(place), above] = min(known, above.lines - missing)
    return replace(page, stories=tuple(_lowered(place, lower) for place in page.stories))


def _goes_on_below(place: StoryPlace, box: Box) -> bool:
    """Whether another box of the story stands directly under a box of it."""
    foot = box.line + box.lines
    return any(
        other.line == foot and other.column < box.column + box.columns and box.column < other.column + other.columns
        for other in place.boxes
    )


def _lowered(place: StoryPlace, lower: dict[tuple[int, Box], int]) -> StoryPlace:
    boxes = tuple(replace(box, lines=lower.get((id(place), box), box.lines)) for box in place.boxes)
    return replace(place, boxes=boxes) if boxes != place.boxes else place


def separators(page: Page, grid: PageGrid, style: PaperStyle, frame_of: FrameOf) -> tuple[Separator, ...]:
    """The rules between the stories of a page (already spaced)."""
    taken = [grid.rect(box) for box in _boxes(page)]
    ruled = [
        meeting
        for meeting in _stacked(page)
        if _parting(meeting, page, style.separators.stacked) == "rules"
        and not _ruled_by_hand(meeting.one[1], meeting.other[1], page)
    ]
    across = [(_across(meeting.one[1], meeting.other[1], grid), _bounded(meeting, frame_of)) for meeting in ruled]
    if style.separators.adverts == "rules":
        across += [(rule, False) for rule in _at_adverts(page, grid, frame_of)]
    down = [
        (_down(meeting, grid), frame_of(meeting.one[0]).bounds("right") or frame_of(meeting.other[0]).bounds("left"))
        for meeting in _beside(page)
        if _parting(meeting, page, style.separators.beside) == "rules"
        and grid.gutter >= grid.em
        and not _ruled_by_hand(meeting.one[1], meeting.other[1], page)
    ]
    return (*_joined_across(across, grid), *_joined_down(down, grid, taken))


def _boxes(page: Page) -> Iterator[Box]:
    for place in page.stories:
        yield from place.boxes
        yield from (picture.box for picture in place.pictures)
    yield from (picture.box for picture in page.pictures)
    yield from (group.box for group in page.groups)
    yield from (advert.box for advert in page.adverts)


def _pairs(page: Page) -> Iterator[_Meeting]:
    own = [(place, box) for place in page.stories for box in place.boxes]
    return (_Meeting(one, other) for one in own for other in own if one[0] is not other[0])


def _stacked(page: Page) -> Iterator[_Meeting]:
    """Boxes one over the other, with little white between them."""
    for meeting in _pairs(page):
        if _over(meeting.one[1], meeting.other[1]):
            yield meeting


def _over(above: Box, below: Box) -> bool:
    """Whether a box stands over another with little white between them."""
    apart = below.line - above.line - above.lines
    shared = min(above.column + above.columns, below.column + below.columns) - max(above.column, below.column)
    return 0 <= apart <= NEAR and shared > 0


def _beside(page: Page) -> Iterator[_Meeting]:
    """Boxes side by side with a gutter between them."""
    for meeting in _pairs(page):
        left, right = meeting.one[1], meeting.other[1]
        shared = min(left.line + left.lines, right.line + right.lines) - max(left.line, right.line)
        if left.column + left.columns == right.column and shared > 0:
            yield meeting


def _bounded(meeting: _Meeting, frame_of: FrameOf) -> bool:
    """Whether a frame stands between two stories, one over the other."""
    return frame_of(meeting.one[0]).bounds("bottom") or frame_of(meeting.other[0]).bounds("top")


def _parting(meeting: _Meeting, page: Page, by_style: Parting) -> Parting:
    """What parts two stories: what either of them says (the sparer wins), else the page, else the style."""
    said = {place.separators for place, _ in (meeting.one, meeting.other)} - {None}
    for sparer in ("none", "white", "rules"):
        if sparer in said:
            return sparer
    return page.separators or by_style


def _at_adverts(page: Page, grid: PageGrid, frame_of: FrameOf) -> Iterator[Separator]:
    """Rules in the white between stories and the adverts over or under them, where no frame of the story stands."""
    for place in page.stories:
        frame = frame_of(place)
        for box in place.boxes:
            for advert in page.adverts:
                if _over(box, advert.box) and not frame.bounds("bottom"):
                    above, below = box, advert.box
                elif _over(advert.box, box) and not frame.bounds("top"):
                    above, below = advert.box, box
                else:
                    continue
                if below.line > above.line + above.lines and not _ruled_by_hand(above, below, page):
                    yield _across(above, below, grid)


def _ruled_by_hand(one: Box, other: Box, page: Page) -> bool:
    """Whether the manifest has a rule of its own between two boxes."""
    if one.column + one.columns == other.column:
        return any(
            rule.vertical and rule.column == other.column and rule.line < one.line + one.lines for rule in page.rules
        )
    return any(
        not rule.vertical
        and one.line + one.lines - 1 <= rule.line <= other.line
        and rule.column < one.column + one.columns
        and one.column < rule.column + rule.columns
        for rule in page.rules
    )


def _across(one: Box, other: Box, grid: PageGrid) -> Separator:
    above, below = grid.rect(one), grid.rect(other)
    y = (above.bottom + below.y) // 2
    return (Point(max(above.x, below.x), y), Point(min(above.right, below.right), y))


def _down(meeting: _Meeting, grid: PageGrid) -> Separator:
    """A line from the top of the first em box to the foot of the last, in the middle of the gutter."""
    left, right = grid.rect(meeting.one[1]), grid.rect(meeting.other[1])
    x, inset = (left.right + right.x) // 2, (grid.leading - grid.em) // 2
    top, bottom = max(left.y, right.y) + inset, min(left.bottom, right.bottom) - inset
    return (Point(x, top), Point(x, bottom))


def _joined_across(found: Sequence[tuple[Separator, bool]], grid: PageGrid) -> list[Separator]:
    """Rules at one height, those parted by no more than a gutter made one.

    A frame needs no rule, but one beside it goes on over or under the frame: it would stop halfway across a story.
    """
    joined: list[Separator] = []
    needless: list[bool] = []
    for (start, end), framed in sorted(found, key=lambda one: (one[0][0].y, one[0][0].x)):
        before = joined[-1] if joined else None
        if before and before[0].y == start.y and start.x <= before[1].x + grid.gutter:
            joined[-1] = (before[0], Point(max(before[1].x, end.x), end.y))
            needless[-1] = needless[-1] and framed
        else:
            joined.append((start, end))
            needless.append(framed)
    return [rule for rule, without in zip(joined, needless, strict=True) if not without]


def _joined_down(found: Sequence[tuple[Separator, bool]], grid: PageGrid, taken: Sequence[Rect]) -> list[Separator]:
    """Lines down one gutter made one over the white between stories, unless something stands across it there.

    As across the page, a frame needs none, but one above or below it goes on beside the frame.
    """
    joined: list[Separator] = []
    needless: list[bool] = []
    for (start, end), framed in sorted(found, key=lambda one: (one[0][0].x, one[0][0].y)):
        before = joined[-1] if joined else None
        if before and before[0].x == start.x and _goes_on(before[1], start, grid, taken):
            joined[-1] = (before[0], Point(end.x, max(before[1].y, end.y)))
            needless[-1] = needless[-1] and framed
        else:
            joined.append((start, end))
            needless.append(framed)
    return [rule for rule, without in zip(joined, needless, strict=True) if not without]


def _goes_on(end: Point, start: Point, grid: PageGrid, taken: Sequence[Rect]) -> bool:
    gap: Length = start.y - end.y
    if gap > (NEAR + 1) * grid.leading:
        return False
    white = Rect(start.x - grid.gutter // 4, end.y, grid.gutter // 2, max(gap, 0))
    return not any(rect.overlaps(white) for rect in taken)
