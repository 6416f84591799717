"""What can be wrong with tables and charts where they stand."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

TABLE_WIDE = Kind(
    "LAY091",
    Severity.ERROR,
    zh="“{owner}”里的表太宽：各栏最窄时仍多 {characters} 字",
    en="the table in “{owner}” is too wide: {characters} characters over with its columns at their narrowest",
    hint_zh="减一栏，缩短格里的长词，或作为 tables: 单独放在几栏宽的地方",
    hint_en="take a column out, shorten long words, or place it on its own under tables: across several columns",
    why_zh="表格不能压过栏边；格里的字可以折行，但一个词、一个数不能拆开。",
    why_en="A table may not reach over its column. Cells may take several lines, but a word or a number is not parted.",
)

TABLE_HIGH = Kind(
    "LAY092",
    Severity.ERROR,
    zh="表“{table}”比它的位置高 {lines} 行",
    en="table “{table}” is {lines} lines higher than its place",
    hint_zh="位置加高 {lines} 行，或减去几行",
    hint_en="make its place {lines} lines higher, or take rows out",
    why_zh="一格也不能丢，压到别的稿件也不行。",
    why_en="No cell may be lost, and none may stand on another story.",
)

CHART_CROWDED = Kind(
    "LAY093",
    Severity.WARNING,
    zh="图表“{chart}”的字挤在一起",
    en="the words of chart “{chart}” have too little room",
    hint_zh="位置加宽、加高，缩短各项的名称，或换一种类型（bars 的名称在左边，可以长些）",
    hint_en="make its place larger, its labels shorter, or take another kind (labels of bars may be longer)",
    why_zh="名称和数字叠在一起就读不出来。",
    why_en="Labels and numbers on one another cannot be read.",
)

TABLE_DOWN = Kind(
    "LAY094",
    Severity.ERROR,
    zh="“{owner}”竖排，里面的表排不了",
    en="“{owner}” is set downwards, and a table cannot stand in it",
    hint_zh="把表存成单独的文件，用 tables: 放在旁边",
    hint_en="put the table in a file of its own and place it beside the text under tables:",
    why_zh="表是横排的；竖排的正文里没有它的行可站。",
    why_en="A table runs across; in text that runs down there are no lines for it.",
)
