"""Files written whole: all of a set appear together, or none does and the previous ones stay; data as JSON."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


class OutputError(Exception):
    """A file could not be written; nothing was changed. `path` is the file or folder, `reason` what the system said."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def json_bytes(data: Mapping[str, Any] | Sequence[Any]) -> bytes:
    """Data as a JSON file, the same way every time."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def write_all(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder, made when absent: first all under other names, then renamed one after another.

    Raises OutputError; what could not be renamed is taken back, so that the set before stays whole.
    """
    made: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            made.append((_written(folder, data), folder / name))
        _rename_all(made)
    except OSError as error:
        for temporary, _ in made:
            temporary.unlink(missing_ok=True)
        raise OutputError(folder, error.strerror or str(error)) from error
    return tuple(path for _, path in made)


def _written(folder: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=".paiban-", dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(0o644)
    except OSError:
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
    except OSError:
        for old, path in reversed(kept):
            if old:
                old.replace(path)
                # Renaming one name of a file to another name of the same file leaves both.
                old.unlink(missing_ok=True)
            else:
                path.unlink(missing_ok=True)
        raise
    for old, _ in kept:
        if old:
            old.unlink(missing_ok=True)


def _set_aside(path: Path) -> Path | None:
    """A second name for the file that stands there now, so that it can be put back."""
    if not path.exists():
        return None
    aside = path.with_name(f".paiban-old-{path.name}")
    aside.unlink(missing_ok=True)
    try:
        os.link(path, aside)
    except OSError:
        aside.write_bytes(path.read_bytes())
    return aside
