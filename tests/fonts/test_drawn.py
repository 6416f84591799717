"""Characters drawn by the newsroom: which files are taken, how they are set, and that they are text in the PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from layout import api
from layout.assets.fonts.drawn import load_drawn
from layout.diagnostics import Sink
from layout.geometry import Slot
from layout.style.model import Setting
from layout.text.classes import classify
from layout.text.model import Font, Prose
from layout.text.pour import pour
from layout.units import pt
from tests.features.editions import FOLDER, loaded

GLYPHS = FOLDER / "rare-character" / "fonts" / "glyphs"
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'


def drawn(tmp_path: Path, body: str, name: str = "U+20BB7.svg", head: str = _HEAD):
    (tmp_path / name).write_text(f"{head}{body}</svg>", "utf-8")
    sink = Sink()
    return load_drawn(tmp_path, sink), [found.code for found in sink.found]


def test_a_square_of_black_areas_is_a_glyph(tmp_path):
    face, found = drawn(tmp_path, '<path d="M10 0H90V100H10Z"/>')
    assert not found
    assert face.covers("𠮷")
    assert face.ink("𠮷") == (100, -120, 900, 880)


@pytest.mark.parametrize(
    ("body", "name", "head"),
    [
        ('<path d="M0 0H9V9Z" stroke="#000"/>', "U+20BB7.svg", _HEAD),
        ('<path d="M0 0H9V9Z" fill="#f00"/>', "U+20BB7.svg", _HEAD),
        ('<path d="M0 0H9V9Z" fill-rule="evenodd"/>', "U+20BB7.svg", _HEAD),
        ('<path d="M0 0H9V9Z"/>', "U+20BB7.svg", _HEAD.replace("100 100", "100 50")),
        ('<path d="M0 0H9V9Z"/>', "ji.svg", _HEAD),
        ('<path d="M0 0H9V9Z"/>', "U+D800.svg", _HEAD),
        ('<path d="M0 0H9V9Z"/>', "U+3000.svg", _HEAD),
    ],
)
def test_anything_else_is_refused(tmp_path, body, name, head):
    assert drawn(tmp_path, body, name, head) == (None, ["FNT012"])


def test_it_is_a_han_of_one_em():
    face = load_drawn(GLYPHS, Sink())
    assert classify("陈𠮷年") == "HHH"
    size = pt(9)
    slots = [Slot(0, 0, 3 * size)] * 2
    lines = pour([Prose("𠮷" * 6, Font((face,), size), Setting())], slots).placed
    assert [line.runs[0].advances for line in lines] == [(size, size, size)] * 2


@pytest.mark.parametrize("extract", ["page", "objects"])
def test_it_comes_out_of_the_pdf_as_itself(extract):
    edition = loaded("rare-character")
    target = api.Target(profile="proof", out=Path("unused"), files="edition")
    (data,) = api.pdfs(api.compose(edition), edition, target).values()
    page = pypdfium2.PdfDocument(data)[0]
    text = page.get_textpage()
    words = text.get_text_bounded() if extract == "page" else _of_objects(page, text)
    assert words.count("𠮷") == 5
    assert "陈𠮷修桥四十年" in words


def _of_objects(page, text) -> str:
    return "".join(item.extract() for item in page.get_objects(filter=[1], textpage=text))


def test_a_missing_character_says_how_to_draw_it(tmp_path):
    edition = api.load(FOLDER / "rare-character" / "issue.yaml", root=FOLDER)
    missing = [found for found in api.compose(edition).diagnostics if found.code == "TXT001"]
    assert missing
    assert all("fonts/glyphs/U+20BB7.svg" in found.hint(language) for found in missing for language in ("zh", "en"))
