"""Pictures, opened once: their size and sort at once, their pixels only when they have to be decoded."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from layout.assets.vector.artwork import Artwork, open_artwork
from layout.assets.vector.figure import FigurePage, open_figure
from layout.diagnostics import Kind, Severity, Sink, Span

LARGEST_PIXELS = 200_000_000
LARGEST_FILE = 400 * 1024 * 1024
_UPRIGHT = 1

BAD_PICTURE = Kind(
    "IMG001",
    Severity.ERROR,
    zh="图片“{picture}”打不开：{reason}",
    en="picture “{picture}” cannot be opened: {reason}",
    hint_zh="要 JPEG、PNG、TIFF、SVG 或 PDF，而且没有坏",
    hint_en="a sound JPEG, PNG, TIFF, SVG or PDF is wanted",
    why_zh="坏图或不是图片的文件印不出来。",
    why_en="A damaged file, or one that is no picture, cannot be printed.",
)

HUGE_PICTURE = Kind(
    "IMG002",
    Severity.ERROR,
    zh="图片“{picture}”有 {pixels} 像素，超过上限 {limit}",
    en="picture “{picture}” has {pixels} pixels; at most {limit} are allowed",
    hint_zh="先缩小：报纸上 200 ppi 就够",
    hint_en="make it smaller first: a newspaper needs 200 ppi",
    why_zh="像素在解码之前就查，免得一张图吃光内存。",
    why_en="Pixels are counted before decoding, so that one picture cannot take all memory.",
)


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture: 8-bit samples of `mode`, and its alpha channel where it has one."""

    width: int
    height: int
    mode: str
    data: bytes
    alpha: bytes | None = None


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """What is known of a picture without decoding it; width and height are as it is to be seen (EXIF turned)."""

    key: str
    path: Path
    width: int
    height: int
    mode: str
    format: str
    orientation: int = _UPRIGHT
    inverted: bool = False
    scalable: bool = False

    @property
    def passes_through(self) -> bool:
        """Whether the file's bytes can go into a PDF untouched."""
        return self.format == "JPEG" and self.orientation == _UPRIGHT and self.mode in {"RGB", "L", "CMYK"}

    def data(self) -> bytes:
        """The file's bytes."""
        return self.path.read_bytes()

    def decoded(self) -> Pixels:
        """The picture's pixels, turned upright, in RGB, grey or CMYK."""
        from PIL import Image, ImageOps

        with Image.open(self.path) as opened:
            turned = ImageOps.exif_transpose(opened) or opened
            alpha = None
            if "A" in turned.getbands() or "transparency" in turned.info:
                rgba = turned.convert("RGBA")
                alpha = rgba.getchannel("A").tobytes()
                turned = rgba.convert("RGB")
            elif turned.mode not in {"RGB", "L", "CMYK"}:
                turned = turned.convert("L" if turned.mode in {"1", "I;16", "I"} else "RGB")
            return Pixels(turned.width, turned.height, turned.mode, turned.tobytes(), alpha)


Placed: TypeAlias = ImageInfo | Artwork | FigurePage


@dataclass(slots=True)
class ImageStore:
    """The pictures of an edition by path (and page, for a PDF), each opened once."""

    _by_path: dict[tuple[Path, int | None], Placed | None] = field(default_factory=dict)
    _by_key: dict[str, Placed] = field(default_factory=dict)

    def open(self, path: Path, sink: Sink, span: Span | None, page: int | None = None) -> Placed | None:
        """The picture, or None with the reason reported (once a picture)."""
        if (path, page) not in self._by_path:
            image = self._by_path[path, page] = _opened_as(path, page, sink, span)
            if image:
                self._by_key[image.key] = image
        return self._by_path[path, page]

    def image(self, key: str) -> ImageInfo:
        """An opened picture of pixels by its key."""
        found = self._by_key[key]
        assert isinstance(found, ImageInfo)
        return found

    def figure(self, key: str) -> FigurePage:
        """An opened page of a PDF by its key."""
        found = self._by_key[key]
        assert isinstance(found, FigurePage)
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
        with Image.open(path) as opened:
            pixels = opened.width * opened.height
            if pixels > LARGEST_PIXELS or path.stat().st_size > LARGEST_FILE:
                sink.report(HUGE_PICTURE, span, "picture", picture=path.name, pixels=pixels, limit=LARGEST_PIXELS)
                return None
            image = _info(path, opened)
            if not image.passes_through:
                opened.load()
            return image
    except UnidentifiedImageError:
        sink.report(BAD_PICTURE, span, "picture", picture=path.name, reason="not a picture")
    except (OSError, ValueError, SyntaxError) as error:
        sink.report(BAD_PICTURE, span, "picture", picture=path.name, reason=str(error).split("\n")[0][:80])
    return None


def _info(path: Path, opened: Any) -> ImageInfo:
    orientation = opened.getexif().get(0x0112, _UPRIGHT) if opened.info.get("exif") else _UPRIGHT
    width, height = opened.size
    if orientation in {5, 6, 7, 8}:
        width, height = height, width
    inverted = opened.format == "JPEG" and opened.mode == "CMYK" and "adobe" in opened.info
    key = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return ImageInfo(key, path, width, height, opened.mode, opened.format or "", orientation, inverted)
