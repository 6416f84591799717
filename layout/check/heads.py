"""Headlines beside, under and over one another, and headlines over their text (F01, F02, F06, F07)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from layout.check.scene import Head, Leg, Placed, Scene, across, down, line_rect
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.geometry import Rect, hull

SIDE_BY_SIDE = Kind(
    "LAY101",
    Severity.WARNING,
    zh="碰题：“{one}”和“{other}”的标题并排，字号相近，中间没有隔开",
    en="heads side by side: “{one}” and “{other}” stand at one height in like sizes with nothing between",
    hint_zh="错开 {lines} 行以上，换一级字号，给其中一篇加框，或改成竖题",
    hint_en="move one by {lines} lines or more, change its level, frame one of the stories, or set it vertically",
    why_zh="两个并排的标题会被连着读成一句。",
    why_en="Readers run two heads that stand side by side together into one.",
)
STACKED = Kind(
    "LAY102",
    Severity.ERROR,
    zh="叠题：“{other}”的标题紧接在“{one}”的标题下面",
    en="stacked heads: the head of “{other}” stands directly under that of “{one}”",
    hint_zh="两题之间至少隔 {lines} 行正文，或移开其中一篇",
    hint_en="put at least {lines} lines of text between them, or move one of the stories",
    why_zh="上下相叠的标题看起来像同一篇的两行。",
    why_en="A head directly under another looks like its second line.",
)
TEXT_ASTRAY = Kind(
    "LAY106",
    Severity.ERROR,
    zh="文不接题：“{story}”的正文没有接着它的标题",
    en="the text of “{story}” does not begin at its headline",
    hint_zh="让第一个框从标题下面（竖题则在旁边）开始，不要隔着别的稿件",
    hint_en="let the first box begin under the head (beside a vertical one), with no other story between",
    why_zh="读者找不到正文，或把别的文章当成了它。",
    why_en="Readers lose the text, or take another story's for it.",
)
BEFORE_HEAD = Kind(
    "LAY135",
    Severity.NOTE,
    zh="“{story}”的横排正文从竖题的左边排起",
    en="the text of “{story}”, set across, begins to the left of its vertical headline",
    hint_zh="竖题改在左边（side: left），或给这篇加框",
    hint_en="set the headline at the left (side: left), or frame the story",
    why_zh="横排从左读起，题左边的那一栏看起来是别的稿件的；有框就不会认错。竖排正文从右读起，题在右边正好。",
    why_en="Text set across is read from the left; a leg there looks like another story's, unless a frame holds it.",
)
UNCOVERED = Kind(
    "LAY107",
    Severity.WARNING,
    zh="题盖不住文：“{story}”的标题比它下面的正文{how_zh}一栏以上",
    en="the head of “{story}” is {how_en} than the text under it by a column or more",
    hint_zh="标题和正文取同样的栏数，或加框、加线",
    hint_en="give head and text the same columns, or a frame or a rule to join them",
    why_zh="没有标题盖着的栏，看上去不属于这篇。",
    why_en="A leg that no head covers seems to belong to another story.",
)


def heads_side_by_side(scene: Scene) -> Iterator[Diagnostic]:
    """碰题: main heads of two stories, both across or both down, close beside each other at one height in like sizes.

    Why: they are read as one sentence. Example: two heads of 30 pt over columns 1–4 and 5–8, both in line 6.
    Cure: text or a picture between, one of them framed or vertical, or moved by three lines. Near is two ems of the
    body, a gutter and a half, or one and a half characters of the larger head, whichever is most.
    """
    checks, grid = scene.checks, scene.grid
    near_text = max(int(checks.heads_apart * grid.em), grid.gutter * 3 // 2)
    for one, other in combinations([story for story in scene.stories if story.head], 2):
        first, second = one.head, other.head
        if first is None or second is None or first.vertical is not second.vertical or one.framed or other.framed:
            continue
        beside = across(first.rect, second.rect)
        near = max(near_text, int(checks.heads_apart_own * max(first.size, second.size)))
        if (
            beside > 0
            or -beside > near
            or 2 * down(first.rect, second.rect) < min(first.rect.height, second.rect.height)
        ):
            continue
        offset, ratio = abs(first.rect.y - second.rect.y), _ratio(first, second)
        if offset >= checks.heads_offset * grid.leading or ratio < checks.heads_like:
            continue
        severity = Severity.ERROR if ratio >= checks.heads_equal and offset <= grid.leading else None
        where = first.rect.union(second.rect)
        yield scene.found(
            SIDE_BY_SIDE,
            other.place.span,
            where,
            severity=severity,
            one=one.name,
            other=other.name,
            lines=checks.heads_offset,
        )


def _ratio(one: Head, other: Head) -> float:
    return min(one.size, other.size) / max(one.size, other.size)


def heads_stacked(scene: Scene) -> Iterator[Diagnostic]:
    """叠题: a head less than three lines under another story's head, with no text between.

    Why: two heads one over the other look like one of two lines. Example: a head in line 6 whose text stands only
    beside it, and the next story's head in line 10. Cure: text between them, or another place.
    """
    near = scene.checks.heads_stacked * scene.grid.leading
    headed = [story for story in scene.stories if story.head]
    for one, other in combinations(headed, 2):
        upper, lower = sorted((one, other), key=lambda story: story.head.ink.y if story.head else 0)
        if upper.head is None or lower.head is None:
            continue
        above, below = upper.head.ink, lower.head.ink
        if 2 * across(above, below) < min(above.width, below.width) or not 0 <= -down(above, below) < near:
            continue
        if upper.framed is lower.framed and not _text_between(scene, above, below):
            yield scene.found(
                STACKED,
                lower.place.span,
                above.union(below),
                one=upper.name,
                other=lower.name,
                lines=scene.checks.heads_stacked,
            )


def _text_between(scene: Scene, above: Rect, below: Rect) -> bool:
    gap = Rect(max(above.x, below.x), above.bottom, across(above, below), below.y - above.bottom)
    return any(
        gap.overlaps(line_rect(line))
        for story in scene.stories
        for leg in story.legs
        if across(leg.rect, gap) > 0
        for line in leg.lines
    )


def text_away_from_head(scene: Scene) -> Iterator[Diagnostic]:
    """文不接题: the first leg does not begin within three lines under its headline, or beside a vertical one.

    Why: the reader's eye goes from the head to the text next to it. Example: the head over columns 1–3, the text in
    column 5. Cure: the first box under the head; a picture of the story may stand between.
    """
    for story in scene.stories:
        if story.head is None or not story.filled:
            continue
        first = line_rect(story.filled[0].lines[0])
        if not _begins_at(scene, story, first) or _nearer_head(scene, story, first):
            yield scene.found(TEXT_ASTRAY, story.place.span, first, story=story.name)


def text_before_head(scene: Scene) -> Iterator[Diagnostic]:
    """Text set across whose first leg stands to the left of its vertical head, in a story without a frame.

    Why: readers begin at the left, and take that leg for another story's. Example: `side: middle` over columns 1 to 3,
    the first leg in column 1. Cure: `side: left`, or a frame round the story; text set down has its head at the right.
    """
    for story in scene.stories:
        if story.head is None or not story.head.vertical or story.framed or not story.filled:
            continue
        first = story.filled[0]
        if (
            not first.frame.vertical
            and first.rect.right <= story.head.block.x
            and down(story.head.block, first.rect) > 0
        ):
            yield scene.found(BEFORE_HEAD, story.place.span, first.rect, story=story.name)


def _begins_at(scene: Scene, story: Placed, first: Rect) -> bool:
    assert story.head is not None
    near = scene.checks.head_to_text * scene.grid.leading
    owned = _with_own_pictures(story, story.head.block)
    under = across(owned, first) > 0 and -near <= first.y - owned.bottom <= near
    if story.head.vertical:
        # The text beside a vertical head may begin in a leg further off.
        first = hull([leg.rect for leg in story.filled])
    beside = down(owned, first) > 0 and -across(owned, first) <= 2 * scene.grid.gutter + scene.grid.em
    return under or beside


def _with_own_pictures(story: Placed, block: Rect) -> Rect:
    """The headline block, the ornaments beside it and the story's pictures that hang on it one under another."""
    for _, ornament in story.block.ornaments:
        if down(block, ornament.rect) > 0:
            block = block.union(ornament.rect)
    for picture in sorted(story.block.illustrations, key=lambda picture: picture.box.y):
        if across(block, picture.box) > 0 and -down(block, picture.box) <= picture.box.height // 4:
            block = block.union(picture.box)
    return block


def _nearer_head(scene: Scene, story: Placed, first: Rect) -> bool:
    """Whether another story's head, with nothing of its own under it, stands right over this story's first line."""
    assert story.head is not None
    own = first.y - story.head.ink.bottom
    for other in scene.stories:
        if other is story or other.head is None or across(other.head.ink, first) <= 0:
            continue
        distance = first.y - other.head.ink.bottom
        if 0 <= distance < min(max(own, scene.grid.leading), 3 * scene.grid.leading):
            return True
    return False


def head_and_width(scene: Scene) -> Iterator[Diagnostic]:
    """题盖不住文: legs stand beside the head's columns without rising beside it, or the head reaches past its text.

    Why: a leg no head covers seems to be another story's. Example: a head over two columns, text in four.
    Cure: head and text over the same columns; a frame or a rule over the rest.
    """
    for story in scene.stories:
        if story.head is None or story.head.vertical or story.framed or not story.filled:
            continue
        covered = _columns_uncovered(scene, story)
        if covered:
            yield scene.found(UNCOVERED, story.place.span, covered, story=story.name, how_zh="窄", how_en="narrower")
            continue
        content = hull([leg.rect for leg in story.filled] + [picture.box for picture in story.block.illustrations])
        if story.head.block.width - content.width > scene.grid.measure + scene.grid.gutter:
            where = story.head.block
            yield scene.found(UNCOVERED, story.place.span, where, story=story.name, how_zh="宽", how_en="wider")


def _columns_uncovered(scene: Scene, story: Placed) -> Rect | None:
    """The first leg outside the head's columns that begins below its foot and has no rule over it."""
    assert story.head is not None
    block, near = story.head.block, 2 * scene.grid.leading
    for leg in story.filled:
        outside = across(block, leg.rect) <= 0 and leg.rect.y >= block.bottom - scene.grid.leading
        if outside and not _ruled_above(scene, leg, near) and not _under_picture(story, leg):
            return leg.rect
    return None


def _ruled_above(scene: Scene, leg: Leg, near: int) -> bool:
    return any(
        rule.start.y == rule.end.y
        and rule.start.x <= leg.rect.x
        and rule.end.x >= leg.rect.right
        and abs(leg.rect.y - rule.start.y) <= near
        for rule in scene.rules()
    )


def _under_picture(story: Placed, leg: Leg) -> bool:
    return any(
        across(picture.box, leg.rect) > 0 and picture.box.y < leg.rect.y for picture in story.block.illustrations
    )
