"""Charts: round steps, shares that add up, lengths in proportion, all inside their room."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.display.items import Box, Drawn, Rule, TextRun
from layout.edition.data import Chart, Series, Value
from layout.edition.model import Words
from layout.geometry import Rect
from layout.plan.chart import draw_chart
from layout.plan.chart.steps import hundredths, round_steps, shown
from layout.plan.type import TypeCase
from layout.units import mm
from tests.features.editions import loaded

ROOM = Rect(mm(20), mm(30), mm(100), mm(60))


@cache
def case() -> TypeCase:
    edition = loaded("chart")
    return TypeCase(edition.style, edition.faces)


def chart(kind: str, *rows: list[int | str], labels: int = 0, **more) -> Chart:
    series = tuple(
        Series(Words((f"组{n}",), None) if len(rows) > 1 else None, tuple(Value(Fraction(v), str(v)) for v in row))
        for n, row in enumerate(rows)
    )
    names = tuple(Words((f"项{n}",), None) for n in range(labels or len(rows[0])))
    return Chart(kind, names, series, None, **more)


def texts(drawn) -> list[str]:
    return [item.glyphs.text for item in drawn.items if isinstance(item, TextRun)]


def test_bars_are_as_long_as_their_numbers():
    drawn = draw_chart(chart("bars", [40, 10, 20]), ROOM, case())
    lengths = [item.rect.width for item in drawn.items if isinstance(item, Box)]
    assert lengths[0] == 4 * lengths[1] + lengths[0] % 4 or abs(lengths[0] - 4 * lengths[1]) <= 4
    assert abs(lengths[0] - 2 * lengths[2]) <= 2
    assert drawn.fits


def test_columns_stand_on_one_line():
    drawn = draw_chart(chart("columns", [4, 1], [2, 3]), ROOM, case())
    feet = {item.rect.bottom for item in drawn.items if isinstance(item, Box)}
    (foot,) = [item.start.y for item in drawn.items if isinstance(item, Rule)]
    assert foot in feet


@pytest.mark.parametrize("kind", ["bars", "columns"])
def test_every_number_is_written_as_it_was(kind):
    drawn = draw_chart(chart(kind, ["1.50", "20", "3"]), ROOM, case())
    assert {"1.50", "20", "3"} <= set(texts(drawn))


def test_a_highlighted_item_is_darker():
    drawn = draw_chart(chart("bars", [4, 1], highlight="项1"), ROOM, case())
    first, second = [item.fill.black for item in drawn.items if isinstance(item, Box)]
    assert second > first


def test_a_line_may_go_below_zero():
    drawn = draw_chart(chart("line", [-3, 5, 2]), ROOM, case())
    (line,) = [item for item in drawn.items if isinstance(item, Drawn)]
    assert len(line.shape.steps) == 3
    assert drawn.fits


def test_words_without_room_are_told():
    small = Rect(0, 0, mm(12), mm(10))
    for kind in ("bars", "columns", "line", "shares"):
        assert not draw_chart(chart(kind, [1000, 2000, 3000, 4000]), small, case()).fits


@given(
    st.sampled_from(["bars", "columns", "line", "shares"]),
    st.integers(1, 3).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 99_999), min_size=n, max_size=n), min_size=1, max_size=3)
    ),
)
def test_a_chart_that_fits_stays_in_its_room(kind, rows):
    drawn = draw_chart(chart(kind, *rows), ROOM, case())
    if not drawn.fits:
        return
    for item in drawn.items:
        if isinstance(item, Box):
            assert item.rect.x >= ROOM.x
            assert item.rect.right <= ROOM.right
            assert ROOM.y <= item.rect.y <= item.rect.bottom <= ROOM.bottom
        if isinstance(item, TextRun):
            assert item.origin.x >= ROOM.x
            assert item.origin.x + item.glyphs.width <= ROOM.right
            assert item.origin.y <= ROOM.bottom


@given(st.fractions(-10_000, 10_000), st.fractions(0, 10_000))
def test_steps_are_round_and_hold_everything(least, span):
    steps = round_steps(least, least + span)
    assert steps[0] <= least
    assert steps[-1] >= least + span
    assert 2 <= len(steps) <= 9
    assert all(len(shown(step).lstrip("-")) <= 12 for step in steps)


@given(st.lists(st.integers(0, 1000).map(Fraction), min_size=1, max_size=6))
def test_shares_add_up(numbers):
    assert sum(hundredths(numbers)) == (100 if any(numbers) else 0)
