"""Preflight of finished files for the press, together with the pages they were made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layout import api
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic
from layout.release.plates import Plates, plates
from layout.release.preflight.facts import page_facts
from layout.release.preflight.findings import INK_ON_PLATES
from layout.release.preflight.report import Report
from layout.release.preflight.rules import broken_profiles

# So much of a page, in per cent, may have more ink than the limit: single pixels that compression brings back.
_SHARE = 0.5


def made_report(
    composition: Composition,
    loaded: api.Loaded,
    run: api.PressRun,
    files: Mapping[str, bytes],
    pages_of: Mapping[str, Sequence[str]],
    found: Sequence[Diagnostic],
) -> Report:
    """The report on finished files; `found` is what was found before."""
    seen: dict[str, Plates] = {}
    for name, data in files.items():
        if not set(pages_of[name]) <= set(seen):
            seen |= dict(zip(pages_of[name], plates(data), strict=True))
    facts = tuple(page_facts(page, loaded.images) for page in composition.pages)
    everything = (*found, *broken_profiles(run), *_too_much(seen, run.press.total_ink))
    return Report(composition, loaded, run, facts, seen, tuple(dict.fromkeys(everything)))


def _too_much(seen: Mapping[str, Plates], limit: int) -> list[Diagnostic]:
    found = []
    for page, drawn in seen.items():
        share = drawn.over(limit)
        if share > _SHARE:
            values = (("share", share), ("limit", limit), ("most", drawn.most))
            found.append(Diagnostic(INK_ON_PLATES, None, "", values, page))
    return found
