"""How the blocks of a page lie: seams through it, legs that jump, odd widths (F03, F04, F05, F16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.check.blank import made_up
from layout.check.scene import Head, Leg, Placed, Scene, across, down, line_rect
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.edition.model import Columns
from layout.geometry import Rect
from layout.units import Length, to_millimetres

GUTTER_THROUGH = Kind(
    "LAY103",
    Severity.WARNING,
    zh="通缝：第 {column} 栏左边的栏缝从上到下没有打断（{share}%）",
    en="a gutter through the page: left of column {column} nothing crosses it ({share} % of the height)",
    hint_zh="让一篇稿件、一幅图或一个标题跨过它；模块式版面可在缝里画一条线",
    hint_en="let a story, a picture or a head cross it; on a modular page draw a rule in it",
    why_zh="一条缝贯通上下，一版就裂成了两版。",
    why_en="A seam from top to foot splits the page in two.",
)
LINE_THROUGH = Kind(
    "LAY104",
    Severity.WARNING,
    zh="断版：第 {line} 行上边的横缝左右贯通，没有打断",
    en="a white line through the page above line {line}: nothing crosses it",
    hint_zh="错开上下稿件的边，或在这里画一条通栏线",
    hint_en="let the edges of the stories stagger, or draw a rule across the page here",
    why_zh="横缝贯通，上下像两张报纸。",
    why_en="A seam across makes two papers of one page.",
)
LEG_ASTRAY = Kind(
    "LAY105",
    Severity.ERROR,
    zh="跳栏：“{story}”的第 {leg} 栏接不上前一栏",
    en="“{story}” jumps: its leg {leg} does not follow on the one before",
    hint_zh="相接的两栏要共用一条栏缝，中间不能有别的稿件的标题",
    hint_en="legs that follow one another share a gutter, with no other story's head between",
    why_zh="栏断了，读者就会读到别的文章里去。",
    why_en="Where the legs break off, readers go on in another story.",
)
ODD_WIDTH = Kind(
    "LAY116",
    Severity.WARNING,
    zh="“{story}”有一栏宽 {width} 毫米，不合网格，也没有声明破栏",
    en="a leg of “{story}” is {width} mm wide: off the grid, and no bastard measure was asked for",
    hint_zh="用基本栏，或写 legs 声明破栏",
    hint_en="use the basic columns, or say legs",
    why_zh="栏宽随意，版面就乱了格。",
    why_en="Widths at random break the page's grid.",
)


def gutter_through(scene: Scene) -> Iterator[Diagnostic]:
    """通缝: a gutter that no story, picture or headline crosses over 90 % of the height that stories take.

    Why: it splits the page in two. Example: columns 1–3 and 4–6 with all their stories ending at the same gutter.
    Cure: let something cross it; on a modular page a rule in the gutter makes it meant. Fixed matter and adverts are
    left out of the height; on interlocking pages it is an error.
    """
    if not made_up(scene):
        return
    modular = scene.composition.edition.layout_style == "modular"
    for column in range(2, scene.grid.columns + 1):
        x = scene.grid.column_x(column)
        gutter = Rect(x - scene.grid.gutter, scene.grid.top, scene.grid.gutter, scene.grid.type_area.height)
        open_rows, all_rows = _rows_along(scene, gutter)
        if 2 * len(all_rows) < scene.grid.lines or len(open_rows) * 100 < scene.checks.through_gutter * len(all_rows):
            continue
        if modular and _ruled(scene, gutter, len(open_rows)):
            continue
        severity = Severity.WARNING if modular else Severity.ERROR
        share = len(open_rows) * 100 // len(all_rows)
        yield scene.found(
            GUTTER_THROUGH, scene.sheet.plan.page.span, gutter, severity=severity, column=column, share=share
        )


def _rows_along(scene: Scene, gutter: Rect) -> tuple[list[int], list[int]]:
    """The rows where nothing crosses a gutter, and those where stories stand on both its sides."""
    grid = scene.grid
    left = Rect(gutter.x - grid.em, gutter.y, grid.em, gutter.height)
    right = Rect(gutter.right, gutter.y, grid.em, gutter.height)
    blocks = _editorial(scene)
    crossing = _covered_rows(scene, [block for block in blocks if block.overlaps(gutter)])
    beside = _covered_rows(scene, [b for b in blocks if b.overlaps(left)]) & _covered_rows(
        scene, [b for b in blocks if b.overlaps(right)]
    )
    rows = sorted(beside | crossing)
    return [row for row in rows if row not in crossing], rows


def _editorial(scene: Scene) -> list[Rect]:
    plan = scene.sheet.plan
    return [box for story in scene.stories for box in story.boxes] + [picture.box for picture in plan.illustrations]


def _covered_rows(scene: Scene, rects: Sequence[Rect]) -> set[int]:
    grid = scene.grid
    rows: set[int] = set()
    for rect in rects:
        first = (rect.y - grid.top) // grid.leading + 1
        rows.update(range(first, first + rect.height // grid.leading))
    return rows


def _ruled(scene: Scene, gutter: Rect, rows: int) -> bool:
    length = sum(
        rule.end.y - rule.start.y
        for rule in scene.rules()
        if rule.start.x == rule.end.x and gutter.x <= rule.start.x <= gutter.right
    )
    return length * 100 >= 80 * rows * scene.grid.leading


def line_through(scene: Scene) -> Iterator[Diagnostic]:
    """断版: a horizontal line that nothing crosses over 95 % of the width, between 15 and 85 % of the height.

    Why: it makes two papers of one page. Example: all stories of the upper half end in line 60. Cure: stagger them,
    or draw a rule right across. The edge of an advert strip is no such line; two of them are an error.
    """
    if not made_up(scene):
        return
    grid = scene.grid
    blocks = [*_editorial(scene), *(advert.box for advert in scene.sheet.plan.adverts), *scene.panels]
    first, last = grid.lines * 15 // 100, grid.lines * 85 // 100
    open_rows = [row for row in range(first, last) if _open_above(scene, blocks, row)]
    seams = [row for row in open_rows if row - 1 not in open_rows]
    seams = [row for row in seams if not _declared(scene, row, open_rows)]
    for row in seams:
        where = Rect(grid.left, grid.line_top(row) - grid.leading // 2, grid.type_area.width, grid.leading)
        severity = Severity.ERROR if len(seams) > 1 else None
        yield scene.found(LINE_THROUGH, scene.sheet.plan.page.span, where, severity=severity, line=row)


def _open_above(scene: Scene, blocks: Sequence[Rect], row: int) -> bool:
    """Whether nothing crosses the upper edge of a row, with something above and below it."""
    y, area = scene.grid.line_top(row), scene.grid.type_area
    crossing = sum(across(block, area) for block in blocks if block.y < y < block.bottom)
    above = any(y - 4 * scene.grid.leading <= block.bottom <= y for block in blocks)
    below = any(y <= block.y <= y + 4 * scene.grid.leading for block in blocks)
    return above and below and crossing * 100 <= (100 - scene.checks.through_line) * area.width


def _declared(scene: Scene, row: int, open_rows: Sequence[int]) -> bool:
    """Whether a rule across the page, fixed matter or an advert strip makes the seam meant."""
    grid, area = scene.grid, scene.grid.type_area
    end = row
    while end + 1 in open_rows:
        end += 1
    top, bottom = grid.line_top(row) - grid.leading, grid.line_top(end) + grid.leading
    ruled = sum(
        rule.end.x - rule.start.x
        for rule in scene.rules()
        if rule.start.y == rule.end.y and top <= rule.start.y <= bottom
    )
    strips = [*(advert.box for advert in scene.sheet.plan.adverts), *scene.panels]
    edges = sum(box.width for box in strips if top <= box.y <= bottom or top <= box.bottom <= bottom)
    return max(ruled, edges) * 100 >= 90 * area.width


def legs_follow(scene: Scene) -> Iterator[Diagnostic]:
    """跳栏: two legs that follow one another share no gutter, or another story's head stands in the way.

    Why: the reader goes on in the wrong story. Example: boxes in columns 1–2 and 5–6 with a story between. Cure: boxes
    that touch, or a jump line.
    """
    heads = [(other, other.head) for other in scene.stories if other.head]
    for story in scene.stories:
        own = story.filled
        for number, (one, other) in enumerate(pairwise(own), 2):
            if _follows(scene, story, one, other) and not _head_between(story, one, other, heads):
                continue
            yield scene.found(LEG_ASTRAY, story.place.span, other.rect, story=story.name, leg=number)


def _follows(scene: Scene, story: Placed, one: Leg, other: Leg) -> bool:
    if story.framed:
        return True
    near = 2 * scene.grid.gutter + _own_head_between(story, one, other)
    beside = -near <= across(one.rect, other.rect) <= 0 and down(one.rect, other.rect) >= scene.grid.leading
    below = across(one.rect, other.rect) > 0 and other.rect.y >= one.rect.y
    return beside or below


def _own_head_between(story: Placed, one: Leg, other: Leg) -> Length:
    """How wide the story's own vertical head is where it stands between two legs."""
    if story.head is None or not story.head.vertical:
        return 0
    block = story.head.block
    return block.width if one.rect.right <= block.x and block.right <= other.rect.x else 0


def _head_between(story: Placed, one: Leg, other: Leg, heads: Sequence[tuple[Placed, Head]]) -> bool:
    """Whether another story's head stands on the straight way from the end of a leg to the start of the next."""
    end, start = line_rect(one.lines[-1]), line_rect(other.lines[0])
    a, b = (end.x + end.width // 2, end.y), (start.x + start.width // 2, start.y)
    return any(head_of is not story and _crosses(head.rect, a, b) for head_of, head in heads)


def _crosses(rect: Rect, a: tuple[Length, Length], b: tuple[Length, Length]) -> bool:
    """Whether the straight way from a to b goes through a rectangle, looked at in 64 places."""
    if max(a[0], b[0]) <= rect.x or min(a[0], b[0]) >= rect.right:
        return False
    if max(a[1], b[1]) <= rect.y or min(a[1], b[1]) >= rect.bottom:
        return False
    steps = ((a[0] + (b[0] - a[0]) * i // 64, a[1] + (b[1] - a[1]) * i // 64) for i in range(65))
    return any(rect.x < x < rect.right and rect.y < y < rect.bottom for x, y in steps)


def widths_on_grid(scene: Scene) -> Iterator[Diagnostic]:
    """A leg whose width is that of no number of basic columns, where no bastard measure (破栏) was asked for.

    A vertical head at a side of its box shares its width with the legs: that is a measure asked for.

    Why: the page's grid is broken. Example: a leg of 15 characters on a grid of 13. Cure: whole columns, or `legs`.
    """
    grid = scene.grid
    widths = [grid.width(columns) for columns in range(1, grid.columns + 1)]
    for story in scene.stories:
        if story.framed:
            continue
        for leg in story.legs:
            box = story.box_of(leg)
            bastard = box.legs not in {None, box.columns} or story.place.columns != Columns()
            shared = story.place.headline is not None and story.place.headline.side is not None
            if bastard or shared or leg.frame.vertical:
                continue
            if min(abs(leg.rect.width - width) for width in widths) > scene.checks.width_slack:
                width_mm = round(to_millimetres(leg.rect.width), 2)
                yield scene.found(ODD_WIDTH, box.span, leg.rect, story=story.name, width=width_mm)
