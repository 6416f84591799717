"""What can keep an edition from the web."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

OTHER_PAPER = Kind(
    "WEB001",
    Severity.ERROR,
    zh="{folder} 是《{there}》的数字报，不能放进《{paper}》",
    en="{folder} is the site of {there}; {paper} cannot be added to it",
    hint_zh="每份报纸用一个目录",
    hint_en="give every paper a folder of its own",
    why_zh="日历、搜索和最新一期都是一份报纸的；两份报纸混在一起，读者就分不清。",
    why_en="Calendar, search and latest edition belong to one paper; readers could not tell two apart.",
)
SITE_UNREADABLE = Kind(
    "WEB002",
    Severity.ERROR,
    zh="{folder} 里的 {file} 读不出来",
    en="{file} in {folder} cannot be read",
    hint_zh="从备份取回，或者删掉这一期的目录后重做",
    hint_en="bring it back from a backup, or remove that edition's folders and make it again",
    why_zh="日历和搜索要列出目录里的每一期；读不出来的那一期会从网站上消失。",
    why_en="Calendar and search list every edition in the folder; one that cannot be read would vanish from the site.",
)
OTHER_EDITION = Kind(
    "WEB003",
    Severity.ERROR,
    zh="{date} 的位置上已经有 {there}，不能换成 {edition}",
    en="{there} stands in the place of {date} already; {edition} does not replace it",
    hint_zh="改正的版用更高的 version；地区版各用一个目录",
    hint_en="a corrected edition has a higher version; editions of several zones have folders of their own",
    why_zh="一天一个位置。旧的不能悄悄盖掉新的，这一期也不能盖掉另一期。",
    why_en="A day has one place; an older version must not silently replace a newer one, nor one edition another.",
)
EMBARGOED = Kind(
    "WEB004",
    Severity.ERROR,
    zh="{what} 限期到 {until}，{date} 还不能对外",
    en="{what} is under embargo until {until}, and must not be shown outside on {date}",
    hint_zh="从版上撤下，或者到了限期再做（--time）",
    hint_en="take it off the page, or make the site when the embargo is over (--time)",
    why_zh="版面图和 PDF 上也有它，只藏起文字页没有用。",
    why_en="It stands on the picture of the page and in the PDF too; hiding its words alone would not keep it back.",
)
