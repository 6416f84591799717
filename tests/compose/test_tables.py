"""Tables in a story's columns: on the page's lines, parted only where they must be, told of when they do not fit."""

from __future__ import annotations

import re

from layout import api
from layout.display.items import Role, Rule, TextRun
from tests.newsrooms import MANIFEST, newsroom

HEAD = "| 渡口 | 首班 | 票价 |\n|:--|:-:|-.-|\n"
WORDS = "入夜以后，渡口的灯还亮着，摆渡人把缆绳又系了一道。"


def composed(tmp_path, body: str, lines: int = 12, columns: int = 2):
    manifest = MANIFEST.replace("columns: 2", f"columns: {columns}").replace("lines: 12", f"lines: {lines}")
    story = f"---\nheadline: 船期\nbyline: 闻远\n---\n{body}\n"
    return api.compose(api.load(newsroom(tmp_path, manifest=manifest, stories={"one": story})))


def table(rows: int) -> str:
    return HEAD + "".join(f"| 渡口{n:02d} | 5:{n:02d} | {n}.5 |\n" for n in range(rows))


def codes(composition) -> set[str]:
    return {found.code for found in composition.diagnostics}


def cells(composition) -> list[TextRun]:
    return [
        item
        for page in composition.pages
        for item in page.items
        if isinstance(item, TextRun) and composition.parts[item.part].role is Role.CELL
    ]


def text(runs) -> str:
    return "".join(run.glyphs.text for run in runs)


def test_rows_stand_on_the_baselines_of_the_text(tmp_path):
    composition = composed(tmp_path, f"{WORDS * 3}\n\n{table(3)}\n{WORDS * 3}")
    items = [item for item in composition.pages[0].items if isinstance(item, TextRun)]
    body = {i.origin.y for i in items if composition.parts[i.part].role is Role.PARAGRAPH}
    leading = min(b - a for a, b in zip(sorted(body), sorted(body)[1:], strict=False))
    first = min(body)
    assert cells(composition)
    assert all((cell.origin.y - first) % leading == 0 for cell in cells(composition))


def test_a_table_that_a_column_holds_is_not_parted(tmp_path):
    composition = composed(tmp_path, f"{WORDS * 4}\n\n{table(5)}\n{WORDS}", lines=14)
    middle = composition.pages[0].type_area.width // 6 + composition.pages[0].type_area.x
    assert len({cell.origin.x < middle for cell in cells(composition)}) == 1


def test_a_longer_one_goes_on_in_the_next_column_and_loses_no_row(tmp_path):
    composition = composed(tmp_path, f"{WORDS}\n\n{table(13)}", lines=15)
    assert not codes(composition) & {"LAY001"}
    assert re.findall(r"渡口(\d\d)", text(cells(composition))) == [f"{n:02d}" for n in range(13)]
    rules = [item for item in composition.pages[0].items if isinstance(item, Rule)]
    parts = {composition.parts[rule.part].story for rule in rules}
    assert "one" in parts


def test_rows_without_room_are_told(tmp_path):
    composition = composed(tmp_path, f"{WORDS}\n\n{table(30)}")
    (found,) = [found for found in composition.diagnostics if found.code == "LAY001"]
    placed = len(re.findall(r"渡口\d\d", text(cells(composition))))
    assert 0 < placed < 30
    assert dict(found.values)["lines"] == 30 - placed


def test_one_too_wide_is_told(tmp_path):
    wide = "| a | b |\n|--|--|\n| timetable-of-the-ferries-2026 | https://ferry.example/a-long-name |\n"
    assert "LAY091" in codes(composed(tmp_path, f"{WORDS}\n\n{wide}\n{WORDS * 4}"))
