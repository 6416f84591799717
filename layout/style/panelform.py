"""What may stand in a panel of a style: the texts, rules, tints and pictures of a nameplate or a folio."""

from __future__ import annotations

from layout.source.form import Form, Key, Many
from layout.source.scalars import FILLED, INK, LENGTH, TEXT, choice

_X = Key("x", "横", LENGTH, "离左边、中线或右边多远", "from the left edge, middle or right edge")
_Y = Key("y", "纵", LENGTH, "离上边多远", "from the top", required=True)

PANEL = Form(
    "panel",
    (
        Key(
            "texts",
            "文字",
            Many(
                Form(
                    "panel_text",
                    (
                        Key(
                            "text",
                            "内容",
                            FILLED,
                            "内容，可带 {date} 等字段",
                            "text with {date} and other fields",
                            required=True,
                        ),
                        Key("type", "字样", FILLED, "字样", "a type", required=True),
                        Key(
                            "align",
                            "对齐",
                            choice("left", "center", "right", "outer", "inner"),
                            "对齐；outer、inner 是切口和订口一侧",
                            "alignment; outer and inner are the edge away from the fold and at it",
                        ),
                        Key(
                            "direction",
                            "方向",
                            choice("across", "down"),
                            "横排或竖排；竖排的 y 是上端",
                            "across, or down from y on",
                        ),
                        _X,
                        _Y,
                    ),
                )
            ),
            "一行行文字",
            "lines of text",
        ),
        Key(
            "rules",
            "线",
            Many(
                Form(
                    "panel_rule",
                    (
                        _Y,
                        Key("weight", "粗细", LENGTH, "粗细", "weight", required=True),
                        Key("ink", "颜色", INK, "颜色", "ink"),
                        _X,
                        Key("x_end", "横止", LENGTH, "到哪里为止", "where it ends"),
                        Key("y_end", "纵止", LENGTH, "竖线到哪里为止", "where a line down ends"),
                    ),
                )
            ),
            "横线",
            "horizontal rules",
        ),
        Key(
            "boxes",
            "色块",
            Many(
                Form(
                    "panel_box",
                    (
                        _X,
                        _Y,
                        Key("width", "宽", LENGTH, "宽", "width"),
                        Key("height", "高", LENGTH, "高", "height", required=True),
                        Key("fill", "填色", INK, "填色", "fill"),
                        Key("stroke", "描边", INK, "描边", "stroke"),
                        Key("weight", "粗细", LENGTH, "粗细", "weight"),
                    ),
                )
            ),
            "色块和框",
            "tints and frames",
        ),
        Key(
            "pictures",
            "图片",
            Many(
                Form(
                    "panel_picture",
                    (
                        Key(
                            "file",
                            "文件",
                            FILLED,
                            "样式文件夹里的图片",
                            "a picture in the style's folder",
                            required=True,
                        ),
                        _X,
                        _Y,
                        Key("width", "宽", LENGTH, "宽", "width", required=True),
                        Key("alt", "替代文字", TEXT, "替代文字，可带字段", "alternative text, with fields"),
                        Key("align", "对齐", choice("left", "center", "right", "outer", "inner"), "对齐", "alignment"),
                    ),
                )
            ),
            "图片",
            "pictures",
        ),
    ),
)
