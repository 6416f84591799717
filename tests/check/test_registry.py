"""Every rule is whole: code, words in both languages, a docstring that says what, why, an example and the cure."""

from __future__ import annotations

import pytest
from msgspec.structs import fields

from layout.check.explain import rules_table
from layout.check.registry import EDITION_RULES, PAGE_RULES, rules
from layout.report import kinds
from layout.style.checks import CHECKS, Checks
from tests.editions.samples import REPOSITORY

LIST = REPOSITORY / "layout" / "check" / "RULES.md"


def test_codes_are_told_apart():
    every = [rule.kind.code for rule in (*PAGE_RULES, *EDITION_RULES)]
    assert len(every) == len(set(every))
    assert set(every) <= set(kinds())


@pytest.mark.parametrize("code", sorted(rules()))
def test_a_rule_says_what_why_an_example_and_the_cure(code):
    rule = rules()[code]
    words = rule.check.__doc__
    assert all(word in words for word in ("Why:", "Example:", "Cure:"))
    kind = rule.kind
    assert all((kind.zh, kind.en, kind.hint_zh, kind.hint_en, kind.why_zh, kind.why_en))


def test_thresholds_are_those_of_the_style():
    known = {field.name for field in fields(Checks)}
    assert known == {key.name for key in CHECKS.keys}
    used = {name for rule in rules().values() for name in rule.thresholds}
    assert used <= known
    assert known - used <= {"severity", "rules", "smallest_type_fault"}


def test_the_committed_list_is_what_the_program_prints(request):
    if request.config.getoption("--update"):
        LIST.write_text(rules_table(), "utf-8")
    assert LIST.read_text("utf-8") == rules_table()
