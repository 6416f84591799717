"""What a style says of pictures."""

from __future__ import annotations

from layout.source.form import Form, Key
from layout.source.scalars import INK, LENGTH, choice

PICTURE_STYLE = Form(
    "picture_style",
    (
        Key("caption_gap", "图文距", LENGTH, "图和说明之间", "between picture and caption"),
        Key("above", "上空", LENGTH, "图上的空", "white above a picture under text"),
        Key("below", "下空", LENGTH, "图下的空", "white below a picture over text"),
        Key("caption_below", "说明下空", LENGTH, "说明和下面文字之间的空", "white below a caption over text"),
        Key(
            "caption",
            "说明位置",
            choice("below", "over", "left", "right"),
            "说明在图下、压在图上、图左、图右",
            "captions below, over the foot of the picture, or in a column beside it",
        ),
        Key(
            "credit",
            "署名位置",
            choice("right", "line"),
            "作者在说明末行右端，或另起一行",
            "credits at the right of the caption, or on a line of their own",
        ),
        Key(
            "beside",
            "边说明",
            choice("top", "foot"),
            "排在图旁边的说明和图的上边齐，或和下边齐",
            "captions beside a picture level with its top or with its foot",
        ),
        Key("distance", "绕排距", LENGTH, "轮廓和文字之间", "between a contour and text"),
        Key("gap", "组图间距", LENGTH, "组图里图和图之间", "between the pictures of a group"),
        Key("strip", "反白条", INK, "压在图上的说明的底色", "ink under a caption over its picture"),
    ),
)
