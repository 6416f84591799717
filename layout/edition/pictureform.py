"""What may be said of pictures: their words, their place, how they are shown, and groups of them."""

from __future__ import annotations

from fractions import Fraction

from layout.edition.matterform import placed
from layout.edition.placeform import COLUMN
from layout.edition.rightsform import RIGHTS
from layout.edition.showing import Extent
from layout.source.form import Either, Form, Key, Many, Scalar
from layout.source.scalars import BOOLEAN, FILLED, LENGTH, PAGE, TEXT, choice, whole


def _extent(text: str) -> Extent:
    pixels = text.endswith("px")
    value = Fraction(text.removesuffix("px").removesuffix("%").strip())
    if not 0 <= value <= (1_000_000 if pixels else 100):
        raise ValueError(text)
    return Extent(value, pixels)


def _per_cent(text: str) -> Fraction:
    extent = _extent(text)
    if extent.pixels:
        raise ValueError(text)
    return extent.value


def _alpha(text: str) -> str:
    if text != "alpha":
        raise ValueError(text)
    return text


EXTENT = Scalar(
    _extent,
    "百分比或像素，像 12、12% 或 300px",
    "per cent or pixels, like 12, 12% or 300px",
    {"type": ["number", "string"]},
)
PER_CENT = Scalar(_per_cent, " 0 到 100 的百分比", "per cent from 0 to 100", {"type": ["number", "string"]})

ALPHA = Scalar(
    _alpha,
    " alpha，或多边形的各点 [[x, y], …]",
    "alpha, or the points of a polygon [[x, y], …]",
    {"enum": ["alpha"]},
)

PDF_PAGE = Key("page", "页", whole(1, 9999), "PDF 的第几页，只有一页就不用写", "which page of a PDF of several")

PICTURE_WORDS = (
    Key("caption", "说明", TEXT, "图片说明", "caption"),
    Key("credit", "摄影", TEXT, "作者，如“文青禾 摄”", "credit"),
    Key("alt", "替代文字", TEXT, "给看不见图的人读的描述", "text for readers who cannot see it"),
    PDF_PAGE,
    *RIGHTS,
)

# How one picture is shown, alone or in a group.
_SHOWN = (
    Key(
        "fit",
        "适配",
        choice("cover", "contain", "width"),
        "裁满、整幅、与框同宽",
        "fill the box and crop, show all of it, or be as wide as the box",
    ),
    Key(
        "focus",
        "焦点",
        Many(whole(0, 100), count=2),
        "裁切时保住的点，横、纵百分比",
        "point kept when cropping: x, y in per cent",
    ),
    Key(
        "crop",
        "裁切",
        Many(EXTENT, count=4),
        "只用原图的这一块：左、上、右、下",
        "the part of the picture to be used: left, top, right, bottom",
    ),
    Key(
        "align",
        "对齐",
        Many(choice("left", "center", "right", "top", "middle", "bottom"), one_alone=True),
        "不满框时靠哪边",
        "where it stands in a box it does not fill",
    ),
    Key("keyline", "细线", BOOLEAN, "四周加不加细线", "a thin line round it, or none"),
)
CAPTION_PLACE = Key(
    "caption_place",
    "说明位置",
    choice("below", "over", "left", "right"),
    "说明在图下、压在图上、图左、图右",
    "caption below, over the foot of the picture, or in a column beside it",
)

SPREAD = Form(
    "spread",
    (
        Key("page", "版次", PAGE, "图的右半在哪一版", "the page of its right half", required=True),
        Key("columns", "栏数", COLUMN, "右半占几个基本栏", "how many columns the right half takes", required=True),
    ),
)

PLACED_PICTURE = placed(
    "placed_picture",
    Key("picture", "图片", FILLED, "图片文件", "the picture's file", required=True),
    *_SHOWN,
    CAPTION_PLACE,
    Key(
        "contour",
        "轮廓",
        Either(ALPHA, Many(Many(PER_CENT, count=2))),
        "文字绕着它排：alpha 是图的不透明部分，或多边形的各点 [x, y]（百分比）",
        "text runs round it: alpha is the opaque part, or the points [x, y] of a polygon in per cent",
    ),
    Key("distance", "绕排距", LENGTH, "轮廓和文字之间的空", "white between contour and text"),
    Key("sides", "绕排", choice("one", "both"), "文字在宽的一边或两边", "text at the wider side, or at both"),
    Key("spread", "跨版", SPREAD, "图跨到右边那一版", "the picture goes on across the fold"),
    *PICTURE_WORDS,
)

GROUPED_PICTURE = Form(
    "grouped_picture",
    (
        Key("picture", "图片", FILLED, "图片文件", "the picture's file", required=True),
        Key(
            "cell",
            "格",
            Many(whole(1, 20), count=4),
            "在组里的格：从第几格起、第几排起，占几格、几排",
            "its cells in the group: first column, first row, how many columns, how many rows",
        ),
        *_SHOWN,
        Key("alt", "替代文字", TEXT, "给看不见图的人读的描述", "text for readers who cannot see it"),
    ),
)

GROUP = placed(
    "group",
    Key(
        "pictures",
        "图片",
        Many(Either(FILLED, GROUPED_PICTURE)),
        "组里的图，从左到右、从上到下",
        "its pictures, from left to right and from top to bottom",
        required=True,
    ),
    Key("across", "横排", whole(1, 20), "一排几格，不写就排成一排", "cells in a row; all in one when absent"),
    Key("down", "竖排", whole(1, 20), "共几排", "how many rows"),
    CAPTION_PLACE,
    *PICTURE_WORDS[:2],
)
