"""What every verb shares: the language, how much is said, and the ways a command ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

import click
from msgspec import Struct

from layout.diagnostics import Diagnostic, Severity
from layout.report import Format, Language, shown

Command = TypeVar("Command", bound=Callable[..., Any])
CLEAN, FINDINGS, USAGE, NOT_WRITTEN = 0, 1, 2, 3


class _Moment(click.DateTime):
    """A time as people write it, or seconds since 1970 as SOURCE_DATE_EPOCH has them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The time."""
        if isinstance(value, str) and value.isdigit():
            try:
                return datetime.fromtimestamp(int(value), UTC).replace(tzinfo=None)
            except (OverflowError, ValueError, OSError):
                self.fail(f"{value[:20]} seconds are no time", param, ctx)
        return super().convert(value, param, ctx)


MOMENT = _Moment()


def time_option(told: str) -> Callable[[Command], Command]:
    """The time a command works with, by default SOURCE_DATE_EPOCH; `told` is its help."""
    return click.option("--time", "stamp", type=MOMENT, envvar="SOURCE_DATE_EPOCH", help=told)


TIME = time_option("Time written into the files; by default SOURCE_DATE_EPOCH, else the edition's date.")


def record_time(stamp: datetime | None) -> str:
    """The time of a record: the one asked for, else now. Records are no part of any file that is built."""
    return (stamp or datetime.now().astimezone().replace(tzinfo=None)).isoformat(timespec="seconds")


class Session(Struct, frozen=True):
    """One run of the command."""

    language: Language
    quiet: bool
    root: Path | None

    def say(self, zh: str, en: str) -> None:
        """Tell something to the user, unless quiet was asked for."""
        if not self.quiet:
            click.echo(zh if self.language == "zh" else en)

    def report(self, diagnostics: Iterable[Diagnostic], kind: Format = "human", *, notes: bool = True) -> None:
        """Show findings: on standard error for people, on standard output as data."""
        found = [one for one in diagnostics if notes or one.severity is not Severity.NOTE]
        text = shown(found, kind, self.language)
        if text:
            click.echo(text, err=kind == "human")

    def end(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Leave with the status that the findings call for."""
        serious = any(found.severity is Severity.ERROR for found in diagnostics)
        sys.exit(FINDINGS if serious else CLEAN)

    def not_written(self, reason: object) -> None:
        """Leave because something could not be written, or opened to be; `reason` says what and why."""
        click.echo(f"paiban: {reason}", err=True)
        sys.exit(NOT_WRITTEN)

    def wrong_usage(self, zh: str, en: str) -> None:
        """Leave because the command was called wrongly."""
        click.echo(zh if self.language == "zh" else en, err=True)
        sys.exit(USAGE)


class Progress:
    """A bar on a terminal, nothing elsewhere; as a context it is cleared however that is left."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        self._shown = not quiet and sys.stderr.isatty()
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def step(self, what: str) -> None:
        """One more is done."""
        self._done += 1
        if self._shown:
            filled = 24 * self._done // max(self._total, 1)
            click.echo(
                f"\r[{'#' * filled}{'.' * (24 - filled)}] {self._done}/{self._total} {what:<40.40}", err=True, nl=False
            )

    def reach(self, done: int, total: int) -> None:
        """So many are done of so many."""
        self._done, self._total = done - 1, total
        self.step("")

    def close(self) -> None:
        """Clear the line."""
        if self._shown:
            click.echo("\r" + " " * 80 + "\r", err=True, nl=False)
