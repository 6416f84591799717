"""Proofs: marks in layers of their own over pages that are as they were, and nothing of it in any other file."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner

from layout import api
from layout.cli import main
from layout.display.dump import dump_page
from layout.display.items import Layer
from layout.overlay.layers import OVERLAYS
from tests.newsrooms import MANIFEST, STORY, newsroom

GOLDEN = Path(__file__).with_name("proof.txt")
PAGE = "lanchuan-daily_20260320_A01.pdf"
TWO_PAGES = (
    MANIFEST.replace("lines: 12", "lines: 10").replace("brief}", "brief}\n      # its second half is on the next page")
    + """  - page: A02
    section: 社会
    template: inner-six
    staff: {editor: 方启明}
    stories:
      - story: stories/one.md
        continued: true
        at: {column: 1, columns: 2, line: 6, lines: 12}
"""
)


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))


def called(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--lang", "en", *map(str, words)])
    return result.exit_code, result.output


def test_the_marks_of_a_page_that_does_not_fit(request, tmp_path):
    loaded = api.load(newsroom(tmp_path, stories={"one": STORY + "又是一段。" * 200}))
    composition = api.compose(loaded)
    found = api.findings(composition, loaded)
    target = api.Target("proof", tmp_path, overlays=OVERLAYS, found=found)
    (page,) = api.shown(composition, loaded, target).pages
    parts = api.shown(composition, loaded, target).parts
    told = dump_page(page, parts).splitlines()[1:]
    marks = [line for line, item in zip(told, page.items, strict=True) if item.layer is Layer.OVERLAY]
    text = "\n".join(marks) + "\n"
    if request.config.getoption("--update"):
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")
    assert page.items[: len(composition.pages[0].items)] == composition.pages[0].items


def test_a_proof_has_a_layer_for_every_sort_of_mark_and_its_page_below(tmp_path):
    manifest = newsroom(tmp_path)
    assert called("build", manifest, "--out", tmp_path / "marked")[0] == 0
    assert called("build", manifest, "--no-overlay", "--out", tmp_path / "plain")[0] == 0
    with pikepdf.open(tmp_path / "marked" / PAGE) as marked, pikepdf.open(tmp_path / "plain" / PAGE) as plain:
        names = [str(group.Name) for group in marked.Root.OCProperties.OCGs]
        assert names == ["网格 grid", "稿件框 frames", "溢出 overset", "差错 faults", "版边和签样 slug"]
        assert list(marked.Root.OCProperties.D.ON) == list(marked.Root.OCProperties.OCGs)
        page, over = (one.read_bytes() for one in marked.pages[0].Contents)
        assert over.count(b"/OC /L") == over.count(b"EMC") == 5
        assert b"/OC" not in page
        assert "/OCProperties" not in plain.Root
        assert list(plain.pages[0].MediaBox) != list(marked.pages[0].MediaBox)


def test_switching_the_layers_off_shows_the_page_alone(tmp_path):
    called("build", newsroom(tmp_path), "--out", tmp_path / "marked")
    with pikepdf.open(tmp_path / "marked" / PAGE) as pdf:
        del pdf.Root.OCProperties.D["/ON"]
        pdf.Root.OCProperties.D.OFF = pdf.Root.OCProperties.OCGs
        pdf.save(tmp_path / "off.pdf")
    with pikepdf.open(tmp_path / "marked" / PAGE) as pdf:
        pdf.pages[0].Contents = pdf.pages[0].Contents[0]
        pdf.save(tmp_path / "alone.pdf")
    assert drawn(tmp_path / "off.pdf") == drawn(tmp_path / "alone.pdf") != drawn(tmp_path / "marked" / PAGE)


def drawn(path: Path) -> bytes:
    page = pypdfium2.PdfDocument(path)[0]
    return page.render(scale=0.5).to_numpy().tobytes()


@pytest.mark.parametrize("profile", ["press", "archive"])
def test_other_files_are_the_same_whether_a_proof_was_made_or_not(tmp_path, profile):
    manifest = newsroom(tmp_path, manifest=MANIFEST.replace("lines: 12", "lines: 10"))
    own = [manifest, "--profile", profile, "--unsigned"]
    assert called("build", *own, "--out", tmp_path / "before")[0] == 0
    assert called("build", manifest, "--png", 40, "--out", tmp_path / "proof")[0] == 0
    assert called("build", *own, "--out", tmp_path / "after")[0] == 0
    names = sorted(path.name for path in (tmp_path / "before").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "after").iterdir())
    for name in names:
        assert (tmp_path / "before" / name).read_bytes() == (tmp_path / "after" / name).read_bytes()
    with pikepdf.open(tmp_path / "after" / PAGE) as pdf:
        assert "/OCProperties" not in pdf.Root
        assert not [held for held in pdf.objects if isinstance(held, pikepdf.Dictionary) and "/OCGs" in held]
        assert b"/OC" not in pdf.pages[0].Contents.read_bytes()
        assert "/Annots" not in pdf.pages[0]


def test_jump_lines_lead_to_where_the_story_goes_on(tmp_path):
    stories = {"one": STORY + "渡口的灯照着来往的人。" * 12}
    manifest = newsroom(tmp_path, manifest=TWO_PAGES, stories=stories)
    _, output = called("build", manifest, "--out", tmp_path / "out")
    assert "SRC" not in output
    with pikepdf.open(tmp_path / "out" / "lanchuan-daily_20260320.pdf") as pdf:
        first, second = pdf.pages
        (onward,), (back,) = first.Annots, second.Annots
        assert onward.Dest[0].objgen == second.obj.objgen
        assert back.Dest[0].objgen == first.obj.objgen
        assert onward.Dest[3] == back.Dest[3], "both parts begin on the same line of their page"
    with pikepdf.open(tmp_path / "out" / PAGE) as pdf:
        assert "/Annots" not in pdf.pages[0], "the other page is not in this file"


def test_pages_are_drawn_as_fine_as_is_asked_for(tmp_path):
    code, output = called("build", newsroom(tmp_path), "--png", 72, "--overlay", "frames", "--out", tmp_path / "out")
    assert code == 0
    (drawn,) = (tmp_path / "out").glob("*.png")
    header = drawn.read_bytes()[16:24]
    assert [int.from_bytes(header[:4]), int.from_bytes(header[4:])] == [1123, 1562]
    assert str(drawn) in output


def test_an_overlay_that_there_is_not_is_wrong_usage(tmp_path):
    code, output = called("build", newsroom(tmp_path), "--overlay", "frames,nothing")
    assert code == 2
    assert "nothing" in output
