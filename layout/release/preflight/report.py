"""The preflight report as data: what a print shop looks up before it makes plates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from layout import api
from layout.backends.files import json_bytes
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic, Severity
from layout.release.plates import Plates
from layout.release.preflight.facts import PageFacts
from layout.release.preflight.others import earlier_report, with_others
from layout.report.data import rectangle
from layout.units import to_points

FILE = "preflight.json"
FORMAT = 1


class Report(Struct, frozen=True):
    """Everything preflight knows of an edition: facts and plates of every page, and the findings.

    `covers` are the pages of the edition that were made, where these are not all.
    """

    composition: Composition
    loaded: api.Loaded
    run: api.PressRun
    facts: tuple[PageFacts, ...]
    plates: Mapping[str, Plates]
    found: tuple[Diagnostic, ...]
    covers: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing of error severity was found."""
        return not any(found.severity is Severity.ERROR for found in self.found)


def report_bytes(report: Report, folder: Path) -> bytes:
    """The report as a JSON file for a folder: pages that lie there and were not made this time stay in it."""
    made = _data(report)
    earlier = earlier_report(folder / FILE) if report.covers else None
    if earlier:
        made = with_others(
            made, earlier, report.covers, lambda page: (folder / f"{api.file_stem(report.loaded, page)}.pdf").is_file()
        )
    return json_bytes(made)


def _data(report: Report) -> dict[str, Any]:
    press, profile = report.run.press, report.run.profile
    edition = report.composition.edition
    return {
        "format": FORMAT,
        "paper": edition.paper,
        "edition": edition.name,
        "date": edition.date.isoformat(),
        "number": edition.number,
        "passed": report.passed,
        "press": {
            "name": press.name,
            "standard": report.run.standard,
            "condition": press.condition,
            "profile": {"file": press.profile.name, "sha256": profile.key},
            "total_ink": press.total_ink,
            "black_generation": press.black_generation,
        },
        "pages": {facts.page: _page(facts, report) for facts in report.facts},
        "findings": [_finding(found) for found in report.found],
    }


def _page(facts: PageFacts, report: Report) -> dict[str, Any]:
    return {
        "printed": facts.printed,
        "faces": {face: _face(face, report) for face in facts.faces},
        "inks": list(facts.inks),
        "smallest_type_pt": _points(facts.smallest_type),
        "thinnest_rule_pt": _points(facts.thinnest_rule),
        "pictures": [{"picture": picture.name, "mode": picture.mode, "ppi": picture.ppi} for picture in facts.pictures],
        **plate_data(report.plates[facts.page], report.run.press.total_ink),
    }


def plate_data(plates: Plates, limit: int) -> dict[str, Any]:
    """Coverage of every ink, the most ink in all, and the share of the page above the limit, in per cent."""
    return {
        "coverage": {ink: plate.mean for ink, plate in plates.named.items()},
        "most_ink": plates.most,
        "over_limit": plates.over(limit),
    }


def _face(name: str, report: Report) -> str:
    """A face's version, which its subset in the file does not tell."""
    assert report.loaded.faces is not None
    return str(getattr(report.loaded.faces.face(name), "version", ""))


def _points(length: int | None) -> float | None:
    return None if length is None else round(to_points(length), 3)


def _finding(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "page": found.page,
        "zh": found.message("zh"),
        "en": found.message("en"),
        "rectangle_mm": rectangle(found),
    }


def findings_of(report: Report, severities: Sequence[Severity]) -> list[Diagnostic]:
    """The findings of some severities, in their order."""
    return [found for found in report.found if found.severity in severities]
