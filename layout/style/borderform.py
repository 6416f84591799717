"""What may stand in a style about frames."""

from __future__ import annotations

from layout.source.form import Form, Key, Many
from layout.source.scalars import INK, LENGTH, choice, whole

_PARTING = choice("rules", "white", "none")

SEPARATORS = Form(
    "separators",
    (
        Key("stacked", "上下", _PARTING, "上下相邻的稿件之间", "between stories standing one on the other"),
        Key("beside", "左右", _PARTING, "左右相邻的稿件之间", "between stories side by side"),
        Key("legs", "栏间", choice("rules", "none"), "一篇稿件的各栏之间", "between the columns of a story"),
        Key(
            "adverts",
            "广告",
            choice("rules", "none"),
            "稿件和上下的广告之间",
            "between a story and an advert over or under it",
        ),
        Key("white", "空行", whole(0, 9), "上下相邻的稿件之间空几行", "lines left between stories one on the other"),
    ),
)

FRAME = Form(
    "frame",
    (
        Key(
            "line",
            "线型",
            choice(
                "none",
                "single",
                "double",
                "thick-thin",
                "thin-thick",
                "dashed",
                "dotted",
                "wave",
                "beads",
                "lozenges",
                "florets",
            ),
            "无线、单线、双线、文武线（外粗内细、外细内粗）、虚线、点线、曲线，花线：珠、菱、小花",
            "no line, one, two, thick and thin, dashes, dots, waves, or ornaments",
        ),
        Key("weight", "粗细", LENGTH, "细线的粗细", "weight of a thin line"),
        Key("heavy", "粗线", LENGTH, "文武线里粗线的粗细", "weight of the thick line"),
        Key("gap", "线距", LENGTH, "两条线之间的空", "white between two lines"),
        Key("ink", "颜色", INK, "线的颜色", "ink of the lines"),
        Key(
            "sides",
            "边",
            Many(choice("top", "right", "bottom", "left"), one_alone=True),
            "画哪几边，不写就画四边",
            "which sides are drawn; all four when absent",
        ),
        Key("radius", "圆角", LENGTH, "圆角半径", "radius of the corners"),
        Key("tint", "底色", INK, "底色", "tint inside"),
        Key("padding", "内空", LENGTH, "左右内空", "white between the sides and the text"),
        Key("lines", "空行", whole(0, 9), "上下各空几行", "lines left free at the top and the foot"),
    ),
)
