"""Findings as workflow commands: notices that a code host shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.diagnostics import Diagnostic, Severity
from layout.report import Language, relative

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def notices(found: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    """One command a finding: `::warning file=…,line=…,col=…,title=CODE::message`."""
    for one in found:
        properties = [f"title={_property(one.code + (f' {one.page}' if one.page else ''))}"]
        if one.span:
            place = f"file={_property(relative(one.span.path))},line={one.span.line},col={one.span.column}"
            properties.insert(0, f"{place},endLine={one.span.end_line},endColumn={one.span.end_column}")
        hint = one.hint(language)
        message = one.message(language) + (f"\n{hint}" if hint else "")
        yield f"::{_COMMANDS[one.severity]} {','.join(properties)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
