"""What was edited, kept on disk so that it can be taken back: after a restart, and when several desks are open.

`.paiban/desk/EDITION/` holds a line a step (`journal`), and every state of a file that a step left or made, named by
its hash. A state is on disk before the file is written, so that a desk that is killed loses nothing. A line that was
cut short by it is passed over.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from layout.backends.files import write_all, writing
from layout.desk.edits import Edit

FOLDER = ".paiban"


class Step(Struct, frozen=True):
    """A line of the journal: an edit with the hashes of the file before and after it; or one undone, redone, or void.

    It is noted before the file is written; void is an edit that could not be.
    """

    what: Literal["edit", "undo", "redo", "void"]
    number: int
    edit: Edit | None = None
    before: str = ""
    after: str = ""


class Journal:
    """The steps of one edition's desks."""

    def __init__(self, root: Path, edition: str) -> None:
        self.folder = root / FOLDER / "desk" / edition
        self._file = self.folder / "journal"

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the journal against other desks."""
        self._prepare()
        try:
            import fcntl
        except ImportError:  # Windows has no such locks
            yield
            return
        with writing(self.folder):
            handle = (self.folder / "lock").open("w")
        with handle:
            with suppress(OSError):  # some network drives have none
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    def stacks(self) -> tuple[list[Step], list[Step]]:
        """The edits that can be taken back and those that can be made again, the next of each last."""
        done: list[Step] = []
        undone: list[Step] = []
        for step in self._valid():
            if step.what == "edit":
                done.append(step)
                undone.clear()
            elif step.what == "undo" and done:
                undone.append(done.pop())
            elif step.what == "redo" and undone:
                done.append(undone.pop())
        return done, undone

    def _valid(self) -> list[Step]:
        """The steps but for those that came to nothing: each takes back the edit of its number that was noted last."""
        valid: list[Step] = []
        for step in self._steps():
            if step.what != "void":
                valid.append(step)
                continue
            at = next((at for at in reversed(range(len(valid))) if _is_edit(valid[at], step.number)), None)
            if at is not None:
                del valid[at]
        return valid

    def keep(self, data: bytes) -> str:
        """Keep a state of a file; gives its name."""
        name = hashlib.sha256(data).hexdigest()
        if not (self.folder / name).is_file():
            write_all(self.folder, {name: data})
        return name

    def kept(self, name: str) -> bytes | None:
        """A state that was kept; None when it is gone or is not what it was."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == name else None

    def note(self, step: Step) -> None:
        """Add a step; it is on the disk when this returns.

        Raises OutputError when it cannot be written; the journal is then as it was.
        """
        line = msgspec.json.encode(step) + b"\n"
        with writing(self._file), self._file.open("ab") as file:
            size = file.tell()
            try:
                # What was cut short stays a line of its own.
                file.write((b"\n" if size and not self._ends_whole() else b"") + line)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                with suppress(OSError):
                    os.truncate(self._file, size)
                raise

    def next_number(self) -> int:
        """The number of the next edit."""
        return 1 + max((step.number for step in self._steps()), default=0)

    def _ends_whole(self) -> bool:
        return self._file.read_bytes().endswith(b"\n")

    def _steps(self) -> list[Step]:
        try:
            lines = self._file.read_bytes().split(b"\n")
        except OSError:
            return []
        found = []
        for line in lines:
            with suppress(msgspec.DecodeError):
                found.append(msgspec.json.decode(line, type=Step))
        return found

    def _prepare(self) -> None:
        if not self.folder.is_dir():
            with writing(self.folder):
                self.folder.mkdir(parents=True, exist_ok=True)
                (self.folder.parents[1] / ".gitignore").write_text("*\n", "ascii")


def _is_edit(step: Step, number: int) -> bool:
    return step.what == "edit" and step.number == number
