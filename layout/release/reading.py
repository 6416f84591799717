"""Finished PDFs read back with a library that had no part in making them."""

from __future__ import annotations

from layout.release.printed import squeezed


class UnreadableError(Exception):
    """A PDF that cannot be opened."""


def page_texts(data: bytes) -> list[str]:
    """The text of every page in the order it is drawn, white space left out.

    Text inside placed pages (a PDF advert) is theirs, not ours, and left out. Raises UnreadableError.
    """
    import pypdfium2
    from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

    texts = []
    try:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            layer = page.get_textpage()
            drawn = page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], max_depth=1, textpage=layer)
            texts.append(squeezed("".join(item.extract() for item in drawn)))
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(str(error)) from error
    return texts
