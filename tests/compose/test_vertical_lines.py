"""Vertical lines drawn: runs down the middle, marks at their sides, and the text as it was typed in the PDF."""

from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from layout import api
from layout.compose.lines import cells_of, line_items
from layout.compose.marks import Strip, mark_items
from layout.compose.model import Composition
from layout.compose.readings import reading_items
from layout.display.items import Box, Rule, Wave
from layout.edition.model import Emphasis, Paragraph, Stretch, TextKind
from layout.geometry import Slot
from layout.ink import BLACK
from layout.plan.type import TypeCase
from layout.text.model import Font, Prose
from layout.text.pour import pour, prepare
from layout.units import POINT
from tests.features.editions import loaded

EM = 12 * POINT
X, TOP = 100 * POINT, 40 * POINT


@pytest.fixture(scope="module")
def edition():
    return loaded("frame")


def line_of(edition, text, ems=20):
    font = Font((edition.faces.face("noto-serif-sc"),), EM)
    case = TypeCase(edition.styles.paper, edition.faces)
    prepared = prepare(Prose(text, font, case.body_setting), vertical=True)
    return pour((prepared,), [Slot(X, TOP, ems * EM)]).placed[0]


def marks_of(edition, emphasis):
    line = line_of(edition, "老船工闻远走了")
    return list(mark_items(line, (Stretch(3, 5, emphasis),), 0, BLACK))


def test_dots_stand_at_the_right_of_each_character(edition):
    dots = marks_of(edition, Emphasis.DOTS)
    assert [dot.rect.x > X + EM // 2 for dot in dots] == [True, True]
    middles = [dot.rect.y + dot.rect.height // 2 for dot in dots]
    assert middles == pytest.approx([TOP + 3 * EM + EM // 2, TOP + 4 * EM + EM // 2], abs=2)


def test_lines_under_names_and_titles_stand_at_the_left(edition):
    (name,) = marks_of(edition, Emphasis.NAME)
    assert isinstance(name, Rule)
    assert name.start.x == name.end.x < X - EM // 2
    assert TOP + 3 * EM < name.start.y < name.end.y < TOP + 5 * EM
    (title,) = marks_of(edition, Emphasis.TITLE)
    assert isinstance(title, Wave)
    assert title.down
    assert title.start.x < X - EM // 2


def test_the_frame_of_a_name_stands_round_it(edition):
    (frame,) = marks_of(edition, Emphasis.DECEASED)
    assert isinstance(frame, Box)
    assert (frame.rect.y, frame.rect.height) == (TOP + 3 * EM, 2 * EM)
    assert frame.rect.x <= X - EM // 2
    assert frame.rect.right >= X + EM // 2


def test_readings_stand_turned_at_the_right(edition):
    line = line_of(edition, "坂汊口")
    stretch = Stretch(0, 2, Emphasis.READING, ("bǎn", "chà"))
    span = edition.edition.span
    paragraph = Paragraph("坂汊口", TextKind.BODY, span, (stretch,))
    case = TypeCase(edition.styles.paper, edition.faces)
    first, second = reading_items(line, paragraph, Strip(line, EM, 0, BLACK), case)
    assert (first.glyphs.text, second.glyphs.text) == ("bǎn", "chà")
    assert first.turned
    assert first.origin.x > X + EM // 2
    assert abs(first.origin.y + first.glyphs.width // 2 - (TOP + EM // 2)) <= EM // 50
    assert first.origin.y + first.glyphs.width <= second.origin.y


def test_every_run_begins_where_the_one_before_ended(edition):
    line = line_of(edition, "第12届“灯会”在App上直播！！")
    cells = cells_of(line)
    assert [stand.kind for stand in line.stands] == [
        "upright", "across", "upright", "turned", "upright", "across",
    ]  # fmt: skip
    assert cells[0][0] == TOP
    assert cells[-2][0] + cells[-2][1] == TOP + line.width
    assert {item.origin.x for item in line_items(line, 0, BLACK) if item.vertical} == {X}


def test_the_pdf_gives_back_what_was_typed(edition):
    text = "他问“这‘灯’为何不灭？”到了2026年，第12届灯会还在App上直播！！（渡口）"
    line = line_of(edition, text, 60)
    composition = api.compose(edition)
    page = replace(composition.pages[0], items=tuple(line_items(line, 0, BLACK)))
    drawn = Composition(composition.edition, (page,), composition.parts, ())
    target = api.Target(profile="proof", out=Path("unused"), files="edition")
    (data,) = api.pdfs(drawn, edition, target).values()
    extracted = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert "".join(extracted.split()) == text
