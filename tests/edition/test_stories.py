"""Story files: every character with its place; emphasis, subheads, datelines and verse."""

from layout import api
from layout.edition.model import TextKind
from tests.newsrooms import newsroom

FRONT = "---\nheadline: 题\n"


def body(tmp_path, text, front=FRONT):
    manifest = newsroom(tmp_path, stories={"one": f"{front}---\n{text}"})
    return api.load(manifest).edition.stories["one"].body


def test_every_character_of_a_body_knows_its_place(tmp_path):
    (paragraph,) = body(tmp_path, "江上**有灯**，\n灯下有人。\n")
    assert paragraph.text == "江上有灯，灯下有人。"
    lines = (tmp_path / "issues/2026-03-20/stories/one.md").read_text("utf-8").split("\n")
    assert "".join(lines[line - 1][column - 1] for line, column in paragraph.origins) == paragraph.text
    (stretch,) = paragraph.stretches
    assert paragraph.text[stretch.start : stretch.end] == "有灯"


def test_western_lines_are_joined_with_a_space_and_han_lines_without(tmp_path):
    (paragraph,) = body(tmp_path, "用 Python\nand YAML 排\n版。\n")
    assert paragraph.text == "用 Python and YAML 排版。"


def test_subheads_and_datelines(tmp_path):
    first, head, last = body(tmp_path, "第一段。\n\n## 小题\n\n第二段。\n", FRONT + "dateline: 本报讯\n")
    assert first.text.startswith("本报讯")
    assert (head.text, head.kind) == ("小题", TextKind.SUBHEAD)
    assert last.text == "第二段。"


def test_lines_that_sign_a_story_stand_alone(tmp_path):
    found = body(tmp_path, "来信。\n>> 渡口　老船工\n>> 3月20日\n\n编后。\n")
    assert [(each.text, each.kind) for each in found] == [
        ("来信。", TextKind.BODY),
        ("渡口　老船工", TextKind.SIGNATURE),
        ("3月20日", TextKind.SIGNATURE),
        ("编后。", TextKind.BODY),
    ]
    lines = (tmp_path / "issues/2026-03-20/stories/one.md").read_text("utf-8").split("\n")
    assert all("".join(lines[line - 1][c - 1] for line, c in each.origins) == each.text for each in found)


def test_a_signature_ends_at_the_right_of_its_column(tmp_path):
    manifest = newsroom(tmp_path, stories={"one": "---\nheadline: 题\n---\n来信不长。\n\n>> 老船工\n"})
    read = api.load(manifest)
    made = api.compose(read)
    items = [item for item in made.pages[0].items if hasattr(item, "glyphs")]
    first, signed = [item for item in items if made.parts[item.part].role.value == "paragraph"]
    grid = read.styles.paper.grids["six"]
    em = read.styles.paper.body_size
    left = first.origin.x - 2 * em  # the two lines stand in two legs
    assert signed.origin.x + 3 * em == left + 2 * grid.characters * em + grid.gutter


def test_verse_keeps_its_lines_and_stanzas(tmp_path):
    lines = body(tmp_path, "一行\n二行\n\n三行\n", FRONT + "form: verse\n")
    assert [(line.text, line.kind) for line in lines] == [
        ("一行", TextKind.STANZA),
        ("二行", TextKind.VERSE),
        ("三行", TextKind.STANZA),
    ]


def test_signs_where_characters_were_lost_are_counted_and_stay(tmp_path):
    manifest = newsroom(
        tmp_path, stories={"one": "---\nheadline: 题\n---\n名列全市前1?。二期、?水灌区，加纳?贝内特。乡〓。你去吗?\n"}
    )
    read = api.load(manifest)
    (found,) = [entry for entry in read.diagnostics if entry.code == "EDN015"]
    assert dict(found.values)["count"] == 4
    assert (found.span.line, found.span.column) == (4, 7)
    drawn = api.dump(api.compose(read))
    assert "纳?贝内特" in drawn


def test_controls_that_turn_text_about_are_refused(tmp_path):
    manifest = newsroom(tmp_path, stories={"one": "---\nheadline: 题\n---\n江上\u202e有灯。\n"})
    assert [entry.code for entry in api.load(manifest).diagnostics] == ["EDN013"]
