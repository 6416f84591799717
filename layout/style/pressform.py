"""What may stand in a print shop's sheet, `styles/press/<name>/press.yaml`."""

from __future__ import annotations

from layout.source.form import Form, Key, Many
from layout.source.scalars import BOOLEAN, FILLED, LENGTH, TEXT, choice, whole

_PPI = whole(1, 2400)
_ZONES = whole(1, 120)

PRESS = Form(
    "press",
    (
        Key("format", "格式", choice("1"), "格式版本，现在是 1", "format version, now 1", required=True),
        Key("name", "名称", FILLED, "印刷条件的名称", "the press by its name", required=True),
        Key("profile", "特性文件", FILLED, "旁边的 ICC 特性文件", "the ICC profile beside this file", required=True),
        Key("condition", "条件", FILLED, "印刷条件的登记名", "the printing condition's identifier", required=True),
        Key("registered", "已登记", BOOLEAN, "条件在 ICC 登记表里", "whether the ICC registry has the condition"),
        Key("info", "说明", FILLED, "条件的说明", "the condition in words", required=True),
        Key("standard", "标准", choice("x4", "x1a"), "PDF/X-4 或 PDF/X-1a:2003", "PDF/X-4 or PDF/X-1a:2003"),
        Key("total_ink", "总墨量", whole(100, 400), "四色相加最多百分之几", "inks in all, in per cent at most"),
        Key("black_generation", "黑版", TEXT, "黑版怎样生成（由特性文件定）", "how black is made; the profile does it"),
        Key("intent", "意图", choice("relative", "perceptual"), "图片的转换意图", "rendering intent of pictures"),
        Key("black_pages", "黑白版", choice("refuse", "convert"), "黑白版上的彩色", "colour on a page in black"),
        Key("picture_ppi", "图片精度", _PPI, "缩小后的精度", "resolution pictures are reduced to"),
        Key("picture_ppi_most", "图片最高", _PPI, "超过就缩小", "resolution above which pictures are reduced"),
        Key("picture_ppi_least", "图片最低", _PPI, "图片精度要高于此", "pictures have to be finer than this"),
        Key("line_art_ppi_least", "线稿最低", _PPI, "一位线稿精度要高于此", "1-bit art has to be finer than this"),
        Key("smallest_type", "最小字", LENGTH, "最小的字", "the smallest type"),
        Key("smallest_coloured_type", "最小彩字", LENGTH, "多色字、反白字最小", "least type of several inks or white"),
        Key("smallest_rule", "最细线", LENGTH, "最细的线", "the thinnest rule"),
        Key("rich_black_from", "四色黑", LENGTH, "从多大的字起可以四色黑", "least type that may be in rich black"),
        Key(
            "marks",
            "标记",
            Many(choice("crop", "registration", "bar", "grey", "fold", "slug"), one_alone=True),
            "裁切线、套准线、色标、灰平衡、折线、版边文字",
            "crop, registration and fold marks, colour bar, grey patches, a slug line",
        ),
        Key("files", "文件名", FILLED, "交付的文件名", "names of delivered files"),
        Key("red_spot", "套红专色", FILLED, "套红用的专色；没有就不收", "the spot ink for red; none: refused"),
        Key("zones", "墨区", _ZONES, "墨斗分几区", "ink zones of the press"),
    ),
)
