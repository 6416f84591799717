"""An edition as it was read, with its style, faces and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from layout.diagnostics import Diagnostic, Severity
from layout.paths import Workspace
from layout.style.words import NO_WORDS, WordList

if TYPE_CHECKING:
    from layout.assets.fonts import FaceBook
    from layout.assets.images import ImageStore
    from layout.edition.model import Edition
    from layout.edition.stages import Entry
    from layout.style.cascade import EditionStyles
    from layout.style.load import House
    from layout.style.model import PaperStyle


class Loaded(Struct, frozen=True):
    """What was read; a part that could not be read is None, with the reasons among the diagnostics.

    `entries` are the records of who signed which page.
    """

    edition: Edition | None
    styles: EditionStyles | None
    faces: FaceBook | None
    images: ImageStore
    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...]
    words: WordList = NO_WORDS
    house: House | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def style(self) -> PaperStyle | None:
        """The paper's own style."""
        return self.styles.paper if self.styles else None

    @property
    def complete(self) -> bool:
        """Whether everything was read without an error, so that it can be composed."""
        return not any(found.severity is Severity.ERROR for found in self.diagnostics)
