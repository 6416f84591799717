"""All rules over a composition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import entry_points

from layout.check.issue import Issue
from layout.check.registry import EDITION_RULES, PAGE_RULES
from layout.check.rule import EditionRule, PageRule
from layout.diagnostics import Diagnostic, Severity
from layout.style.checks import Checks

# Rules of a newsroom's own: an entry point of this group names a tuple of PageRule and EditionRule.
ENTRY_POINTS = "paiban.rules"


def run_rules(issue: Issue) -> tuple[Diagnostic, ...]:
    """What all rules find, the paper's own severities applied."""
    found = [diagnostic for rule in (*PAGE_RULES, *EDITION_RULES, *own_rules()) for diagnostic in _run(rule, issue)]
    return tuple(graded(found, issue.checks))


def _run(rule: PageRule | EditionRule, issue: Issue) -> Iterator[Diagnostic]:
    if issue.checks.severity.get(rule.kind.code) == "off":
        return
    if isinstance(rule, EditionRule):
        yield from rule.check(issue)
        return
    for scene in issue.scenes:
        yield from rule.check(scene)


def own_rules() -> Iterator[PageRule | EditionRule]:
    """The rules that installed packages add."""
    for point in entry_points(group=ENTRY_POINTS):
        yield from point.load()


def graded(found: list[Diagnostic], checks: Checks) -> Iterator[Diagnostic]:
    """Findings at the severities the style sets; those it turns off are left out."""
    for diagnostic in found:
        wanted = checks.severity.get(diagnostic.code)
        if wanted is None:
            yield diagnostic
        elif wanted != "off":
            yield replace(diagnostic, graded=Severity(wanted))
