"""The strict grid: whole cells, words padded or cut, the first of several marks hanging."""

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.geometry import Slot
from layout.style.model import Setting
from layout.text.model import Prose
from layout.text.pour import pour
from tests.cases import EM, FONT
from tests.text.test_properties import texts

GRID = Setting(grid=True, punctuation="quanshen", level="gb")


def lines_of(text, ems):
    return pour((Prose(text, FONT, GRID),), [Slot(0, 0, ems * EM)] * (len(text) + 1)).placed


def texts_of(text, ems):
    return [text[line.start : line.end] for line in lines_of(text, ems)]


def test_a_mark_that_would_start_a_line_hangs():
    assert texts_of("江水漫到石阶上，渡口停航", 7) == ["江水漫到石阶上，", "渡口停航"]


def test_only_the_first_of_several_marks_hangs():
    assert texts_of("他说“渡口今天停。”走", 8) == ["他说“渡口今天停。", "”走"]


def test_an_opening_mark_goes_down():
    assert texts_of("他抬头说“停航", 4) == ["他抬头说", "“停航"]
    assert texts_of("他抬头又说“停航”", 6) == ["他抬头又说", "“停航”"]


def test_a_word_is_padded_to_whole_cells_and_cut_at_the_end():
    (line,) = lines_of("共10人", 9)
    assert [advance for run in line.runs for advance in run.advances] == [EM, EM, EM, EM]
    assert line.runs[0].shifts == ((1, EM // 2, 0),)
    assert texts_of("在paiban上", 3) == ["在pai", "ban上"]


def test_a_space_where_words_are_cut_goes_with_the_line_before():
    assert texts_of("·℃ 0X·0", 3) == ["·℃ ", "0X·", "0"]
    assert [line.width for line in lines_of("·℃ 0X·0", 3)] == [3 * EM, 3 * EM, EM]


def test_a_number_is_not_cut():
    assert texts_of("自3月20日起停航", 4) == ["自3月", "20日起", "停航"]


@given(texts, st.integers(3, 30))
@settings(max_examples=100, deadline=None)
def test_every_line_is_whole_cells_and_nothing_is_lost(text, ems):
    lines = lines_of(text, ems)
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        assert line.width % EM == 0 or "　" in text
        assert line.width <= ems * EM
