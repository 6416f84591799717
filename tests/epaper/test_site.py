"""The command: an edition written into a site, another added, and what is refused; nothing is left half done."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from layout import api
from layout.cli import main
from tests.epaper.sites import by_id, made, parsed, said, whole
from tests.newsrooms import MANIFEST, STORY, newsroom

HOSTILE = '"><script>alert(1)</script> & </p><!-- ]]>'
FITTING = MANIFEST.replace("lines: 12}", "lines: 7, legs: 2}")


def run(*arguments):
    return CliRunner().invoke(main, ["--lang", "en", "epaper", *map(str, arguments)])


def files_of(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def manifest(tmp_path):
    return newsroom(tmp_path / "room", manifest=FITTING)


def another(manifest: Path, **changes: str) -> Path:
    """The same edition with other values in its manifest, in a folder of its own."""
    folder = manifest.parent.parent / changes.pop("folder", "other")
    (folder / "stories").mkdir(parents=True)
    text = manifest.read_text("utf-8")
    for key, value in changes.items():
        lines = [line for line in text.splitlines() if not line.startswith(f"{key}:")]
        text = "\n".join([lines[0], f"{key}: {value}", *lines[1:], ""])
    (folder / "issue.yaml").write_text(text, "utf-8")
    (folder / "stories" / "one.md").write_text((manifest.parent / "stories" / "one.md").read_text("utf-8"), "utf-8")
    return folder / "issue.yaml"


def test_a_site_is_made_and_made_again_the_same(manifest, tmp_path):
    ended = run(manifest, tmp_path / "site")
    assert ended.exit_code == 0, ended.output
    assert "no sitemap" in ended.output
    assert str(tmp_path / "site" / "pc" / "layout" / "202603" / "20" / "node_01.html") in ended.output
    before = files_of(tmp_path / "site")
    assert run(manifest, tmp_path / "site").exit_code == 0
    assert files_of(tmp_path / "site") == before
    assert run(manifest, tmp_path / "elsewhere").exit_code == 0
    assert files_of(tmp_path / "elsewhere") == before
    pdf = tmp_path / "site" / "pc" / "pdf" / "202603" / "20" / "lanchuan-daily_20260320_A01.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_second_edition_leaves_the_first_byte_for_byte(manifest, tmp_path):
    site = tmp_path / "site"
    run(manifest, site, "--site", "https://paper.example")
    before = {path: sum_ for path, sum_ in files_of(site).items() if path.startswith(("pc/", "assets/"))}
    ended = run(another(manifest, date="2026-03-21"), site, "--site", "https://paper.example")
    assert ended.exit_code == 0, ended.output
    after = files_of(site)
    assert before.items() <= after.items()
    calendar = parsed((site / "calendar.html").read_bytes())
    days = [(said(link), link.get("href")) for link in calendar.iter("a") if "node_01" in link.get("href")]
    assert days == [
        ("20", "pc/layout/202603/20/node_01.html"),
        ("21", "pc/layout/202603/21/node_01.html"),
    ]
    assert "2026年3月21日" in said(by_id(parsed((site / "index.html").read_bytes()), "main"))
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert "https://paper.example/pc/layout/202603/20/node_01.html" in listed
    assert "https://paper.example/pc/layout/202603/21/node_01.html" in listed


def test_an_older_edition_added_later_is_not_the_latest(manifest, tmp_path):
    site = tmp_path / "site"
    run(another(manifest, date="2026-03-21"), site)
    run(manifest, site)
    assert "2026年3月21日" in (site / "index.html").read_text("utf-8")


def test_a_sitemap_of_before_is_taken_away_without_an_address(manifest, tmp_path):
    run(manifest, tmp_path / "site", "--site", "https://paper.example/")
    assert (tmp_path / "site" / "sitemap.xml").exists()
    run(manifest, tmp_path / "site")
    assert not (tmp_path / "site" / "sitemap.xml").exists()


def test_a_supplement_of_the_day_stands_beside_the_issue(manifest, tmp_path):
    run(manifest, tmp_path / "site")
    ended = run(another(manifest, kind="supplement"), tmp_path / "site")
    assert ended.exit_code == 0, ended.output
    assert (tmp_path / "site" / "pc" / "layout" / "202603" / "20-supplement" / "node_01.html").is_file()
    assert "增刊" in (tmp_path / "site" / "calendar.html").read_text("utf-8")


def test_another_paper_is_refused(manifest, tmp_path):
    run(manifest, tmp_path / "site")
    for path in (tmp_path / "site").glob("pc/layout/*/*/edition.json"):
        path.write_text(path.read_text("utf-8").replace("lanchuan-daily", "reed-weekly"), "utf-8")
    before = files_of(tmp_path / "site")
    ended = run(another(manifest, date="2026-03-21"), tmp_path / "site")
    assert (ended.exit_code, "WEB001" in ended.output) == (1, True)
    assert files_of(tmp_path / "site") == before


def test_another_edition_of_the_day_does_not_take_its_place(manifest, tmp_path):
    run(manifest, tmp_path / "site")
    before = files_of(tmp_path / "site")
    ended = run(another(manifest, folder="elsewhere"), tmp_path / "site")
    assert (ended.exit_code, "WEB003" in ended.output) == (1, True)
    assert files_of(tmp_path / "site") == before


def test_a_corrected_edition_replaces_its_own_and_never_the_other_way(manifest, tmp_path):
    site = tmp_path / "site"
    run(manifest, site)
    first = files_of(site)
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace("number: 1\n", "number: 1\nversion: 2\n"), "utf-8")
    assert run(manifest, site).exit_code == 0
    second = files_of(site)
    assert first != second
    manifest.write_text(text, "utf-8")
    ended = run(manifest, site)
    assert (ended.exit_code, "WEB003" in ended.output) == (1, True)
    assert files_of(site) == second


def test_what_is_under_embargo_is_not_published_before_its_day(tmp_path):
    story = STORY.replace("---\n", "---\nembargo: 2026-03-25\n", 1)
    manifest = newsroom(tmp_path, manifest=FITTING, stories={"one": story})
    ended = run(manifest, tmp_path / "site")
    assert ended.exit_code == 1
    assert "WEB004" in ended.output
    assert "2026-03-25" in ended.output
    assert not (tmp_path / "site").exists()
    assert run(manifest, tmp_path / "site", "--time", "2026-03-25").exit_code == 0


@pytest.mark.parametrize(
    ("kept", "forged"),
    [
        ('"path": "202603/20"', '"path": "20"'),
        ('"file": "node_01.html"', '"file": "node_01.html\\n"'),
        ('"thumbnail": "', '"thumbnail": "../../../'),
        ('"kind": "issue"', '"kind": "other"'),
    ],
)
def test_a_record_that_leads_elsewhere_is_refused(manifest, tmp_path, kept, forged):
    run(manifest, tmp_path / "site")
    record = tmp_path / "site" / "pc" / "layout" / "202603" / "20" / "edition.json"
    text = record.read_text("utf-8")
    assert kept in text
    record.write_text(text.replace(kept, forged, 1), "utf-8")
    ended = run(another(manifest, date="2026-03-21"), tmp_path / "site")
    assert (ended.exit_code, "WEB002" in ended.output) == (1, True)


def test_a_record_that_cannot_be_read_is_named_and_nothing_is_written(manifest, tmp_path):
    run(manifest, tmp_path / "site")
    record = tmp_path / "site" / "pc" / "layout" / "202603" / "20" / "edition.json"
    record.write_text('{"format": 1, "pages": [', "utf-8")
    before = files_of(tmp_path / "site")
    ended = run(another(manifest, date="2026-03-21"), tmp_path / "site")
    assert (ended.exit_code, "WEB002" in ended.output) == (1, True)
    assert files_of(tmp_path / "site") == before


def test_pages_with_errors_leave_the_site_as_it_was(manifest, tmp_path):
    run(manifest, tmp_path / "site")
    before = files_of(tmp_path / "site")
    story = manifest.parent / "stories" / "one.md"
    story.write_text(STORY + "又是一段。" * 200, "utf-8")
    ended = run(manifest, tmp_path / "site")
    assert (ended.exit_code, "LAY001" in ended.output) == (1, True)
    assert files_of(tmp_path / "site") == before


def test_a_site_that_cannot_be_written_ends_with_3_and_is_as_it_was(manifest, tmp_path, monkeypatch):
    run(manifest, tmp_path / "site")
    before = files_of(tmp_path / "site")

    def full(path, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("layout.backends.folders._write", full)
    ended = run(manifest, tmp_path / "site")
    assert (ended.exit_code, "No space left" in ended.output) == (3, True)
    assert files_of(tmp_path / "site") == before


def test_an_address_that_is_none_is_wrong_usage(manifest, tmp_path):
    assert run(manifest, tmp_path / "site", "--site", "paper.example").exit_code == 2
    assert run(manifest, tmp_path / "site", "--site", "javascript:alert(1)").exit_code == 2


def test_no_text_of_a_story_becomes_markup(tmp_path):
    story = f"---\nheadline: '渡口{HOSTILE}'\nbyline: '闻远{HOSTILE}'\n---\n入夜以后，渡口的灯还亮着。\n"
    text = FITTING.replace("section: 要闻", "section: '<b>&\"'").replace("lines: 7, legs: 2}", "lines: 24, legs: 2}")
    manifest = newsroom(tmp_path, manifest=text, stories={"one": story})
    loaded = api.load(manifest)
    composition = api.compose(loaded)
    title = composition.edition.stories["one"].headline.text  # its quotes are Chinese ones by now
    assert "<script>alert(1)</script> & </p><!-- ]]>" in title
    files = whole(made(loaded, composition, "https://paper.example/"), "https://paper.example/")
    for path, data in files.items():
        if path.endswith(".html"):
            page = parsed(data)
            scripts = [one for one in page.iter("script") if one.get("type") != "application/ld+json"]
            assert all(one.get("src") and not one.text for one in scripts)
            assert not list(page.iter("b"))
    (path,) = [path for path in files if "content_" in path]
    page = parsed(files[path])
    (heading,) = page.iter("h1")
    assert said(heading) == title
    (data,) = [one.text for one in page.iter("script") if one.get("type") == "application/ld+json"]
    assert json.loads(data)["headline"] == title


def test_help_tells_of_the_site():
    assert "--site" in run("--help").output


def test_scripts_are_sound_where_there_is_a_checker():
    from shutil import which

    from layout.backends.epaper.templates import assets

    if which("node") is None:
        pytest.skip("no node on this machine")
    for path, data in assets().items():
        if path.endswith(".js"):
            subprocess.run(["node", "--check", "-"], input=data, check=True, capture_output=True)
