"""PDFs for the press, read by another library: identification, boxes, intent, inks, overprint, pictures."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from layout import api
from layout.diagnostics import Sink
from layout.style.press import Standard
from tests.features.editions import loaded as feature

PLAIN, CUT_OUT, GROUND = "measures", "cut-out", "headline-ground"


@cache
def made(name: str, standard: Standard = "x4") -> bytes:
    edition = feature(name)
    run = api.press_run(edition, Sink(), standard)
    assert run is not None
    target = api.Target("press", Path("unused"), "pages", press=run)
    return next(iter(api.pdfs(api.compose(edition), edition, target).values()))


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path))


def opened(name: str, standard: Standard = "x4") -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(made(name, standard)))


def content(document: pikepdf.Pdf) -> str:
    return document.pages[0].Contents.read_bytes().decode("ascii")


def test_a_file_says_that_it_is_x4():
    with opened(PLAIN) as document:
        assert document.pdf_version == "1.6"
        assert document.open_metadata()["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert document.docinfo.Trapped == "/False"
        assert "/GTS_PDFXVersion" not in document.docinfo


def test_a_file_says_that_it_is_x1a():
    with opened(PLAIN, "x1a") as document:
        assert document.pdf_version == "1.4"
        assert str(document.docinfo.GTS_PDFXVersion) == "PDF/X-1a:2003"
        assert "pdfxid" not in bytes(document.Root.Metadata.read_bytes()).decode()


def test_metadata_and_info_tell_the_same_moment():
    with opened(PLAIN) as document:
        xmp = document.open_metadata()
        stamp = str(document.docinfo.CreationDate)
        assert stamp.endswith("+08'00'")
        assert re.sub(r"\D", "", xmp["xmp:CreateDate"])[:14] == re.sub(r"\D", "", stamp)[:14]
        assert xmp["pdf:Trapped"] == "False"
        assert xmp["dc:title"] == str(document.docinfo.Title)


def test_there_is_one_output_intent_and_its_profile_is_the_press_s():
    with opened(PLAIN) as document:
        (intent,) = document.Root.OutputIntents
        assert (intent.S, str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "CGATS TR 002")
        assert str(intent.RegistryName) == "http://www.color.org"
        run = api.press_run(feature(PLAIN), Sink())
        assert intent.DestOutputProfile.read_bytes() == run.profile.data
        assert intent.DestOutputProfile.N == 4


def test_boxes_are_nested_and_crop_is_media():
    with opened(PLAIN) as document:
        page = document.pages[0].obj
        media, bleed, trim = ([float(edge) for edge in page[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert list(page.CropBox) == list(page.MediaBox)
        assert media[0] <= bleed[0] <= trim[0] < trim[2] <= bleed[2] <= media[2]
        assert "/Rotate" not in page
        assert "/Annots" not in page


def test_there_are_no_colours_but_inks():
    for name in (PLAIN, CUT_OUT, GROUND):
        with opened(name) as document:
            operators = {str(step.operator) for step in pikepdf.parse_content_stream(document.pages[0])}
            assert not operators & {"rg", "RG", "g", "G", "cs", "CS", "sc", "scn", "SC", "SCN", "sh"}
            for entry in document.objects:
                if isinstance(entry, pikepdf.Stream) and entry.get("/Subtype") == "/Image":
                    assert entry.ColorSpace in {pikepdf.Name.DeviceCMYK, pikepdf.Name.DeviceGray}


def test_black_type_overprints_and_white_type_knocks_out():
    over, ink, seen = False, "", {True: set(), False: set()}
    held = []
    with opened("labels") as document:
        states = document.pages[0].Resources.ExtGState
        for step in pikepdf.parse_content_stream(document.pages[0]):
            match str(step.operator):
                case "q":
                    held.append((over, ink))
                case "Q":
                    over, ink = held.pop()
                case "gs":
                    state = states[str(step.operands[0])]
                    assert state.OPM == 1
                    over = bool(state.op)
                case "k":
                    ink = " ".join(f"{float(part):g}" for part in step.operands)
                case "Tj" | "TJ":
                    seen[over].add(ink)
    assert seen[True] == {"0 0 0 1"}
    assert "0 0 0 0" in seen[False]


def test_black_lines_overprint_and_tints_and_colours_do_not():
    fills, strokes = set(), set()
    fill_over, stroke_over, fill, stroke = False, False, (), ()
    with opened("frame") as document:
        named = document.pages[0].Resources.ExtGState
        for step in pikepdf.parse_content_stream(document.pages[0]):
            match str(step.operator):
                case "gs":
                    state = named[str(step.operands[0])]
                    fill_over, stroke_over = bool(state.op), bool(state.OP)
                case "k":
                    fill = tuple(map(float, step.operands))
                case "K":
                    stroke = tuple(map(float, step.operands))
                case "f":
                    fills.add((fill, fill_over))
                case "S":
                    strokes.add((stroke, stroke_over))
    assert ((0, 0, 0, 1), True) in strokes
    assert all(over is (ink == (0, 0, 0, 1)) for ink, over in strokes)
    assert all(not over for ink, over in fills if ink != (0, 0, 0, 1))


def test_a_cut_out_keeps_its_soft_mask_in_x4_and_is_flattened_for_x1a():
    for standard, see_through in (("x4", True), ("x1a", False)):
        with opened(CUT_OUT, standard) as document:
            images = [
                entry
                for entry in document.objects
                if isinstance(entry, pikepdf.Stream) and entry.get("/Subtype") == "/Image"
            ]
            assert any("/SMask" in image for image in images) is see_through
            assert ("/Group" in document.pages[0].obj) is see_through
            if see_through:
                assert document.pages[0].obj.Group.CS == "/DeviceCMYK"


def test_text_comes_back_as_from_the_proof():
    edition = feature(PLAIN)
    proof = next(iter(api.pdfs(api.compose(edition), edition, api.Target("proof", Path("unused"))).values()))
    texts = [pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range() for data in (proof, made(PLAIN))]
    assert texts[0] == texts[1]
    assert len(texts[0]) > 100


def test_the_id_follows_from_what_is_printed():
    with opened(CUT_OUT) as one, opened(CUT_OUT, "x1a") as other:
        assert one.trailer.ID[0] == one.trailer.ID[1]
        assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])


def test_built_twice_with_and_without_the_cache_it_is_the_same(monkeypatch, tmp_path):
    before = made(CUT_OUT)
    made.cache_clear()
    assert made(CUT_OUT) == before, "from the cache"
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "another"))
    made.cache_clear()
    assert made(CUT_OUT) == before, "anew"


def test_a_placed_page_begins_without_overprint():
    over = False
    with opened("pdf-advert") as document:
        states = document.pages[0].Resources.ExtGState
        for step in pikepdf.parse_content_stream(document.pages[0]):
            match str(step.operator):
                case "gs":
                    over = bool(states[str(step.operands[0])].op) or bool(states[str(step.operands[0])].OP)
                case "Do":
                    assert not over
