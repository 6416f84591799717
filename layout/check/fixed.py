"""Fixed matter: the date and all that follows from it (F27). Standing data are checked when the style is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from layout.check.issue import Issue
from layout.check.scene import Scene, across, down, run_rect
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.display.items import Role, TextRun
from layout.edition.calendar import lunar_date, weekday
from layout.edition.model import Edition

FIXED = Kind(
    "LAY127",
    Severity.ERROR,
    zh="{page} 版的报头、报眉：{what_zh}",
    en="fixed matter of page {page}: {what_en}",
    hint_zh="固定内容用 {field} 一类的字段写，由日期和清单算出",
    hint_en="write fixed matter with fields such as {field}: they follow from the date and the manifest",
    why_zh="日期、星期、农历、版次、期号印错，是读者第一眼就看到的差错。",
    why_en="A wrong date, weekday, page or number is the fault readers see first.",
)
OVERPRINTED = Kind(
    "LAY118",
    Severity.ERROR,
    zh="固定内容相压：“{one}”和“{other}”印在一处",
    en="fixed matter overlaps: “{one}” and “{other}” are printed in one place",
    hint_zh="在样式里挪开其中一个，或用小一些的字",
    hint_en="move one of them in the style, or set it smaller",
    why_zh="两行字压在一起，哪行都读不清。",
    why_en="Of two texts printed over each other neither can be read.",
)
_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]")
_LUNAR = re.compile(
    r"(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?闰?[正一二三四五六七八九十冬腊]{1,2}月(?:[初十廿][一二三四五六七八九十]|[二三]十)"
)
_NUMBER = re.compile(r"第\s*(\d+)\s*期")
_COUNT = re.compile(r"(?:今日|本期|共)\s*(\d+)\s*版")
_PAGE = re.compile(r"(?<![A-Za-z0-9])[A-Z]\d{2}(?!\d)")
_DATED = {Role.FOLIO, Role.NAMEPLATE}
_PRINTED = (Role.FOLIO, Role.NAMEPLATE, Role.EAR, Role.ARTIFACT)


def fixed_matter(issue: Issue) -> Iterator[Diagnostic]:
    """Date, weekday, lunar date, page, page count or number in fixed matter that are wrong or missing.

    Why: readers see it first. Example: 星期四 on a Friday's page. Cure: `{date}`, `{weekday}` and the other fields. A
    page of stories wants its name and its date; the front page also its running number.
    """
    for scene in issue.scenes:
        texts = _texts(scene, _DATED)
        joined = "\u3000".join(texts)
        severity = None
        wrong = [*_wrong_dates(joined, issue.edition), *_wrong_numbers(joined, issue.edition, scene.name)]
        if texts:
            wrong += _missing(scene, joined, issue.edition)
        elif scene.stories:
            wrong, severity = [("没有报头或报眉", "there is neither nameplate nor folio")], Severity.WARNING
        for zh, en in wrong:
            yield scene.found(
                FIXED,
                scene.sheet.plan.page.span,
                None,
                severity=severity,
                page=scene.name,
                what_zh=zh,
                what_en=en,
                field="{date}",
            )


def _texts(scene: Scene, roles: set[Role]) -> list[str]:
    """The texts of fixed matter, a run a text."""
    parts = scene.composition.parts
    return [
        item.glyphs.text
        for item in scene.display.items
        if isinstance(item, TextRun) and parts[item.part].role in roles and parts[item.part].story is None
    ]


def _wrong_dates(text: str, edition: Edition) -> Iterator[tuple[str, str]]:
    day = edition.date
    for found in _DATE.finditer(text):
        if tuple(map(int, found.groups())) != (day.year, day.month, day.day):
            yield f"日期是“{found[0]}”，应是 {day.isoformat()}", f"the date is “{found[0]}”, not {day.isoformat()}"
    for found in _WEEKDAY.finditer(text):
        if found[0][-1].replace("天", "日") != weekday(day)[-1]:
            yield f"写的是“{found[0]}”，应是{weekday(day)}", f"it says “{found[0]}”; the day is {weekday(day)}"
    lunar = lunar_date(day)
    for found in _LUNAR.finditer(text):
        if not lunar.endswith(found[0]):
            yield f"农历写的是“{found[0]}”，应是{lunar}", f"the lunar date is “{found[0]}”, not {lunar}"


def _wrong_numbers(text: str, edition: Edition, page: str) -> Iterator[tuple[str, str]]:
    for found in _NUMBER.finditer(text):
        if int(found[1]) != edition.number:
            yield f"期号是 {found[1]}，应是 {edition.number}", f"the number is {found[1]}, not {edition.number}"
    for found in _COUNT.finditer(text):
        if int(found[1]) != len(edition.pages):
            yield f"写着 {found[1]} 版，有 {len(edition.pages)} 版", f"it says {found[1]} pages of {len(edition.pages)}"
    for found in _PAGE.finditer(text):
        if found[0] != page:
            yield f"版次写的是 {found[0]}", f"it says page {found[0]}"


def _missing(scene: Scene, text: str, edition: Edition) -> Iterator[tuple[str, str]]:
    if not scene.stories:
        return
    roles = {scene.composition.parts[item.part].role for item in scene.display.items}
    number = str(int(scene.name[1:]))
    if Role.NAMEPLATE not in roles and scene.name not in text and not re.search(rf"(?<!\d){number}(?!\d)", text):
        yield "没有版次", "the page's name is missing"
    if not (_DATE.search(text) or scene.sheet.fields["date"] in text or "年" in text):
        yield "没有日期", "the date is missing"
    if Role.NAMEPLATE in roles and str(edition.number) not in text:
        yield "没有期号", "the running number is missing"


def fixed_overlaps(scene: Scene) -> Iterator[Diagnostic]:
    """Two texts of fixed matter printed over each other.

    Why: neither can be read. Example: a long staff line that reaches the section's name. Cure: another place in the
    style, or smaller type.
    """
    runs = [(run, run_rect(run)) for run in scene.items(*_PRINTED)]
    for (one, first), (other, second) in combinations(runs, 2):
        # Runs of one text touch and may share a hair.
        if (
            across(first, second) > one.glyphs.size // 10
            and down(first, second) > min(first.height, second.height) // 3
        ):
            yield scene.found(
                OVERPRINTED,
                scene.sheet.plan.page.span,
                first.union(second),
                one=one.glyphs.text[:12],
                other=other.glyphs.text[:12],
            )
