"""Files written whole: all of a set appear together, or none does and the previous ones stay; data as JSON.

Everything is written and synced under other names first and then renamed. Whatever fails on the way is taken back. A
run that is killed leaves at most files under names of its own, which the next run into the folder clears away; two runs
into one folder write one after the other.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Any

# What is not finished has names that begin so.
_UNFINISHED = ".paiban-"
_ASIDE = ".paiban-old-"
# The folders that this run holds already.
_HELD: ContextVar[frozenset[Path]] = ContextVar("held", default=frozenset())


class OutputError(Exception):
    """A file could not be written; nothing was changed. `path` is the file or folder, `reason` what the system said."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def json_bytes(data: Mapping[str, Any] | Sequence[Any]) -> bytes:
    """Data as a JSON file, the same way every time."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise as OutputError about a path what the system refuses meanwhile."""
    try:
        yield
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error


def write_all(folder: Path, files: Mapping[str, bytes], *, synced: bool = True) -> tuple[Path, ...]:
    """Write files into a folder, made when absent: first all under other names, then renamed one after another.

    Without `synced` nothing waits for the disk: enough for what is made again in a moment.
    Raises OutputError; what could not be renamed is taken back, so that the set before stays whole.
    """
    with alone_in(folder, synced=synced), writing(folder):
        return _written_set(folder, files, synced=synced)


class ChangedError(Exception):
    """A file is not what it was when it was read: somebody else wrote it, or took it away. Nothing was changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: changed since it was read")
        self.path = path


def swap(path: Path, was: bytes, now: bytes) -> None:
    """Put new bytes in the place of a file that still holds what was read of it, `was`.

    Two that swap take turns, and a link is followed to its file. Raises ChangedError when the file holds something
    else, OutputError when it cannot be written; either way it is as it was before.
    """
    path = path.resolve()
    with writing(path), _turn(path.parent):
        if not _holds(path, was):
            raise ChangedError(path)
        temporary = _written(path.parent, now, synced=True)
        try:
            temporary.chmod(path.stat().st_mode & 0o7777)
            # Looked at again at the last moment: an editor takes no part in the turns.
            if not _holds(path, was):
                raise ChangedError(path)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except FileNotFoundError:
        return False


@contextmanager
def alone_in(folder: Path, *, synced: bool = True) -> Iterator[None]:
    """Hold a folder, made when absent, from looking into it until what was to be written is: another run waits.

    `write_all` may be called meanwhile. A folder that was made and stays empty is taken away again. Raises OutputError
    when the folder cannot be made or held; an error of what is done meanwhile stays what it is.
    """
    with writing(folder):
        made = _made_folders(folder)
    try:
        with _turn(folder, synced=synced):
            yield
    finally:
        _remove_empty(made)


def _made_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; gives those that were not there, the innermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        _remove_empty(missing)
        raise
    return missing


def _remove_empty(folders: list[Path]) -> None:
    for path in folders:
        with suppress(OSError):
            path.rmdir()


@contextmanager
def _turn(folder: Path, *, synced: bool = True) -> Iterator[None]:
    """Hold the folder against other runs, where the system can; it is let go when the run ends, however it ends."""
    if folder.resolve() in _HELD.get():
        yield
        return
    try:
        import fcntl
    except ImportError:  # Windows has no locks on folders
        yield
        return
    with writing(folder):
        handle = os.open(folder, os.O_RDONLY)
    before = _HELD.set(_HELD.get() | {folder.resolve()})
    try:
        with suppress(OSError):  # some network drives have none
            fcntl.flock(handle, fcntl.LOCK_EX)
            _clear_away(folder)
        yield
        if synced:
            with suppress(OSError):
                os.fsync(handle)
    finally:
        _HELD.reset(before)
        os.close(handle)


def _clear_away(folder: Path) -> None:
    """Remove what a run that was killed has left; one that was killed while renaming gets its old files back."""
    for path in sorted(folder.glob(f"{_UNFINISHED}*")):
        kept = folder / path.name.removeprefix(_ASIDE)
        if path.name.startswith(_ASIDE) and not kept.exists():
            path.replace(kept)
        else:
            path.unlink(missing_ok=True)


def _written_set(folder: Path, files: Mapping[str, bytes], *, synced: bool) -> tuple[Path, ...]:
    made: list[tuple[Path, Path]] = []
    try:
        for name, data in files.items():
            made.append((_written(folder, data, synced=synced), folder / name))
        _rename_all(made)
    except BaseException:
        for temporary, _ in made:
            temporary.unlink(missing_ok=True)
        raise
    return tuple(path for _, path in made)


def _written(folder: Path, data: bytes, *, synced: bool) -> Path:
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if synced:
                os.fsync(file.fileno())
        path.chmod(0o644)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _rename_all(made: list[tuple[Path, Path]]) -> None:
    """Put every file in its place; when one cannot be, the ones before it are put back."""
    kept: list[tuple[Path | None, Path]] = []
    try:
        for temporary, path in made:
            kept.append((_set_aside(path), path))
            temporary.replace(path)
    except BaseException:
        for old, path in reversed(kept):
            if old:
                # A rename between two names of one file does nothing (POSIX): the second name is then still there.
                old.replace(path)
                old.unlink(missing_ok=True)
            elif path.exists():
                path.unlink()
        raise
    for old, _ in kept:
        if old:
            with suppress(OSError):  # the new set stands; the next run clears this away
                old.unlink()


def _set_aside(path: Path) -> Path | None:
    """A second name for the file that stands there now, so that it can be put back."""
    if not path.exists():
        return None
    aside = path.with_name(f"{_ASIDE}{path.name}")
    aside.unlink(missing_ok=True)
    try:
        os.link(path, aside)
    except OSError:
        try:
            aside.write_bytes(path.read_bytes())
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
    return aside
