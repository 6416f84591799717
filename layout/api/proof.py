"""Proofs: the composition with its marks, and with what the stages of its pages say."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from layout import __version__
from layout.api.stages import stages
from layout.compose.model import Composition
from layout.display.digest import DIGITS
from layout.edition.stages import PageStage

if TYPE_CHECKING:
    from layout.api import Loaded, Target
    from layout.overlay.slug import Slug

# Who signs a proof, beside those that the style wants for the press (design of the proof sheet: three readings).
_READERS = ("一校", "二校", "三校", "责任编辑", "版面主编", "检校")


def marked(composition: Composition, loaded: Loaded, target: Target) -> Composition:
    """The composition with the marks of a proof that the target asks for."""
    from layout.overlay.proof import Marking, with_proof

    if loaded.faces is None or loaded.style is None:
        raise ValueError("the edition was not read completely")
    if not target.overlays:
        return composition
    slug = slug_of(composition, loaded, target)
    marking = Marking(target.overlays, target.found, slug, loaded.style.checks.picture_ppi)
    return with_proof(composition, marking, loaded.faces)


def slug_of(composition: Composition, loaded: Loaded, target: Target) -> Slug:
    """What the slug says; its pages are told of only when it is drawn, since their hashes take time."""
    from layout.overlay.slug import PageSlug, Slug

    assert loaded.style is not None
    edition = composition.edition
    time = target.time or datetime.combine(edition.date, datetime.min.time())
    known = stages(composition, loaded) if "slug" in target.overlays else {}
    roles = tuple(dict.fromkeys((*_READERS, *loaded.style.signatures)))
    return Slug(
        loaded.style.identity.name,
        edition.date.isoformat(),
        edition.number,
        edition.version,
        f"{time:%Y-%m-%d %H:%M:%S}",
        f"paiban {__version__}",
        {name: PageSlug(one.on_proof, one.digest[:DIGITS], _signed(one, roles)) for name, one in known.items()},
    )


def _signed(stage: PageStage, roles: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """By each role who has signed the page as it is, the last one when there are several."""
    names = {entry.role: entry.name for entry in stage.entries}
    return tuple((role, names.get(role, "")) for role in roles)
