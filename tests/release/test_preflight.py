"""Preflight of composed pages: what the press's sheet does not allow is told; the report and its page."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from layout import api
from layout.compose.model import Composition
from layout.diagnostics import Severity, Sink
from layout.display.items import TextRun
from layout.ink import Ink
from layout.release.build import ProofError, release
from layout.release.plates import plates
from layout.release.preflight.facts import page_facts
from layout.release.preflight.rules import preflight
from layout.style.press import Press, load_press
from layout.units import pt
from tests.features import editions
from tests.newsrooms import newsroom
from tests.release.spoiled import sound

PICTURES = "picture-crop"


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))


@cache
def loaded(name: str) -> api.Loaded:
    return editions.loaded(name)


@cache
def composed(name: str = PICTURES) -> Composition:
    return api.compose(loaded(name))


def run_for(**changes: object) -> api.PressRun:
    run = api.press_run(loaded(PICTURES), Sink())
    assert run is not None
    return replace(run, press=replace(run.press, **changes))


def found(composition: Composition | None = None, name: str = PICTURES, **changes: object) -> dict[str, Severity]:
    every = preflight(composition or composed(name), loaded(name), run_for(**changes))
    assert all(one.page for one in every)
    return {one.code: one.severity for one in every}


def test_pages_that_the_press_takes_have_no_findings():
    assert found() == {}


TOO_MUCH = {
    "PRESS210": {"smallest_type": pt(9.5)},
    "PRESS212": {"smallest_rule": pt(1)},
    "PRESS213": {"picture_ppi_least": 400},
    "PRESS214": {"total_ink": 80},
}


@pytest.mark.parametrize("code", TOO_MUCH)
def test_what_is_too_small_or_too_much_for_the_press_is_told(code):
    assert code in found(**TOO_MUCH[code])


def test_a_picture_of_two_thirds_of_what_is_asked_for_is_an_error():
    ppi = min(picture.ppi for picture in page_facts(composed().pages[0], loaded(PICTURES).images).pictures)
    assert "PRESS213" not in found(picture_ppi_least=ppi - 1)
    assert found(picture_ppi_least=ppi)["PRESS213"] is Severity.WARNING
    assert found(picture_ppi_least=ppi * 3 // 2 + 1)["PRESS213"] is Severity.ERROR


def inked(ink: Ink, size: int) -> Composition:
    """The pages with their first text in an ink and a size."""
    page = composed().pages[0]
    items = list(page.items)
    number, run = next((n, item) for n, item in enumerate(items) if isinstance(item, TextRun) and item.glyphs.ids)
    items[number] = replace(run, ink=ink, glyphs=replace(run.glyphs, size=size))
    return replace(composed(), pages=(replace(page, items=tuple(items)),))


def test_rich_black_is_for_large_type_only():
    rich = Ink(600, 400, 400, 1000)
    assert found(inked(rich, pt(20))) == {"PRESS215": Severity.ERROR}
    assert found(inked(rich, pt(40))) == {}


def test_small_type_of_several_inks_wants_a_look():
    assert found(inked(Ink(0, 1000, 1000, 0), pt(8))) == {"PRESS211": Severity.WARNING}
    assert found(inked(Ink(0, 1000, 1000, 0), pt(12))) == {}


def test_colour_on_a_black_page_is_refused_unless_it_is_to_be_converted():
    page = replace(composed().pages[0], ink="black")
    black = replace(composed(), pages=(page,))
    assert found(black)["PRESS216"] is Severity.ERROR
    assert "PRESS216" not in found(black, black_pages="convert")
    run = run_for(black_pages="convert")
    target = api.Target("press", Path("unused"), "pages", press=run)
    (data,) = api.pdfs(black, loaded(PICTURES), target).values()
    cyan, magenta, yellow, ink = plates(data)[0].each
    assert (cyan.mean, magenta.mean, yellow.mean) == (0, 0, 0)
    assert ink.mean > 2


def test_an_empty_page_is_told():
    empty = replace(composed(), pages=(replace(composed().pages[0], items=()),))
    assert found(empty) == {"PRESS218": Severity.ERROR}


def test_a_placed_page_with_transparency_is_no_x1a(tmp_path):
    edition = editions.loaded("pdf-advert")
    composition = api.compose(edition)
    run = replace(run_for(), standard="x1a")
    figures = [entry for entry in edition.images._by_key.values() if hasattr(entry, "form")]
    blended = tmp_path / "advert.pdf"
    with pikepdf.open(figures[0].path) as pdf:
        pdf.pages[0].Resources.ExtGState = pikepdf.Dictionary({"/Half": pikepdf.Dictionary(ca=0.5)})
        pdf.save(blended)
    assert "PRESS219" not in {one.code for one in preflight(composition, edition, run)}
    for key, entry in list(edition.images._by_key.items()):
        if hasattr(entry, "form"):
            edition.images._by_key[key] = replace(entry, path=blended)
    assert "PRESS219" in {one.code for one in preflight(composition, edition, run)}


def written(tmp_path: Path, **changes: object) -> dict[str, bytes]:
    target = api.Target("press", tmp_path / "out", "pages", press=run_for(**changes))
    paths = release(composed(), loaded(PICTURES), target)
    return {path.name: path.read_bytes() for path in paths}


def test_the_report_goes_with_the_pages(tmp_path):
    files = written(tmp_path)
    report = json.loads(files["preflight.json"])
    assert report["passed"] is True
    (page,) = report["pages"].values()
    assert set(page["coverage"]) == {"cyan", "magenta", "yellow", "black"}
    assert 1 < page["coverage"]["black"] < 40
    assert page["smallest_type_pt"] >= 5
    assert page["pictures"][0]["ppi"] > 149
    assert report["press"]["condition"] == "CGATS TR 002"
    text = pypdfium2.PdfDocument(files["preflight.pdf"])[0].get_textpage().get_text_range()
    assert "可以付印" in text
    assert len(pypdfium2.PdfDocument(files["preflight.pdf"])) == 1


def test_too_much_ink_on_the_plates_stops_the_files(tmp_path):
    with pytest.raises(ProofError) as stopped:
        written(tmp_path, total_ink=100)
    assert {one.code for one in stopped.value.found} == {"PRESS217"}
    assert not (tmp_path / "out").exists()


def test_plates_hold_each_ink_by_itself():
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].TrimBox)
        middle = (left + right) / 2
        height = top - bottom
        boxes = f"0.6 0 0 0 k {left} {bottom} {middle - left} {height} re f"
        boxes += f" 0 0.3 0.2 0 k {middle} {bottom} {right - middle} {height} re f"
        over = f"/O10 gs 0 0 0 1 k {left} {bottom} 100 {top - bottom} re f"
        pdf.pages[0].Contents = pdf.make_stream(f"{boxes} {over}".encode())
        held = io.BytesIO()
        pdf.save(held)
    (page,) = plates(held.getvalue())
    assert page.cyan.zones(2) == pytest.approx((60, 0), abs=1)
    assert page.magenta.zones(2) == pytest.approx((0, 30), abs=1)
    assert page.yellow.zones(2) == pytest.approx((0, 20), abs=1)
    share = 100 / (right - left) * 100
    assert page.black.mean == pytest.approx(share, abs=0.5), "black prints over cyan and takes none of it away"
    assert page.most == pytest.approx(160, abs=1)


SHEETS = {
    "PRESS201": ("press: snap2007", "press: nowhere"),
    "PRESS202": ("profile: snap2007.icc", "profile: none.icc"),
    "PRESS206": ("{page}.pdf", "{edition}.pdf"),
    "SRC014": ("total_ink: 240", "total_ink: plenty"),
}


@pytest.mark.parametrize("code", SHEETS)
def test_a_sheet_with_a_mistake_is_told_at_its_place(tmp_path, code):
    manifest = newsroom(tmp_path)
    style = tmp_path / "styles" / "lanchuan-daily" / "style.yaml"
    sheet = tmp_path / "styles" / "press" / "snap2007" / "press.yaml"
    style.write_text(style.read_text("utf-8") + "\npress: snap2007\n", "utf-8")
    old, new = SHEETS[code]
    for path in (style, sheet):
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    sink = Sink()
    assert api.press_run(api.load(manifest), sink) is None
    (one,) = sink.found
    assert one.span is not None
    assert one.code == code


def test_the_shipped_press_is_read_whole():
    sink = Sink()
    press = load_press("snap2007", loaded(PICTURES).workspace, sink, None)
    assert isinstance(press, Press)
    assert (press.total_ink, press.standard, press.smallest_rule, sink.found) == (240, "x4", pt(0.25), [])
