"""Pages of a composition as one PDF document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct, field
from reportlab.pdfbase import pdfdoc

from layout.assets.images import ImageStore
from layout.backends.pdf.drawing import DrawnPage, GlyphTexts, Resources, draw_page
from layout.backends.pdf.figures import form_object
from layout.backends.pdf.fonts import EmbeddedFont
from layout.backends.pdf.images import image_object, separated_object
from layout.backends.pdf.layers import Layers
from layout.backends.pdf.links import Sheet, link_annotations
from layout.backends.pdf.metadata import (
    DocumentInfo,
    document_id,
    identity,
    info_dictionary,
    outline,
    page_labels,
)
from layout.backends.pdf.objects import Raw, array, deflated_stream, dictionary, name
from layout.backends.pdf.overprint import STATES
from layout.backends.pdf.printing import Printing, output_intents
from layout.backends.pdf.spots import separation
from layout.backends.pdf.structure import Written, write_structure
from layout.backends.pdf.tags import Marks
from layout.backends.pdf.xmp import metadata_stream
from layout.compose.model import Composition

VERSION = (1, 6)
# reportlab writes only what it knows of; these entries are ours.
_CATALOG_ENTRIES = ("OutputIntents", "OCProperties")
_PAGE_ENTRIES = ("Group", "StructParents", "Tabs")


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]  # reportlab has no types
    """A page whose dictionary is set by us alone."""

    Override_default_compilation = 1
    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, *_PAGE_ENTRIES)


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]  # reportlab has no types
    """A catalog that may name output intents and layers."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, *_CATALOG_ENTRIES)


Redraw = Callable[[str, GlyphTexts], DrawnPage]


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
    pages = {page.name: page for page in composition.pages if page.name in page_names}
    if printing is None or not printing.conformance.tagged:

        def draw(name: str, fixed: GlyphTexts) -> DrawnPage:
            return draw_page(pages[name], composition.parts, resources, printing, fixed=fixed)

        drawn = agreed([draw(name, {}) for name in pages], draw)
        return document_of(drawn, resources, info, printing)
    marks, drawn = Marks(composition.parts), []
    texts: GlyphTexts = {}
    for page in pages.values():
        # Whose everything is can be collected once only: what glyphs stand for is carried on from page to page.
        drawn.append(draw_page(page, composition.parts, resources, printing, marks=marks, fixed=texts))
        texts = texts_of(drawn)

    def structure(written: Written) -> None:
        write_structure(composition, list(pages.values()), written, marks)

    return document_of(drawn, resources, info, printing, structure)


def document_of(
    pages: Sequence[DrawnPage],
    resources: Resources,
    info: DocumentInfo,
    printing: Printing | None = None,
    structure: Callable[[Written], None] | None = None,
) -> bytes:
    """Drawn pages that agree about what their glyphs stand for (see `agreed`) as a document; `structure` tags it."""
    document = _document(info, printing)
    images, shared = _Pictures(resources.images, printing, document), _Shared(pages, resources, printing, document)
    layers = Layers(document)
    sheets: dict[str, Sheet] = {}
    for page in pages:
        own = {
            "Font": shared.fonts(page),
            "ExtGState": shared.states,
            "ColorSpace": shared.spaces(page),
            "XObject": images.of(page),
            "Properties": layers.properties(page.layers),
        }
        blended = bool(page.figures) or images.see_through(page)
        made, reference = _add_page(document, page, own, _group(printing) if blended else None)
        sheets[page.name] = Sheet(made, reference, page.edge)
    for page in pages:
        sheets[page.name].page.Annots = link_annotations(page.links, page.edge, sheets)
    references = [sheet.reference for sheet in sheets.values()]
    half = identity([*(page.digest for page in pages), *images.data()], info)
    document.Catalog.OCProperties = layers.catalog
    document.Catalog.PageLabels = page_labels(list(sheets))
    document.Catalog.Outlines = outline([page.bookmark for page in pages], references, document)
    if structure:
        structure(Written(document, references, printing.margin if printing else 0, info.language))
    _finish(document, info, printing, half)
    document._ID = document_id(half)
    return bytes(document.format())


def agreed(pages: Sequence[DrawnPage], redraw: Redraw) -> list[DrawnPage]:
    """The pages, those drawn again that take a glyph for another text than a page before does."""
    texts: dict[str, dict[int, str]] = {}
    found = []
    for page in pages:
        fixed = _differing(texts, page)
        found.append(redraw(page.name, fixed) if fixed else page)
        _merge(texts, found[-1])
    return found


def _differing(before: GlyphTexts, page: DrawnPage) -> GlyphTexts:
    """What glyphs stand for in the document, where they stand for something else on a page."""
    found = {}
    for key, packed in page.texts.items():
        known, own = before.get(key, {}), packed.mapping()
        fixed = {glyph: known[glyph] for glyph, text in own.items() if known.get(glyph, text) != text}
        if fixed:
            found[key] = fixed
    return found


def texts_of(pages: Iterable[DrawnPage]) -> GlyphTexts:
    """What the glyphs of some pages stand for."""
    texts: dict[str, dict[int, str]] = {}
    for page in pages:
        _merge(texts, page)
    return texts


def _merge(texts: dict[str, dict[int, str]], page: DrawnPage) -> None:
    for key, packed in page.texts.items():
        texts.setdefault(key, {}).update(packed.mapping())


def _document(info: DocumentInfo, printing: Printing | None) -> Any:
    version = printing.conformance.version if printing else VERSION
    document = pdfdoc.PDFDocument(dummyoutline=1, invariant=1, pdfVersion=version, lang=info.language)
    document.Catalog.__class__ = _Catalog
    return document


def _group(printing: Printing | None) -> Any:
    """The page's transparency group: what is blended is blended in inks (Ghent Workgroup 2022, R0030)."""
    if printing is None or not printing.conformance.transparency:
        return None
    return dictionary({"Type": name("Group"), "S": name("Transparency"), "CS": name("DeviceCMYK")})


class _Pictures(Struct):
    """The pictures of a document, each written once, when a page first shows it."""

    images: ImageStore
    printing: Printing | None
    document: Any
    _written: dict[str, Any] = field(default_factory=dict)
    _forms: dict[str, Any] = field(default_factory=dict)

    def of(self, page: DrawnPage) -> Any:
        """A page's own pictures by their resource names; None when there are none."""
        for key in page.images:
            if key not in self._written:
                self._written[key] = self._picture(key)
        for key in page.figures:
            if key not in self._forms:
                self._forms[key] = form_object(self.images.figure(key), self.document)
        own = {resource: self._written[key] for key, resource in page.images.items()}
        own |= {resource: self._forms[key] for key, resource in page.figures.items()}
        return dictionary(own) if own else None

    def see_through(self, page: DrawnPage) -> bool:
        """Whether a picture of a page for the press is blended with what is under it."""
        return self.printing is not None and any(self.printing.pictures[key].alpha is not None for key in page.images)

    def data(self) -> list[bytes]:
        """What a press file's identity depends on beside its contents."""
        return [self.printing.pictures[key].data for key in self._written] if self.printing else []

    def _picture(self, key: str) -> Any:
        if self.printing:
            return separated_object(self.printing.pictures[key], self.document)
        return image_object(self.images.image(key), self.document)


class _Shared:
    """What pages have in common: the faces, the states of overprinting, the spot inks."""

    def __init__(
        self, pages: Sequence[DrawnPage], resources: Resources, printing: Printing | None, document: Any
    ) -> None:
        self._fonts = {
            key: EmbeddedFont(resources.faces[key], used).write(document, resources.kept)
            for key, used in texts_of(pages).items()
            if used
        }
        inks = {spot: ink for page in pages for spot, (_, ink) in page.spots.items()}
        self._spaces = {spot: separation(spot, ink, document) for spot, ink in sorted(inks.items())}
        states = {state.resource: document.Reference(state.state()) for state in STATES} if printing else {}
        self.states = document.Reference(dictionary(states)) if states else None

    def fonts(self, page: DrawnPage) -> Any:
        """A page's faces by their resource names."""
        return dictionary({resource: self._fonts[key] for key, resource in page.fonts.items() if key in self._fonts})

    def spaces(self, page: DrawnPage) -> Any:
        """A page's spot inks by their resource names; None when there are none."""
        own = {resource: self._spaces[spot] for spot, (resource, _) in page.spots.items()}
        return dictionary(own) if own else None


def _add_page(document: Any, page: DrawnPage, resources: dict[str, Any], group: Any) -> tuple[Any, Any]:
    own = _Page()
    own.MediaBox = own.CropBox = Raw(page.boxes.media)
    own.BleedBox = Raw(page.boxes.bleed)
    own.TrimBox = Raw(page.boxes.trim)
    own.Group = group
    streams = [deflated_stream(data) for data in page.contents]
    own.Contents = streams[0] if len(streams) == 1 else array([document.Reference(one) for one in streams])
    own.Resources = dictionary(resources)
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
