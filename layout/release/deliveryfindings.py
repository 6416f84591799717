"""What can keep pages from being delivered."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

OTHER_PAGES = Kind(
    "PRESS401",
    Severity.ERROR,
    zh="{folder} 里已经交过这一期，现在有 {count} 版不同：{pages}",
    en="{folder} has this edition already, and {count} pages differ now: {pages}",
    hint_zh="确实要换，就加 --replace，并告诉印厂换了哪几版",
    hint_en="to replace them add --replace, and tell the print shop which pages they are",
    why_zh="印厂可能已经出版了；悄悄换文件，上机的就不知道是哪一版。",
    why_en="The shop may have made plates already; files that change silently leave nobody sure which were printed.",
)
