"""Pages as SVG: every glyph its own outline, so that a screen shows the page the press gets."""

from layout.backends.svg.page import Drawing, Group, Screen, document, draw_page

__all__ = ["Drawing", "Group", "Screen", "document", "draw_page"]
