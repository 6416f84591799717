"""Separated pictures kept on disk between builds, safe for several runs at once, and bounded.

An entry is a file of its own named after everything its content follows from; it is written under another name and
renamed, and read back only when its checksum holds. What was not used for longest goes first.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from layout.assets.separation import Separated

LARGEST = 1024 * 1024 * 1024
_FOLDER = "PAIBAN_CACHE"
_SUFFIX = ".ink"
_NUMBERS = ("width", "height", "bits")


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the cache is: PAIBAN_CACHE, else a folder of the user's caches."""
    if named := environment.get(_FOLDER):
        return Path(named)
    home = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA")
    return (Path(home) if home else Path.home() / ".cache") / "paiban" / "pictures"


class CacheSize(Struct, frozen=True):
    """How many pictures are kept, and their bytes."""

    pictures: int
    size: int


class PictureCache(Struct, frozen=True):
    """The cache in a folder. A cache that cannot be read or written only costs time, so nothing of it is an error."""

    folder: Path
    largest: int = LARGEST

    def find(self, key: str) -> Separated | None:
        """The picture kept under a key, if it is there and whole."""
        path = self._path(key)
        try:
            data = path.read_bytes()
            found = _read(data)
            if found:
                os.utime(path)
        except OSError:
            return None
        return found

    def keep(self, key: str, picture: Separated) -> None:
        """Keep a picture under a key; another run may do the same at the same time."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(_written(picture))
            Path(name).replace(path)
        except OSError:
            return

    def trim(self) -> None:
        """Take away what was not used for longest, until the rest is within the bound."""
        entries = sorted(self._entries(), key=lambda entry: entry[1].st_mtime_ns)
        left = sum(state.st_size for _, state in entries)
        for path, state in entries:
            if left <= self.largest:
                return
            path.unlink(missing_ok=True)
            left -= state.st_size

    def size(self) -> CacheSize:
        """What the cache holds."""
        entries = self._entries()
        return CacheSize(len(entries), sum(state.st_size for _, state in entries))

    def clear(self) -> CacheSize:
        """Take everything away; gives what was there."""
        entries = self._entries()
        for path, _ in entries:
            path.unlink(missing_ok=True)
        return CacheSize(len(entries), sum(state.st_size for _, state in entries))

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}{_SUFFIX}"

    def _entries(self) -> list[tuple[Path, os.stat_result]]:
        found = []
        for path in sorted(self.folder.glob(f"??/*{_SUFFIX}")):
            try:
                found.append((path, path.stat()))
            except OSError:
                continue
        return found


def _written(picture: Separated) -> bytes:
    """A line of JSON about the picture, its data, its alpha."""
    body = picture.data + (picture.alpha or b"")
    head = {name: getattr(picture, name) for name in (*_NUMBERS, "space", "filter", "inverted", "broken")}
    head |= {"data": len(picture.data), "alpha": None if picture.alpha is None else len(picture.alpha)}
    head["sha256"] = hashlib.sha256(body).hexdigest()
    return json.dumps(head).encode() + b"\n" + body


def _read(data: bytes) -> Separated | None:
    head, _, body = data.partition(b"\n")
    try:
        said = json.loads(head)
        if said.pop("sha256") != hashlib.sha256(body).hexdigest():
            return None
        length, alpha = said.pop("data"), said.pop("alpha")
        return Separated(**said, data=body[:length], alpha=None if alpha is None else body[length:])
    except (ValueError, KeyError, TypeError):
        return None
