"""What can be wrong with the way a story's text runs through its columns."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

STRAY_LINE = Kind(
    "LAY020",
    Severity.NOTE,
    zh="稿件“{story}”有一行孤行：{where_zh}（“{text}”）",
    en="a line of story “{story}” stands alone: {where_en} (“{text}”)",
    hint_zh="删或添几个字，让这一段多一行或少一行",
    hint_en="cut or add a few characters, so that the paragraph gains or loses a line",
    why_zh="段末一行独在栏顶、段首一行独在栏底叫孤行。不到三分之一栏宽的段末行，引擎会向相邻的栏借一行避开，借不到才告诉你；"
    "其余的报纸一般不改。",
    why_en="A paragraph's last line alone at the head of a column, or its first alone at the foot. A last line of less "
    "than a third of the measure is kept from the head of a column where a neighbouring column can give or take a "
    "line; the milder cases are commonly left (CLREQ 3.5.4).",
)
