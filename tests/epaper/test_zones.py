"""Zones against the regions that were composed: a point is in a zone when it is in the block, whatever its shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.backends.epaper.outline import outlines
from layout.geometry import Rect
from tests.epaper.sites import feature, parsed

PIXELS = 1440


def inside(point, polygon):
    """Whether a ray from the point to the right crosses the polygon an odd number of times."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if ay != by and min(ay, by) <= y < max(ay, by) and ax > x:
            assert ax == bx
            crossings += 1
    return crossings % 2 == 1


def corners(area):
    numbers = [int(number) for number in area.get("coords").split(",")]
    if area.get("shape") == "rect":
        left, top, right, bottom = numbers
        return ((left, top), (right, top), (right, bottom), (left, bottom))
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


@pytest.mark.parametrize("name", ["shapes", "jumps", "frame", "fold", "spread", "headline-over-boxes", "picture-page"])
def test_zones_are_the_blocks_to_half_a_pixel(name):
    composition, contents, files = feature(name)
    for number, page in enumerate(composition.pages, 1):
        areas = list(parsed(files[f"pc/layout/202603/20/node_{number:02d}.html"]).iter("area"))
        scale = PIXELS / page.trim.width
        gutter = composition.sheets[number - 1].plan.grid.gutter * scale
        for article in contents.on(page.name):
            own = [corners(area) for area in areas if (area.get("href") or "").endswith(f"/{article.file}")]
            rects = [
                (rect.x * scale, rect.y * scale, rect.right * scale, rect.bottom * scale)
                for rect in article.zones[page.name]
            ]
            for x in range(3, PIXELS, 31):
                for y in range(2, round(page.trim.height * scale), 29):
                    deep = any(a + 1 < x < c - 1 and b + 1 < y < d - 1 for a, b, c, d in rects)
                    far = all(
                        x < a - 1 - gutter or x > c + 1 + gutter or y < b - 1 or y > d + 1 for a, b, c, d in rects
                    )
                    found = any(inside((x, y), polygon) for polygon in own)
                    assert found or not deep, (article.name, x, y)
                    assert not found or not far, (article.name, x, y)


def test_a_dog_leg_is_a_polygon_and_a_plain_block_a_rectangle():
    _, contents, files = feature("shapes")
    areas = list(parsed(files["pc/layout/202603/20/node_01.html"]).iter("area"))
    shapes = {
        article.name: [area.get("shape") for area in areas if area.get("href").endswith(f"/{article.file}")]
        for article in contents.articles
    }
    assert shapes == {"bridge": ["poly"], "ink": ["rect"], "tower": ["poly"], "market": ["rect"]}


def test_an_advert_has_a_zone_with_its_name_and_no_article():
    _, _, files = feature("advert-sizes")
    pages = [parsed(data) for path, data in files.items() if "/node_" in path and path.endswith(".html")]
    areas = [area for page in pages for area in page.iter("area")]
    adverts = [area for area in areas if area.get("href") is None]
    assert adverts
    assert all(area.get("title").startswith(("广告", "公益广告")) for area in adverts)


sides = st.integers(1, 5)
places = st.integers(0, 8)
boxes = st.lists(st.tuples(places, places, sides, sides).map(lambda four: Rect(*four)), min_size=1, max_size=6)


@given(boxes)
def test_outlines_hold_just_the_points_of_their_rectangles(rects):
    polygons = outlines(rects, 0)
    for column in range(14):
        for row in range(14):
            point = (column + 0.5, row + 0.5)
            covered = any(rect.x < point[0] < rect.right and rect.y < point[1] < rect.bottom for rect in rects)
            assert sum(inside(point, polygon) for polygon in polygons) == covered


@given(boxes)
def test_outlines_turn_at_every_corner(rects):
    for polygon in outlines(rects, 0):
        level = [(a[0] == b[0], a[1] == b[1]) for a, b in zip(polygon, (*polygon[1:], polygon[0]), strict=True)]
        assert all(one != other for one, other in zip(level, (*level[1:], level[0]), strict=True))


def test_boxes_beside_each_other_are_one_block_with_their_gutter():
    assert outlines([Rect(0, 0, 10, 10), Rect(12, 0, 10, 6)], 2) == (
        ((0, 0), (22, 0), (22, 6), (10, 6), (10, 10), (0, 10)),
    )
    assert len(outlines([Rect(0, 0, 10, 10), Rect(12, 0, 10, 6)], 1)) == 2
