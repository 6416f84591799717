"""Places of a page that nothing fills (F11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.check.scene import Scene
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.geometry import Rect

BLANK = Kind(
    "LAY111",
    Severity.WARNING,
    zh="开天窗：第 {column} 栏起 {columns} 栏、第 {line} 行起 {lines} 行是空的",
    en="a hole: {columns} columns from {column}, {lines} lines from {line} are empty",
    hint_zh="补一篇短稿、一幅图或公益广告，或加高旁边的框",
    hint_en="put a brief, a picture or a public notice there, or make a box beside it higher",
    why_zh="印出来的空白，读者会当作出了事。",
    why_en="A blank in print makes readers wonder what was taken out.",
)
UNFINISHED = Kind(
    "LAY134",
    Severity.NOTE,
    zh="{page} 版还没有组满：排了版心的 {share}%",
    en="page {page} is not made up yet: {share} % of the type area is taken",
    hint_zh="接着放稿件；付印前要满",
    hint_en="go on placing stories; it has to be full before the press",
    why_zh="没组满的版不查空白，只提醒一声；付印时是差错。",
    why_en="A page in the making is not searched for holes, only told of; for the press it is an error.",
)


def blanks(scene: Scene) -> Iterator[Diagnostic]:
    """开天窗: cells of the grid that no story, picture, advert or fixed matter takes, four lines high and more.

    Why: readers wonder what was taken out. Example: two columns empty over twelve lines. Cure: a filler, a picture, a
    higher box. Ten lines of a column, or 1 % of the type area, are an error; the white the style declares between
    stories is none. What a story leaves of its own box is told by LAY002.
    """
    if not made_up(scene):
        return
    taken = _taken(scene)
    for column, columns, line, lines in _holes(scene, taken):
        rect = Rect(
            scene.grid.column_x(column),
            scene.grid.line_top(line),
            scene.grid.width(columns),
            lines * scene.grid.leading,
        )
        area = scene.grid.type_area
        large = rect.width * rect.height * 100 >= scene.checks.blank_share * area.width * area.height
        severity = Severity.ERROR if large or lines >= scene.checks.blank_lines else None
        yield scene.found(
            BLANK,
            scene.sheet.plan.page.span,
            rect,
            severity=severity,
            column=column,
            columns=columns,
            line=line,
            lines=lines,
        )


def unfinished(scene: Scene) -> Iterator[Diagnostic]:
    """A page of which less than half is taken: not searched for holes, only told of.

    Why: a page in the making would be all holes. Example: a page with one story. Cure: go on placing stories.
    """
    if not made_up(scene):
        share = _share(scene, _taken(scene))
        yield scene.found(UNFINISHED, scene.sheet.plan.page.span, None, page=scene.name, share=share)


def made_up(scene: Scene) -> bool:
    """Whether enough of a page is taken for its holes and seams to be faults, not work to be done."""
    return _share(scene, _taken(scene)) >= scene.checks.made_up


def _taken(scene: Scene) -> list[list[bool]]:
    """For each column and line (from 0) whether something stands there."""
    grid = scene.grid
    taken = [[False] * grid.lines for _ in range(grid.columns)]
    owners = [region.rect for region in scene.display.regions] + list(scene.panels)
    for rect in owners:
        first = max((rect.y - grid.top) // grid.leading, 0)
        last = min(-(-(rect.bottom - grid.top) // grid.leading), grid.lines)
        for column in range(grid.columns):
            x = grid.column_x(column + 1)
            if rect.x < x + grid.measure and x < rect.right:
                taken[column][first:last] = [True] * (last - first)
    return taken


def _share(scene: Scene, taken: Sequence[Sequence[bool]]) -> int:
    return 100 * sum(map(sum, taken)) // (scene.grid.columns * scene.grid.lines)


def _holes(scene: Scene, taken: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int, int, int]]:
    """Empty stretches of columns higher than the white between stories, neighbours of the same lines together."""
    least = max(int(scene.checks.white_between * scene.grid.em // scene.grid.leading) + 1, 4)
    by_lines: dict[tuple[int, int], list[int]] = {}
    for column, cells in enumerate(taken, 1):
        for line, lines in _stretches(cells):
            if lines >= least:
                by_lines.setdefault((line, lines), []).append(column)
    for (line, lines), columns in sorted(by_lines.items()):
        start = columns[0]
        for before, column in zip(columns, [*columns[1:], 0], strict=True):
            if column != before + 1:
                yield start, before - start + 1, line, lines
                start = column


def _stretches(cells: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of empty cells: their first line (from 1) and how many."""
    start = 0
    for line, taken in enumerate([*cells, True], 1):
        if taken:
            if start:
                yield start, line - start
            start = 0
        elif not start:
            start = line
