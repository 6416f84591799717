"""SVG files as shapes in process inks, read once when the file is opened."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from layout.assets.vector.colour import process_ink
from layout.assets.vector.findings import BAD_SVG, SVG_FEATURE
from layout.assets.vector.scan import NotSvgError, scan
from layout.diagnostics import Sink, Span
from layout.geometry import Point
from layout.ink import Ink
from layout.shapes import Cap, Join, Pen, Shape, Step
from layout.units import INCH, Length

LARGEST_SVG = 20 * 1024 * 1024
# A CSS pixel is 1/96 inch.
PIXEL: Length = INCH // 96
_OPACITIES = ("opacity", "fill-opacity", "stroke-opacity")
_CAPS: dict[str, Cap] = {"round": "round", "square": "square"}
_JOINS: dict[str, Join] = {"round": "round", "bevel": "bevel"}


class Artwork(Struct, frozen=True):
    """Line art: its natural size in EMU and its shapes in the order of drawing, (0, 0) at the top left."""

    key: str
    path: Path
    width: Length
    height: Length
    shapes: tuple[Shape, ...]
    scalable: bool = True
    resolution: None = None


def open_artwork(path: Path, sink: Sink, span: Span | None) -> Artwork | None:
    """The artwork of an SVG, or None with everything that cannot be printed reported."""
    try:
        if path.stat().st_size > LARGEST_SVG:
            raise NotSvgError(f"larger than {LARGEST_SVG} bytes")
        data = path.read_bytes()
        unprintable = scan(data)
        for entry in unprintable:
            sink.report(
                SVG_FEATURE,
                span,
                "picture",
                picture=path.name,
                line=entry.line,
                what=entry.what,
                hint_zh=entry.hint_zh,
                hint_en=entry.hint_en,
            )
        return None if unprintable else _artwork(path, data)
    except (NotSvgError, OSError, ValueError, ArithmeticError, RecursionError) as error:
        sink.report(BAD_SVG, span, "picture", picture=path.name, reason=str(error).split("\n")[0][:80])
    return None


def _artwork(path: Path, data: bytes) -> Artwork:
    import svgelements

    drawing = _parsed(data)
    width, height = (_pixels(side) for side in (drawing.width, drawing.height))
    if width <= 0 or height <= 0:
        raise NotSvgError("it has neither a size nor a viewBox")
    shapes = tuple(
        shape
        for element in drawing.elements()
        if isinstance(element, svgelements.Shape) and _is_shown(element)
        for shape in _shapes(element)
    )
    if not shapes:
        raise NotSvgError("nothing is drawn in it")
    return Artwork(hashlib.sha256(data).hexdigest()[:16], path, width, height, shapes)


def _parsed(data: bytes) -> Any:
    import svgelements

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return svgelements.SVG.parse(io.BytesIO(data), reify=True)
    except Exception as error:  # sums with what is missing in a damaged path raise whatever they raise
        raise NotSvgError(f"a shape in it is damaged ({type(error).__name__})") from error


def _is_shown(element: Any) -> bool:
    values = element.values
    return values.get("display") != "none" and values.get("visibility") not in {"hidden", "collapse"}


def _shapes(element: Any) -> Iterator[Shape]:
    import svgelements

    if see_through := [name for name in _OPACITIES if element.values.get(name, "1") not in {"1", "1.0", "100%"}]:
        raise NotSvgError(f"{see_through[0]} below 1")
    path = abs(svgelements.Path(element))
    path.approximate_arcs_with_cubics()
    steps = tuple(_steps(path))
    fill, pen = _ink(element.fill), _pen(element)
    shape = Shape(steps, fill, pen, element.values.get("fill-rule") == "evenodd")
    if fill and len(steps) > 1 and not (shape.extent.width and shape.extent.height):
        # A filled line has no area, but a RIP paints a hairline for it.
        shape = replace(shape, fill=None)
    if len(steps) > 1 and (shape.fill or pen):
        yield shape


def _ink(colour: Any) -> Ink | None:
    if colour is None or colour.value is None or colour.alpha == 0:
        return None
    if colour.alpha != 255:
        raise NotSvgError(f"the colour {colour.hexrgb} is half transparent")
    return process_ink(colour.red, colour.green, colour.blue)


def _pen(element: Any) -> Pen | None:
    ink = _ink(element.stroke)
    weight = _pixels(element.stroke_width or 0)
    if ink is None or weight <= 0:
        return None
    values = element.values
    dash = values.get("stroke-dasharray", "none")
    lengths = () if dash == "none" else tuple(_dash(dash, element))
    cap = _CAPS.get(values.get("stroke-linecap", ""), "butt")
    join = _JOINS.get(values.get("stroke-linejoin", ""), "miter")
    return Pen(ink, weight, cap, join, lengths)


def _dash(written: str, element: Any) -> Iterator[Length]:
    """Dashes and gaps, scaled as the element's stroke is; an odd number of them is said twice (SVG 2, 13.5.6)."""
    scale = element.stroke_width / float(element.values.get("stroke-width", 1) or 1)
    parts = [float(part.removesuffix("px")) for part in written.replace(",", " ").split()]
    for part in parts * (2 if len(parts) % 2 else 1):
        yield _pixels(part * scale)


def _pixels(value: float) -> Length:
    return round(float(value) * PIXEL)


def _steps(path: Any) -> Iterator[Step]:
    import svgelements

    for segment in path:
        match segment:
            case svgelements.Move():
                yield ("move", _point(segment.end))
            case svgelements.Close():
                yield ("close",)
            case svgelements.Line():
                yield ("line", _point(segment.end))
            case svgelements.CubicBezier():
                yield ("curve", _point(segment.control1), _point(segment.control2), _point(segment.end))
            case svgelements.QuadraticBezier():
                yield _cubic(segment)
            case _:
                raise NotSvgError(f"unknown segment {type(segment).__name__}")


def _cubic(segment: Any) -> Step:
    """A quadratic curve raised to a cubic one, exactly."""
    start, control, end = segment.start, segment.control, segment.end
    return ("curve", _between(start, control), _between(end, control), _point(end))


def _between(end: Any, control: Any) -> Point:
    return Point(_pixels((end.x + 2 * control.x) / 3), _pixels((end.y + 2 * control.y) / 3))


def _point(point: Any) -> Point:
    return Point(_pixels(point.x), _pixels(point.y))
