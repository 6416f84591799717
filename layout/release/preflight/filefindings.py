"""What preflight can find in a finished file, whoever made it or worked on it since."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity


def _fault(number: int, message: tuple[str, str], why: tuple[str, str]) -> Kind:
    """A fault that no press may get; the cure is the same for all: the file is made again."""
    return Kind(
        f"PRESS{number}",
        Severity.ERROR,
        zh=f"{{file}}：{message[0]}",
        en=f"{{file}}: {message[1]}",
        hint_zh="不要付印；用 paiban build --profile press 重做这个文件",
        hint_en="do not print it; make it again with paiban build --profile press",
        why_zh=why[0],
        why_en=why[1],
    )


UNREADABLE = _fault(
    300,
    ("打不开，或加了密（{reason}）", "cannot be opened, or is encrypted ({reason})"),
    ("RIP 打不开的文件印不了。", "What a RIP cannot open cannot be printed (ISO 15930-7, 6.15)."),
)
SCREEN_COLOUR = _fault(
    301,
    ("第 {number} 页有 {what} 颜色，只许 CMYK", "page {number} has colours in {what}; only CMYK is allowed"),
    ("RGB 的黑字会变成四块版叠印。", "Black type in RGB becomes four inks (GWG 2022, R0027)."),
)
RICH_BLACK_TEXT = _fault(
    302,
    ("第 {number} 页有四色黑的字（{ink}）", "page {number} has type in rich black ({ink})"),
    ("套不准，黑字就有彩边。", "With the least misregister black type gets coloured edges (GWG 2015, 4.15)."),
)
FONT_MISSING = _fault(
    303,
    ("字体 {font} 没有嵌入", "font {font} is not embedded"),
    ("没嵌入的字体会被顶替，字会变样、会丢。", "A font that is missing is replaced, and type changes or is lost."),
)
COARSE_PICTURE = _fault(
    304,
    ("第 {number} 页有一张图只有 {ppi} ppi", "a picture on page {number} has only {ppi} ppi"),
    ("这么粗的图印出来是方格。", "So coarse a picture shows its pixels (GWG 2015, 4.26 and 4.27)."),
)
HAIRLINE = _fault(
    305,
    ("第 {number} 页有 {weight} 磅的线", "page {number} has a rule of {weight} pt"),
    ("太细的线印不出来。", "So thin a rule does not print (GWG 2015, 4.17)."),
)
NO_INTENT = _fault(
    306,
    ("没有可用的输出意图：{reason}", "there is no usable output intent: {reason}"),
    (
        "没有输出意图，不知道是给哪台机器分的色。",
        "Nobody can tell which press it was separated for (ISO 15930-7, 6.2).",
    ),
)
NOT_TRAPPED = _fault(
    307,
    ("Trapped 是 {found}，要写明 True 或 False", "Trapped is {found}; it has to be True or False"),
    ("印厂要知道补漏白做过没有。", "The press has to know whether trapping was done (ISO 15930-7, 6.9)."),
)
WRONG_BOX = _fault(
    308,
    ("第 {number} 页的页面框不对：{reason}", "the boxes of page {number} are wrong: {reason}"),
    ("裁切、拼版都照页面框做。", "Pages are cut and imposed by their boxes (ISO 15930-7, 6.12)."),
)
SEE_THROUGH = _fault(
    309,
    ("第 {number} 页有透明效果，PDF/X-1a 不许有", "page {number} holds transparency, which PDF/X-1a forbids"),
    ("只收 X-1a 的 RIP 会把透明印错。", "A RIP that takes X-1a alone prints it wrongly (ISO 15930-4, 6.16)."),
)
LAYERED = _fault(
    310,
    ("有图层，PDF/X-1a 不许有", "it has layers, which PDF/X-1a forbids"),
    ("图层开关不一，印出来就不一样。", "What prints would depend on which layers are shown."),
)
LZW = _fault(
    311,
    ("用了 LZW 压缩", "it is compressed with LZW"),
    ("PDF/X 不许用 LZW。", "PDF/X forbids LZW (ISO 15930-7, 6.8)."),
)
ANNOTATED = _fault(
    312,
    ("第 {number} 页的成品尺寸内有批注", "page {number} has an annotation inside its trim"),
    ("批注可能会印出来。", "An annotation may be printed (ISO 15930-7, 6.17)."),
)
NOT_PDFX = _fault(
    313,
    ("没有写明是 PDF/X-4 还是 PDF/X-1a", "it does not say that it is a PDF/X-4 or a PDF/X-1a"),
    ("RIP 按这个标识选处理方式。", "A RIP chooses by it how to treat the file (ISO 15930-7, 6.11)."),
)
KNOCKS_OUT = _fault(
    314,
    ("第 {number} 页有黑字不叠印", "black type on page {number} does not overprint"),
    ("不叠印的黑字，套不准就露白边。", "Black type that knocks out shows paper at its edges (GWG 2015, 4.10)."),
)
