"""Limits, ways out of the newsroom, and characters that no text may hold: each named with its place and field."""

from __future__ import annotations

import os

import pytest

from layout import api
from layout.edition.form import MOST_PAGES
from layout.source.document import LARGEST_FILE
from layout.source.form import LONGEST_VALUE
from tests.newsrooms import MANIFEST, STORY, newsroom


def found(tmp_path, *, manifest=MANIFEST, story=STORY):
    return list(api.load(newsroom(tmp_path, manifest=manifest, stories={"one": story})).diagnostics)


def test_so_many_pages_are_refused_at_once(tmp_path):
    head, page = MANIFEST.split("pages:\n")
    (one,) = found(tmp_path, manifest=head + "pages:\n" + page * (MOST_PAGES + 1))
    assert (one.code, one.field) == ("SRC016", "pages")
    assert f"{MOST_PAGES + 1} entries" in one.message("en")


def test_so_long_a_value_is_refused(tmp_path):
    (one,) = found(tmp_path, story=STORY.replace("渡口的灯", "灯" * (LONGEST_VALUE + 1), 1))
    assert (one.code, one.field, one.span.line) == ("SRC016", "headline", 2)


def test_so_large_a_story_is_refused(tmp_path):
    (one,) = found(tmp_path, story=STORY + "灯" * (LARGEST_FILE // 3))
    assert one.code == "SRC003"


def test_nothing_is_not_the_word_null(tmp_path):
    codes = [one.code for one in found(tmp_path, story=STORY.replace("渡口的灯", "null", 1))]
    assert codes == ["SRC014"]


@pytest.mark.parametrize("character", ["\\u202e", "\\x07", "\\ufffd", "\\u2066"])
def test_what_no_text_may_hold_is_named(tmp_path, character):
    (one,) = found(tmp_path, story=STORY.replace("渡口的灯", f'"渡口{character}的灯"', 1))
    assert (one.code, one.field) == ("SRC017", "headline")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../../secret.md", "it has .."),
        ("/etc/passwd", "absolute"),
        ("~/a.md", "home"),
        ("file:///etc/passwd", "address"),
        ("http://127.0.0.1/a.md", "address"),
        ("C:\\a.md", "Windows"),
        ("stories\\one.md", "Windows"),
        ("stories/CON.md", "device"),
        ("stories/" + "a" * 200 + ".md", "too long"),
        ("stories/link.md", "link"),
    ],
)
def test_a_way_out_of_the_newsroom_is_refused(tmp_path, path, reason):
    manifest = newsroom(tmp_path / "room", manifest=MANIFEST.replace("stories/one.md", path))
    (tmp_path / "outside.md").write_text(STORY, "utf-8")
    (manifest.parent / "stories" / "link.md").symlink_to(tmp_path / "outside.md")
    (one,) = api.load(manifest).diagnostics
    assert (one.code, one.field) == ("EDN003", "story")
    assert reason in one.message("en")


def test_folders_and_pipes_are_no_stories(tmp_path):
    manifest = newsroom(tmp_path, manifest=MANIFEST.replace("stories/one.md", "stories"))
    (one,) = api.load(manifest).diagnostics
    assert (one.code, "folder" in one.message("en")) == ("EDN008", True)
    os.mkfifo(manifest.parent / "pipe.md")
    manifest.write_text(MANIFEST.replace("stories/one.md", "pipe.md"), "utf-8")
    (one,) = api.load(manifest).diagnostics
    assert (one.code, "regular" in one.message("en")) == ("EDN008", True)


def test_a_name_in_other_capitals_is_another_file(tmp_path):
    (one,) = found(tmp_path, manifest=MANIFEST.replace("stories/one.md", "stories/One.md"))
    assert one.code == "EDN004"
    assert "one.md" in one.hint("en")


@pytest.mark.parametrize("letters", ["བཀྲ", "سلام", "שלום", "ᠮᠣᠩ", "สวัส"])
def test_scripts_that_want_more_than_letters_in_a_row_are_refused(tmp_path, letters):
    (one,) = found(tmp_path, story=STORY.replace("入夜以后", f"入夜{letters}以后"))
    assert (one.code, one.span.line, one.span.column) == ("EDN019", 5, 3)


def test_lines_and_tabs_in_a_headline_are_told_and_kept_as_lines(tmp_path):
    manifest = newsroom(tmp_path, stories={"one": STORY.replace("渡口的灯", '"渡口\\n的\\t灯"', 1)})
    read = api.load(manifest)
    assert [one.code for one in read.diagnostics] == ["EDN018"]
    assert read.edition.stories["one"].headline.lines == ("渡口", "的 灯")


@pytest.mark.parametrize("module", ["a.b", ".x", "os;x"])
def test_a_module_that_would_be_imported_to_find_a_face_is_refused(tmp_path, module):
    manifest = newsroom(tmp_path)
    faces = tmp_path / "fonts" / "faces.yaml"
    faces.write_text(faces.read_text("utf-8").replace("pylopdf_fonts_zh_cn", module, 1), "utf-8")
    assert [one.code for one in api.load(manifest).diagnostics] == ["SRC014"]


@pytest.mark.parametrize("source", ["file: ../x.ttf", "file: /etc/passwd", "system: /etc/passwd", "file: link.ttf"])
def test_a_face_outside_the_font_folders_is_refused(tmp_path, source):
    manifest = newsroom(tmp_path / "room")
    folder = tmp_path / "room" / "fonts"
    (tmp_path / "x.ttf").write_bytes(b"OTTO")
    (folder / "link.ttf").symlink_to(tmp_path / "x.ttf")
    text = (folder / "faces.yaml").read_text("utf-8")
    (folder / "faces.yaml").write_text(
        text.replace("    sources:\n", f"    sources:\n      - {{{source}}}\n", 1), "utf-8"
    )
    assert "FNT007" in {one.code for one in api.load(manifest).diagnostics}


def test_a_style_names_no_picture_outside_its_folder(tmp_path):
    manifest = newsroom(tmp_path)
    style = tmp_path / "styles" / "lanchuan-daily" / "style.yaml"
    text = style.read_text("utf-8")
    assert "logo: labels/" in text
    style.write_text(text.replace("logo: labels/", "logo: ../../labels/", 1), "utf-8")
    assert "EDN003" in {one.code for one in api.load(manifest).diagnostics}


@pytest.mark.parametrize(("count", "untold"), [(4, ""), (5, ""), (8, "+3")])
def test_of_many_marks_that_do_not_pair_a_few_are_told_and_the_rest_counted(tmp_path, count, untold):
    loaded = api.load(newsroom(tmp_path, stories={"one": STORY + "〕" * count}))
    told = [one.message("en") for one in api.findings(api.compose(loaded), loaded) if one.code == "COPY106"]
    assert len(told) == min(count, 5)
    assert [message for message in told if "… +" in message] == ([told[-1]] if untold else [])
    assert untold in told[-1]
