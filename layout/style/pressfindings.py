"""What can be wrong with a print shop's sheet."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

NO_PRESS = Kind(
    "PRESS201",
    Severity.ERROR,
    zh="没有叫“{press}”的印刷条件；有的是：{known}",
    en="there is no press “{press}”; known are: {known}",
    hint_zh="印刷条件放在 styles/press/{press}/press.yaml",
    hint_en="a press stands in styles/press/{press}/press.yaml",
    why_zh="样式的 press 点名一份印刷条件：特性文件、总墨量、最小的字和线。",
    why_en="A style's press names a sheet with profile, total ink, and the smallest type and rule.",
)

NO_SPOTS = Kind(
    "PRESS207",
    Severity.ERROR,
    zh="印刷条件“{press}”不收专色",
    en="the press “{press}” takes no spot inks",
    hint_zh="去掉 --spots，用一百品红一百黄印红；印厂收专色的，在 press.yaml 里写 red_spot: 专色的名称",
    hint_en="leave out --spots; where the shop takes a spot ink, press.yaml names it: red_spot",
    why_zh="专色要多一块版、多一个机组；印厂没答应就交，要么被退，要么被转成四色。",
    why_en="A spot ink is a plate and a unit more (GWG 2022, R0020); sent unasked it is refused, or separated unseen.",
)

BAD_SPOT = Kind(
    "PRESS208",
    Severity.ERROR,
    zh="“{name}”不能作专色的名称",
    en="“{name}” cannot be the name of a spot ink",
    hint_zh="用墨的名称，比如“套红”；不能是 All、None 和四色的名称",
    hint_en="write the ink's name, such as 套红; not All, None, or a process ink's",
    why_zh="这些名称在 PDF 里另有意思：All 印在每块版上，None 哪块版也不印。",
    why_en="These mean something else in a PDF: All prints on every plate and None on none (ISO 32000-1, 8.6.6.4).",
)

BAD_NAME = Kind(
    "PRESS206",
    Severity.ERROR,
    zh="文件名“{files}”不成：只能用 {fields}，要有 {{page}}，不能有 / 等符号",
    en="file names “{files}” cannot be made: only {fields} may be used, {{page}} has to be, and no / or the like",
    hint_zh="比如“{{paper}}_{{date}}_{{page}}.pdf”",
    hint_en="for example “{{paper}}_{{date}}_{{page}}.pdf”",
    why_zh="印厂按文件名认版；每版的文件名要不同。",
    why_en="The print shop finds pages by their files' names, so each page needs its own.",
)
