"""Rows that a picture parts in two, summaries under pictures, heads of tables that go on in the next column."""

from __future__ import annotations

from itertools import pairwise

from layout import api
from layout.check.scene import runs_rect
from layout.display.items import Photo, Role, TextRun
from tests.features.editions import FOLDER, loaded
from tests.newsrooms import MANIFEST, newsroom

STORY = """---
headline: 渡口的灯
summary: 灯是三十年前装的，换过两回灯泡，没有换过看灯的人。江上的船认得它，岸上的人也认得它。
---
""" + "\n\n".join(["入夜以后，渡口的灯还亮着。摆渡人把缆绳又系了一道，才回到值班室里，往炉子上添一壶水。"] * 6)


def test_no_paragraph_begins_in_the_right_part_of_a_row():
    composed = api.compose(loaded("cut-out-polygon"))
    for story in composed.sheets[0].stories:
        lines = [line for line in story.lines if line.role is Role.PARAGRAPH]
        parted = False
        for before, line in pairwise(lines):
            same_row = before.line.slot.baseline == line.line.slot.baseline and before.line.slot.x < line.line.slot.x
            parted |= same_row
            # Neighbouring columns may have their first rows at one height.
            near = line.line.slot.x - before.line.slot.x - before.line.slot.width < 40 * 9 * 12_700
            assert not (same_row and near and line.line.start == 0 and before.line.last)
        assert parted


def test_the_summary_of_a_head_on_a_picture_is_not_on_the_picture(tmp_path):
    manifest = newsroom(tmp_path, manifest=MANIFEST, stories={"one": STORY})
    (manifest.parent / "pictures").mkdir(exist_ok=True)
    (manifest.parent / "pictures" / "dusk.png").write_bytes((FOLDER / "headline-ground/pictures/dusk.png").read_bytes())
    text = MANIFEST.replace("line: 6, lines: 12}", "line: 6, lines: 40}").replace(
        "{level: brief}",
        "{level: brief, on: picture}\n        pictures:\n"
        "          - {picture: pictures/dusk.png, column: 1, columns: 2, line: 6, lines: 14, caption: 江, alt: 江}",
    )
    manifest.write_text(text, "utf-8")
    composed = api.compose(api.load(manifest))
    (page,) = composed.pages
    photo = next(item.rect for item in page.items if isinstance(item, Photo))
    runs = [item for item in page.items if isinstance(item, TextRun)]
    placed = {
        role: [
            runs_rect((run.glyphs,), run.origin.x, run.origin.y)
            for run in runs
            if composed.parts[run.part].role is role
        ]
        for role in (Role.SUMMARY, Role.HEADLINE, Role.PARAGRAPH)
    }
    assert placed[Role.SUMMARY]
    assert all(rect.overlaps(photo) for rect in placed[Role.HEADLINE])
    assert not any(rect.overlaps(photo) for rect in placed[Role.SUMMARY])
    assert max(rect.bottom for rect in placed[Role.SUMMARY]) < min(rect.y for rect in placed[Role.PARAGRAPH])


def test_a_broken_table_repeats_its_heads_once_a_part():
    composed = api.compose(loaded("framed-table"))
    story = next(one for one in composed.sheets[0].stories if one.block.story.id == "ferry")
    heads = [line for line in story.lines if "".join(run.text for run in line.line.runs) == "渡口"]
    assert [line.role for line in heads] == [Role.CELL, Role.JUMP]
    assert heads[0].line.slot.x < heads[1].line.slot.x
