"""Legs divided at the least cost: what is counted is what is then set, and no other arrangement is cheaper."""

from __future__ import annotations

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.compose.arrange import (
    FULL_WIDOW,
    HOLE,
    LONGER,
    OPENED,
    ORPHAN,
    SHORT_LAST,
    SHORT_WIDOW,
    UNEVEN,
    WIDOW,
    Arrangement,
    arranged,
)
from layout.compose.feather import MOST_OPENED, filling, fuller, longer, opening
from layout.compose.pouring import Leg
from layout.compose.stream import CountedParagraph
from layout.geometry import Slot
from layout.style.model import Setting
from layout.text.model import Prose
from layout.text.pour import pour, prepare
from tests.cases import EM, FONT

WIDTH = 13 * EM
LINE = "江水一天一天涨上来渡口的石阶一级一级没到水里去灯亮了又灭船来了又去"


def paragraph(length):
    text = (LINE * (length // len(LINE) + 1))[: length - 1] + "。"
    return prepare(Prose(text, FONT, Setting(), "justify", 2 * EM))


def legs_of(count, depth):
    return [
        Leg(0, 0, tuple(Slot(leg * 20 * EM, row * 2 * EM, WIDTH) for row in range(1, depth + 1)))
        for leg in range(count)
    ]


def set_in(paragraphs, legs):
    """The lines of each leg, and how many found no slot."""
    slots = [slot for leg in legs for slot in leg.slots]
    poured = pour(paragraphs, slots)
    at = {(slot.x, slot.baseline): number for number, leg in enumerate(legs) for slot in leg.slots}
    lines = [[] for _ in legs]
    for line in poured.placed:
        lines[at[line.slot.x, line.slot.baseline]].append(line)
    return lines, len(poured.rest)


def judged(lines, paragraphs, lengthened):
    """What an arrangement costs, read off the lines that were set."""
    cost = 0.0
    for index, chosen in lengthened.items():
        ends = paragraphs[index].uniform_breaks(WIDTH)
        opened = (filling if len(chosen.asked[1]) == len(ends) else opening)(paragraphs[index], ends, WIDTH)
        cost += LONGER + OPENED * (opened / MOST_OPENED) ** 2
    for leg in lines:
        first, last = leg[0], leg[-1]
        if first.last and first.start:
            filled = first.width / WIDTH
            cost += FULL_WIDOW if filled >= 0.95 else WIDOW if filled * 3 >= 1 else SHORT_WIDOW
        if last.start == 0 and not last.last:
            cost += ORPHAN
    feet = [len(leg) for leg in lines]
    # The legs at the end that are a row short are meant to be; any other is uneven.
    short = [max(feet) - foot for foot in feet]
    while short and short[-1] == 1:
        cost += SHORT_LAST
        short.pop()
    return cost + UNEVEN * sum(short)


def others(paragraphs, count, depth):
    """Every arrangement in which paragraphs take a line more and the last legs end a row short."""
    able = {index: one for index, given in enumerate(paragraphs) if (one := longer(given, WIDTH))}
    for many in range(len(able) + 1):
        for chosen in combinations(able, many):
            own = [able[index] if index in chosen else one for index, one in enumerate(paragraphs)]
            for rows in (depth, depth + 1):
                for short in range(count):
                    legs = legs_of(count, rows)
                    legs[count - short :] = [Leg(0, 0, leg.slots[:-1]) for leg in legs[count - short :]]
                    lines, rest = set_in(own, legs)
                    if not rest and all(len(set_) == len(leg.slots) for set_, leg in zip(lines, legs, strict=True)):
                        yield judged(lines, paragraphs, {index: able[index] for index in chosen})


def arrangement_of(paragraphs, count, spare):
    total = sum(len(one.uniform_breaks(WIDTH)) for one in paragraphs)
    depth = -(-total // count)
    full, level = legs_of(count, depth + spare), legs_of(count, depth)
    counted = [CountedParagraph(index, one, index == 0, 0) for index, one in enumerate(paragraphs)]
    return arranged(full, level, level[-1], counted), depth


lengths = st.lists(st.integers(15, 90), min_size=2, max_size=6)


@given(lengths, st.integers(2, 4))
@example([15, 77, 51], 4)
@settings(max_examples=150, deadline=None)
def test_it_costs_what_it_was_counted_to_and_nothing_else_costs_less(given_lengths, count):
    paragraphs = [paragraph(length) for length in given_lengths]
    found, depth = arrangement_of(paragraphs, count, 1)
    if depth < 4:
        return
    assert isinstance(found, Arrangement)
    own = [found.longer.get(index, one) for index, one in enumerate(paragraphs)]
    lines, rest = set_in(own, found.legs)
    assert not rest
    assert all(len(set_) == len(leg.slots) for set_, leg in zip(lines, found.legs, strict=True)) or found.cost >= HOLE
    if found.cost < HOLE:
        assert abs(judged(lines, paragraphs, found.longer) - found.cost) < 1e-6
    assert found.cost <= min(others(paragraphs, count, depth), default=found.cost) + 1e-6


def test_a_widow_goes_when_a_paragraph_before_it_takes_a_line_more():
    # The fourth paragraph's last line would stand at the second leg's head.
    paragraphs = [paragraph(length) for length in (49, 63, 36, 27, 63, 36, 61)]
    found, depth = arrangement_of(paragraphs, 2, 1)
    plain, _ = set_in(paragraphs, legs_of(2, depth))
    assert plain[1][0].last and plain[1][0].start
    own = [found.longer.get(index, one) for index, one in enumerate(paragraphs)]
    lines, _ = set_in(own, found.legs)
    assert found.longer
    assert not (lines[1][0].last and lines[1][0].start)
    assert max(line.opening for leg in lines for line in leg) <= MOST_OPENED


def test_a_widow_that_no_paragraph_can_help_costs_the_leg_before_it_a_row():
    """No paragraph has a last line nearly full or one that could be fuller, so that the first leg ends a row higher."""
    paragraphs = [paragraph(length) for length in (26, 26, 39, 26, 39)]
    found, depth = arrangement_of(paragraphs, 2, 1)
    plain, _ = set_in(paragraphs, legs_of(2, depth))
    assert plain[1][0].last and plain[1][0].start
    assert not found.longer
    lines, rest = set_in(paragraphs, found.legs)
    assert not rest
    assert [len(leg) for leg in lines] == [depth - 1, depth]
    assert not lines[1][0].last


def test_no_paragraph_takes_a_line_more_by_four_loose_lines_running():
    found = [longer(one, WIDTH) for one in map(paragraph, range(60, 200))]
    taken = [one for one in found if one]
    assert taken
    for one in taken:
        lines = pour((one,), [Slot(0, 0, WIDTH)] * 20).placed
        flags = "".join("L" if line.opening > 62 else "." for line in lines)
        assert "LLLL" not in flags


def test_a_short_line_that_has_to_head_a_leg_is_made_fuller_rather_than_the_leg_before_it_shorter():
    paragraphs = [paragraph(length) for length in (27, 40, 40, 40, 40)]
    found, depth = arrangement_of(paragraphs, 2, 1)
    plain, _ = set_in(paragraphs, legs_of(2, depth))
    assert plain[1][0].last
    assert plain[1][0].width * 3 < WIDTH
    own = [found.longer.get(index, one) for index, one in enumerate(paragraphs)]
    lines, _ = set_in(own, found.legs)
    assert lines[1][0].last
    assert lines[1][0].width * 3 > WIDTH
    assert len(lines[0]) == depth


def test_a_paragraph_ends_in_a_fuller_line_only_when_it_can_unseen():
    plain = paragraph(40)
    (*_, last) = pour((plain,), [Slot(0, 0, WIDTH)] * 9).placed
    placed = pour((fuller(plain, WIDTH),), [Slot(0, 0, WIDTH)] * 9).placed
    assert last.width * 3 < WIDTH < placed[-1].width * 3
    assert len(placed) == 4
    assert max(line.opening for line in placed) <= MOST_OPENED
    assert fuller(paragraph(26), WIDTH) is None
