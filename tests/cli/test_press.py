"""build --profile press, preflight and cache from the command line."""

from __future__ import annotations

import json

import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image

from layout.cli import main
from tests.newsrooms import MANIFEST, STORY, newsroom


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))


def called(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--lang", "en", *map(str, words)])
    return result.exit_code, result.output


def tall(tmp_path, lines: int) -> object:
    """A newsroom whose one story has a box of so many lines."""
    return newsroom(tmp_path, manifest=MANIFEST.replace("lines: 12", f"lines: {lines}"))


def test_a_page_for_the_press_passes_preflight(tmp_path):
    code, output = called("build", tall(tmp_path, 10), "--profile", "press", "--unsigned", "--out", tmp_path / "out")
    assert code == 0, output
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    page = "lanchuan-daily_20260320_A01.pdf"
    assert names == ["certificate.json", page, "layout.json", "preflight.json", "preflight.pdf"]
    assert called("preflight", tmp_path / "out" / page)[0] == 0
    assert called("preflight", tmp_path / "out" / "preflight.pdf")[0] == 1
    assert called("preflight", *(tmp_path / "out").glob("*.pdf"))[0] == 0, "the page to sign is left out beside others"


def test_an_error_of_layout_writes_nothing(tmp_path):
    code, output = called("build", tall(tmp_path, 3), "--profile", "press", "--unsigned", "--out", tmp_path / "out")
    assert code == 1
    assert "error" in output
    assert not (tmp_path / "out").exists()


def test_a_press_without_profile_writes_nothing(tmp_path):
    manifest = tall(tmp_path, 10)
    (tmp_path / "styles" / "press" / "snap2007" / "snap2007.icc").write_bytes(b"")
    code, output = called("build", manifest, "--profile", "press", "--unsigned", "--out", tmp_path / "out")
    assert code == 1
    assert "PRESS202" in output
    assert not (tmp_path / "out").exists()


def test_the_cache_is_shown_and_cleared(tmp_path):
    assert "0 pictures kept" in called("cache")[1]
    assert "0 pictures cleared" in called("cache", "--clear")[1]


def test_a_delivery_tells_what_it_did(tmp_path):
    manifest = tall(tmp_path, 10)
    code, output = called("deliver", manifest, "--unsigned", tmp_path / "shop")
    assert code == 0, output
    assert "new: A01" in output
    assert "nothing was changed" in called("deliver", manifest, "--unsigned", tmp_path / "shop")[1]
    story = manifest.parent / "stories" / "one.md"
    story.write_text(story.read_text("utf-8").replace("入夜以后", "天黑以后"), "utf-8")
    code, output = called("deliver", manifest, "--unsigned", tmp_path / "shop")
    assert (code, "PRESS401" in output) == (1, True)
    assert "replaced: A01" in called("deliver", manifest, "--unsigned", tmp_path / "shop", "--replace")[1]


def test_pages_that_make_no_sheet_are_not_imposed(tmp_path):
    code, output = called(
        "build", tall(tmp_path, 10), "--profile", "press", "--unsigned", "--impose", "--out", tmp_path / "out"
    )
    assert (code, "PRESS220" in output) == (1, True)
    assert not (tmp_path / "out").exists()


# A profile's header and an empty table of tags: whole as a file, of no use to convert with.
EMPTY_PROFILE = (132).to_bytes(4) + bytes(32) + b"acsp" + bytes(92)


def test_a_picture_with_a_broken_profile_is_told_and_printed(tmp_path):
    entry = """    pictures:
      - {picture: pictures/a.jpg, column: 3, columns: 2, line: 20, lines: 20, caption: 灯, credit: 闻远 摄, alt: 灯}
"""
    manifest = newsroom(tmp_path, manifest=MANIFEST.replace("lines: 12", "lines: 10") + entry)
    (manifest.parent / "pictures").mkdir()
    picture = Image.effect_noise((1400, 1000), 90).convert("RGB")
    picture.putpixel((0, 0), (255, 0, 0))
    picture.save(manifest.parent / "pictures" / "a.jpg", icc_profile=EMPTY_PROFILE)
    code, output = called("build", manifest, "--profile", "press", "--unsigned", "--out", tmp_path / "out")
    assert (code, "PRESS205" in output) == (0, True), output
    report = json.loads((tmp_path / "out" / "preflight.json").read_bytes())
    assert "PRESS205" in {found["code"] for found in report["findings"]}


def test_a_page_made_again_leaves_the_report_of_the_others(tmp_path):
    page = MANIFEST[MANIFEST.index("  - page: A01") :].replace("A01", "A02").replace("one.md", "two.md")
    manifest = newsroom(
        tmp_path,
        manifest=(MANIFEST + page).replace("lines: 12", "lines: 10"),
        stories={"one": STORY, "two": STORY.replace("渡口", "码头")},
    )
    out = tmp_path / "out"

    def report(*words: str) -> dict:
        code, output = called("build", manifest, "--profile", "press", "--unsigned", "--out", out, *words)
        assert code == 0, output
        return json.loads((out / "preflight.json").read_bytes())

    whole = report()
    assert list(whole["pages"]) == ["A01", "A02"] and {one["page"] for one in whole["findings"]} >= {"A01", "A02"}
    story = manifest.parent / "stories" / "two.md"
    story.write_text(story.read_text("utf-8").replace("入夜以后", "入夜以后天就黑了"), "utf-8")
    again = report("--pages", "A02")
    assert list(again["pages"]) == ["A01", "A02"]
    assert again["pages"]["A01"] == whole["pages"]["A01"] and again["pages"]["A02"] != whole["pages"]["A02"]
    assert [one for one in again["findings"] if one["page"] == "A01"] == [
        one for one in whole["findings"] if one["page"] == "A01"
    ]
    sheet = pypdfium2.PdfDocument(out / "preflight.pdf")[0].get_textpage().get_text_range()
    assert "只查 A02" in sheet
    assert list(report("--pages", "A02", "--standard", "x1a")["pages"]) == ["A02"], "the others are made otherwise"
    (out / "preflight.json").write_text('{"pages": {"A01": 1}}', "utf-8")
    assert list(report("--pages", "A02")["pages"]) == ["A02"], "what is no report is replaced"
    report()
    (out / "lanchuan-daily_20260320_A01.pdf").unlink()
    assert list(report("--pages", "A02")["pages"]) == ["A02"], "what is not there is not told of"
