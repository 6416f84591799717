"""What can be wrong with tables and charts where they stand."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

TABLE_WIDE = Kind(
    "LAY041",
    Severity.ERROR,
    zh="“{owner}”里的表太宽：各栏最窄时仍多 {characters} 字",
    en="the table in “{owner}” is too wide: {characters} characters over with its columns at their narrowest",
    hint_zh="减一栏，缩短格里的长词，或作为 tables: 单独放在几栏宽的地方",
    hint_en="take a column out, shorten long words, or place it on its own under tables: across several columns",
    why_zh="表格不能压过栏边；格里的字可以折行，但一个词、一个数不能拆开。",
    why_en="A table may not reach over its column. Cells may take several lines, but a word or a number is not parted.",
)
