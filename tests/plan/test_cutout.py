"""Words under a cut-out: below what is seen of it, with no text between."""

from __future__ import annotations

import pytest

from layout import api
from layout.geometry import Rect
from layout.plan.caption import NARROWEST_CAPTION
from layout.plan.contour import bounds
from layout.plan.model import PicturePlan
from layout.units import POINT
from tests.features.editions import loaded


def cutouts(name: str) -> list[tuple[PicturePlan, list[Rect], int]]:
    """The cut-outs of a feature's pages with words, the em boxes of their story's lines, and the gap of the style."""
    composition = api.compose(loaded(name))
    found = []
    for sheet in composition.sheets:
        for story in sheet.stories:
            em = sheet.plan.grid.em
            lines = [Rect(line.line.x, line.line.y - em * 88 // 100, line.line.width, em) for line in story.lines]
            found += [
                (picture, lines, story.case.style.pictures.caption_gap)
                for picture in story.block.pictures
                if picture.shot.outline and picture.caption
            ]
    return found


@pytest.mark.parametrize("name", ["cut-out", "cut-out-polygon"])
def test_words_are_about_as_wide_as_what_is_seen_and_stand_close_under_its_middle(name):
    """What is seen is a little smaller at last where its words take a second row."""
    pictures = cutouts(name)
    assert pictures
    for picture, _, gap in pictures:
        seen, words = bounds(picture.shot.outline), picture.caption.rect
        size = picture.caption.words[0].runs[0].size
        assert words.width <= max(seen.width * 5 // 4, NARROWEST_CAPTION * size)
        assert words.y - seen.bottom == gap
        assert abs((words.x + words.right) - (seen.x + seen.right)) <= 2 * POINT


@pytest.mark.parametrize("name", ["cut-out", "cut-out-polygon"])
def test_no_text_stands_between_a_cut_out_and_its_words(name):
    for picture, lines, _ in cutouts(name):
        seen, words = bounds(picture.shot.outline), picture.caption.rect
        between = Rect(words.x, seen.bottom, words.width, words.bottom - seen.bottom)
        assert not [line for line in lines if line.overlaps(between)]
