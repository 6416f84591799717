"""Folders and files of a tree put in their places together, or none of them.

All is written under a name of its own in the tree first. What stood in a place is kept aside until everything is in
its place; whatever fails puts it back, and a run that was killed is taken back by the next one.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from layout.backends.files import alone_in, writing

_WORK = ".paiban.work"
_NEW, _OLD, _PLAN, _DONE = "new", "old", "plan.json", "done"

Folders = Mapping[str, Mapping[str, bytes]]
Files = Mapping[str, bytes | None]


def put(tree: Path, folders: Folders, files: Callable[[], Files]) -> None:
    """Put folders (each replaced whole) and files into a tree, made when absent; a file that is None is taken away.

    `files` is asked for them when no other run can change the tree any more; what it raises is raised. Raises
    `layout.backends.files.OutputError` when the tree cannot be written.
    """
    with alone_in(tree):
        with writing(tree):
            _recover(tree)
        wanted = files()
        with writing(tree):
            _put(tree, folders, wanted)


def _put(tree: Path, folders: Folders, files: Files) -> None:
    changed = {path: data for path, data in files.items() if not _is_there(tree / path, data)}
    work = tree / _WORK
    try:
        work.mkdir()
        for path, data in _contents(folders, changed):
            _write(work / _NEW / path, data)
        places = {**dict.fromkeys(folders, True), **{path: data is not None for path, data in changed.items()}}
        _write(work / _PLAN, json.dumps(places).encode())
        for path, wanted in places.items():
            _replace(tree, path, wanted=wanted)
        _write(work / _DONE, b"")
    except BaseException:
        with suppress(OSError):  # what cannot be taken back now is taken back by the next run
            _recover(tree)
        raise
    with suppress(OSError):  # everything is in its place; the next run clears this away
        shutil.rmtree(work)


def _contents(folders: Folders, files: Files) -> Iterator[tuple[str, bytes]]:
    for folder, own in folders.items():
        for name, data in own.items():
            yield f"{folder}/{name}", data
    for path, content in files.items():
        if content is not None:
            yield path, content


def _is_there(path: Path, data: bytes | None) -> bool:
    if data is None:
        return not path.exists()
    return path.is_file() and path.read_bytes() == data


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(tree: Path, path: str, *, wanted: bool) -> None:
    work, place = tree / _WORK, tree / path
    if place.exists():
        _move(place, work / _OLD / path)
    if wanted:
        _move(work / _NEW / path, place)


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.rename(target)


def _recover(tree: Path) -> None:
    """Take back what a run has begun and not ended; every step can be done again when this is stopped itself."""
    work = tree / _WORK
    plan = work / _PLAN
    if plan.exists() and not (work / _DONE).exists():
        # A plan that was not written whole is one of which nothing was done.
        with suppress(ValueError):
            for path, wanted in reversed(json.loads(plan.read_bytes()).items()):
                _take_back(tree, path, wanted=wanted)
    if work.exists():
        shutil.rmtree(work)


def _take_back(tree: Path, path: str, *, wanted: bool) -> None:
    work, place = tree / _WORK, tree / path
    new, old = work / _NEW / path, work / _OLD / path
    if wanted and not new.exists() and place.exists():
        _move(place, new)
    if old.exists():
        _move(old, place)
    with suppress(OSError):
        for folder in place.relative_to(tree).parents[:-1]:
            (tree / folder).rmdir()
