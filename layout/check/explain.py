"""What a rule is, in words: for `paiban explain CODE`, and for the list of all rules (RULES.md)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from inspect import cleandoc

from layout.check.registry import rules
from layout.check.rule import Rule
from layout.style.checks import CHECKS, Checks
from layout.units import POINT

_LENGTHS = {"width_slack", "smallest_body", "smallest_type", "smallest_type_fault", "rule_distance", "advert_distance"}

HEAD = """# The rules of the checker

Made by `paiban explain --rules`; a test keeps it true. `paiban explain CODE` says more about one rule. Codes stay as
they are; F01 to F33 are the layout faults a page editor would name. The severity is the usual one: a rule may find
milder and graver cases, and a style may set it (`checks: {severity: {CODE: note}}`).

| code | fault | severity | what | thresholds (`checks:` of the style) |
|---|---|---|---|---|
"""


def rule_explained(code: str) -> str:
    """A rule's own words and its thresholds with their defaults; empty when the code is no rule's."""
    rule = rules().get(code)
    if rule is None:
        return ""
    lines = [cleandoc(rule.check.__doc__ or "")]
    if rule.fact:
        lines.append(f"Fault {rule.fact}.")
    lines += [f"checks.{name}: {value}  ({words})" for name, value, words in _thresholds(rule)]
    return "\n".join(lines)


def rules_table() -> str:
    """All rules as a table in Markdown."""
    rows = []
    for code, rule in sorted(rules().items()):
        what = cleandoc(rule.check.__doc__ or "").split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
        thresholds = ", ".join(f"`{name}` {value}" for name, value, _ in _thresholds(rule))
        rows.append(f"| {code} | {rule.fact} | {rule.kind.severity.value} | {what} | {thresholds} |\n")
    return HEAD + "".join(rows)


def _thresholds(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """The rule's thresholds: name, default, and what they are."""
    for name in rule.thresholds:
        key = CHECKS.key(name)
        yield name, _shown(name, getattr(Checks(), name)), key.en if key else ""


def _shown(name: str, value: int | Fraction) -> str:
    return f"{value / POINT:.4g}pt" if name in _LENGTHS else str(value)
