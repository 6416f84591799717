"""Rules between stories: in white, clear of text, one line where they meet."""

from __future__ import annotations

import pytest
from PIL import Image

from layout import api
from layout.display.items import Rule, TextRun
from layout.geometry import Rect
from layout.units import pt
from tests.features.editions import loaded
from tests.newsrooms import MANIFEST, STORY, newsroom

EM = pt(9)
TWO = (
    MANIFEST.replace("    stories:", "    {page}stories:").replace("line: 6, lines: 12", "line: 7, lines: 20")
    + """      - story: stories/two.md
        at: {at}
        headline: {level: brief}
"""
)


def rules_of(tmp_path, page="", at="{column: 1, columns: 2, line: 29, lines: 12}", more=""):
    manifest = TWO.replace("{page}", page).replace("{at}", at) + more
    stories = {"one": STORY, "two": STORY.replace("入夜以后", "天亮以前")}
    plan = api.compose(api.load(newsroom(tmp_path, manifest=manifest, stories=stories))).pages[0]
    top = plan.type_area.y + 6 * pt(11.5)
    return [item for item in plan.items if isinstance(item, Rule) and item.start.y >= top]


def test_nothing_is_drawn_where_the_page_wants_nothing(tmp_path):
    for wanted in ("none", "white"):
        assert rules_of(tmp_path / wanted, f"separators: {wanted}\n    ") == []


def test_a_hairline_stands_in_the_middle_between_stacked_stories(tmp_path):
    (rule,) = rules_of(tmp_path, "separators: rules\n    ")
    assert rule.start.y == rule.end.y
    assert rule.end.x - rule.start.x == pt(2 * 153 + 16.2)


def test_boxes_that_touch_are_parted_by_the_style_s_white(tmp_path):
    (rule,) = rules_of(tmp_path, "separators: rules\n    ", "{column: 1, columns: 2, line: 27, lines: 12}")
    assert rule


def test_a_line_stands_in_the_gutter_between_stories_side_by_side(tmp_path):
    (rule,) = rules_of(tmp_path, "separators: rules\n    ", "{column: 3, columns: 2, line: 10, lines: 12}")
    assert rule.start.x == rule.end.x
    assert rule.end.y - rule.start.y <= pt(12 * 11.5)


@pytest.mark.parametrize("word", ["white", "none"])
def test_a_story_may_want_no_rule(tmp_path, word):
    assert rules_of(tmp_path, "separators: rules\n    ", more=f"        separators: {word}\n") == []


def test_a_frame_needs_no_rule_beside_it(tmp_path):
    assert len(rules_of(tmp_path, "separators: rules\n    ", more="        frame: box\n")) == 0


def test_a_rule_beside_a_frame_goes_on_to_its_story_s_end(tmp_path):
    """Under a story of four columns, two of them over a framed one, the line is four columns wide, not two."""
    at = "{column: 3, columns: 2, line: 29, lines: 12}"
    third = """        frame: tint
      - story: stories/three.md
        at: {column: 1, columns: 2, line: 29, lines: 12}
        headline: {level: brief}
"""
    wide = TWO.replace("column: 1, columns: 2, line: 7", "column: 1, columns: 4, line: 7")
    manifest = wide.replace("{page}", "separators: rules\n    ").replace("{at}", at)
    stories = {
        "one": STORY,
        "two": STORY.replace("入夜以后", "天亮以前"),
        "three": STORY.replace("入夜以后", "天黑以前"),
    }
    plan = api.compose(api.load(newsroom(tmp_path, manifest=manifest + third, stories=stories))).pages[0]
    top = plan.type_area.y + 6 * pt(11.5)
    rules = [item for item in plan.items if isinstance(item, Rule) and item.start.y >= top]
    across = [rule for rule in rules if rule.start.y == rule.end.y]
    assert [rule.end.x - rule.start.x for rule in across] == [pt(4 * 153 + 3 * 16.2)]


@pytest.mark.parametrize(("wanted", "line", "rules"), [("rules", 20, 1), ("none", 20, 0), ("rules", 18, 0)])
def test_a_rule_parts_a_story_from_an_advert_where_a_line_is_free(tmp_path, wanted, line, rules):
    advert = f"      - {{advert: one.png, column: 1, columns: 2, line: {line}, lines: 12, alt: 茶舍}}\n"
    manifest = newsroom(tmp_path, manifest=MANIFEST + "    adverts:\n" + advert)
    style = tmp_path / "styles" / "lanchuan-daily" / "style.yaml"
    text = style.read_text("utf-8")
    assert "separators: {" in text
    style.write_text(text.replace("separators: {", f"separators: {{adverts: {wanted}, "), "utf-8")
    Image.new("L", (900, 600), 128).save(manifest.parent / "one.png")
    plan = api.compose(api.load(manifest)).sheets[0].plan
    assert len(plan.separators) == rules
    for start, end in plan.separators:
        assert start.y == end.y == plan.grid.line_top(18) + plan.grid.leading


def test_a_rule_of_the_page_s_own_stands_for_itself(tmp_path):
    own = "rules: [{column: 1, columns: 2, line: 28}]\n    separators: rules\n    "
    assert len(rules_of(tmp_path, own)) == 1


def test_rules_keep_half_an_em_from_all_text():
    page = api.compose(loaded("separators")).pages[0]
    rules = [item for item in page.items if isinstance(item, Rule)][2:]
    texts = [
        Rect(run.origin.x, run.origin.y - run.glyphs.size * 880 // 1000, run.glyphs.width, run.glyphs.size)
        for run in page.items
        if isinstance(run, TextRun)
    ]
    assert len(rules) >= 4
    for rule in rules:
        width, height = rule.end.x - rule.start.x, rule.end.y - rule.start.y
        around = Rect(rule.start.x, rule.start.y, width, height).grown(EM // 2 - 1)
        assert not any(around.overlaps(text) for text in texts)


def test_a_line_down_a_gutter_goes_on_beside_a_frame(tmp_path):
    """Beside a story of 25 lines stand two others, the lower one framed: the line is as long as the story."""
    third = """        separators: rules
      - story: stories/three.md
        at: {column: 3, columns: 2, line: 20, lines: 12}
        headline: {level: brief}
        frame: tint
"""
    high = TWO.replace("column: 1, columns: 2, line: 7, lines: 20", "column: 1, columns: 2, line: 7, lines: 25")
    manifest = high.replace("{page}", "separators: rules\n    ").replace(
        "{at}", "{column: 3, columns: 2, line: 7, lines: 12}"
    )
    stories = {name: STORY.replace("入夜以后", f"{name}以后") for name in ("one", "two", "three")}
    plan = api.compose(api.load(newsroom(tmp_path, manifest=manifest + third, stories=stories))).pages[0]
    (down,) = [
        item for item in plan.items if isinstance(item, Rule) and item.start.x == item.end.x and item.weight < pt(0.4)
    ]
    assert down.end.y - down.start.y > pt(24 * 11.5)
