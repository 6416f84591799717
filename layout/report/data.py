"""Findings as JSON, and the JSON Schema of it (draft-07), printed by `paiban schema findings`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from layout.diagnostics import Diagnostic
from layout.report import Language, relative
from layout.units import to_millimetres

_TEXT = {"type": "string"}
_TEXT_OR_NOTHING = {"type": ["string", "null"]}
_PLACE = {"type": ["integer", "null"], "minimum": 1}

SCHEMA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "paiban findings",
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["code", "severity", "message", "file", "line", "column", "page", "rectangle_mm"],
        "properties": {
            "code": {"type": "string", "pattern": "^[A-Z]{3,6}[0-9]{3}$"},
            "severity": {"enum": ["error", "warning", "note"]},
            "message": _TEXT,
            "hint": _TEXT,
            "file": _TEXT_OR_NOTHING,
            "line": _PLACE,
            "column": _PLACE,
            "end_line": _PLACE,
            "end_column": _PLACE,
            "field": _TEXT,
            "page": _TEXT_OR_NOTHING,
            "rectangle_mm": {
                "description": "x, y, width, height on the page, from the trim's top left, in millimetres",
                "type": ["array", "null"],
                "items": {"type": "number"},
                "minItems": 4,
                "maxItems": 4,
            },
            "allowed": {"description": "the reason the manifest gives for letting it stand", **_TEXT},
            "values": {"type": "object", "additionalProperties": {"type": ["string", "number"]}},
        },
    },
}


def json_text(found: Sequence[Diagnostic], language: Language) -> str:
    """Findings as a JSON list."""
    return json.dumps([as_json(one, language) for one in found], ensure_ascii=False, indent=1)


def as_json(found: Diagnostic, language: Language) -> dict[str, Any]:
    """One finding as plain data."""
    span = found.span
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message(language),
        "hint": found.hint(language),
        "file": relative(span.path) if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "field": found.field,
        "page": found.page,
        "rectangle_mm": rectangle(found),
        "allowed": found.allowed,
        "values": dict(found.values),
    }


def rectangle(found: Diagnostic) -> list[float] | None:
    """Where on the page a finding is, in millimetres: x, y, width, height."""
    where = found.where
    if where is None:
        return None
    return [round(to_millimetres(length), 2) for length in (where.x, where.y, where.width, where.height)]
