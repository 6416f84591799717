"""What was made of some pages, kept on disk until something changes that it was made from.

A batch is kept under the hash of all that it may have looked at beside stories: the edition's pages as they were read,
styles, faces, pictures, words, signatures, the target, the program itself. Which stories it did look at is noted while
it is made; what is kept holds as long as those are the same. So an edit of one story makes only its pages anew.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from layout import api
from layout.api.findings import written_stories
from layout.assets.keptfiles import KeptFiles, cache_folder
from layout.compose.edition import Prepared
from layout.diagnostics import Span
from layout.edition.model import Story
from layout.release.certificate import stories_of

LARGEST = 256 * 1024 * 1024
_SUFFIX = ".batch"
# The packages whose work may be seen on a page.
STANDS_ON = (
    "PIL",
    "borax",
    "fontTools",
    "jieba",
    "msgspec",
    "pikepdf",
    "pyphen",
    "reportlab",
    "svgelements",
    "uharfbuzz",
    "yaml",
)
_PROGRAM = Path(__file__).resolve().parents[1]


def kept_files() -> KeptFiles:
    """The files that hold what was made."""
    return KeptFiles(cache_folder("proofs"), _SUFFIX, LARGEST)


class KeptBatches:
    """The batches of an edition that were made before, and what is made now to be found by the next build."""

    def __init__(self, loaded: api.Loaded, prepared: Prepared, target: api.Target, made: Sequence[str]) -> None:
        self._files = kept_files()
        self._edition = prepared.edition
        self._written = stories_of(loaded.edition) if loaded.edition else {}
        self._pages = {page.name: page for page in prepared.edition.pages}
        self._common = _common(loaded, prepared, target, made)
        # As they are before anything is made of them.
        self._states = {name: _state(story.path) for name, story in prepared.edition.stories.items()}
        self._known: dict[str, bytes] = {}
        self._keys: dict[tuple[str, ...], str] = {}

    def find(self, names: tuple[str, ...]) -> Any:
        """What was made of some pages, if all that it was made from is still the same; else None."""
        key = self._key(names)
        data = self._files.find(key) if self._may_be_used(key) else None
        if data is None:
            return None
        stories, made = pickle.loads(data)  # an entry of ours, in a folder that is only ours
        return made if all(self._digest(name) == digest for name, digest in stories.items()) else None

    def keep(self, names: tuple[str, ...], made: object, stories: Iterable[str]) -> None:
        """Keep what was made of some pages for which these stories were looked at."""
        key = self._key(names)
        if self._may_be_used(key):
            entry = {name: self._digest(name) for name in stories}, made
            self._files.keep(key, _pickled(entry))

    def trim(self) -> None:
        """Let go of what was not used for longest."""
        self._files.trim()

    def _key(self, names: tuple[str, ...]) -> str:
        # Asked for before pages are made and after: their pictures may be others by then.
        if names not in self._keys:
            told = hashlib.sha256(self._common)
            told.update(repr([(name, _states(self._pages[name])) for name in names]).encode())
            self._keys[names] = told.hexdigest()
        return self._keys[names]

    def _may_be_used(self, key: str) -> bool:
        return _is_ours(self._files.folder) and _is_ours(self._files.path(key).parent)

    def _digest(self, name: str) -> bytes:
        """The hash of a story as it is set and as it is written, and of its file; empty for none."""
        if name not in self._known:
            story, written = self._edition.stories.get(name), self._written.get(name)
            # Most are set as they are written.
            told = _pickled(story) + (b"" if story == written else _pickled(written))
            told += repr(self._states.get(name)).encode()
            self._known[name] = hashlib.sha256(told).digest() if story else b""
        return self._known[name]


class NotedStories(dict[str, Story]):
    """Stories by name that note which of them are looked at; who goes through them has looked at all."""

    def __init__(self, stories: Mapping[str, Story]) -> None:
        super().__init__(stories)
        self.seen: dict[str, None] = {}

    def __getitem__(self, name: str) -> Story:
        self.seen[name] = None
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """A story."""
        self.seen[name] = None
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.seen[str(name)] = None
        return super().__contains__(name)

    def __len__(self) -> int:
        self._see_all()
        return super().__len__()

    def __iter__(self) -> Iterator[str]:
        self._see_all()
        return super().__iter__()

    def keys(self) -> Any:
        """The names of all stories."""
        self._see_all()
        return super().keys()

    def values(self) -> Any:
        """All stories."""
        self._see_all()
        return super().values()

    def items(self) -> Any:
        """All stories with their names."""
        self._see_all()
        return super().items()

    def copy(self) -> Any:
        """All stories."""
        self._see_all()
        return super().copy()

    def __or__(self, other: Any) -> Any:
        self._see_all()
        return super().__or__(other)

    def __ror__(self, other: Any) -> Any:
        self._see_all()
        return super().__ror__(other)

    def __reversed__(self) -> Iterator[str]:
        self._see_all()
        return super().__reversed__()

    def __eq__(self, other: object) -> bool:
        self._see_all()
        return super().__eq__(other)

    __hash__ = None

    def _see_all(self) -> None:
        self.seen |= dict.fromkeys(super().keys())


def noting(prepared: Prepared) -> tuple[Prepared, NotedStories]:
    """The edition once more, with stories that note which of them are looked at."""
    stories = NotedStories(prepared.edition.stories)
    edition = replace(prepared.edition, stories=stories)
    return replace(prepared, materials=replace(prepared.materials, edition=edition)), stories


def _common(loaded: api.Loaded, prepared: Prepared, target: api.Target, made: Sequence[str]) -> bytes:
    """The hash of all that any page may look at beside stories and its own pictures."""
    edition = prepared.edition
    told: list[Any] = [replace(edition, stories={}, fillers=()), sorted(edition.stories)]
    told += [[(filler.id, filler.path) for filler in edition.fillers], written_stories(loaded)]
    told += [loaded.styles, loaded.words, loaded.entries, tuple(made), _faces(loaded)]
    told += [replace(target, out=Path(), found=(), png=0), _states(loaded.styles)]
    return hashlib.sha256(b"".join([_program(), *map(_pickled, told)])).digest()


def _faces(loaded: api.Loaded) -> list[Any]:
    """The faces: what each is, and the state of its file."""
    assert loaded.faces is not None
    book = loaded.faces
    files = [(key, face.file, face.without, _state(face.file.path)) for key, face in book.faces.items()]
    return [files, book.records, book.drawn and sorted(book.drawn.artworks.items())]


@cache
def _program() -> bytes:
    """The hash of the states of the program's files, and of the first file of each package it stands on."""
    told = hashlib.sha256(f"{sys.version} {_state(Path(sys.executable))}".encode())
    for name in STANDS_ON:
        found = find_spec(name)
        told.update(repr((name, found and found.origin and (found.origin, _state(Path(found.origin))))).encode())
    folders = [str(_PROGRAM)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.is_dir():
                    folders += [] if entry.name == "__pycache__" else [entry.path]
                else:
                    told.update(f"{entry.path} {_told(entry.stat())}\n".encode())
    return told.digest()


def _states(value: object) -> list[tuple[str, Any]]:
    """The states of all files that something names, places in sources aside."""
    return [(str(path), _state(path)) for path in sorted(set(_paths(value)))]


def _paths(value: object) -> Iterator[Path]:
    match value:
        case Path():
            yield value
        case Span() | str() | bytes() | int() | None:
            return
        case Struct():
            for name in value.__struct_fields__:
                yield from _paths(getattr(value, name))
        case Mapping():
            for one in value.values():
                yield from _paths(one)
        case tuple() | list():
            for one in value:
                yield from _paths(one)


def _state(path: Path) -> tuple[int, ...] | None:
    """What tells a file from one that was written since; None when there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return _told(state)


def _told(state: os.stat_result) -> tuple[int, ...]:
    """Any writing, renaming or touching changes one of these; the time of the last change cannot be set back."""
    return state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can put an entry into the folder: they are unpickled."""
    if not hasattr(os, "geteuid"):
        return False
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
    except OSError:
        return False
    return state.st_uid == os.geteuid() and not state.st_mode & 0o022


def _pickled(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
