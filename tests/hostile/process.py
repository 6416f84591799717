"""paiban as a process with limits of time and memory, and what came of it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

PAIBAN = (sys.executable, "-m", "layout", "--lang", "en")
# Waiting for a machine that does other things counts as nobody's time; what hangs altogether is ended after so long.
PATIENCE = 12
# Address space is more than memory: faces are mapped. The stop is there so that a run-away cannot take the machine.
_SPACE = 4
_KILL = 9


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its status (negative for a signal), what it said, CPU seconds and most memory used."""

    status: int
    out: str
    err: str
    seconds: float
    megabytes: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process may take; `prepare` is called in it before it begins."""

    seconds: int = 10
    megabytes: int = 1024
    prepare: Callable[[], None] | None = None
    environment: Mapping[str, str] | None = None


def run(arguments: Sequence[str], folder: Path, limits: Limits, launcher: Sequence[str] = ()) -> Ended:
    """Run paiban with some arguments in a folder."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [*launcher, *PAIBAN, *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**_environment(), **(limits.environment or {})},
            preexec_fn=lambda: _limit(limits),  # noqa: PLW1509 (it only sets limits)
        )
        timer = Timer(limits.seconds * PATIENCE, process.kill)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        return Ended(
            process.returncode, _all(out), _all(err), used.ru_utime + used.ru_stime, round(used.ru_maxrss / 1024)
        )


def _environment() -> dict[str, str]:
    # The package of this checkout, wherever the command is run.
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONDONTWRITEBYTECODE": "1"}


def _limit(limits: Limits) -> None:
    space = limits.megabytes * 1024 * 1024 * _SPACE
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds * 3, limits.seconds * 3))
    if limits.prepare:
        limits.prepare()


def _all(file) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")
