"""`check --fix`: what normalisation puts right is written into the story, and not a byte else is touched."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from layout.cli import main
from layout.diagnostics import Span
from layout.source.edits import Replacement, replaced
from tests.newsrooms import newsroom

STORY = "---\nheadline: 渡口的灯,亮着   # 题\n---\n入夜以后,渡口的灯还**亮着,**。\n摆渡人说:好...\n\n价格1,000元,第二班船10:30开。\n"
MENDED = "---\nheadline: 渡口的灯,亮着   # 题\n---\n入夜以后，渡口的灯还**亮着，**。\n摆渡人说：好……\n\n价格1,000元，第二班船10:30开。\n"


def fixed(manifest):
    return CliRunner().invoke(main, ["--lang", "en", "check", str(manifest), "--fix", "--format", "short"])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_the_wrong_marks_of_the_body_change(end, mark, tmp_path):
    manifest = newsroom(tmp_path, stories={"one": ""})
    story = manifest.parent / "stories" / "one.md"
    story.write_bytes((mark + STORY).replace("\n", end).encode())
    made = fixed(manifest)
    assert story.read_bytes().decode() == (mark + MENDED).replace("\n", end)
    assert "mended" in made.output
    assert "one.md:4" not in made.output.replace(f"{story}: ", "")


def test_a_second_time_nothing_changes(tmp_path):
    manifest = newsroom(tmp_path, stories={"one": STORY})
    fixed(manifest)
    before = (manifest.parent / "stories" / "one.md").read_bytes()
    assert "mended" not in fixed(manifest).output
    assert (manifest.parent / "stories" / "one.md").read_bytes() == before


def test_a_story_in_another_encoding_is_left_alone(tmp_path):
    from tests.newsrooms import MANIFEST

    manifest = newsroom(tmp_path, manifest=MANIFEST.replace("one.md\n", "one.md\n        encoding: gb18030\n"))
    story = manifest.parent / "stories" / "one.md"
    story.write_bytes(STORY.encode("gb18030"))
    assert "mended" not in fixed(manifest).output
    assert story.read_bytes() == STORY.encode("gb18030")


def test_a_place_that_holds_something_else_is_left_alone(tmp_path):
    path = tmp_path / "a"
    spans = [Replacement(Span(path, 1, 1, 1, 2), "b", "c"), Replacement(Span(path, 9, 1, 9, 2), "b", "c")]
    assert replaced(b"abc", spans) == (b"abc", 0)
    assert replaced(b"abc", [Replacement(Span(path, 1, 2, 1, 3), "b", "\xe9")]) == ("a\xe9c".encode(), 1)
