"""Words, addresses and long numbers are parted only when nothing else helps, by their rules, and are told of."""

import pytest

from layout.geometry import Slot
from layout.style.model import Setting
from layout.text.model import Prose
from layout.text.pour import pour, prepare
from tests.cases import EM, FONT


def poured_of(text, ems, **options):
    vertical = options.pop("vertical", False)
    prepared = prepare(Prose(text, FONT, Setting(**options)), vertical=vertical)
    return pour((prepared,), [Slot(0, 0, ems * EM)] * 40)


def lines_of(text, ems, **options):
    return ["".join(run.text for run in line.runs) for line in poured_of(text, ems, **options).placed]


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("他们在internationalization会议上", 8, ["他们在interna\u00ad", "tionalization会", "议上"]),
        ("编号123456789012345678的货", 6, ["编号123456", "789012345678", "的货"]),
        ("看qqqqqqqqq", 2, ["看", "qqqq", "qqqq", "q"]),
        ("写信到ferry.notice@lanchuan.example报名", 8, ["写信到ferry.", "notice@lanchuan.", "example报名"]),
    ],
)
def test_what_does_not_fit_is_parted(text, ems, lines):
    assert lines_of(text, ems) == lines


def test_an_address_is_parted_after_its_separators():
    lines = lines_of("详见https://www.lanchuan.example/news/2026/03/a?id=12&x=y一文中说", 11)
    assert "".join(lines) == "详见https://www.lanchuan.example/news/2026/03/a?id=12&x=y一文中说"
    assert all(line[-1] in "/.?&=" for line in lines[:2])


def test_a_word_that_can_stand_whole_stands_whole():
    assert "\u00ad" not in "".join(lines_of("渡口的international灯会今夜在江边开", 13))


def test_hyphenation_can_be_turned_off():
    assert "\u00ad" not in "".join(lines_of("他们在internationalization会议上", 8, hyphenate="off"))


def test_the_hyphen_counts_in_the_width():
    first = poured_of("他们在internationalization会议上", 8).placed[0]
    assert first.width == sum(run.width for run in first.runs) == 8 * EM
    assert first.end == len("他们在interna")


def test_a_hyphen_in_vertical_text_is_turned_with_its_word():
    first = poured_of("他们在internationalization会议上", 8, vertical=True).placed[0]
    assert first.stands[-1].kind == "turned"
    assert sum(stand.length for stand in first.stands) == 8 * EM


@pytest.mark.parametrize(
    ("text", "ems", "told"),
    [
        ("他们在internationalization会议上", 8, "hyphenated"),
        ("编号123456789012345678的货", 6, "parted"),
        ("看qqqqqqqqq", 2, "cut"),
    ],
)
def test_every_parting_is_told(text, ems, told):
    assert told in {trouble.what for trouble in poured_of(text, ems).troubles}


@pytest.mark.parametrize("western", ["8-10", "1/2", "3.14", "e-mail"])
def test_ranges_fractions_and_short_words_are_never_parted(western):
    assert any(western in line for line in lines_of("一二三四五六七" + western, 8))
