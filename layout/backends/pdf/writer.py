"""Pages of a composition as one PDF document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from reportlab.pdfbase import pdfdoc

from layout.assets.fonts import FaceBook
from layout.assets.images import ImageStore
from layout.backends.pdf.boxes import Boxes, page_boxes
from layout.backends.pdf.figures import Form, form_object
from layout.backends.pdf.fonts import EmbeddedFont, FontStore
from layout.backends.pdf.images import image_object, separated_object, turning
from layout.backends.pdf.layers import Layers, parted
from layout.backends.pdf.links import Sheet, link_annotations
from layout.backends.pdf.metadata import (
    DocumentInfo,
    document_id,
    identity,
    info_dictionary,
    outline,
    page_labels,
)
from layout.backends.pdf.objects import Raw, array, dictionary, name, stream
from layout.backends.pdf.overprint import STATES
from layout.backends.pdf.printing import Printing, output_intents
from layout.backends.pdf.spots import separation, spots_of
from layout.backends.pdf.structure import Written, write_structure
from layout.backends.pdf.surface import LineStore, Surface
from layout.backends.pdf.tags import Marks
from layout.backends.pdf.xmp import metadata_stream
from layout.compose.model import Composition
from layout.display.items import Figure, Item, Photo, TextRun
from layout.display.page import PageDisplay

VERSION = (1, 6)
# reportlab writes only what it knows of; these entries are ours.
_CATALOG_ENTRIES = ("OutputIntents", "OCProperties")
_PAGE_ENTRIES = ("Group", "StructParents", "Tabs")


class Resources(Struct, frozen=True):
    """Where faces and pictures are taken from; `kept` and `lines` are subsets of faces and lines made before."""

    faces: FaceBook
    images: ImageStore
    kept: FontStore | None = None
    lines: LineStore | None = None


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]  # reportlab has no types
    """A page whose dictionary is set by us alone."""

    Override_default_compilation = 1
    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, *_PAGE_ENTRIES)


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]  # reportlab has no types
    """A catalog that may name output intents and layers."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, *_CATALOG_ENTRIES)


def render(
    composition: Composition,
    page_names: Sequence[str],
    resources: Resources,
    info: DocumentInfo,
    printing: Printing | None = None,
) -> bytes:
    """The pages named, in their order in the composition, as a PDF; a PDF/X or PDF/A with `printing`.

    Every face is subset once for the whole document. The same input gives the same bytes.
    """
    pages = [page for page in composition.pages if page.name in page_names]
    document = _document(info, printing)
    around = printing.margin if printing else 0
    fonts = _fonts(pages, resources.faces)
    forms = _forms(pages, resources.images, document)
    turns = {} if printing else _turns(pages, resources.images)
    spots = spots_of(pages)
    spaces = {spot: f"S{number}" for number, spot in enumerate(spots)}
    marks = Marks(composition.parts) if printing and printing.conformance.tagged else None
    layers = Layers(composition.parts, document)
    surfaces = [
        Surface(
            page.trim.height,
            page.bleed + page.margin + around,
            fonts,
            forms,
            turns,
            overprinting=printing is not None,
            marks=marks,
            spaces=spaces,
            lines=resources.lines,
        )
        for page in pages
    ]
    contents = [_streams(page, surface, layers) for page, surface in zip(pages, surfaces, strict=True)]
    images: dict[str, Any] = {}
    for surface in surfaces:
        for key in surface.images:
            if key not in images:
                images[key] = _picture(key, resources.images, printing, document)
    shared = _shared(fonts, printing, document, resources.kept)
    if spots:
        written = {spaces[spot]: separation(spot, ink, document) for spot, ink in spots.items()}
        shared["ColorSpace"] = document.Reference(dictionary(written))
    sheets: dict[str, Sheet] = {}
    for page, surface, content in zip(pages, surfaces, contents, strict=True):
        pictures = {resource: images[key] for key, resource in surface.images.items()}
        pictures |= {resource: forms[key].reference for key, resource in surface.figures.items()}
        own = {"XObject": dictionary(pictures) if pictures else None, "Properties": layers.properties}
        drawn = _Drawn(content, {**shared, **own})
        blended = bool(surface.figures) or _is_see_through(surface.images, printing)
        boxes = page_boxes(page, page.margin + around)
        made, reference = _add_page(document, boxes, drawn, _group(printing) if blended else None)
        sheets[page.name] = Sheet(made, reference, page.trim.height, surface.around)
    for page in pages:
        sheets[page.name].page.Annots = link_annotations(page.links, sheets[page.name], sheets)
    references = [sheet.reference for sheet in sheets.values()]
    half = identity([*(data for content in contents for data in content), *_picture_data(images, printing)], info)
    document.Catalog.OCProperties = layers.catalog
    document.Catalog.PageLabels = page_labels(pages)
    document.Catalog.Outlines = outline(pages, composition.parts, references, document, around)
    if marks:
        write_structure(composition, pages, Written(document, references, around, info.language), marks)
    _finish(document, info, printing, half)
    document._ID = document_id(half)
    return bytes(document.format())


def _document(info: DocumentInfo, printing: Printing | None) -> Any:
    version = printing.conformance.version if printing else VERSION
    document = pdfdoc.PDFDocument(dummyoutline=1, invariant=1, pdfVersion=version, lang=info.language)
    document.Catalog.__class__ = _Catalog
    return document


def _picture(key: str, images: ImageStore, printing: Printing | None, document: Any) -> Any:
    if printing:
        return separated_object(printing.pictures[key], document)
    return image_object(images.image(key), document)


def _picture_data(images: dict[str, Any], printing: Printing | None) -> list[bytes]:
    """What a press file's identity depends on beside its contents."""
    return [printing.pictures[key].data for key in images] if printing else []


def _is_see_through(images: dict[str, str], printing: Printing | None) -> bool:
    return printing is not None and any(printing.pictures[key].alpha is not None for key in images)


def _group(printing: Printing | None) -> Any:
    """The page's transparency group: what is blended is blended in inks (Ghent Workgroup 2022, R0030)."""
    if printing is None or not printing.conformance.transparency:
        return None
    return dictionary({"Type": name("Group"), "S": name("Transparency"), "CS": name("DeviceCMYK")})


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


def _shared(
    fonts: dict[str, EmbeddedFont], printing: Printing | None, document: Any, kept: FontStore | None
) -> dict[str, Any]:
    """What all pages' resources have in common: the fonts, and the states of overprinting."""
    written = {font.resource: font.write(document, kept) for font in fonts.values() if font.used}
    shared = {"Font": document.Reference(dictionary(written))}
    if printing:
        states = {state.resource: document.Reference(state.state()) for state in STATES}
        shared["ExtGState"] = document.Reference(dictionary(states))
    return shared


def _streams(page: PageDisplay, surface: Surface, layers: Layers) -> list[bytes]:
    """The content of a page; with marks of a proof a second stream of theirs, drawn in a state of its own."""
    own, over = parted(page.items)
    content = surface.draw(own)
    if not over:
        return [content]

    def draw(items: Sequence[Item]) -> bytes:
        return Surface(surface.height, surface.around, surface.fonts).draw(items)

    return [b"q\n" + content + b"\nQ", layers.content(over, draw)]


class _Drawn(Struct, frozen=True):
    content: list[bytes]
    resources: dict[str, Any]


def _add_page(document: Any, boxes: Boxes, drawn: _Drawn, group: Any) -> tuple[Any, Any]:
    own = _Page()
    own.MediaBox = own.CropBox = Raw(boxes.media)
    own.BleedBox = Raw(boxes.bleed)
    own.TrimBox = Raw(boxes.trim)
    own.Group = group
    streams = [stream(data) for data in drawn.content]
    own.Contents = streams[0] if len(streams) == 1 else array([document.Reference(one) for one in streams])
    own.Resources = dictionary(drawn.resources)
    own.Parent = document.Reference(document.Pages)
    reference = document.thisPageRef()
    document.addPage(own)
    return own, reference


def _finish(document: Any, info: DocumentInfo, printing: Printing | None, half: str) -> None:
    catalog, named = document.Catalog, ""
    catalog.ViewerPreferences = dictionary({"DisplayDocTitle": Raw("true")})
    catalog.PageMode = name("UseOutlines")
    if printing:
        conformance = printing.conformance
        catalog.OutputIntents = output_intents(printing, document)
        catalog.Metadata = document.Reference(metadata_stream(info, conformance, half))
        named = conformance.named if conformance.in_info else ""
    document.info = info_dictionary(info, named)
    document.Reference(catalog)
    document.Reference(document.info)
