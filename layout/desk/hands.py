"""The desk's hands: edits made, undone and redone in the newsroom's files."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from layout.backends.files import ChangedError, OutputError, swap
from layout.desk.edits import ConflictError, Edit, made
from layout.desk.journal import Journal, Step
from layout.paths import Workspace
from layout.source.fields import FieldError

# A file that others write all the time is tried so often.
_TRIES = 5


class OutsideError(Exception):
    """A file that is no source of the newsroom."""


class Hands:
    """Makes edits in one newsroom, each with a step in the journal."""

    def __init__(self, workspace: Workspace, journal: Journal) -> None:
        self._workspace = workspace
        self._journal = journal

    def path(self, file: str) -> Path:
        """The file of an edit; raises OutsideError when it lies outside the newsroom or is no story or manifest."""
        path = self._workspace.root / file
        sound = "\x00" not in file and not Path(file).is_absolute() and path.suffix in {".md", ".yaml"}
        if not sound or not self._workspace.holds(path) or not path.is_file():
            raise OutsideError(file)
        return path.resolve()

    def make(self, edit: Edit) -> Path:
        """Make an edit; gives the file.

        Raises ConflictError where the file says something else than the editor read, FieldError where it cannot be
        set, OutsideError, UnicodeDecodeError and OutputError; whatever is raised, no file was changed.
        """
        path = self.path(edit.file)
        with self._journal.turn():
            step = Step("edit", self._journal.next_number(), edit)
            self._write(path, edit, step, Step("void", step.number))
        return path

    def undo(self) -> Path | None:
        """Take the last edit back; None when there is none. Raises as `make` does."""
        with self._journal.turn():
            done, _ = self._journal.stacks()
            return self._turned(done[-1], "undo") if done else None

    def redo(self) -> Path | None:
        """Make the edit again that was taken back last; None when there is none. Raises as `make` does."""
        with self._journal.turn():
            _, undone = self._journal.stacks()
            return self._turned(undone[-1], "redo") if undone else None

    def counts(self) -> tuple[int, int]:
        """How many edits can be taken back, and how many made again."""
        done, undone = self._journal.stacks()
        return len(done), len(undone)

    def _turned(self, step: Step, what: Literal["undo", "redo"]) -> Path:
        """A step taken back or made again: byte for byte where the file is as it was left, else in its fields alone."""
        assert step.edit is not None
        path = self.path(step.edit.file)
        back: Literal["undo", "redo"] = "redo" if what == "undo" else "undo"
        noted, void = Step(what, step.number), Step(back, step.number)
        left, wanted = (step.after, step.before) if what == "undo" else (step.before, step.after)
        data = path.read_bytes()
        state = self._journal.kept(wanted) if _name(data) == left else None
        if _name(data) == wanted:
            # A desk that was killed had noted the step and not yet written the file.
            self._journal.note(noted)
        elif state is not None:
            self._swapped(path, data, state, noted, void)
        else:
            self._write(path, step.edit.undone if what == "undo" else step.edit, noted, void)
        return path

    def _write(self, path: Path, edit: Edit, step: Step, void: Step) -> None:
        """The edit made in what the file holds now."""
        for _ in range(_TRIES):
            before = path.read_bytes()
            after = made(edit, before)
            if before == after:
                return
            names = self._journal.keep(before), self._journal.keep(after)
            noted = replace(step, before=names[0], after=names[1]) if step.what == "edit" else step
            try:
                self._swapped(path, before, after, noted, void)
            except ChangedError:
                continue
            return
        raise FieldError("这个文件一直在变，没有写", "the file kept changing; nothing was written")

    def _swapped(self, path: Path, before: bytes, after: bytes, step: Step, void: Step) -> None:
        """Note the step, then write the file: what is written can always be taken back."""
        self._journal.note(step)
        try:
            swap(path, before, after)
        except BaseException:
            with suppress(OutputError):
                self._journal.note(void)
            raise


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


__all__ = ["ConflictError", "Hands", "OutsideError"]
