"""What is told of slots, advert sizes, standing data, running numbers, black pages and small boxes."""

from __future__ import annotations

from datetime import date

import pytest

from layout import api
from layout.style.model import Numbering
from layout.style.standing import expected_number
from tests.features.editions import FOLDER
from tests.newsrooms import STORY, newsroom

REED = (FOLDER / "styles" / "reed-weekly" / "style.yaml").read_text("utf-8")
HEAD = "format: 1\npaper: {paper}\ndate: {day}\nnumber: {number}\n"
PAGE = "  - page: A01\n    section: 要闻\n    template: {template}\n"


def built(tmp_path, page, *, paper="reed-weekly", template="plain", number=18234, day="2026-03-20", style=REED, top=""):
    """Every finding of an edition of one page, reading and composing, by code."""
    manifest = newsroom(
        tmp_path,
        manifest=HEAD.format(paper=paper, number=number, day=day)
        + top
        + "pages:\n"
        + PAGE.format(template=template)
        + page,
        stories={"one": STORY, "two": STORY.replace("渡口", "码头")},
    )
    (tmp_path / "styles" / "reed-weekly").mkdir()
    (tmp_path / "styles" / "reed-weekly" / "style.yaml").write_text(style, "utf-8")
    read = api.load(manifest)
    found = read.diagnostics + (api.compose(read).diagnostics if read.complete else ())
    for one in found:
        for language in ("zh", "en"):
            assert "{" not in one.message(language) + one.hint(language)
    return {one.code: one for one in found}


def test_a_slot_is_taken_once(tmp_path):
    page = "    stories:\n      - {story: stories/one.md, slot: lead}\n      - {story: stories/two.md, slot: lead}\n"
    found = built(tmp_path, page, template="slots")
    assert found["STY041"].span.line == 11
    assert "ear" in found["STY042"].message("en")


def test_a_page_that_uses_no_slots_may_leave_them_empty(tmp_path):
    page = (
        "    stories:\n      - story: stories/one.md\n        at: {column: 1, columns: 2, line: 1, lines: 9}\n"
        "        headline: {level: brief}\n"
    )
    assert "STY042" not in built(tmp_path, page, template="slots")


def test_an_unknown_slot_is_pointed_at(tmp_path):
    found = built(tmp_path, "    stories:\n      - {story: stories/one.md, slot: laed}\n", template="slots")
    assert "lead" in found["STY002"].hint("en")


def test_a_story_needs_a_place_or_a_slot(tmp_path):
    assert "SRC013" in built(tmp_path, "    stories:\n      - {story: stories/one.md}\n")


def test_a_headline_without_level_needs_a_slot_that_has_one(tmp_path):
    page = (
        "    stories:\n      - story: stories/one.md\n        at: {column: 1, columns: 2, line: 1, lines: 9}\n"
        "        headline: {direction: across}\n"
    )
    assert "level" in built(tmp_path, page)["SRC013"].message("en")


@pytest.mark.parametrize(("size", "code"), [("90mm x 40mm", "STY043"), ("huge", "STY048"), ("150mm x 30", "STY048")])
def test_a_size_that_meets_no_columns_is_told(tmp_path, size, code):
    page = f"    adverts:\n      - {{advert: pictures/none.jpg, size: {size}}}\n"
    found = built(tmp_path, page)
    assert found[code].span.line == 10


BARE = """format: 1
extends: lanchuan-daily
identity: {id: bare-daily, name: 素日报}
panels:
  nameplate:
    texts: [{text: "{name}　{date}　{number}　{pages}　{cn}", type: folio, y: 20pt}]
    pictures: []
    rules: []
templates:
  front: {grid: eight, panels: [{panel: nameplate, column: 1, columns: 5, line: 1, lines: 13}]}
"""


def bare(tmp_path, style):
    """The findings of an edition in a style beside the sample papers', which lack their supervisor."""
    manifest = newsroom(
        tmp_path,
        manifest=HEAD.format(paper="bare", number=1, day="2026-03-20") + "pages:\n" + PAGE.format(template="front"),
    )
    daily = tmp_path / "styles" / "lanchuan-daily" / "style.yaml"
    lines = daily.read_text("utf-8").splitlines(keepends=True)
    daily.write_text("".join(line for line in lines if "supervisor" not in line), "utf-8")
    (tmp_path / "styles" / "bare.yaml").write_text(style, "utf-8")
    return api.load(manifest).diagnostics


def named(found, code):
    return {dict(one.values)["field"] for one in found if one.code == code}


def test_standing_data_that_is_missing_or_printed_nowhere_is_named(tmp_path):
    found = bare(tmp_path, BARE)
    assert named(found, "STY044") == {"supervisor"}
    assert named(found, "STY045") == {
        *("publisher", "sponsor", "price", "address", "phone", "postcode", "printer", "editor_in_chief", "licence")
    }


def test_a_paper_with_a_permit_needs_no_cn(tmp_path):
    style = BARE.replace("name: 素日报}", "name: 素日报, fields: {permit: 准印证}}").replace("{cn}", "{permit}")
    assert "cn" not in named(bare(tmp_path, style), "STY045")


def numbered(line):
    return REED.replace("  name: 芦岸周报\n", f"  name: 芦岸周报\n  {line}\n")


@pytest.mark.parametrize(
    ("number", "day", "code"),
    [(18234, "2026-03-20", ""), (18235, "2026-03-20", "STY046"), (9127, "2026-03-22", "STY047")],
)
def test_a_running_number_follows_from_a_known_issue(tmp_path, number, day, code):
    style = REED.replace(
        "  name: 芦岸周报\n", "  name: 芦岸周报\n  numbering: {date: 2026-03-13, number: 18233, days: [五]}\n"
    )
    found = built(tmp_path, "", number=number, day=day, style=style)
    assert {one for one in found if one in {"STY046", "STY047"}} == ({code} - {""})
    if code == "STY046":
        assert "18234" in found[code].message("en")


def test_a_supplement_may_come_out_on_any_day(tmp_path):
    style = REED.replace(
        "  name: 芦岸周报\n", "  name: 芦岸周报\n  numbering: {date: 2026-03-13, number: 1, days: [五]}\n"
    )
    assert "STY047" not in built(tmp_path, "", day="2026-03-22", style=style, top="kind: supplement\n")


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2026, 1, 2), 100),
        (date(2026, 1, 3), 101),
        (date(2026, 1, 5), 102),  # no issue on Sundays
        (date(2026, 2, 16), 138),
        (date(2026, 2, 18), 138),  # none on the 17th and 18th: the number stands still
        (date(2026, 2, 19), 139),
        (date(2025, 12, 31), 98),
    ],
)
def test_numbers_go_up_by_one_an_issue_day(day, number):
    numbering = Numbering(date(2026, 1, 2), 100, (0, 1, 2, 3, 4, 5), (date(2026, 2, 17), date(2026, 2, 18)))
    assert expected_number(day, numbering) == number


def test_a_style_that_condenses_heads_too_far_is_refused(tmp_path):
    style = REED + "levels:\n  brief: {condense: 800}\n"
    assert built(tmp_path, "", style=style)["STY040"].span.line == style.count("\n")


@pytest.mark.parametrize(("label", "told"), [("ink: black 40%", True), ("ink: white", True), ("ink: black 70%", False)])
def test_an_advert_label_too_pale_is_told(tmp_path, label, told):
    style = REED + f"types:\n  advert-label: {{{label}}}\n"
    assert ("STY049" in built(tmp_path, "", style=style)) is told


def test_a_field_nobody_has_is_refused(tmp_path):
    style = REED.replace('"{page}　{section}"', '"{pgae}　{section}"')
    assert "page" in built(tmp_path, "", style=style)["STY002"].hint("en")


@pytest.mark.parametrize("pages", ["[A01, A02]", "[A02]", "[A02, A04]"])
def test_a_spread_is_two_facing_pages(tmp_path, pages):
    page = "  - {page: A02, section: 综合, template: plain}\n  - {page: A04, section: 综合, template: plain}\n"
    assert built(tmp_path, page, top=f"spreads: [{pages}]\n")["EDN041"].span.line == 5


@pytest.mark.parametrize(("ink", "told"), [("colour", False), ("black", True), ("red", False)])
def test_red_on_a_black_page_is_told_and_on_a_red_one_is_not(tmp_path, ink, told):
    found = built(tmp_path, f"    ink: {ink}\n", template="left")
    assert ("LAY043" in found) is told
    if told:
        assert "芦岸周报" in found["LAY043"].message("en")


def test_a_box_too_small_for_its_words_is_an_error(tmp_path):
    page = "    ears:\n      - {text: [一, 二, 三, 四], column: 1, columns: 1, line: 1, lines: 2}\n"
    assert "2 lines" in built(tmp_path, page)["LAY044"].message("en")


def test_a_hole_that_nothing_fills_is_told(tmp_path):
    page = "    fillers:\n      - {column: 1, columns: 2, line: 1, lines: 30}\n"
    found = built(tmp_path, page, top="fillers: [stories/one.md]\n")
    assert dict(found["LAY041"].values)["lines"] > 15


def test_a_folio_too_wide_for_its_panel_is_told(tmp_path):
    style = REED.replace('"{name}　{date}　{term}"', '"' + "{name}" * 20 + '"')
    assert "mm wider than its place" in built(tmp_path, "", template="mirrored", style=style)["LAY042"].message("en")


def test_a_name_too_long_down_its_panel_is_told_as_too_long(tmp_path):
    style = REED.replace(
        '{text: "{name}", type: folio-name, direction: down',
        '{text: "' + "{name}" * 9 + '", type: folio-name, direction: down',
    )
    found = built(tmp_path, "", template="vertical", style=style)["LAY042"]
    assert "mm longer than its place" in found.message("en") and "长" in found.message("zh")
