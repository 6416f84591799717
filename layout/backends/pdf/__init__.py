"""PDF: one pass over reportlab's document objects, no conversion afterwards."""

from layout.backends.pdf.fonts import FontStore
from layout.backends.pdf.metadata import DocumentInfo
from layout.backends.pdf.surface import LineStore
from layout.backends.pdf.writer import Resources, render

__all__ = ["DocumentInfo", "FontStore", "LineStore", "Resources", "render"]
