"""What is to be said of an edition: from reading, composing and checking it, at once or some pages at a time."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from layout.api.loaded import Loaded
from layout.api.stages import changed
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic
from layout.style.checks import Checks

if TYPE_CHECKING:
    from layout.check.issue import Issue, PrintedPicture
    from layout.edition.model import Edition


def check(composition: Composition, loaded: Loaded) -> tuple[Diagnostic, ...]:
    """What the rules find on the composed pages and over the edition; see `layout.check.registry`.

    Raises ValueError when `loaded` is not complete.
    """
    from layout.check.run import run_rules

    return run_rules(replace(issue_of(composition, loaded), written=written_stories(loaded)))


def findings(composition: Composition, loaded: Loaded, *, press: bool = False) -> tuple[Diagnostic, ...]:
    """Everything that is to be said of an edition: from reading, composing and checking it.

    For the `press` a page that is not made up is an error; at the desk it is only told of.
    """
    from layout.check.allow import allow
    from layout.check.run import for_press, graded

    found = tuple(graded(loaded.diagnostics + composition.diagnostics, _checks(loaded))) + check(composition, loaded)
    found += tuple(changed(composition, loaded))
    if press:
        found = tuple(for_press(found))
    names = [page.name for page in composition.pages]
    return allow(dict.fromkeys(found), composition.edition, names)


def page_findings(issue: Issue, loaded: Loaded) -> tuple[Diagnostic, ...]:
    """What is found on some composed pages, nothing allowed yet; all pages they share a story with are among them.

    Rules of the newsroom's own may look at everything: there all pages of the edition are among them.
    """
    from layout.check.run import graded, run_rules, run_scope

    composition = issue.composition
    own = bool(issue.checks.rules)
    ruled = run_rules(replace(issue, written=written_stories(loaded))) if own else run_scope(issue, "pages")
    return (*graded(composition.diagnostics, _checks(loaded)), *ruled, *changed(composition, loaded))


def text_findings(edition: Edition, loaded: Loaded, prepared: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is found in the texts of an edition as it is set, and was in reading and `prepared` in setting it."""
    from layout.check.run import graded, run_scope

    issue = replace(issue_of(Composition(edition, (), (), ()), loaded), written=written_stories(loaded))
    return (*graded((*loaded.diagnostics, *prepared), _checks(loaded)), *run_scope(issue, "texts"))


def picture_findings(edition: Edition, loaded: Loaded, pictures: tuple[PrintedPicture, ...]) -> tuple[Diagnostic, ...]:
    """What is found in comparing the pictures of all pages."""
    from layout.check.run import run_scope

    return run_scope(issue_of(Composition(edition, (), (), ()), loaded, pictures), "pictures")


def issue_of(composition: Composition, loaded: Loaded, kept: tuple[PrintedPicture, ...] = ()) -> Issue:
    """What rules look at. `kept` are pictures of pages that the composition has no more."""
    from layout.check.issue import Issue
    from layout.check.scene import PixelModes, scenes

    if loaded.edition is None or loaded.styles is None:
        raise ValueError("the edition was not read completely")
    images = PixelModes((image.key, image.mode) for image in loaded.images.opened())
    pages = scenes(composition, loaded.styles, images, loaded.words.names)
    return Issue(composition.edition, loaded.styles.paper, composition, pages, loaded.words, (), kept)


def written_stories(loaded: Loaded) -> tuple[Path, ...]:
    """The story files that lie with an edition, placed or not."""
    folder = loaded.edition.folder if loaded.edition else None
    return tuple(sorted((folder / "stories").glob("*.md"))) if folder else ()


def _checks(loaded: Loaded) -> Checks:
    return loaded.style.checks if loaded.style else Checks()
