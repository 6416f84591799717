"""Notices at the fold (中缝): the margin they stand in, what does not fit there, and that they count as placed."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from layout import api
from layout.check.near import inside_type_area
from layout.check.scene import scenes
from layout.check.type import large_enough
from layout.diagnostics import Severity
from layout.display.items import Role, Rule, TextRun
from layout.plan.fold import LEAST_CHARACTERS
from layout.release.certificate import certificate
from layout.units import mm
from tests.features.editions import FOLDER, loaded
from tests.newsrooms import fonts_without_sets

# What stands at the left page's fold after its first notice.
LEFT = ("auction", "water", "office", "sale", "night")


@cache
def example() -> tuple[api.Loaded, api.Composition]:
    edition = loaded("fold")
    return edition, api.compose(edition)


def edited(tmp_path: Path, *edits: tuple[str, str], file: str = "issue.yaml") -> api.Loaded:
    shutil.copytree(FOLDER / "styles", tmp_path / "styles")
    shutil.copytree(FOLDER / "fold", tmp_path / "fold")
    path = tmp_path / file if file.startswith("styles") else tmp_path / "fold" / file
    text = path.read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return api.load(tmp_path / "fold" / "issue.yaml", root=tmp_path, fonts=fonts_without_sets())


def found(diagnostics, code: str) -> list[dict]:
    return [dict(one.values) | {"page": one.page} for one in diagnostics if one.code == code]


def in_strip(composition, page: int) -> list[TextRun]:
    notices = {notice.block.story.id for notice in composition.sheets[page].notices}
    runs = (item for item in composition.pages[page].items if isinstance(item, TextRun))
    return [item for item in runs if composition.parts[item.part].story in notices]


def test_a_left_page_has_them_at_its_right_and_a_right_page_at_its_left():
    _, composition = example()
    left, right = composition.pages
    for run in in_strip(composition, 0):
        assert run.origin.x >= left.type_area.right + mm(3)
        assert run.origin.x + run.glyphs.width <= left.trim.width - mm(4)
    for run in in_strip(composition, 1):
        assert run.origin.x >= mm(4)
        assert run.origin.x + run.glyphs.width <= right.type_area.x - mm(3)


def test_a_whole_strip_reaches_from_the_head_of_the_type_area_to_its_foot():
    _, composition = example()
    area = composition.pages[0].type_area
    baselines = [run.origin.y for run in in_strip(composition, 0)]
    assert area.y < min(baselines)
    assert area.bottom - mm(4) < max(baselines) < area.bottom


def test_line_and_lines_say_which_part_of_the_height_they_take():
    _, composition = example()
    grid = composition.sheets[1].plan.grid
    for run in in_strip(composition, 1):
        assert grid.line_top(6) < run.origin.y < grid.line_top(6 + 22)


def test_rules_part_the_notices_and_stand_under_the_title():
    _, composition = example()
    strip = composition.sheets[0].plan.fold.rect
    rules = [item for item in composition.pages[0].items if isinstance(item, Rule) and item.start.x == strip.x]
    assert len(rules) == len(composition.sheets[0].notices)
    outlines = [notice.block.outline for notice in composition.sheets[0].notices]
    assert not any(outline.y < rule.start.y < outline.bottom for rule in rules for outline in outlines)


def test_white_alone_when_the_style_wishes_so(tmp_path):
    style = "styles/fold-weekly/style.yaml"
    composition = api.compose(edited(tmp_path, ("between: rules", "between: white"), file=style))
    strip = composition.sheets[0].plan.fold.rect
    assert not [item for item in composition.pages[0].items if isinstance(item, Rule) and item.start.x == strip.x]


def test_they_are_stories_with_a_head_and_every_character_is_accounted_for():
    edition, composition = example()
    made = certificate(composition, edition.edition, {}, {})
    entry = made["stories"]["auction"]
    assert entry["not_placed"] == entry["elsewhere"] == 0
    assert entry["words"]["headline"][0] == "A02"
    assert {one[0] for paragraph in entry["body"] for one in paragraph["printed"]} == {"A02"}


def test_one_on_a_page_that_was_not_made_stands_elsewhere():
    edition, _ = example()
    entry = certificate(api.compose(edition, pages=["A03"]), edition.edition, {}, {})["stories"]["lost"]
    assert entry["elsewhere"] and not entry["not_placed"]


def test_what_is_over_is_told_in_characters_and_lines_and_is_not_drawn(tmp_path):
    edition = edited(tmp_path, ("lines: 32", "lines: 25"))
    composition = api.compose(edition)
    over = found(composition.diagnostics, "LAY061")
    assert [one["story"] for one in over] == ["lamp"]
    drawn = sum(len(run.glyphs.text) for run in in_strip(composition, 1) if composition.parts[run.part].story == "lamp")
    story = edition.edition.stories["lamp"]
    assert drawn + over[0]["characters"] == len(story.headline.text + story.body[0].text)
    assert 0 < over[0]["lines"] < 6


def test_a_strip_of_no_lines_loses_its_notices_by_name(tmp_path):
    composition = api.compose(edited(tmp_path, ("line: 6  ", "line: 60 ")))
    assert [one["story"] for one in found(composition.diagnostics, "LAY061")] == ["found", "boat", "lamp"]


def test_a_margin_that_is_too_narrow_is_told_with_what_it_lacks(tmp_path):
    composition = api.compose(edited(tmp_path, ("width: 204mm", "width: 180mm"), file="styles/fold-weekly/style.yaml"))
    narrow = found(composition.diagnostics, "LAY060")
    assert [one["page"] for one in narrow] == ["A02", "A03"]
    assert narrow[0]["characters"] < narrow[0]["least"] == LEAST_CHARACTERS
    width = 180 + 2 * narrow[0]["by"]
    wider = edited(tmp_path / "wider", ("width: 204mm", f"width: {width}mm"), file="styles/fold-weekly/style.yaml")
    assert not found(api.compose(wider).diagnostics, "LAY060")


@pytest.mark.parametrize("notices", [7, 8])
def test_white_that_is_shared_out_leaves_no_line_empty_for_its_remainder(tmp_path, notices):
    """A line of 9 pt has no whole seventh part: what is left of it is no line."""
    names = ", ".join(f"stories/lamp{number}.md" for number in range(notices))
    edited(tmp_path, ("stories/lost.md", names), *((f", stories/{name}.md", "") for name in LEFT))
    text = (tmp_path / "fold/stories/lamp.md").read_text("utf-8")
    for number in range(notices):
        (tmp_path / f"fold/stories/lamp{number}.md").write_text(text, "utf-8")
    composition = api.compose(api.load(tmp_path / "fold/issue.yaml", root=tmp_path, fonts=fonts_without_sets()))
    rows = [slot.baseline for slot in composition.sheets[0].plan.fold.rows]
    foot = max(run.origin.y for run in in_strip(composition, 0))
    told = sum(one["lines"] for one in found(composition.diagnostics, "LAY063") if one["page"] == "A02")
    assert told == (rows[-1] - foot) // (rows[1] - rows[0])


def test_few_notices_leave_a_note_of_the_lines_that_stay_empty(tmp_path):
    edition = edited(tmp_path, ("stories/found.md, stories/boat.md, stories/lamp.md", "stories/found.md"))
    (note,) = found(api.compose(edition).diagnostics, "LAY063")
    assert note["page"] == "A03" and note["lines"] > 10


@pytest.mark.parametrize(
    "name", [pytest.param("ferry", id="that stands on a page"), pytest.param("lost", id="at a fold")]
)
def test_a_story_that_stands_elsewhere_too_is_told(tmp_path, name):
    edition = edited(tmp_path, ("stories/found.md", f"stories/{name}.md"))
    (twice,) = found(edition.diagnostics, "EDN005")
    assert (twice["story"], twice["page"]) == (name, "A02")


def test_an_unknown_field_in_the_title_is_told(tmp_path):
    edition = edited(tmp_path, ("{section} {page}", "{sektion}"), file="styles/fold-weekly/style.yaml")
    assert any("sektion" in one.message("en") for one in edition.diagnostics)
    assert not edition.complete


def test_the_rule_for_what_leaves_the_type_area_holds_them_to_their_strip():
    edition, composition = example()
    known = scenes(composition, edition.styles)
    assert not [one for scene in known for one in inside_type_area(scene)]


@pytest.mark.parametrize(("size", "too_small"), [("7pt", False), ("5.5pt", True)])
def test_they_may_be_smaller_than_running_text_in_columns(tmp_path, size, too_small):
    edition = edited(tmp_path, ("size: 六号", f"size: {size}"), file="styles/fold-weekly/style.yaml")
    small = [one for scene in scenes(api.compose(edition), edition.styles) for one in large_enough(scene)]
    assert bool(small) == too_small


@pytest.mark.parametrize(("lines", "crossed"), [(50, True), (10, False)])
def test_a_picture_across_both_pages_takes_the_place_of_the_strip(tmp_path, lines, crossed):
    folder = tmp_path / "spread"
    shutil.copytree(FOLDER / "spread", folder)
    shutil.copy(FOLDER / "fold" / "stories" / "lost.md", folder / "stories")
    manifest = folder / "issue.yaml"
    fold = f"    fold: {{notices: [stories/lost.md], line: 1, lines: {lines}}}\n"
    staff = "    staff: {editor: 方启明}\n"
    manifest.write_text(manifest.read_text("utf-8").replace(staff, staff + fold, 1), "utf-8")
    edition = api.load(manifest, root=tmp_path, fonts=fonts_without_sets())
    told = found(api.compose(edition).diagnostics, "LAY062")
    assert [one["picture"] for one in told] == ["panorama.jpg"] * crossed


def test_their_parts_have_the_roles_of_stories():
    _, composition = example()
    roles = {part.role for part in composition.parts if part.story == "sale"}
    assert {Role.STORY, Role.HEADLINE, Role.PARAGRAPH} <= roles
    titles = {part.title for part in composition.parts if part.role is Role.STORY}
    assert "苗圃售苗" in titles


def test_adverts_higher_than_their_strip_are_an_error_and_none_is_drawn_over_its_edge(tmp_path):
    """The strip has 32 lines: an advert of as many stands in it, one of 40 is 8 lines too high."""
    fits = api.compose(edited(tmp_path / "fits", ("lines: 8, alt", "lines: 32, alt")))
    assert not found(fits.diagnostics, "LAY064")
    assert len(fits.sheets[1].plan.fold.adverts) == 1
    over = api.compose(edited(tmp_path / "over", ("lines: 8, alt", "lines: 40, alt")))
    assert [(one["page"], one["lines"]) for one in found(over.diagnostics, "LAY064")] == [("A03", 8)]
    assert over.sheets[1].plan.fold.adverts == ()
    assert [entry.severity for entry in over.diagnostics if entry.code == "LAY064"] == [Severity.ERROR]
