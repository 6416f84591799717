"""Proofs made a few pages at a time: composed, checked, drawn, and their composition let go.

So memory hardly grows with the pages of an edition, and several processes can take their share of them. What comes out
is what the edition composed at once gives, byte by byte.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Literal, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from layout import api
from layout.api.findings import issue_of, page_findings, picture_findings, read_findings, text_findings
from layout.assets.images import Placed
from layout.backends.pdf.drawing import DrawnPage, GlyphTexts, Resources, draw_page
from layout.check.allow import allow
from layout.check.issue import Issue, PrintedPicture
from layout.compose.edition import Prepared, compose_pages, prepare_edition
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic
from layout.edition.model import Edition
from layout.release.batches import PAGES, batches_of
from layout.release.certificate import Told, certificate_of, told_of
from layout.release.changes.layouts import encoded, joined_layout, page_layouts
from layout.release.keptbatches import KeptBatches, noting
from layout.release.printed import PrintedPage, printed_page
from layout.sharing import shared

Thing = TypeVar("Thing")
Keep = Literal["no", "renew", "use"]


class Proofs(Struct, frozen=True):
    """The PDFs by file name with the pages in each, and what goes with them; nothing is written yet.

    `composed` is what reading and composing found, `found` all that is to be said; `differing` says where a file read
    back does not hold what was composed.
    """

    files: Mapping[str, bytes]
    pages_of: Mapping[str, Sequence[str]]
    layout: bytes
    certificate: Mapping[str, Any]
    composed: tuple[Diagnostic, ...]
    found: tuple[Diagnostic, ...]
    differing: tuple[Diagnostic, ...]


def made_proofs(
    loaded: api.Loaded,
    target: api.Target,
    names: Sequence[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    *,
    read_back: bool = False,
    keep: Keep = "no",
) -> Proofs:
    """Proofs of the pages named (all by default); with `read_back` every file is made anew and read back.

    To `keep` what is made is to leave it for the next build: to `renew` what an earlier one left, or to `use` that
    where nothing that it was made from has changed.
    `progress` is told how many works of how many are begun. Raises ValueError when `loaded` is not complete.
    """
    prepared = prepare_edition(api.materials(loaded))
    made = tuple(page.name for page in prepared.edition.pages if names is None or page.name in names)
    # Rules of the newsroom's own may look at the whole composition, and at anything else.
    own_rules = bool(loaded.style and loaded.style.checks.rules)
    least = len(made) if own_rules else PAGES
    kept = KeptBatches(loaded, prepared, target, made) if keep != "no" and not (read_back or own_rules) else None
    works = [(), *batches_of(prepared.edition, made, least)]
    making = _Making(loaded, prepared, target, made, tuple(works), read_back, _resources(loaded))
    known = {names: kept.find(names) if kept and keep == "use" else None for names in works}
    missing = [names for names in works if known[names] is None]
    if target.files != "edition":
        _load_writer()
    done = shared([partial(making.work, names, kept) for names in missing], progress, meanwhile=_load_writer)
    if kept and missing:
        kept.trim()
    return making.joined([*(batch for batch in known.values() if batch), *done])


def _load_writer() -> None:
    """Load what writes documents; it takes as long as a page, and drawing pages does without."""
    import layout.backends.pdf.writer  # noqa: F401, it is only to be there


def _resources(loaded: api.Loaded) -> Resources:
    """Faces and pictures; kept for all pages, since what is known of a face's glyphs is known for all."""
    assert loaded.faces is not None
    return Resources.of(loaded.faces, loaded.images)


class _Batch(Struct, frozen=True):
    """What is kept of some pages when their composition is let go; what is by page stands in their order.

    `layouts` are deflated.
    """

    found: tuple[Diagnostic, ...]
    composed: tuple[Diagnostic, ...] = ()
    pages: tuple[DrawnPage, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    opened: tuple[Placed, ...] = ()
    pictures: tuple[PrintedPicture, ...] = ()
    layouts: tuple[bytes, ...] = ()
    told: Told = Told({}, {})
    printed: tuple[PrintedPage, ...] = ()
    differing: tuple[Diagnostic, ...] = ()


class _Making(Struct, frozen=True):
    """Proofs being made: of what, of which pages in which batches, and whether files are read back."""

    loaded: api.Loaded
    prepared: Prepared
    target: api.Target
    made: tuple[str, ...]
    batches: tuple[tuple[str, ...], ...]
    read_back: bool
    resources: Resources

    def work(self, names: tuple[str, ...], kept: KeptBatches | None) -> _Batch:
        """Some pages made, or without any what is found in the edition's texts; and kept for the next build."""
        prepared, stories = noting(self.prepared)
        own = replace(self, prepared=prepared)
        made = own.batch(names) if names else own.texts()
        if kept:
            kept.keep(names, made, stories.seen)
        return made

    def texts(self) -> _Batch:
        """What the rules find in the edition's texts; no page of it is needed."""
        return _Batch(text_findings(self.prepared.edition, self.loaded))

    def batch(self, names: Sequence[str]) -> _Batch:
        """Some pages composed, checked and drawn."""
        issue, found = self._composed(names)
        composition = issue.composition
        shown = self._shown(composition, found)
        pages = tuple(draw_page(page, shown.parts, self.resources) for page in shown.pages)
        printed = tuple(printed_page(page, shown.parts) for page in shown.pages)
        files = self._files(pages, "pages")
        return _Batch(
            found,
            composition.diagnostics,
            pages,
            files,
            self._opened(pages),
            issue.pictures,
            tuple(zlib.compress(encoded(page), 1) for page in page_layouts(composition)),
            told_of(printed, self.prepared.edition, self._written, self.made),
            printed if self.read_back else (),
            self._differing(files, printed),
        )

    def joined(self, batches: Sequence[_Batch]) -> Proofs:
        """The batches as files, with all that is found."""
        from layout.backends.pdf.writer import agreed

        edition = self.prepared.edition
        for batch in batches:
            self.loaded.images.take(batch.opened)
        pages = self._in_order((page.name, page) for batch in batches for page in batch.pages)
        whole = self._files(agreed(pages, self._redrawn), "edition") if self._has_edition else {}
        own = {name: data for batch in batches for name, data in batch.files.items()}
        pages_of = api.file_sets(self.made, self.loaded, self.target)
        files = {name: own[name] if name in own else whole[name] for name in pages_of}
        layouts = ((page.name, data) for one in batches for page, data in zip(one.pages, one.layouts, strict=True))
        told = [batch.told for batch in batches]
        composed = (found for batch in batches for found in batch.composed)
        printed = [page for batch in batches for page in batch.printed]
        return Proofs(
            files,
            pages_of,
            joined_layout(edition, map(zlib.decompress, self._in_order(layouts))),
            {**certificate_of(edition, self._written, told, files, pages_of), "read_back": self.read_back},
            (*self.loaded.diagnostics, *self.prepared.diagnostics, *composed),
            self._found(batches),
            (*(one for batch in batches for one in batch.differing), *self._differing(whole, printed)),
        )

    @property
    def _written(self) -> Edition:
        """The edition as its sources have it."""
        assert self.loaded.edition is not None
        return self.loaded.edition

    @property
    def _has_edition(self) -> bool:
        return self.target.files != "pages"

    def _composed(self, names: Sequence[str]) -> tuple[Issue, tuple[Diagnostic, ...]]:
        """Some pages composed, as the rules see them, and what they find."""
        issue = issue_of(compose_pages(self.prepared, names), self.loaded)
        return issue, page_findings(issue, self.loaded)

    def _shown(self, composition: Composition, found: tuple[Diagnostic, ...]) -> Composition:
        """The composition with the marks of a proof, findings that are not allowed among them."""
        marked = self.target.overlays and allow(found, composition.edition, [page.name for page in composition.pages])
        return api.shown(composition, self.loaded, replace(self.target, found=tuple(marked)))

    def _redrawn(self, name: str, fixed: GlyphTexts) -> DrawnPage:
        """A page composed with its batch once more, and drawn with glyphs that stand for something else before it."""
        issue, found = self._composed(next(batch for batch in self.batches if name in batch))
        shown = self._shown(issue.composition, found)
        page = next(page for page in shown.pages if page.name == name)
        return draw_page(page, shown.parts, self.resources, fixed=fixed)

    def _files(self, pages: Sequence[DrawnPage], kind: api.Files) -> dict[str, bytes]:
        """The pages as files of one kind, where the target asks for it."""
        if kind == "pages" and self.target.files == "edition":
            return {}
        from layout.backends.pdf.writer import document_of

        by_name = {page.name: page for page in pages}
        made = {}
        for file, names in api.file_sets(list(by_name), self.loaded, replace(self.target, files=kind)).items():
            info = api.document_info(self.prepared.edition, self.loaded, self.target, names)
            made[file] = document_of([by_name[name] for name in names], self.resources, info)
        return made

    def _opened(self, pages: Sequence[DrawnPage]) -> tuple[Placed, ...]:
        """The pictures that the pages show: another process has not opened them."""
        images = self.loaded.images
        found = (images.placed(key) for page in pages for key in (*page.images, *page.figures))
        return tuple(placed for placed in found if placed)

    def _differing(self, files: Mapping[str, bytes], printed: Sequence[PrintedPage]) -> tuple[Diagnostic, ...]:
        """Where files read back do not hold what was composed."""
        if not self.read_back:
            return ()
        from layout.release.proof import proved

        return tuple(proved(files, api.file_sets(self.made, self.loaded, self.target), printed))

    def _found(self, batches: Sequence[_Batch]) -> tuple[Diagnostic, ...]:
        """All that is found, with what the manifest allows."""
        edition = self.prepared.edition
        pictures = self._in_order((picture.page, picture) for batch in batches for picture in batch.pictures)
        found = [
            *read_findings(self.loaded, self.prepared.diagnostics),
            *(one for batch in batches for one in batch.found),
            *picture_findings(edition, self.loaded, tuple(pictures)),
        ]
        return allow(dict.fromkeys(found), edition, self.made)

    def _in_order(self, named: Iterable[tuple[str, Thing]]) -> list[Thing]:
        """Things by the names of their pages, in the order of the pages."""
        place = {name: number for number, name in enumerate(self.made)}
        return [thing for _, thing in sorted(named, key=lambda one: place[one[0]])]
