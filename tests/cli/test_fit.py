"""`paiban fit`, and the work orders of stories too long or too short: both held against what composing does."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from layout import api
from layout.cli import main
from tests.newsrooms import MANIFEST, STORY, newsroom

_SENTENCES = "".join(f"第{n}班船靠岸的时候，天已经黑透了，江面上只剩下航标灯一明一暗地闪。" for n in "一二三四五六七八")
LONG = STORY + "\n" + _SENTENCES[:170] + "\n\n" + _SENTENCES[170:] + "\n"


def fit(story, *options):
    return CliRunner().invoke(main, ["--lang", "zh", "fit", str(story), *options])


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_the_box_named_is_the_smallest_that_holds_the_story(columns, tmp_path):
    manifest = newsroom(tmp_path, stories={"one": LONG})
    story = manifest.parent / "stories" / "one.md"
    made = fit(story, "--columns", str(columns), "--template", "inner-six", "--level", "brief", "--json")
    (row,) = [row for row in json.loads(made.stdout)["fits"] if row["columns"] == columns]
    for lines, fits in ((row["lines"], True), (row["lines"] - 1, False)):
        text = MANIFEST.replace("columns: 2, line: 6, lines: 12", f"columns: {columns}, line: 6, lines: {lines}")
        manifest.write_text(text, "utf-8")
        found = {one.code for one in api.compose(api.load(manifest)).diagnostics}
        assert ("LAY001" not in found) is fits
        assert "LAY002" not in found


def test_the_table_tells_characters_lines_and_centimetres(tmp_path):
    manifest = newsroom(tmp_path, stories={"one": LONG})
    made = fit(manifest.parent / "stories" / "one.md", "--columns", "2")
    assert made.exit_code == 0
    characters = sum(not c.isspace() for c in LONG.split("---\n")[2])
    assert f"正文 {characters} 字、4 段" in made.stdout
    assert "栏厘米" in made.stdout
    assert len(made.stdout.splitlines()) > 5


def test_a_head_too_long_is_told_before_layout(tmp_path):
    manifest = newsroom(tmp_path, stories={"one": LONG.replace("渡口的灯", "W" * 60)})
    made = fit(manifest.parent / "stories" / "one.md", "--columns", "1", "--template", "inner-six", "--level", "brief")
    assert re.search(r"多 \d+ 字", made.stdout)


@pytest.mark.parametrize(
    "options", [("--style", "no-such"), ("--level", "no-such"), ("--template", "no-such")], ids=lambda given: given[0]
)
def test_unknown_names_are_told(options, tmp_path):
    manifest = newsroom(tmp_path)
    made = fit(manifest.parent / "stories" / "one.md", *options)
    assert made.exit_code == 1
    assert "STY00" in made.output


def test_a_story_that_is_not_there_is_told(tmp_path):
    made = fit(tmp_path / "none.md", "--style", "lanchuan-daily")
    assert made.exit_code == 1
    assert "SRC001" in made.output


def hints(tmp_path, manifest, code):
    made = api.compose(api.load(newsroom(tmp_path, manifest=manifest, stories={"one": LONG})))
    (found,) = [one for one in made.diagnostics if one.code == code]
    return found


def test_a_work_order_for_a_long_story_names_the_cheapest_endings(tmp_path):
    found = hints(tmp_path, MANIFEST.replace("lines: 12", "lines: 11"), "LAY001")
    values = dict(found.values)
    order = re.search(r"共删 (\d+) 字少 (\d+) 行", found.hint("zh"))
    assert int(order[2]) <= values["lines"]
    assert int(order[1]) < int(order[2]) * 17
    assert "paragraph" in found.hint("en")


def test_following_the_work_order_gives_the_lines(tmp_path):
    """The named last line's characters cut, the story is a line shorter."""
    found = hints(tmp_path, MANIFEST.replace("lines: 12", "lines: 11"), "LAY001")
    first = re.search(r"第 (\d+) 段末行 (\d+) 字", found.hint("zh"))
    paragraphs = LONG.split("---\n")[2].strip().split("\n\n")
    number, count = int(first[1]) - 1, int(first[2])
    paragraphs[number] = paragraphs[number][: -count - 1] + "。"
    shorter = "---\n" + LONG.split("---\n")[1] + "---\n" + "\n\n".join(paragraphs) + "\n"
    manifest = newsroom(
        tmp_path / "again", manifest=MANIFEST.replace("lines: 12", "lines: 11"), stories={"one": shorter}
    )
    again = [one for one in api.compose(api.load(manifest)).diagnostics if one.code == "LAY001"]
    before = dict(found.values)["lines"]
    assert (dict(again[0].values)["lines"] if again else 0) == before - 1


def test_a_work_order_for_a_short_story_says_what_to_add(tmp_path):
    found = hints(tmp_path, MANIFEST.replace("lines: 12", "lines: 40"), "LAY002")
    assert re.search(r"第 \d+ 段加 \d+ 字", found.hint("zh"))
