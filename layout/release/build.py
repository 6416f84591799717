"""Pages written with their certificate: all files appear together when the proof holds, or none does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from layout import api
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic

if TYPE_CHECKING:
    from layout.release.preflight.report import Report
    from layout.release.proofs import Proofs


class ProofError(Exception):
    """A finished file does not hold what was composed, or what a press takes; nothing was written.

    `found` says where.
    """

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        super().__init__("a finished file does not hold what was composed, or what a press takes")
        self.found = found


def release(
    composition: Composition,
    loaded: api.Loaded,
    target: api.Target,
    progress: Callable[[str], None] | None = None,
    *,
    found: tuple[Diagnostic, ...] = (),
    read_back: bool = False,
) -> tuple[Path, ...]:
    """Write the PDFs of a composition and their certificate; with `read_back` every file is read back first.

    For a press the preflight report goes with them; `found` is what was found before and belongs into it.
    Raises ProofError when one does not hold what was composed or a press does not take it,
    `layout.backends.files.OutputError` when the files cannot be written.
    """
    from layout.backends.files import alone_in, write_all
    from layout.release.certificate import FILE, certificate, certificate_bytes
    from layout.release.changes.layouts import FILE as LAYOUT
    from layout.release.changes.layouts import layout_bytes, layout_of
    from layout.release.printed import printed_page

    if loaded.edition is None:
        raise ValueError("the edition was not read completely")
    drawn = api.shown(composition, loaded, target)
    files = dict(api.pdfs(composition, loaded, target, progress))
    pages_of = api.page_sets(drawn, loaded, target)
    if read_back:
        from layout.release.proof import proved

        differing = tuple(proved(files, pages_of, [printed_page(page, drawn.parts) for page in drawn.pages]))
        if differing:
            raise ProofError(differing)
    pictures = _pngs(files, pages_of, target)
    layout = layout_bytes(layout_of(composition))
    made = {**certificate(drawn, loaded.edition, files, pages_of), "read_back": read_back}
    report = _preflight(drawn, loaded, target, files, found) if target.profile == "press" else None
    if report and len(composition.pages) < len(loaded.edition.pages):
        report = replace(report, covers=tuple(page.name for page in composition.pages))
    with alone_in(target.out):
        reports = _report_files(report, target) if report else {}
        return write_all(target.out, {**files, **pictures, LAYOUT: layout, FILE: certificate_bytes(made), **reports})


def write_proofs(made: Proofs, target: api.Target) -> tuple[Path, ...]:
    """Write proofs and what goes with them.

    Raises ProofError when a file does not hold what was composed, `layout.backends.files.OutputError` when they cannot
    be written.
    """
    from layout.backends.files import write_all
    from layout.release.certificate import FILE, certificate_bytes
    from layout.release.changes.layouts import FILE as LAYOUT

    if made.differing:
        raise ProofError(made.differing)
    beside = {LAYOUT: made.layout, FILE: certificate_bytes(made.certificate)}
    return write_all(target.out, {**made.files, **_pngs(made.files, made.pages_of, target), **beside})


def _pngs(files: Mapping[str, bytes], pages_of: Mapping[str, Sequence[str]], target: api.Target) -> dict[str, bytes]:
    """Every page as a picture, named like its own PDF whether that is made or not."""
    if not target.png:
        return {}
    from layout.backends.raster import previews

    made: dict[str, bytes] = {}
    for file, pages in pages_of.items():
        stem = file.removesuffix(".pdf")
        if target.files == "edition" or stem.endswith(f"_{pages[0]}"):
            own = stem.removesuffix(f"_{pages[0]}")
            drawn = previews(files[file], target.png, trimmed=False)
            made |= {f"{own}_{page}.png": one.data for page, one in zip(pages, drawn, strict=True)}
    return made


def _preflight(
    composition: Composition,
    loaded: api.Loaded,
    target: api.Target,
    files: Mapping[str, bytes],
    found: tuple[Diagnostic, ...],
) -> Report:
    """The preflight report. Raises ProofError when a press does not take the files."""
    from layout.release.preflight.make import made_report

    assert target.press is not None
    pages_of = api.page_sets(composition, loaded, target)
    made = made_report(composition, loaded, target.press, files, pages_of, found)
    if not made.passed:
        raise ProofError(tuple(one for one in made.found if one not in found))
    return made


def _report_files(made: Report, target: api.Target) -> dict[str, bytes]:
    """The preflight report as data and as a page."""
    from layout.release.preflight import report, sheet

    info = api.document_info(made.composition.edition, made.loaded, target, [], "印前检查")
    return {report.FILE: report.report_bytes(made, target.out), sheet.FILE: sheet.sheet_bytes(made, info)}
