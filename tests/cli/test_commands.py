"""The command line: statuses, outputs whole or untouched, both languages."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from layout.cli import main
from tests.newsrooms import MANIFEST, STORY, newsroom


def run(*arguments, **options):
    return CliRunner().invoke(main, ["--lang", "en", *map(str, arguments)], **options)


@pytest.fixture
def manifest(tmp_path):
    return newsroom(tmp_path)


def fitting(tmp_path):
    """A newsroom whose one story fills its box."""
    return newsroom(tmp_path, manifest=MANIFEST.replace("lines: 12}", "lines: 6, legs: 2}"))


def test_build_prints_where_the_pages_are(manifest, tmp_path):
    made = run("build", manifest, "--out", tmp_path / "out")
    assert made.exit_code == 0, made.output
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        "certificate.json",
        "lanchuan-daily_20260320.pdf",
        "lanchuan-daily_20260320_A01.pdf",
        "layout.json",
    ]
    for name in names:
        assert name in made.output


def test_pages_made_alone_leave_the_editions_pdf_as_it_was(manifest, tmp_path):
    run("build", manifest, "--out", tmp_path / "out")
    whole = tmp_path / "out" / "lanchuan-daily_20260320.pdf"
    whole.write_bytes(b"as it was")
    assert run("build", manifest, "--pages", "A01", "--out", tmp_path / "out").exit_code == 0
    assert whole.read_bytes() == b"as it was"


def test_check_ends_with_how_many_findings_there_are(tmp_path):
    made = run("check", newsroom(tmp_path, stories={"one": STORY + "又是一段。" * 200}))
    assert made.output.splitlines()[-1] == "2 errors, 1 warning, 1 note"


def test_too_much_text_makes_a_marked_proof_and_ends_with_1(tmp_path):
    manifest = newsroom(tmp_path, stories={"one": STORY + "又是一段。" * 200})
    made = run("build", manifest, "--out", tmp_path / "out")
    assert made.exit_code == 1
    assert "LAY001" in made.output
    assert "issue.yaml:12:13" in made.output
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 2


def test_spoiled_yaml_leaves_the_outputs_as_they_were(manifest, tmp_path):
    run("build", manifest, "--out", tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    manifest.write_text(MANIFEST.replace("section: 要闻", "section: [要闻"), "utf-8")
    made = run("build", manifest, "--out", tmp_path / "out")
    assert made.exit_code == 1
    assert "SRC010" in made.output
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_a_folder_that_cannot_be_written_ends_with_3(manifest, tmp_path):
    (tmp_path / "out").write_text("a file stands here")
    assert run("build", manifest, "--out", tmp_path / "out" / "deeper").exit_code == 3


@pytest.mark.parametrize(
    "words",
    [
        ["epaper", "{manifest}", "{there}"],
        ["archive", "{manifest}", "{there}"],
        ["deliver", "{manifest}", "{there}", "--unsigned"],
        ["galley", "{story}", "--out", "{there}"],
        ["intake", "{story}", "--into", "{there}"],
        ["diff", "{manifest}", "{other}", "--out", "{there}"],
        ["sign", "A01", "--edition", "{manifest}", "--as", "温若衡", "--role", "值班总编"],
        ["catalogue", "--db", "{there}", "list"],
        ["catalogue", "--db", "{database}", "export", "--out", "{there}"],
        ["new", "{there}"],
    ],
    ids=lambda words: " ".join(word for word in words if word.islower())[:30],
)
def test_whatever_cannot_be_written_ends_with_3_and_says_what(tmp_path, words):
    manifest = newsroom(tmp_path)
    (tmp_path / "out").write_text("a file stands here")
    (manifest.parent / ".paiban").write_text("a file stands here")
    places = {
        "manifest": manifest,
        "story": manifest.parent / "stories" / "one.md",
        "other": newsroom(tmp_path / "other", stories={"one": STORY + "又是一段。"}),
        "there": tmp_path / "out" / "deeper",
        "database": tmp_path / "catalogue.db",
    }
    made = run(*(word.format_map(places) for word in words))
    assert made.exit_code == 3, made.output
    assert "paiban: " in made.output and "Traceback" not in made.output


def test_wrong_usage_ends_with_2(manifest):
    assert run("build", manifest, "--profile", "nothing").exit_code == 2
    assert run("explain", "XYZ999").exit_code == 2


def test_check_gives_every_finding_as_json(tmp_path):
    manifest = newsroom(
        tmp_path, manifest=MANIFEST.replace("columns: 2", "columns: 99").replace("number: 1", "nomber: 1")
    )
    made = CliRunner().invoke(main, ["--lang", "en", "check", str(manifest), "--format", "json"])
    found = json.loads(made.stdout)
    assert {entry["code"] for entry in found} >= {"SRC012", "SRC014"}
    assert all(entry["line"] for entry in found)
    assert made.exit_code == 1


def test_dump_and_fonts_and_schema_print(manifest):
    assert "渡口的灯" in run("dump", manifest).output
    assert "Noto Serif SC Regular" in run("--root", manifest.parents[2], "fonts").output
    assert json.loads(run("schema").output)["$schema"].endswith("draft-07/schema#")


def test_a_new_newsroom_builds_at_once_and_clean(tmp_path):
    assert run("new", tmp_path / "room").exit_code == 0
    (manifest,) = (tmp_path / "room" / "issues").glob("*/issue.yaml")
    made = run("build", manifest, "--out", tmp_path / "out")
    assert made.exit_code == 0, made.output
    assert "warning" not in made.output


def test_messages_come_in_both_languages(tmp_path):
    manifest = newsroom(tmp_path, manifest=MANIFEST.replace("number: 1", "number: eleven"))
    english = CliRunner().invoke(main, ["--lang", "en", "check", str(manifest)]).output
    chinese = CliRunner().invoke(main, ["--lang", "zh", "check", str(manifest)]).output
    assert "error SRC014" in english
    assert "错误 SRC014" in chinese


def test_a_caret_stands_under_the_value_han_counted_twice(tmp_path):
    manifest = newsroom(tmp_path, manifest=MANIFEST.replace("section: 要闻", "版名: 要闻, 栏目: 3"))
    lines = run("check", manifest).output.splitlines()
    assert any(set(line.strip()) == {"^"} for line in lines)


def test_a_picture_that_cannot_be_opened_writes_nothing(tmp_path):
    manifest = newsroom(tmp_path)
    (manifest.parent / "broken.jpg").write_bytes(b"\xff\xd8 no picture")
    placed = "    pictures: [{picture: broken.jpg, column: 3, columns: 2, line: 20, lines: 20, caption: 图, alt: 图}]\n"
    manifest.write_text(manifest.read_text("utf-8") + placed, "utf-8")
    made = run("build", manifest, "--out", tmp_path / "out")
    assert made.exit_code == 1
    assert "IMG001" in made.output
    assert not (tmp_path / "out").exists()


def test_characters_without_a_glyph_are_errors_and_the_proof_is_made(tmp_path):
    manifest = newsroom(tmp_path, stories={"one": "---\nheadline: 题\n---\n江上\u13a0\u16a0\u0302有船。\n"})
    made = run("build", manifest, "--out", tmp_path / "out")
    assert made.exit_code == 1
    assert made.output.count("TXT001") == 3
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 2
