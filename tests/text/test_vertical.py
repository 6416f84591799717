"""Vertical lines: what stands upright, side by side or turned, and how far each goes."""

import pytest

from layout.style.model import Setting
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
        ("“好”", [("upright", "『好』")]),
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
