"""Where headlines stand, what they stand on, and what is told when they cannot."""

from __future__ import annotations

import pytest
from PIL import Image

from layout import api
from layout.units import parse_length
from tests.newsrooms import newsroom

MANIFEST = """format: 1
paper: lanchuan-daily
date: 2026-03-20
number: 1
pages:
  - page: A01
    section: 要闻
    template: inner-six
    staff: {{editor: 方启明}}
    stories:
      - story: stories/one.md
        at: {at}
        headline: {{{head}}}
"""
LONG = "入夜以后，渡口的灯还亮着。摆渡人把缆绳又系了一道，才回到值班室里，往炉子上添一壶水。"
EM = 9 * 12_700
BOX = "{column: 1, columns: 3, line: 6, lines: 20}"


def composed(tmp_path, head, *, at=BOX, front="headline: 渡口的灯", more="", grey=None):
    story = f"---\n{front}\n---\n" + "\n\n".join([LONG] * 22) + "\n"
    stories = {"one": story, "two": story}
    manifest = newsroom(tmp_path, manifest=MANIFEST.format(at=at, head=head) + more, stories=stories)
    if grey is not None:
        Image.new("L", (400, 300), grey).save(manifest.parent / "grey.png")
    loaded = api.load(manifest)
    assert loaded.complete, [found.message("en") for found in loaded.diagnostics]
    return api.compose(loaded)


def words(composition, role):
    return [
        item
        for item in composition.pages[0].items
        if hasattr(item, "glyphs") and composition.parts[item.part].role.value == role
    ]


def codes(composition):
    return {found.code for found in composition.diagnostics}


def measures(composition):
    """The columns of the first story's text: left edge and width of full lines, in ems of the body."""
    lines = [item for item in words(composition, "paragraph") if not item.glyphs.text.startswith("入夜")]
    return sorted({item.origin.x for item in lines})


@pytest.mark.parametrize(("side", "place"), [("left", 0), ("middle", 1), ("right", 2)])
def test_a_vertical_head_shares_the_width_with_the_columns(tmp_path, side, place):
    made = composed(tmp_path, f"level: vertical, direction: down, side: {side}")
    (head,) = words(made, "headline")
    columns = measures(made)
    assert head.vertical
    assert len(columns) == 2
    assert sorted([*columns, head.origin.x]).index(head.origin.x) == place
    assert not codes(made) & {"LAY003", "LAY004"}


def test_text_runs_on_under_a_vertical_head_that_is_shorter(tmp_path):
    made = composed(tmp_path, "level: vertical, direction: down, side: right, lines: 9")
    (head,) = words(made, "headline")
    foot = head.origin.y + head.glyphs.width
    widest = {
        below: max(
            item.origin.x + item.glyphs.width for item in words(made, "paragraph") if (item.origin.y > foot) is below
        )
        for below in (False, True)
    }
    assert widest[False] < head.origin.x < widest[True]


def test_a_vertical_head_that_leaves_no_room_is_told(tmp_path):
    made = composed(tmp_path, "level: vertical, direction: down, side: left, width: 48")
    assert "LAY004" in codes(made)


def test_a_head_over_two_boxes_stands_above_both(tmp_path):
    at = "[{column: 1, columns: 2, line: 9, lines: 14}, {column: 3, columns: 2, line: 6, lines: 20}]"
    made = composed(tmp_path, "level: third, at: {column: 1, columns: 4, line: 6}", at=at)
    (head,) = words(made, "headline")
    assert all(item.origin.y > head.origin.y for item in words(made, "paragraph"))


def test_a_head_of_its_own_place_may_not_cover_another_story(tmp_path):
    more = "      - story: stories/two.md\n        at: {column: 4, columns: 3, line: 6, lines: 30}\n"
    made = composed(tmp_path, "level: third, at: {column: 1, columns: 5, line: 6}", more=more)
    assert "LAY033" in codes(made)


def test_a_head_fits_the_lines_it_is_given_or_says_how_many_it_needs(tmp_path):
    front = "headline: 渡口的灯\nkicker: 三十八年\ndeck: 一条船和一口铜铃"
    roomy = composed(tmp_path / "a", "level: lead, lines: 14", front=front)
    small = composed(tmp_path / "b", "level: lead, lines: 10", front=front)
    assert words(small, "headline")[0].glyphs.size < words(roomy, "headline")[0].glyphs.size
    assert "LAY030" not in codes(small)
    tight = composed(tmp_path / "c", "level: lead, lines: 4", front=front)
    (found,) = [entry for entry in tight.diagnostics if entry.code == "LAY030"]
    assert dict(found.values)["needed"] > 4


PICTURE = "        pictures: [{picture: grey.png, column: 1, columns: 3, line: 6, lines: 14, alt: 灰, caption: 灰}]\n"


@pytest.mark.parametrize(("grey", "black"), [(250, 1000), (10, 0)])
def test_a_head_over_a_picture_takes_the_ink_that_stands_out(tmp_path, grey, black):
    made = composed(tmp_path, "level: feature, on: picture", more=PICTURE, grey=grey)
    (head,) = words(made, "headline")
    assert head.ink.black == black
    assert "LAY031" not in codes(made)


def test_an_ink_that_does_not_stand_out_is_told(tmp_path):
    made = composed(tmp_path / "a", "level: feature, on: picture, ink: white", more=PICTURE, grey=250)
    assert "LAY031" in codes(made)
    made = composed(tmp_path / "b", "level: feature, on: picture, ink: white", more=PICTURE, grey=20)
    assert "LAY031" not in codes(made)


def test_a_head_over_a_picture_needs_one(tmp_path):
    assert "LAY032" in codes(composed(tmp_path, "level: feature, on: picture"))


def test_a_reversed_head_is_white_on_its_plate(tmp_path):
    made = composed(tmp_path, "level: third, on: plate")
    (head,) = words(made, "headline")
    (plate,) = [item for item in made.pages[0].items if type(item).__name__ == "Box" and item.fill]
    assert head.ink.black == 0
    assert plate.fill.black == 1000
    assert plate.rect.x < head.origin.x
    assert plate.rect.y < head.origin.y < plate.rect.bottom


def top_of_text(made):
    """The top of the first line's em boxes, 9 pt type whose Han stand 0.88 em over their baseline."""
    return min(item.origin.y for item in words(made, "paragraph")) - int(0.88 * EM)


@pytest.mark.parametrize("level", ["item", "third", "brief"])
def test_text_stands_a_full_em_and_more_under_a_plate(tmp_path, level):
    made = composed(tmp_path, f"level: {level}, on: plate")
    (plate,) = [item for item in made.pages[0].items if type(item).__name__ == "Box" and item.fill]
    assert top_of_text(made) - plate.rect.bottom >= 1.2 * EM


@pytest.mark.parametrize("level", ["item", "minor", "third", "standard-row"])
@pytest.mark.parametrize("columns", [2, 3])
def test_a_head_without_a_byline_has_more_white_under_it_than_what_is_left_over_it(tmp_path, level, columns):
    at = BOX.replace("columns: 3", f"columns: {columns}")
    made = composed(tmp_path, f"level: {level}", at=at, front="headline: 渡口的灯\nkicker: 三十八年")
    (head,) = words(made, "headline")
    foot = head.origin.y + int(0.12 * head.glyphs.size)
    assert top_of_text(made) - foot >= 1.15 * EM


def test_faces_of_a_level_take_turns_down_the_page(tmp_path):
    more = (
        "      - story: stories/two.md\n        at: {column: 1, columns: 3, line: 40, lines: 30}\n"
        "        headline: {level: third}\n"
    )
    made = composed(tmp_path, "level: third", more=more)
    first, second = words(made, "headline")
    assert first.glyphs.face != second.glyphs.face


def test_a_stacked_byline_aligns_its_names(tmp_path):
    made = composed(tmp_path, "level: third", front="headline: 渡口的灯\nbyline: [本报记者 祁晚, 通讯员 陶令微]")
    first, name, second, other = words(made, "byline")
    assert first.origin.x == second.origin.x
    assert name.origin.x == other.origin.x
    assert name.glyphs.width == other.glyphs.width


@pytest.mark.parametrize("level", ["lead", "second", "third", "banner", "brief"])
def test_headlines_are_whole_lines_high(tmp_path, level):
    made = composed(tmp_path, f"level: {level}", front="headline: 渡口的灯\nkicker: 三十八年\nbyline: 祁晚")
    baselines = {item.origin.y for item in words(made, "paragraph")}
    grid = 11.5 * 12_700
    assert len({round(y % grid) for y in baselines}) == 1


def test_white_below_the_byline_is_the_styles(tmp_path):
    def first_line(folder, white, front):
        manifest = newsroom(
            folder, manifest=MANIFEST.format(at=BOX, head="level: third"), stories={"one": front + LONG}
        )
        style = folder / "styles" / "lanchuan-daily" / "style.yaml"
        written = style.read_text("utf-8")
        style.write_text(written.replace("  third:\n", f"  third:\n    byline_below: {white}\n", 1), "utf-8")
        return words(api.compose(api.load(manifest)), "paragraph")[0].origin.y

    signed, bare = "---\nheadline: 渡口的灯\nbyline: 祁晚\n---\n", "---\nheadline: 渡口的灯\n---\n"
    tight, loose = (first_line(tmp_path / f"signed-{white}", white, signed) for white in (0, 2000))
    assert loose - tight == 2 * parse_length("11.5pt")
    assert first_line(tmp_path / "bare-0", 0, bare) == first_line(tmp_path / "bare-2000", 2000, bare)
