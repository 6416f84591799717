"""What changed between two versions: exactly the characters that were edited, and nothing that only moved."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from layout.cli import main
from layout.release.changes.compare import compare
from layout.release.changes.layouts import Block, Layout, PageLayout, Run, layout_bytes, read_layout
from tests.newsrooms import MANIFEST, newsroom


def called(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--lang", "en", *map(str, words)])
    return result.exit_code, result.output


def page(name: str, *paragraphs: str, digest: str = "", blocks: tuple[Block, ...] = ()) -> PageLayout:
    """A page with a line a paragraph."""
    runs = tuple(
        Run("one", "paragraph", number, 1000, 2000 + 1000 * number, 900, "right", text, (900,))
        for number, text in enumerate(paragraphs)
        if text
    )
    return PageLayout(name, "要闻", 100_000, 150_000, digest or "".join(paragraphs) + str(blocks), blocks, runs)


def layout(*pages: PageLayout) -> Layout:
    return Layout(1, "daily", "2026-03-20", "2026-03-20", 1, pages)


def edits(old: Layout, new: Layout) -> list[tuple[str, str]]:
    return [(change.old, change.new) for change in compare(old, new).changes]


def test_an_edited_word_is_told_with_its_place_and_context():
    old, new = (layout(page("A01", f"入夜以后，渡口的{word}还亮着。")) for word in ("灯", "油灯"))
    (change,) = compare(old, new).changes
    assert (change.page, change.story, change.line, change.old, change.new) == ("A01", "one", 1, "", "油")
    assert (change.before, change.after) == ("入夜以后，渡口的", "灯还亮着。")
    assert change.new_spots == (("A01", (1000 + 8 * 900, 2000 - 792, 900, 900)),)
    assert change.after_spot == ("A01", (1000 + 7 * 900, 2000 - 792, 900, 900))


def test_text_that_moved_to_another_page_is_no_change_of_words():
    old = layout(page("A01", "渡口的灯", "还亮着"), page("A02", ""))
    new = layout(page("A01", "渡口的灯"), page("A02", "还亮着"))
    difference = compare(old, new)
    assert "".join(change.old + change.new for change in difference.changes).strip() == ""
    assert not difference.same


def test_a_new_paragraph_is_shown_by_its_mark():
    old, new = layout(page("A01", "渡口的灯还亮着")), layout(page("A01", "渡口的灯", "还亮着"))
    assert edits(old, new) == [("", "\n")]


def test_edits_that_touch_are_one():
    assert edits(layout(page("A01", "固定的末班时间")), layout(page("A01", "固定的最后一班时间"))) == [("末", "最后一")]


@given(st.text("渡口的灯还亮着，。", max_size=60), st.text("渡口的灯还亮着，。", max_size=60))
def test_the_edits_make_the_new_text_of_the_old(one, other):
    old, new = layout(page("A01", one, digest="1")), layout(page("A01", other, digest="2"))
    difference = compare(old, new)
    at = {spots[0][1][0]: change for change in difference.changes if (spots := change.new_spots)}
    made, x = "", 1000
    kept = [character for character, gone in zip(one, marked(one, difference), strict=True) if not gone]
    while x < 1000 + 900 * len(other):
        if x in at:
            made, x = made + at[x].new, x + 900 * len(at[x].new)
        else:
            made, x = made + kept.pop(0), x + 900
    assert made == other
    assert not kept


def marked(text: str, difference) -> list[bool]:
    places = {box[0] for change in difference.changes for _, box in change.old_spots}
    return [1000 + 900 * at in places for at in range(len(text))]


def test_blocks_that_were_moved_exchanged_added_and_taken_away():
    old_blocks = (
        Block("story", "one", ((0, 0, 10, 10),)),
        Block("picture", "灯", ((0, 0, 5, 5),), "a"),
        Block("advert", "夜校", ((0, 0, 5, 5),), "c"),
    )
    new_blocks = (
        Block("story", "one", ((0, 5, 10, 10),)),
        Block("picture", "灯", ((0, 0, 5, 5),), "b"),
        Block("story", "two", ((0, 0, 1, 1),)),
    )
    moves = compare(layout(page("A01", blocks=old_blocks)), layout(page("A01", blocks=new_blocks))).moves
    assert {(move.name, move.what) for move in moves} == {
        ("one", "moved"),
        ("灯", "exchanged"),
        ("two", "added"),
        ("夜校", "removed"),
    }


def test_a_layout_is_read_as_it_was_written(tmp_path):
    made = layout(page("A01", "渡口的灯", blocks=(Block("story", "one", ((1, 2, 3, 4),)),)))
    (tmp_path / "layout.json").write_bytes(layout_bytes(made))
    assert read_layout(tmp_path / "layout.json") == made


@pytest.fixture
def two(tmp_path) -> tuple[Path, Path]:
    """A build, and the working files with one word changed since."""
    manifest = newsroom(tmp_path, manifest=MANIFEST.replace("lines: 12", "lines: 10"))
    assert called("build", manifest, "--out", tmp_path / "old")[0] == 0
    story = manifest.parent / "stories" / "one.md"
    story.write_text(story.read_text("utf-8").replace("值班室", "值班小屋"), "utf-8")
    return tmp_path / "old", manifest


def test_a_build_and_the_working_files(two, tmp_path):
    old, manifest = two
    code, output = called("diff", old, manifest, "--out", tmp_path / "diff", "--png", 40)
    assert code == 1, output
    assert "〔室〕→【小屋】" in output
    names = sorted(path.name for path in (tmp_path / "diff").iterdir())
    assert names == ["diff.json", "diff.pdf", "diff_01.png", "diff_02.png"]
    data = json.loads((tmp_path / "diff" / "diff.json").read_bytes())
    assert [(change["old"], change["new"]) for change in data["changes"]] == [("室", "小屋")]
    pdf = pypdfium2.PdfDocument(tmp_path / "diff" / "diff.pdf")
    shown, told = (one.get_textpage().get_text_bounded() for one in pdf)
    assert "值班室" in shown
    assert "值班小屋" in shown
    assert "大样" not in shown, "the marks of the proof are left out"
    assert "【小屋】" in told
    wide, _ = pdf[0].get_size()
    assert wide > 2 * 390 / 25.4 * 72


def test_the_list_is_in_one_language(two):
    old, manifest = two
    text = manifest.read_text("utf-8").replace("line: 6, lines: 10", "line: 8, lines: 10").replace("要闻", "社会")
    manifest.write_text(text, "utf-8")
    _, english = called("diff", old, manifest)
    chinese = CliRunner().invoke(main, ["--lang", "zh", "diff", str(old), str(manifest)]).output
    assert "moved story one" in english and "移动 稿件 one" in chinese
    assert "folio line 2" in english and "报眉 第 2 行" in chinese
    assert not re.search(r"[A-Za-z]{2,}", chinese.replace("one", ""))


def test_the_difference_is_the_same_every_time(two, tmp_path):
    for name in ("once", "again"):
        called("diff", *two, "--out", tmp_path / name)
    assert (tmp_path / "once" / "diff.pdf").read_bytes() == (tmp_path / "again" / "diff.pdf").read_bytes()


def test_two_builds_of_the_same_are_the_same(two, tmp_path):
    old, manifest = two
    called("build", manifest, "--out", tmp_path / "new", "--no-overlay")
    assert called("diff", tmp_path / "new", manifest) == (0, "the two are the same\n")
    assert called("diff", tmp_path / "new", tmp_path / "new")[0] == 0
    assert called("diff", old, tmp_path / "new", "--format", "json")[0] == 1


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda old: (old / "layout.json").write_bytes(b"{"), "DIFF002"),
        (lambda old: (old / "layout.json").write_bytes(b'{"format": 1, "pages": [{"name": 3}]}'), "DIFF002"),
        (lambda old: (old / "layout.json").unlink(), "DIFF001"),
        (lambda old: [path.unlink() for path in old.glob("*.pdf")], "DIFF003"),
    ],
)
def test_what_cannot_be_compared_is_told(two, tmp_path, spoil, code):
    old, manifest = two
    spoil(old)
    status, output = called("diff", old, manifest, "--out", tmp_path / "diff")
    assert (status, code in output) == (1, True), output
    assert not (tmp_path / "diff").exists()
