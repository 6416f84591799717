"""Files held against what was to be printed: every page's text read back and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from layout.diagnostics import Diagnostic
from layout.release.findings import PAGE_DIFFERS, UNREADABLE_PDF
from layout.release.printed import PrintedPage
from layout.release.reading import UnreadableError, page_texts

# So much is shown where two texts part.
SHOWN = 12


def proved(
    files: Mapping[str, bytes], pages_of: Mapping[str, Sequence[str]], pages: Sequence[PrintedPage]
) -> Iterator[Diagnostic]:
    """Every page of every file whose text is not what was drawn."""
    expected = {page.name: page.text for page in pages}
    for name, data in files.items():
        try:
            texts = page_texts(data)
        except UnreadableError as error:
            yield unreadable(name, str(error))
            continue
        if len(texts) != len(pages_of[name]):
            yield unreadable(name, f"{len(texts)} pages of {len(pages_of[name])}")
            continue
        for page, text in zip(pages_of[name], texts, strict=True):
            if text != expected[page]:
                yield differing(name, page, expected[page], text)


def differing(file: str, page: str, expected: str, found: str) -> Diagnostic:
    """A page whose text differs, from the first character that does."""
    at = first_difference(expected, found)
    values = (
        ("file", file),
        ("page", page),
        ("at", at + 1),
        ("expected", expected[at : at + SHOWN]),
        ("found", found[at : at + SHOWN]),
    )
    return Diagnostic(PAGE_DIFFERS, None, "", values, page)


def unreadable(file: str, reason: str) -> Diagnostic:
    """A file that cannot be held against anything."""
    return Diagnostic(UNREADABLE_PDF, None, "", (("file", file), ("reason", reason)))


def first_difference(one: str, other: str) -> int:
    """The first place where two texts differ; the shorter one's end when it begins the other."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
