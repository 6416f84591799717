"""Headlines parted by sense: between words, never inside names, numbers or words of other languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.text.sense import break_head, installed_segmenter


@pytest.mark.parametrize(
    ("text", "count", "lines"),
    [
        ("柳矶大桥通车，江上渡船停航", 2, ("柳矶大桥通车，", "江上渡船停航")),
        ("“一网通办”回访：窗口少了七成", 2, ("“一网通办”回访：", "窗口少了七成")),
        ("澜江两岸　一城灯火", 2, ("澜江两岸", "一城灯火")),
        ("1234567890", 2, ("1234567890",)),
    ],
)
def test_a_head_is_parted_at_its_marks_and_spaces(text, count, lines):
    assert break_head(text, count) == lines


def test_no_line_starts_with_a_particle_or_ends_inside_a_number():
    lines = break_head("澜川去年新建的公园一共有128处在老城", 2)
    assert not lines[1].startswith("的")
    assert any("128处" in line for line in lines)


def test_a_name_of_the_story_is_never_parted():
    text = "柳矶渡口蔺长水摆渡最后一班"
    assert not any("蔺长水摆渡" in line for line in break_head(text, 2))
    assert any("蔺长水摆渡" in line for line in break_head(text, 2, names=["蔺长水摆渡"]))


def test_words_are_kept_where_they_are_known():
    words = ["老旧", "小区", "改造", "全部", "开工"]
    assert break_head("老旧小区改造全部开工", 2, words=words) in {
        ("老旧小区", "改造全部开工"),
        ("老旧小区改造", "全部开工"),
    }


@given(st.text(alphabet="澜江的了12，“”AB　和、", min_size=1, max_size=20), st.integers(1, 3))
def test_nothing_is_lost_but_white_space(text, count):
    lines = break_head(text, count)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.segmenter
def test_the_segmenter_parts_between_words():
    installed_segmenter.cache_clear()
    pytest.importorskip("jieba")
    assert break_head("9.8公里铁路专用线接进澜江新港", 2) == ("9.8公里铁路专用线", "接进澜江新港")


@pytest.mark.segmenter
def test_without_a_segmenter_there_is_none(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "jieba", None)
    installed_segmenter.cache_clear()
    assert installed_segmenter() is None
    installed_segmenter.cache_clear()
