"""Vertical lines: what stands upright, side by side or turned, and how far each goes."""

import pytest

from layout.geometry import Slot
from layout.style.model import Setting
from layout.text.model import Prose, Stand
from layout.text.pour import pour, prepare
from layout.text.vertical import length_of, set_vertical_words
from tests.cases import EM, FONT


def pieces_of(text):
    return [
        (piece.kind, "".join(run.text for run in piece.runs)) for piece in set_vertical_words(text, FONT, Setting())
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("渡口的灯", [("upright", "渡口的灯")]),
        ("第12届", [("upright", "第"), ("across", "12"), ("upright", "届")]),
        ("送3000册", [("upright", "送"), ("turned", "3000"), ("upright", "册")]),
        ("iPhone来了", [("turned", "iPhone"), ("upright", "来了")]),
        ("“好”", [("upright", "“好”")]),
        ("真快！！", [("upright", "真快"), ("across", "！！")]),
    ],
)
def test_pieces(text, pieces):
    assert pieces_of(text) == pieces


def test_lengths_add_up():
    setting = Setting()
    assert length_of(set_vertical_words("渡口的灯", FONT, setting)) == 4 * EM
    assert length_of(set_vertical_words("第12届", FONT, setting)) == 3 * EM
    # 2 em of digits and a quarter em on each side.
    assert length_of(set_vertical_words("送3000册", FONT, setting)) == 4 * EM + EM // 2


def vertical_lines(text, *ems, **options):
    prepared = prepare(Prose(text, FONT, Setting(**options)), vertical=True)
    return pour((prepared,), [Slot(100 - number, 7, em * EM) for number, em in enumerate(ems)]).placed


def test_a_paragraph_runs_down_its_slots():
    first, second = vertical_lines("渡口第12届“灯会”在App上直播", 8, 8)
    assert (first.x, first.y) == (100, 7)
    assert (second.x, second.y) == (99, 7)
    assert [(stand.kind, run.text) for stand, run in zip(first.stands, first.runs, strict=True)] == [
        ("upright", "渡口第"),
        ("across", "12"),
        ("upright", "届“灯会”"),
    ]
    assert sum(stand.length for stand in first.stands) == first.width == 8 * EM
    assert [stand.kind for stand in second.stands] == ["upright", "turned", "upright"]


def test_a_number_too_wide_for_its_cell_is_condensed():
    (line,) = vertical_lines("共123人", 9, upright_digits=3)
    assert line.stands[1] == Stand("across", EM)
    assert line.runs[1].width == EM
    assert line.runs[1].stretch == 666


def test_strict_readers_have_every_digit_turned():
    (line,) = vertical_lines("第1版到12版", 9, turn_digits=True)
    assert [stand.kind for stand in line.stands] == ["upright", "turned", "upright", "turned", "upright"]
