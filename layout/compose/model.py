"""The composed edition: the one geometric truth that checks, overlays and backends read."""

from __future__ import annotations

from dataclasses import dataclass

from layout.diagnostics import Diagnostic
from layout.display.items import Part
from layout.display.page import PageDisplay
from layout.edition.model import Edition


@dataclass(frozen=True, slots=True)
class Composition:
    """All pages drawn, the tree of their parts (indexed by `Part.id`), and what was found on the way."""

    edition: Edition
    pages: tuple[PageDisplay, ...]
    parts: tuple[Part, ...]
    diagnostics: tuple[Diagnostic, ...]
