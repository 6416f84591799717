"""The PDFs of an edition in memory: those of the pages that changed, with what faces and pictures had before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from layout import api

if TYPE_CHECKING:
    from layout.api.live import LiveEdition


class LivePages:
    """Makes the proofs of single pages; what did not change is not drawn or subset again."""

    def __init__(self) -> None:
        from layout.backends.pdf.fonts import FontStore
        from layout.backends.pdf.glyphlines import LineStore

        self._fonts, self._lines = FontStore(), LineStore()

    def files(self, live: LiveEdition, target: api.Target, pages: Sequence[str]) -> Mapping[str, bytes]:
        """The PDFs of the pages named, by file name: what a build makes of them. `target` is a proof.

        With faults among its overlays, those found are the target's.
        """
        from layout.backends.pdf.drawing import Resources
        from layout.backends.pdf.writer import render

        composition, loaded = live.composition, live.loaded
        if composition is None or loaded.faces is None:
            raise ValueError("the edition was not read completely")
        own = tuple(page for page in composition.pages if page.name in pages)
        drawn = api.shown(replace(composition, pages=own), loaded, target)
        resources = Resources.of(loaded.faces, loaded.images, self._fonts, self._lines)
        made = {}
        for file, names in api.page_sets(drawn, loaded, replace(target, files="pages")).items():
            # What a document says of the edition is taken from the whole of it.
            info = api.document_info(composition.edition, loaded, target, names)
            made[file] = render(drawn, names, resources, info)
        return made


def write_pages(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write proofs made while files are edited; each appears whole, all of them or none.

    They are not forced to the disk: what a power failure takes is made again from the sources.
    Raises `layout.backends.files.OutputError`.
    """
    from layout.backends.files import write_all

    write_all(folder, files, synced=False)
