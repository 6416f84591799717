"""An edition kept in memory while its files are edited: what a change touches is made again, the rest stays.

What comes out is what a fresh load, composition and check give, finding by finding and byte by byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from layout import api
from layout.diagnostics import Diagnostic, Sink

if TYPE_CHECKING:
    from layout.backends.pdf import DocumentInfo
    from layout.compose.again import Workings
    from layout.compose.model import Composition
    from layout.display.items import Item
    from layout.display.page import PageDisplay, Region
    from layout.edition.model import Story


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
        self._made: Workings | None = None
        self._seen: dict[str, _Look] = {}
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
        """Take in that these files were changed, made or removed (folders stand for what is in them)."""
        files = [Path(path) for path in changed]
        if not files:
            return Refreshed(self.sound)
        return self._reread(files) or self._take(self._read())

    def _read(self) -> api.Loaded:
        return api.load(self._manifest, root=self._root, fonts=self._fonts)

    def _take(self, loaded: api.Loaded) -> Refreshed:
        from layout.assets.images import PictureError
        from layout.compose.again import composed
        from layout.compose.edition import Materials

        if not loaded.complete or not (loaded.edition and loaded.styles and loaded.faces):
            self._broken = loaded.diagnostics
            return Refreshed(False)
        try:
            made = composed(Materials(loaded.edition, loaded.styles, loaded.faces, loaded.images))
        except PictureError as error:
            self._broken = (*loaded.diagnostics, error.found)
            return Refreshed(False)
        return self._show(loaded, made)

    def _reread(self, files: Sequence[Path]) -> Refreshed | None:
        """Take in stories alone; None when that will not do, and everything has to be read."""
        from layout.compose.again import again

        loaded, made = self.loaded, self._made
        if self._broken is not None or made is None:
            return None
        for path in files:
            changed = reread(path, loaded)
            if changed is None:
                return None
            old, new = changed
            made = again(made, old, new)
            if made is None or loaded.edition is None:
                return None
            stories = {**loaded.edition.stories, new.id: new}
            loaded = replace(loaded, edition=replace(loaded.edition, stories=stories))
        return self._show(loaded, made)

    def _show(self, loaded: api.Loaded, made: Workings) -> Refreshed:
        """Put a composition in the place of the one before; a page that looks the same stays the same object."""
        before = self._seen
        self._seen = _looks(made.composition, loaded)
        changed = tuple(name for name, look in self._seen.items() if name not in before or not look.like(before[name]))
        for name, look in self._seen.items():
            if name in before and look == before[name]:
                made.steps.pages[name] = before[name].page
                self._seen[name] = replace(look, page=before[name].page)
        made.composition = replace(made.composition, pages=tuple(made.steps.pages.values()))
        self.composition, self.loaded, self._made = made.composition, loaded, made
        self._broken = self._findings = None
        return Refreshed(True, changed, tuple(name for name in before if name not in self._seen))


def reread(path: Path, loaded: api.Loaded) -> tuple[Story, Story] | None:
    """A story as it was and as its file is now; None for what is no story, or changes more than its own words.

    More are its pictures, which its places show, and anything that has to be told of it.
    """
    from layout.edition.files import Files
    from layout.edition.storyfile import read_story

    edition = loaded.edition
    where = path.resolve()
    old = next((one for one in edition.stories.values() if one.path.resolve() == where), None) if edition else None
    if edition is None or old is None or any(one.span and one.span.path == old.path for one in loaded.diagnostics):
        return None
    sink = Sink()
    new = read_story(old.path, edition.span, old.encoding, Files(edition.folder, loaded.workspace, sink))
    return (old, new) if new and not sink.found and new.pictures == old.pictures else None


class _Look(Struct, frozen=True):
    """All that a page's file shows and says of itself: items, titles of stories, marks of the proof, the edition."""

    page: PageDisplay
    titles: tuple[str, ...]
    marks: tuple[Diagnostic, ...]
    edition: DocumentInfo

    def like(self, other: _Look) -> bool:
        """Whether the page's file is the same; its parts are numbered anew where an earlier page has more of them."""
        if (self.titles, self.marks, self.edition) != (other.titles, other.marks, other.edition):
            return False
        one, two = self.page, other.page
        if replace(one, part=two.part, items=two.items, regions=two.regions) != two:
            return False
        return _but_for_parts(one.items, two.items) and _but_for_parts(one.regions, two.regions)


def _but_for_parts(ones: Sequence[Item | Region], others: Sequence[Item | Region]) -> bool:
    """Whether they are the same but for the numbers of their parts."""
    if len(ones) != len(others):
        return False
    pairs = zip(ones, others, strict=True)
    return all(a == b or (a.part != b.part and replace(a, part=b.part) == b) for a, b in pairs)


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
            api.document_info(composition.edition, loaded, target, [page.name]),
        )
        for page in composition.pages
    }
