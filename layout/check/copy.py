"""The words themselves: placeholders, quotes and brackets, dates, wrong marks (F33)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from layout.check.issue import Issue, Text
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.diagnostics.few import first_few, with_untold
from layout.edition.calendar import lunar_date, weekday
from layout.text.normalize import normalise

PLACEHOLDER = Kind(
    "COPY102",
    Severity.ERROR,
    zh="“{owner}”里有待补的字：“{text}”",
    en="“{owner}” holds a placeholder: “{text}”",
    hint_zh="换成真的内容",
    hint_en="put the real words there",
    why_zh="“XXX”“待补”“标题标题”印出去就是笑话。",
    why_en="XXX, 待补 or 标题标题 in print makes the paper a laughing-stock.",
)
UNBALANCED = Kind(
    "COPY106",
    Severity.WARNING,
    zh="“{owner}”的标点不成对：“{text}”{what_zh}",
    en="marks of “{owner}” do not pair: “{text}” {what_en}",
    hint_zh="补上或删去一个；引文里的引号用单引号",
    hint_en="add or remove one; a quotation inside a quotation takes single quotes",
    why_zh="引号、括号要成对，套用时外双内单（GB/T 15834 4.8、4.9）。",
    why_en="Quotes and brackets come in pairs, double outside and single inside (GB/T 15834 4.8, 4.9).",
)
WRONG_DAY = Kind(
    "COPY109",
    Severity.WARNING,
    zh="“{owner}”的日期对不上：“{text}”，{what_zh}",
    en="a date of “{owner}” does not agree: “{text}”, {what_en}",
    hint_zh="查一查日历，改日期或星期",
    hint_en="look at the calendar; change the date or the weekday",
    why_zh="日期和星期对不上，读者就不知道该信哪个。",
    why_en="Where date and weekday disagree, the reader cannot tell which to trust.",
)
WRONG_MARK = Kind(
    "COPY133",
    Severity.WARNING,
    zh="“{owner}”的标点用法不对：“{old}”应是“{new}”",
    en="a wrong mark in “{owner}”: “{old}” should be “{new}”",
    hint_zh="改稿件，或在样式里写 normalise: fix",
    hint_en="mend the story, or say normalise: fix in the style",
    why_zh="汉字之间用半角标点、…… 只写一个、—— 写成 --，都不合 GB/T 15834。",
    why_en="ASCII marks amid Han, a single … or -- for —— are not what GB/T 15834 wants.",
)
_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z])[XxＸ]{3,}(?![A-Za-z])|×{3,}|[?？]{3,}|[○●]{3,}|〇{4,}|待补|待核实|待定稿|（此处.{0,8}）|TODO|TBD"
    r"|[Ll]orem ipsum|(标题|正文|内容|文字|题目|测试|说明|图说|占位|引题|副题)\1+|占位文字|假文"
)
_PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
    "［": "］",
}
_CLOSERS = {closing: opening for opening, closing in _PAIRS.items()}
_MARK = re.compile("[" + "".join([*_PAIRS, *_CLOSERS]) + "]")
_QUOTES = "“‘「『"
# The bracket after a number that opens a point of a list: 1）, 二）.
_POINT = re.compile(r"(?:^|[。；：，、\s])[\dA-Za-z一二三四五六七八九十]{1,3}$")
_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[（(，,]?\s*(?:(?:星期|周)([一二三四五六日天]))?")
_RELATIVE = re.compile(r"(前天|昨天|昨日|今天|今日|明天|明日|后天)[（(](\d{1,2})月(\d{1,2})日")
_LUNAR = re.compile(r"(\d{1,2})月(\d{1,2})日（农历([^）]{2,12})）")
_OFFSETS = {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2}


def placeholders(issue: Issue) -> Iterator[Diagnostic]:
    """XXX, 待补, lorem ipsum, 标题标题 and their like, in any text.

    Why: dummy text in print. Example: 记者XXX. Cure: the real words.
    """
    for text in issue.texts():
        found = _PLACEHOLDER.search(text.text)
        if found:
            yield issue.found(
                PLACEHOLDER, text.place(*found.span()), owner=text.owner, text=found[0][:12], story=text.owner
            )


def paired_marks(issue: Issue) -> Iterator[Diagnostic]:
    """Quotes and brackets without their partner, closed by another one, or double inside double.

    Why: GB/T 15834 4.8 and 4.9. Example: “他说“好。”. Cure: the partner, or single quotes inside. A quotation over
    several paragraphs repeats its opening quote at each of them and closes once.
    """
    texts = issue.texts()
    for index, text in enumerate(texts):
        if text.part != "body":
            yield from _few(_unpaired(issue, text, []))
        elif index == 0 or (texts[index - 1].owner, texts[index - 1].part) != (text.owner, "body"):
            yield from _few(_unpaired_body(issue, _body_from(texts, index)))


def _few(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The first few findings of one text, the last of them saying how many more there are."""
    for one, untold in first_few(list(found)):
        values = dict(one.values)
        yield replace(one, values=tuple({**values, "text": with_untold(str(values["text"]), untold)}.items()))


def _body_from(texts: list[Text], start: int) -> list[Text]:
    end = start
    while end < len(texts) and (texts[end].owner, texts[end].part) == (texts[start].owner, "body"):
        end += 1
    return texts[start:end]


def _unpaired_body(issue: Issue, paragraphs: list[Text]) -> Iterator[Diagnostic]:
    """Paragraphs in turn; an open quote is carried over where the next paragraph repeats it."""
    open_marks: list[tuple[str, int]] = []
    for number, text in enumerate(paragraphs):
        start = 0
        if open_marks and text.text.startswith(open_marks[-1][0]):
            start = 1
        yield from _unpaired(issue, text, open_marks, start, keep=True)
        after = paragraphs[number + 1].text if number + 1 < len(paragraphs) else ""
        goes_on = len(open_marks) == 1 and open_marks[0][0] in _QUOTES and after.startswith(open_marks[0][0])
        if not goes_on:
            yield from _left_open(issue, text, open_marks)
            open_marks = []


def _unpaired(
    issue: Issue, text: Text, open_marks: list[tuple[str, int]], start: int = 0, *, keep: bool = False
) -> Iterator[Diagnostic]:
    for found in _MARK.finditer(text.text, start):
        mark, at = found[0], found.start()
        if mark == "’" and not any(m == "‘" for m, _ in open_marks):
            if text.text[at - 1 : at].isascii() and at:
                continue
            yield _unpair(issue, text, at, ("没有前一半", "has no opening half"))
        elif mark in _PAIRS:
            if any(m == mark for m, _ in open_marks) and mark in "“‘《〈":
                yield _unpair(issue, text, at, ("套在同样的标点里", "stands inside the same sort of marks"))
            open_marks.append((mark, at))
        elif open_marks and open_marks[-1][0] == _CLOSERS[mark]:
            open_marks.pop()
        elif mark == "）" and _POINT.search(text.text[:at]):
            continue
        elif any(m == _CLOSERS[mark] for m, _ in open_marks):
            yield _unpair(issue, text, at, ("和里面的标点交叉了", "closes across another pair"))
            open_marks[:] = [entry for entry in open_marks if entry[0] != _CLOSERS[mark]]
        else:
            yield _unpair(issue, text, at, ("没有前一半", "has no opening half"))
    if not keep:
        yield from _left_open(issue, text, open_marks)


def _left_open(issue: Issue, text: Text, open_marks: list[tuple[str, int]]) -> Iterator[Diagnostic]:
    for _, at in open_marks:
        yield _unpair(issue, text, at, ("没有后一半", "has no closing half"))


def _unpair(issue: Issue, text: Text, at: int, what: tuple[str, str]) -> Diagnostic:
    span = text.place(at, at + 1)
    near = text.text[max(0, at - 4) : at + 6]
    return issue.found(
        UNBALANCED, span, owner=text.owner, story=text.owner, text=near, what_zh=what[0], what_en=what[1]
    )


def days_agree(issue: Issue) -> Iterator[Diagnostic]:
    """A date with another weekday or lunar date than the calendar's, one that does not exist, 昨天 beside a wrong one.

    Why: the reader cannot tell which is right. Example: 3月20日（星期四） where it is a Friday. Cure: the calendar. A
    date without a year is the one nearest to the edition's.
    """
    for text in issue.texts():
        if "月" not in text.text:
            continue
        yield from _relative_days(issue, text)
        yield from _lunar_days(issue, text)
        for found in _DAY.finditer(text.text):
            what = _wrong_day(issue.edition.date, found)
            if what:
                yield _day(issue, text, found, what)


def _wrong_day(today: date, found: re.Match[str]) -> tuple[str, str] | None:
    year, month, number, said = found.groups()
    try:
        day = date(int(year or today.year), int(month), int(number))
    except ValueError:
        return None if (month, number) == ("2", "29") else ("没有这一天", "there is no such day")
    if said is None:
        return None
    near = (
        [day]
        if year
        else [day.replace(year=day.year + shift) for shift in (-1, 0, 1) if (month, number) != ("2", "29")]
    )
    day = min(near or [day], key=lambda each: abs((each - today).days))
    if weekday(day)[-1] != said.replace("天", "日"):
        return f"这一天是{weekday(day)}", f"the day is {weekday(day)}"
    return None


def _relative_days(issue: Issue, text: Text) -> Iterator[Diagnostic]:
    for found in _RELATIVE.finditer(text.text):
        meant = issue.edition.date + timedelta(days=_OFFSETS[found[1]])
        if (meant.month, meant.day) != (int(found[2]), int(found[3])):
            said = f"{meant.month}月{meant.day}日"
            yield _day(issue, text, found, (f"{found[1]}是{said}", f"{found[1]} is {said}"))


def _lunar_days(issue: Issue, text: Text) -> Iterator[Diagnostic]:
    """A date with its lunar one in brackets: 3月20日（农历二月初二）."""
    for found in _LUNAR.finditer(text.text):
        try:
            lunar = lunar_date(issue.edition.date.replace(month=int(found[1]), day=int(found[2])))
        except ValueError:
            continue
        if not lunar.endswith(found[3]):
            yield _day(issue, text, found, (f"这一天是农历{lunar}", f"the lunar date is {lunar}"))


def _day(issue: Issue, text: Text, found: re.Match[str], what: tuple[str, str]) -> Diagnostic:
    return issue.found(
        WRONG_DAY,
        text.place(*found.span()),
        owner=text.owner,
        story=text.owner,
        text=found[0].strip("（(，,"),
        what_zh=what[0],
        what_en=what[1],
    )


def wrong_marks(issue: Issue) -> Iterator[Diagnostic]:
    """ASCII marks amid Han, a single …, -- for ——, and whatever else `normalise` would put right, where it may not.

    Why: GB/T 15834. Example: 他说,好. Cure: mend the story, or `normalise: fix`. With `fix` nothing is left to find:
    each change is a note (TXT004).
    """
    if issue.style.normalise == "fix":
        return
    for text in issue.texts():
        for change in normalise(text.text, keep_spaces=True).changes:
            span = text.place(change.start, change.end)
            yield issue.found(WRONG_MARK, span, owner=text.owner, story=text.owner, old=change.old, new=change.new)
