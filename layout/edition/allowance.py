"""Findings that an editor lets stand, with the reason: for a story in its place, a page, or the whole edition."""

from __future__ import annotations

from msgspec import Struct

from layout.diagnostics import Span
from layout.source.form import Form, Key, Many
from layout.source.record import Record
from layout.source.scalars import FILLED

ALLOW = Key(
    "allow",
    "准许",
    Many(
        Form(
            "allowance",
            (
                Key("code", "代码", FILLED, "准许哪个代码", "which code", required=True),
                Key("reason", "理由", FILLED, "为什么准许", "why it may stand", required=True),
            ),
        )
    ),
    "准许的检查结果，要有理由",
    "findings that may stand, with the reason",
)


class Allowance(Struct, frozen=True):
    """A code that may be found, and why."""

    code: str
    reason: str
    span: Span


def read_allowances(record: Record) -> tuple[Allowance, ...]:
    """The allowances of a manifest, a page or a placed story."""
    entries = [item.value for item in record.many("allow")]
    return tuple(
        Allowance(entry["code"].strip().upper(), entry["reason"], entry.at("code"))
        for entry in entries
        if {"code", "reason"} <= entry.items.keys()
    )
