"""Pages of a composition as one PDF document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc

from layout.assets.fonts import FaceBook
from layout.assets.images import ImageStore
from layout.backends.pdf.figures import Form, form_object
from layout.backends.pdf.fonts import EmbeddedFont
from layout.backends.pdf.images import image_object, turning
from layout.backends.pdf.metadata import DocumentInfo, document_id, info_dictionary, outline, page_labels
from layout.backends.pdf.objects import Raw, dictionary, name, number, stream
from layout.backends.pdf.surface import Surface
from layout.compose.model import Composition
from layout.display.items import Figure, Photo, TextRun
from layout.display.page import PageDisplay
from layout.geometry import Rect
from layout.units import POINT

VERSION = (1, 6)


@dataclass(frozen=True, slots=True)
class Resources:
    """Where faces and pictures are taken from."""

    faces: FaceBook
    images: ImageStore


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]  # reportlab has no types
    """A page whose dictionary is set by us alone."""

    Override_default_compilation = 1


def render(composition: Composition, page_names: Sequence[str], resources: Resources, info: DocumentInfo) -> bytes:
    """The pages named, in their order in the composition, as a PDF.

    Every face is subset once for the whole document. The same input gives the same bytes.
    """
    pages = [page for page in composition.pages if page.name in page_names]
    document = pdfdoc.PDFDocument(dummyoutline=1, invariant=1, pdfVersion=VERSION, lang=info.language)
    fonts = _fonts(pages, resources.faces)
    forms = _forms(pages, resources.images, document)
    turns = _turns(pages, resources.images)
    surfaces = [Surface(page.trim.height, page.bleed, fonts, forms, turns) for page in pages]
    contents = [surface.draw(page.items) for surface, page in zip(surfaces, pages, strict=True)]
    images: dict[str, Any] = {}
    for surface in surfaces:
        for key in surface.images:
            if key not in images:
                images[key] = image_object(resources.images.image(key), document)
    written = {font.resource: font.write(document) for font in fonts.values() if font.used}
    font_resources = document.Reference(dictionary(written))
    references = []
    for page, surface, content in zip(pages, surfaces, contents, strict=True):
        pictures = {resource: images[key] for key, resource in surface.images.items()}
        pictures |= {resource: forms[key].reference for key, resource in surface.figures.items()}
        references.append(_add_page(document, page, content, font_resources, pictures))
    _finish(document, composition, pages, references, info)
    document._ID = document_id(contents, info)
    return bytes(document.format())


def _turns(pages: Sequence[PageDisplay], images: ImageStore) -> dict[str, str]:
    """How the pages' pictures are turned upright, by their keys."""
    keys = {item.image for page in pages for item in page.items if isinstance(item, Photo)}
    return {key: turning(images.image(key)) for key in keys}


def _fonts(pages: Sequence[PageDisplay], faces: FaceBook) -> dict[str, EmbeddedFont]:
    """The faces that the pages use, in the order they first come."""
    found: dict[str, EmbeddedFont] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, TextRun) and item.glyphs.face not in found:
                key = item.glyphs.face
                found[key] = EmbeddedFont(faces.face(key), f"F{len(found)}")
    return found


def _forms(pages: Sequence[PageDisplay], images: ImageStore, document: Any) -> dict[str, Form]:
    """The pages of PDFs that the pages show, each once."""
    keys = dict.fromkeys(item.figure for page in pages for item in page.items if isinstance(item, Figure))
    return {key: form_object(images.figure(key), document) for key in keys}


def _add_page(document: Any, page: PageDisplay, content: bytes, fonts: Any, pictures: dict[str, Any]) -> Any:
    own = _Page()
    trim = Rect(page.bleed, page.bleed, page.trim.width, page.trim.height)
    media = Rect(0, 0, page.trim.width + 2 * page.bleed, page.trim.height + 2 * page.bleed)
    own.MediaBox = own.CropBox = own.BleedBox = _box(media)
    own.TrimBox = _box(trim)
    own.Contents = stream(content)
    own.Resources = dictionary({"Font": fonts, "XObject": dictionary(pictures) if pictures else None})
    own.Parent = document.Reference(document.Pages)
    reference = document.thisPageRef()
    document.addPage(own)
    return reference


def _box(rect: Rect) -> Any:
    corners = (rect.x, rect.y, rect.right, rect.bottom)
    return Raw(f"[{' '.join(number(corner / POINT) for corner in corners)}]")


def _finish(
    document: Any, composition: Composition, pages: Sequence[PageDisplay], references: Sequence[Any], info: DocumentInfo
) -> None:
    catalog = document.Catalog
    catalog.PageLabels = page_labels(pages)
    catalog.Outlines = outline(pages, composition.parts, references, document)
    catalog.ViewerPreferences = dictionary({"DisplayDocTitle": Raw("true")})
    catalog.PageMode = name("UseOutlines")
    document.info = info_dictionary(info)
    document.Reference(catalog)
    document.Reference(document.info)
