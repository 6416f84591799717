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
