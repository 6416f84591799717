"""The e-paper as readers use it, from the file system: zones, articles, search, calendar; and as axe looks at it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from layout.cli import main
from tests.features.editions import FOLDER
from tests.newsrooms import newsroom

MANIFEST = """format: 1
paper: lanchuan-daily
date: {date}
number: 1
pages:
  - page: A01
    section: 要闻
    template: inner-six
    staff: {{editor: 方启明}}
    stories:
      - story: stories/bridge.md
        at:
          - {{column: 1, columns: 4, line: 7, lines: 13}}
          - {{column: 1, columns: 2, line: 20, lines: 9}}
        headline: {{level: standard}}
      - story: stories/ink.md
        at: {{column: 3, columns: 2, line: 21, lines: 8}}
        headline: {{level: brief}}
    adverts:
      - {{advert: water.svg, column: 5, columns: 2, line: 90, lines: 20, alt: 望潮茶舍}}
  - page: A02
    section: 综合
    template: inner-six
    staff: {{editor: 方启明}}
    stories:
      - story: stories/market.md
        at: {{column: 6, columns: 1, line: 7, lines: 14}}
        headline: {{level: brief}}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """Two editions of two pages: a dog-leg with a block in its corner and an advert, and a page of one story."""
    folder = tmp_path_factory.mktemp("paper")
    stories = {path.stem: path.read_text("utf-8") for path in (FOLDER / "shapes" / "stories").glob("*.md")}
    manifest = newsroom(folder / "room", manifest=MANIFEST.format(date="2026-03-20"), stories=stories)
    (manifest.parent / "water.svg").write_bytes((FOLDER / "advert-sizes" / "pictures" / "water.svg").read_bytes())
    for date in ("2026-03-20", "2026-03-21"):
        manifest.write_text(MANIFEST.format(date=date), "utf-8")
        if date != "2026-03-20":
            manifest.parent.rename(manifest.parent.with_name(date))
            manifest = manifest.parent.with_name(date) / "issue.yaml"
        made = CliRunner().invoke(main, ["--lang", "en", "epaper", str(manifest), str(folder / "site")])
        assert made.exit_code == 0, made.output
    return folder / "site"


def first(site: Path) -> str:
    return (site / "pc" / "layout" / "202603" / "20" / "node_01.html").as_uri()


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_a_click_into_a_zone_opens_the_story_that_stands_there(page, site, size):
    """The corner of the dog-leg is the other story's; the arm under the head is the dog-leg's."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for number in (0, 1):
        page.goto(first(site))
        titles = page.locator("#titleList a").all_inner_texts()
        area = page.locator("#PagePicMap area").nth(number)
        numbers = [int(one) for one in area.get_attribute("coords").split(",")]
        box = page.locator("#PagePic").bounding_box()
        # The arm of the dog-leg at its lowest left corner; the middle of the other.
        across = min(numbers[::2]) + 6 if number == 0 else sum(numbers[::2]) / 2
        down = max(numbers[1::2]) - 6 if number == 0 else sum(numbers[1::2]) / 2
        page.mouse.click(box["x"] + across, box["y"] + down)
        page.wait_for_url(re.compile("content_"))
        assert page.inner_text("h1").replace("\n", " ") == titles[number]


def test_a_zone_lights_up_with_its_title_under_the_mouse_and_the_keys(page, site):
    page.goto(first(site))
    page.hover("#titleList a >> nth=1")
    assert page.locator("svg .lit").count() == 1
    page.locator("#PagePicMap area").first.focus()
    assert page.locator("#titleList a.lit").inner_text() == page.locator("#titleList a").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("content_"))


def test_an_advert_is_named_and_leads_nowhere(page, site):
    page.goto(first(site))
    advert = page.locator("#PagePicMap area:not([href])")
    assert advert.get_attribute("title") == "广告：望潮茶舍"
    assert "广告：望潮茶舍" in page.inner_text(".adverts")


def test_from_article_to_article_and_back_to_the_page(page, site):
    page.goto(first(site))
    titles = page.locator("#titleList a").all_inner_texts()
    page.click("#titleList a >> nth=0")
    page.click("text=下一篇")
    page.wait_for_function(f"document.querySelector('h1').innerText.replace('\\n', ' ') === {titles[1]!r}")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"document.querySelector('h1').innerText.replace('\\n', ' ') === {titles[0]!r}")
    page.click(".place a")
    page.wait_for_url(re.compile("node_01"))
    page.click("text=下一版")
    page.wait_for_url(re.compile("node_02"))
    page.click("text=上一版")
    page.wait_for_url(re.compile("node_01"))


def test_the_page_is_enlarged_and_its_zones_with_it(page, site):
    page.goto(first(site))
    before = page.locator("#PagePicMap area").first.get_attribute("coords")
    page.click("#zoom")
    page.wait_for_function("document.getElementById('PagePic').clientWidth === 1440")
    page.wait_for_function(f"document.querySelector('#PagePicMap area').coords !== {before!r}")
    points = page.locator("svg g polygon").first.get_attribute("points").replace(" ", ",")
    assert page.locator("#PagePicMap area").first.get_attribute("coords") == points


def test_search_finds_a_story_in_every_edition_and_marks_the_words(page, site):
    page.goto((site / "index.html").as_uri())
    page.click("text=搜索")
    page.fill("#query", "墨")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('#results li').length > 0")
    assert page.inner_text("#status").startswith("找到")
    assert set(page.locator("#results mark").all_inner_texts()) == {"墨"}
    where = page.locator("#results .where").all_inner_texts()
    assert where[0].startswith("2026-03-21")
    assert any(one.startswith("2026-03-20") for one in where)
    page.click("#results a >> nth=0")
    page.wait_for_url(re.compile("202603/21/content_"))
    assert "墨" in page.inner_text("article")


def test_search_says_when_there_is_nothing_and_markup_is_text(page, site):
    page.goto((site / "search.html").as_uri() + "?q=%3Cimg%20src=x%3E")
    page.wait_for_function("document.getElementById('status').innerText === '没有找到'")
    assert page.input_value("#query") == "<img src=x>"


def test_the_calendar_leads_to_an_edition_and_that_to_its_neighbour(page, site):
    page.goto((site / "calendar.html").as_uri())
    page.click("td a >> text=20")
    page.wait_for_url(re.compile("202603/20/node_01"))
    page.click("text=下一期")
    page.wait_for_url(re.compile("202603/21/node_01"))
    assert "2026年3月21日" in page.inner_text(".day")
    page.click("text=上一期")
    page.wait_for_url(re.compile("202603/20/node_01"))


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_screen(page, site, width):
    page.set_viewport_size({"width": width, "height": 844})
    for address in addresses(site):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def addresses(site: Path) -> list[str]:
    articles = sorted((site / "pc" / "content" / "202603" / "20").glob("content_*.html"))
    names = ("index.html", "calendar.html", "search.html")
    return [first(site), *(one.as_uri() for one in articles), *((site / name).as_uri() for name in names)]


def test_axe_finds_nothing_serious(page, site):
    from axe_playwright_python.sync_playwright import Axe

    for address in addresses(site):
        page.goto(address)
        # Style sheets are not fetched by axe: the pages' policy forbids it.
        response = Axe().run(page, options={"preload": False}).response
        assert len(response["passes"]) > 10, address
        grave = [
            (one["id"], [node["html"] for node in one["nodes"]])
            for one in response["violations"]
            if one["impact"] in {"serious", "critical"}
        ]
        assert grave == [], address


def test_in_print_an_article_stands_alone(page, site):
    page.goto(addresses(site)[1])
    page.emulate_media(media="print")
    assert page.is_visible("#ozoom")
    assert not any(page.is_visible(part) for part in ("nav.site", "aside", ".turns"))
