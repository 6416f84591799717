"""What a style may say of tables and charts."""

from __future__ import annotations

from layout.source.form import Form, Key, Many
from layout.source.scalars import INK, LENGTH, choice

CHARTS = Form(
    "charts",
    (Key("inks", "颜色", Many(INK), "各组依次用的颜色", "the inks that series take in turn", required=True),),
)

TABLES = Form(
    "tables",
    (
        Key(
            "rules",
            "线式",
            choice("three", "hairlines", "none"),
            "三线、每行一线、不画线",
            "three rules, a hairline under every row, none",
        ),
        Key("weight", "粗线", LENGTH, "上下两条线的粗细", "weight of the rules above and below"),
        Key("thin", "细线", LENGTH, "表头下、行间的线的粗细", "weight of the rules inside"),
        Key("ink", "颜色", INK, "线的颜色", "ink of the rules"),
    ),
)
