"""What a rule is: a function that yields findings of one kind, and which thresholds of the style it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from layout.check.issue import Issue
from layout.check.scene import Scene
from layout.diagnostics import Diagnostic, Kind

PageCheck: TypeAlias = Callable[[Scene], Iterator[Diagnostic]]
EditionCheck: TypeAlias = Callable[[Issue], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class PageRule:
    """A rule about one page. `fact` is its number in the list of layout faults, `thresholds` name fields of Checks."""

    kind: Kind
    check: PageCheck
    fact: str = ""
    thresholds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionRule:
    """A rule about the edition as a whole."""

    kind: Kind
    check: EditionCheck
    fact: str = ""
    thresholds: tuple[str, ...] = ()


Rule: TypeAlias = PageRule | EditionRule
