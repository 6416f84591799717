"""The desk as a server: what it gives, what it refuses."""

import json
import re

import pytest
from starlette.testclient import TestClient

from layout.desk.assets import TEMPLATES, asset
from layout.desk.room import Room
from layout.desk.server import Wishes, application
from layout.release.signing import Signing, sign
from tests.desk.rooms import newsroom

OWN = {"HX-Request": "true"}
AT = "http://127.0.0.1:8340"


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """A room that no test writes in."""
    return Room(newsroom(tmp_path_factory.mktemp("standing")))


@pytest.fixture
def client(standing):
    return TestClient(application(standing, Wishes()), base_url=AT)


@pytest.fixture
def room(tmp_path):
    made = Room(newsroom(tmp_path / "newsroom"))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def editor(room):
    return TestClient(application(room, Wishes()), base_url=AT, headers=OWN)


def form(way, was, text):
    file = "issues/2026-03-20/stories/river.md"
    return {"file": file, "way": json.dumps(way), "was": json.dumps(was), "text": text}


def test_the_page_holds_nothing_that_a_strict_policy_forbids(client):
    answer = client.get("/")
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "built-in" not in answer.text and "Undefined" not in answer.text
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script>|javascript:", answer.text)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", answer.text)
    assert "澜川日报 2026-03-20" in answer.text


@pytest.mark.parametrize("name", ["main.js", "desk.css", "htmx.js", "icon.svg"])
def test_its_files_are_given(client, name):
    assert client.get(f"/static/{name}").status_code == 200


@pytest.mark.parametrize("name", ["none.js", "desk.css%00", "..%5cserver.py"])
def test_no_other_file_is_given(client, name):
    assert client.get(f"/static/{name}").status_code == 404


@pytest.mark.parametrize(
    "name",
    ["../server.py", "../static/desk.css", str(TEMPLATES / "desk.html"), str(TEMPLATES.parent / "guard.py"), "."],
)
def test_a_name_that_leaves_the_folder_of_assets_is_none(name):
    """Addresses with a solidus in their last part reach no route; the look-up itself would refuse them."""
    assert (TEMPLATES.parent / "static" / name).exists()
    assert asset(name) is None


def test_a_drawing_is_sent_whole_and_then_only_what_differs(client):
    whole = client.get("/pages/A01/drawing?have=").json()
    assert whole["whole"] and len(whole["groups"]) == len(whole["order"]) and whole["glyphs"]
    same = client.get(f"/pages/A01/drawing?have={whole['digest']}").json()
    assert not same["whole"] and not same["groups"] and not same["glyphs"] and same["order"] == whole["order"]
    zone = next(zone for zone in whole["zones"] if zone["name"] == "stories.1")
    assert zone["story"] == "bridge" and zone["places"][0][4] == [4, 2, 10, 24]


def test_pictures_are_those_that_the_page_names(client):
    groups = client.get("/pages/A01/drawing?have=").json()["groups"]
    key = re.search(r"/pictures/([0-9a-f]+)", "".join(markup for _, markup in groups.values()))[1]
    answer = client.get(f"/pictures/{key}")
    assert answer.headers["content-type"] == "image/jpeg" and answer.content.startswith(b"\xff\xd8")
    assert client.get(f"/pictures/{key[:-1]}").status_code == 404


@pytest.mark.parametrize("address", ["/pages/Z99/drawing", "/pages/Z99/thumb.svg", "/part/A01/stories.9/headline-0"])
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_both_languages(client):
    assert "撤销" in client.get("/").text
    assert "Undo" in client.get("/?lang=en").text
    assert "Undo" in client.get("/").text  # kept in a cookie
    assert "warning" in client.get("/findings/A01").text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "evil.example:8340", "[::2]"])
def test_another_host_name_is_refused(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8340", "localhost:8340", "[::1]:8340"])
def test_loopback_by_any_name_is_let_in(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {**OWN, "Origin": "http://evil.example"},
        {**OWN, "Origin": "null"},
        {**OWN, "Sec-Fetch-Site": "cross-site"},
        {**OWN, "Sec-Fetch-Site": "same-site"},
        {**OWN, "Origin": "http://127.0.0.1:9999"},
    ],
)
@pytest.mark.parametrize("address", ["/field", "/move", "/undo", "/redo"])
def test_what_another_site_posts_is_refused(client, address, headers):
    assert client.post(address, headers=headers, data={}).status_code == 403


def test_another_sites_page_cannot_read_or_embed(client):
    for address in ["/findings/A01", "/pages/A01/thumb.svg", "/static/main.js"]:
        assert client.get(address, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert "frame-ancestors 'none'" in client.get("/").headers["content-security-policy"]


def test_anything_but_loopback_wants_the_token(standing):
    client = TestClient(
        application(standing, Wishes(host="192.0.2.7", token="secret")), base_url="http://192.0.2.7:8340"
    )
    assert client.get("/").status_code == 401
    assert client.get("/?token=wrong").status_code == 401
    assert client.post("/undo", headers=OWN).status_code == 401
    answer = client.get("/?token=secret", follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == "/"
    assert "HttpOnly" in answer.headers["set-cookie"] and "samesite=strict" in answer.headers["set-cookie"].lower()
    assert client.get("/").status_code == 200


def test_a_field_is_written_and_the_page_made_up_anew(editor, room):
    before = room.state
    answer = editor.post("/field", data=form(["headline"], "春水涨到第三级台阶", "水退了"))
    assert answer.status_code == 200 and "已保存" in answer.text
    state = room.wait(before.revision, 30)
    assert state.pages["A01"].digest != before.pages["A01"].digest
    assert state.pages["A02"].digest == before.pages["A02"].digest
    assert "headline: 水退了\n" in (room.manifest / "stories/river.md").read_text("utf-8")
    assert editor.post("/undo").json()["said"].startswith("已撤销")
    assert "headline: 春水涨到第三级台阶\n" in (room.manifest / "stories/river.md").read_text("utf-8")


def test_a_conflict_keeps_both_texts(editor, room):
    story = room.manifest / "stories/river.md"
    story.write_text(story.read_text("utf-8").replace("春水涨到", "别人写的"), "utf-8")
    answer = editor.post("/field", data=form(["headline"], "春水涨到第三级台阶", "我的题<b>"))
    assert answer.status_code == 409
    assert "我的题&lt;b&gt;" in answer.text and "别人写的第三级台阶" in answer.text
    assert "别人写的" in story.read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "status", "why"),
    [
        ({"way": '["body"]'}, 409, "这一处在文件里已被别人改过"),
        ({"file": "../outside.md"}, 422, "这个文件不在编辑部里"),
        ({"file": "issues/2026-03-20/pictures/river.png"}, 422, "这个文件不在编辑部里"),
        ({"way": '["nothing"]', "was": "null"}, 422, "文件里已经没有这一处"),
    ],
)
def test_what_cannot_be_written_says_why_and_keeps_the_words(editor, room, asked, status, why):
    outside = room.state.loaded.workspace.root.parent
    (outside / "outside.md").write_text("---\nheadline: 旧题\n---\n外面的。\n", "utf-8")
    before = held(outside)
    answer = editor.post("/field", data=form(["headline"], "旧题", "我写的<字>") | asked)
    assert answer.status_code == status
    (alert,) = re.findall(r'role="alert">(.*?)</p>', answer.text)
    assert why in alert
    assert re.findall(r"<textarea[^>]*>(.*?)</textarea>", answer.text, re.DOTALL) == ["\n我写的&lt;字&gt;"]
    assert held(outside) == before


def held(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.suffix in {".md", ".yaml", ".png"}}


@pytest.mark.parametrize("data", [{}, {"file": "a", "way": "{}", "was": "1", "text": ""}, {"way": "["}])
def test_a_form_that_is_none_is_refused(editor, data):
    assert editor.post("/field", data=data).status_code == 400


@pytest.mark.parametrize("content", [b"", b"[", b"{}", b'{"page": "A01", "zone": "stories.0", "box": 0, "was": [1]}'])
def test_a_move_that_is_none_is_refused(editor, content):
    assert editor.post("/move", content=content).status_code == 400


def move(editor, zone, was, now):
    return editor.post("/move", json={"page": "A01", "zone": zone, "box": 0, "was": was, "now": now})


def test_a_story_moves_with_what_lies_on_it(editor, room):
    assert move(editor, "stories.0", [1, 2, 10, 30], [2, 2, 12, 30]).status_code == 200
    text = (room.manifest / "issue.yaml").read_text("utf-8")
    assert "at: {column: 2, columns: 2, line: 12, lines: 30}   # 左上" in text
    assert "{picture: pictures/river.png, column: 2, columns: 1, line: 22, lines: 10}" in text
    editor.post("/undo")
    assert "{picture: pictures/river.png, column: 1, columns: 1, line: 20, lines: 10}" in (
        room.manifest / "issue.yaml"
    ).read_text("utf-8")


def test_a_picture_is_resized_alone(editor, room):
    assert move(editor, "stories.0.pictures.0", [1, 1, 20, 10], [1, 1, 20, 12]).status_code == 200
    assert "column: 1, columns: 1, line: 20, lines: 12}" in (room.manifest / "issue.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("zone", "was"), [("stories.0", [1, 2, 11, 30]), ("stories.7", [1, 1, 1, 1]), ("pictures.0", [1, 1, 1, 1])]
)
def test_a_box_that_is_not_as_it_was_shown_stays(editor, room, zone, was):
    before = (room.manifest / "issue.yaml").read_bytes()
    assert move(editor, zone, was, [2, 2, 10, 30]).status_code == 409
    assert (room.manifest / "issue.yaml").read_bytes() == before


def test_a_manifest_changed_on_disk_is_not_overwritten(editor, room):
    room.stop()
    manifest = room.manifest / "issue.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("line: 10, lines: 30", "line: 11, lines: 30"), "utf-8")
    answer = move(editor, "stories.0", [1, 2, 10, 30], [1, 2, 14, 30])
    assert answer.status_code == 409 and "11" in answer.json()["said"]
    assert "line: 11, lines: 30" in manifest.read_text("utf-8")


def test_another_picture_that_came_to_the_same_place_is_not_moved(editor, room):
    """The numbers agree; what stands there is another thing."""
    room.stop()
    manifest = room.manifest / "issue.yaml"
    before = manifest.read_text("utf-8").replace("pictures/river.png", "pictures/other.png")
    manifest.write_text(before, "utf-8")
    assert move(editor, "stories.0.pictures.0", [1, 1, 20, 10], [1, 1, 20, 12]).status_code == 409
    assert manifest.read_text("utf-8") == before


def test_words_of_several_pictures_are_not_taken_for_one_another(tmp_path):
    """The page does not say which picture of the front matter a caption is of."""
    edition = newsroom(tmp_path)
    story = edition / "stories" / "river.md"
    second = "  - picture: pictures/other.png\n    caption: 岸上的人\n---\n\n清早"
    story.write_text(story.read_text("utf-8").replace("---\n\n清早", second, 1), "utf-8")
    (edition / "pictures" / "other.png").write_bytes((edition / "pictures" / "river.png").read_bytes())
    client = TestClient(application(Room(edition), Wishes()), base_url=AT)
    assert client.get("/part/A01/stories.0/caption-0").status_code == 404
    panel = client.get("/story/A01/stories.0").text
    assert all(words in panel for words in ("江面平静", "岸上的人"))


def test_fields_of_parts(client):
    assert "老桥封闭了四个月" in client.get("/part/A01/stories.1/paragraph-0").text
    assert "第三级台阶上的青苔" in client.get("/part/A01/stories.0/paragraph-1").text
    assert "## 台阶" in client.get("/part/A01/stories.0/subhead-0").text
    assert "江面平静" in client.get("/part/A01/stories.0/caption-0").text
    assert client.get("/part/A01/stories.0/paragraph-9").status_code == 404
    panel = client.get("/story/A01/stories.0").text
    assert all(name in panel for name in ("引题", "主题", "正文", "江边的一天"))


def test_a_newsroom_that_cannot_be_read_is_told_of(tmp_path):
    edition = newsroom(tmp_path)
    (edition / "issue.yaml").write_text("format: 1\npages: [\n", "utf-8")
    client = TestClient(application(Room(edition), Wishes()), base_url=AT)
    assert client.get("/").status_code == 200
    assert "SRC010" in client.get("/findings/-").text
    assert client.get("/orders/A01").status_code == 200


def test_a_galley_and_what_changed_since_a_page_was_signed(editor, room):
    assert editor.get("/galley/A01/stories.1").text.count("<img") == 1
    assert editor.get("/galley/A01/stories.1/0.svg").text.count("<use") > len("老桥封闭了四个月")
    assert editor.get("/galley/A01/stories.1/9.svg").status_code == 404
    assert "还没有签过" in editor.get("/compare/A01").text
    signing = Signing(("A01",), "signed", "值班总编", "温若衡", "2026-03-19T23:10:00")
    sign(room.state.composition, room.state.loaded, signing)
    assert "签后没有改动" in editor.get("/compare/A01").text
    editor.post("/field", data=form(["headline"], "春水涨到第三级台阶", "春水涨到第五级台阶"))
    assert shows(room, editor, "/compare/A01", "<del>三</del><ins>五</ins>")
    assert "还没有签过" in editor.get("/compare/A02").text
    move(editor, "stories.0", [1, 2, 10, 30], [2, 2, 12, 30])
    assert shows(room, editor, "/compare/A01", "移动")
    assert "moved" in editor.get("/compare/A01?lang=en").text


def shows(room, editor, address, words):
    """Whether an address comes to show some words: one edit may be followed by more than one new state."""
    for _ in range(60):
        before = room.state.revision
        if words in editor.get(address).text:
            return True
        room.wait(before, 0.5)
    return False
