"""Names and words: one name in two spellings, and the newsroom's own lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from layout.check.issue import Issue, Text
from layout.diagnostics import Diagnostic, Kind, Severity

TWO_SPELLINGS = Kind(
    "COPY107",
    Severity.WARNING,
    zh="“{story}”里一个名字像有两种写法：“{one}”和“{other}”",
    en="“{story}” seems to spell one name two ways: “{one}” and “{other}”",
    hint_zh="对一对原稿；真是两个人，就在清单里写 allow",
    hint_en="compare with the source; if they are two people, allow it in the manifest",
    why_zh="人名写错是最伤人的差错。",
    why_en="A misspelt name is the error that hurts most.",
)
FORBIDDEN = Kind(
    "COPY108",
    Severity.ERROR,
    zh="“{owner}”里有禁用的词“{text}”{reason}",
    en="“{owner}” holds a forbidden word: “{text}” {reason}",
    hint_zh="换一个说法；词表在 styles/words.yaml",
    hint_en="say it another way; the list is styles/words.yaml",
    why_zh="编辑部的词表不许它见报。",
    why_en="The newsroom's list does not allow it in print.",
)
PREFERRED = Kind(
    "COPY111",
    Severity.WARNING,
    zh="“{owner}”里的“{text}”，本报写作“{better}”",
    en="“{text}” in “{owner}”: this paper writes “{better}”",
    hint_zh="照词表改；词表在 styles/words.yaml",
    hint_en="change it; the list is styles/words.yaml",
    why_zh="同一样东西，一张报纸只用一种写法。",
    why_en="One paper writes one thing in one way.",
)
MISNAMED = Kind(
    "COPY112",
    Severity.WARNING,
    zh="“{owner}”里的“{text}”{what_zh}",
    en="“{text}” in “{owner}” {what_en}",
    hint_zh="查词表 styles/words.yaml 里的人名和职务",
    hint_en="look at the names and offices of styles/words.yaml",
    why_zh="名字和职务登报之前要核对。",
    why_en="Names and offices are checked before they go to print.",
)
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕"
    "郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐"
    "邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊惠甄曲封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全"
    "班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈"
    "燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾"
)
# What stands after a name of two characters, and in none of three.
_NO_NAME = set(
    "说在的了和与等将正从向对把被也还就都一到来去走拿用给看站坐问讲称介表告认回笑坦解提补带指对，。、：；“”（"
)
_NAME = r"[\u4e00-\u9fff]{3}"
_BEFORE = (
    "记者|通讯员|市民|居民|村民|主任|书记|校长|院长|经理|队长|所长|教授|老师|医生|师傅|船长|站长|馆长|教练|店主"
    "|局长|科长"
)
_AFTER = "说|表示|介绍|告诉|认为|回忆|笑|坦言|解释|提醒|补充"
_TITLED = re.compile(rf"(?:{_BEFORE})(?=({_NAME}))")
_SPEAKING = re.compile(rf"(?=({_NAME})(?:{_AFTER}))")


def names_agree(issue: Issue) -> Iterator[Diagnostic]:
    """Two names of three characters in one story that share their surname and differ in one character.

    Why: a misspelt name hurts most. Example: 贺兰舟 in the byline, 贺兰洲 in the text. Cure: the right one; for two
    people, `allow`. Names are those of bylines and credits, of the newsroom's list, and those that an office stands
    before or a verb of saying after.
    """
    for story, texts in _by_story(issue).items():
        counted = _candidates(texts, issue.words.names)
        for one, other in combinations(sorted(counted), 2):
            same_surname = one[0] == other[0] and sum(a != b for a, b in zip(one, other, strict=True)) == 1
            if same_surname and not {one, other} <= set(issue.words.names):
                rare = min((counted[one], one), (counted[other], other))[1]
                text, at = next((text, text.text.find(rare)) for text in texts if rare in text.text)
                span = text.place(at, at + 3)
                yield issue.found(TWO_SPELLINGS, span, story=story, one=one, other=other)


def _by_story(issue: Issue) -> dict[str, list[Text]]:
    found: dict[str, list[Text]] = {}
    for text in issue.texts():
        found.setdefault(text.owner, []).append(text)
    return found


def _candidates(texts: list[Text], known: Mapping[str, object]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        if text.part in {"byline", "credit"}:
            words = re.findall(
                r"[\u4e00-\u9fff]+", re.sub(r"本报|记者|通讯员|实习生|摄影|摄|图|文|报道", " ", text.text)
            )
            found.update(word for word in words if len(word) == 3)
            continue
        spoken = [match[1] for pattern in (_TITLED, _SPEAKING) for match in pattern.finditer(text.text)]
        found.update(name for name in spoken if name[0] in _SURNAMES and not _NO_NAME & set(name[1:]))
        found.update({name: text.text.count(name) for name in known if len(name) == 3 and name in text.text})
    return found


def forbidden_words(issue: Issue) -> Iterator[Diagnostic]:
    """A word that `forbid` of styles/words.yaml names, anywhere in the edition's texts.

    Why: the newsroom decided so. Example: a list with 绝无仅有. Cure: other words.
    """
    for word, reason in issue.words.forbid.items():
        for text in issue.texts():
            at = text.text.find(word)
            if at >= 0:
                span = text.place(at, at + len(word))
                shown = f"（{reason}）" if reason.strip() else ""
                yield issue.found(FORBIDDEN, span, owner=text.owner, story=text.owner, text=word, reason=shown)


def preferred_forms(issue: Issue) -> Iterator[Diagnostic]:
    """A form that `prefer` of styles/words.yaml replaces by another.

    Why: a paper writes one thing in one way. Example: 帐号: 账号. Cure: the form of the list.
    """
    for word, better in issue.words.prefer.items():
        for text in issue.texts():
            at = text.text.find(word)
            if at >= 0 and better not in text.text[max(0, at - len(better)) : at + len(word) + len(better)]:
                span = text.place(at, at + len(word))
                yield issue.found(PREFERRED, span, owner=text.owner, story=text.owner, text=word, better=better)


def names_and_offices(issue: Issue) -> Iterator[Diagnostic]:
    """A name of styles/words.yaml with one character wrong after its office, or with another's office before it.

    Why: names and offices are checked before print. Example: 市长温若恒 where the list has 温若衡. Cure: the list.
    """
    offices = {office: name for name, held in issue.words.names.items() for office in held}
    for text in issue.texts():
        for office, name in offices.items():
            yield from _office(issue, text, office, name)


def _office(issue: Issue, text: Text, office: str, name: str) -> Iterator[Diagnostic]:
    holders = {known for known, held in issue.words.names.items() if office in held}
    for found in re.finditer(re.escape(office), text.text):
        said = text.text[found.end() : found.end() + len(name)]
        if said in holders or len(said) < len(name):
            continue
        span = text.place(found.end(), found.end() + len(said))
        if said in issue.words.names:
            what = (f"不是{office}", f"is not {office} in the list")
        elif sum(a != b for a, b in zip(said, name, strict=True)) == 1 and said[0] == name[0]:
            what = (f"像是“{name}”写错了", f"looks like “{name}” misspelt")
        else:
            continue
        yield issue.found(
            MISNAMED, span, owner=text.owner, story=text.owner, text=said, what_zh=what[0], what_en=what[1]
        )
