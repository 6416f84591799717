"""What may stand in a chart's data file, and how tables and charts are placed."""

from __future__ import annotations

from fractions import Fraction

from layout.edition.data import Value
from layout.edition.matterform import placed
from layout.edition.pictureform import PICTURE_WORDS
from layout.source.form import Form, Key, Many, Scalar
from layout.source.scalars import FILLED, choice


def _value(text: str) -> Value:
    if "/" in text:
        raise ValueError(text)
    return Value(Fraction(text.replace(",", "")), text)


VALUE = Scalar(_value, "数，像 12 或 3.5", "a number like 12 or 3.5", {"type": ["number", "string"]})

SERIES = Form(
    "series",
    (
        Key("name", "名称", FILLED, "这一组的名称", "the name of this series", required=True),
        Key("values", "数", Many(VALUE), "每项一个数", "a number for every label", required=True),
    ),
)

CHART = Form(
    "chart",
    (
        Key(
            "kind",
            "类型",
            choice("bars", "columns", "line", "shares"),
            "横条、竖条、折线、占比",
            "bars across, columns, a line, shares of a whole",
            required=True,
        ),
        Key("title", "标题", FILLED, "图上的标题", "a title above it"),
        Key("unit", "单位", FILLED, "数的单位", "the unit of its numbers"),
        Key("labels", "项", Many(FILLED), "各项的名称", "the names of the items", required=True),
        Key(
            "values",
            "数",
            Many(VALUE),
            "每项一个数，只有一组时用",
            "a number for every label, when there is one series",
        ),
        Key("series", "组", Many(SERIES), "几组数", "several series of numbers"),
        Key("highlight", "突出", FILLED, "用深色突出的一项", "the item that is to stand out"),
    ),
)

_WORDS = tuple(key for key in PICTURE_WORDS if key.name != "page")

PLACED_TABLE = placed(
    "placed_table",
    Key("table", "表格", FILLED, "只有一张表的 Markdown 文件", "a Markdown file that holds one table", required=True),
    *_WORDS,
)

PLACED_CHART = placed(
    "placed_chart",
    Key("chart", "图表", FILLED, "图表数据的 YAML 文件", "a YAML file with a chart's data", required=True),
    *_WORDS,
)
