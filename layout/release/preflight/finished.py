"""Finished files read back as a print shop would: is it a PDF/X, and does the press take what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from layout.diagnostics import Diagnostic, Kind
from layout.release.preflight import filefindings as kinds
from layout.release.preflight.content import faults
from layout.style.press import Press

_PRINTERS = {"/TrapNet", "/PrinterMark"}
_X4, _X1A = "PDF/X-4", "PDF/X-1a:2003"


def file_findings(path: Path, press: Press) -> tuple[Diagnostic, ...]:
    """Everything that keeps a finished file from a press."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            found = list(_pdf(pdf, press))
    except (pikepdf.PdfError, OSError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        found = [(kinds.UNREADABLE, {"reason": str(error).split("\n")[0][-80:]})]
    return tuple(Diagnostic(kind, None, "", (("file", path.name), *values.items())) for kind, values in found)


def _pdf(pdf: Any, press: Press) -> Iterator[tuple[Kind, dict[str, Any]]]:
    if pdf.is_encrypted:
        yield kinds.UNREADABLE, {"reason": "encrypted"}
    standard = _standard(pdf)
    if standard is None:
        yield kinds.NOT_PDFX, {}
    if reason := _intent_fault(pdf.Root):
        yield kinds.NO_INTENT, {"reason": reason}
    trapped = str(pdf.docinfo.get("/Trapped", "")).strip("/")
    if trapped not in {"True", "False"}:
        yield kinds.NOT_TRAPPED, {"found": trapped or "–"}
    if standard == _X1A and "/OCProperties" in pdf.Root:
        yield kinds.LAYERED, {}
    yield from _objects(pdf)
    for number, page in enumerate(pdf.pages, 1):
        for kind, values in _page(page.obj, press, opaque=standard == _X1A):
            yield kind, {"number": number, **values}


def _standard(pdf: Any) -> str | None:
    """The standard that a file says it follows."""
    if str(pdf.docinfo.get("/GTS_PDFXVersion", "")) == _X1A:
        return _X1A
    if "/Metadata" not in pdf.Root:
        return None
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        return _X4 if metadata.get("{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion") == _X4 else None


def _intent_fault(root: Any) -> str:
    """What is wrong with the output intent; empty when nothing is (ISO 15930-7, 6.2)."""
    intents = [intent for intent in root.get("/OutputIntents", []) if intent.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        return f"{len(intents)} of S GTS_PDFX"
    if not str(intents[0].get("/OutputConditionIdentifier", "")):
        return "OutputConditionIdentifier"
    profile = intents[0].get("/DestOutputProfile")
    head = profile.read_bytes()[:40] if profile is not None else b""
    return "" if head[12:20] == b"prtrCMYK" else "DestOutputProfile"


def _objects(pdf: Any) -> Iterator[tuple[Kind, dict[str, Any]]]:
    """Filters and fonts, which are objects wherever they are used."""
    import pikepdf

    missing, packed = set(), False
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            packed = packed or "/LZWDecode" in str(thing.get("/Filter", ""))
        elif isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
            missing |= _missing_program(thing)
    if packed:
        yield kinds.LZW, {}
    for font in sorted(missing):
        yield kinds.FONT_MISSING, {"font": font}


def _missing_program(font: Any) -> set[str]:
    """The font's name when its program is missing; composite fonts and Type 3 have none of their own."""
    if font.get("/Subtype") in {"/Type0", "/Type3"}:
        return set()
    descriptor = font.get("/FontDescriptor", {})
    has_it = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return set() if has_it else {str(font.get("/BaseFont", "?")).strip("/")}


def _page(page: Any, press: Press, *, opaque: bool) -> Iterator[tuple[Kind, dict[str, Any]]]:
    if reason := _box_fault(page):
        yield kinds.WRONG_BOX, {"reason": reason}
    elif any(_inside(note, page) for note in page.get("/Annots", [])):
        yield kinds.ANNOTATED, {}
    yield from faults(page, press, opaque=opaque)


def _box_fault(page: Any) -> str:
    """What is wrong with a page's boxes; empty when nothing is (ISO 15930-7, 6.12; GWG 2022, R0002 to R0004)."""
    if "/TrimBox" not in page or "/ArtBox" in page:
        return "TrimBox"
    media, trim = _box(page.MediaBox), _box(page.TrimBox)
    bleed, crop = _box(page.get("/BleedBox", page.MediaBox)), _box(page.get("/CropBox", page.MediaBox))
    if not (_holds(media, bleed) and _holds(bleed, trim)):
        return "MediaBox > BleedBox > TrimBox"
    if crop != media:
        return "CropBox = MediaBox"
    return "Rotate" if int(page.get("/Rotate", 0)) or "/UserUnit" in page else ""


def _box(array: Any) -> tuple[float, ...]:
    return tuple(float(edge) for edge in array)


def _holds(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    slack = 0.01
    return (
        outer[0] <= inner[0] + slack
        and outer[1] <= inner[1] + slack
        and outer[2] >= inner[2] - slack
        and outer[3] >= inner[3] - slack
    )


def _inside(note: Any, page: Any) -> bool:
    """Whether an annotation that is none of the printing trade's reaches into the trim."""
    trim, rect = _box(page.TrimBox), _box(note.get("/Rect", page.TrimBox))
    apart = rect[2] < trim[0] or rect[0] > trim[2] or rect[3] < trim[1] or rect[1] > trim[3]
    return note.get("/Subtype") not in _PRINTERS and not apart
