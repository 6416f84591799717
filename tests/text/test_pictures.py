"""Lines as text pictures: a cell of two columns an em, marks in their half; what a reader would see."""

from __future__ import annotations

from textwrap import dedent

import pytest

from layout.geometry import Slot
from layout.style.model import Setting
from layout.text.model import Prose
from layout.text.pour import pour
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
