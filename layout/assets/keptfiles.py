"""Files kept on disk between runs, safe for several runs at once, and bounded.

An entry is a file of its own named after everything its content follows from; it is written under another name and
renamed, and read back only when its checksum holds. What was not used for longest goes first.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

_FOLDER = "PAIBAN_CACHE"
# The end of a name while the file is being written; after a day nobody is writing it any more.
_UNFINISHED = ".unfinished"
_DAY = 24 * 60 * 60
_SUM = hashlib.sha256().digest_size


def cache_folder(what: str, environment: Mapping[str, str] = os.environ) -> Path:
    """Where something is kept: in the folder that PAIBAN_CACHE names, else in one of the user's caches."""
    if named := environment.get(_FOLDER):
        return Path(named) / what
    caches = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA")
    return (Path(caches) if caches else _home() / ".cache") / "paiban" / what


def _home() -> Path:
    """The user's folder; where an account has none, the one for temporary files."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir())


class KeptSize(Struct, frozen=True):
    """How many entries are kept, and their bytes."""

    entries: int
    size: int


class KeptFiles(Struct, frozen=True):
    """The entries in a folder. What cannot be read or written only costs time, so nothing of it is an error."""

    folder: Path
    suffix: str
    largest: int

    def find(self, key: str) -> bytes | None:
        """What is kept under a key, if it is there and whole."""
        path = self.path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if data[:_SUM] != hashlib.sha256(data[_SUM:]).digest():
            return None
        with suppress(OSError):
            os.utime(path)
        return data[_SUM:]

    def keep(self, key: str, data: bytes) -> None:
        """Keep something under a key; another run may do the same at the same time."""
        path = self.path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(_UNFINISHED, dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(data).digest())
                    file.write(data)
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)

    def trim(self) -> None:
        """Take away what was not used for longest, until the rest is within the bound; and what was never finished."""
        now = time.time()
        for path, state in _files(self.folder, _UNFINISHED):
            if state.st_mtime < now - _DAY:
                _remove(path)
        entries = sorted(self._entries(), key=lambda entry: entry[1].st_mtime_ns)
        left = sum(state.st_size for _, state in entries)
        for path, state in entries:
            if left <= self.largest:
                return
            _remove(path)
            left -= state.st_size

    def size(self) -> KeptSize:
        """How much is kept."""
        entries = self._entries()
        return KeptSize(len(entries), sum(state.st_size for _, state in entries))

    def clear(self) -> KeptSize:
        """Take everything away; gives what was there."""
        entries = self._entries()
        for path, _ in (*entries, *_files(self.folder, _UNFINISHED)):
            _remove(path)
        return KeptSize(len(entries), sum(state.st_size for _, state in entries))

    def path(self, key: str) -> Path:
        """Where an entry lies."""
        return self.folder / key[:2] / f"{key}{self.suffix}"

    def _entries(self) -> list[tuple[Path, os.stat_result]]:
        return _files(self.folder, self.suffix)


def _files(folder: Path, suffix: str) -> list[tuple[Path, os.stat_result]]:
    found = []
    for path in sorted(folder.glob(f"??/*{suffix}")):
        with suppress(OSError):
            found.append((path, path.stat()))
    return found


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
