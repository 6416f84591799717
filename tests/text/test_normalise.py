"""Wrong marks put right, and what must stay as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.text.normalize import normalise


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("江水涨了,船开了;天晴了.", "江水涨了，船开了；天晴了。"),
        ("他说:“走吧!”", "他说：“走吧！”"),
        ("春风(三月)到了", "春风（三月）到了"),
        ('他说"好的"就走了', "他说“好的”就走了"),
        ("等了很久...才来", "等了很久……才来"),
        ("渡口--老街", "渡口——老街"),
        ("２０２６年", "2026年"),
        ("人\u200b民", "人民"),
        ("两 个 字", "两个字"),
        ("\u3000\u3000段首的空", "段首的空"),
        ("尤利・卡", "尤利·卡"),
        ("A&amp;B", "A&B"),
        ("甲&#8212;&#8212;乙&hellip;", "甲——乙……"),
        ("⻄⽓⻔⾸⻢", "西气门首马"),
        ("国内生产总值GDP(不变价)增长", "国内生产总值GDP（不变价）增长"),
        ("他用Python,后来换了", "他用Python，后来换了"),
        ("12:30,船开了", "12:30，船开了"),
        ("快来!!真好", "快来！！真好"),
        ("怎么可能?!他不信", "怎么可能?!他不信"),
        ('他说:"好,走吧."然后走了', "他说：“好，走吧。”然后走了"),
        ("约10~20吨", "约10～20吨"),
        ("５，０００吨和３．５米在１２：３０", "5,000吨和3.5米在12:30"),
        ("说｡好､坏", "说。好、坏"),
        ("︱︱老街﹁渡口﹂", "——老街「渡口」"),
        ("他说： hello", "他说：hello"),
    ],
)
def test_put_right(wrong, right):
    assert normalise(wrong).text == right


@pytest.mark.parametrize(
    "text",
    [
        "共1,000人", "推行3+N模式", "装机50GW", "以3:0取胜", "12:30开门", "见https://a.example/x?y=1,2", "函数f(x)",
        "不认得的字是?么".replace("?", "�"), "用iPhone 15拍的", "3.14", "Python 3.11", "AT&T",
        "①㎡ⅷ", "“hello” said he", "约3~", "见https://a.example:8080/~wen/a,b", "1∶500", "第一　第二", "葛\U000e0100",
    ],
)  # fmt: skip
def test_stays(text):
    assert normalise(text).text == text


def test_a_lost_character_is_not_made_a_question():
    assert "？" not in normalise("澜川市??镇的加纳?贝内特来访，乡?。").text


def test_a_plain_question_is_put_right():
    assert normalise("你去吗?他说不去。“真的?”").text == "你去吗？他说不去。“真的？”"


@given(st.text(alphabet="江水人A1 　,.;:?!()\"'…。-—“”（）·・&nbsp;http/~５，⻄️！？", max_size=60))
@settings(max_examples=300, deadline=None)
def test_twice_is_once_and_origins_lead_back(text):
    once = normalise(text)
    assert len(once.origins) == len(once.text)
    assert list(once.origins) == sorted(once.origins)
    for character, origin in zip(once.text, once.origins, strict=True):
        if all(not change.start <= origin < change.end for change in once.changes):
            assert text[origin] == character
    assert normalise(once.text).text == once.text


def test_spaces_an_editor_put_into_a_headline_or_byline_stay():
    assert normalise("本报记者 闻远 通讯员 柳岸", keep_spaces=True).text == "本报记者 闻远 通讯员 柳岸"
