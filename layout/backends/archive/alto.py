"""ALTO 4.4: every character of a page with its place, in reading order (Library of Congress, alto-4-4.xsd).

Places are tenths of a millimetre from the top left of the trim, to a thousandth of that. Nothing was recognised, so
every word and glyph is certain (WC, GC 1.0).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from layout.backends.archive.blocks import Block, Cell, TextLine
from layout.backends.archive.xml import Node, node, with_attributes, written
from layout.display.page import PageDisplay
from layout.geometry import Rect, hull
from layout.units import MILLIMETRE, POINT, Length

_NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#"
_SCHEMA = "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd"
_TENTH = MILLIMETRE // 10


class AltoPage(Struct, frozen=True):
    """A page for ALTO: its number among the pages, its blocks, and the files it belongs to.

    `press` is the SHA-256 of the press file it was printed from; empty when none was made.
    """

    number: int
    page: PageDisplay
    blocks: tuple[Block, ...]
    file: str
    software: tuple[str, str]
    press: str = ""


def alto(page: AltoPage) -> bytes:
    """The ALTO document of a page."""
    styles = dict.fromkeys((line.face, line.size) for block in page.blocks for line in block.lines)
    names = {style: f"TS{number}" for number, style in enumerate(styles, 1)}
    roles = dict.fromkeys(block.role.value for block in page.blocks)
    attributes = {
        "xmlns": _NAMESPACE,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": f"{_NAMESPACE} {_SCHEMA}",
        "SCHEMAVERSION": "4.4",
    }
    root = with_attributes(
        "alto",
        attributes,
        _description(page),
        node("Styles", *(_style(name, *style) for style, name in names.items())),
        node("Tags", *(node("StructureTag", ID=f"ROLE_{role}", TYPE="role", LABEL=role) for role in roles)),
        _order(page.blocks),
        node("Layout", _page(page, names)),
    )
    return written(root)


def _description(page: AltoPage) -> Node:
    name, version = page.software
    printed = with_attributes(
        "fileIdentifier", {"fileIdentifierLocation": "sha256 of the press file"}, page.press or "none"
    )
    return node(
        "Description",
        node("MeasurementUnit", "mm10"),
        node("sourceImageInformation", node("fileName", page.file), printed if page.press else None),
        node(
            "Processing",
            node("processingCategory", "contentGeneration"),
            node("processingStepDescription", "composed; places as drawn, nothing recognised"),
            node("processingSoftware", node("softwareName", name), node("softwareVersion", version)),
            ID="PROCESSING",
        ),
    )


def _style(name: str, face: str, size: Length) -> Node:
    return node("TextStyle", ID=name, FONTFAMILY=face, FONTSIZE=_number(size / POINT))


def _order(blocks: Sequence[Block]) -> Node | None:
    """Reading order: a group a story, its blocks in order; blocks of no story each in their place."""
    groups: dict[str, list[str]] = {}
    for block in blocks:
        groups.setdefault(block.story or block.id, []).append(block.id)
    if not groups:
        return None
    made = [
        node("OrderedGroup", *(node("ElementRef", ID=f"RO_{one}", REF=one) for one in ids), ID=f"ROG_{number:03d}")
        for number, ids in enumerate(groups.values(), 1)
    ]
    return node("ReadingOrder", node("OrderedGroup", *made, ID="RO"))


def _page(page: AltoPage, names: dict[tuple[str, Length], str]) -> Node:
    display = page.page
    space = hull([display.type_area, *(block.rect for block in page.blocks)])
    blocks = (_text(block, names) if block.lines else _illustration(block) for block in page.blocks)
    return with_attributes(
        "Page",
        {
            "ID": f"PAGE_{display.name}",
            "PHYSICAL_IMG_NR": str(page.number),
            "PRINTED_IMG_NR": display.name,
            "HEIGHT": _tenths(display.trim.height),
            "WIDTH": _tenths(display.trim.width),
            "PC": "1.0",
            "LANG": "zh-CN",
        },
        with_attributes("PrintSpace", {"ID": f"SPACE_{display.name}", **_place(space)}, *blocks),
    )


def _text(block: Block, names: dict[tuple[str, Length], str]) -> Node:
    attributes = {"ID": block.id, "TAGREFS": f"ROLE_{block.role.value}", **_place(block.rect)}
    lines = [_line(f"{block.id}_L{number:03d}", line, names) for number, line in enumerate(block.lines, 1)]
    return with_attributes("TextBlock", attributes, *lines)


def _illustration(block: Block) -> Node:
    attributes = {"ID": block.id, "TAGREFS": f"ROLE_{block.role.value}", **_place(block.rect)}
    return with_attributes("Illustration", attributes)


def _line(name: str, line: TextLine, names: dict[tuple[str, Length], str]) -> Node | None:
    strings = list(_strings(line.cells))
    if not strings:
        return None
    rect = line.rect
    base = f"{_tenths(rect.x)},{_tenths(line.baseline)} {_tenths(rect.right)},{_tenths(line.baseline)}"
    style = names[line.face, line.size]
    attributes = {"ID": name, "STYLEREFS": style, **_place(rect), "BASELINE": base}
    return with_attributes("TextLine", attributes, *strings)


def _strings(cells: Sequence[Cell]) -> Iterator[Node]:
    """Words between white space, and the white space between words."""
    word: list[Cell] = []
    space: list[Cell] = []
    started = False
    for cell in cells:
        if cell.text.isspace():
            space.append(cell)
            continue
        if space:
            if word:
                yield _string(word)
            if started:
                yield with_attributes("SP", _place(hull(one.rect for one in space)))
            word, space = [], []
        started = True
        word.append(cell)
    if word:
        yield _string(word)


def _string(cells: Sequence[Cell]) -> Node:
    text = "".join(cell.text for cell in cells)
    attributes = {"CONTENT": text, **_place(hull(cell.rect for cell in cells)), "WC": "1.0"}
    glyphs = [
        with_attributes("Glyph", {"CONTENT": cell.text, **_place(cell.rect, cell.x), "GC": "1.0"}) for cell in cells
    ]
    return with_attributes("String", attributes, *glyphs)


def _place(rect: Rect, x: Length | None = None) -> dict[str, str]:
    left = rect.x if x is None else x
    return {
        "HPOS": _tenths(left),
        "VPOS": _tenths(rect.y),
        "WIDTH": _tenths(rect.width),
        "HEIGHT": _tenths(rect.height),
    }


def _tenths(length: Length) -> str:
    return _number(length / _TENTH)


def _number(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
