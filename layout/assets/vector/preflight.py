"""What a placed PDF must not have: things that do not print, fonts that are missing, colours that are not inks.

The rules are those of PDF/X (ISO 15930-7, 6.2–6.18; ISO 15930-4) for what is placed on a page of CMYK newsprint.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from layout.assets.vector.blacktype import black_cut_out
from layout.assets.vector.findings import (
    PDF_ACTIVE,
    PDF_CUT_OUT,
    PDF_FILTER,
    PDF_FONT,
    PDF_INK,
    PDF_PROFILE,
    PDF_TRANSPARENT,
)
from layout.diagnostics import Kind, Severity, Sink, Span

# Annotations of the printing trade itself (ISO 15930-7, 6.17).
_PRINTERS = {"/TrapNet", "/PrinterMark"}
_CATALOG = {
    "/OpenAction": "OpenAction",
    "/AA": "actions",
    "/AcroForm": "a form",
    "/Collection": "a portfolio",
    "/AF": "attached files",
}
_NAMES = {"/JavaScript": "JavaScript", "/EmbeddedFiles": "embedded files"}
_SCREEN_SPACES = {"/DeviceRGB", "/CalRGB", "/Lab", "/CalGray"}
_SCREEN_OPERATORS = {"rg", "RG"}
_SPACE_OPERATORS = {"cs", "CS"}
_DEEPEST = 24


class _Findings(Struct):
    """What was found, each sort once, with the values its message names."""

    found: dict[tuple[Kind, str], dict[str, str]] = field(default_factory=dict)
    seen: set[tuple[int, int]] = field(default_factory=set)

    def note(self, kind: Kind, **values: str) -> None:
        self.found.setdefault((kind, repr(sorted(values.items()))), values)

    def is_new(self, thing: Any) -> bool:
        """Whether an indirect object comes for the first time; direct ones always do."""
        if not thing.is_indirect:
            return True
        new = thing.objgen not in self.seen
        self.seen.add(thing.objgen)
        return new


def check_page(pdf: Any, page: Any, name: str, sink: Sink, span: Span | None) -> bool:
    """Report what keeps a page of a PDF from being printed; whether nothing of error severity was found."""
    findings = _Findings()
    _check_catalog(pdf.Root, findings)
    _check_active(page.obj, findings)
    if "/Group" in page.obj:
        _check_group(page.obj.Group, findings)
    resources = page.resources
    _check_content(page, findings)
    _check_resources(resources, findings, 0)
    if size := black_cut_out(page):
        findings.note(PDF_CUT_OUT, size=f"{size:.3g}")
    for (kind, _), values in findings.found.items():
        what: dict[str, Any] = dict(values)
        sink.report(kind, span, "picture", picture=name, **what)
    return not any(kind.severity is Severity.ERROR for kind, _ in findings.found)


def _check_catalog(root: Any, findings: _Findings) -> None:
    for key, what in _CATALOG.items():
        if key in root and (key != "/AcroForm" or len(root[key].get("/Fields", ()))):
            findings.note(PDF_ACTIVE, what=what)
    names = root.get("/Names", {})
    for key, what in _NAMES.items():
        if key in names:
            findings.note(PDF_ACTIVE, what=what)


def _check_active(page: Any, findings: _Findings) -> None:
    if "/AA" in page:
        findings.note(PDF_ACTIVE, what="actions")
    for annotation in page.get("/Annots", ()):
        sort = str(annotation.get("/Subtype", ""))
        if sort not in _PRINTERS:
            findings.note(PDF_ACTIVE, what=f"an annotation ({sort.strip('/')})")


def _check_group(group: Any, findings: _Findings) -> None:
    """A group alone makes nothing transparent, but a group of screen colours mixes in them."""
    if "/CS" in group:
        _check_space(group.CS, findings)


def _check_content(content: Any, findings: _Findings) -> None:
    """Colour operators that need no resource, and inline images."""
    import pikepdf

    for instruction in pikepdf.parse_content_stream(content):
        operator, named = str(instruction.operator), ""
        if operator in _SCREEN_OPERATORS:
            findings.note(PDF_INK, space="DeviceRGB")
        elif operator in _SPACE_OPERATORS:
            named = str(instruction.operands[0])
        elif operator == "INLINE IMAGE":
            named = _inline_space(instruction)
        if "/DeviceRGB" in named or named == "/RGB":
            findings.note(PDF_INK, space="DeviceRGB")


def _inline_space(instruction: Any) -> str:
    return str(instruction.iimage.obj.get("/ColorSpace", ""))


def _check_resources(resources: Any, findings: _Findings, depth: int) -> None:
    if depth > _DEEPEST or not findings.is_new(resources):
        return
    for space in _values(resources, "/ColorSpace"):
        _check_space(space, findings)
    for font in _values(resources, "/Font"):
        _check_font(font, findings, depth)
    for state in _values(resources, "/ExtGState"):
        _check_state(state, findings, depth)
    for shading in _values(resources, "/Shading"):
        _check_space(shading.ColorSpace, findings)
    for pattern in _values(resources, "/Pattern"):
        if "/Shading" in pattern:
            _check_space(pattern.Shading.ColorSpace, findings)
        elif findings.is_new(pattern):
            _check_stream(pattern, findings, depth)
    for thing in _values(resources, "/XObject"):
        _check_xobject(thing, findings, depth)


def _values(resources: Any, key: str) -> Iterator[Any]:
    entries = resources.get(key, {})
    return (entries[name] for name in sorted(entries.keys()))


def _check_stream(stream: Any, findings: _Findings, depth: int) -> None:
    _check_content(stream, findings)
    if "/Resources" in stream:
        _check_resources(stream.Resources, findings, depth + 1)


def _check_xobject(thing: Any, findings: _Findings, depth: int) -> None:
    if depth > _DEEPEST or not findings.is_new(thing):
        return
    sort = thing.get("/Subtype", "")
    if sort == "/PS" or "/PS" in thing:
        findings.note(PDF_FILTER, what="PostScript")
    if "/OPI" in thing or "/Ref" in thing or "/F" in thing:
        findings.note(PDF_FILTER, what="external files")
    if "/SMask" in thing and thing.SMask != "/None":
        findings.note(PDF_TRANSPARENT)
    if sort == "/Image":
        _check_image(thing, findings)
    elif sort == "/Form":
        if "/Group" in thing:
            _check_group(thing.Group, findings)
        _check_stream(thing, findings, depth)


def _check_image(image: Any, findings: _Findings) -> None:
    if "/Alternates" in image:
        findings.note(PDF_FILTER, what="alternates")
    if not image.get("/ImageMask", False) and "/ColorSpace" in image:
        _check_space(image.ColorSpace, findings)


def _check_space(space: Any, findings: _Findings) -> None:
    """A colour space by its family; what it is based on is looked at too (ISO 32000-1, 8.6)."""
    import pikepdf

    family = str(space) if isinstance(space, pikepdf.Name) else str(space[0])
    if family in _SCREEN_SPACES:
        findings.note(PDF_INK, space=family.strip("/"))
    elif family == "/ICCBased":
        parts = int(space[1].N)
        if parts == 3:
            findings.note(PDF_INK, space="ICCBased RGB")
        else:
            findings.note(PDF_PROFILE, space="CMYK" if parts == 4 else "grey")
    elif family in {"/Separation", "/DeviceN"}:
        _check_separation(space, findings)
    elif family in {"/Indexed", "/Pattern"} and not isinstance(space, pikepdf.Name) and len(space) > 1:
        _check_space(space[1], findings)


def _check_separation(space: Any, findings: _Findings) -> None:
    import pikepdf

    names = [space[1]] if isinstance(space[1], pikepdf.Name) else list(space[1])
    for ink in (str(name).strip("/") for name in names):
        if ink not in {"Cyan", "Magenta", "Yellow", "Black", "None", "All"}:
            findings.note(PDF_INK, space=ink)


def _check_font(font: Any, findings: _Findings, depth: int) -> None:
    if depth > _DEEPEST or not findings.is_new(font):
        return
    sort = font.get("/Subtype", "")
    if sort == "/Type3":
        for glyph in _values(font, "/CharProcs"):
            _check_content(glyph, findings)
        if "/Resources" in font:
            _check_resources(font.Resources, findings, depth + 1)
        return
    own = font.DescendantFonts[0] if sort == "/Type0" else font
    descriptor = own.get("/FontDescriptor", {})
    if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        findings.note(PDF_FONT, font=str(font.get("/BaseFont", "?")).strip("/"))


def _check_state(state: Any, findings: _Findings, depth: int) -> None:
    """A graphics state that makes things transparent, or that print forbids (ISO 15930-7, 6.14)."""
    see_through = any(float(state.get(key, 1)) < 1 for key in ("/ca", "/CA"))
    blended = "/BM" in state and "/Normal" not in str(state.BM) and "/Compatible" not in str(state.BM)
    masked = "/SMask" in state and state.SMask != "/None"
    if see_through or blended or masked:
        findings.note(PDF_TRANSPARENT)
    if masked and "/G" in state.SMask:
        _check_xobject(state.SMask.G, findings, depth + 1)
    if "/TR" in state or ("/TR2" in state and state.TR2 != "/Default"):
        findings.note(PDF_FILTER, what="transfer functions")
