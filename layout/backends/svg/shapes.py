"""Everything of a page but its letters, as SVG elements."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from layout.backends.svg.colour import colour
from layout.backends.svg.numbers import box, place, points
from layout.display.items import WHOLE_PICTURE, Box, Drawn, Figure, Photo, Rule, Wave
from layout.geometry import Point, Rect
from layout.shapes import Shape, Step
from layout.units import Length

# Where the picture with a key is fetched from.
Address = Callable[[str], str]


def rule(item: Rule) -> str:
    """A straight line."""
    dash = _dash(item.dash)
    ends = (item.start.x, item.start.y, item.end.x, item.end.y)
    x1, y1, x2, y2 = map(points, ends)
    pen = f'stroke="{colour(item.ink)}" stroke-width="{points(item.weight)}"{dash}'
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {pen}/>'


def rectangle(item: Box) -> str:
    """A rectangle, filled, framed or both."""
    fill = colour(item.fill) if item.fill else "none"
    pen = f' stroke="{colour(item.stroke)}" stroke-width="{points(item.weight)}"' if item.stroke else ""
    corner = f' rx="{points(item.radius)}"' if item.radius else ""
    return f'<rect {box(item.rect)} fill="{fill}"{pen}{corner}/>'


def wave(item: Wave) -> str:
    """Half waves as single curves, to one side and the other in turn."""
    count = max(2, round(2 * item.width / item.period))
    height = item.period // 4
    path = [f"M{place(item.start)}"]

    def at(along: int, across: int) -> str:
        x, y = (across, along) if item.down else (along, across)
        return place(Point(item.start.x + x, item.start.y + y))

    for half in range(count):
        a, b = (item.width * step // count for step in (half, half + 1))
        across, third = (height if half % 2 else -height), (b - a) // 3
        path.append(f"C{at(a + third, across)} {at(b - third, across)} {at(b, 0)}")
    pen = f'stroke="{colour(item.ink)}" stroke-width="{points(item.weight)}"'
    return f'<path d="{"".join(path)}" fill="none" {pen}/>'


def picture(item: Photo | Figure, address: Address, clip: str) -> str:
    """A picture placed so that its crop fills the rectangle; `clip` names the outline outside of which it is unseen."""
    left, top, right, bottom = item.crop
    key = item.image if isinstance(item, Photo) else item.figure
    view = f'viewBox="{left} {top} {right - left} {bottom - top}" preserveAspectRatio="none"'
    whole = f'width="{WHOLE_PICTURE}" height="{WHOLE_PICTURE}" preserveAspectRatio="none"'
    placed = f'<svg {box(item.rect)} {view}><image href="{address(key)}" {whole}/></svg>'
    return f'<g clip-path="url(#{clip})">{placed}</g>' if clip else placed


def clip_path(name: str, polygons: Sequence[Sequence[Point]]) -> str:
    """The outline of a cut-out."""
    path = "".join("M" + "L".join(map(place, polygon)) + "Z" for polygon in polygons)
    return f'<clipPath id="{name}"><path d="{path}"/></clipPath>'


def drawn(item: Drawn, clip: str) -> str:
    """A shape of line art."""
    path = "".join(map(_step, item.shape.steps))
    held = f' clip-path="url(#{clip})"' if clip else ""
    return f'<path d="{path}" {_paint(item.shape)}{held}/>'


def clip_rect(name: str, rect: Rect) -> str:
    """A rectangle outside of which a shape is unseen."""
    return f'<clipPath id="{name}"><rect {box(rect)}/></clipPath>'


def _paint(shape: Shape) -> str:
    fill = f'fill="{colour(shape.fill)}"' if shape.fill else 'fill="none"'
    rule_of_filling = ' fill-rule="evenodd"' if shape.even_odd else ""
    pen = shape.pen
    if pen is None:
        return fill + rule_of_filling
    dash = _dash(pen.dash)
    ends = f'stroke-linecap="{pen.cap}" stroke-linejoin="{pen.join}"'
    stroke = f'stroke="{colour(pen.ink)}" stroke-width="{points(pen.weight)}" {ends}{dash}'
    return f"{fill}{rule_of_filling} {stroke}"


def _dash(dash: Sequence[Length]) -> str:
    return f' stroke-dasharray="{" ".join(map(points, dash))}"' if dash else ""


def _step(step: Step) -> str:
    match step:
        case ("move", point):
            return f"M{place(point)}"
        case ("line", point):
            return f"L{place(point)}"
        case ("curve", first, second, end):
            return f"C{place(first)} {place(second)} {place(end)}"
        case _:
            return "Z"
