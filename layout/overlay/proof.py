"""A proof: the composition with marks over its pages, each sort of them a layer of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.model import Composition, Sheet
from layout.diagnostics import Diagnostic
from layout.display.items import Item, Part, Role
from layout.display.page import Link, PageDisplay
from layout.overlay.faults import fault_marks
from layout.overlay.gridmarks import grid_marks
from layout.overlay.layers import OVERLAYS, TITLES, Overlay
from layout.overlay.overset import fit_marks
from layout.overlay.pen import Pen
from layout.overlay.pictures import picture_marks
from layout.overlay.slug import MARGIN, Slug, slug_marks
from layout.overlay.stories import frame_marks, jump_marks
from layout.plan.type import Faces


class Marking(Struct, frozen=True):
    """What proofs show: the overlays chosen, everything found, the slug, and the ppi that a picture has to exceed."""

    overlays: Sequence[Overlay]
    found: Sequence[Diagnostic]
    slug: Slug
    picture_ppi: int


def with_proof(composition: Composition, marking: Marking, faces: Faces) -> Composition:
    """The composition with the marks of a proof on every page; the same one when none are asked for."""
    chosen = [overlay for overlay in OVERLAYS if overlay in marking.overlays]
    if not chosen:
        return composition
    first = len(composition.parts)
    parts = [
        Part(first + number, None, Role.ARTIFACT, None, 0, TITLES[overlay]) for number, overlay in enumerate(chosen)
    ]
    proof = _Proof(composition, marking, Pen.of(faces), {part.title: part.id for part in parts})
    sheets = {sheet.plan.page.name: sheet for sheet in composition.sheets}
    pages = tuple(
        proof.page(page, sheets[page.name], chosen) if page.name in sheets else page for page in composition.pages
    )
    return replace(composition, pages=pages, parts=(*composition.parts, *parts))


class _Proof(Struct):
    """The marks of a composition being drawn."""

    composition: Composition
    marking: Marking
    pen: Pen
    parts: Mapping[str, int]

    def page(self, page: PageDisplay, sheet: Sheet, chosen: Sequence[Overlay]) -> PageDisplay:
        """A page with its marks, their links, and the paper that they need."""
        links: list[Link] = []
        items = [item for overlay in chosen for item in self._marks(overlay, page, sheet, links)]
        margin = MARGIN if {"slug", "faults"} & set(chosen) else 0
        return replace(page, items=(*page.items, *items), links=tuple(links), margin=margin)

    def _marks(self, overlay: Overlay, page: PageDisplay, sheet: Sheet, links: list[Link]) -> Iterator[Item]:
        """The marks of one sort; those of jumps add their links."""
        pen, part = self.pen, self.parts[TITLES[overlay]]
        match overlay:
            case "grid":
                yield from grid_marks(sheet.plan.grid, pen, part)
            case "frames":
                yield from frame_marks(sheet, pen, part)
            case "pictures":
                yield from picture_marks(sheet, self.marking.picture_ppi, pen, part)
            case "jumps":
                for mark, link in jump_marks(sheet, self.composition, part):
                    links.append(link)
                    yield mark
            case "overset":
                yield from fit_marks(page, self.composition.diagnostics, pen, part)
            case "faults":
                yield from fault_marks(page, self.marking.found, pen, part)
            case "slug":
                yield from slug_marks(page, self.marking.slug, pen, part)
