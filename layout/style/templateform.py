"""What may stand in a page template and in the table of advert sizes of a style."""

from __future__ import annotations

from layout.edition.placeform import PLACE, rule_form
from layout.source.form import Form, Key, Later, Many, Named
from layout.source.scalars import BOOLEAN, DATE, FILLED, LENGTH, choice, whole

SLOT = Form(
    "slot",
    (
        *PLACE,
        Key("legs", "分栏", whole(1, 30), "正文分几栏", "legs of text"),
        Key("level", "级别", FILLED, "标题级别", "headline level of a story standing there"),
        Key("frame", "边框", FILLED, "样式里的边框，如 box、tint", "a frame of the style, such as box or tint"),
        Key("optional", "可空", BOOLEAN, "空着也不提醒", "nothing is said when it stays empty"),
    ),
)

TEMPLATE = Form(
    "template",
    (
        Key("grid", "网格", FILLED, "用哪个网格", "which grid", required=True),
        Key(
            "panels",
            "固定项",
            Many(Form("placed_panel", (Key("panel", "项", FILLED, "哪一项", "which panel", required=True), *PLACE))),
            "固定内容的位置",
            "where fixed matter stands",
        ),
        Key("slots", "位子", Named(SLOT), "头条、报眼等有名字的位置", "named places: lead, ear …"),
        Key("rules", "线", Many(rule_form("template_rule")), "分隔线", "rules"),
        Key("style", "样式", Later(), "这种版上改样式里的值", "values of the style changed on pages of this sort"),
    ),
)

ADVERTS = Form(
    "adverts",
    (
        Key("slack", "容差", LENGTH, "规格和栏宽最多差多少", "how far a size may be from whole columns and lines"),
        Key(
            "sizes",
            "规格",
            Named(
                Form(
                    "advert_size",
                    (
                        Key("width", "宽", LENGTH, "宽", "width", required=True),
                        Key("height", "高", LENGTH, "高", "height", required=True),
                    ),
                )
            ),
            "有名字的广告规格",
            "advert sizes by name",
        ),
    ),
)

NUMBERING = Form(
    "numbering",
    (
        Key("date", "日期", DATE, "已知的一期的日期", "the date of a known issue", required=True),
        Key("number", "期号", whole(1, 999_999), "那一期的期号", "the number of that issue", required=True),
        Key("days", "出版日", Many(choice(*"一二三四五六日")), "每周哪几天出版", "publication days, 一 (Monday) to 日"),
        Key("without", "休刊", Many(DATE), "不出版的日子", "days without an issue"),
    ),
)
