"""What holds for every text in every row of slots."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.geometry import Slot
from layout.style.model import Setting
from layout.text.model import Prose
from layout.text.pour import pour, prepare
from tests.cases import EM, FONT

ALPHABET = (
    "的一是在有江水桥灯船城人了三〇" + "，。、；：？！“”‘’（）《》〈〉【】—…·～" + "abcXYZ0123456789%+-/." + " 　℃％"
)
NEVER_START = set("，。、；：？！”’）》〉】·～")
NEVER_END = set("“‘（《〈【")

texts = st.text(alphabet=ALPHABET, min_size=1, max_size=160)
measures = st.lists(st.integers(10, 80).map(lambda halves: halves * EM // 2), min_size=1, max_size=12)
kinds = st.sampled_from(["quanshen", "kaiming", "hangmo", "banshen", "plain"])
levels = st.sampled_from(["none", "basic", "gb", "strict"])


def poured_of(text, widths, punctuation="kaiming", level="gb", **options):
    prose = Prose(text, FONT, Setting(punctuation=punctuation, level=level, **options))
    return pour((prose,), [Slot(0, 0, width) for width in widths])


@given(texts, measures, kinds, levels)
@settings(max_examples=150, deadline=None)
def test_no_character_is_lost_or_doubled(text, widths, kind, level):
    poured = poured_of(text, widths, kind, level)
    lines = poured.placed + poured.rest
    assert "".join(text[line.start : line.end] for line in lines) == text
    drawn = "".join(run.text for line in lines for run in line.runs).replace("\u00ad", "")
    assert drawn.replace(" ", "").replace("　", "") == text.replace(" ", "").replace("　", "")


@given(texts, measures, kinds)
@settings(max_examples=150, deadline=None)
def test_a_justified_line_is_as_wide_as_its_slot_or_told_of(text, widths, kind):
    poured = poured_of(text, widths, kind)
    told = {(trouble.start, trouble.end) for trouble in poured.troubles}
    for line in poured.placed:
        if line.last:
            assert line.width <= line.slot.width or (line.start, line.end) in told
        elif (line.start, line.end) not in told:
            assert line.width == line.slot.width
        assert line.width == sum(run.width for run in line.runs)


@given(texts, measures)
@settings(max_examples=150, deadline=None)
def test_no_line_starts_or_ends_with_what_may_not_stand_there(text, widths):
    poured = poured_of(text, widths)
    cut = {trouble.end for trouble in poured.troubles if trouble.what == "cut"}
    for line in poured.placed[:-1]:
        if line.end in cut or line.last:
            continue
        assert text[line.end] not in NEVER_START, text[line.start : line.end + 1]
        assert text[line.end - 1] not in NEVER_END, text[line.start : line.end]


@given(texts, measures)
@settings(max_examples=100, deadline=None)
def test_han_gaps_beyond_their_limit_are_told(text, widths):
    poured = poured_of(text, widths)
    told = {(trouble.start, trouble.end) for trouble in poured.troubles}
    limit = Setting().loose * 1000
    for line in poured.placed:
        if line.opening > limit:
            assert (line.start, line.end) in told


@given(texts, st.integers(10, 60))
@settings(max_examples=60, deadline=None)
def test_equal_slots_give_the_same_lines_however_many_there_are(text, halves):
    width = halves * EM // 2
    many = poured_of(text, [width] * 200)
    few = poured_of(text, [width] * 2)
    assert [line.end for line in few.placed + few.rest] == [line.end for line in many.placed]


@given(texts, measures, kinds, st.integers(0, 3), st.booleans())
@settings(max_examples=100, deadline=None)
def test_vertical_lines_keep_their_text_and_fill_their_slots(text, widths, kind, digits, turned):
    setting = Setting(punctuation=kind, upright_digits=digits, turn_digits=turned)
    prepared = prepare(Prose(text, FONT, setting), vertical=True)
    poured = pour((prepared,), [Slot(0, 0, width) for width in widths])
    told = {(trouble.start, trouble.end) for trouble in poured.troubles}
    lines = poured.placed + poured.rest
    drawn = "".join(run.text for line in lines for run in line.runs).replace("\u00ad", "")
    assert drawn == text
    for line in lines:
        assert sum(stand.length for stand in line.stands) == line.width
        if not line.last and (line.start, line.end) not in told:
            assert line.width == line.slot.width
