"""Work done aside: in a process of its own that starts with everything this one has in memory.

What a build has composed is read by two that do not need each other, the rules and the PDF backend; on two cores they
take the time of one. Results come back pickled, so they are small: findings, not pages.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable
from typing import Generic, NoReturn, TypeVar

Result = TypeVar("Result")


class Aside(Generic[Result]):
    """Work that is begun at once, in a child process where that can be had, and asked for later.

    Where processes cannot be forked, or this one has threads, or there is one core, the work is done when its result is
    asked for; so it is when the child dies. The work must change nothing that the parent looks at.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._child = _forked(work) if can_fork() else None

    def result(self) -> Result:
        """What the work gives; to be asked for once. An exception of the work is raised here."""
        if self._child is None:
            return self._work()
        child, reading = self._child
        with os.fdopen(reading, "rb") as pipe:
            data = pipe.read()
        os.waitpid(child, 0)
        if not data:
            return self._work()
        done, value = pickle.loads(data)  # our own child wrote it
        if not done:
            raise value
        found: Result = value
        return found


def can_fork() -> bool:
    """Whether work can be done in a process beside this one, and is better done there."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _forked(work: Callable[[], Result]) -> tuple[int, int] | None:
    """The child that does the work and the end of the pipe it answers by; None when none can be had."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if not child:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)
    return child, reading


def _answer(work: Callable[[], Result], writing: int) -> NoReturn:
    """Do the work in the child and leave without touching what the parent has open."""
    try:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(_pickled(work))
    finally:
        sys.stdout = sys.stderr = None
        os._exit(0)


def _pickled(work: Callable[[], Result]) -> bytes:
    try:
        return pickle.dumps((True, work()), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # whatever it is, it is the parent's to raise
        return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
