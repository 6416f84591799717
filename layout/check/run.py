"""All rules over a composition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from layout.check.blank import UNFINISHED
from layout.check.issue import Issue
from layout.check.registry import EDITION_RULES, PAGE_RULES
from layout.check.rule import EditionRule, Rule, Scope
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.style.checks import Checks

# Rules of a newsroom's own: an entry point of this group names a tuple of PageRule and EditionRule.
ENTRY_POINTS = "paiban.rules"

# Text that is lost or cannot be printed stays an error, whatever a style says.
NEVER_MILDER = {"LAY001", "TXT001"}

NO_SUCH_RULES = Kind(
    "COPY190",
    Severity.ERROR,
    zh="没有装叫“{name}”的规则包，或它装不起来：{reason}",
    en="there are no rules called “{name}”, or they cannot be loaded: {reason}",
    hint_zh="装上提供 paiban.rules 入口 {name} 的包，或从样式的 checks.rules 里删去它",
    hint_en="install the package with the entry point {name} of paiban.rules, or take it out of checks.rules",
    why_zh="样式点名要查的规则没有查，等于没有查完。",
    why_en="A check the style asks for and that was not made leaves the edition unchecked.",
)


def run_rules(issue: Issue) -> tuple[Diagnostic, ...]:
    """What all rules find, the paper's own severities applied."""
    found: list[Diagnostic] = []
    own = [rule for name in issue.checks.rules for rule in own_rules(name, issue, found)]
    return (*graded(found, issue.checks), *_found([*PAGE_RULES, *EDITION_RULES, *own], issue))


def run_scope(issue: Issue, scope: Scope) -> tuple[Diagnostic, ...]:
    """What the house's rules of a scope find; with `pages` those about single pages are among them."""
    own = [rule for rule in EDITION_RULES if rule.scope == scope]
    return _found([*PAGE_RULES, *own] if scope == "pages" else own, issue)


def _found(rules: Iterable[Rule], issue: Issue) -> tuple[Diagnostic, ...]:
    return tuple(graded((found for rule in rules for found in _run(rule, issue)), issue.checks))


def _run(rule: Rule, issue: Issue) -> Iterator[Diagnostic]:
    if issue.checks.severity.get(rule.kind.code) == "off":
        return
    if isinstance(rule, EditionRule):
        yield from rule.check(issue)
        return
    for scene in issue.scenes:
        yield from rule.check(scene)


def own_rules(name: str, issue: Issue, found: list[Diagnostic]) -> tuple[Rule, ...]:
    """The rules an installed package offers under a name; what is wrong with it is added to `found`."""
    from importlib.metadata import entry_points

    points = list(entry_points(group=ENTRY_POINTS, name=name))
    try:
        rules = tuple(rule for point in points for rule in point.load())
    except (ImportError, AttributeError, TypeError) as error:
        rules, points = (), []
        reason = str(error)
    else:
        reason = "not installed"
    if not points:
        found.append(issue.found(NO_SUCH_RULES, issue.edition.span, name=name, reason=reason))
    return rules


def graded(found: Iterable[Diagnostic], checks: Checks) -> Iterator[Diagnostic]:
    """Findings at the severities the style sets; those it turns off are left out."""
    for diagnostic in found:
        wanted = checks.severity.get(diagnostic.code)
        if wanted is None or not diagnostic.kind.of_layout or diagnostic.code in NEVER_MILDER:
            yield diagnostic
        elif wanted != "off":
            yield replace(diagnostic, graded=Severity(wanted))


def for_press(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Findings as they count for plates: a page that is not made up may not go to press."""
    for diagnostic in found:
        yield replace(diagnostic, graded=Severity.ERROR) if diagnostic.kind is UNFINISHED else diagnostic
