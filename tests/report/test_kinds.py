"""Codes are stable and told apart: each belongs to one kind, and `explain` knows every kind there is."""

from __future__ import annotations

import re
from importlib import import_module

from layout.diagnostics import Kind
from layout.report import kinds
from tests.editions.samples import REPOSITORY

_DEFINES = re.compile(r"^\w+ = Kind\(", re.MULTILINE)


def modules():
    """Every module that defines kinds."""
    for path in sorted((REPOSITORY / "layout").rglob("*.py")):
        if _DEFINES.search(path.read_text("utf-8")):
            yield import_module(".".join(path.relative_to(REPOSITORY).with_suffix("").parts))


def test_a_code_belongs_to_one_kind_and_explain_knows_it():
    owners = {}
    for module in modules():
        for value in vars(module).values():
            if isinstance(value, Kind):
                owners.setdefault(value.code, set()).add(id(value))
                assert kinds().get(value.code) is value, f"{value.code} of {module.__name__} is not explained"
    assert [code for code, found in owners.items() if len(found) > 1] == []


def test_messages_of_both_languages_name_the_same_values():
    for kind in kinds().values():
        # `zh` is a key's Chinese name.
        zh, en = (set(re.findall(r"(?<!\{)\{(\w+)", text)) for text in (kind.zh + kind.hint_zh, kind.en + kind.hint_en))
        # `zh` is a key's Chinese name.
        assert {name.removesuffix("_zh") for name in zh - {"zh"}} == {name.removesuffix("_en") for name in en}, (
            kind.code
        )
