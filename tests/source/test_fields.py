"""Fields set in YAML: nothing but the value changes, whatever it is written like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.edition.form import MANIFEST, STORY
from layout.source.fields import FieldError, field_of, with_field

FRONT = """\
# 文件头
kicker: 20公里堤岸  # 引
headline: [澜江两岸堤成路, 一城人沿水而行]  # 题
byline:
  - 甲  # 第一个
  - 乙

# 图
summary: |
  第一行
  第二行
pictures:
  - picture: a.jpg  # 图
    caption: "说明"
    credit: '某 摄'
  - {picture: b.jpg, caption: 短}
"""
MANIFEST_TEXT = """\
format: 1
pages:
  - page: A01
    stories:
      - 稿件: a.md
        位置: {栏: 1, 栏数: 5, 行: 14, 行数: 67}  # 头条
      - story: b.md
        at:
          - {column: 1, columns: 5,
             line: 14, lines: 67}   # 一框
"""


def front(way, value):
    return with_field(FRONT, STORY, way, value)


@pytest.mark.parametrize(
    ("way", "value", "old", "new"),
    [
        (("kicker",), "新的", "20公里堤岸  # 引", "新的  # 引"),
        (("kicker",), "甲: 乙 # 丙", "20公里堤岸  # 引", "'甲: 乙 # 丙'  # 引"),
        (("kicker",), None, "kicker: 20公里堤岸  # 引\n", "# 引\n"),
        (("deck",), "副题", "# 题\n", "# 题\ndeck: 副题\n"),
        (("headline",), ("一", "二, 三", "四"), "[澜江两岸堤成路, 一城人沿水而行]", "[一, '二, 三', 四]"),
        (("headline",), "一句", "[澜江两岸堤成路, 一城人沿水而行]", "一句"),
        (("byline",), ("丙", "乙", "丁"), "- 甲  # 第一个\n  - 乙\n", "- 丙  # 第一个\n  - 乙\n  - 丁\n"),
        (("byline",), ("甲",), "  # 第一个\n  - 乙\n", "\n"),
        (("byline",), "丙", "byline:\n  - 甲  # 第一个\n  - 乙\n", "byline: 丙\n"),
        (("summary",), "第一行\n改了\n", "  第二行\n", "  改了\n"),
        (("pictures", 0, "caption"), '他说"好"', '"说明"', '"他说\\"好\\""'),
        (("pictures", 0, "credit"), "它's", "'某 摄'", "'它''s'"),
        (("pictures", 0, "alt"), "描述", "'某 摄'\n", "'某 摄'\n    alt: 描述\n"),
        (("pictures", 1, "caption"), "长, 些", "caption: 短}", "caption: '长, 些'}"),
        (("pictures", 1, "credit"), "某", "caption: 短}", "caption: 短, credit: 某}"),
        (("pictures", 1, "caption"), None, ", caption: 短}", "}"),
    ],
)
def test_only_the_value_changes(way, value, old, new):
    assert FRONT.count(old) == 1
    made = front(way, value)
    assert made == FRONT.replace(old, new)
    assert field_of(made, STORY, way) == value


def test_numbers_of_a_box_in_either_language():
    made = with_field(MANIFEST_TEXT, MANIFEST, ("pages", 0, "stories", 0, "at", 0, "column"), "2")
    made = with_field(made, MANIFEST, ("pages", 0, "stories", 0, "at", 0, "legs"), "3")
    made = with_field(made, MANIFEST, ("pages", 0, "stories", 1, "at", 0, "line"), "20")
    assert made == MANIFEST_TEXT.replace("栏: 1", "栏: 2").replace("行数: 67}", "行数: 67, 分栏: 3}").replace(
        "line: 14", "line: 20"
    )


def test_line_ends_of_windows_stay():
    made = with_field(FRONT.replace("\n", "\r\n"), STORY, ("deck",), "副题")
    assert made.count("\r\n") == made.count("\n") == FRONT.count("\n") + 1


@pytest.mark.parametrize(
    "way", [("pictures", 2, "caption"), ("nothing",), ("pictures", 0), ("kicker", 0), ("headline", "text")]
)
def test_a_place_that_is_not_there_is_refused(way):
    with pytest.raises(FieldError):
        front(way, "x")


@pytest.mark.parametrize("text", ["", "a: [", "- a", "a: b: c"])
def test_what_is_no_yaml_is_refused(text):
    with pytest.raises(FieldError):
        with_field(text, STORY, ("kicker",), "x")


CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n:#'\"[]{},-&*!|>% ")
VALUES = st.text(CHARACTERS)
HEADS = [("kicker",), ("deck",), ("headline",), ("byline",), ("summary",)]
WAYS = st.sampled_from([*HEADS, ("pictures", 0, "caption"), ("pictures", 1, "credit")])


@given(WAYS, st.none() | VALUES | st.lists(VALUES, min_size=1, max_size=4).map(tuple))
def test_any_value_reads_back_and_nothing_else_changes(way, value):
    try:
        made = front(way, value)
    except FieldError:
        return
    assert field_of(made, STORY, way) == value
    for other in [*HEADS, ("pictures", 0, "caption")]:
        if other != way:
            assert field_of(made, STORY, other) == field_of(FRONT, STORY, other)
    kept = {"# 文件头", "# 图"} | ({"# 引"} if way != ("kicker",) else set())
    assert all(comment in made for comment in kept)


@given(WAYS, VALUES.filter(lambda text: text.strip()))
def test_a_value_taken_back_leaves_what_it_said(way, value):
    was = field_of(FRONT, STORY, way)
    try:
        made = front(way, value)
        back = with_field(made, STORY, way, was)
    except FieldError:
        return
    assert field_of(back, STORY, way) == was
    assert back.startswith("# 文件头\n") and "# 图\n" in back
