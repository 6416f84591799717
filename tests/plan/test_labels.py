"""Standing labels: words in the middle of their plate or between their rules, in each place they may have."""

from __future__ import annotations

from functools import cache

import pytest

from layout import api
from layout.display.items import Role
from layout.geometry import Rect
from layout.ink import WHITE
from layout.plan.model import Block
from tests.features.editions import loaded


@cache
def blocks() -> dict[str, Block]:
    composition = api.compose(loaded("labels"))
    return {block.story.id: block for block in composition.sheets[0].plan.blocks}


def words_and_plates(name: str) -> tuple[Rect, tuple[Rect, ...]]:
    """The em boxes of a label's words, and what they stand on."""
    head = blocks()[name].head
    (words,) = [one for one in head.words if one.role is Role.LABEL]
    size, width = words.runs[0].size, sum(run.width for run in words.runs)
    return Rect(words.origin.x, words.origin.y - size * 88 // 100, width, size), tuple(p.rect for p in head.plates)


@pytest.mark.parametrize("name", ["tide", "water"])
def test_words_stand_in_the_middle_of_their_plate(name):
    words, (plate,) = words_and_plates(name)
    assert words.x - plate.x == plate.right - words.right == words.height // 2
    assert abs((words.y - plate.y) - (plate.bottom - words.bottom)) <= 1
    assert plate.height == words.height * 8 // 5


def test_words_on_a_plate_are_white_and_those_between_rules_take_the_label_s_ink():
    inks = {name: one.ink for name, block in blocks().items() for one in block.head.words if one.role is Role.LABEL}
    assert inks["tide"] == inks["water"] == WHITE
    assert inks["lane"] == blocks()["lane"].head.plates[0].ink != WHITE


def test_rules_stand_over_and_under_the_words_and_are_as_wide_as_a_plate():
    words, (over, under) = words_and_plates("lane")
    assert over.bottom < words.y < words.bottom < under.y
    assert (
        (over.x, over.width)
        == (under.x, under.width)
        == (words.x - words.height // 2, 2 * words.height // 2 + words.width)
    )


def test_a_label_beside_the_head_stands_half_way_down_it_and_the_head_keeps_clear():
    head = blocks()["tide"].head
    _, (plate,) = words_and_plates("tide")
    main = [one for one in head.words if one.role is not Role.LABEL]
    top = min(one.origin.y - one.runs[0].size for one in main)
    assert plate.x == head.rect.x
    assert top <= plate.y < plate.bottom <= head.rect.bottom
    assert all(one.origin.x > plate.right for one in main)


def test_a_label_in_the_column_stands_over_the_text_of_the_first_leg_alone():
    block = blocks()["water"]
    _, (plate,) = words_and_plates("water")
    first, second = block.frames[0][:2]
    assert plate.x == first.slots[0].x
    assert plate.y >= block.head.rect.bottom
    assert plate.bottom < first.slots[0].baseline
    assert first.slots[0].baseline > second.slots[0].baseline


def test_a_label_above_the_head_keeps_its_plate_inside_the_block():
    head = blocks()["lane"].head
    _, (over, under) = words_and_plates("lane")
    (main,) = [one for one in head.words if one.role is Role.HEADLINE]
    assert head.rect.y <= over.y
    assert under.bottom < main.origin.y - main.runs[0].size * 8 // 10
