"""Headline levels: what they take when the style does not say, and what a style may say about them."""

from __future__ import annotations

import pytest

from layout import api
from layout.units import POINT
from tests.newsrooms import newsroom

LEVEL = """levels:
  plain:
    main: {{face: headline, size: {size}pt, leading: 60pt, align: center}}
    sizes: [{size}pt]
{more}"""


def level(tmp_path, size, more=""):
    manifest = newsroom(tmp_path)
    style = tmp_path / "styles" / "lanchuan-daily" / "style.yaml"
    text = style.read_text("utf-8")
    style.write_text(text.replace("levels:\n", LEVEL.format(size=size, more=more), 1), "utf-8")
    loaded = api.load(manifest)
    assert loaded.complete, [found.message("en") for found in loaded.diagnostics]
    return loaded.styles.paper


@pytest.mark.parametrize(("size", "kicker", "deck"), [(60, 21, 24), (40, 14, 16), (20, 11.7, 11.7)])
def test_kicker_and_deck_follow_the_main_head_but_stay_larger_than_the_body(tmp_path, size, kicker, deck):
    style = level(tmp_path, size)
    found = style.levels["plain"]
    assert found.kicker.size == kicker * POINT
    assert found.deck.size == deck * POINT
    assert found.kicker.face == style.types["body"].face
    assert found.deck.face == style.types["byline"].face


def test_a_part_says_what_it_likes_and_takes_the_rest(tmp_path):
    found = level(tmp_path, 60, "    kicker: {face: sans}\n    deck: {size: 18pt}\n").levels["plain"]
    assert (found.kicker.face, found.kicker.size) == ("sans", 21 * POINT)
    assert found.deck.size == 18 * POINT
    assert found.deck.align == "center"


def test_a_level_names_a_look_of_subheads_that_there_is(tmp_path):
    manifest = newsroom(tmp_path)
    style = tmp_path / "styles" / "lanchuan-daily" / "style.yaml"
    style.write_text(style.read_text("utf-8").replace("subhead: band\n", "subhead: bend\n"), "utf-8")
    (found,) = [entry for entry in api.load(manifest).diagnostics if entry.code == "STY002"]
    assert "band" in found.hint("en")
