"""What can be wrong with the ICC profile of a press or of a picture."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

BAD_PROFILE = Kind(
    "PRESS202",
    Severity.ERROR,
    zh="印刷特性文件“{profile}”读不了：{reason}",
    en="the press profile “{profile}” cannot be read: {reason}",
    hint_zh="向印厂要他们机器的 ICC 特性文件，放在 press.yaml 旁边",
    hint_en="ask the print shop for its press's ICC profile, and put it beside press.yaml",
    why_zh="没有特性文件，图片没法分色，PDF/X 也缺了输出意图。",
    why_en="Without it pictures cannot be separated, and the PDF/X has no output intent.",
)

NOT_A_PRESS = Kind(
    "PRESS203",
    Severity.ERROR,
    zh="特性文件“{profile}”不是印刷机的：类别是 {sort}，颜色是 {space}；要 prtr、CMYK",
    en="profile “{profile}” is not that of a press: its class is {sort}, its colours are {space}; prtr, CMYK is wanted",
    hint_zh="显示器、扫描仪和 RGB 的特性文件不能用来付印",
    hint_en="a profile of a monitor, a scanner or of RGB cannot be printed with",
    why_zh="PDF/X 的输出意图要的是印刷条件的特性文件（ISO 15930-7）。",
    why_en="The output intent of a PDF/X is the profile of a printing condition (ISO 15930-7).",
)

NO_SEPARATION = Kind(
    "PRESS204",
    Severity.ERROR,
    zh="特性文件“{profile}”里没有 {tags} 表，不能分色",
    en="profile “{profile}” has no table {tags}: nothing can be separated with it",
    hint_zh="用印厂给的完整的输出特性文件",
    hint_en="use the print shop's whole output profile",
    why_zh="B2A 表把颜色变成油墨，A2B 表算出印出来的样子。",
    why_en="B2A turns colours into inks, A2B tells how the inks will look.",
)

BROKEN_PROFILE = Kind(
    "PRESS205",
    Severity.WARNING,
    zh="图片“{picture}”里的特性文件是坏的，按 {instead} 转换",
    en="the profile inside picture “{picture}” is broken; it was converted as {instead}",
    hint_zh="另存时重新嵌入 sRGB，或换一张图",
    hint_en="save it with sRGB embedded, or use another file",
    why_zh="特性文件说明图里的数字是什么颜色，坏了就只能猜。",
    why_en="The profile says what colours the numbers mean; without it they are guessed.",
)
