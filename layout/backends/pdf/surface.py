"""Items as content operators. The only place where y is turned over and lengths become points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from layout.backends.pdf.codes import PageFont, PageFonts
from layout.backends.pdf.figurebox import FormBox
from layout.backends.pdf.glyphlines import LineStore, drawn_line
from layout.backends.pdf.numbers import factor, number
from layout.backends.pdf.overprint import KNOCKING_OUT, Overprint, fill_overprints, overprints
from layout.backends.pdf.tags import Marks, Owner
from layout.display.items import WHOLE_PICTURE, Box, Drawn, Figure, Item, Photo, Rule, TextRun, Wave
from layout.geometry import Point, Rect
from layout.ink import Ink
from layout.shapes import Shape, Step
from layout.units import POINT, Length

# The share of an em that a vertical glyph's origin hangs below the top of its cell.
_VERTICAL_ORIGIN = 880


class Placement(Struct, frozen=True):
    """An XObject to be placed: its `box` (left, bottom, width, height) in its own units, and its crop in millionths.

    `clip` has the operators of a clip beyond the rectangle, `turned` those that turn it upright.
    """

    rect: Rect
    crop: tuple[int, int, int, int]
    resource: str
    clip: str = ""
    turned: str = ""
    box: tuple[float, float, float, float] = (0, 0, 1, 1)


class Surface(Struct):
    """The content of one page being drawn. `height` is the trim's, `around` what lies round it.

    `turns` has the operators that turn a picture upright, for those whose bytes are not. With `overprinting` solid
    black prints over what is under it; `spaces` names the colour spaces of spot inks, `marks` collects whose everything
    is, `lines` has lines drawn before.
    """

    height: Length
    around: Length
    fonts: PageFonts
    forms: Mapping[str, FormBox] = field(default_factory=dict)
    turns: Mapping[str, str] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)
    operators: list[str] = field(default_factory=list)
    overprinting: bool = False
    marks: Marks | None = None
    spaces: Mapping[str, str] = field(default_factory=dict)
    lines: LineStore | None = None
    _marked: bool = False
    _owner: Owner | None = None
    _over: Overprint = KNOCKING_OUT
    _in_text: bool = False
    _font: tuple[str, Length] | None = None
    _fill: Ink | None = None
    _spacing: str = "0"
    _scale: int = 1000

    def draw(self, items: Sequence[Item]) -> bytes:
        """Draw items layer by layer, in their order within a layer; gives the content stream."""
        if self.marks:
            self.marks.begin_page()
        for item in sorted(items, key=lambda item: item.layer):
            self._mark(item)
            match item:
                case TextRun():
                    self._text(item)
                case Rule():
                    self._rule(item)
                case Box():
                    self._box(item)
                case Wave():
                    self._wave(item)
                case Photo():
                    self._photo(item)
                case Figure():
                    self._figure(item)
                case Drawn():
                    self._drawn(item)
        self._end_text()
        self._end_mark()
        return "\n".join(self.operators).encode("ascii")

    def _mark(self, item: Item) -> None:
        """Say whose the following operators are, when it is another's than the ones before."""
        if self.marks is None or (isinstance(item, TextRun) and not item.glyphs.ids):
            return
        owner = self.marks.owner(item)
        if not self._marked or owner != self._owner:
            self._end_text()
            self._end_mark()
            self.operators.append(self.marks.begin(owner, item))
            self._marked, self._owner = True, owner

    def _end_mark(self) -> None:
        if self._marked:
            self.operators.append("EMC")
            self._marked = False

    def _x(self, x: Length) -> str:
        return number((x + self.around) / POINT)

    def _y(self, y: Length) -> str:
        return number((self.height + self.around - y) / POINT)

    def _rect(self, rect: Rect) -> str:
        size = f"{number(rect.width / POINT)} {number(rect.height / POINT)}"
        return f"{self._x(rect.x)} {self._y(rect.bottom)} {size}"

    def _text(self, run: TextRun) -> None:
        if not run.glyphs.ids:
            return
        font = self.fonts[run.glyphs.face]
        clean = font.take(run.glyphs)
        if not clean:
            self._end_text()
            self.operators.append(f"/Span <</ActualText <FEFF{run.glyphs.text.encode('utf-16-be').hex()}>>> BDC")
        self._begin_text(font, run)
        if run.vertical:
            self._vertical(font, run)
        else:
            self._horizontal(font, run)
        if not clean:
            self._end_text()
            self.operators.append("EMC")

    def _begin_text(self, font: PageFont, run: TextRun) -> None:
        if not self._in_text:
            self.operators.append("BT")
            self._in_text = True
        self._set_overprint(overprints(run.ink))
        self._set_fill(run.ink)
        wanted = (font.resource, run.glyphs.size)
        if wanted != self._font:
            self.operators.append(f"/{font.resource} {number(run.glyphs.size / POINT)} Tf")
            self._font = wanted
        if run.glyphs.stretch != self._scale:
            self.operators.append(f"{number(run.glyphs.stretch / 10)} Tz")
            self._scale = run.glyphs.stretch

    def _horizontal(self, font: PageFont, run: TextRun) -> None:
        glyphs = run.glyphs
        if any(dy for _, _, dy in glyphs.shifts):
            self._scattered(font, run)
            return
        spacing, shown = self.lines.drawn(font.coded, glyphs) if self.lines else drawn_line(font.coded, glyphs)
        self._set_spacing(spacing)
        start = glyphs.shifts[0][1] if glyphs.shifts and glyphs.shifts[0][0] == 0 else 0
        if run.turned:
            self.operators.append(f"0 -1 1 0 {self._x(run.origin.x)} {self._y(run.origin.y + start)} Tm")
        else:
            self.operators.append(f"1 0 0 1 {self._x(run.origin.x + start)} {self._y(run.origin.y)} Tm")
        self.operators.append(shown)

    def _scattered(self, font: PageFont, run: TextRun) -> None:
        """Glyphs of a horizontal run that leave the baseline, each at its own place."""
        glyphs = run.glyphs
        shifts = {index: (dx, dy) for index, dx, dy in glyphs.shifts}
        self._set_spacing("0")
        x = run.origin.x
        for index, (glyph, advance) in enumerate(zip(glyphs.ids, glyphs.advances, strict=True)):
            dx, dy = shifts.get(index, (0, 0))
            at = f"{self._x(x + dx)} {self._y(run.origin.y + dy)}"
            self.operators.append(f"1 0 0 1 {at} Tm <{font.coded.hexes[glyph]}> Tj")
            x += advance

    def _vertical(self, font: PageFont, run: TextRun) -> None:
        """Each glyph in the middle of the line, its em box below the pen."""
        glyphs = run.glyphs
        shifts = {index: (dx, dy) for index, dx, dy in glyphs.shifts}
        self._set_spacing("0")
        y = run.origin.y
        for index, (glyph, advance) in enumerate(zip(glyphs.ids, glyphs.advances, strict=True)):
            dx, dy = shifts.get(index, (0, 0))
            width = font.coded.widths[glyph] * glyphs.size * glyphs.stretch // 1_000_000
            x = run.origin.x - width // 2 + dx
            baseline = y + glyphs.size * _VERTICAL_ORIGIN // 1000 + dy
            self.operators.append(f"1 0 0 1 {self._x(x)} {self._y(baseline)} Tm <{font.coded.hexes[glyph]}> Tj")
            y += advance

    def _set_overprint(self, fill: bool | None, stroke: bool | None = None) -> None:
        """Let fills and strokes overprint from here on, or not; None leaves it as it is."""
        if self.overprinting:
            over = self._over
            wanted = Overprint(over.fill if fill is None else fill, over.stroke if stroke is None else stroke)
            if wanted != self._over:
                self.operators.append(f"/{wanted.resource} gs")
                self._over = wanted

    def _set_fill(self, ink: Ink) -> None:
        if ink != self._fill:
            self.operators.append(self._fills(ink))
            self._fill = ink

    def _fills(self, ink: Ink) -> str:
        """The operators that fill in an ink from here on."""
        return f"/{self.spaces[ink.spot]} cs {number(ink.tone / 1000)} scn" if ink.spot else f"{_color(ink)} k"

    def _strokes(self, ink: Ink) -> str:
        return f"/{self.spaces[ink.spot]} CS {number(ink.tone / 1000)} SCN" if ink.spot else f"{_color(ink)} K"

    def _set_spacing(self, spacing: str) -> None:
        if spacing != self._spacing:
            self.operators.append(f"{spacing} Tc")
            self._spacing = spacing

    def _end_text(self) -> None:
        if self._in_text:
            self.operators.append("ET")
            self._in_text = False

    def _rule(self, rule: Rule) -> None:
        self._end_text()
        self._set_overprint(None, overprints(rule.ink))
        dash = " ".join(number(length / POINT) for length in rule.dash)
        self.operators.append(
            f"{self._strokes(rule.ink)} {number(rule.weight / POINT)} w {f'[{dash}] 0 d ' if dash else ''}"
            f"{self._at(rule.start)} m {self._at(rule.end)} l S{' [] 0 d' if dash else ''}"
        )

    def _at(self, point: Point) -> str:
        return f"{self._x(point.x)} {self._y(point.y)}"

    def _box(self, box: Box) -> None:
        self._end_text()
        self._set_overprint(fill_overprints(box), overprints(box.stroke))
        if box.fill is not None:
            self._set_fill(box.fill)
        if box.stroke is not None:
            self.operators.append(f"{self._strokes(box.stroke)} {number(box.weight / POINT)} w")
        paint = {(True, False): "f", (False, True): "S", (True, True): "B"}.get(
            (box.fill is not None, box.stroke is not None)
        )
        if paint:
            self.operators.append(f"{self._rounded(box) if box.radius else self._rect(box.rect) + ' re'} {paint}")

    def _rounded(self, box: Box) -> str:
        """A rectangle whose corners are quarter circles, as Bézier curves."""
        rect, radius = box.rect, min(box.radius, box.rect.width // 2, box.rect.height // 2)
        bend = radius - radius * 5523 // 10_000
        left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom

        def at(x: Length, y: Length) -> str:
            return self._at(Point(x, y))

        return " ".join(
            [
                f"{at(left + radius, top)} m {at(right - radius, top)} l",
                f"{at(right - bend, top)} {at(right, top + bend)} {at(right, top + radius)} c",
                f"{at(right, bottom - radius)} l",
                f"{at(right, bottom - bend)} {at(right - bend, bottom)} {at(right - radius, bottom)} c",
                f"{at(left + radius, bottom)} l",
                f"{at(left + bend, bottom)} {at(left, bottom - bend)} {at(left, bottom - radius)} c",
                f"{at(left, top + radius)} l",
                f"{at(left, top + bend)} {at(left + bend, top)} {at(left + radius, top)} c h",
            ]
        )

    def _wave(self, wave: Wave) -> None:
        """Half waves as single curves, to one side and the other in turn."""
        self._end_text()
        self._set_overprint(None, overprints(wave.ink))
        count = max(2, round(2 * wave.width / wave.period))
        height = wave.period // 4
        path = [f"{self._strokes(wave.ink)} {number(wave.weight / POINT)} w {self._at(wave.start)} m"]

        def at(along: Length, across: Length) -> str:
            x, y = (across, along) if wave.down else (along, across)
            return self._at(Point(wave.start.x + x, wave.start.y + y))

        for half in range(count):
            a, b = (wave.width * step // count for step in (half, half + 1))
            across, third = (height if half % 2 else -height), (b - a) // 3
            path.append(f"{at(a + third, across)} {at(b - third, across)} {at(b, 0)} c")
        self.operators.append(" ".join([*path, "S"]))

    def _photo(self, photo: Photo) -> None:
        """The picture placed so that its crop fills the rectangle, clipped to its outline if it has one."""
        resource = self.images.setdefault(photo.image, f"I{len(self.images)}")
        clip = f"{self._polygons(photo.clip)} W n " if photo.clip else ""
        self._place(Placement(photo.rect, photo.crop, resource, clip, self.turns.get(photo.image, "")))

    def _polygons(self, polygons: Sequence[Sequence[Point]]) -> str:
        return " ".join(
            f"{self._at(first)} m {' '.join(f'{self._at(point)} l' for point in rest)} h" for first, *rest in polygons
        )

    def _figure(self, figure: Figure) -> None:
        """A page of a PDF, its trim placed so that its crop fills the rectangle."""
        # A placed page begins with the state it is placed in: it is to knock out unless it says so itself.
        self._end_text()
        self._set_overprint(fill=False, stroke=False)
        form = self.forms[figure.figure]
        resource = self.figures.setdefault(figure.figure, f"P{len(self.figures)}")
        box = (form.left, form.bottom, form.width, form.height)
        self._place(Placement(figure.rect, figure.crop, resource, box=box))

    def _place(self, placed: Placement) -> None:
        """An XObject scaled so that the crop of its box fills the rectangle, clipped to it."""
        self._end_text()
        rect, box = placed.rect, placed.box
        left, top, right, bottom = placed.crop
        width = rect.width * WHOLE_PICTURE / (right - left)
        height = rect.height * WHOLE_PICTURE / (bottom - top)
        across, up = width / POINT / box[2], height / POINT / box[3]
        x = (rect.x + self.around - width * left / WHOLE_PICTURE) / POINT - box[0] * across
        below = height * (WHOLE_PICTURE - bottom) / WHOLE_PICTURE
        y = (self.height + self.around - rect.bottom - below) / POINT - box[1] * up
        matrix = f"{factor(across)} 0 0 {factor(up)} {number(x)} {number(y)} cm{placed.turned}"
        self.operators.append(f"q {self._rect(rect)} re W n {placed.clip}{matrix} /{placed.resource} Do Q")

    def _drawn(self, drawn: Drawn) -> None:
        """A shape, between a pair of q and Q, so that its ink, pen and clip end with it."""
        self._end_text()
        pen = drawn.shape.pen
        self._set_overprint(overprints(drawn.shape.fill), overprints(pen.ink if pen else None))
        clip = f"{self._rect(drawn.clip)} re W n " if drawn.clip else ""
        setting, paint = self._paint(drawn.shape)
        path = " ".join(self._step(step) for step in drawn.shape.steps)
        self.operators.append(f"q {clip}{setting}{path} {paint} Q")

    def _step(self, step: Step) -> str:
        if step[0] == "close":
            return "h"
        return " ".join([*map(self._at, step[1:]), {"move": "m", "line": "l", "curve": "c"}[step[0]]])

    def _paint(self, shape: Shape) -> tuple[str, str]:
        """The operators that set a shape's inks and pen, and the one that paints it."""
        pen = shape.pen
        setting = f"{self._fills(shape.fill)} " if shape.fill else ""
        if pen:
            dash = " ".join(number(length / POINT) for length in pen.dash)
            setting += (
                f"{self._strokes(pen.ink)} {number(pen.weight / POINT)} w {_CAPS[pen.cap]} J {_JOINS[pen.join]} j "
            )
            setting += f"[{dash}] 0 d " if dash else ""
        paint = {(True, False): "f", (False, True): "S", (True, True): "B"}[shape.fill is not None, pen is not None]
        return setting, paint + ("*" if shape.even_odd and shape.fill else "")


_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def _color(ink: Ink) -> str:
    return " ".join(number(part / 1000) for part in (ink.cyan, ink.magenta, ink.yellow, ink.black))
