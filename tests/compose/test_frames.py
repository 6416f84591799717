"""Frames: inside the story's box, clear of its text, whole at the corners."""

from __future__ import annotations

import pytest

from layout import api
from layout.diagnostics import Severity
from layout.display.items import Box, Drawn, Layer, Rule, TextRun
from layout.geometry import Rect
from layout.units import pt
from tests.newsrooms import MANIFEST, newsroom

NAMES = ("box", "tint", "notice", "letters", "memo", "coupon", "panel", "festival", "ribbon", "column", "ends")
EM = pt(9)


def composed(tmp_path, frame):
    manifest = MANIFEST.replace("line: 6", "line: 8") + f"        frame: {frame}\n"
    return api.compose(api.load(newsroom(tmp_path, manifest=manifest)))


def extent(item) -> Rect:
    if isinstance(item, Box):
        return item.rect.grown(item.weight // 2 if item.stroke else 0)
    if isinstance(item, Drawn):
        return item.shape.extent.grown(item.shape.pen.weight // 2 if item.shape.pen else 0)
    box = Rect(item.start.x, item.start.y, item.end.x - item.start.x, item.end.y - item.start.y)
    grown = item.weight // 2
    return Rect(box.x, box.y - grown, box.width, 2 * grown) if box.width else Rect(box.x - grown, box.y, 2 * grown, 0)


def of_story(page, kinds):
    (region,) = [region.rect for region in page.regions]
    inside = [item for item in page.items if isinstance(item, kinds)]
    return region, [item for item in inside if extent(item).overlaps(region.grown(EM))]


@pytest.mark.parametrize("name", NAMES)
def test_a_frame_stays_inside_its_box(tmp_path, name):
    region, lines = of_story(composed(tmp_path, name).pages[0], (Box, Drawn, Rule))
    assert lines
    for item in lines:
        found = extent(item)
        assert found.x >= region.x - 1
        assert found.y >= region.y - 1
        assert found.right <= region.right + 1
        assert found.bottom <= region.bottom + 1


@pytest.mark.parametrize("name", NAMES)
def test_text_keeps_half_an_em_from_every_line(tmp_path, name):
    page = composed(tmp_path, name).pages[0]
    region, drawn = of_story(page, (Box, Drawn, Rule))
    lines = [item for item in drawn if item.layer is Layer.RULE]
    texts = [
        Rect(run.origin.x, run.origin.y - run.glyphs.size * 880 // 1000, run.glyphs.width, run.glyphs.size)
        for run in page.items
        if isinstance(run, TextRun) and region.x <= run.origin.x < region.right and run.origin.y > region.y
    ]
    assert texts
    for item in lines:
        if isinstance(item, Box):
            inner = item.rect.grown(-item.weight // 2 - EM // 2)
            assert all(
                inner.x <= text.x and text.right <= inner.right and inner.y <= text.y and text.bottom <= inner.bottom
                for text in texts
            )
        elif isinstance(item, Rule):
            assert not any(extent(item).grown(EM // 2).overlaps(text) for text in texts)


def test_a_frame_that_touches_its_text_is_refused(tmp_path):
    manifest = newsroom(tmp_path)
    style = tmp_path / "styles" / "lanchuan-daily" / "style.yaml"
    text = style.read_text("utf-8")
    style.write_text(text.replace("notice: {line: thick-thin,", "notice: {line: thick-thin, lines: 0,"), "utf-8")
    assert [found.code for found in api.load(manifest).diagnostics] == ["STY020"]
    style.write_text(text.replace("gap: 1.2pt, padding: 11pt", "gap: 1.2pt, padding: 5pt"), "utf-8")
    assert [found.code for found in api.load(manifest).diagnostics] == ["STY020"]


def test_a_frame_the_style_does_not_have_is_told(tmp_path):
    manifest = newsroom(tmp_path, manifest=MANIFEST + "        frame: notise\n")
    (found,) = [entry for entry in api.load(manifest).diagnostics if entry.severity is Severity.ERROR]
    assert (found.code, found.span.line) == ("STY002", 14)
    assert "notice" in found.hint("en")
