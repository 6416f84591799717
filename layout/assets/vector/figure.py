"""Pages of PDFs that are placed as they are: opened, checked, and measured by their trim."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

from layout.assets.vector.findings import BAD_PDF, PDF_BOX, PDF_PAGE
from layout.assets.vector.preflight import check_page
from layout.diagnostics import Sink, Span
from layout.units import Length, pt

LARGEST_PDF = 200 * 1024 * 1024
# A page smaller than this, in points, is a mistake.
_SMALLEST = 3


class FigurePage(Struct, frozen=True):
    """A page of a PDF: which (from 1), and the size of its trim in EMU as it is to be seen."""

    key: str
    path: Path
    page: int
    width: Length
    height: Length
    scalable: bool = True
    resolution: None = None

    @contextmanager
    def form(self) -> Iterator[Any]:
        """The page as a form XObject of pikepdf's, its box the trim; the file is open as long as it is used."""
        import pikepdf

        with pikepdf.open(self.path) as pdf:
            page = pdf.pages[self.page - 1]
            if "/TrimBox" in page.obj:
                page.obj.TrimBox = pikepdf.Array(_upright(page.trimbox))
            yield page.as_form_xobject()


def open_figure(path: Path, page: int | None, sink: Sink, span: Span | None) -> FigurePage | None:
    """The page of a PDF, or None with everything that keeps it from being printed reported."""
    import logging

    import pikepdf

    logging.getLogger("pikepdf").setLevel(logging.ERROR)
    try:
        if path.stat().st_size > LARGEST_PDF:
            _report_bad(path, sink, span, f"大于 {LARGEST_PDF} 字节", f"larger than {LARGEST_PDF} bytes")
            return None
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            return _checked(pdf, path, page, sink, span)
    except pikepdf.PasswordError:
        _report_bad(path, sink, span, "加密了", "it is encrypted")
    except (pikepdf.PdfError, OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        reason = str(error).split("\n")[0].removeprefix(f"{path}: ")[:80]
        _report_bad(path, sink, span, f"文件损坏（{reason}）", f"it is damaged ({reason})")
    return None


def _report_bad(path: Path, sink: Sink, span: Span | None, reason_zh: str, reason_en: str) -> None:
    sink.report(BAD_PDF, span, "picture", picture=path.name, reason_zh=reason_zh, reason_en=reason_en)


def _checked(pdf: Any, path: Path, page: int | None, sink: Sink, span: Span | None) -> FigurePage | None:
    if pdf.is_encrypted:
        _report_bad(path, sink, span, "加密了", "it is encrypted")
        return None
    if warning := next(iter(pdf.get_warnings()), None):
        reason = str(warning).split(": ")[-1][:80]
        _report_bad(path, sink, span, f"文件损坏（{reason}）", f"it is damaged ({reason})")
        return None
    count = len(pdf.pages)
    if not _says_which(page, count, path, sink, span):
        return None
    number = page or 1
    wanted = pdf.pages[number - 1]
    if not check_page(pdf, wanted, path.name, sink, span):
        return None
    width, height = _trim(wanted)
    if min(width, height) < _SMALLEST:
        _report_bad(path, sink, span, "页面没有大小", "its page has no size")
        return None
    if "/TrimBox" not in wanted.obj:
        across, down = round(width / 72 * 25.4), round(height / 72 * 25.4)
        sink.report(PDF_BOX, span, "picture", picture=path.name, width=across, height=down)
    key = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return FigurePage(f"{key}-{number}", path, number, pt(width), pt(height))


def _says_which(page: int | None, count: int, path: Path, sink: Sink, span: Span | None) -> bool:
    """Whether it is clear which page is meant, and there is such a page."""
    if page is None and count > 1:
        asked_zh, asked_en = "没有说用哪一页", "which one is not said"
    elif (page or 1) > count:
        asked_zh, asked_en = f"没有第 {page or 1} 页", f"there is no page {page or 1}"
    else:
        return True
    sink.report(PDF_PAGE, span, "page", picture=path.name, pages=count, asked_zh=asked_zh, asked_en=asked_en)
    return False


def _trim(page: Any) -> tuple[float, float]:
    """Width and height of the trim in points, turned as the page is, scaled by its UserUnit."""
    left, bottom, right, top = _upright(page.trimbox)
    unit = float(page.obj.get("/UserUnit", 1))
    width, height = (right - left) * unit, (top - bottom) * unit
    return (height, width) if int(page.rotation) % 180 else (width, height)


def _upright(box: Any) -> tuple[float, float, float, float]:
    """A rectangle's lower left and upper right corner, whichever two it names (ISO 32000-1, 7.9.5)."""
    x, y, other_x, other_y = (float(value) for value in box)
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)
