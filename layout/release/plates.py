"""The plates of finished pages: what each ink prints, seen coarsely, for coverage and ink presets.

Every page is rewritten once an ink: its colours become the grey of that ink's tone, its pictures that ink's samples,
and what overprints is multiplied, so that it leaves the other inks as they are. PDFium then draws it.
"""

from __future__ import annotations

import ctypes
import io
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from layout.assets.bands import Band, Samples, bands

INKS = ("cyan", "magenta", "yellow", "black")
# Samples an inch: the mean of a zone needs no more, and text of 9 pt still has its tone.
PLATE_PPI = 36
_FULL = 255
_BLACK = 3
_GREY = {"g": "g", "G": "G", "k": "g", "K": "G", "scn": "g", "SCN": "G", "sc": "g", "SC": "G"}
# Colour spaces, since all is grey; and shadings of placed pages, which are not taken apart and count as nothing.
_LEFT_OUT = {"cs", "CS", "sh"}

_Bands: TypeAlias = tuple[Band, Band, Band, Band]
# Pictures are decoded once, not once an ink; by their object's number.
_Known: TypeAlias = dict[tuple[int, int], _Bands]


class Plate(Struct, frozen=True):
    """One ink of a page's trim: tones from 0 to 255 (full ink), row by row from the top."""

    width: int
    height: int
    tones: bytes

    @property
    def mean(self) -> float:
        """How much of the page it covers, in per cent."""
        return _per_cent(sum(self.tones), len(self.tones))

    def zones(self, count: int) -> tuple[float, ...]:
        """The mean coverage in per cent of so many zones across the page, from the left."""
        rows = range(0, len(self.tones), self.width)
        columns = [sum(self.tones[column :: self.width]) for column in range(self.width)]
        edges = [self.width * zone // count for zone in range(count + 1)]
        return tuple(
            _per_cent(sum(columns[left:right]), (right - left) * len(rows)) if right > left else 0.0
            for left, right in itertools.pairwise(edges)
        )


def _per_cent(tones: int, samples: int) -> float:
    return round(100 * tones / (_FULL * max(samples, 1)), 2)


class Plates(Struct, frozen=True):
    """The four plates of a page, and how often each sum of their tones comes."""

    cyan: Plate
    magenta: Plate
    yellow: Plate
    black: Plate
    sums: Mapping[int, int]

    @property
    def each(self) -> tuple[Plate, Plate, Plate, Plate]:
        """The plates in the order of INKS."""
        return self.cyan, self.magenta, self.yellow, self.black

    def over(self, per_cent: int) -> float:
        """The share of the page, in per cent, with more ink in all than so much."""
        limit = per_cent * _FULL // 100 + 2
        above = sum(count for total, count in self.sums.items() if total > limit)
        return round(100 * above / max(sum(self.sums.values()), 1), 3)

    @property
    def most(self) -> int:
        """The most ink in all anywhere, in per cent."""
        return max(self.sums, default=0) * 100 // _FULL


def plates(data: bytes) -> tuple[Plates, ...]:
    """The plates of every page of a PDF for the press."""
    import pikepdf

    drawn: list[list[Plate]] = []
    known: _Known = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = len(pdf.pages)
    for ink in range(len(INKS)):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            _Rewriter(pdf, ink, known).rewrite()
            held = io.BytesIO()
            pdf.save(held, compress_streams=False)
        drawn.append(list(_drawn(held.getvalue())))
    return tuple(_together(*(drawn[ink][page] for ink in range(len(INKS)))) for page in range(pages))


def _together(cyan: Plate, magenta: Plate, yellow: Plate, black: Plate) -> Plates:
    sums = Counter(map(sum, zip(cyan.tones, magenta.tones, yellow.tones, black.tones, strict=True)))
    return Plates(cyan, magenta, yellow, black, sums)


class _Rewriter:
    """Rewrites a document in place as one of its plates."""

    def __init__(self, pdf: Any, ink: int, known: _Known) -> None:
        self._pdf = pdf
        self._ink = ink
        self._known = known
        self._done: set[tuple[int, int]] = set()

    def rewrite(self) -> None:
        """All pages, and the forms and pictures that they show."""
        for page in self._pdf.pages:
            page.Contents = self._pdf.make_stream(self._content(page.obj))
            self._resources(page.obj.get("/Resources", {}))
            if "/Group" in page.obj:
                del page.obj.Group

    def _content(self, stream: Any) -> bytes:
        import pikepdf

        steps = [self._step(step) for step in pikepdf.parse_content_stream(stream)]
        return bytes(pikepdf.unparse_content_stream([step for step in steps if step]))

    def _step(self, step: Any) -> Any:
        """An operator as it is on this plate; None for a colour space, which is grey throughout, and for a shading."""
        import pikepdf

        operator = str(step.operator)
        if operator in _LEFT_OUT:
            return None
        if operator not in _GREY:
            return step
        tones = [float(part) for part in step.operands if not isinstance(part, pikepdf.Name)]
        return pikepdf.ContentStreamInstruction([round(1 - self._tone(tones, operator), 4)], _operator(_GREY[operator]))

    def _tone(self, parts: Sequence[float], operator: str) -> float:
        """How much of this ink a colour asks for; one part is a grey, or the tint of a single ink."""
        if len(parts) == len(INKS):
            return parts[self._ink]
        if self._ink != _BLACK or not parts:
            return 0.0
        return 1 - parts[0] if operator in {"g", "G"} else parts[0]

    def _resources(self, resources: Any) -> None:
        import pikepdf

        for state in dict(resources.get("/ExtGState", {})).values():
            if self._ink != _BLACK and (state.get("/op", False) or state.get("/OP", False)):
                state.BM = pikepdf.Name.Multiply
        for entry in dict(resources.get("/XObject", {})).values():
            if entry.objgen not in self._done:
                self._done.add(entry.objgen)
                self._xobject(entry)

    def _xobject(self, entry: Any) -> None:
        import pikepdf

        if entry.get("/Subtype") == "/Form":
            entry.write(self._content(entry))
            self._resources(entry.get("/Resources", {}))
            if "/Group" in entry:
                del entry.Group
        elif not entry.get("/ImageMask", False):
            if entry.objgen not in self._known:
                self._known[entry.objgen] = _bands(entry)
            band = self._known[entry.objgen][self._ink]
            entry.write(band.data)
            entry.ColorSpace, entry.BitsPerComponent = pikepdf.Name.DeviceGray, 8
            entry.Width, entry.Height = band.width, band.height
            if "/Decode" in entry:
                del entry.Decode


def _operator(name: str) -> Any:
    import pikepdf

    return pikepdf.Operator(name)


def _bands(image: Any) -> _Bands:
    """The inks of an image object; one in a colour space of its own counts as empty."""
    width, height = int(image.Width), int(image.Height)
    space, bits = str(image.get("/ColorSpace", "")), int(image.get("/BitsPerComponent", 8))
    mode = {("/DeviceCMYK", 8): "CMYK", ("/DeviceGray", 8): "L", ("/DeviceGray", 1): "1"}.get((space, bits))
    if mode is None:
        return (Band(1, 1, b"\xff"),) * 4
    jpeg = image.get("/Filter") == "/DCTDecode"
    inverted = "/Decode" in image and float(image.Decode[0]) == 1
    data = image.read_raw_bytes() if jpeg else image.read_bytes()
    return bands(Samples(width, height, mode, data, jpeg, inverted))


def _drawn(data: bytes) -> Iterator[Plate]:
    """Every page of a document as it is seen in grey, its trim alone."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            media, trim = page.get_mediabox(), page.get_trimbox()
            crop = (trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3])
            bitmap = page.render(scale=PLATE_PPI / 72, crop=crop, grayscale=True)
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            rows = ctypes.string_at(bitmap.buffer, stride * height)
            grey = b"".join(rows[start : start + width] for start in range(0, stride * height, stride))
            yield Plate(width, height, grey.translate(bytes(range(_FULL, -1, -1))))
    finally:
        document.close()
