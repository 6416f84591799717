"""Lines as text pictures: a cell of two columns an em, marks in their half; what a reader would see."""

from __future__ import annotations

from fractions import Fraction
from textwrap import dedent

import pytest

from layout.geometry import Slot
from layout.style.model import Setting
from layout.text.justify import set_line
from layout.text.model import Prose
from layout.text.pour import pour, prepare
from tests.cases import EM, FONT


def picture(text: str, *measures: float, indent: int = 0, **options) -> str:
    """The lines, each with its width in ems after a bar."""
    prose = Prose(text, FONT, Setting(**options), "justify", indent * EM)
    slots = [Slot(0, 0, int(measure * EM)) for measure in measures]
    poured = pour((prose,), slots)
    drawn = []
    for line in poured.placed:
        shown = text[line.start : line.end].rstrip(" ")
        margin = "□" * (line.x // EM)
        drawn.append(f"{margin}{shown} |{float(line.width / EM):g}")
    return "\n".join(drawn)


def test_a_comma_is_never_alone_at_a_line_start():
    assert (
        picture("小城清晨落下一场新雪，街上很静。", 10, 10, punctuation="kaiming")
        == dedent("""
        小城清晨落下一场新 |10
        雪，街上很静。 |6
        """).strip()
    )


def test_the_first_line_is_indented_and_the_last_one_natural():
    assert (
        picture("江边的柳树绿了，渡船又开了三班。", 8, 8, 8, indent=2, minimum_last=1)
        == dedent("""
        □□江边的柳树绿 |6
        了，渡船又开了三 |8
        班。 |1.5
        """).strip()
    )


def test_slots_of_changing_width_are_filled_exactly():
    text = "老街尽头是一片菜地，沿着菜地走到头，就望得见江。江上有船，船上有灯，灯下有人在补网。"
    drawn = picture(text, 6, 6, 10, 10, 10, 10)
    widths = [float(row.rsplit("|", 1)[1]) for row in drawn.splitlines()]
    assert widths[:-1] == [6, 6, 10, 10, 10][: len(widths) - 1]


@pytest.mark.parametrize("pair", ["——", "……"])
def test_a_pair_is_never_parted(pair):
    for length in range(3, 12):
        text = "一二三四五六七八九十"[:length] + pair + "一二三四五六七八"
        prose = Prose(text, FONT, Setting())
        poured = pour((prose,), [Slot(0, 0, 8 * EM)] * 6)
        at = text.index(pair) + 1
        assert at not in {line.end for line in poured.placed}


def set_line_of(text: str, measure: float) -> tuple[list[float], int]:
    """The advances in ems of a line that is to be so wide, and its opening in thousandths."""
    setting = Setting(elastic=False, gap=Fraction(1, 5), gap_max=Fraction(1, 4))
    line = set_line(prepare(Prose(text, FONT, setting)).sums, 0, len(text), int(measure * EM), justify=True)
    return [advance / EM for advance in line.advances], line.opening


def test_a_gap_beside_digits_opens_first_to_its_most_and_again_when_the_line_is_loose():
    natural = 7 + 1 + 2 / 5
    assert set_line_of("江水边上12盏灯亮", natural + 0.1) == ([1, 1, 1, 1.25, 0.5, 0.75, 1, 1, 1], 0)
    advances, opening = set_line_of("江水边上12盏灯亮", natural + 0.1 + 5 * 0.1)
    assert (advances[3], opening) == (1.25, 100)
    advances, opening = set_line_of("江水边上12盏灯亮", natural + 0.1 + 5 * 0.125 + 0.2)
    assert advances[3] == pytest.approx(1.35)
    assert opening == 125
    advances, opening = set_line_of("江水边上12盏灯亮", natural + 0.1 + 5 * 0.2 + 2 * 0.1875)
    assert advances[3] == pytest.approx(1.4375)
    assert opening == 200


def test_an_ideographic_space_ends_its_line_and_never_begins_one():
    assert (
        picture("清晨落雪，街上静碧水湾　闻女士的灯", 11, 10)
        == dedent("""
        清晨落雪，街上静碧水湾　 |11
        闻女士的灯 |5
        """).strip()
    )
    assert picture("　　闻女士的灯", 11) == "　　闻女士的灯 |7"
