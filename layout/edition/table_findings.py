"""What can be wrong with a table, or with the numbers of a chart."""

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

NO_NUMBERS = Kind(
    "EDN055",
    Severity.ERROR,
    zh="图表没有数",
    en="the chart has no numbers",
    hint_zh="写 labels: [甲, 乙] 和 values: [1, 2]，或几组 series",
    hint_en="write labels: [a, b] and values: [1, 2], or several series",
    why_zh="没有数就没有可画的。",
    why_en="Without numbers there is nothing to draw.",
)

CHART_UNEVEN = Kind(
    "EDN056",
    Severity.ERROR,
    zh="图表有 {labels} 项，“{series}”却有 {numbers} 个数",
    en="the chart has {labels} labels, but “{series}” has {numbers} numbers",
    hint_zh="每一项要有一个数",
    hint_en="every label needs a number",
    why_zh="数和项对不上，图就画错了。",
    why_en="Numbers that do not match their labels make a wrong chart.",
)

CHART_NEGATIVE = Kind(
    "EDN057",
    Severity.ERROR,
    zh="{kind} 图里不能有负数",
    en="a chart of kind {kind} cannot show numbers below zero",
    hint_zh="改用 kind: line",
    hint_en="use kind: line",
    why_zh="条的长短、占比的大小从零起算；负数用折线表示。",
    why_en="Bars and shares are measured from zero; a line can go below it.",
)

HIGHLIGHT_UNKNOWN = Kind(
    "EDN058",
    Severity.ERROR,
    zh="要突出的“{label}”不在 labels 里",
    en="“{label}”, which is to stand out, is not among the labels",
    why_zh="突出的一项要写得和 labels 里的一样。",
    why_en="The item to stand out is written as it is among the labels.",
)
