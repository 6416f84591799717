"""Pictures on planned pages: captions in every place, groups, spreads, and what they tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from layout import api
from layout.display.items import WHOLE_PICTURE, Box, Photo, Role, TextRun
from layout.geometry import Rect
from layout.plan.group import cell_rect
from tests.features.editions import loaded
from tests.newsrooms import MANIFEST, newsroom


def pages(folder: Path, entry: str, *, size: tuple[int, int] = (900, 600), dpi: int | None = None) -> api.Composition:
    """A page with one more picture (or group), its file painted grey."""
    manifest = newsroom(folder, manifest=MANIFEST.replace("lines: 12", "lines: 24") + entry)
    (manifest.parent / "pictures").mkdir()
    options = {"dpi": (dpi, dpi)} if dpi else {}
    Image.new("L", size, 128).save(manifest.parent / "pictures" / "a.png", **options)
    edition = api.load(manifest)
    assert edition.complete, [found.message("en") for found in edition.diagnostics]
    return api.compose(edition)


def picture(**options: str | int) -> str:
    held = {"picture": "pictures/a.png", "column": 3, "columns": 2, "line": 20, "lines": 20, "alt": "灰", **options}
    return "    pictures:\n      - {" + ", ".join(f"{key}: {value}" for key, value in held.items()) + "}\n"


def codes(composition) -> set[str]:
    return {found.code for found in composition.diagnostics}


def photo_of(composition) -> Photo:
    (photo,) = [item for item in composition.pages[0].items if isinstance(item, Photo)]
    return photo


def words_of(composition, role: Role) -> list[TextRun]:
    items = composition.pages[0].items
    return [i for i in items if isinstance(i, TextRun) and composition.parts[i.part].role is role]


CAPTION = "渡口的值班室里，炉子上的水开了。"


@pytest.mark.parametrize("place", ["below", "over", "left", "right"])
def test_a_caption_stands_where_it_is_asked_for(tmp_path, place):
    composition = pages(tmp_path, picture(caption=CAPTION, credit="文青禾 摄", caption_place=place))
    photo, lines = photo_of(composition), words_of(composition, Role.CAPTION)
    assert "".join(run.glyphs.text for run in lines) == CAPTION
    inside = [photo.rect.x <= run.origin.x < photo.rect.right for run in lines]
    if place in {"below", "over"}:
        assert all(inside)
        assert all((run.origin.y > photo.rect.bottom) == (place == "below") for run in lines)
    else:
        assert not any(inside)
        assert all((run.origin.x < photo.rect.x) == (place == "left") for run in lines)


def test_a_caption_over_its_picture_is_white_on_a_strip(tmp_path):
    composition = pages(tmp_path, picture(caption=CAPTION, caption_place="over"))
    photo = photo_of(composition)
    (strip,) = [i for i in composition.pages[0].items if isinstance(i, Box) and i.fill and i.rect.x == photo.rect.x]
    assert strip.rect.bottom == photo.rect.bottom
    assert strip.layer > photo.layer
    for run in words_of(composition, Role.CAPTION):
        assert run.ink.total == 0
        assert strip.rect.y < run.origin.y < strip.rect.bottom


def test_text_stands_a_full_em_under_the_strip_of_a_caption(tmp_path):
    own = (
        "        pictures:\n          - {picture: pictures/a.png, column: 1, columns: 2, line: 10, lines: 12, alt: 灰, "
    )
    composition = pages(tmp_path, own + f"caption: {CAPTION}, caption_place: over}}\n")
    foot = photo_of(composition).rect.bottom
    under = [run.origin.y for run in words_of(composition, Role.PARAGRAPH) if run.origin.y > foot]
    assert min(under) - int(0.88 * 9 * 12_700) - foot >= 9 * 12_700


def test_a_style_says_where_captions_and_credits_stand(tmp_path):
    style = "    style: {pictures: {caption: over, credit: line}}\n"
    composition = pages(tmp_path, style + picture(caption="灯", credit="文青禾 摄"))
    photo = photo_of(composition)
    (caption,), (credit,) = words_of(composition, Role.CAPTION), words_of(composition, Role.CREDIT)
    assert photo.rect.y < caption.origin.y < credit.origin.y < photo.rect.bottom


@pytest.mark.parametrize("place", ["top", "foot"])
def test_a_caption_beside_its_picture_hangs_from_its_top_or_stands_on_its_foot(tmp_path, place):
    entry = picture(caption="灯。", credit="文青禾 摄", caption_place="right")
    composition = pages(tmp_path, "    style: {pictures: {beside: " + place + "}}\n" + entry)
    photo, (words,) = photo_of(composition), words_of(composition, Role.CAPTION)
    middle = photo.rect.y + photo.rect.height // 2
    assert (words.origin.y < middle) == (place == "top")
    if place == "top":
        assert abs(words.origin.y - words.glyphs.size * 88 // 100 - photo.rect.y) <= 1


@pytest.mark.parametrize("place", ["below", "over", "right"])
def test_a_caption_that_finds_no_room_is_an_error(tmp_path, place):
    found = codes(pages(tmp_path, picture(caption=CAPTION * 80, caption_place=place)))
    assert "LAY050" in found


def test_a_caption_beside_a_picture_of_one_column_is_an_error(tmp_path):
    assert "LAY052" in codes(pages(tmp_path, picture(caption=CAPTION, caption_place="left", columns=1)))


def test_a_credit_wider_than_its_picture_is_an_error(tmp_path):
    assert "LAY051" in codes(pages(tmp_path, picture(caption="灯", credit="文青禾" * 12, columns=1)))


def test_a_crop_in_pixels_outside_the_file_is_an_error(tmp_path):
    assert "LAY053" in codes(pages(tmp_path, picture(caption="灯", crop="[950px, 0px, 990px, 60px]")))


def test_the_caption_of_a_picture_that_does_not_fill_its_box_follows_it(tmp_path):
    composition = pages(tmp_path, picture(caption="灯", fit="width", align="top"), size=(900, 200))
    photo = photo_of(composition)
    (run,) = words_of(composition, Role.CAPTION)
    assert 0 < run.origin.y - photo.rect.bottom < 2 * run.glyphs.size


def test_resolution_and_enlargement_are_told(tmp_path):
    coarse = pages(tmp_path / "one", picture(caption="灯"), size=(450, 300))
    assert 95 < photo_of(coarse).ppi < 105
    assert codes(coarse) >= {"LAY006"}
    enlarged = pages(tmp_path / "two", picture(caption="灯"), size=(450, 300), dpi=300)
    assert "LAY054" in codes(enlarged)


def test_alpha_is_wanted_for_a_contour(tmp_path):
    assert "IMG006" in codes(pages(tmp_path, picture(caption="灯", contour="alpha")))


@pytest.mark.parametrize(("across", "down"), [(3, 2), (1, 4), (2, 1)])
def test_cells_are_equal_and_fill_their_room(across, down):
    room, gap = Rect(100, 50, 3001, 2003), 40
    cells = {
        (column, row): cell_rect(room, (column, row, 1, 1), (across, down), gap)
        for column in range(1, across + 1)
        for row in range(1, down + 1)
    }
    assert max(cell.right for cell in cells.values()) == room.right
    assert max(cell.bottom for cell in cells.values()) == room.bottom
    assert len({cell.width // 2 for cell in cells.values()}) <= 2
    for (column, row), cell in cells.items():
        if (column + 1, row) in cells:
            assert cells[column + 1, row].x - cell.right == gap
        if (column, row + 1) in cells:
            assert cells[column, row + 1].y - cell.bottom == gap


def test_the_halves_of_a_spread_meet_at_the_fold():
    left, right = api.compose(loaded("spread")).pages
    one, other = (next(item for item in page.items if isinstance(item, Photo)) for page in (left, right))
    assert one.rect.right == left.trim.width
    assert other.rect.x == 0
    assert (one.rect.y, one.rect.height) == (other.rect.y, other.rect.height)
    assert one.crop[2] == other.crop[0]
    assert (one.crop[1], one.crop[3]) == (other.crop[1], other.crop[3])
    scales = [(item.crop[2] - item.crop[0]) / item.rect.width for item in (one, other)]
    # To a hundredth of a millimetre over the whole width.
    assert scales[0] == pytest.approx(scales[1], rel=1e-5)
    assert other.crop[2] <= WHOLE_PICTURE


def two_pages(folder: Path, entry: str) -> Path:
    """A manifest of two facing pages, the left one with a wide picture of its own."""
    second = MANIFEST.split("pages:\n")[1].replace("A01", "A03").split("    stories:")[0]
    manifest = newsroom(folder, manifest=MANIFEST.replace("A01", "A02") + entry + second)
    (manifest.parent / "pictures").mkdir()
    Image.new("L", (1800, 600), 128).save(manifest.parent / "pictures" / "a.png")
    return manifest


def test_a_spread_of_the_page_stands_on_both_pages_also_when_one_alone_is_composed(tmp_path):
    edition = api.load(two_pages(tmp_path, picture(caption="灯", column=5, spread="{page: A03, columns: 2}")))
    both = api.compose(edition)
    assert not codes(both) & {"LAY055", "STY004"}
    (right,) = api.compose(edition, pages=["A03"]).pages
    (half,) = [item for item in right.items if isinstance(item, Photo)]
    (same,) = [item for item in both.pages[1].items if isinstance(item, Photo)]
    assert (half.rect, half.crop) == (same.rect, same.crop)
    assert half.rect.x == 0


def test_a_spread_reaches_the_last_column_of_its_left_page(tmp_path):
    entry = picture(caption="灯", column=4, spread="{page: A03, columns: 2}")
    composition = api.compose(api.load(two_pages(tmp_path, entry)))
    assert "LAY055" in codes(composition)


@pytest.mark.parametrize("name", ["cut-out", "cut-out-polygon", "spread", "picture-group", "caption-places"])
def test_the_checker_finds_no_text_under_these_pictures(name):
    edition = loaded(name)
    found = api.check(api.compose(edition), edition)
    assert not {entry.code for entry in found} & {"LAY106", "LAY117", "LAY128", "LAY130"}


def test_words_under_a_picture_keep_half_a_line_of_white_from_the_text(tmp_path):
    """A caption is no line of the text: an image alone may stand nearer to it."""
    held = "picture: pictures/a.png, column: 1, columns: 2, line: 10, lines: 12, alt: 灰"
    own = "        pictures:\n          - {{{held}{words}}}\n"
    worded = pages(tmp_path / "worded", own.format(held=held, words=f", caption: {CAPTION}, credit: 文青禾 摄"))
    plain = pages(tmp_path / "plain", own.format(held=held, words=""))
    grid = worded.sheets[0].plan.grid
    line = grid.top + grid.leading * (22 - 1)
    words = [*words_of(worded, Role.CAPTION), *words_of(worded, Role.CREDIT)]
    foot = max(run.origin.y + run.glyphs.size * 12 // 100 for run in words)
    characters = line + grid.baseline - grid.em * 88 // 100
    assert characters - foot >= grid.leading // 2
    assert characters - photo_of(plain).rect.bottom < characters - foot
