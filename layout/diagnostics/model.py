"""Findings as data.

A `Kind` is one sort of finding with its text in both languages; a `Diagnostic` is one such finding with its place and
the values that fill the text. The words are chosen when it is shown (`layout.report`), so a stage never knows the
user's language.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from layout.geometry import Rect

Value = str | int | float


class Severity(Enum):
    """How much a finding matters: an error stops the press, a warning wants a look, a note is for the record."""

    # By identity, as members are: Enum's own hash is a Python call at every look-up.
    __hash__ = object.__hash__

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(Struct, frozen=True):
    """A stretch of a source file; lines and columns count from 1 in characters, the end is exclusive."""

    path: Path
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Kind(Struct, frozen=True):
    """One sort of finding.

    `zh` and `en` are `str.format` templates over the finding's values; so are the hints. `why_zh`/`why_en` are what
    `paiban explain CODE` adds: why it matters and how it is cured.
    """

    code: str
    severity: Severity
    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""
    why_zh: str = ""
    why_en: str = ""

    def __post_init__(self) -> None:
        _KINDS.setdefault(self.code, self)

    def __reduce__(self) -> tuple[object, ...]:
        # A kind that comes back from another process is the one that is known here by its code.
        return _kind, tuple(getattr(self, name) for name in self.__struct_fields__)

    @property
    def of_layout(self) -> bool:
        """Whether it is about how things fit or are set: a proof may be made and show it; wrong input makes none."""
        return self.code.startswith(("LAY", "TXT", "COPY", "PRESS", "ALLOW"))


_KINDS: dict[str, Kind] = {}


def _kind(code: str, *rest: Any) -> Kind:
    return _KINDS.get(code) or Kind(code, *rest)


class Diagnostic(Struct, frozen=True):
    """One finding: what, where in the sources, where on the page (`page` like A01, `where` in page coordinates).

    `graded` is the severity when it is not the kind's own: a rule may grade its findings, a style may set them.
    `allowed` is the reason the manifest gives for letting it stand; it is a note then.
    """

    kind: Kind
    span: Span | None = None
    field: str = ""
    values: tuple[tuple[str, Value], ...] = ()
    page: str | None = None
    where: Rect | None = None
    graded: Severity | None = None
    allowed: str = ""

    @property
    def code(self) -> str:
        """The stable code of its kind."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """How much it matters: a note when it is allowed, else what it was graded, else what its kind is."""
        return Severity.NOTE if self.allowed else self.graded or self.kind.severity

    def message(self, language: str) -> str:
        """The message in `language` (`zh` or `en`), filled in."""
        template = self.kind.zh if language == "zh" else self.kind.en
        return template.format_map(self._filling)

    @property
    def _filling(self) -> dict[str, Value]:
        """The values that fill its texts; its page is one of them."""
        return {"page": self.page or "", **dict(self.values)}

    def hint(self, language: str) -> str:
        """The hint in `language`, filled in; empty when there is none."""
        template = self.kind.hint_zh if language == "zh" else self.kind.hint_en
        return template.format_map(self._filling)


class Sink(Struct):
    """Collects the findings of a stage; a stage reports all it can and returns what it could."""

    found: list[Diagnostic] = field(default_factory=list)

    def report(
        self,
        kind: Kind,
        span: Span | None = None,
        field_name: str = "",
        /,
        *,
        page: str | None = None,
        where: Rect | None = None,
        **values: Value,
    ) -> None:
        """Add a finding of `kind`; `values` fill its templates."""
        self.found.append(Diagnostic(kind, span, field_name, tuple(values.items()), page, where))
