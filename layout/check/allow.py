"""Findings the manifest lets stand: they become notes with their reason; an allowance that nothing needs is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from layout.check.run import NEVER_MILDER
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.edition.allowance import Allowance
from layout.edition.model import Edition

UNUSED = Kind(
    "ALLOW001",
    Severity.WARNING,
    zh="准许了 {code}，可是没有查出它",
    en="{code} is allowed, but nothing of the sort was found",
    hint_zh="删去这一条",
    hint_en="remove the allowance",
    why_zh="留着没用的准许，以后真出了错也看不见。",
    why_en="An allowance left behind hides the next fault.",
)
NEVER = Kind(
    "ALLOW002",
    Severity.ERROR,
    zh="{code} 不能准许",
    en="{code} cannot be allowed",
    hint_zh="把它改正",
    hint_en="mend it",
    why_zh="掉字、缺字和写错的清单，任何理由都不能放过。",
    why_en="Lost text, missing glyphs and wrong input cannot be let through for any reason.",
)


class _Scope(Struct, frozen=True):
    """Where an allowance holds: the whole edition, a page, or a story on a page."""

    allowance: Allowance
    page: str = ""
    story: str = ""

    def covers(self, found: Diagnostic) -> bool:
        if found.code != self.allowance.code or (self.page and found.page not in {None, self.page}):
            return False
        named = {str(value) for name, value in found.values if name in {"story", "one", "other", "owner"}}
        if self.story:
            return self.story in named
        return not self.page or found.page == self.page


def allow(found: Iterable[Diagnostic], edition: Edition, composed: Iterable[str]) -> tuple[Diagnostic, ...]:
    """The findings, those allowed marked with their reason; unused allowances of the pages composed are added."""
    scopes = list(_scopes(edition))
    used: set[int] = set()
    told: list[Diagnostic] = []
    for one in found:
        scope = None if _never(one) else next((scope for scope in scopes if scope.covers(one)), None)
        if scope:
            used.add(id(scope))
        told.append(replace(one, allowed=scope.allowance.reason) if scope else one)
    pages = set(composed)
    every = pages >= {page.name for page in edition.pages}
    unused = [s for s in scopes if id(s) not in used and (s.page in pages if s.page else every)]
    return (*told, *(_told(scope) for scope in unused))


def _never(found: Diagnostic) -> bool:
    return found.code in NEVER_MILDER or not found.kind.of_layout


def _told(scope: _Scope) -> Diagnostic:
    code = scope.allowance.code
    kind = NEVER if code in NEVER_MILDER or not Kind(code, Severity.NOTE, "", "").of_layout else UNUSED
    return Diagnostic(kind, scope.allowance.span, "allow", (("code", code),), scope.page or None)


def _scopes(edition: Edition) -> Iterator[_Scope]:
    """Every allowance with where it holds, the narrowest first."""
    for page in edition.pages:
        for place in page.stories:
            yield from (_Scope(entry, page.name, place.story) for entry in place.allow)
    for page in edition.pages:
        yield from (_Scope(entry, page.name) for entry in page.allow)
    yield from (_Scope(entry) for entry in edition.allow)
