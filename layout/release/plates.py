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
from layout.release.platespaces import PROCESS, inks_in, plate_space

INKS = ("cyan", "magenta", "yellow", "black")
# Samples an inch: the mean of a zone needs no more, and text of 9 pt still has its tone.
PLATE_PPI = 36
_FULL = 255
_BLACK = PROCESS[3]
_GREY = {"g": "g", "G": "G", "k": "g", "K": "G"}
# Inks that are on every plate or on none, and so make none of their own.
_NO_PLATES = {"All", "None"}
# Under this name a page has the plate's space for colours set in DeviceCMYK or DeviceGray by name.
_DEVICE_SPACES = {"/DeviceCMYK": "/PlateCMYK", "/DeviceGray": "/PlateGray"}

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
    """The four plates of a page, those of spot inks by name, and how often each sum of all tones comes."""

    cyan: Plate
    magenta: Plate
    yellow: Plate
    black: Plate
    sums: Mapping[int, int]
    spots: Mapping[str, Plate] = {}

    @property
    def each(self) -> tuple[Plate, Plate, Plate, Plate]:
        """The plates in the order of INKS."""
        return self.cyan, self.magenta, self.yellow, self.black

    @property
    def named(self) -> Mapping[str, Plate]:
        """Every plate by its ink: the four, and those of spot inks that print on the page."""
        return {**dict(zip(INKS, self.each, strict=True)), **self.spots}

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

    known: _Known = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = len(pdf.pages)
    named: set[str] = set()
    drawn = [_plate(data, ink, known, named) for ink in PROCESS]
    spots = tuple(sorted(named - {*PROCESS, *_NO_PLATES}))
    drawn += [_plate(data, spot, known, named) for spot in spots]
    return tuple(_together([plates[page] for plates in drawn], spots) for page in range(pages))


def _plate(data: bytes, ink: str, known: _Known, named: set[str]) -> list[Plate]:
    """One ink's plate of every page; the inks that colour spaces name are added to `named`."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        rewriter = _Rewriter(pdf, ink, known)
        rewriter.rewrite()
        named |= rewriter.named
        held = io.BytesIO()
        pdf.save(held, compress_streams=False)
    return list(_drawn(held.getvalue()))


def _together(drawn: Sequence[Plate], spots: Sequence[str]) -> Plates:
    cyan, magenta, yellow, black, *more = drawn
    sums = Counter(map(sum, zip(*(plate.tones for plate in drawn), strict=True)))
    named = {spot: plate for spot, plate in zip(spots, more, strict=True) if plate.mean}
    return Plates(cyan, magenta, yellow, black, sums, named)


class _Rewriter:
    """Rewrites a document in place as one of its plates."""

    def __init__(self, pdf: Any, ink: str, known: _Known) -> None:
        self._pdf = pdf
        self._ink = ink
        self._known = known
        self._done: set[tuple[int, int]] = set()
        self.named: set[str] = set()

    def rewrite(self) -> None:
        """All pages, and the forms and pictures that they show."""
        for page in self._pdf.pages:
            # A page begins in black, which is this plate's on black alone.
            begin = b"" if self._ink == _BLACK else b"1 g 1 G\n"
            page.Contents = self._pdf.make_stream(begin + self._content(page.obj))
            self._resources(page.obj.get("/Resources", {}))
            if "/Group" in page.obj:
                del page.obj.Group

    def _content(self, stream: Any) -> bytes:
        import pikepdf

        steps = [self._step(step) for step in pikepdf.parse_content_stream(stream)]
        return bytes(pikepdf.unparse_content_stream([step for step in steps if step]))

    def _step(self, step: Any) -> Any:
        """An operator as it is on this plate: what names its space has the plate's; device colours become grey."""
        import pikepdf

        operator = str(step.operator)
        if operator in {"cs", "CS"} and str(step.operands[0]) in _DEVICE_SPACES:
            own = pikepdf.Name(_DEVICE_SPACES[str(step.operands[0])])
            return pikepdf.ContentStreamInstruction([own], step.operator)
        if operator not in _GREY:
            return step
        tone = self._tone([float(part) for part in step.operands])
        return pikepdf.ContentStreamInstruction([round(1 - tone, 4)], _operator(_GREY[operator]))

    def _tone(self, parts: Sequence[float]) -> float:
        """How much of this ink a colour of four inks, or of grey, asks for."""
        if len(parts) == len(PROCESS):
            return parts[PROCESS.index(self._ink)] if self._ink in PROCESS else 0.0
        return 1 - parts[0] if self._ink == _BLACK and parts else 0.0

    def _resources(self, resources: Any) -> None:
        import pikepdf

        self._spaces(resources)
        for state in dict(resources.get("/ExtGState", {})).values():
            if self._ink != _BLACK and (state.get("/op", False) or state.get("/OP", False)):
                state.BM = pikepdf.Name.Multiply
        for entry in dict(resources.get("/XObject", {})).values():
            if self._is_new(entry):
                self._xobject(entry)

    def _spaces(self, resources: Any) -> None:
        """The spaces, shadings and patterns of a set of resources, each once."""
        import pikepdf

        if not isinstance(resources, pikepdf.Dictionary) or not self._is_new(resources):
            return
        spaces = pikepdf.Dictionary(
            {
                name: self._space(space)
                for name, space in dict(resources.get("/ColorSpace", {})).items()
                if name not in _DEVICE_SPACES.values()
            }
        )
        for device, own in _DEVICE_SPACES.items():
            spaces[own] = plate_space(self._pdf, pikepdf.Name(device), self._ink)
        for name, shading in dict(resources.get("/Shading", {})).items():
            resources.Shading[name] = self._shaded(shading)
        for pattern in dict(resources.get("/Pattern", {})).values():
            if self._is_new(pattern):
                self._pattern(pattern)
        resources.ColorSpace = spaces

    def _space(self, space: Any) -> Any:
        self.named.update(inks_in(space))
        return plate_space(self._pdf, space, self._ink)

    def _pattern(self, pattern: Any) -> None:
        if "/Shading" in pattern:
            pattern.Shading = self._shaded(pattern.Shading)
        elif int(pattern.get("/PaintType", 1)) == 1:
            pattern.write(self._content(pattern))
            self._resources(pattern.get("/Resources", {}))

    def _shaded(self, shading: Any) -> Any:
        """A shading in the plate's space: its function's colours are the same, and mean this ink alone."""
        if self._is_new(shading):
            shading.ColorSpace = self._space(shading.ColorSpace)
        return shading

    def _is_new(self, thing: Any) -> bool:
        """Whether an object is met for the first time; one that is nobody else's always is."""
        if thing.objgen != (0, 0) and thing.objgen in self._done:
            return False
        self._done.add(thing.objgen)
        return True

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
            inks = self._known[entry.objgen]
            band = inks[PROCESS.index(self._ink)] if self._ink in PROCESS else Band(1, 1, b"\xff")
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
