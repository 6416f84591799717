"""PDF: one pass over reportlab's document objects, no conversion afterwards."""

from layout.backends.pdf.drawing import DrawnPage, GlyphTexts, Resources, draw_page
from layout.backends.pdf.fonts import FontStore
from layout.backends.pdf.metadata import DocumentInfo
from layout.backends.pdf.surface import LineStore
from layout.backends.pdf.writer import agreed, document_of, render

__all__ = [
    "DocumentInfo",
    "DrawnPage",
    "FontStore",
    "GlyphTexts",
    "LineStore",
    "Resources",
    "agreed",
    "document_of",
    "draw_page",
    "render",
]
