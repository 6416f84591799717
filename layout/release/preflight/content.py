"""The operators of a finished page followed one by one: colours, type, rules, pictures, transparency."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from layout.assets.vector.matrix import SAME, Matrix, matrix_of, product, scale
from layout.diagnostics import Kind
from layout.release.preflight import filefindings as kinds
from layout.style.press import Press
from layout.units import POINT

Report: TypeAlias = Callable[..., None]
_BLACK = (0.0, 0.0, 0.0, 1.0)
_DARK = 0.75
_INKS = {"/DeviceCMYK", "/DeviceGray"}
_SHOWS = {"Tj", "TJ", "'", '"'}
_STROKES = {"S", "s", "B", "b", "B*", "b*"}
_FILLS = {"f", "F", "f*", "B", "b", "B*", "b*"}
_DEEPEST = 12
# Lines are compared with a little less than what is asked for: coordinates are rounded.
_ROUNDING = 0.01


class _State(Struct, frozen=True):
    """The graphics state, as far as a press cares."""

    matrix: Matrix = SAME
    fill: tuple[float, ...] = _BLACK
    weight: float = 1.0
    over: bool = False
    size: float = 0.0
    text: Matrix = SAME


class PageReader(Struct):
    """Follows a page's content and what it draws, and reports faults (`report(kind, **values)`)."""

    press: Press
    report: Report
    opaque: bool

    def read(self, page: Any) -> None:
        """The whole page."""
        if self.opaque and "/Group" in page:
            self.report(kinds.SEE_THROUGH)
        self._run(page, page.get("/Resources", {}), _State(), 0)

    def _run(self, stream: Any, resources: Any, state: _State, depth: int) -> None:
        import pikepdf

        held: list[_State] = []
        box: tuple[float, ...] = ()
        for step in pikepdf.parse_content_stream(stream):
            operator, operands = str(step.operator), step.operands
            if operator == "q":
                held.append(state)
            elif operator == "Q":
                state = held.pop() if held else state
            elif operator == "re":
                box = tuple(float(part) for part in operands)
            else:
                self._paint(operator, state, box)
                self._draw(operator, operands, resources, state, depth)
                state = self._changed(operator, operands, resources, state)
                box = () if operator in _STROKES | _FILLS | {"n"} else box

    def _changed(self, operator: str, operands: Any, resources: Any, state: _State) -> _State:
        match operator:
            case "cm":
                return replace(state, matrix=product(matrix_of(operands), state.matrix))
            case "Tm":
                return replace(state, text=matrix_of(operands))
            case "Tf":
                return replace(state, size=float(operands[1]))
            case "w":
                return replace(state, weight=float(operands[0]))
            case "gs":
                return replace(state, over=self._over(resources.ExtGState[str(operands[0])], state.over))
        return replace(state, fill=self._colour(operator, operands, resources, state.fill))

    def _colour(self, operator: str, operands: Any, resources: Any, fill: tuple[float, ...]) -> tuple[float, ...]:
        """The inks of fills after an operator; colours that are no inks are reported."""
        match operator:
            case "k":
                return tuple(map(float, operands))
            case "g":
                return (0.0, 0.0, 0.0, 1 - float(operands[0]))
            case "rg" | "RG":
                self.report(kinds.SCREEN_COLOUR, what="DeviceRGB")
            case "cs" | "CS":
                self._check_space(resources.get("/ColorSpace", {}).get(str(operands[0]), operands[0]))
            case "scn" | "sc":
                return tuple(float(part) for part in operands if not isinstance(part, str) and not _is_name(part))
        return fill

    def _over(self, state: Any, before: bool) -> bool:
        """Whether fills overprint in a state, in the mode that keeps other inks; transparency is reported."""
        blends = "/BM" in state and str(state.BM) not in {"/Normal", "/Compatible"}
        masked = "/SMask" in state and state.SMask != "/None"
        if self.opaque and (blends or masked or any(float(state.get(key, 1)) < 1 for key in ("/ca", "/CA"))):
            self.report(kinds.SEE_THROUGH)
        over = state.get("/op", state.get("/OP", None))
        return before if over is None else bool(over) and int(state.get("/OPM", 0)) == 1

    def _draw(self, operator: str, operands: Any, resources: Any, state: _State, depth: int) -> None:
        if operator == "Do" and depth < _DEEPEST:
            self._show(resources.XObject[str(operands[0])], state, depth)
        elif operator in _SHOWS:
            self._type(state, depth)

    def _type(self, state: _State, depth: int) -> None:
        """Type in rich black; and black type that knocks out, but in placed pages, whose makers answer for it."""
        size = state.size * scale(product(state.text, state.matrix))
        if len(state.fill) == len(_BLACK) and state.fill[3] >= _DARK and sum(state.fill[:3]) > _ROUNDING:
            if size * POINT < self.press.rich_black_from:
                ink = "C{:g} M{:g} Y{:g} K{:g}".format(*(round(part * 100) for part in state.fill))
                self.report(kinds.RICH_BLACK_TEXT, ink=ink)
        elif state.fill == _BLACK and not state.over and not depth:
            self.report(kinds.KNOCKS_OUT)

    def _paint(self, operator: str, state: _State, box: tuple[float, ...]) -> None:
        """Lines that are too thin, drawn as such or as boxes."""
        least = self.press.smallest_rule / POINT - _ROUNDING
        weights = [state.weight * scale(state.matrix)] if operator in _STROKES else []
        if operator in _FILLS and box:
            weights.append(min(abs(box[2]), abs(box[3])) * scale(state.matrix))
        for weight in weights:
            if weight < least:
                self.report(kinds.HAIRLINE, weight=f"{weight:.2g}")

    def _show(self, thing: Any, state: _State, depth: int) -> None:
        if self.opaque and ("/SMask" in thing or "/Group" in thing):
            self.report(kinds.SEE_THROUGH)
        if thing.get("/Subtype") == "/Form":
            matrix = product(matrix_of(thing.get("/Matrix", SAME)), state.matrix)
            self._run(thing, thing.get("/Resources", {}), replace(state, matrix=matrix), depth + 1)
        elif thing.get("/Subtype") == "/Image":
            self._picture(thing, state.matrix)

    def _picture(self, image: Any, matrix: Matrix) -> None:
        if not image.get("/ImageMask", False):
            self._check_space(image.ColorSpace)
        sides = ((int(image.Width), matrix[0], matrix[1]), (int(image.Height), matrix[2], matrix[3]))
        ppi = min(round(72 * pixels / max((x * x + y * y) ** 0.5, 1e-6)) for pixels, x, y in sides)
        one_bit = int(image.get("/BitsPerComponent", 1)) == 1
        least = (self.press.line_art_ppi_least if one_bit else self.press.picture_ppi_least) * 2 // 3
        if ppi <= least:
            self.report(kinds.COARSE_PICTURE, ppi=ppi)

    def _check_space(self, space: Any) -> None:
        import pikepdf

        family = str(space) if isinstance(space, pikepdf.Name) else str(space[0])
        if family == "/Indexed":
            self._check_space(space[1])
        elif family in {"/Separation", "/DeviceN"}:
            self._check_space(space[2])
        elif family not in _INKS and family != "/Pattern":
            self.report(kinds.SCREEN_COLOUR, what=family.strip("/"))


def _is_name(operand: Any) -> bool:
    import pikepdf

    return isinstance(operand, pikepdf.Name)


def faults(page: Any, press: Press, *, opaque: bool) -> Iterator[tuple[Kind, dict[str, str | int]]]:
    """The faults of a page's content, each sort once; with `opaque` transparency is one."""
    found: dict[Kind, dict[str, str | int]] = {}

    def report(kind: Kind, **values: str | int) -> None:
        found.setdefault(kind, values)

    PageReader(press, report, opaque).read(page)
    yield from found.items()
