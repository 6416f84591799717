"""Random legal pages with pictures, cut-outs, L-blocks, jumps, adverts and a fold: text stays clear and whole."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout import api
from layout.display.items import Layer, Photo, Role, TextRun
from layout.units import pt
from tests.compose.test_random_pages import SENTENCES, extent, off_grid, plain
from tests.features.editions import FOLDER
from tests.newsrooms import newsroom

PICTURES = ("blade.jpg", "teapot.jpg")
HEAD = """format: 1
paper: lanchuan-daily
date: 2026-03-20
number: 1
pages:
  - page: A02
    section: 要闻
    template: inner-six
"""
CUT_OUT = ", contour: [[20, 10], [80, 10], [90, 60], [50, 95], [10, 60]], sides: both"
ADVERT = "advert: pictures/teahouse.svg"
FOLD = f"    fold:\n      notices: [stories/notice.md]\n      adverts: [{{{ADVERT}, lines: 6, alt: 茶}}]\n"
NEXT = """  - page: A03
    section: 要闻
    template: inner-six
    stories:
      - story: stories/s0.md
        continued: true
        at: {column: 1, columns: 6, line: 8, lines: 20}
        headline: {level: jump}
"""


@dataclass(frozen=True)
class Block:
    """A story of a band: its boxes, a picture in it, and how many paragraphs it has."""

    boxes: tuple[tuple[int, int, int, int], ...]
    picture: tuple[int, int, int, int, str] | None
    paragraphs: tuple[int, ...]

    def manifest(self, name: str) -> str:
        places = ", ".join(
            f"{{column: {column}, columns: {columns}, line: {line}, lines: {lines}}}"
            for column, columns, line, lines in self.boxes
        )
        text = f"      - story: stories/{name}.md\n        at: [{places}]\n        headline: {{level: brief}}\n"
        if self.picture:
            column, columns, line, lines, extra = self.picture
            file = PICTURES[bool(extra)]
            place = f"column: {column}, columns: {columns}, line: {line}, lines: {lines}"
            text += (
                f"        pictures:\n          - {{picture: pictures/{file}, {place}, caption: 图, alt: 图{extra}}}\n"
            )
        return text


@st.composite
def blocks(draw):
    """Two bands of three columns; in each stories one under another, some of them L-shaped, some with a picture."""
    found = []
    for first in (1, 4):
        line = 7
        while line <= 60:
            lines = draw(st.integers(26, 40))
            boxes = ((first, 3, line, lines),)
            if draw(st.booleans()):
                deep = draw(st.integers(6, 12))
                boxes = ((first, 3, line, lines), (first, 2, line + lines, deep))
                lines += deep
            picture = None
            if draw(st.booleans()):
                columns = draw(st.integers(1, 2))
                extra = draw(st.sampled_from(("", CUT_OUT)))
                columns = 3 if extra else columns
                picture = (first, columns, line + draw(st.integers(8, 12)), draw(st.integers(8, 12)), extra)
            found.append(Block(boxes, picture, tuple(draw(st.lists(st.integers(0, 3), min_size=2, max_size=10)))))
            line += lines + 2
    return tuple(found), draw(st.integers(4, 14)), draw(st.booleans())


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    made = newsroom(tmp_path_factory.mktemp("full"))
    pictures = made.parent / "pictures"
    pictures.mkdir(exist_ok=True)
    shutil.copy(FOLDER / "development-zone/pictures/blade.jpg", pictures)
    shutil.copy(FOLDER / "cut-out-polygon/pictures/teapot.jpg", pictures)
    shutil.copy(FOLDER / "advert-sizes/pictures/teahouse.svg", pictures)
    return made


def made(room, page):
    """The page with an advert at its foot and notices at the fold, and one on which its first story goes on."""
    placed, advert, fold = page
    stories = room.parent / "stories"
    shutil.rmtree(stories, ignore_errors=True)
    stories.mkdir()
    text = HEAD + "    stories:\n" + "".join(one.manifest(f"s{n}") for n, one in enumerate(placed))
    top = 121 - advert
    text += f"    adverts:\n      - {{{ADVERT}, column: 1, columns: 6, line: {top}, lines: {advert}, alt: 茶}}\n"
    text += (FOLD if fold else "") + NEXT
    room.write_text(text, "utf-8")
    for number, one in enumerate(placed):
        body = "\n\n".join(SENTENCES[n] * 2 for n in one.paragraphs)
        # The first story is long enough to go on on the next page.
        body = "\n\n".join([body] * (6 if number == 0 else 1))
        (stories / f"s{number}.md").write_text(f"---\nheadline: 渡口的第{number}盏灯\n---\n{body}\n", "utf-8")
    (stories / "notice.md").write_text("---\nheadline: 招领\n---\n昨晚在渡口拾到一把伞，请失主来取。\n", "utf-8")
    loaded = api.load(room)
    return loaded, api.compose(loaded)


@given(page=blocks())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
def test_a_random_full_page_keeps_every_rule(room, page):
    loaded, composed = made(room, page)
    assert loaded.complete
    codes = {found.code for found in composed.diagnostics}
    style = loaded.styles.paper
    for drawn in composed.pages:
        texts = [extent(item) for item in drawn.items if isinstance(item, TextRun) and item.layer is Layer.TEXT]
        rows = sorted(texts, key=lambda rect: rect.y)
        touching = [pair for pair in combinations(rows, 2) if pair[0].grown(-pt(0.6)).overlaps(pair[1].grown(-pt(0.6)))]
        assert not touching or "LAY003" in codes or "LAY008" in codes
        _clear_of_pictures(composed, drawn, texts, codes)
        assert off_grid_in_columns(composed, drawn, style) == []
    _conserved(loaded, composed)


def _clear_of_pictures(composed, drawn, texts, codes) -> None:
    """No text on a picture or an advert, unless a headline was said to be covered; of a cut-out only its box counts."""
    for item in drawn.items:
        if isinstance(item, Photo) and composed.parts[item.part].role is not Role.ADVERT and not item.clip:
            on_it = [rect for rect in texts if rect.overlaps(item.rect.grown(-pt(0.5)))]
            assert not on_it or "LAY008" in codes


def off_grid_in_columns(composed, drawn, style) -> list[str]:
    """Body lines of the columns off the grid; notices at the fold have a grid of their own."""
    notices = {part.id for part in composed.parts if part.story == "notice"}
    inside = [item for item in drawn.items if item.part not in notices]
    return off_grid(composed, _Page(drawn.type_area, inside), style.leading, style.baseline)


@dataclass(frozen=True)
class _Page:
    type_area: object
    items: list


def _conserved(loaded, composed) -> None:
    """Every character is on one of the pages, or said to have found no room."""
    short = {value for d in composed.diagnostics if d.code in {"LAY001", "LAY004", "LAY061"} for _, value in d.values}
    found: dict[str, str] = {}
    for drawn in composed.pages:
        for item in drawn.items:
            part = composed.parts[item.part]
            if isinstance(item, TextRun) and part.role in {Role.PARAGRAPH, Role.SUBHEAD} and part.story:
                found[part.story] = found.get(part.story, "") + item.glyphs.text
    used = {place.story for page in loaded.edition.pages for place in page.stories}
    for name in used:
        wanted = plain("".join(paragraph.text for paragraph in loaded.edition.stories[name].body))
        got = plain(found.get(name, ""))
        assert wanted.startswith(got) if name in short else got == wanted
