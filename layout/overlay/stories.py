"""Stories on a proof: the frame of each with its name and rank, how full it is, and where its jump lines lead."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.model import Composition, Sheet
from layout.compose.story import StoryOnPage
from layout.display.items import Item, Role
from layout.display.page import Link
from layout.edition.model import StoryPlace
from layout.geometry import Frame, Point, Rect
from layout.overlay.pen import BLUE, Pen, outline
from layout.text.model import Line
from layout.units import Length, pt

_FRAME, _TAG, _OFF = pt(0.5), pt(6), pt(1.5)
# What newsrooms call the first levels; others go by the name that the style gives them.
_RANKS = {"lead": "头条", "second": "二条", "third": "三条", "editorial": "社论", "brief": "简讯"}
_PROSE = {Role.PARAGRAPH, Role.SUBHEAD, Role.CELL, Role.TABLE_TITLE}


def frame_marks(sheet: Sheet, pen: Pen, part: int) -> Iterator[Item]:
    """The outline of every story's boxes, and a tag: its place in the order of reading, name, rank, lines and 字."""
    for number, story in enumerate(sheet.stories, 1):
        place = story.block.place
        rects = [sheet.plan.grid.rect(box) for box in place.boxes]
        for rect in rects:
            yield outline(rect.grown(_OFF), part, BLUE, _FRAME)
        text = f"{number} {place.story} {_rank(place)} {_fill(story)}".replace("  ", " ")
        corner = Point(rects[0].x - _OFF, rects[0].y - _OFF - _TAG * 6 // 5)
        yield from pen.tag(text, corner, part, BLUE, _TAG)


def _rank(place: StoryPlace) -> str:
    if place.continued:
        return "续"
    level = place.headline.level if place.headline else ""
    return place.slot or _RANKS.get(level, level)


def _fill(story: StoryOnPage) -> str:
    """Lines set and lines there are, and 字 set here of all that the story has."""
    frames = [frame for frames in story.block.frames for frame in frames]
    available = sum(len(frame.slots) for frame in frames)
    taken = sum(_taken(story, frame) for frame in frames)
    here = sum(_characters(run.text) for line in story.lines if line.role in _PROSE for run in line.line.runs)
    whole = sum(_characters(paragraph.text) for paragraph in story.block.story.body)
    return f"{taken}/{available}行 {here if here == whole else f'{here}/{whole}'}字"


def _characters(text: str) -> int:
    return sum(not character.isspace() for character in text)


def _taken(story: StoryOnPage, frame: Frame) -> int:
    """The slots of a leg down to its last line, what is left white between them among them."""
    lines = [*(line.line for line in story.lines), *(line for line in (story.opening, story.closing) if line)]
    own = [line.slot for line in lines if _holds(frame.rect, line.slot.x, line.slot.baseline)]
    if not own:
        return 0
    if frame.vertical:
        last = min(slot.x for slot in own)
        return sum(slot.x >= last for slot in frame.slots)
    foot = max(slot.baseline for slot in own)
    return sum(slot.baseline <= foot for slot in frame.slots)


def _holds(rect: Rect, x: Length, y: Length) -> bool:
    return rect.x <= x < rect.right and rect.y <= y <= rect.bottom


def jump_marks(sheet: Sheet, composition: Composition, part: int) -> Iterator[tuple[Item, Link]]:
    """A frame round every jump line, and the link to where it leads."""
    for story in sheet.stories:
        own = story.block.place.story
        pages = [page for page in composition.edition.pages if any(place.story == own for place in page.stories)]
        at = next(number for number, page in enumerate(pages) if page.name == story.block.page)
        size = story.case.style.types["jump"].size
        for jump, other in ((story.opening, at - 1), (story.closing, at + 1)):
            if jump and 0 <= other < len(pages):
                rect = _around(jump, size)
                target = pages[other].name
                yield outline(rect, part, BLUE, _FRAME), Link(rect, target, _top(composition, target, own))


def _around(jump: Line, size: Length) -> Rect:
    if jump.stands:
        return Rect(jump.x - size * 2 // 3, jump.y, size * 4 // 3, jump.width)
    return Rect(jump.x, jump.y - size, jump.width, size * 5 // 4)


def _top(composition: Composition, page: str, story: str) -> Length:
    """Where a story begins on a page; its top when the page was not composed."""
    for sheet in composition.sheets:
        if sheet.plan.page.name == page:
            return next((one.block.outline.y for one in sheet.stories if one.block.place.story == story), 0)
    return 0
