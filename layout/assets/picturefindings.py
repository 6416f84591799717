"""What can be wrong with a picture's file."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

BAD_PICTURE = Kind(
    "IMG001",
    Severity.ERROR,
    zh="图片“{picture}”打不开：{reason}",
    en="picture “{picture}” cannot be opened: {reason}",
    hint_zh="要 JPEG、PNG、TIFF、SVG 或 PDF，而且没有坏",
    hint_en="a sound JPEG, PNG, TIFF, SVG or PDF is wanted",
    why_zh="坏图或不是图片的文件印不出来。",
    why_en="A damaged file, or one that is no picture, cannot be printed.",
)

HUGE_PICTURE = Kind(
    "IMG002",
    Severity.ERROR,
    zh="图片“{picture}”有 {pixels} 像素，超过上限 {limit}",
    en="picture “{picture}” has {pixels} pixels; at most {limit} are allowed",
    hint_zh="先缩小：报纸上 200 ppi 就够",
    hint_en="make it smaller first: a newspaper needs 200 ppi",
    why_zh="像素在解码之前就查，免得一张图吃光内存。",
    why_en="Pixels are counted before decoding, so that one picture cannot take all memory.",
)

SEVERAL_FRAMES = Kind(
    "IMG003",
    Severity.WARNING,
    zh="图片“{picture}”有 {frames} 幅，只印第一幅",
    en="picture “{picture}” has {frames} frames; the first one is printed",
    hint_zh="把要印的那一幅另存成单幅的文件",
    hint_en="save the frame that is meant as a file of its own",
    why_zh="动图和多页 TIFF 印在纸上只能是一幅，不替编辑挑。",
    why_en="Paper shows one frame of an animation or of a TIFF of several pages; the choice is the editor's.",
)

SEVERAL_PAGES = Kind(
    "IMG007",
    Severity.ERROR,
    zh="TIFF“{picture}”有 {frames} 页，不知道印哪一页",
    en="TIFF “{picture}” has {frames} pages; which one is meant is not said",
    hint_zh="把要印的一页另存成单页的文件",
    hint_en="save the page that is meant as a file of its own",
    why_zh="多页 TIFF 多半是扫描的一叠；不替编辑挑。",
    why_en="A TIFF of several pages is most likely a pile of scans; the choice is the editor's.",
)

BAD_PROFILE = Kind(
    "IMG008",
    Severity.WARNING,
    zh="图片“{picture}”里的颜色特性文件（ICC）坏了，当作 sRGB",
    en="the colour profile of picture “{picture}” cannot be read: it is taken as sRGB",
    hint_zh="另存一次，嵌入完好的特性文件",
    hint_en="save it again with a sound profile",
    why_zh="特性文件说明数值是什么颜色；坏了就只能猜。",
    why_en="A profile says which colours the numbers are; a damaged one leaves only a guess.",
)

CUT_SHORT = Kind(
    "IMG004",
    Severity.ERROR,
    zh="图片“{picture}”不完整：文件在 {bytes} 字节处断了",
    en="picture “{picture}” is incomplete: the file breaks off after {bytes} bytes",
    hint_zh="重新传一次",
    hint_en="transfer it again",
    why_zh="没传完的图，下半张是灰的。",
    why_en="A picture that was not transferred whole is grey in its lower part.",
)

UNKNOWN_COLOURS = Kind(
    "IMG005",
    Severity.ERROR,
    zh="图片“{picture}”的颜色方式是 {mode}，印不准",
    en="picture “{picture}” has colours of the sort {mode}, which cannot be printed truly",
    hint_zh="另存为 8 位或 16 位的灰度、RGB 或 CMYK",
    hint_en="save it as grey, RGB or CMYK of 8 or 16 bits",
    why_zh="浮点等图没有一定的亮度范围，照转会变样。",
    why_en="Floating point samples have no fixed range; a blind conversion changes the picture.",
)

NO_ALPHA = Kind(
    "IMG006",
    Severity.ERROR,
    zh="图片“{picture}”没有透明的部分，contour: alpha 无从绕排",
    en="picture “{picture}” has no transparent part, so contour: alpha has nothing to follow",
    hint_zh="换成带透明背景的 PNG 或 TIFF，或者写出多边形：contour: [[x, y], …]",
    hint_en="use a PNG or TIFF with a transparent ground, or give a polygon: contour: [[x, y], …]",
    why_zh="按透明边缘绕排，图得先抠好。",
    why_en="Text can follow the edge of a cut-out only when the picture is cut out.",
)
