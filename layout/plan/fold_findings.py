"""What can be wrong with notices in the strip at the fold (中缝)."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

FOLD_NARROW = Kind(
    "LAY060",
    Severity.ERROR,
    zh="{page} 版的中缝太窄：一行只排得下 {characters} 字，至少要 {least} 字",
    en="the fold strip of page {page} is too narrow: a line holds {characters} characters, {least} are needed",
    hint_zh="版心离折线再远 {by} 毫米，或减小样式里 fold 的 area、trim 和字样 fold 的字号",
    hint_en="make the margin {by} mm wider, or area and trim of the style's fold, or its type fold, smaller",
    why_zh="一行三四个字，断行处处为难，也读不成句。",
    why_en="Lines of three or four characters break badly everywhere and cannot be read as sentences.",
)

FOLD_FULL = Kind(
    "LAY061",
    Severity.ERROR,
    zh="{page} 版中缝排不下“{story}”：多 {characters} 字 {lines} 行",
    en="the fold strip of page {page} does not hold “{story}”: {characters} characters in {lines} lines are over",
    hint_zh="删短这一则或前面的几则，或移到另一版的中缝",
    hint_en="shorten it or those before it, or move it to the fold of another page",
    why_zh="一个字也不能丢。",
    why_en="No character may be lost.",
)

FOLD_CROSSED = Kind(
    "LAY062",
    Severity.ERROR,
    zh="{page} 版的中缝被跨版的图“{picture}”占了",
    en="picture “{picture}” runs across the fold where page {page} has its notices",
    hint_zh="用 line 和 lines 让中缝避开它，或把启事移到别的版",
    hint_en="keep the strip clear of it with line and lines, or move the notices to another page",
    why_zh="有跨版的图，那一段就没有中缝。",
    why_en="Where a picture runs across both pages there is no strip between them.",
)

FOLD_SHORT = Kind(
    "LAY063",
    Severity.NOTE,
    zh="{page} 版中缝下面还空 {lines} 行",
    en="the fold strip of page {page} has {lines} empty lines at its foot",
    hint_zh="可以再排一则，或用 lines 把它收短",
    hint_en="there is room for another notice; or make it shorter with lines",
    why_zh="中缝排满，两版之间才像一条。",
    why_en="A strip filled to its foot stands as one between its pages.",
)

FOLD_ADVERTS = Kind(
    "LAY064",
    Severity.ERROR,
    zh="{page} 版中缝排不下这些广告：多 {lines} 行",
    en="the fold strip of page {page} does not hold its adverts: {lines} lines are over",
    hint_zh="减小广告的行数，或把它移到别的版",
    hint_en="make the adverts lower, or move one to another page",
    why_zh="卖出去的广告不能缺。",
    why_en="An advert that was sold may not be missing.",
)
