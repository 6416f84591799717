"""Findings shown: for people with the line they are about, short, as JSON, SARIF or notices; in both languages."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal

from layout.diagnostics import Diagnostic, Kind, Severity
from layout.report.excerpt import Excerpts
from layout.units import to_millimetres

Language = Literal["zh", "en"]
Format = Literal["human", "short", "json", "sarif", "github"]
FORMATS: tuple[Format, ...] = ("human", "short", "json", "sarif", "github")

# Every module that defines kinds of findings.
_TABLES = (
    "layout.source.findings",
    "layout.edition.findings",
    "layout.edition.picturefindings",
    "layout.edition.table_findings",
    "layout.style.findings",
    "layout.style.pressfindings",
    "layout.assets.profilefindings",
    "layout.assets.fonts.findings",
    "layout.assets.picturefindings",
    "layout.plan.findings",
    "layout.assets.vector.findings",
    "layout.check.heads",
    "layout.check.headtext",
    "layout.check.blocks",
    "layout.check.blank",
    "layout.check.legs",
    "layout.check.near",
    "layout.check.lines",
    "layout.check.pictures",
    "layout.check.type",
    "layout.check.jumps",
    "layout.check.fixed",
    "layout.check.copy",
    "layout.check.names",
    "layout.check.printed",
    "layout.check.repeats",
    "layout.check.run",
    "layout.intake.findings",
    "layout.release.findings",
    "layout.release.changes.findings",
    "layout.edition.stagefindings",
    "layout.release.archive.findings",
    "layout.catalogue.findings",
    "layout.release.deliveryfindings",
    "layout.release.epaperfindings",
    "layout.release.preflight.findings",
    "layout.overlay.imposition",
    "layout.release.preflight.filefindings",
    "layout.check.allow",
    "layout.plan.flow_findings",
    "layout.plan.picturefindings",
    "layout.plan.matter_findings",
    "layout.plan.fold_findings",
)
_WORDS: Mapping[Severity, Mapping[Language, str]] = {
    Severity.ERROR: {"zh": "错误", "en": "error"},
    Severity.WARNING: {"zh": "警告", "en": "warning"},
    Severity.NOTE: {"zh": "提示", "en": "note"},
}
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def language_of_locale(environment: Mapping[str, str] = os.environ) -> Language:
    """The language of LC_ALL, LC_MESSAGES or LANG; Chinese when they name none."""
    named = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    return "en" if named.lower().startswith("en") else "zh"


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of finding by its code."""
    found: dict[str, Kind] = {}
    for module in _TABLES:
        for value in vars(import_module(module)).values():
            if isinstance(value, Kind) and found.setdefault(value.code, value) is not value:
                raise ValueError(f"{value.code} stands for two kinds of finding")
    return dict(sorted(found.items()))


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings by file and line, errors first within a line."""
    return sorted(diagnostics, key=_place)


def _place(found: Diagnostic) -> tuple[str, int, int, int]:
    span = found.span
    return (
        str(span.path) if span else "",
        span.line if span else 0,
        _ORDER[found.severity],
        span.column if span else 0,
    )


def chosen(diagnostics: Iterable[Diagnostic], select: str | None, ignore: str | None) -> list[Diagnostic]:
    """The findings whose codes begin with one of `select` (all when it is None) and with none of `ignore`."""
    wanted, unwanted = _codes(select), _codes(ignore)
    return [
        found
        for found in diagnostics
        if (select is None or found.code.startswith(wanted)) and not (unwanted and found.code.startswith(unwanted))
    ]


def _codes(written: str | None) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in (written or "").split(",") if code.strip())


def shown(diagnostics: Iterable[Diagnostic], kind: Format, language: Language) -> str:
    """Findings as text; empty when there are none (for JSON an empty list, for SARIF an empty run)."""
    found = ordered(diagnostics)
    if kind == "json":
        from layout.report.data import json_text

        return json_text(found, language)
    if kind == "sarif":
        from layout.report.sarif import sarif_text

        return sarif_text(found, language)
    if kind == "github":
        from layout.report.github import notices

        return "\n".join(notices(found, language))
    if kind == "short":
        return "\n".join(_short(one, language) for one in found)
    excerpts = Excerpts()
    return "\n".join(_human(one, language, excerpts) for one in found)


def tally(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """How many findings there are of each severity, in a line."""
    counts = Counter(found.severity for found in diagnostics)
    if language == "zh":
        return "，".join(f"{counts[severity]} 处{_WORDS[severity]['zh']}" for severity in _ORDER)
    plural = {severity: "" if counts[severity] == 1 else "s" for severity in _ORDER}
    return ", ".join(f"{counts[severity]} {_WORDS[severity]['en']}{plural[severity]}" for severity in _ORDER)


def _short(found: Diagnostic, language: Language) -> str:
    place = f"{relative(found.span.path)}:{found.span.line}:{found.span.column}: " if found.span else ""
    page = f"[{found.page}{_rectangle(found)}] " if found.page else ""
    field = f"{found.field}: " if found.field else ""
    return f"{place}{_WORDS[found.severity][language]} {found.code} {page}{field}{found.message(language)}"


def _rectangle(found: Diagnostic) -> str:
    """Where on the page it is, in whole millimetres from the trim's top left: ` 20,35 84×12mm`."""
    where = found.where
    if where is None:
        return ""
    x, y, width, height = (round(to_millimetres(length)) for length in (where.x, where.y, where.width, where.height))
    return f" {x},{y} {width}×{height}mm"


def _human(found: Diagnostic, language: Language, excerpts: Excerpts) -> str:
    lines = [_short(found, language)]
    if found.span:
        lines += excerpts.of(found.span.path, found.span.line, found.span.column, found.span.end_column)
    if found.allowed:
        lines.append(f"  {'准许：' if language == 'zh' else 'allowed: '}{found.allowed}")
    hint = "" if found.allowed else found.hint(language)
    if hint:
        lines.append(f"  {'提示：' if language == 'zh' else 'hint: '}{hint}")
    return "\n".join(lines)


def relative(path: Path) -> str:
    """A path as it is shown: from the folder the command runs in, where it lies inside it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def explained(kind: Kind, language: Language) -> str:
    """What a kind of finding means, why it matters, and how it is cured."""
    zh = language == "zh"
    lines = [f"{kind.code} ({_WORDS[kind.severity][language]})", "", kind.zh if zh else kind.en]
    why, hint = (kind.why_zh, kind.hint_zh) if zh else (kind.why_en, kind.hint_en)
    if why:
        lines += ["", why]
    hint = hint.replace("{ends_zh}", "").replace("{ends_en}", "")
    if hint and "{hint" not in hint:
        lines += ["", ("怎么改：" if zh else "Cure: ") + hint]
    return "\n".join(lines)
