"""What can be wrong with what a manifest says of its pictures."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

NO_ALT = Kind(
    "EDN030",
    Severity.NOTE,
    zh="图片“{picture}”没有替代文字",
    en="picture “{picture}” has no alternative text",
    hint_zh="写一句 alt：看不见图的人靠它知道图上有什么",
    hint_en="write an alt: it tells those who cannot see the picture what is in it",
    why_zh="数字报和无障碍 PDF 用得着。",
    why_en="The e-paper and an accessible PDF read it out.",
)

EMPTY_CROP = Kind(
    "EDN031",
    Severity.ERROR,
    zh="图片“{picture}”的裁切框是空的：左要小于右，上要小于下",
    en="the crop of picture “{picture}” is empty: left must be less than right, top less than bottom",
    hint_zh="四个值依次是左、上、右、下，都从图的左上角量起；同一方向用同一单位",
    hint_en="the values are left, top, right, bottom, all from the top left corner; one unit in one direction",
    why_zh="空的裁切框里什么也看不见。",
    why_en="An empty crop shows nothing.",
)

POOR_CONTOUR = Kind(
    "EDN032",
    Severity.ERROR,
    zh="图片“{picture}”的轮廓只有 {points} 个点",
    en="the contour of picture “{picture}” has only {points} points",
    hint_zh="多边形至少三个点",
    hint_en="a polygon has three points at least",
    why_zh="两个点围不成一块。",
    why_en="Two points enclose nothing.",
)

CELLS = Kind(
    "EDN033",
    Severity.ERROR,
    zh="组图里“{picture}”没有可放的格：共 {across} × {down} 格",
    en="there is no cell for “{picture}” in its group of {across} × {down} cells",
    hint_zh="把 across 或 down 加大，或改 cell",
    hint_en="raise across or down, or change its cell",
    why_zh="两张图占同一格，或伸出组外，就会互相压住。",
    why_en="Pictures that share a cell, or leave the group, would cover each other.",
)
