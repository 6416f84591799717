"""Legs that end level, and what may stand at the head and the foot of a column."""

from __future__ import annotations

from collections import Counter

import pytest

from layout import api
from layout.display.items import Role, TextRun
from tests.newsrooms import MANIFEST, newsroom

SENTENCE = "江水一天一天涨上来，渡口的石阶一级一级没到水里去。"


def rows_by_leg(tmp_path, text, at):
    story = f"---\nheadline: 渡口的灯\n---\n{text}\n"
    placed = MANIFEST.replace("{column: 1, columns: 2, line: 6, lines: 12}", at)
    composed = api.compose(api.load(newsroom(tmp_path, manifest=placed, stories={"one": story})))
    rows = {
        (item.origin.x // 100_000, item.origin.y)
        for item in composed.pages[0].items
        if isinstance(item, TextRun) and composed.parts[item.part].role in {Role.PARAGRAPH, Role.SUBHEAD}
    }
    grid_left = min(x for x, _ in rows)
    step = 169.2 * 12_700 / 100_000
    return composed, Counter(round((x - grid_left) // step) for x, _ in rows)


@pytest.mark.parametrize("sentences", range(3, 20))
def test_no_leg_ends_more_than_a_line_above_another(tmp_path, sentences):
    text = "\n\n".join(SENTENCE * 2 for _ in range(sentences))
    _, depths = rows_by_leg(tmp_path, text, "{column: 1, columns: 4, line: 6, lines: 60}")
    assert len(depths) == 4
    # A column may give one line to keep a short line from the head of the next.
    assert max(depths.values()) - min(depths.values()) <= 2


def test_a_short_last_line_does_not_head_a_column(tmp_path):
    text = "\n\n".join(SENTENCE * 2 + "水退了。" for _ in range(9))
    for columns in (2, 3, 4):
        at = f"{{column: 1, columns: {columns}, line: 6, lines: 60}}"
        composed, _ = rows_by_leg(tmp_path / str(columns), text, at)
        strays = [found for found in composed.diagnostics if found.code == "LAY020"]
        assert not [found for found in strays if "在栏顶" in found.message("zh") and "“退了。”" in found.message("zh")]


def test_an_l_ends_level_in_its_deep_legs(tmp_path):
    at = "[{column: 1, columns: 4, line: 6, lines: 8}, {column: 1, columns: 2, line: 14, lines: 40}]"
    _, depths = rows_by_leg(tmp_path, "\n\n".join(SENTENCE * 2 for _ in range(10)), at)
    assert abs(depths[0] - depths[1]) <= 1
    assert depths[2] == depths[3] < depths[1]


@pytest.mark.parametrize("paragraphs", [5, 7, 8])
@pytest.mark.parametrize("ending", ["灯亮了又灭了又", "灯亮了又灭了又亮了"])
def test_paragraphs_take_a_line_more_so_that_feet_are_equal(tmp_path, ending, paragraphs):
    """Last lines that are nearly full make room where the lines do not divide by the legs; none of them is loose."""
    text = "\n\n".join([SENTENCE * 3 + ending + "。"] * paragraphs)
    composed, depths = rows_by_leg(tmp_path, text, "{column: 1, columns: 3, line: 6, lines: 60}")
    assert len(set(depths.values())) == 1
    assert not [found for found in composed.diagnostics if found.code in {"TXT001", "TXT002"}]


def test_balance_false_leaves_paragraphs_as_they_are(tmp_path):
    text = "\n\n".join([SENTENCE * 3 + "灯亮了又灭。"] * 5)
    _, depths = rows_by_leg(tmp_path, text, "{column: 1, columns: 3, line: 6, lines: 20}\n        balance: false")
    assert len(set(depths.values())) > 1
