"""What can be wrong with line art."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

BAD_SVG = Kind(
    "IMG010",
    Severity.ERROR,
    zh="SVG“{picture}”读不了：{reason}",
    en="SVG “{picture}” cannot be read: {reason}",
    hint_zh="在绘图软件里另存为“普通 SVG”再试",
    hint_en="save it from the drawing program as “plain SVG”",
    why_zh="文件坏了，或者不是 SVG。",
    why_en="The file is damaged or is no SVG.",
)

SVG_FEATURE = Kind(
    "IMG011",
    Severity.ERROR,
    zh="SVG“{picture}”第 {line} 行用了 {what}，不能照样印",
    en="SVG “{picture}”, line {line}, uses {what}, which cannot be printed as it is",
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
    why_zh="线稿在装入时变成 CMYK 的路径。渐变、透明、滤镜、蒙版、位图和文字不在其内；悄悄略去会让图少一块。",
    why_en="Line art becomes paths in process inks when it is loaded. Gradients, transparency, filters, masks, pixels "
    "and text are not among them; leaving them out silently would print a picture with a part missing.",
)

BAD_PDF = Kind(
    "IMG020",
    Severity.ERROR,
    zh="PDF“{picture}”不能用：{reason_zh}",
    en="PDF “{picture}” cannot be used: {reason_en}",
    hint_zh="请来稿方重新导出（PDF/X-4 或 PDF/X-1a），不加密",
    hint_en="ask its maker to export it anew (PDF/X-4 or PDF/X-1a), without encryption",
    why_zh="坏的或加密的 PDF，印厂的 RIP 会停下来，或者印出别的样子。",
    why_en="A damaged or encrypted PDF stops the press's RIP, or prints as something else.",
)

PDF_PAGE = Kind(
    "IMG021",
    Severity.ERROR,
    zh="PDF“{picture}”有 {pages} 页，{asked_zh}",
    en="PDF “{picture}” has {pages} pages; {asked_en}",
    hint_zh="写 page: 1 到 {pages} 之间的一页",
    hint_en="write page: and a number from 1 to {pages}",
    why_zh="多页的 PDF 要说清用哪一页，免得登错广告。",
    why_en="Which page of several is meant has to be said, or the wrong advert is printed.",
)

PDF_FONT = Kind(
    "IMG022",
    Severity.ERROR,
    zh="PDF“{picture}”的字体“{font}”没有嵌入",
    en="font “{font}” of PDF “{picture}” is not embedded",
    hint_zh="导出时嵌入全部字体，或把文字转成轮廓",
    hint_en="embed all fonts on export, or turn the text into outlines",
    why_zh="没有嵌入的字体，印厂会拿别的字体顶替，字会变样、会丢。",
    why_en="A font that is not embedded is replaced at the press: words change their look, or are lost.",
)

PDF_INK = Kind(
    "IMG023",
    Severity.ERROR,
    zh="PDF“{picture}”里有 {space} 颜色，新闻纸只印 CMYK",
    en="PDF “{picture}” has colours in {space}; newsprint takes CMYK only",
    hint_zh="导出时转成 CMYK（黑字只用黑版）",
    hint_en="convert to CMYK on export (black text on the black plate alone)",
    why_zh="RGB 的黑字会变成四色叠印，套不准就发虚；专色会多出一块印版。",
    why_en="Black text in RGB becomes four inks and blurs with the least misregister; a spot ink asks for another "
    "plate.",
)

PDF_PROFILE = Kind(
    "IMG024",
    Severity.WARNING,
    zh="PDF“{picture}”里有带 ICC 特性文件的 {space} 颜色",
    en="PDF “{picture}” has {space} colours with an ICC profile of their own",
    hint_zh="导出时不带特性文件，颜色按 DeviceCMYK 写",
    hint_en="export without profiles, as DeviceCMYK",
    why_zh="RIP 会再转换一次，黑版上的字可能跑到四块版上。",
    why_en="The RIP converts such colours once more; type on the black plate may end up on four.",
)

PDF_TRANSPARENT = Kind(
    "IMG025",
    Severity.WARNING,
    zh="PDF“{picture}”里有透明效果",
    en="PDF “{picture}” holds transparency",
    hint_zh="付印若用 PDF/X-1a，请来稿方拼合透明后再导出",
    hint_en="for a PDF/X-1a press ask for a flattened file",
    why_zh="PDF/X-4 可以有透明，PDF/X-1a 不可以。",
    why_en="PDF/X-4 allows transparency, PDF/X-1a does not.",
)

PDF_CUT_OUT = Kind(
    "IMG029",
    Severity.WARNING,
    zh="PDF“{picture}”里有压在底色上的黑字（{size} 磅）不叠印",
    en="PDF “{picture}” has black type ({size} pt) on another ink that does not overprint",
    hint_zh="请来稿方把黑字设成叠印（DeviceCMYK 单黑，OPM 1）再导出",
    hint_en="ask for black type set to overprint (DeviceCMYK, black alone, OPM 1)",
    why_zh="小号黑字镂空底色，套不准就露白边（GWG 2022，R0009、R0011）。",
    why_en="Small black type that is cut out of its ground shows paper at its edges with the least misregister "
    "(GWG 2022, R0009, R0011).",
)

PDF_ACTIVE = Kind(
    "IMG026",
    Severity.ERROR,
    zh="PDF“{picture}”里有 {what}，印刷稿不许有",
    en="PDF “{picture}” holds {what}, which print forbids",
    hint_zh="请来稿方按 PDF/X 导出",
    hint_en="ask for an export as PDF/X",
    why_zh="脚本、动作、批注、附件、表单都印不出来，还可能带来别的东西（ISO 15930）。",
    why_en="Scripts, actions, annotations, attachments and forms do not print, and may carry what nobody asked for "
    "(ISO 15930).",
)

PDF_BOX = Kind(
    "IMG027",
    Severity.WARNING,
    zh="PDF“{picture}”没有 TrimBox，按整页 {width} × {height} 毫米用",
    en="PDF “{picture}” has no TrimBox; the whole page is used, {width} × {height} mm",
    hint_zh="请来稿方按 PDF/X 导出，写明成品尺寸",
    hint_en="ask for an export as PDF/X, which names the trimmed size",
    why_zh="不知道成品边在哪里，裁切线和出血也会印进来。",
    why_en="Without a trimmed size, marks and bleed would be printed with the advert.",
)

PDF_FILTER = Kind(
    "IMG028",
    Severity.ERROR,
    zh="PDF“{picture}”用了 {what}，印刷稿不许有",
    en="PDF “{picture}” uses {what}, which print forbids",
    hint_zh="请来稿方按 PDF/X 导出",
    hint_en="ask for an export as PDF/X",
    why_zh="PDF/X 不许用 PostScript 对象、外部文件、OPI（ISO 15930）。",
    why_en="PDF/X forbids PostScript objects, external files and OPI (ISO 15930).",
)
