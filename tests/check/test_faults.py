"""A clean edition is silent; each fault put into it is named by its rule, at its place, and nothing else is found.

`also` lists what follows from a fault; nothing outside it may be found. Every rule has at least one fault.
"""

from __future__ import annotations

import re

import pytest

from layout import api
from layout.check.registry import rules
from layout.diagnostics import Severity
from tests.check.clean import clean, findings
from tests.check.faults_of_copy import COPY, FIXED
from tests.check.faults_of_engine import ENGINE
from tests.check.faults_of_layout import LAYOUT

FAULTS = (*COPY, *FIXED, *LAYOUT, *ENGINE)


def test_the_clean_edition_has_no_finding():
    loaded, composition = clean()
    told = [f"{one.code} {one.message('en')}" for one in api.findings(composition, loaded)]
    assert [line for line in told if not line.startswith("FNT005")] == []


def test_there_are_faults_enough_and_one_for_every_rule():
    assert len(FAULTS) >= 60
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
    assert set(rules()) <= {fault.code for fault in FAULTS}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_named_by_its_rule_and_nothing_else_is(fault, tmp_path):
    told = findings(fault, tmp_path / "newsroom")
    own = [one for one in told if one.code == fault.code]
    assert own, f"{fault.code} is not among {sorted({one.code for one in told})}"
    assert any(_at(fault, one) for one in own), [f"{one.span} {one.page} {one.message('en')}" for one in own]
    others = {one.code for one in told if one.severity is not Severity.NOTE} - {fault.code}
    assert others <= fault.also, [f"{one.code} {one.message('en')}" for one in told if one.code in others - fault.also]
    for one in told:
        # Hints may name fields of the style: {date}.
        assert "{" not in one.message("zh") + one.message("en")
        assert not re.search(r"\{(?!date|number|pages)", one.hint("zh") + one.hint("en"))


def _at(fault, found) -> bool:
    """Whether a finding stands where the fault was put."""
    if fault.page and found.page != fault.page:
        return False
    if fault.severity and found.severity.value != fault.severity:
        return False
    if not fault.at:
        return True
    return fault.at in found.span.path.read_text("utf-8").split("\n")[found.span.line - 1]
