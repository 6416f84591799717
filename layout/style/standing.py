"""The data an issue has to print, and its running number, held against the style (2005 rules for newspapers)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from layout.diagnostics import Sink, Span
from layout.edition.calendar import weekday
from layout.edition.model import Edition
from layout.style.findings import DATA_MISSING, DATA_UNPRINTED, NO_ISSUE_DAY, WRONG_NUMBER
from layout.style.load import House
from layout.style.model import Numbering, PaperStyle

# Standing data by field, with what the rules call them; date, number and pages are the edition's own.
REQUIRED = {
    "publisher": "出版单位",
    "sponsor": "主办单位",
    "supervisor": "主管单位",
    "cn": "国内统一连续出版物号",
    "price": "定价",
    "address": "社址",
    "phone": "电话",
    "postcode": "邮政编码",
    "printer": "印刷单位",
    "editor_in_chief": "总编辑",
    "licence": "广告发布登记号",
}
COMPUTED = {"name": "报名", "date": "日期", "number": "期号", "pages": "版数"}
NAMEPLATE = "nameplate"
_FIELD = re.compile(r"\{(\w+)\}")


def check_standing(edition: Edition, house: House, sink: Sink) -> None:
    """Report standing data that the style lacks or the edition's pages do not print, and a wrong running number."""
    if has_nameplate(edition, house.style):
        _check_data(edition, house, sink)
    numbering = house.style.identity.numbering
    if numbering and edition.kind == "issue":
        _check_number(edition, numbering, sink)


def has_nameplate(edition: Edition, style: PaperStyle) -> bool:
    """Whether the edition is a whole paper: a page of it bears a nameplate."""
    return any(panel.startswith(NAMEPLATE) for panel in _panels(edition, style))


def _check_data(edition: Edition, house: House, sink: Sink) -> None:
    identity = house.record["identity"]
    fields = house.style.identity.fields
    printed = set(_printed(edition, house.style))
    for field, zh in {**REQUIRED, **COMPUTED}.items():
        known = field in COMPUTED or field in fields or (field == "cn" and "permit" in fields)
        if not known:
            sink.report(DATA_MISSING, identity.at("fields"), f"identity.fields.{field}", field=field, zh=zh)
        elif field not in printed and not (field == "cn" and "permit" in printed):
            sink.report(DATA_UNPRINTED, identity.at("fields"), f"panels.{field}", field=field, zh=zh)


def _panels(edition: Edition, style: PaperStyle) -> Iterator[str]:
    """The panels that the edition's pages bear."""
    for page in edition.pages:
        template = style.templates.get(page.template)
        yield from (panel.panel for panel in template.panels) if template else ()


def _printed(edition: Edition, style: PaperStyle) -> Iterator[str]:
    """The fields that the panels of the edition's pages print; a picture prints what its alternative text names."""
    for name in set(_panels(edition, style)):
        panel = style.panels[name]
        for text in (*(text.text for text in panel.texts), *(picture.alt for picture in panel.pictures)):
            yield from _FIELD.findall(text)


def _check_number(edition: Edition, numbering: Numbering, sink: Sink) -> None:
    span: Span = edition.number_span
    if not _is_issue_day(edition.date, numbering):
        sink.report(NO_ISSUE_DAY, span, "date", date=edition.date.isoformat(), weekday=weekday(edition.date))
        return
    expected = expected_number(edition.date, numbering)
    if expected != edition.number:
        day = edition.date.isoformat()
        sink.report(WRONG_NUMBER, span, "number", date=day, expected=expected, got=edition.number)


def expected_number(day: date, numbering: Numbering) -> int:
    """The running number of a day: one an issue day, counted forwards or backwards from the known issue."""
    first, last = sorted((numbering.known, day))
    weeks, rest = divmod((last - first).days, 7)
    days = [first + timedelta(days=number) for number in range(1, rest + 1)]
    issues = weeks * len(numbering.days) + sum(one.weekday() in numbering.days for one in days)
    issues -= sum(first < one <= last and one.weekday() in numbering.days for one in numbering.without)
    return numbering.number + (issues if day >= numbering.known else -issues)


def _is_issue_day(day: date, numbering: Numbering) -> bool:
    return day.weekday() in numbering.days and day not in numbering.without
