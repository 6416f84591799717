"""Pictures, opened once: their size and sort at once, their pixels only when they have to be decoded."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from layout.assets.jpeg import jpeg_end
from layout.assets.luminance import Part, luminance
from layout.assets.picturefindings import (
    BAD_PICTURE,
    BAD_PROFILE,
    CUT_SHORT,
    HUGE_PICTURE,
    NO_ALPHA,
    SEVERAL_FRAMES,
    SEVERAL_PAGES,
    UNKNOWN_COLOURS,
)
from layout.assets.pixels import READABLE, UPRIGHT, Crop, Outline, Pixels, decode, opaque_outlines, sound_profile
from layout.assets.vector.artwork import Artwork, open_artwork
from layout.assets.vector.figure import FigurePage, open_figure
from layout.diagnostics import Diagnostic, Sink, Span

LARGEST_PIXELS = 200_000_000
LARGEST_FILE = 400 * 1024 * 1024
# What is read at all; formats that draw (EPS, PDF, SVG) or run other programs never are.
FORMATS = ("JPEG", "PNG", "TIFF", "GIF", "WEBP", "BMP", "JPEG2000")
# The several pictures of an MPO are a JPEG and a camera's previews of it; the first is the photograph.
_CAMERA = {"JPEG", "MPO"}
_ORIENTATION = 0x0112


class PictureError(Exception):
    """A picture that was sound when it was opened cannot be decoded."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    @property
    def found(self) -> Diagnostic:
        """The same as a finding."""
        sink = Sink()
        sink.report(BAD_PICTURE, Span(self.path, 1, 1, 1, 2), "picture", picture=self.path.name, reason=self.reason)
        return sink.found[0]


class ImageInfo(Struct, frozen=True):
    """What is known of a picture without decoding it; width and height are as it is to be seen (EXIF turned).

    `orientation` is EXIF's, 1 to 8. `inverted` says that its inks are stored as Adobe does, white for full ink.
    `resolution` is what the file says of itself in pixels an inch, None when it says nothing of use. `length` is the
    number of its bytes that are the picture.
    """

    key: str
    path: Path
    width: int
    height: int
    mode: str
    format: str
    orientation: int = UPRIGHT
    inverted: bool = False
    scalable: bool = False
    resolution: int | None = None
    length: int = 0

    @property
    def passes_through(self) -> bool:
        """Whether the file's bytes can go into a PDF untouched (a turned one is placed turned)."""
        return self.format == "JPEG" and self.mode in {"RGB", "L", "CMYK"}

    @property
    def stored(self) -> tuple[int, int]:
        """Width and height as they are in the file, before turning."""
        return (self.height, self.width) if self.orientation >= 5 else (self.width, self.height)

    @property
    def coloured(self) -> bool:
        """Whether its pixels may have colour."""
        return self.mode not in {"1", "L", "LA", "I", "I;16"}

    def data(self) -> bytes:
        """The picture's bytes: those of the file, without what may follow a JPEG's end."""
        return self.path.read_bytes()[: self.length or None]

    def decoded(self, crop: Crop | None = None, most: tuple[int, int] | None = None) -> Pixels:
        """The picture's pixels, turned upright: line art, grey, RGB or CMYK, with alpha and profile where it has them.

        `crop` (millionths) asks for a part, `most` (pixels across and down) for no more than so many.
        """
        with self._opened() as opened:
            return decode(opened, crop, most)

    def outlines(self) -> tuple[Outline, ...]:
        """Polygons round the opaque part, in millionths of width and height; none when nothing is transparent."""
        with self._opened() as opened:
            return opaque_outlines(opened)

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        """The file opened again to be decoded; what is wrong with it shows only now, as PictureError."""
        from PIL import Image

        try:
            with Image.open(self.path, formats=FORMATS) as opened:
                yield opened
        except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
            raise PictureError(self.path, str(error).split("\n")[0][:80]) from error


Placed: TypeAlias = ImageInfo | Artwork | FigurePage


class _Opened(Struct, frozen=True):
    """What became of a file that was opened: the picture, where it was named first, and what was found."""

    image: Placed | None
    span: Span | None
    found: tuple[Diagnostic, ...]


class ImageStore(Struct):
    """The pictures of an edition by path (and page, for a PDF), each opened once."""

    _by_path: dict[tuple[Path, int | None], _Opened] = field(default_factory=dict)
    _by_key: dict[str, Placed] = field(default_factory=dict)

    def open(self, path: Path, sink: Sink, span: Span | None, page: int | None = None) -> Placed | None:
        """The picture, or None with the reason reported; what is wrong with it is told at every place it is named."""
        known = self._by_path.get((path, page))
        if known is None:
            own = Sink()
            image = _opened_as(path, page, own, span)
            known = self._by_path[path, page] = _Opened(image, span, tuple(own.found))
            if image:
                self._by_key[image.key] = image
        sink.found += [replace(one, span=span) if one.span == known.span else one for one in known.found]
        return known.image

    def opened(self) -> tuple[ImageInfo, ...]:
        """Every photograph opened so far."""
        return tuple(image for image in self._by_key.values() if isinstance(image, ImageInfo))

    def image(self, key: str) -> ImageInfo:
        """An opened picture of pixels by its key."""
        found = self._by_key[key]
        assert isinstance(found, ImageInfo)
        return found

    def take(self, placed: Iterable[Placed]) -> None:
        """Take pictures that another store has opened, to be found by their keys."""
        self._by_key.update((one.key, one) for one in placed)

    def placed(self, key: str) -> Placed | None:
        """Whatever was opened under a key; None for one that was not."""
        return self._by_key.get(key)

    def luminance(self, key: str, part: Part) -> tuple[float, float] | None:
        """How dark and how light a part of an opened picture is; None for line art and PDFs."""
        found = self._by_key[key]
        if not isinstance(found, ImageInfo):
            return None
        try:
            return luminance(found.path, part)
        except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
            raise PictureError(found.path, str(error).split("\n")[0][:80]) from error

    def figure(self, key: str) -> FigurePage:
        """An opened page of a PDF by its key."""
        found = self._by_key[key]
        assert isinstance(found, FigurePage)
        return found

    def outlines(self, key: str, sink: Sink, span: Span | None) -> tuple[Outline, ...]:
        """The outlines of an opened picture's opaque part; none, which is reported, when nothing is transparent."""
        image = self._by_key[key]
        found = image.outlines() if isinstance(image, ImageInfo) else ()
        if not found:
            sink.report(NO_ALPHA, span, "contour", picture=image.path.name)
        return found


def _opened_as(path: Path, page: int | None, sink: Sink, span: Span | None) -> Placed | None:
    """What a file's name says it is: line art, a PDF, or else pixels."""
    match path.suffix.lower():
        case ".svg":
            return open_artwork(path, sink, span)
        case ".pdf":
            return open_figure(path, page, sink, span)
        case _:
            return _opened(path, sink, span)


def _opened(path: Path, sink: Sink, span: Span | None) -> ImageInfo | None:
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(path, formats=FORMATS) as opened:
            return _sound(path, opened, sink, span)
    except UnidentifiedImageError:
        sink.report(BAD_PICTURE, span, "picture", picture=path.name, reason="not a picture")
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        sink.report(BAD_PICTURE, span, "picture", picture=path.name, reason=str(error).split("\n")[0][:80])
    return None


def _sound(path: Path, opened: Any, sink: Sink, span: Span | None) -> ImageInfo | None:
    """What an opened picture is, when it is not too large, whole, and of a sort that can be printed."""
    pixels = opened.width * opened.height
    if pixels > LARGEST_PIXELS or path.stat().st_size > LARGEST_FILE:
        sink.report(HUGE_PICTURE, span, "picture", picture=path.name, pixels=pixels, limit=LARGEST_PIXELS)
        return None
    if opened.mode not in READABLE:
        sink.report(UNKNOWN_COLOURS, span, "picture", picture=path.name, mode=opened.mode)
        return None
    frames = getattr(opened, "n_frames", 1)
    if opened.format not in _CAMERA:
        # Also what says how the picture is turned may stand at the file's end.
        opened.seek(0)
        opened.load()
        if frames > 1 and opened.format == "TIFF":
            sink.report(SEVERAL_PAGES, span, "picture", picture=path.name, frames=frames)
            return None
        if frames > 1:
            sink.report(SEVERAL_FRAMES, span, "picture", picture=path.name, frames=frames)
    if opened.info.get("icc_profile") and sound_profile(opened) is None:
        sink.report(BAD_PROFILE, span, "picture", picture=path.name)
    data = path.read_bytes()
    image = _info(path, opened, data)
    if image.passes_through and not image.length:
        sink.report(CUT_SHORT, span, "picture", picture=path.name, bytes=len(data))
        return None
    return image


def _info(path: Path, opened: Any, data: bytes) -> ImageInfo:
    sort = "JPEG" if opened.format in _CAMERA else opened.format or ""
    orientation = opened.getexif().get(_ORIENTATION, UPRIGHT)
    if orientation not in range(1, 9):
        orientation = UPRIGHT
    width, height = opened.size
    if orientation >= 5:
        width, height = height, width
    return ImageInfo(
        key=hashlib.sha256(data).hexdigest()[:16],
        path=path,
        width=width,
        height=height,
        mode=opened.mode,
        format=sort,
        orientation=orientation,
        inverted=sort == "JPEG" and opened.mode == "CMYK" and "adobe" in opened.info,
        resolution=_resolution(opened),
        length=(jpeg_end(data) or 0) if sort == "JPEG" else 0,
    )


def _resolution(opened: Any) -> int | None:
    """Pixels an inch as the file says them, when it says something that can be."""
    try:
        across, down = (round(float(value)) for value in opened.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return across if across == down and across > 1 else None
