"""Files that come in become stories: nothing is lost that is not named, and what is not sure is refused."""

from __future__ import annotations

import codecs
import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.cli import main
from layout.intake.story import take_in
from tests.intake.documents import document, paragraph, run, word_file

TEXT = "渡口的灯\n　　本报记者 闻远\n　　入夜以后，渡口的灯还亮着。\n　　摆渡人把缆绳又系了一道。\n"
STORY = """---
headline: "渡口的灯"
byline: "本报记者 闻远"
---
入夜以后，渡口的灯还亮着。

摆渡人把缆绳又系了一道。
"""


def codes(taken):
    return sorted({found.code for found in taken.found})


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.replace("\n", "\r\n").encode("gb18030"), "gb18030"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_has_and_that_is_told(data, encoding):
    taken = take_in(Path("a.txt"), data)
    assert taken.text == STORY
    assert any(f"as {encoding};" in found.message("en") for found in taken.found)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff" * 40, "ÆØÅ þðæ øåß".encode("latin-1") * 9, b"\x00\x01" * 50, TEXT.encode()[:-2] + b"\xff"],
)
def test_what_is_not_sure_is_refused(data):
    taken = take_in(Path("a.txt"), data)
    assert taken.text is None
    assert codes(taken) == ["INT001"]


@pytest.mark.parametrize("body", ["灯**亮着**。", "[江]{着重}上。", "## 灯", "### 灯 亮着。"])
def test_what_a_story_would_read_otherwise_is_not_written(body):
    taken = take_in(Path("a.txt"), f"渡口的灯\n入夜以后。\n{body}\n".encode())
    assert taken.text is None
    assert "INT003" in codes(taken)


def test_a_control_character_is_refused_and_named():
    taken = take_in(Path("a.txt"), "渡口\x07的灯\n入夜以后。\n".encode())
    assert taken.text is None
    assert "SRC017" in codes(taken)


LINES = st.lists(st.text("江上有船，。“”#*[]{}|-> &<a1:'\"\\\t", min_size=1, max_size=12), min_size=2, max_size=6)


@given(LINES)
@settings(max_examples=60, deadline=None)
def test_a_story_that_is_made_holds_every_character(lines):
    taken = take_in(Path("a.txt"), "\n".join(["题", *lines]).encode())
    if taken.text is not None:
        front, body = ("".join(part.split()) for part in taken.text.split("---\n", 2)[1:])
        came = "".join("".join(lines).split())
        # A line that stands alone is the story; its headline is then the file's name.
        assert (front, body) == (('headline:"题"', came) if came else ('headline:"a"', "题"))


def test_of_a_word_file_the_words_are_taken_and_everything_else_is_named():
    deleted = "<w:del><w:r><w:delText>不见了</w:delText></w:r></w:del>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('表里的字'))}</w:tc></w:tr></w:tbl>"
    xml = document(
        paragraph(run("渡口的灯"), style="1"),
        paragraph(run("本报记者 闻远")),
        paragraph(run("入夜以后，"), deleted, "<w:ins>" + run("渡口的灯") + "</w:ins>", run("还亮着。")),
        table,
        paragraph("<w:r><w:drawing/></w:r>", "<w:r><w:footnoteReference/></w:r>", "<w:r><w:commentReference/></w:r>"),
        paragraph(run("桥上的灯"), style="2"),
        paragraph(run("摆渡人把缆绳又系了一道。")),
    )
    footer = document(paragraph(run("第1页")))
    taken = take_in(Path("a.docx"), word_file([], xml, {"word/footer1.xml": footer}))
    assert taken.text == STORY.replace("\n\n摆渡", "\n\n## 桥上的灯\n\n摆渡")
    said = "\n".join(found.message("en") for found in taken.found)
    for what in (
        "deleted words ×1 (3",
        "tables ×1 (4",
        "pictures",
        "footnotes",
        "comments",
        "footers ×1 (3",
        "added words",
    ):
        assert what in said


def bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 50_000_000)
    return held.getvalue()


LAUGHS = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        b"no zip at all",
        bomb(),
        word_file([], LAUGHS),
        word_file([], OUTSIDE),
        word_file([], b"<a>"),
        word_file([], b"<a/>"),
        word_file([], document("<w:sdt>" * 5000 + "</w:sdt>" * 5000)),
        word_file(["渡口的灯"])[:-30],
        word_file(["渡口的灯"] * 9).replace(word_file(["渡口的灯"] * 9)[50:60], b"\xff" * 10, 1),
        word_file([""]),
    ],
    ids=["cut", "text", "bomb", "entities", "outside", "xml", "empty", "deep", "truncated", "flipped", "no words"],
)
def test_a_word_file_that_is_damaged_or_a_trap_is_refused(data):
    taken = take_in(Path("a.docx"), data)
    assert taken.text is None
    assert codes(taken) == ["INT001"]


def test_the_command_writes_stories_and_overwrites_none(tmp_path):
    (tmp_path / "灯.txt").write_bytes(TEXT.encode("gb18030"))
    arguments = ["intake", str(tmp_path / "灯.txt"), "--into", str(tmp_path / "stories")]
    made = CliRunner().invoke(main, arguments)
    assert made.exit_code == 0, made.output
    assert (tmp_path / "stories" / "灯.md").read_text("utf-8") == STORY
    assert CliRunner().invoke(main, arguments).exit_code == 2
