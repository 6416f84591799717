"""What preflight can find on pages that are to go to a press."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

SMALL_TYPE = Kind(
    "PRESS210",
    Severity.ERROR,
    zh="有 {size} 磅的字（“{text}”），这台机器最小印 {least} 磅",
    en="type of {size} pt (“{text}”); this press holds {least} pt and more",
    hint_zh="加大字号，或向印厂核实 press.yaml 的 smallest_type",
    hint_en="make it larger, or ask the print shop about smallest_type of press.yaml",
    why_zh="太小的字在新闻纸上会糊、会断。",
    why_en="Type that is too small fills in or breaks on newsprint.",
)
SMALL_COLOURED = Kind(
    "PRESS211",
    Severity.WARNING,
    zh="{what_zh}只有 {size} 磅（“{text}”），不足 {least} 磅",
    en="{what_en} of {size} pt (“{text}”), less than {least} pt",
    hint_zh="改成黑字，或加大",
    hint_en="print it in black, or larger",
    why_zh="几块版套印的小字、反白的小字，套不准就糊成一片（GWG R0016、R0017）。",
    why_en="Small type of several inks, or reversed out, closes up with the least misregister (GWG R0016, R0017).",
)
THIN_RULE = Kind(
    "PRESS212",
    Severity.ERROR,
    zh="有 {weight} 磅的线，这台机器最细印 {least} 磅",
    en="a rule of {weight} pt; this press holds {least} pt and more",
    hint_zh="在样式里加粗",
    hint_en="make it heavier in the style",
    why_zh="太细的线断断续续，或者干脆印不出来。",
    why_en="A thinner rule breaks up, or does not print at all.",
)
COARSE = Kind(
    "PRESS213",
    Severity.WARNING,
    zh="图片“{picture}”按这个尺寸只有 {ppi} ppi，这台机器要 {least} 以上",
    en="picture “{picture}” has only {ppi} ppi at this size; this press wants more than {least}",
    hint_zh="换大图，或排小一些",
    hint_en="use a larger file or a smaller place",
    why_zh="比网屏粗的图看得出方格。",
    why_en="A picture coarser than the screen shows its pixels.",
)
TOO_MUCH_INK = Kind(
    "PRESS214",
    Severity.ERROR,
    zh="颜色 {ink} 共 {total}%，这台机器最多 {most}%",
    en="the colour {ink} has {total} % of ink in all; this press takes {most} %",
    hint_zh="把颜色写淡些，深色多用黑",
    hint_en="make it lighter, or put more of it on black",
    why_zh="墨太多干不了，蹭脏、透印。",
    why_en="Too much ink does not dry: it smears, and shows through.",
)
RICH_BLACK = Kind(
    "PRESS215",
    Severity.ERROR,
    zh="{size} 磅的字（“{text}”）是四色黑 {ink}，{least} 磅以下的黑字只用黑版",
    en="type of {size} pt (“{text}”) is in rich black {ink}; below {least} pt black type is on black alone",
    hint_zh="颜色写 black",
    hint_en="write black",
    why_zh="四块版套不准，黑字就有彩边。",
    why_en="With four plates the least misregister gives black type coloured edges.",
)
COLOUR_ON_BLACK = Kind(
    "PRESS216",
    Severity.ERROR,
    zh="{page} 版印{ink_zh}，版上有 {count} 处彩色，不付印",
    en="page {page} is printed in {ink} and has {count} things in colour; it does not go to the press",
    hint_zh="改成黑白，或在 press.yaml 里写 black_pages: convert，由排版转成灰",
    hint_en="make them black, or write black_pages: convert into press.yaml to have them turned grey",
    why_zh="黑白版只上一块版，彩色会丢；转成灰要有人看过。",
    why_en="A page in black has one plate: colour is lost, and how its grey looks wants to be seen.",
)
INK_ON_PLATES = Kind(
    "PRESS217",
    Severity.ERROR,
    zh="{page} 版有 {share}% 的面积总墨量超过 {limit}%（最多 {most}%）",
    en="{share} % of page {page} has more than {limit} % of ink in all (up to {most} %)",
    hint_zh="看置入的 PDF 和叠在图上的颜色",
    hint_en="look at placed PDFs, and at colours over pictures",
    why_zh="图片已经限了墨；超过的多半是别处做好的文件。",
    why_en="Pictures were limited; what is over mostly comes from files made elsewhere.",
)
EMPTY_PAGE = Kind(
    "PRESS218",
    Severity.ERROR,
    zh="{page} 版是空的",
    en="page {page} is empty",
    hint_zh="排上内容，或从清单里去掉这一版",
    hint_en="put something on it, or take it out of the manifest",
    why_zh="空版交到印厂，会被当成出错的文件（GWG R0005）。",
    why_en="A print shop takes an empty page for a broken file (GWG R0005).",
)
PLACED_COLOUR = Kind(
    "PRESS219",
    Severity.ERROR,
    zh="置入的 PDF“{picture}”{what_zh}，不能进 {standard}",
    en="the placed PDF “{picture}” {what_en}, which {standard} does not allow",
    hint_zh="请来稿方导出为 PDF/X-1a",
    hint_en="ask its maker for a PDF/X-1a",
    why_zh="置入的页面原样进版，里面有什么，付印文件就有什么。",
    why_en="A placed page goes in as it is: what it holds, the file for the press holds.",
)
