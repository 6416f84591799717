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
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from layout import api
from layout.api.findings import written_stories
from layout.assets.keptfiles import KeptFiles, cache_folder
from layout.compose.edition import Prepared
from layout.diagnostics import Span
from layout.edition.model import Story
from layout.release.certificate import stories_of
from layout.text.sense import installed_segmenter

LARGEST = 256 * 1024 * 1024
_SUFFIX = ".batch"
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
        self._known: dict[str, bytes] = {}
        self._keys: dict[tuple[str, ...], str] = {}

    def find(self, names: tuple[str, ...]) -> Any:
        """What was made of some pages, if all that it was made from is still the same; else None."""
        data = self._files.find(self._key(names)) if _is_ours(self._files.folder) else None
        if data is None:
            return None
        stories, made = pickle.loads(data)  # an entry of ours, in a folder that is only ours
        return made if all(self._digest(name) == digest for name, digest in stories.items()) else None

    def keep(self, names: tuple[str, ...], made: object, stories: Iterable[str]) -> None:
        """Keep what was made of some pages for which these stories were looked at."""
        if _is_ours(self._files.folder):
            entry = {name: self._digest(name) for name in stories}, made
            self._files.keep(self._key(names), pickle.dumps(entry, pickle.HIGHEST_PROTOCOL))

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

    def _digest(self, name: str) -> bytes:
        """The hash of a story as it is set and as it is written, of its file and its pictures; empty for none."""
        if name not in self._known:
            story, written = self._edition.stories.get(name), self._written.get(name)
            told = (story, written, _states((story, written)))
            self._known[name] = hashlib.sha256(_pickled(told)).digest() if story else b""
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

    def _see_all(self) -> None:
        self.seen |= dict.fromkeys(super().keys())


def noting(prepared: Prepared) -> tuple[Prepared, NotedStories]:
    """The edition once more, with stories that note which of them are looked at."""
    stories = NotedStories(prepared.edition.stories)
    edition = replace(prepared.edition, stories=stories)
    return replace(prepared, materials=replace(prepared.materials, edition=edition)), stories


def _common(loaded: api.Loaded, prepared: Prepared, target: api.Target, made: Sequence[str]) -> bytes:
    """The hash of all that any page may look at beside stories and its own pictures."""
    edition = replace(prepared.edition, stories={}, fillers=())
    names = sorted(prepared.edition.stories), written_stories(loaded)
    wanted = replace(target, out=Path(), found=(), png=0)
    told = (edition, names, loaded.styles, loaded.words, loaded.entries, wanted, tuple(made), _faces(loaded))
    pictures = repr(_states(loaded.styles)).encode()
    segmenter = type(installed_segmenter()).__qualname__
    return hashlib.sha256(_program() + _pickled(told) + pictures + segmenter.encode()).digest()


def _faces(loaded: api.Loaded) -> list[Any]:
    """The faces: what each is, and the state of its file."""
    assert loaded.faces is not None
    book = loaded.faces
    files = [(key, face.file, face.without, _state(face.file.path)) for key, face in book.faces.items()]
    return [files, book.records, book.drawn and sorted(book.drawn.artworks.items())]


@cache
def _program() -> bytes:
    """The hash of the program's files' states, and of what it stands on."""
    told = hashlib.sha256(f"{sys.version} {_state(Path(msgspec.__file__).parents[1])}".encode())
    folders = [str(_PROGRAM)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.is_dir():
                    folders += [] if entry.name == "__pycache__" else [entry.path]
                else:
                    state = entry.stat()
                    told.update(f"{entry.path} {state.st_size} {state.st_mtime_ns}\n".encode())
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


def _state(path: Path) -> tuple[int, int, int] | None:
    """What tells a file from one that was written since; None when there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns


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
