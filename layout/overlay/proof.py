"""A proof: the composition with marks over its pages, each sort of them a layer of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.model import Composition, Sheet
from layout.diagnostics import Diagnostic
from layout.display.items import Item, Part, Role
from layout.display.page import Link, PageDisplay
from layout.overlay.faults import fault_marks
from layout.overlay.gridmarks import grid_marks
from layout.overlay.overset import fit_marks
from layout.overlay.pen import Pen
from layout.overlay.pictures import picture_marks
from layout.overlay.slug import MARGIN, Slug, slug_marks
from layout.overlay.stories import frame_marks, jump_marks
from layout.plan.type import Faces

Overlay = Literal["grid", "frames", "pictures", "jumps", "overset", "faults", "slug"]
OVERLAYS: tuple[Overlay, ...] = get_args(Overlay)
# What the layers are called in a viewer.
_TITLES: Mapping[Overlay, str] = {
    "grid": "网格 grid",
    "frames": "稿件框 frames",
    "pictures": "图片精度 pictures",
    "jumps": "转版 jumps",
    "overset": "溢出 overset",
    "faults": "差错 faults",
    "slug": "版边和签样 slug",
}


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
        Part(first + number, None, Role.ARTIFACT, None, 0, _TITLES[overlay]) for number, overlay in enumerate(chosen)
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

    def _marks(self, overlay: Overlay, page: PageDisplay, sheet: Sheet, links: list[Link]) -> Iterable[Item]:
        """The marks of one sort."""
        pen, part, marking = self.pen, self.parts[_TITLES[overlay]], self.marking

        def jumps() -> Iterable[Item]:
            for mark, link in jump_marks(sheet, self.composition, part):
                links.append(link)
                yield mark

        drawn: Mapping[Overlay, Callable[[], Iterable[Item]]] = {
            "grid": lambda: grid_marks(sheet.plan.grid, pen, part),
            "frames": lambda: frame_marks(sheet, pen, part),
            "pictures": lambda: picture_marks(sheet, marking.picture_ppi, pen, part),
            "jumps": jumps,
            "overset": lambda: fit_marks(page, self.composition.diagnostics, pen, part),
            "faults": lambda: fault_marks(page, marking.found, pen, part),
            "slug": lambda: slug_marks(page, marking.slug, pen, part),
        }
        return drawn[overlay]()
