"""An edition kept in memory while its files are edited: what a change touches is made again, the rest stays.

What comes out is what a fresh load, composition and check give, finding by finding and byte by byte.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from layout import api
from layout.diagnostics import Diagnostic

if TYPE_CHECKING:
    from layout.backends.pdf import DocumentInfo
    from layout.compose.model import Composition
    from layout.display.page import PageDisplay


class Refreshed(Struct, frozen=True):
    """What a change came to.

    `sound` says whether everything could be read; where it could not the pages stay as they were and
    `LiveEdition.findings` says why. `changed` are the names of the pages that look otherwise than before or are new,
    in the order of the edition; `gone` are those it has no longer.
    """

    sound: bool
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class LiveEdition:
    """An edition and its composition in memory; `loaded` and `composition` are the last that could be read whole.

    `composition` is None until then. Pages that a change does not touch stay the very same objects.
    """

    def __init__(self, manifest: Path, *, root: Path | None = None, fonts: Path | None = None) -> None:
        self._manifest, self._root, self._fonts = manifest, root, fonts
        self.loaded: api.Loaded = self._read()
        self.composition: Composition | None = None
        self._broken: tuple[Diagnostic, ...] | None = None
        self._findings: tuple[Diagnostic, ...] | None = None
        self._take(self.loaded)

    @property
    def sound(self) -> bool:
        """Whether the files could be read when they were last looked at."""
        return self._broken is None

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Everything that is to be said of the edition as its files are now; found when first asked for."""
        if self._broken is not None:
            return self._broken
        if self._findings is None:
            assert self.composition is not None
            self._findings = api.findings(self.composition, self.loaded)
        return self._findings

    def refresh(self, changed: Iterable[Path]) -> Refreshed:
        """Take in that these files were changed, made or removed (folders stand for what is in them).

        Raises `layout.assets.images.PictureError` for a picture that turns out to be damaged.
        """
        if not any(True for _ in changed):
            return Refreshed(self.sound)
        return self._take(self._read())

    def _read(self) -> api.Loaded:
        return api.load(self._manifest, root=self._root, fonts=self._fonts)

    def _take(self, loaded: api.Loaded) -> Refreshed:
        if not loaded.complete:
            self._broken = loaded.diagnostics
            return Refreshed(False)
        before = _looks(self.composition, self.loaded) if self.composition else {}
        self.composition, self.loaded = api.compose(loaded), loaded
        self._broken = self._findings = None
        after = _looks(self.composition, loaded)
        changed = tuple(name for name, look in after.items() if before.get(name) != look)
        pages = (page if page.name in changed else before[page.name].page for page in self.composition.pages)
        self.composition = replace(self.composition, pages=tuple(pages))
        return Refreshed(True, changed, tuple(name for name in before if name not in after))


class _Look(Struct, frozen=True):
    """All that a page's file shows and says of itself: items, titles of stories, marks of the proof, the edition."""

    page: PageDisplay
    titles: tuple[str, ...]
    marks: tuple[Diagnostic, ...]
    edition: DocumentInfo


def _looks(composition: Composition, loaded: api.Loaded) -> dict[str, _Look]:
    """How every page of a composition looks."""
    marks: dict[str | None, list[Diagnostic]] = {}
    for found in composition.diagnostics:
        if found.where is not None:
            marks.setdefault(found.page, []).append(found)
    target = api.Target("proof", Path())
    return {
        page.name: _Look(
            page,
            tuple(composition.parts[region.part].title for region in page.regions),
            tuple(marks.get(page.name, ())),
            api.document_info(composition, loaded, target, [page.name]),
        )
        for page in composition.pages
    }
