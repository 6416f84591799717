"""Colour spaces as one plate sees them: every colour becomes the grey of its tone on that plate.

A space keeps its components, so that the operators, shadings and patterns that use them stay as they are; only what
they mean changes: a function picks the plate's own component (ISO 32000-1, 8.6.6.5 and 7.10.5).
"""

from __future__ import annotations

from typing import Any

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_EVERY, _NONE = "All", "None"
_DEEPEST = 4


def plate_space(pdf: Any, space: Any, plate: str, depth: int = 0) -> Any:
    """A colour space on the plate of an ink (`plate` as a PDF names it); one that is not of inks stays as it is."""
    import pikepdf

    family = _family(space)
    if depth > _DEEPEST:
        return space
    if family == "/Pattern" and isinstance(space, pikepdf.Array) and len(space) > 1:
        return pikepdf.Array([pikepdf.Name.Pattern, plate_space(pdf, space[1], plate, depth + 1)])
    if family == "/Indexed":
        return pikepdf.Array([space[0], plate_space(pdf, space[1], plate, depth + 1), space[2], space[3]])
    names = inks_in(space)
    if not names:
        return space
    grey_is_light = family in {"/DeviceGray", "/CalGray"} or (family == "/ICCBased" and int(space[1].N) == 1)
    return _picking(pdf, names, plate, grey_is_light)


def inks_in(space: Any) -> tuple[str, ...]:
    """The inks that a space's components stand for, as a PDF names them; none when they are not inks."""
    family = _family(space)
    if family in {"/DeviceGray", "/CalGray"}:
        return ("Black",)
    if family == "/DeviceCMYK":
        return PROCESS
    if family == "/ICCBased":
        return {1: ("Black",), 4: PROCESS}.get(int(space[1].N), ())
    if family == "/Separation":
        return (str(space[1])[1:],)
    return tuple(str(name)[1:] for name in space[1]) if family == "/DeviceN" else ()


def _family(space: Any) -> str:
    import pikepdf

    return str(space[0]) if isinstance(space, pikepdf.Array) else str(space)


def _picking(pdf: Any, names: tuple[str, ...], plate: str, grey_is_light: bool) -> Any:
    """A space of as many components whose grey follows the one of a plate; white where it has none."""
    import pikepdf

    count = len(names)
    at = next((number for number, name in enumerate(names) if name in {plate, _EVERY}), None)
    drop = " pop" * count
    if at is None:
        program = f"{{{drop} 1}}"
    else:
        light = "" if grey_is_light else " 1 exch sub"
        program = f"{{ {count - 1 - at} index{light} {count + 1} 1 roll{drop} }}"
    function = pikepdf.Dictionary(FunctionType=4, Domain=[0, 1] * count, Range=[0, 1])
    made = pdf.make_stream(program.encode(), function)
    colourants = pikepdf.Array([pikepdf.Name(f"/Plate{number}") for number in range(count)])
    return pdf.make_indirect(pikepdf.Array([pikepdf.Name.DeviceN, colourants, pikepdf.Name.DeviceGray, made]))
