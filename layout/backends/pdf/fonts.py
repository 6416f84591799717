"""Type0 fonts: each face once a document, subset by HarfBuzz to the glyphs used, with Unicode for every code.

CFF goes in as CIDFontType0C with the face's own CIDs as codes, glyf outlines as CIDFontType2 with a CIDToGIDMap
(ISO 32000-1, 9.7.4). An emboldened face is rebuilt from HarfBuzz's outlines, with the glyphs' numbers as CIDs. Codes do
not hang on a document, so that its pages can be drawn apart from each other.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field

from layout.assets.fonts import AnyFace, Face
from layout.backends.pdf.codes import CodedFace
from layout.backends.pdf.objects import Raw, array, deflated, deflated_stream, dictionary, name

_DROPPED = (  # noqa: SIM905, a list of tags reads best so
    "GSUB GPOS GDEF BASE VORG vhea vmtx DSIG name post OS/2 cmap kern gasp meta STAT MATH JSTF hdmx VDMX LTSH PCLT FFTM"
).split()


class FontFiles(Struct, frozen=True):
    """What a document holds of a face, deflated: its program (`length` bytes), CIDToGIDMap and Unicode map."""

    program: bytes
    length: int
    is_cff: bool
    glyph_map: bytes | None
    unicode_map: bytes


class FontStore(Struct):
    """Files of faces kept between documents: a face whose glyphs are the same again is not subset again."""

    _kept: dict[tuple[str, tuple[tuple[int, str], ...]], FontFiles] = field(default_factory=dict)

    def files(self, font: EmbeddedFont) -> FontFiles:
        """The files of a face as a document uses it."""
        key = (font.face.key, tuple(sorted(font.used.items())))
        made = self._kept.pop(key, None) or font.files()
        self._kept[key] = made
        while len(self._kept) > _MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        return made


# Enough for the faces of every page of an edition.
_MOST_KEPT = 400


class EmbeddedFont(Struct):
    """A face in one document: the glyphs used and what each stands for."""

    coded: CodedFace
    used: Mapping[int, str]

    @property
    def face(self) -> AnyFace:
        """The face."""
        return self.coded.face

    def files(self) -> FontFiles:
        """The face subset to the glyphs used."""
        program, is_cff, glyph_map = self._program()
        unicode_map = _to_unicode({self.face.code(glyph): text for glyph, text in self.used.items()})
        held = None if glyph_map is None else deflated(glyph_map)
        return FontFiles(deflated(program), len(program), is_cff, held, deflated(unicode_map))

    def write(self, document: Any, kept: FontStore | None = None) -> Any:
        """Add the font's objects to the document; gives the reference to its Type0 dictionary."""
        base = f"{self._tag()}+{self.face.postscript_name}"
        files = kept.files(self) if kept else self.files()
        is_cff, glyph_map = files.is_cff, files.glyph_map
        descriptor = document.Reference(self._descriptor(base, files, document))
        cid_font = {
            "Type": name("Font"),
            "Subtype": name("CIDFontType0" if is_cff else "CIDFontType2"),
            "BaseFont": name(base),
            "CIDSystemInfo": Raw("<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"),
            "FontDescriptor": descriptor,
            "DW": 1000,
            "W": Raw(_widths({self.face.code(glyph): self.coded.widths[glyph] for glyph in self.used})),
            "CIDToGIDMap": document.Reference(deflated_stream(glyph_map)) if glyph_map is not None else None,
        }
        unicode_map = deflated_stream(files.unicode_map)
        type0 = {
            "Type": name("Font"),
            "Subtype": name("Type0"),
            "BaseFont": name(f"{base}-Identity-H" if is_cff else base),
            "Encoding": name("Identity-H"),
            "DescendantFonts": array([document.Reference(dictionary(cid_font))]),
            "ToUnicode": document.Reference(unicode_map),
        }
        return document.Reference(dictionary(type0))

    def _tag(self) -> str:
        """Six letters that follow from the face and its glyphs (ISO 32000-1, 9.6.4)."""
        content = f"{self.face.postscript_name}:{','.join(map(str, sorted(self.used)))}"
        return "".join(chr(65 + byte % 26) for byte in hashlib.sha256(content.encode()).digest()[:6])

    def _descriptor(self, base: str, files: FontFiles, document: Any) -> Any:
        metrics = self.face.metrics()
        if files.is_cff:
            key, file = "FontFile3", deflated_stream(files.program, {"Subtype": name("CIDFontType0C")})
        else:
            key, file = "FontFile2", deflated_stream(files.program, {"Length1": files.length})
        return dictionary(
            {
                "Type": name("FontDescriptor"),
                "FontName": name(base),
                "Flags": 4,
                "FontBBox": Raw("[{} {} {} {}]".format(*metrics.box)),
                "ItalicAngle": 0,
                "Ascent": metrics.ascent,
                "Descent": metrics.descent,
                "CapHeight": metrics.cap_height,
                "StemV": metrics.stem,
                key: document.Reference(file),
            }
        )

    def _program(self) -> tuple[bytes, bool, bytes | None]:
        """The font program, whether it is CFF, and the CIDToGIDMap of a glyf one."""
        if self.face.is_rebuilt or not isinstance(self.face, Face):
            from layout.backends.pdf.embolden import rebuilt_cff

            return rebuilt_cff(self.face, sorted(self.used)), True, None
        if self.face.file.whole:
            return self._whole(self.face)
        subset, renumbered = _subset(self.face, self.used)
        if self.face.is_cff:
            return bytes(subset.reference_table("CFF ").data), True, None
        table = bytearray(2 * (max(self.used, default=0) + 1))
        for glyph in self.used:
            struct.pack_into(">H", table, 2 * glyph, renumbered[glyph])
        return bytes(subset.blob.data), False, bytes(table)

    def _whole(self, face: Face) -> tuple[bytes, bool, bytes | None]:
        """The face's file as it is, where its licence forbids a subset: codes are glyph numbers or CIDs as before."""
        if face.is_cff:
            return bytes(face.table("CFF ")), True, None
        highest = max(self.used, default=0)
        return face.file.path.read_bytes(), False, struct.pack(f">{highest + 1}H", *range(highest + 1))


def _subset(face: Face, glyphs: Iterable[int]) -> tuple[Any, dict[int, int]]:
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.glyph_set.update({0, *glyphs})
    flags = hb.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.DESUBROUTINIZE
    wanted.drop_table_tag_set.update({int.from_bytes(tag.encode(), "big") for tag in _DROPPED})
    for tag, value in face.file.axes:
        wanted.pin_axis_location(face.hb_face, tag, value)
    plan = hb.SubsetPlan(face.hb_face, wanted)
    return plan.execute(), dict(plan.old_to_new_glyph_mapping)


def _widths(widths: dict[int, int], default: int = 1000) -> str:
    """A compact W array: `first last width` for runs of one width, `first [w w …]` for the rest."""
    out: list[str] = []
    ordered = sorted((code, width) for code, width in widths.items() if width != default)
    at = 0
    while at < len(ordered):
        end = at + 1
        while end < len(ordered) and ordered[end] == (ordered[at][0] + end - at, ordered[at][1]):
            end += 1
        if end - at > 2:
            out.append(f"{ordered[at][0]} {ordered[end - 1][0]} {ordered[at][1]}")
        else:
            end = at + 1
            while end < len(ordered) and ordered[end][0] == ordered[at][0] + end - at:
                end += 1
            out.append(f"{ordered[at][0]}[{' '.join(str(width) for _, width in ordered[at:end])}]")
        at = end
    return f"[{' '.join(out)}]"


def _to_unicode(texts: dict[int, str]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    ordered = sorted(texts.items())
    for start in range(0, len(ordered), 100):
        block = ordered[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
