"""Pages written with their certificate: all files appear together when the proof holds, or none does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from layout import api
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic


class ProofError(Exception):
    """A finished file does not hold what was composed; nothing was written. `found` says where."""

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        super().__init__("a finished file does not hold what was composed")
        self.found = found


def release(
    composition: Composition,
    loaded: api.Loaded,
    target: api.Target,
    progress: Callable[[str], None] | None = None,
    *,
    read_back: bool = False,
) -> tuple[Path, ...]:
    """Write the PDFs of a composition and their certificate; with `read_back` every file is read back first.

    Raises ProofError when one does not hold what was composed, `layout.backends.files.OutputError` when the files
    cannot be written.
    """
    from layout.backends.files import write_all
    from layout.release.certificate import FILE, certificate, certificate_bytes
    from layout.release.printed import printed_page

    if loaded.edition is None:
        raise ValueError("the edition was not read completely")
    marked = composition if target.press else api.marked(composition, loaded)
    files = dict(api.pdfs(composition, loaded, target, progress))
    pages_of = api.page_sets(composition, loaded, target)
    if read_back:
        from layout.release.proof import proved

        found = tuple(proved(files, pages_of, [printed_page(page, marked.parts) for page in marked.pages]))
        if found:
            raise ProofError(found)
    made = {**certificate(marked, loaded.edition, files, pages_of), "read_back": read_back}
    return write_all(target.out, {**files, FILE: certificate_bytes(made)})
