"""PDFs to be placed: what is measured, what is refused, and what of them is in the page's PDF."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from layout.assets.images import ImageStore
from layout.assets.vector.figure import open_figure
from layout.diagnostics import Severity, Sink
from layout.units import pt
from tests.features.editions import FOLDER

ADVERT = FOLDER / "pdf-advert" / "adverts" / "tea.pdf"


def made(tmp_path, change=lambda pdf, page: None, *, content=b"0 0 0 1 k 10 10 50 20 re f", pages=1, **saving):
    """A PDF of pages of 200 by 100 pt with a trim of 180 by 80."""
    pdf = Pdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(200, 100))
        page.obj.TrimBox = Array([10, 10, 190, 90])
        page.obj.Contents = pdf.make_stream(content)
    change(pdf, pdf.pages[0].obj)
    path = tmp_path / "advert.pdf"
    pdf.save(path, **saving)
    return path


def examined(path, page=None):
    sink = Sink()
    figure = open_figure(path, page, sink, None)
    return figure, [(found.code, dict(found.values)) for found in sink.found]


def test_the_trim_is_the_size(tmp_path):
    figure, found = examined(made(tmp_path))
    assert not found
    assert (figure.width, figure.height) == (pt(180), pt(80))


def test_a_turned_page_is_as_wide_as_it_is_seen(tmp_path):
    def turn(_, page):
        page.Rotate = 90

    figure, _ = examined(made(tmp_path, turn))
    assert (figure.width, figure.height) == (pt(80), pt(180))


def test_our_own_press_ready_advert_passes():
    figure, found = examined(ADVERT)
    assert figure is not None
    assert not found


def _resources(**entries):
    def change(pdf, page):
        page.Resources = Dictionary(**{key: pdf.make_indirect(value) for key, value in entries.items()})

    return change


def _separation(pdf):
    function = pdf.make_stream(b"{0 exch 0 exch 0 exch 0 exch}", FunctionType=4, Domain=[0, 1], Range=[0, 1] * 4)
    return Array([Name.Separation, Name("/Pantone"), Name.DeviceCMYK, function])


def _lab(pdf, page):
    page.Resources = Dictionary(ColorSpace=Dictionary(A=Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])])))


def _spot(pdf, page):
    page.Resources = Dictionary(ColorSpace=Dictionary(A=_separation(pdf)))


def _profile(pdf, page):
    space = Array([Name.ICCBased, pdf.make_stream(b"", N=4)])
    page.Resources = Dictionary(ColorSpace=Dictionary(A=space))


def _image(pdf, page):
    pixel = pdf.make_stream(b"abc", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    pixel.ColorSpace = Name.DeviceRGB
    form = pdf.make_stream(b"/A Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    form.Resources = Dictionary(XObject=Dictionary(A=pixel))
    page.Resources = Dictionary(XObject=Dictionary(A=form))


def _font(pdf, page):
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(A=font))


def _note(pdf, page):
    page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])])


def _script(pdf, page):
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))


def _open_action(pdf, page):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="1")


def _glass(pdf, page):
    page.Resources = Dictionary(ExtGState=Dictionary(A=Dictionary(ca=0.5)))


@pytest.mark.parametrize(
    ("change", "code", "value"),
    [
        (_lab, "IMG023", "Lab"),
        (_spot, "IMG023", "Pantone"),
        (_image, "IMG023", "DeviceRGB"),
        (_font, "IMG022", "Helvetica"),
        (_note, "IMG026", "an annotation (Link)"),
        (_script, "IMG026", "JavaScript"),
        (_open_action, "IMG026", "OpenAction"),
    ],
)
def test_what_does_not_print_is_refused(tmp_path, change, code, value):
    figure, [(found, values)] = examined(made(tmp_path, change))
    assert figure is None
    assert found == code
    assert value in values.values()


@pytest.mark.parametrize(("change", "code"), [(_glass, "IMG025"), (_profile, "IMG024")])
def test_what_the_press_may_mind_is_told(tmp_path, change, code):
    figure, [(found, _)] = examined(made(tmp_path, change))
    assert figure is not None
    assert found == code


def test_screen_colours_in_the_content_are_refused(tmp_path):
    figure, [(found, _)] = examined(made(tmp_path, content=b"1 0 0 rg 0 0 9 9 re f"))
    assert (figure, found) == (None, "IMG023")


def _type(pdf, page):
    """A font whose glyphs are drawn, so that none is missing; a state that overprints, and one that does so badly."""
    glyph = pdf.make_stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 750, 750], FontMatrix=[0.001, 0, 0, 0.001, 0, 0]
    )
    font.CharProcs, font.Encoding = Dictionary(a=glyph), Dictionary(Type=Name.Encoding, Differences=[97, Name.a])
    font.FirstChar, font.LastChar, font.Widths = 97, 97, [1000]
    inner = pdf.make_stream(b"0 0 0 1 k BT /F 8 Tf 0 0 Td (a) Tj ET", Type=Name.XObject, Subtype=Name.Form)
    inner.BBox, inner.Matrix = [0, 0, 50, 50], [1, 0, 0, 1, 20, 20]
    states = Dictionary(Over=Dictionary(op=True, OPM=1), Badly=Dictionary(op=True, OPM=0))
    page.Resources = Dictionary(Font=Dictionary(F=font), ExtGState=states, XObject=Dictionary(Form=inner))
    inner.Resources = Dictionary(Font=Dictionary(F=font))


_RED = b"0 1 1 0 k 10 10 100 50 re f "
_WORD = b" BT /F 8 Tf 1 0 0 1 20 20 Tm (a) Tj ET"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (_RED + b"0 0 0 1 k" + _WORD, "8"),
        (_RED + b"0 g" + _WORD, "8"),
        (_RED + b"/Badly gs 0 0 0 1 k" + _WORD, "8"),
        (_RED + b"/Over gs 0 g" + _WORD, "8"),
        (_RED + b"0 0 0 1 k 2 0 0 2 0 0 cm BT /F 5 Tf 10 10 Td (a) Tj ET", "10"),
        (_RED + b"0 0 0 1 k BT /F 9 Tf 20 TL 20 60 Td T* (a) Tj 0 -5 Td (a) Tj ET", "9"),
        (_RED + b"/Form Do", "8"),
        (b"q 10 10 100 50 re W n /Shade sh Q 0 0 0 1 k" + _WORD, "8"),
        (b"q 60 60 40 20 re W n /Shade sh Q 0 0 0 1 k" + _WORD, None),
        (_RED + b"/Over gs 0 0 0 1 k" + _WORD, None),
        (_RED + b"/Over gs 0 0 0 1 k" + _WORD + b" q /Badly gs Q" + _WORD, None),
        (_RED + b"0 0 0 1 k 2 0 0 2 0 0 cm BT /F 6 Tf 10 10 Td (a) Tj ET", None),
        (_RED + b"0 0 0 0 k 12 12 30 30 re f 0 0 0 1 k" + _WORD, None),
        (_RED + b"0 0 0 0 k" + _WORD, None),
        (_RED + b"0 0 0 1 k 3 Tr" + _WORD, None),
        (b"0 0 0 1 k" + _WORD + _RED, None),
        (_RED + b"0 0 0 1 k BT /F 8 Tf 150 70 Td (a) Tj ET", None),
        (_RED + b"0 0 0 1 k BT /F 8 Tf 1 0 0 Tm (a) Tj ET", None),
    ],
)
def test_small_black_type_that_cuts_its_ground_out_is_told(tmp_path, content, size):
    figure, found = examined(made(tmp_path, _type, content=content))
    assert figure is not None
    assert [(code, values["size"]) for code, values in found] == ([("IMG029", size)] if size else [])


def test_a_page_without_a_trim_is_used_whole_and_told(tmp_path):
    def untrimmed(_, page):
        del page.TrimBox

    figure, [(found, _)] = examined(made(tmp_path, untrimmed))
    assert (figure.width, found) == (pt(200), "IMG027")


def test_which_of_several_pages_has_to_be_said(tmp_path):
    path = made(tmp_path, pages=3)
    assert examined(path)[1][0][0] == "IMG021"
    assert examined(path, 4)[1][0][0] == "IMG021"
    assert examined(path, 3)[0].page == 3


def test_an_encrypted_file_is_refused(tmp_path):
    for passwords in ({"owner": "o", "user": ""}, {"owner": "o", "user": "u"}):
        path = made(tmp_path, encryption=pikepdf.Encryption(**passwords))
        assert examined(path)[1][0][0] == "IMG020"


@pytest.mark.parametrize("cut", [0, 5, 200, 400])
def test_a_damaged_file_is_refused_and_never_raises(tmp_path, cut):
    path = made(tmp_path)
    path.write_bytes(path.read_bytes()[:cut])
    figure, found = examined(path)
    assert figure is None
    assert found[0][0] == "IMG020"


def test_a_store_opens_each_page_once(tmp_path):
    store, sink = ImageStore(), Sink()
    path = made(tmp_path, pages=2)
    first, second = (store.open(path, sink, None, page) for page in (1, 2))
    assert first is store.open(path, sink, None, 1)
    assert first.key != second.key
    assert not [found for found in sink.found if found.severity is not Severity.NOTE]
