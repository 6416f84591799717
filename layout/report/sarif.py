"""Findings as SARIF 2.1.0 (OASIS), for code scanning and editors that read it.

A place on the page has no form in SARIF: page and rectangle stand in the result's properties. A finding that the
manifest allows is a suppressed result with its reason.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from layout.diagnostics import Diagnostic, Kind
from layout.report import Language, explained, relative
from layout.report.data import rectangle

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_text(found: Sequence[Diagnostic], language: Language) -> str:
    """A SARIF log of one run."""
    kinds = list({one.code: one.kind for one in found}.values())
    codes = [kind.code for kind in kinds]
    run = {
        "tool": {
            "driver": {"name": "paiban", "version": version("paiban"), "rules": [_rule(k, language) for k in kinds]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code), language) for one in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(kind: Kind, language: Language) -> dict[str, Any]:
    zh = language == "zh"
    return {
        "id": kind.code,
        "shortDescription": {"text": kind.zh if zh else kind.en},
        "fullDescription": {"text": (kind.why_zh if zh else kind.why_en) or (kind.zh if zh else kind.en)},
        "help": {"text": explained(kind, language)},
        "defaultConfiguration": {"level": kind.severity.value},
    }


def _result(found: Diagnostic, index: int, language: Language) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": (found.graded or found.kind.severity).value,
        "message": {"text": found.message(language)},
        "properties": {"page": found.page, "rectangleMillimetres": rectangle(found), "hint": found.hint(language)},
    }
    if found.span:
        result["locations"] = [{"physicalLocation": _location(found)}]
    if found.allowed:
        result["suppressions"] = [{"kind": "inSource", "justification": found.allowed}]
    return result


def _location(found: Diagnostic) -> dict[str, Any]:
    span = found.span
    assert span is not None
    return {
        "artifactLocation": {"uri": _uri(span.path)},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": max(span.end_column, span.column + 1 if span.end_line == span.line else 1),
        },
    }


def _uri(path: Path) -> str:
    """From the folder the command runs in where the file lies inside it, else whole (SARIF 2.1.0, 3.4.3)."""
    shown = relative(path)
    return path.resolve().as_uri() if Path(shown).is_absolute() else quote(shown.replace("\\", "/"))
