"""Files are read back as they were set, whatever was typed: nothing is guessed from where glyphs stand."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout import api
from layout.release.printed import printed_page
from layout.release.proof import proved
from layout.release.reading import UnreadableError, page_texts
from tests.newsrooms import newsroom

TARGET = api.Target(profile="proof", out=Path("unused"), files="edition", time=datetime(2026, 3, 20), overlays=())
HEAD = "---\nheadline: 渡口的灯\n---\n"
MANIFEST = """format: 1
paper: lanchuan-daily
date: 2026-03-20
number: 1
pages:
  - page: A01
    section: 要闻
    template: inner-six
    staff: {editor: 方启明}
    stories:
      - story: stories/one.md
        at: {column: 1, columns: 3, line: 6, lines: 60}
        headline: {level: brief}
      - story: stories/two.md
        at: {column: 4, columns: 2, line: 6, lines: 60}
        headline: {level: brief}
        direction: down
"""
PIECES = (
    *("———", "……………", "——", "—", "…", "-", "--", "~", "、", " ", "\u3000", "\n\n", "⸺", "—" * 5, "⋯⋯⋯", "‥‥"),
    *(
        "渡口的灯还亮着，",
        "船到了。",
        "（一）",
        "“可以”",
        "《江》",
        "！！",
        "？！",
        "2035年",
        "₂½①",
        "\U00020bb7",
        "‘’",
        "’",
    ),
    *("extraordinarily incomprehensible ", "well-known half\u00adway ", "https://example.org/a/b-c_d.e?f=g&h=%E4 "),
    *("a\u0300\u0316\u0300", "z" + "\u0300\u0316" * 20, "e\u0301汉\u0301", "السلام", "ไทย"),
    *("[荻]{拼音 dí}", "[坂汊]{拼音 bǎn chà}"),
)


def found_in(text: str):
    """What the proof finds wrong with an edition whose two stories, one set across and one down, have a text."""
    with TemporaryDirectory(prefix="reading-") as folder:
        stories = dict.fromkeys(("one", "two"), f"{HEAD}{text}\n")
        loaded = api.load(newsroom(Path(folder), manifest=MANIFEST, stories=stories))
        composition = api.compose(loaded)
        drawn = api.shown(composition, loaded, TARGET)
        pages_of = api.page_sets(drawn, loaded, TARGET)
        pages = [printed_page(page, drawn.parts) for page in drawn.pages]
        assert sum(len(page.text) for page in pages) > len("渡口的灯") * 2
        return list(proved(api.pdfs(composition, loaded, TARGET), pages_of, pages))


@pytest.mark.parametrize(
    "text",
    [
        "灯——" + "—" * 3001,
        "江" + "…" * 301 + "岸" + "—" * 301,
        "z" + "\u0300\u0316" * 150,
        "详见https://example.org/" + "a-b_c.d/" * 60 + "。",
        "the incomprehensibilities of internationalisation, " * 12,
        "half\u00adway be\u00adtween " * 30,
        "السلام عليكم",
    ],
)
def test_long_rows_marks_and_hyphens_are_read_back_as_they_were_set(text):
    assert found_in(text) == []


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join))
def test_whatever_is_typed_is_read_back_as_it_was_set(text):
    assert found_in("文" + text) == []


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    loaded = api.load(newsroom(tmp_path_factory.mktemp("reading")))
    (data,) = api.pdfs(api.compose(loaded), loaded, TARGET).values()
    return data


def changed(data: bytes, change) -> bytes:
    """A file with its first page's content rewritten."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(change(pdf.pages[0].Contents.read_bytes()))
        held = io.BytesIO()
        pdf.save(held)
    return held.getvalue()


def test_text_that_is_drawn_twice_in_one_place_is_read_twice(finished):
    def twice(content: bytes) -> bytes:
        return content + b"\n" + content

    (once,) = page_texts(finished)
    assert page_texts(changed(finished, twice)) == [once + once]


def test_text_that_leaves_no_mark_is_not_read(finished):
    assert page_texts(changed(finished, lambda content: b"3 Tr\n" + content)) == [""]
    assert page_texts(changed(finished, lambda content: b"q 3 Tr Q\n" + content)) == page_texts(finished)


def test_the_text_that_stands_for_glyphs_is_read_in_their_place(finished):
    def named(content: bytes) -> bytes:
        return b"/Span <</ActualText <FEFF6C5F>>> BDC\n/P <</MCID 0>> BDC\n" + content + b"\nEMC EMC"

    assert page_texts(changed(finished, named)) == ["江"]


def test_codes_that_are_mapped_in_rows_are_read(finished):
    """As a file comes back from a program that wrote its maps anew."""
    with pikepdf.open(io.BytesIO(finished)) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            font.ToUnicode = pdf.make_stream(b"1 beginbfrange <0000> <ffff> <4e00> endbfrange")
        pdf.pages[0].Contents = pdf.make_stream(b"BT /F0 9 Tf <00000001> Tj [<0002> -20 <0003>] TJ ET")
        held = io.BytesIO()
        pdf.save(held)
    assert page_texts(held.getvalue()) == ["一丁丂七"]


def test_what_is_no_pdf_is_told():
    with pytest.raises(UnreadableError):
        page_texts(b"%PDF-1.6 nothing")
