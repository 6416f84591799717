"""Work done aside: in a process of its own that starts with everything this one has in memory.

Its result comes back pickled, so it is small: drawn pages and findings, not compositions.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Generic, NoReturn, TypeVar

Result = TypeVar("Result")
# The bytes that say how long an answer is.
_SIZE = 8


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
        _reap(child)
        try:
            value: Result = _unpacked(data)
        except _LostError:
            return self._work()
        return value

    def leave(self) -> None:
        """Let go of the work: its child ends as soon as it wants to answer."""
        if self._child is not None:
            child, reading = self._child
            os.close(reading)
            _reap(child)


class _LostError(Exception):
    """No whole answer came: the child has died, or its answer cannot be read here."""


def _unpacked(data: bytes) -> Any:
    """The value of an answer, or the exception of the work raised; _LostError when there is neither."""
    size = int.from_bytes(data[:_SIZE], "big")
    if len(data) < _SIZE or len(data) != _SIZE + size:
        raise _LostError
    try:
        done, value = pickle.loads(data[_SIZE:])  # our own child wrote it
    except Exception as error:  # whatever keeps it from being read
        raise _LostError from error
    if not done:
        raise value
    return value


def _reap(child: int) -> None:
    # Whoever ignores the ends of children has none to wait for.
    with suppress(ChildProcessError):
        os.waitpid(child, 0)


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
            data = _pickled(work)
            pipe.write(len(data).to_bytes(_SIZE, "big"))
            pipe.write(data)
    finally:
        sys.stdout = sys.stderr = None
        os._exit(0)


def _pickled(work: Callable[[], Result]) -> bytes:
    try:
        return pickle.dumps((True, work()), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # whatever it is, it is the parent's to raise
        return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
