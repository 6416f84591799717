"""Works shared out among processes: each takes the next one that nobody has taken.

A process begins with everything this one has in memory and gives back what it made, pickled; so results are small.
"""

from __future__ import annotations

import gc
import os
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TypeVar

from layout.aside import Aside, can_fork

Result = TypeVar("Result")
Work = Callable[[], Result]
Progress = Callable[[int, int], None]
# The number of a work, as it is handed out.
_TICKET = struct.Struct("H")
# So many tickets go into a pipe of 4096 bytes; where there are more works, they are done here.
_MOST = 2048


def shared(
    works: Sequence[Work[Result]],
    progress: Progress | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> list[Result]:
    """What every work gives, in their order; they are done by as many processes as there are cores.

    `progress` is told now and then how many are begun or done, and how many there are. When none is left to take, this
    process does what is to be done `meanwhile`, and then waits for the others.

    Works must not hang on each other, and change nothing that another looks at. A work that fails elsewhere, or whose
    process dies, is done again here, so that its exception is raised here.
    """
    parted = 1 < len(works) <= _MOST and can_fork()
    tickets = _tickets(len(works))
    others = _begun(works, tickets) if parted else []
    try:
        done = dict(_taken(works, tickets, progress))
        meanwhile()
        while others:
            done |= others.pop(0).result()
    finally:
        while os.read(tickets, 4096):
            pass
        os.close(tickets)
        for other in others:
            other.leave()
    made = [done[number] if number in done else work() for number, work in enumerate(works)]
    if progress:
        progress(len(works), len(works))
    return made


def _begun(works: Sequence[Work[Result]], tickets: int) -> list[Aside[dict[int, Result]]]:
    """The other processes, at work."""
    # What is there already is no garbage: a child that looked for some in it would copy it all.
    gc.freeze()
    try:
        parent = os.getpid()
        work = partial(_done, works, tickets, parent)
        return [Aside(work) for _ in range(min(_processes(), len(works)) - 1)]
    finally:
        gc.unfreeze()


def _processes() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _tickets(count: int) -> int:
    """A pipe to read the numbers of the works from, by whoever is next; none when there are more than it holds."""
    tickets, issued = os.pipe()
    os.write(issued, b"".join(map(_TICKET.pack, range(min(count, _MOST)))))
    os.close(issued)
    return tickets


def _taken(
    works: Sequence[Work[Result]], tickets: int, progress: Progress | None = None
) -> Iterator[tuple[int, Result]]:
    """Works taken one after another until there are none left."""
    while ticket := os.read(tickets, _TICKET.size):
        (number,) = _TICKET.unpack(ticket)
        yield number, works[number]()
        if progress:
            progress(number + 1, len(works))


def _done(works: Sequence[Work[Result]], tickets: int, parent: int) -> dict[int, Result]:
    """What another process has done of the works; one that fails is left to the process that asked, and so is the rest.

    Nothing more is taken when that one is not there any more.
    """
    done: dict[int, Result] = {}
    # Whatever it is, it is raised where the work is done again.
    with suppress(Exception):
        for number, result in _taken(works, tickets):
            done[number] = result
            if os.getppid() != parent:
                break
    return done
