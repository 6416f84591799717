"""Headlines fitted to their measure; one unit is a thousandth of an em of the largest size."""

from __future__ import annotations

import pytest

from layout.style.model import Setting
from layout.text.headline import HeadRequest, fit_head, fit_in_lines
from layout.text.verticalhead import fit_down
from tests.cases import FONT

SETTING = Setting(elastic=False, minimum_last=1)


def request(**changes):
    return HeadRequest(FONT.faces, (1000, 900, 800), SETTING, **changes)


@pytest.mark.parametrize(
    ("measure", "size", "stretch"),
    [(8000, 1000, 1000), (7300, 900, 1000), (6400, 800, 1000), (5700, 800, 880)],
)
def test_sizes_are_tried_in_turn_and_the_smallest_is_condensed(measure, size, stretch):
    fitted = fit_head(["澜江两岸堤成路了"], request(), measure)
    assert fitted.fits
    assert (fitted.size, fitted.stretch) == (size, stretch)


def test_a_head_that_fills_its_measure_is_rather_condensed_than_smaller():
    fitted = fit_head(["澜江两岸堤成路了"], request(fill=True), 7600)
    assert fitted.size == 1000
    assert 880 <= fitted.stretch < 1000
    assert 0.9 <= fitted.lines[0].width / 7600 <= 0.98


def test_a_head_too_long_says_by_how_many_characters():
    fitted = fit_head(["澜" * 10], request(), 4930)
    assert not fitted.fits
    assert fitted.over == 3
    assert fitted.stretch == 880


def test_a_short_head_is_opened_no_further_than_it_may():
    fitted = fit_head(["澜江"], request(open=80), 8000)
    assert fitted.tracking == 80
    assert fit_head(["澜江"], request(), 8000).tracking == 0


def test_a_single_line_is_broken_only_when_it_has_to_be_or_is_meant_to():
    text = "澜江两岸灯亮了"
    fit = lambda lines: fit_head(lines, request(), 8000)  # noqa: E731 - a row of the tests' table
    assert len(fit_in_lines([text], 1, fit).lines) == 1
    assert len(fit_in_lines([text], 2, fit).lines) == 2
    assert len(fit_in_lines([text * 2], 1, fit).lines) == 2
    assert [line.text for line in fit_in_lines(["澜江", "灯亮了"], 3, fit).lines] == ["澜江", "灯亮了"]


def test_a_vertical_head_is_flattened_and_opened_to_its_height():
    lines = ["澜江两岸堤成路了"]
    assert fit_down(lines, request(), 8000).lines[0].length == 8000
    flat = fit_down(lines, request(), 5700)
    assert flat.size == 800
    assert flat.lines[0].length <= 5700
    (run,) = flat.lines[0].pieces[0].runs
    assert run.size * run.stretch // 1000 == pytest.approx(800, abs=2)
    opened = fit_down(lines, request(open=100), 9000)
    assert 8500 < opened.lines[0].length <= 9000
    assert not fit_down(lines, request(), 5000).fits


def test_letter_space_leaves_a_mark_with_its_word_and_still_fills_the_measure():
    opened = fit_head(["种子露白，“渠水”先到"], request(open=200, fill=True), 10300)
    (line,) = opened.lines
    (run,) = line.runs
    spaces = dict(zip(enumerate(run.text), (a % 500 for a in run.advances), strict=True))
    assert opened.tracking > 0
    assert [c for (_, c), space in spaces.items() if not space] == ["白", "“", "水", "到"]
    assert line.width == pytest.approx(10300 * 0.97, rel=0.01)
    (down,) = fit_down(["种子露白，渠水"], request(open=200), 7000).lines
    (run,) = down.pieces[0].runs
    assert run.advances[3] == 1000 < run.advances[4] - 500 + 1000 == run.advances[0]
