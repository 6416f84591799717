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
# What a pipe holds at least on the systems that can fork (POSIX asks for 512 bytes).
_MOST = 2048


def shared(works: Sequence[Work[Result]], progress: Progress | None = None) -> list[Result]:
    """What every work gives, in their order; they are done by as many processes as there are cores.

    `progress` is told now and then how many are begun or done, and how many there are.

    Works must not hang on each other, and change nothing that another looks at. A work that fails elsewhere, or whose
    process dies, is done again here, so that its exception is raised here.
    """
    if len(works) < 2 or len(works) > _MOST or not can_fork():
        return [work() for work in works]
    tickets = _tickets(len(works))
    # What is there already is no garbage: a child that looked for some in it would copy it all.
    gc.freeze()
    others = [Aside(partial(_done, works, tickets)) for _ in range(min(_processes(), len(works)) - 1)]
    gc.unfreeze()
    done = dict(_taken(works, tickets, progress))
    for other in others:
        done |= other.result()
    os.close(tickets)
    return [done[number] if number in done else work() for number, work in enumerate(works)]


def _processes() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _tickets(count: int) -> int:
    """A pipe to read the numbers of the works from, by whoever is next."""
    tickets, issued = os.pipe()
    os.write(issued, b"".join(map(_TICKET.pack, range(count))))
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


def _done(works: Sequence[Work[Result]], tickets: int) -> dict[int, Result]:
    """What another process has done of the works: one that fails is left to the process that asked, with the rest."""
    done: dict[int, Result] = {}
    # Whatever it is, it is raised where the work is done again.
    with suppress(Exception):
        done.update(_taken(works, tickets))
    return done
