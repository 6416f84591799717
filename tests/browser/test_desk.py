"""The desk as an editor uses it."""

import pytest

from tests.browser.served import served
from tests.desk.rooms import newsroom


@pytest.fixture
def edition(tmp_path):
    return newsroom(tmp_path)


@pytest.fixture
def desk(page, edition):
    with served(edition) as (address, room):
        page.goto(address)
        page.wait_for_selector("#drawn [data-part]")
        yield page
        page.goto("about:blank")
        assert room.state.composition is not None


def digest(page):
    return page.get_attribute("#view", "data-digest")


def changed(page, before):
    page.wait_for_function("was => document.getElementById('view').dataset.digest !== was", arg=before)


def outline_of(page, part):
    """The glyphs of a part, by which a change of words is seen."""
    return page.eval_on_selector_all(f'[data-part="{part}"] use', "all => all.map(use => use.getAttribute('href'))")


def manifest(edition):
    return (edition / "issue.yaml").read_text("utf-8")


def test_opens_and_shows_pages(desk):
    assert desk.title() == "澜川日报 2026-03-20 · 编辑台"
    assert [link.get_attribute("data-page") for link in desk.query_selector_all("#strip a")] == ["A01", "A02"]
    assert len(outline_of(desk, "river/headline-0")) == len("春水涨到第三级台阶")
    assert desk.eval_on_selector("#drawn image", "image => image.getBoundingClientRect().width") > 50
    desk.keyboard.press("]")
    desk.wait_for_selector('#view[data-page="A02"]')
    assert len(outline_of(desk, "lamp/headline-0")) == len("路灯晚关一刻钟")


def test_a_headline_is_edited_and_the_page_changes(desk, edition):
    before = digest(desk)
    desk.click('.zone[data-zone="stories.0"]', position={"x": 20, "y": 4})
    desk.fill("#text-headline", "江水到了第五级")
    desk.keyboard.press("Control+Enter")
    changed(desk, before)
    assert len(outline_of(desk, "river/headline-0")) == len("江水到了第五级")
    text = (edition / "stories/river.md").read_text("utf-8")
    assert "headline: 江水到了第五级\n" in text
    assert '# 文件头里的说明\nkicker: "江边的一天"  # 引题\n' in text


@pytest.mark.slow
def test_words_are_edited_where_they_stand(desk, edition):
    before = digest(desk)
    box = desk.eval_on_selector(
        '[data-part="bridge/paragraph-0"] > g',
        "g => (({x, y, width, height}) => [x, y, width, height])(g.getBoundingClientRect())",
    )
    desk.mouse.dblclick(box[0] + box[2] / 2, box[1] + box[3] / 2)
    desk.wait_for_selector("#inplace textarea")
    assert desk.input_value("#inplace textarea").startswith("老桥封闭了四个月")
    desk.fill("#inplace textarea", "老桥封闭了五个月，今天提前恢复通行。")
    desk.keyboard.press("Control+Enter")
    changed(desk, before)
    desk.wait_for_selector("#inplace", state="hidden")
    assert (edition / "stories/bridge.md").read_text("utf-8").endswith("---\n\n老桥封闭了五个月，今天提前恢复通行。\n")


@pytest.mark.slow
def test_a_block_is_dragged_by_one_column_and_it_is_undone(desk, edition):
    was, before = manifest(edition), digest(desk)
    desk.click('.zone[data-zone="stories.0"]', position={"x": 20, "y": 4})
    box = desk.query_selector('.zone[data-zone="stories.0"]').bounding_box()
    step = box["width"] / 2 + 2
    x, y = box["x"] + 20, box["y"] + 5
    desk.mouse.move(x, y)
    desk.mouse.down()
    desk.mouse.move(x + step / 2, y + 1)
    desk.mouse.move(x + step, y)
    desk.mouse.up()
    changed(desk, before)
    assert "at: {column: 2, columns: 2, line: 10, lines: 30}   # 左上\n" in manifest(edition)
    assert "{picture: pictures/river.png, column: 2, columns: 1, line: 20, lines: 10}" in manifest(edition)
    moved = desk.query_selector('.zone[data-zone="stories.0"]').bounding_box()
    assert abs(moved["x"] - box["x"] - step) < 3
    before = digest(desk)
    desk.keyboard.press("Control+z")
    changed(desk, before)
    assert manifest(edition) == was


@pytest.mark.slow
def test_a_block_is_resized_by_keys(desk, edition):
    before = digest(desk)
    desk.keyboard.press("j")
    desk.keyboard.press("j")
    desk.keyboard.press("Shift+ArrowUp")
    changed(desk, before)
    assert "位置: {栏: 4, 栏数: 2, 行: 10, 行数: 23}" in manifest(edition)


@pytest.mark.slow
def test_a_file_changed_on_disk_shows_and_what_is_typed_stays(desk, edition):
    desk.click('.zone[data-zone="stories.1"]', position={"x": 20, "y": 4})
    desk.fill("#text-byline", "通讯员 石麦 安澜")
    before = digest(desk)
    story = edition / "stories/bridge.md"
    story.write_text(story.read_text("utf-8").replace("石麦", "方启明"), "utf-8")
    changed(desk, before)
    assert desk.input_value("#text-byline") == "通讯员 石麦 安澜"
    desk.focus("#text-byline")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_selector("#field-byline.conflict")
    assert "方启明" in desk.inner_text("#field-byline pre")
    assert desk.input_value("#text-byline") == "通讯员 石麦 安澜"
    assert "方启明" in story.read_text("utf-8")
    desk.click("#field-byline .save")
    desk.wait_for_selector("#field-byline .saved")
    assert "byline: 通讯员 石麦 安澜\n" in story.read_text("utf-8")
    # The answer 409 is an error to the console.
    desk.complaints.clear()


@pytest.mark.slow
def test_a_finding_leads_to_its_story(desk):
    desk.click("text=LAY002 >> nth=0")
    desk.wait_for_selector("#mark.on")
    assert desk.query_selector(".zone.picked")
    assert desk.get_attribute(".findings .place >> nth=0", "href").endswith("/issue.yaml:11:16")


@pytest.mark.slow
def test_errors_in_a_file_leave_the_last_page(desk, edition):
    story = edition / "stories/bridge.md"
    story.write_text("---\nheadline： 全角冒号\n---\n\n正文。\n", "utf-8")
    desk.wait_for_selector("body.is-stale")
    desk.wait_for_selector(".findings .error")
    assert outline_of(desk, "bridge/headline-0")


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_overflows(desk, width):
    desk.set_viewport_size({"width": width, "height": 844})
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    for name in ["strip", "view", "side"] if width < 760 else []:
        desk.click(f'[data-show="{name}"]')
        assert desk.is_visible(f"#{name}")
