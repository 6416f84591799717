"""The press's own rules over composed pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from layout import api
from layout.assets.profilefindings import BROKEN_PROFILE
from layout.check.scene import run_rect
from layout.compose.inks import is_lost
from layout.compose.model import Composition, Sheet
from layout.diagnostics import Diagnostic, Kind, Severity, Sink
from layout.display.inks import inks_of
from layout.display.items import Figure, Photo, TextRun
from layout.display.page import PageDisplay
from layout.geometry import Rect
from layout.ink import WHITE, Ink
from layout.release.preflight import findings as kinds
from layout.release.preflight.facts import page_facts, parts_of, weights_of, written
from layout.units import to_points

Value = str | int | float
# From here on black counts as black, whatever comes with it (GWG R0015 asks 85).
_DARK = 750
# A picture with two thirds of what is asked for, or less, is an error (99 of 149, 549 of 799).
_FAULT = 2 / 3
_PRINTED = {"black": ("黑白", "black"), "red": ("黑红两色", "black and red")}
_STANDARDS = {"x4": "PDF/X-4", "x1a": "PDF/X-1a"}


class _Page(Struct, frozen=True):
    """A page, and what it is held against."""

    display: PageDisplay
    sheet: Sheet
    loaded: api.Loaded
    run: api.PressRun

    def found(self, kind: Kind, where: Rect | None, severity: Severity | None = None, /, **values: Value) -> Diagnostic:
        return Diagnostic(
            kind, self.sheet.plan.page.span, "", tuple(values.items()), self.display.name, where, severity
        )


def preflight(composition: Composition, loaded: api.Loaded, run: api.PressRun) -> tuple[Diagnostic, ...]:
    """What keeps pages from going to a press, or wants a look first."""
    pages = (
        _Page(display, sheet, loaded, run) for display, sheet in zip(composition.pages, composition.sheets, strict=True)
    )
    return tuple(dict.fromkeys(found for page in pages for rule in _RULES for found in rule(page)))


def broken_profiles(run: api.PressRun) -> tuple[Diagnostic, ...]:
    """The pictures whose own profile could not be used, once they have been separated."""
    return tuple(
        Diagnostic(BROKEN_PROFILE, None, "", (("picture", image.path.name), ("instead", _instead(image.mode))))
        for image in run.separator.broken.values()
    )


def _instead(mode: str) -> str:
    return "CMYK" if mode == "CMYK" else "sRGB"


def _type(page: _Page) -> Iterator[Diagnostic]:
    """Type too small for the press, small type of several inks or in white, and rich black; once a size and ink."""
    press = page.run.press
    told: set[tuple[int, Ink]] = set()
    for text in _texts(page.display):
        size, ink = text.glyphs.size, text.ink
        if (size, ink) in told:
            continue
        told.add((size, ink))
        words: dict[str, Value] = {"size": f"{to_points(size):g}", "text": text.glyphs.text[:8]}
        if size < press.smallest_type:
            yield page.found(kinds.SMALL_TYPE, run_rect(text), least=f"{to_points(press.smallest_type):g}", **words)
        if size < press.rich_black_from and _is_rich_black(ink):
            least = f"{to_points(press.rich_black_from):g}"
            yield page.found(kinds.RICH_BLACK, run_rect(text), least=least, ink=written(ink), **words)
        elif size < press.smallest_coloured_type and (what := _delicate(ink)):
            least = f"{to_points(press.smallest_coloured_type):g}"
            zh, en = what
            yield page.found(kinds.SMALL_COLOURED, run_rect(text), least=least, what_zh=zh, what_en=en, **words)


def _texts(display: PageDisplay) -> Iterable[TextRun]:
    return (item for item in display.items if isinstance(item, TextRun) and item.glyphs.ids)


def _is_rich_black(ink: Ink) -> bool:
    return ink.black >= _DARK and ink.total > ink.black


def _delicate(ink: Ink) -> tuple[str, str] | None:
    if ink == WHITE:
        return "反白字", "white type"
    return ("多色字", "type of several inks") if sum(part > 0 for part in parts_of(ink)) > 1 else None


def _rules(page: _Page) -> Iterator[Diagnostic]:
    """Lines too thin for the press, once a weight."""
    least = page.run.press.smallest_rule
    told: set[int] = set()
    for item in page.display.items:
        for weight, where in weights_of(item):
            if 0 <= weight < least and weight not in told:
                told.add(weight)
                values = {"weight": f"{to_points(weight):.2g}", "least": f"{to_points(least):g}"}
                yield page.found(kinds.THIN_RULE, where, **values)


def _pictures(page: _Page) -> Iterator[Diagnostic]:
    """Pictures too coarse for this press; what the checker tells by the style's own thresholds is not told twice."""
    press = page.run.press
    assert page.loaded.styles is not None
    checks = page.loaded.styles.page(page.display.name).checks
    for picture in page_facts(page.display, page.loaded.images).pictures:
        if picture.ppi is None:
            continue
        one_bit = picture.mode == "1"
        least = press.line_art_ppi_least if one_bit else press.picture_ppi_least
        told = not one_bit and picture.ppi <= checks.picture_ppi
        if picture.ppi <= least and not told:
            severity = Severity.ERROR if picture.ppi <= least * _FAULT else None
            values: dict[str, Value] = {"picture": picture.name, "ppi": picture.ppi, "least": least}
            yield page.found(kinds.COARSE, picture.rect, severity, **values)


def _inks(page: _Page) -> Iterator[Diagnostic]:
    """Colours with more ink than the press takes."""
    most = page.run.press.total_ink
    for ink in dict.fromkeys(ink for item in page.display.items for ink in inks_of(item)):
        if ink.total > most * 10:
            yield page.found(kinds.TOO_MUCH_INK, None, ink=written(ink), total=f"{ink.total / 10:g}", most=most)


def _colour(page: _Page) -> Iterator[Diagnostic]:
    """Colour on a page printed in black, or in black and red."""
    printed = page.display.ink
    if printed == "colour" or page.run.press.black_pages == "convert":
        return
    items, images = page.display.items, page.loaded.images
    lost = sum(is_lost(ink, printed) for item in items for ink in inks_of(item))
    lost += sum(images.image(item.image).coloured for item in items if isinstance(item, Photo))
    if lost:
        zh, en = _PRINTED[printed]
        yield page.found(kinds.COLOUR_ON_BLACK, None, count=lost, ink=en, ink_zh=zh)


def _placed(page: _Page) -> Iterator[Diagnostic]:
    """Placed PDFs with colours of their own profile, and, for PDF/X-1a, with transparency."""
    from layout.assets.vector.figure import open_figure
    from layout.assets.vector.findings import PDF_PROFILE, PDF_TRANSPARENT

    standard = page.run.standard
    for item in page.display.items:
        if isinstance(item, Figure):
            figure, sink = page.loaded.images.figure(item.figure), Sink()
            open_figure(figure.path, figure.page, sink, None)
            found = {entry.kind for entry in sink.found}
            values = {"picture": figure.path.name, "standard": _STANDARDS[standard]}
            if PDF_PROFILE in found:
                zh, en = "有自带特性文件的颜色", "has colours with a profile of their own"
                yield page.found(kinds.PLACED_COLOUR, item.rect, what_zh=zh, what_en=en, **values)
            if PDF_TRANSPARENT in found and standard == "x1a":
                yield page.found(
                    kinds.PLACED_COLOUR, item.rect, what_zh="有透明效果", what_en="holds transparency", **values
                )


def _empty(page: _Page) -> Iterator[Diagnostic]:
    if not page.display.items:
        yield page.found(kinds.EMPTY_PAGE, None)


_RULES = (_type, _rules, _pictures, _inks, _colour, _placed, _empty)
