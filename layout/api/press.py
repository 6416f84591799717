"""The stages on the way to a press: its sheet read, photographs separated, pages imposed and marked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from layout.api.stages import stages
from layout.diagnostics import Sink

if TYPE_CHECKING:
    from layout.api import Loaded, Target
    from layout.assets.profiles import Profile
    from layout.assets.separator import Separator
    from layout.backends.pdf.printing import Conforming, Printing
    from layout.compose.model import Composition
    from layout.overlay.pressmarks import Slug
    from layout.style.press import Press


class PressRun(Struct, frozen=True):
    """A press, its profile, the standard that its files follow, and what separates pictures for it.

    `red` is the spot ink that red is printed with, empty for process inks.
    """

    press: Press
    profile: Profile
    standard: Conforming
    separator: Separator
    red: str = ""


def press_run(
    loaded: Loaded, sink: Sink, standard: Conforming | None = None, *, spots: bool = False
) -> PressRun | None:
    """The press that the paper's style names, ready to print for; None with what is wrong with its sheet reported.

    With `spots` red is an ink of its own, and a press that takes none is reported.
    """
    from layout.assets.keptfiles import cache_folder
    from layout.assets.picturecache import PictureCache
    from layout.assets.profiles import read_profile
    from layout.assets.separation import Inks
    from layout.assets.separator import Separator
    from layout.style.press import DEFAULT, load_press
    from layout.style.pressfindings import NO_SPOTS

    if loaded.style is None:
        raise ValueError("the edition was not read completely")
    named_by = loaded.edition.span if loaded.edition else None
    press = load_press(loaded.style.press or DEFAULT, loaded.workspace, sink, named_by)
    profile = read_profile(press.profile, sink, press.span) if press else None
    if press is None or profile is None:
        return None
    if spots and not press.red_spot:
        sink.report(NO_SPOTS, press.span, "red_spot", press=press.name)
        return None
    separator = Separator(Inks(profile, press.intent, press.total_ink), PictureCache(cache_folder("pictures")))
    return PressRun(press, profile, standard or press.standard, separator, press.red_spot if spots else "")


def in_spots(composition: Composition, run: PressRun) -> Composition:
    """The composition with its red in the press's spot ink, where that is asked for."""
    from layout.display.inks import in_spot

    if not run.red:
        return composition
    return replace(composition, pages=tuple(in_spot(page, run.red) for page in composition.pages))


def shown(
    composition: Composition, loaded: Loaded, target: Target, separated: Composition | None = None
) -> Composition:
    """The composition as the target's files show it: with the proof's marks, or imposed and with the press's.

    `separated` is the same one with its photographs in inks, when files are made.
    """
    if target.profile == "proof":
        from layout.api.proof import marked

        return marked(composition, loaded, target)
    drawn = separated or composition
    if target.profile == "archive" or target.press is None or loaded.faces is None:
        return drawn
    from layout.overlay.imposition import imposed
    from layout.overlay.pressmarks import digests, with_press_marks

    drawn = in_spots(drawn, target.press)
    laid = imposed(drawn) if target.impose else drawn
    told = digests(imposed(composition) if target.impose else composition)
    slug = _slug(composition, loaded, target, told)
    return with_press_marks(laid, target.press.press.marks, slug, loaded.faces, spine=target.impose)


def stamped(composition: Composition, loaded: Loaded, target: Target) -> Target:
    """The target with a slug, outside the trim, that says so of the pages that nobody has signed; itself if all are."""
    pages = tuple(name for name, stage in stages(composition, loaded).items() if not stage.may_be_printed)
    if not pages or target.press is None:
        return target
    press = target.press.press
    marks = press.marks if "slug" in press.marks else (*press.marks, "slug")
    return replace(target, unsigned=pages, press=replace(target.press, press=replace(press, marks=marks)))


def _slug(composition: Composition, loaded: Loaded, target: Target, told: Mapping[str, str]) -> Slug:
    """What the slug beside a page says of the edition."""
    from layout.overlay.pressmarks import Slug

    assert loaded.style is not None
    edition = composition.edition
    time = target.time or datetime.combine(edition.date, datetime.min.time())
    name = loaded.style.identity.name
    # A side of a sheet is unsigned when any page is.
    unsigned = tuple(told) if target.impose and target.unsigned else target.unsigned
    shown_time = f"{time:%Y-%m-%d %H:%M}"
    return Slug(name, edition.date.isoformat(), edition.number, edition.version, shown_time, told, unsigned)


def for_press(composition: Composition, loaded: Loaded, target: Target) -> tuple[Composition, Printing]:
    """The composition with its photographs separated, and how it is written for the press."""
    from layout.backends.pdf.printing import Intent, Printing
    from layout.backends.pdf.separations import separations
    from layout.overlay.pressmarks import MARGIN

    run = target.press
    assert run is not None
    made = separations(
        composition.pages, loaded.images, run.press, "x1a" if run.standard == "x1a" else "x4", run.separator
    )
    run.separator.finish()
    intent = Intent(run.profile, run.press.condition, run.press.info, run.press.registered)
    margin = MARGIN if run.press.marks and target.profile == "press" else 0
    return replace(composition, pages=made.pages), Printing(run.standard, intent, made.pictures, margin)
