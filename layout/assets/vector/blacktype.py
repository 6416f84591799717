"""Small black type of a placed PDF that stands on another ink and cuts it out (GWG 2015, 4.10; 2022, R0009, R0011).

Cut out of its ground, black type shows paper at its edges with the least misregister. Black that overprints does not;
grey (DeviceGray) cannot be counted on to overprint. On bare paper there is nothing to cut out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from layout.assets.vector.matrix import SAME, Matrix, matrix_of, product, scale

Area: TypeAlias = tuple[float, float, float, float]
Inks: TypeAlias = tuple[float, ...] | None

# Type from this size on, in points, bears being cut out.
_LARGE = 12
_BLACK, _WHITE = (0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0, 0.0)
_UNIT = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))
_SHOWS = {"Tj", "TJ", "'", '"'}
_FILLS = {"f", "F", "f*", "B", "b", "B*", "b*"}
_PATHS = {"m", "l", "c", "v", "y"}
_ENDS = _FILLS | {"S", "s", "n"}
_UNSEEN = {3, 7}
_DEEPEST = 12
# So many of the areas painted last are looked at for each piece of type.
_MOST_SEEN = 1000


class _State(Struct, frozen=True):
    """The graphics state: inks of fills (None where they are not known), whether they overprint, type and its size.

    `clip` is the rectangle that was clipped to last; a shading fills it.
    """

    matrix: Matrix = SAME
    inks: Inks = _BLACK
    grey: bool = True
    over: bool = False
    size: float = 0.0
    leading: float = 0.0
    mode: int = 0
    clip: Area | None = None


class _Reader(Struct):
    """Follows content and notes what was painted where, the latest last: whether it leaves an ink there."""

    painted: list[tuple[Area, bool]] = field(default_factory=list)
    line: Matrix = SAME
    boxes: list[Area] = field(default_factory=list)
    bent: bool = False

    def cut_out(self, stream: Any, resources: Any, state: _State, depth: int = 0) -> Iterator[float]:
        """The sizes of black type that cuts its ground out, in points."""
        import pikepdf

        held: list[_State] = []
        for step in pikepdf.parse_content_stream(stream):
            operator, operands = str(step.operator), list(step.operands)
            if operator == "q":
                held.append(state)
            elif operator == "Q":
                state = held.pop() if held else state
            elif operator == "Do" and depth < _DEEPEST:
                yield from self._placed(resources.XObject[str(operands[0])], resources, state, depth)
            elif operator in _SHOWS:
                self._move_before(operator, state)
                yield from self._type(state)
            else:
                if operator in {"W", "W*"}:
                    state = replace(state, clip=self.boxes[-1] if self.boxes and not self.bent else None)
                self._trace(operator, operands, state)
                state = _changed(operator, operands, resources, state)

    def _placed(self, thing: Any, resources: Any, state: _State, depth: int) -> Iterator[float]:
        if thing.get("/Subtype") == "/Form":
            matrix = product(matrix_of(thing.get("/Matrix", SAME)), state.matrix)
            own = thing.get("/Resources", resources)
            yield from self.cut_out(thing, own, replace(state, matrix=matrix), depth + 1)
        else:
            self.painted.append((_around(_UNIT, state.matrix), True))

    def _trace(self, operator: str, operands: Sequence[Any], state: _State) -> None:
        """Take in what moves the line of type, and what is painted."""
        if operator in {"BT", "Tm"}:
            self.line = matrix_of(operands) if operands else SAME
        elif operator in {"Td", "TD", "T*"}:
            across, down = map(float, operands) if operands else (0, -state.leading)
            self.line = product((1, 0, 0, 1, across, down), self.line)
        elif operator == "re":
            x, y, width, height = map(float, operands)
            corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
            self.boxes.append(_around(corners, state.matrix))
        elif operator in _PATHS:
            self.bent = True
        elif operator == "INLINE IMAGE":
            self.painted.append((_around(_UNIT, state.matrix), True))
        elif operator == "sh" and state.clip:
            self.painted.append((state.clip, True))
        elif operator in _ENDS:
            # What is no rectangle may lie anywhere in its bounds, and is not counted.
            if operator in _FILLS and not self.bent:
                self.painted += ((box, state.inks != _WHITE) for box in self.boxes)
            self.boxes, self.bent = [], False

    def _move_before(self, operator: str, state: _State) -> None:
        if operator in {"'", '"'}:
            self._trace("T*", (), state)

    def _type(self, state: _State) -> Iterator[float]:
        place = product(self.line, state.matrix)
        size = state.size * scale(place)
        keeps = state.over and not state.grey
        seen = 0 < size < _LARGE and state.mode not in _UNSEEN
        if seen and state.inks == _BLACK and not keeps and self._ink_under(place[4], place[5]):
            yield size

    def _ink_under(self, x: float, y: float) -> bool:
        """Whether what was painted last at a point left an ink there."""
        return next((inked for area, inked in self.painted[: -_MOST_SEEN - 1 : -1] if _holds(area, x, y)), False)


def black_cut_out(page: Any) -> float | None:
    """The size of the smallest such type of a page, in points; None without any, or if the page cannot be followed."""
    import pikepdf

    try:
        return min(_Reader().cut_out(page, page.resources, _State()), default=None)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return None


def _changed(operator: str, operands: Sequence[Any], resources: Any, state: _State) -> _State:
    match operator:
        case "cm":
            return replace(state, matrix=product(matrix_of(operands), state.matrix))
        case "gs":
            return replace(state, over=_over(resources.ExtGState[str(operands[0])], before=state.over))
        case "Tf":
            return replace(state, size=float(operands[1]))
        case "TL" | "TD":
            return replace(state, leading=float(operands[0]) if operator == "TL" else -float(operands[1]))
        case "Tr":
            return replace(state, mode=int(operands[0]))
    return _inked(operator, operands, state)


def _inked(operator: str, operands: Sequence[Any], state: _State) -> _State:
    match operator:
        case "k":
            return replace(state, inks=tuple(map(float, operands)), grey=False)
        case "g":
            return replace(state, inks=(0.0, 0.0, 0.0, 1 - float(operands[0])), grey=True)
        case "cs" | "sc" | "scn" | "rg":
            return replace(state, inks=None)
    return state


def _over(state: Any, *, before: bool) -> bool:
    """Whether fills overprint in a state, in the mode that keeps other inks (ISO 32000-1, 11.7.4)."""
    over = state.get("/op", state.get("/OP", None))
    return before if over is None else bool(over) and int(state.get("/OPM", 0)) == 1


def _around(points: Sequence[tuple[float, float]], matrix: Matrix) -> Area:
    a, b, c, d, e, f = matrix
    across = [a * x + c * y + e for x, y in points]
    down = [b * x + d * y + f for x, y in points]
    return min(across), min(down), max(across), max(down)


def _holds(area: Area, x: float, y: float) -> bool:
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]
