"""The room: an edition held ready, made up anew in one thread whenever a file of the newsroom changes."""

from __future__ import annotations

import hashlib
import logging
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Condition, Event, Thread

from msgspec.structs import replace

from layout.api import Loaded
from layout.api.live import LiveEdition
from layout.assets.fonts import FaceBook
from layout.assets.images import PictureError
from layout.backends.svg import Drawing, Screen
from layout.backends.svg.outlines import Outlines
from layout.desk.journal import FOLDER
from layout.desk.pictures import Pictures
from layout.desk.state import State, page_states

# Older drawings are kept, so that a browser that shows one of them is sent only what differs.
_KEPT = 8
_LOG = logging.getLogger("paiban.desk")


class Room:
    """An edition in its newest state. `changed` is called in the room's thread after every new one."""

    def __init__(self, manifest: Path, *, root: Path | None = None) -> None:
        self.manifest = manifest
        self._live = LiveEdition(manifest, root=root)
        self.pictures = Pictures()
        self.changed: Callable[[State], None] = lambda _: None
        self.state = self._first()
        self._drawings: dict[str, deque[tuple[str, Drawing]]] = {}
        self._waiting: set[Path] = set()
        self._changed: set[Path] = set()
        self._seen: dict[Path, str] = {}
        self._news = Condition()
        self._stop = Event()
        self._threads: list[Thread] = []
        self._keep(self.state)

    def start(self) -> None:
        """Begin to look at the newsroom's files."""
        self._threads = [Thread(target=work, daemon=True) for work in (self._work, self._watch)]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End both threads."""
        self._stop.set()
        with self._news:
            self._news.notify_all()
        for thread in self._threads:
            thread.join(timeout=5)

    def touch(self, paths: Iterable[Path]) -> None:
        """Files may have changed: the edition is made up anew, if any of them did."""
        with self._news:
            self._waiting.update(paths)
            self._news.notify_all()

    def wait(self, revision: int, seconds: float) -> State:
        """The first settled state after a revision, or the newest when the time is up."""
        with self._news:
            self._news.wait_for(lambda: self.state.revision > revision and self.state.settled, seconds)
            return self.state

    def drawing(self, page: str, digest: str) -> Drawing | None:
        """An older drawing of a page, if it is still kept."""
        return next((drawing for known, drawing in self._drawings.get(page, ()) if known == digest), None)

    def _first(self) -> State:
        live = self._live
        empty = State(0, live.loaded, findings=() if live.sound else live.findings, stale=True)
        return replace(self._pages(empty, 0), findings=live.findings, settled=True) if live.sound else empty

    def _work(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._waiting or self._changed or self._stop.is_set())
                if self._stop.is_set():
                    return
            if self._more():
                paths, self._changed = self._changed, set()
                try:
                    self._renew(paths)
                except Exception:
                    _LOG.exception("the edition could not be made up")

    def _more(self) -> bool:
        """Whether files have changed that are not yet looked at; one that is told of twice has changed once."""
        with self._news:
            paths, self._waiting = self._waiting, set()
        self._changed |= {path for path in paths if self._differs(path)}
        return bool(self._changed)

    def _differs(self, path: Path) -> bool:
        """Whether a file is another than when it was last looked at."""
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        except OSError:
            digest = "?"
        if self._seen.get(path) == digest:
            return False
        self._seen[path] = digest
        return True

    def _renew(self, paths: set[Path]) -> None:
        """A new state: first the pages, then what there is to say of them, unless files change again before that."""
        begun = time.perf_counter()
        live = self._live
        try:
            sound = live.refresh(paths).sound
        except PictureError as error:
            self._publish(replace(self.state, findings=(error.found,), stale=True, settled=True))
            return
        if not sound:
            self._publish(replace(self.state, findings=live.findings, stale=True, settled=True))
            return
        self._publish(self._pages(self.state, begun))
        if not self._more():
            self._publish(replace(self.state, findings=live.findings, settled=True))

    def _pages(self, before: State, begun: float) -> State:
        """The pages as they are now; `begun` is when that was asked for."""
        loaded, composition = self._live.loaded, self._live.composition
        assert composition is not None
        small = self.pictures.small(composition.pages, loaded.images)
        pages = page_states(composition, screen_of(loaded), before.pages, small)
        took = round((time.perf_counter() - begun) * 1000) if begun else 0
        return State(before.revision, loaded, composition, pages, before.findings, settled=False, took=took)

    def _publish(self, state: State) -> None:
        with self._news:
            self.state = replace(state, revision=self.state.revision + 1)
            self._keep(self.state)
            self._news.notify_all()
        self.changed(self.state)

    def _keep(self, state: State) -> None:
        for name, page in state.pages.items():
            kept = self._drawings.setdefault(name, deque(maxlen=_KEPT))
            if not kept or kept[-1][0] != page.digest:
                kept.append((page.digest, page.drawing))

    def _watch(self) -> None:
        """Look at the edition, the styles and the faces."""
        from watchfiles import watch

        folders = {path for path in _folders(self.state.loaded, self.manifest) if path.is_dir()}
        for changes in watch(
            *folders, watch_filter=lambda _, path: not _own(Path(path)), debounce=40, step=10, stop_event=self._stop
        ):
            self.touch(Path(path) for _, path in changes)


def screen_of(loaded: Loaded) -> Screen:
    """What pages are drawn with; the outlines live as long as the faces they are of."""
    assert loaded.faces is not None
    outlines = next((made for faces, made in _OUTLINES if faces is loaded.faces), None)
    if outlines is None:
        outlines = Outlines(loaded.faces.face)
        # Threads may meet here: each has what it needs, whichever is kept.
        _OUTLINES[:] = [*_OUTLINES[-1:], (loaded.faces, outlines)]
    return Screen(outlines, lambda name: f"/pictures/{name}")


# The faces that were asked for last, and their outlines.
_OUTLINES: list[tuple[FaceBook, Outlines]] = []


def _folders(loaded: Loaded, manifest: Path) -> list[Path]:
    folder = manifest if manifest.is_dir() else manifest.parent
    return [folder, loaded.workspace.root / "styles", loaded.workspace.root / "fonts"]


def _own(path: Path) -> bool:
    """Whether a file is one that paiban or an editor keeps for itself."""
    return FOLDER in path.parts or path.name.startswith((".", "~", "#")) or path.name.endswith(("~", ".swp", ".tmp"))
