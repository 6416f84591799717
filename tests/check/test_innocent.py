"""What looks like a fault and is none: the clean twins of the rules, each near its threshold or under its exception."""

from __future__ import annotations

import importlib.metadata

import pytest

from layout.check.rule import PageRule
from layout.diagnostics import Kind, Severity
from tests.check.clean import ISSUE, STYLE, WORDS, Fault, findings
from tests.check.faults_of_layout import LAYOUT

_SIDE_BY_SIDE = next(fault for fault in LAYOUT if fault.name == "heads side by side")
_SHORT = "夜里的江风从桥洞底下穿过来，吹得挂在栏杆上的塑料灯笼一个接一个转圈，卖莲子羹的摊主把炉"

INNOCENT = (
    Fault("a quotation over two paragraphs", "COPY106", (("bus", "", "\n“夜里的班车，等到最后一个人。\n\n“人上齐了才走。”\n"),)),
    Fault("a quotation inside a quotation", "COPY106", (("bus", "“等铃”夜线", "“等‘铃’”夜线"),)),
    Fault("points of a list", "COPY106", (("bus", "", "\n办法有三条：1）等铃，2）发车；3）收车。\n"),)),
    Fault("words that only look like placeholders", "COPY102", (("bus", "", "\n二〇〇〇年的正文内容、标题文字，XXXL码。\n"),)),
    Fault("a name of two characters with what follows", "COPY107", (("bus", "", "\n记者石望说，记者石望在，记者石望从江边来。\n"),)),
    Fault("an apostrophe in a Western name", "COPY106", (("bus", "新线路不设", "新线路O’Neil不设"),)),
    Fault("a passage of fewer characters", "COPY101", (("bus", "", f"\n{_SHORT[:40]}。\n"), ("kiln", "", f"\n{_SHORT[:40]}！\n"))),
    Fault("a name that must not be told", "COPY102", (("market", "西门菜市", "李××的菜摊"),)),
    Fault("the right weekday", "COPY109", (("market", "昨天早市", "3月19日（星期四）早市"),)),
    Fault("the right lunar date", "COPY109", (("market", "昨天早市", "3月20日（农历二月初二）早市"),)),
    Fault("yesterday with its date", "COPY109", (("market", "昨天早市", "昨天（3月19日）早市"),)),
    Fault("a name in one spelling", "COPY107", (("night", "", "\n院长麻秋石说，够了。\n"),)),
    Fault("the paper's own form", "COPY111", ((WORDS, "", "format: 1\nprefer: {菜场: 东圩菜场}\n"),)),
    Fault("an office rightly held", "COPY112", ((WORDS, "", "format: 1\nnames: {麻秋石: 梅园社区医院院长}\n"),)),
    Fault("one of two heads framed", "LAY101", (*_SIDE_BY_SIDE.edits, (ISSUE, "column: 3, columns: 2, line: 6, lines: 22}\n", "column: 3, columns: 2, line: 6, lines: 22}\n        frame: box\n"))),
    Fault("heads moved three lines apart", "LAY101", (*_SIDE_BY_SIDE.edits, (ISSUE, "column: 3, columns: 2, line: 6, lines: 22}", "column: 3, columns: 2, line: 9, lines: 19}"))),
    Fault("a public notice without a label", "LAY131", ((ISSUE, "lines: 9, alt: 望潮茶舍", "lines: 9, kind: public, alt: 望潮茶舍"),)),
    Fault("a last leg meant to be short", "LAY112", ((ISSUE, "at: {column: 3, columns: 2, line: 6, lines: 22}\n", "at: {column: 3, columns: 2, line: 6, lines: 24}\n        balance: false\n"),)),
    Fault("a rule that the style turns off", "LAY108", ((STYLE, "advert_label: 广告\n", "advert_label: 广告\nchecks: {severity: {LAY108: off}}\n"), ("kiln", "老窑厂停烧三十年后烧出第一批新瓦", "新瓦出窑"))),
    Fault("a threshold set lower", "LAY108", ((STYLE, "advert_label: 广告\n", "advert_label: 广告\nchecks: {head_fill: 10}\n"), ("kiln", "老窑厂停烧三十年后烧出第一批新瓦", "新瓦出窑"))),
    Fault("a bastard measure asked for", "LAY116", ((ISSUE, "line: 39, lines: 20}", "line: 39, lines: 20, legs: 2}"),)),
)  # fmt: skip


@pytest.mark.parametrize("fault", INNOCENT, ids=lambda fault: fault.name)
def test_what_is_right_is_not_told_of(fault, tmp_path):
    assert fault.code not in {one.code for one in findings(fault, tmp_path / "newsroom")}


def test_a_finding_allowed_is_a_note_with_its_reason(tmp_path):
    allow = "        headline: {level: brief}\n        allow: [{code: LAY108, reason: 老栏目的短题}]\n"
    kiln = "line: 30, lines: 20}\n        headline: {level: brief}\n"
    edits = (
        (ISSUE, kiln, kiln.split("\n", maxsplit=1)[0] + "\n" + allow),
        ("kiln", "老窑厂停烧三十年后烧出第一批新瓦", "新瓦出窑"),
    )
    told = findings(Fault("", "LAY108", edits), tmp_path / "newsroom")
    (found,) = [one for one in told if one.code == "LAY108"]
    assert found.severity is Severity.NOTE
    assert found.allowed == "老栏目的短题"
    assert not [one for one in told if one.severity is not Severity.NOTE]


@pytest.mark.parametrize("where", ["page", "edition"])
def test_a_page_or_the_edition_may_allow_it(where, tmp_path):
    allow = "allow: [{code: LAY108, reason: 短题}]\n"
    edit = (
        (ISSUE, "    section: 综合\n", f"    section: 综合\n    {allow}")
        if where == "page"
        else (ISSUE, "number: 2051\n", f"number: 2051\n{allow}")
    )
    edits = (edit, ("kiln", "老窑厂停烧三十年后烧出第一批新瓦", "新瓦出窑"))
    told = findings(Fault("", "LAY108", edits), tmp_path / "newsroom")
    assert [one.allowed for one in told if one.code == "LAY108"] == ["短题"]
    assert "ALLOW001" not in {one.code for one in told}


def test_a_severity_of_the_style_holds_but_lost_text_stays_an_error(tmp_path):
    style = (STYLE, "advert_label: 广告\n", "advert_label: 广告\nchecks: {severity: {LAY108: error, LAY001: note}}\n")
    edits = (
        style,
        ("kiln", "老窑厂停烧三十年后烧出第一批新瓦", "新瓦出窑"),
        ("bus", "", "\n" + "江上的船靠了岸。" * 20),
    )
    told = {one.code: one.severity for one in findings(Fault("", "", edits), tmp_path / "newsroom")}
    assert told["LAY108"] is Severity.ERROR
    assert told["LAY001"] is Severity.ERROR


@pytest.mark.parametrize(("press", "severity"), [(False, Severity.NOTE), (True, Severity.ERROR)])
def test_a_page_in_the_making_may_not_go_to_press(press, severity, tmp_path):
    fault = next(fault for fault in LAYOUT if fault.name == "page in the making")
    told = findings(fault, tmp_path / "newsroom", press=press)
    assert [one.severity for one in told if one.code == "LAY134"] == [severity]


def test_rules_that_are_not_installed_are_missed(tmp_path):
    style = (STYLE, "advert_label: 广告\n", "advert_label: 广告\nchecks: {rules: [none-such]}\n")
    told = findings(Fault("", "", (style,)), tmp_path / "newsroom")
    assert "COPY190" in {one.code for one in told}


def test_a_newsroom_has_rules_of_its_own(tmp_path, monkeypatch):
    kind = Kind("OWN001", Severity.WARNING, "题太长", "too long a head", "短些", "make it shorter", "长", "long")

    def long_heads(scene):
        """A head of more than ten characters. Why: x. Example: x. Cure: x."""
        for story in scene.stories:
            if story.head and len(story.head.text) > 14:
                yield scene.found(kind, story.place.span, story.head.rect)

    class Point:
        def load(self):
            return (PageRule(kind, long_heads),)

    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group, name: [Point()] if name == "ours" else [])
    style = (STYLE, "advert_label: 广告\n", "advert_label: 广告\nchecks: {rules: [ours]}\n")
    told = findings(Fault("", "", (style,)), tmp_path / "newsroom")
    assert {"OWN001"} == {one.code for one in told if one.severity is Severity.WARNING}
