"""Headline blocks: automatic lines, whole lines high, vertical ones beside the text."""

from __future__ import annotations

from layout import api
from tests.newsrooms import MANIFEST, newsroom


def lines_of(tmp_path, headline, head="{level: brief}"):
    story = f"---\nheadline: {headline}\n---\n江上有灯。\n"
    manifest = newsroom(tmp_path, manifest=MANIFEST.replace("{level: brief}", head), stories={"one": story})
    composed = api.compose(api.load(manifest))
    drawn = [
        item
        for item in composed.pages[0].items
        if hasattr(item, "glyphs") and composed.parts[item.part].role.value == "headline"
    ]
    return drawn, composed.diagnostics


def test_a_head_that_fits_stays_on_one_line(tmp_path):
    drawn, _ = lines_of(tmp_path, "渡口的灯")
    assert [item.glyphs.text for item in drawn] == ["渡口的灯"]


def test_a_head_too_long_for_its_columns_takes_two_lines(tmp_path):
    text = "澜江两岸的渡口一个接一个亮起了灯，摆渡人说今年的春水来得比往年早了整整半个月"
    drawn, found = lines_of(tmp_path, text)
    assert len(drawn) == 2
    assert "".join(item.glyphs.text for item in drawn) == text
    assert "LAY003" not in {entry.code for entry in found}


def test_lines_given_by_the_editor_are_kept(tmp_path):
    drawn, found = lines_of(tmp_path, "[渡口的灯, 亮到天明]")
    assert [item.glyphs.text for item in drawn] == ["渡口的灯", "亮到天明"]
    long = "[" + "灯" * 60 + ", 江]"
    _, found = lines_of(tmp_path / "again", long)
    assert "LAY003" in {entry.code for entry in found}


def test_a_vertical_head_stands_beside_the_text(tmp_path):
    drawn, _ = lines_of(tmp_path, "渡口的灯", "{level: brief, direction: down, columns: 1}")
    (head,) = drawn
    assert head.vertical
    assert head.glyphs.text == "渡口的灯"


def test_a_picture_over_the_head_is_told(tmp_path):
    from tests.editions.samples import REPOSITORY

    picture = REPOSITORY / "issues/2026-03-20/pictures/paddy.jpg"
    manifest = newsroom(tmp_path)
    (manifest.parent / "paddy.jpg").write_bytes(picture.read_bytes())
    placed = "        pictures: [{picture: paddy.jpg, column: 1, columns: 2, line: 7, lines: 10, alt: 田}]\n"
    manifest.write_text(manifest.read_text("utf-8") + placed, "utf-8")
    found = api.compose(api.load(manifest)).diagnostics
    assert "LAY008" in {entry.code for entry in found}
