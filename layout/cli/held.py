"""An edition held against a press before anything is made of it."""

from __future__ import annotations

from collections.abc import Sequence

from layout import api
from layout.cli.session import Session
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic, Severity, Sink
from layout.style.press import Standard

Found = tuple[Diagnostic, ...]


def for_press(
    composition: Composition,
    loaded: api.Loaded,
    standard: Standard | None,
    *,
    impose: bool = False,
    unsigned: bool = False,
) -> tuple[api.PressRun | None, Found]:
    """The press of the paper's style, and what keeps the pages from it; None when its sheet is wrong.

    Pages that nobody has signed are kept from it, but where they are let through `unsigned`.
    """
    from layout.overlay.imposition import not_imposable
    from layout.release.preflight.rules import preflight

    sink = Sink()
    press = api.press_run(loaded, sink, standard)
    found = (*sink.found, *(preflight(composition, loaded, press) if press else ()))
    if not unsigned:
        found = (*found, *api.unsigned(api.stages(composition, loaded).values()))
    names = [page.name for page in composition.pages]
    return press, (*found, *(not_imposable(names) if impose else ()))


def broken_profiles(press: api.PressRun | None) -> Found:
    """The pictures whose own profile could not be used; known once they have been separated."""
    from layout.release.preflight.rules import broken_profiles

    return broken_profiles(press) if press else ()


def end_with_errors(session: Session, found: Sequence[Diagnostic], *, layout: bool) -> None:
    """Leave when there are errors, nothing having been written; those of layout count only where they have to."""
    if any(entry.severity is Severity.ERROR and (layout or not entry.kind.of_layout) for entry in found):
        session.report(found, notes=False)
        session.end(found)
