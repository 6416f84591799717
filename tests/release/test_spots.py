"""套红 as a spot ink, registration on every plate, and shadings of placed pages: colour spaces, plates, tickets."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from layout import api
from layout.cli import main
from layout.diagnostics import Sink
from layout.display.inks import inks_of
from layout.display.items import Box, Layer
from layout.geometry import Rect
from layout.ink import RED
from layout.release.delivery import PRESETS, TICKET, made_delivery
from layout.release.plates import plates
from layout.release.preflight.finished import file_findings
from layout.release.preflight.make import made_report
from layout.release.preflight.report import report_bytes
from layout.units import MILLIMETRE
from tests.features.editions import loaded
from tests.newsrooms import newsroom

SPOT = "套红 186"
FEATURE = "measures"


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))


def run_for(standard="x4", marks=(), red=SPOT):
    run = api.press_run(loaded(FEATURE), Sink(), standard)
    assert run is not None
    return replace(run, press=replace(run.press, marks=marks), red=red)


@cache
def composed():
    """A page with all its type in red, on a tint of it."""
    whole = api.compose(loaded(FEATURE))
    page = whole.pages[0]
    items = [item.in_ink(RED) if hasattr(item, "in_ink") else item for item in page.items]
    part = page.items[0].part
    tint = Box(Layer.TINT, part, Rect(0, 0, 100 * MILLIMETRE, 40 * MILLIMETRE), fill=RED.tint(200))
    return replace(whole, pages=(replace(page, items=(tint, *items)),))


def made(run, composition=None):
    target = api.Target("press", Path("unused"), "pages", press=run)
    (data,) = api.pdfs(composition or composed(), loaded(FEATURE), target).values()
    return data


@pytest.mark.parametrize("standard", ["x4", "x1a"])
def test_red_and_its_tints_are_one_spot_ink_with_a_process_stand_in(standard, tmp_path):
    data = made(run_for(standard))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        ((name, space),) = page.Resources.ColorSpace.items()
        assert (str(space[0]), str(space[1]), str(space[2])) == ("/Separation", f"/{SPOT}", "/DeviceCMYK")
        assert [float(part) for part in space[3].C1] == [0, 1, 1, 0]
        content = page.Contents.read_bytes().decode("ascii")
    assert f"{name} cs 1 scn" in content
    assert f"{name} cs 0.2 scn" in content
    assert "0 1 1 0 k" not in content
    (tmp_path / "page.pdf").write_bytes(data)
    assert file_findings(tmp_path / "page.pdf", run_for().press) == ()


def test_a_spot_ink_is_a_plate_of_its_own():
    (process,) = plates(made(run_for(red="")))
    (spotted,) = plates(made(run_for()))
    assert process.spots == {}
    assert process.magenta.mean == process.yellow.mean > 0
    assert list(spotted.spots) == [SPOT]
    assert spotted.spots[SPOT].mean == pytest.approx(process.magenta.mean, abs=0.05)
    assert (spotted.magenta.mean, spotted.yellow.mean) == (0, 0)
    assert process.most == 2 * spotted.most
    assert list(spotted.named) == ["cyan", "magenta", "yellow", "black", SPOT]


def test_report_ticket_and_presets_name_the_spot_ink():
    run = run_for()
    target = api.Target("press", Path("unused"), "pages", press=run)
    files = made_delivery(composed(), loaded(FEATURE), target, ()).files
    (page,) = json.loads(files[TICKET])["pages"]
    assert SPOT in page["plates"]
    assert page["coverage"][SPOT] > 0
    (presets,) = json.loads(files[PRESETS])["pages"].values()
    assert len(presets[SPOT]) == run.press.zones
    drawn = api.shown(composed(), loaded(FEATURE), target)
    pages_of = api.page_sets(drawn, loaded(FEATURE), target)
    report = made_report(drawn, loaded(FEATURE), run, api.pdfs(composed(), loaded(FEATURE), target), pages_of, ())
    (told,) = json.loads(report_bytes(report, Path("unused")))["pages"].values()
    assert {f"{SPOT} 100", f"{SPOT} 20"} <= set(told["inks"])
    assert SPOT in told["coverage"]


def test_a_press_that_takes_no_spots_refuses_them(tmp_path):
    manifest = newsroom(tmp_path)
    arguments = [
        "--lang",
        "en",
        "build",
        str(manifest),
        "--profile",
        "press",
        "--spots",
        "--out",
        str(tmp_path / "out"),
    ]
    refused = CliRunner().invoke(main, arguments)
    assert refused.exit_code == 1
    assert "PRESS207" in refused.output
    assert not (tmp_path / "out").exists()
    sheet = tmp_path / "styles" / "press" / "snap2007" / "press.yaml"
    sheet.write_text(sheet.read_text("utf-8") + "red_spot: 套红\n", "utf-8")
    assert "PRESS207" not in CliRunner().invoke(main, arguments).output


@pytest.mark.parametrize("name", ["All", "none", "Cyan"])
def test_a_name_that_means_something_else_is_no_spot_ink(name, tmp_path):
    manifest = newsroom(tmp_path)
    sheet = tmp_path / "styles" / "press" / "snap2007" / "press.yaml"
    sheet.write_text(sheet.read_text("utf-8") + f"red_spot: {name}\n", "utf-8")
    sink = Sink()
    assert api.press_run(api.load(manifest), sink, spots=True) is None
    assert {found.code for found in sink.found} == {"PRESS208"}


def test_crop_and_registration_marks_stand_on_every_plate_there_is():
    run = run_for(marks=("crop", "registration"))
    target = api.Target("press", Path("unused"), "pages", press=run)
    drawn = api.shown(composed(), loaded(FEATURE), target)
    marks = {ink for item in drawn.pages[0].items if item.layer is Layer.MARKS for ink in inks_of(item)}
    assert {ink.spot for ink in marks} == {"All"}
    data = made(run)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        named = {str(space[1]) for space in pdf.pages[0].Resources.ColorSpace.values()}
        assert named == {"/All", f"/{SPOT}"}
        # The trim is all that plates are drawn of: opened to the edge, they show the marks.
        pdf.pages[0].TrimBox = pdf.pages[0].MediaBox
        held = io.BytesIO()
        pdf.save(held)
    (around,), (inside,) = plates(held.getvalue()), plates(data)
    assert list(around.spots) == [SPOT]
    assert inside.cyan.mean == 0
    assert all(plate.mean > 0 for plate in around.named.values())


def shaded(space, function, paint):
    """A page of 100 points that a shading, or a pattern of it, fills."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 100))
    page.TrimBox = page.MediaBox
    shading = pdf.make_indirect(
        pikepdf.Dictionary(
            ShadingType=2, ColorSpace=space(pdf), Coords=[0, 0, 100, 0], Function=function, Extend=[True, True]
        )
    )
    pattern = pdf.make_indirect(pikepdf.Dictionary(PatternType=2, Shading=shading))
    page.Resources = pikepdf.Dictionary(Shading=pikepdf.Dictionary(H=shading), Pattern=pikepdf.Dictionary(P=pattern))
    page.Contents = pdf.make_stream(paint)
    held = io.BytesIO()
    pdf.save(held)
    return held.getvalue()


def ramp(start, end):
    return pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=start, C1=end, N=1)


@pytest.mark.parametrize("paint", [b"/H sh", b"/Pattern cs /P scn 0 0 100 100 re f"])
def test_shadings_count_on_their_plates(paint):
    data = shaded(lambda _: pikepdf.Name.DeviceCMYK, ramp([0, 1, 0.5, 0], [0.8, 1, 0.5, 0.4]), paint)
    (page,) = plates(data)
    assert page.cyan.mean == pytest.approx(40, abs=2)
    assert page.magenta.mean == pytest.approx(100, abs=2)
    assert page.yellow.mean == pytest.approx(50, abs=2)
    assert page.black.mean == pytest.approx(20, abs=2)
    assert page.most >= 260
    assert page.over(240) > 20


def test_a_shading_of_a_spot_ink_counts_on_its_own_plate():
    def space(pdf):
        tints = pdf.make_indirect(ramp([0, 0, 0, 0], [0, 1, 1, 0]))
        return pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/Gold"), pikepdf.Name.DeviceCMYK, tints])

    (page,) = plates(shaded(space, ramp([0], [1]), b"/H sh"))
    assert page.spots["Gold"].mean == pytest.approx(50, abs=2)
    assert all(plate.mean == 0 for plate in page.each)
