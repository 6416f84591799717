"""What a rule is: a function that yields findings of one kind, and which thresholds of the style it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

from layout.check.issue import Issue
from layout.check.scene import Scene
from layout.diagnostics import Diagnostic, Kind

PageCheck: TypeAlias = Callable[[Scene], Iterator[Diagnostic]]
EditionCheck: TypeAlias = Callable[[Issue], Iterator[Diagnostic]]


class PageRule(Struct, frozen=True):
    """A rule about one page. `fact` is its number in the list of layout faults, `thresholds` name fields of Checks."""

    kind: Kind
    check: PageCheck
    fact: str = ""
    thresholds: tuple[str, ...] = ()


class EditionRule(Struct, frozen=True):
    """A rule about the edition as a whole."""

    kind: Kind
    check: EditionCheck
    fact: str = ""
    thresholds: tuple[str, ...] = ()


Rule: TypeAlias = PageRule | EditionRule
