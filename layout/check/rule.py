"""What a rule is: a function that yields findings of one kind, and which thresholds of the style it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from layout.check.issue import Issue
from layout.check.scene import Scene
from layout.diagnostics import Diagnostic, Kind

# What a rule about the edition looks at. One of pages may be asked about some at a time, together with all that they
# share a story with; one of texts needs no composed page, one of pictures only those of the pages (`Issue.pictures`).
Scope: TypeAlias = Literal["edition", "pages", "texts", "pictures"]
PageCheck: TypeAlias = Callable[[Scene], Iterator[Diagnostic]]
EditionCheck: TypeAlias = Callable[[Issue], Iterator[Diagnostic]]


class PageRule(Struct, frozen=True):
    """A rule about one page. `fact` is its number in the list of layout faults, `thresholds` name fields of Checks."""

    kind: Kind
    check: PageCheck
    fact: str = ""
    thresholds: tuple[str, ...] = ()


class EditionRule(Struct, frozen=True):
    """A rule about the edition as a whole, or about what its scope says."""

    kind: Kind
    check: EditionCheck
    fact: str = ""
    thresholds: tuple[str, ...] = ()
    scope: Scope = "edition"


Rule: TypeAlias = PageRule | EditionRule
