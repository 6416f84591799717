"""Pages drawn one by one, each apart from the document it will be part of.

A drawn page has its content ready, and names what it needs: faces with their glyphs, pictures, layers. It is small, so
that a page's composition can be let go as soon as it is drawn; it may be drawn in another process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from layout.assets.fonts import FaceBook
from layout.assets.images import ImageStore
from layout.backends.pdf.bookmarks import Bookmark, bookmark
from layout.backends.pdf.boxes import Boxes, page_boxes
from layout.backends.pdf.codes import CodedFaces, PackedTexts, PageFonts
from layout.backends.pdf.edge import Edge
from layout.backends.pdf.figurebox import FormBox, form_box
from layout.backends.pdf.glyphlines import LineStore
from layout.backends.pdf.layered import layered, parted
from layout.backends.pdf.numbers import deflated
from layout.backends.pdf.printing import Printing
from layout.backends.pdf.spots import spots_of
from layout.backends.pdf.surface import Surface
from layout.backends.pdf.tags import Marks
from layout.backends.pdf.turning import turning
from layout.display.items import Figure, Item, Part, Photo
from layout.display.page import Link, PageDisplay
from layout.ink import Ink

if TYPE_CHECKING:
    from layout.backends.pdf.fonts import FontStore

# What glyphs stand for, by the keys of their faces.
GlyphTexts = Mapping[str, Mapping[int, str]]


class Resources(Struct, frozen=True):
    """Where faces and pictures are taken from; `kept` and `lines` are subsets of faces and lines made before."""

    faces: CodedFaces
    images: ImageStore
    kept: FontStore | None = None
    lines: LineStore | None = None

    @classmethod
    def of(
        cls, faces: FaceBook, images: ImageStore, kept: FontStore | None = None, lines: LineStore | None = None
    ) -> Resources:
        """Faces and pictures of an edition."""
        return cls(CodedFaces(faces), images, kept, lines)


class DrawnPage(Struct, frozen=True):
    """A page's content and what it needs.

    `contents` are its deflated streams, `digest` the hash of what is in them. Resource names are the page's own: those
    of `fonts` are by the key of a face, of `images` and `figures` by that of a picture, of `spots` by the name of an
    ink, of `layers` by their titles. `texts` are the glyphs used and what each stands for.
    """

    name: str
    boxes: Boxes
    edge: Edge
    contents: tuple[bytes, ...]
    digest: bytes
    texts: Mapping[str, PackedTexts]
    fonts: Mapping[str, str]
    images: Mapping[str, str]
    figures: Mapping[str, str]
    spots: Mapping[str, tuple[str, Ink]]
    layers: Mapping[str, str]
    bookmark: Bookmark
    links: tuple[Link, ...]


def draw_page(
    page: PageDisplay,
    parts: Sequence[Part],
    resources: Resources,
    printing: Printing | None = None,
    *,
    marks: Marks | None = None,
    fixed: GlyphTexts | None = None,
) -> DrawnPage:
    """Draw a page of a composition with these parts.

    `marks` collects whose everything is; `fixed` are texts that glyphs stand for already in the document.
    """
    margin = printing.margin if printing else 0
    spots = {spot: (f"S{number}", ink) for number, (spot, ink) in enumerate(spots_of([page]).items())}
    surface = Surface(
        page.trim.height,
        page.bleed + page.margin + margin,
        PageFonts(resources.faces, fixed or {}),
        _forms(page, resources.images),
        {} if printing else _turns(page, resources.images),
        overprinting=printing is not None,
        marks=marks,
        spaces={spot: resource for spot, (resource, _) in spots.items()},
        lines=resources.lines,
    )
    contents, layers = _contents(page, parts, surface)
    fonts = surface.fonts.used
    return DrawnPage(
        page.name,
        page_boxes(page, page.margin + margin),
        Edge(page.trim.height, surface.around),
        tuple(map(deflated, contents)),
        hashlib.sha256(b"\n".join(contents)).digest(),
        {key: PackedTexts.of(font.used) for key, font in fonts.items()},
        {key: font.resource for key, font in fonts.items()},
        surface.images,
        surface.figures,
        spots,
        layers,
        bookmark(page, parts, margin),
        page.links,
    )


def _contents(page: PageDisplay, parts: Sequence[Part], surface: Surface) -> tuple[list[bytes], Mapping[str, str]]:
    """A page's content and its layers; marks of a proof are a second stream, drawn in a state of its own."""
    own, over = parted(page.items)
    content = surface.draw(own)
    if not over:
        return [content], {}

    def draw(items: Sequence[Item]) -> bytes:
        return Surface(surface.height, surface.around, surface.fonts).draw(items)

    marks = layered(over, parts, draw)
    return [b"q\n" + content + b"\nQ", marks.content], marks.titles


def _turns(page: PageDisplay, images: ImageStore) -> dict[str, str]:
    """How the page's pictures are turned upright, by their keys."""
    keys = {item.image for item in page.items if isinstance(item, Photo)}
    return {key: turning(images.image(key)) for key in keys}


def _forms(page: PageDisplay, images: ImageStore) -> dict[str, FormBox]:
    """The boxes of the pages of PDFs that the page shows."""
    keys = {item.figure for item in page.items if isinstance(item, Figure)}
    return {key: form_box(images.figure(key)) for key in keys}
