"""An edition held against a press before anything is made of it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import click
from msgspec import Struct

from layout import api
from layout.cli.session import Session
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic, Severity, Sink
from layout.style.press import Standard

Found = tuple[Diagnostic, ...]


class PressOptions(Struct, frozen=True):
    """How pages are made for a press: the standard (None: the press's own), sheets or pages, red as a spot ink.

    `unsigned` lets pages through that nobody has signed.
    """

    standard: Standard | None = None
    impose: bool = False
    spots: bool = False
    unsigned: bool = False


def press_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of PressOptions, and those as `how`."""

    @click.option("--standard", type=click.Choice(["x4", "x1a"]), help="PDF/X-4 or PDF/X-1a:2003; default the press's.")
    @click.option("--impose", is_flag=True, help="For the press: sides of sheets, two pages beside each other.")
    @click.option("--spots", is_flag=True, help="For the press: red is the spot ink its sheet names (red_spot).")
    @click.option("--unsigned", is_flag=True, help="For the press: also pages that nobody signed; their slugs say so.")
    @functools.wraps(command)
    def with_options(
        *values: Any, standard: Standard | None, impose: bool, spots: bool, unsigned: bool, **others: Any
    ) -> Any:
        return command(*values, how=PressOptions(standard, impose, spots, unsigned), **others)

    return with_options


def for_press(composition: Composition, loaded: api.Loaded, how: PressOptions) -> tuple[api.PressRun | None, Found]:
    """The press of the paper's style, and what keeps the pages from it; None when its sheet is wrong."""
    from layout.overlay.imposition import not_imposable
    from layout.release.preflight.rules import preflight

    sink = Sink()
    press = api.press_run(loaded, sink, how.standard, spots=how.spots)
    found = (*sink.found, *(preflight(api.in_spots(composition, press), loaded, press) if press else ()))
    if not how.unsigned:
        found = (*found, *api.unsigned(api.stages(composition, loaded).values()))
    names = [page.name for page in composition.pages]
    return press, (*found, *(not_imposable(names) if how.impose else ()))


def broken_profiles(press: api.PressRun | None) -> Found:
    """The pictures whose own profile could not be used; known once they have been separated."""
    from layout.release.preflight.rules import broken_profiles

    return broken_profiles(press) if press else ()


def end_with_errors(session: Session, found: Sequence[Diagnostic], *, layout: bool) -> None:
    """Leave when there are errors, nothing having been written; those of layout count only where they have to."""
    if any(entry.severity is Severity.ERROR and (layout or not entry.kind.of_layout) for entry in found):
        session.report(found, notes=False)
        session.end(found)
