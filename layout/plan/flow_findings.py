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
    why_zh="段末一行独在栏顶、段首一行独在栏底叫孤行。引擎会把几段各排长一行、让末栏短一行、实在不行让中间一栏短一行来避开；"
    "框已排满或没有一段能再长一行时才留下，只有删添几个字能改。",
    why_en="A paragraph's last line alone at the head of a column, or its first alone at the foot (CLREQ 3.5.4). "
    "Paragraphs take a line more, the last columns end a line short and, at the worst, an inner one does, to keep "
    "them away; one is left where the box is full or no paragraph can take a line, and only other words help.",
)
