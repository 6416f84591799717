"""What an SVG asks for that paths in process inks cannot give, found before it is read, with its line."""

from __future__ import annotations

from xml.parsers import expat

from msgspec import Struct, field

_SVG = "http://www.w3.org/2000/svg"
_GRADIENT = ("换成平涂的颜色", "use flat colours")
_FLATTEN = ("在绘图软件里拼合、裁好再导出", "flatten and cut it in the drawing program, then export again")
_OUTLINES = ("在绘图软件里把文字转成轮廓", "turn the text into outlines in the drawing program")
_TAKE_OUT = ("在绘图软件里把它去掉", "take it out in the drawing program")

_ELEMENTS = {
    **dict.fromkeys(("linearGradient", "radialGradient", "pattern", "meshgradient"), _GRADIENT),
    **dict.fromkeys(("filter", "mask", "clipPath", "marker"), _FLATTEN),
    **dict.fromkeys(("text", "tspan", "textPath"), _OUTLINES),
    **dict.fromkeys(("image", "foreignObject", "script", "animate", "animateTransform", "animateMotion"), _TAKE_OUT),
    "set": _TAKE_OUT,
}
_ATTRIBUTES = {
    **dict.fromkeys(("clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end"), _FLATTEN),
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity"), ("用浅色代替透明", "use a lighter colour instead")),
    "mix-blend-mode": _FLATTEN,
}
_HARMLESS = {"1", "1.0", "100%", "none", "normal", "inherit", ""}
DEEPEST = 200


class NotSvgError(ValueError):
    """The file is no SVG; the message says why."""


class Unprintable(Struct, frozen=True):
    """Something that cannot be printed as it is: the line, what, and a hint in both languages."""

    line: int
    what: str
    hint_zh: str
    hint_en: str


class _Scan(Struct):
    parser: expat.XMLParserType
    found: list[Unprintable] = field(default_factory=list)
    depth: int = 0
    root: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotSvgError("nested too deeply")
        self.root = self.root or name
        space, _, local = name.rpartition(" ")
        if space == _SVG and local in _ELEMENTS:
            self.note(f"<{local}>", _ELEMENTS[local])
        for key, value in {**attributes, **_declarations(attributes.get("style", ""))}.items():
            self._attribute(key.rpartition(" ")[2], value.strip())

    def _attribute(self, key: str, value: str) -> None:
        if key in _ATTRIBUTES and value not in _HARMLESS:
            self.note(f"{key}={value[:30]}", _ATTRIBUTES[key])
        elif key in {"fill", "stroke"} and value.startswith("url("):
            self.note(f"{key}={value[:30]}", _GRADIENT)

    def end(self, _: str) -> None:
        self.depth -= 1

    def note(self, what: str, hint: tuple[str, str]) -> None:
        self.found.append(Unprintable(self.parser.CurrentLineNumber, what, *hint))

    def entity(self, *_: object) -> None:
        raise NotSvgError("it defines entities")


def scan(data: bytes) -> tuple[Unprintable, ...]:
    """What of an SVG cannot be printed; one entry a sort, at its first line.

    Raises NotSvgError when it is no sound SVG, or defines entities (which can be made to fill all memory).
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    found = _Scan(parser)
    parser.StartElementHandler = found.start
    parser.EndElementHandler = found.end
    parser.EntityDeclHandler = found.entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as error:  # an encoding nobody knows is a LookupError
        raise NotSvgError(str(error)) from error
    if found.root != f"{_SVG} svg":
        raise NotSvgError("its root is not <svg>")
    by_what = {entry.what: entry for entry in reversed(found.found)}
    return tuple(sorted(by_what.values(), key=lambda entry: (entry.line, entry.what)))


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.split(";") if ":" in part)
    return {key.strip(): value.strip() for key, _, value in pairs}
