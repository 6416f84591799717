"""What can be wrong with a table in a text."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

TABLE_RAGGED = Kind(
    "EDN050",
    Severity.ERROR,
    zh="表的这一行有 {cells} 格，表头只有 {columns} 栏",
    en="this row of the table has {cells} cells, but the table has {columns} columns",
    hint_zh="删去多的一格，或在第二行（|---|）添一栏",
    hint_en="take the cell out, or add a column to the second row (|---|)",
    why_zh="多出的格没有栏可放，丢掉就丢了字。",
    why_en="A cell without a column has no place; leaving it out would lose its words.",
)

TABLE_WITHOUT_RULE = Kind(
    "EDN051",
    Severity.ERROR,
    zh="竖线开头的几行像一张表，可是第二行不是 |---|---|",
    en="these lines begin with bars like a table, but the second one is not |---|---|",
    hint_zh="在表头下面加一行：|:--|:-:|--:|，左、中、右对齐；|-.-| 按小数点对齐",
    hint_en="add a row under the heads: |:--|:-:|--:| for left, middle, right; |-.-| for the decimal point",
    why_zh="第二行说有几栏、怎样对齐。没有它，竖线就会当文字排出来。",
    why_en="The second row says how many columns there are and how they are aligned; without it bars are set as text.",
)

NO_TABLE = Kind(
    "EDN052",
    Severity.ERROR,
    zh="这个文件里要有一张表，而且只有一张表",
    en="this file has to hold one table and nothing else",
    hint_zh="第一行可以是“: 标题”，接着是 | 表头 |、|---| 和各行，中间不空行",
    hint_en="the first line may be “: title”, then | heads |, |---| and the rows, no empty line between them",
    why_zh="单独放置的表从文件里来；说明和来源写在清单的 caption 和 credit 里。",
    why_en="A table standing on its own comes from a file; its caption and source are the manifest's.",
)
