"""Subheads: whole lines of the grid, never at a column's foot; or opening their paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout import api
from layout.display.items import Rule
from layout.edition.model import Emphasis, TextKind
from layout.style.model import SubheadStyle
from tests.newsrooms import MANIFEST, newsroom

LONG = "入夜以后，渡口的灯还亮着。摆渡人把缆绳又系了一道，才回到值班室里，往炉子上添一壶水。"
LEADING = 11.5 * 12_700


def composed(tmp_path, body, level="brief", lines=40):
    story = f"---\nheadline: 渡口的灯\n---\n{body}\n"
    text = MANIFEST.replace("{level: brief}", f"{{level: {level}}}").replace("lines: 12", f"lines: {lines}")
    loaded = api.load(newsroom(tmp_path, manifest=text, stories={"one": story}))
    assert loaded.complete, [found.message("en") for found in loaded.diagnostics]
    return loaded, api.compose(loaded)


def lines(made, role):
    items = (item for item in made.pages[0].items if hasattr(item, "glyphs"))
    return [item for item in items if made.parts[item.part].role.value == role]


def beside(loaded, made, head):
    """The body lines of the column a subhead stands in."""
    paper = loaded.styles.paper
    step = paper.grids["six"].characters * paper.body_size + paper.grids["six"].gutter

    def column(item):
        return (item.origin.x - paper.margins.left) // step

    return [item for item in lines(made, "paragraph") if column(item) == column(head)]


@pytest.mark.parametrize(("level", "count"), [("brief", 2), ("second", 4)])
def test_a_standing_subhead_takes_as_many_lines_as_the_style_says(tmp_path, level, count):
    loaded, made = composed(tmp_path, f"{LONG}\n\n## 灯下有凳\n\n{LONG * 4}", level)
    style = loaded.styles.paper
    assert style.subhead_of(level).lines == count
    (head,) = lines(made, "subhead")
    column = beside(loaded, made, head)
    above = max(item.origin.y for item in column if item.origin.y < head.origin.y)
    below = min(item.origin.y for item in column if item.origin.y > head.origin.y)
    assert round((below - above) / LEADING, 6) == count + 1


def test_a_band_is_as_wide_as_its_column(tmp_path):
    loaded, made = composed(tmp_path, f"{LONG}\n\n## 灯下有凳\n\n{LONG}", "second")
    (band,) = [item for item in made.pages[0].items if type(item).__name__ == "Box" and item.fill]
    measure = loaded.styles.paper.grids["six"].characters * loaded.styles.paper.body_size
    (head,) = lines(made, "subhead")
    assert band.rect.width == measure
    assert band.rect.y < head.origin.y < band.rect.bottom
    middle = head.origin.y - head.glyphs.size * 380 // 1000
    assert abs(middle - (band.rect.y + band.rect.height // 2)) < 12_700


@settings(max_examples=20, deadline=None)
@given(before=st.integers(1, 60), height=st.integers(14, 40))
def test_a_subhead_never_ends_a_column(tmp_path_factory, before, height):
    body = f"{LONG[:20] * 1}\n\n" + LONG * (before // 3 + 1) + f"\n\n## 灯下有凳\n\n{LONG * 6}"
    loaded, made = composed(tmp_path_factory.mktemp("one"), body, lines=height)
    if any(found.code == "LAY001" for found in made.diagnostics):
        return  # What does not fit is told; the last column takes what there is.
    for head in lines(made, "subhead"):
        assert sum(item.origin.y > head.origin.y for item in beside(loaded, made, head)) >= 2


def test_a_subhead_opens_its_paragraph(tmp_path):
    loaded, made = composed(tmp_path, f"### 先看北岸\n{LONG}\n\n### 再看南岸。\n\n**灯**{LONG}")
    first, second = loaded.edition.stories["one"].body
    assert first.kind is TextKind.BODY
    assert first.text == f"先看北岸\u3000{LONG}"
    assert second.text == f"再看南岸。灯{LONG}"
    assert [(s.start, s.end, s.emphasis) for s in second.stretches] == [
        (0, 5, Emphasis.OPENING),
        (5, 6, Emphasis.STRONG),
    ]
    assert all(len(one.origins) == len(one.text) for one in (first, second))
    faces = {item.glyphs.text[:2]: item.glyphs.face for item in lines(made, "paragraph")}
    assert faces["先看"] != faces["入夜"]


def test_a_subhead_with_nothing_to_open_is_kept(tmp_path):
    loaded, _ = composed(tmp_path, f"{LONG}\n\n### 完")
    assert [one.text.strip() for one in loaded.edition.stories["one"].body] == [LONG, "完"]


def test_a_dateline_comes_before_the_opening_subhead(tmp_path):
    story = f"---\nheadline: 灯\ndateline: 本报讯\n---\n### 先看北岸\n{LONG}\n"
    loaded = api.load(newsroom(tmp_path, stories={"one": story}))
    assert loaded.edition.stories["one"].body[0].text.startswith("本报讯\u3000先看北岸\u3000入夜")


def test_the_looks_of_a_style_that_says_nothing(tmp_path):
    loaded, _ = composed(tmp_path, LONG)
    assert loaded.styles.paper.subhead_of("") == SubheadStyle()


def test_the_rule_between_legs_runs_whole_past_subheads(tmp_path):
    body = f"{LONG * 2}\n\n## 灯下有凳\n\n{LONG * 2}\n\n## 船上有人\n\n{LONG * 3}"
    story = f"---\nheadline: 渡口的灯\n---\n{body}\n"
    placed = MANIFEST.replace(
        "columns: 2, line: 6, lines: 12}", "columns: 2, line: 6, lines: 40}\n        leg_rules: true"
    )
    made = api.compose(api.load(newsroom(tmp_path, manifest=placed, stories={"one": story})))
    rules = [item for item in made.pages[0].items if isinstance(item, Rule) and made.parts[item.part].story == "one"]
    (rule,) = rules
    rows = sorted(item.origin.y for item in lines(made, "paragraph"))
    assert rule.start.y < rows[0]
    assert abs(rule.end.y - rows[-1]) < LEADING / 2
