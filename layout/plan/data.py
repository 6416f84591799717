"""Tables and charts in boxes of their own, placed as pictures are: caption and source below, text round them."""

from __future__ import annotations

from layout.display.items import Item, Layer, TextRun
from layout.edition.data import StandingTable
from layout.edition.model import PicturePlace
from layout.geometry import Point, Rect, Slot
from layout.ink import Ink
from layout.plan.art import UNOWNED
from layout.plan.chart import draw_chart
from layout.plan.matter_findings import CHART_CROWDED, TABLE_HIGH, TABLE_WIDE
from layout.plan.model import PicturePlan, Shot
from layout.plan.picture import PictureDesk, Surroundings, caption_and_room, plan_picture, standing
from layout.plan.table import TITLE, table_copy, table_rules, too_wide, type_of_row
from layout.text.model import Line
from layout.text.pour import pour
from layout.text.table import set_table
from layout.units import Length


def plan_placed(place: PicturePlace, around: Surroundings, desk: PictureDesk) -> PicturePlan | None:
    """Whatever stands in a picture's place: an image, or something drawn from data."""
    return plan_data(place, around, desk) if place.picture.data else plan_picture(place, around, desk)


def plan_data(place: PicturePlace, around: Surroundings, desk: PictureDesk) -> PicturePlan:
    """A table or a chart in its box; reports what has no room there."""
    box = desk.rect(place.box)
    inner = desk.inner(box, around, worded=desk.worded(place.picture))
    room, caption = caption_and_room(place.picture, place.showing.caption, place.box, inner, desk)
    data = place.picture.data
    if isinstance(data, StandingTable):
        rect, items = _table(data, room, place, desk)
    else:
        assert data is not None
        drawn = draw_chart(data, room, desk.case)
        rect, items = drawn.rect, drawn.items
        if not drawn.fits:
            desk.sink.report(CHART_CROWDED, place.box.span, "chart", chart=place.picture.file.name)
    return PicturePlan(place, box, Shot(rect, items, keyline=False), standing(caption, rect, room, place, desk))


def _table(data: StandingTable, room: Rect, place: PicturePlace, desk: PictureDesk) -> tuple[Rect, tuple[Item, ...]]:
    """The table on the page's lines from the top of its room, and the rectangle it takes."""
    copy = table_copy(data.paragraphs, data.table, desk.case)
    setting = set_table(copy.cells, room.width)
    style, leading = desk.case.style, desk.grid.leading
    name = place.picture.file.name
    if over := too_wide(copy, setting):
        desk.sink.report(TABLE_WIDE, place.box.span, "columns", owner=name, characters=over)
    baseline = desk.grid.baseline_of(place.box.line)
    while baseline - style.baseline < room.y - leading // 3:
        baseline += leading
    items: list[Item] = []
    if copy.title:
        for line in pour((copy.title,), (Slot(room.x, baseline, room.width),)).placed:
            items += _runs(line, Point(line.x, baseline), style.types[TITLE].ink)
        baseline += leading
    tops: list[tuple[int, Length]] = []
    for number, row in enumerate(setting.rows):
        tops.append((number, baseline - style.baseline))
        ink = style.types[type_of_row(data.table, number)].ink
        for cell in row.cells:
            for at, line in enumerate(cell):
                items += _runs(line, Point(room.x + line.x, baseline + at * leading), ink)
        baseline += row.lines * leading
    foot = baseline - style.baseline
    items += table_rules(copy, tops, foot, (room.x, room.right), style.tables)
    if foot > room.bottom:
        lines = -(-(foot - room.bottom) // leading)
        desk.sink.report(TABLE_HIGH, place.box.span, "lines", table=name, lines=lines)
    return Rect(room.x, room.y, room.width, foot - room.y), tuple(items)


def _runs(line: Line, at: Point, ink: Ink) -> list[TextRun]:
    x, found = at.x, []
    for run in line.runs:
        found.append(TextRun(Layer.TEXT, UNOWNED, Point(x, at.y), run, ink))
        x += run.width
    return found
