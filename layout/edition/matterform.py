"""What may stand in a manifest beside stories, pictures and adverts: 导读, weather, ears, ornaments, 补白."""

from __future__ import annotations

from layout.edition.matter import SKIES
from layout.edition.placeform import LINE, OPEN_PLACE, PLACE_KEYS
from layout.source.form import Form, Key, Many
from layout.source.scalars import FILLED, TEXT, choice, whole

DEGREES = whole(-60, 60)

SLOT = Key("slot", "位子", FILLED, "模板里的位子，代替栏和行", "a slot of the template, instead of columns and lines")
FRAME = Key("frame", "边框", FILLED, "样式里的边框，如 box、tint", "a frame of the style, such as box or tint")


def placed(name: str, *keys: Key, other: tuple[str, ...] = ()) -> Form:
    """A form of something that stands on a page: in columns and lines, in a slot, or by one of the keys `other`.

    Columns and lines written beside a slot override those of the slot.
    """
    return Form(name, (*keys, *OPEN_PLACE, SLOT), (PLACE_KEYS, ("slot",), *((key,) for key in other)))


TITLE = Key("title", "题", TEXT, "小标题", "its title")

CONTENTS = placed(
    "contents",
    TITLE,
    Key("levels", "级别", Many(FILLED), "收哪些级别的标题", "headline levels it takes in"),
    Key("numbers", "页码", choice("leaders", "plates"), "点线引到页码，或页码反白", "leaders to the page, or plates"),
    FRAME,
)

DAY = Form(
    "weather_day",
    (
        Key("day", "日", FILLED, "哪一天，如“今天”", "which day", required=True),
        Key("sky", "天空", choice(*SKIES), "天气", "the sky", required=True),
        Key("then", "转", choice(*SKIES), "转为什么天气", "the sky later on"),
        Key("low", "最低", DEGREES, "最低气温，℃", "lowest temperature, °C", required=True),
        Key("high", "最高", DEGREES, "最高气温，℃", "highest temperature, °C", required=True),
        Key("wind", "风", TEXT, "风向和风力", "wind"),
    ),
)

WEATHER = placed(
    "weather",
    TITLE,
    Key("days", "各日", Many(DAY), "一天或几天", "a day, or several", required=True),
    Key("note", "提示", TEXT, "一句提示", "a line of advice"),
    FRAME,
)

EAR = placed(
    "ear", TITLE, Key("text", "文字", Many(FILLED, one_alone=True), "几行文字", "its lines", required=True), FRAME
)

ORNAMENT = placed(
    "ornament",
    Key("ornament", "版花", FILLED, "图片文件", "the picture's file", required=True),
    Key("alt", "替代文字", TEXT, "给看不见图的人读的描述", "text for readers who cannot see it"),
)

HOLE = placed("hole")

FOLD_ADVERT = Form(
    "fold_advert",
    (
        Key("advert", "广告", FILLED, "广告的图片文件", "the advert's file", required=True),
        Key("lines", "行数", LINE, "占几行正文的高度", "how many body lines high", required=True),
        Key("label", "标记", TEXT, "标记，不写就是“广告”", "its label; 广告 when absent"),
        Key("alt", "替代文字", TEXT, "给看不见图的人读的描述", "text for readers who cannot see it"),
    ),
)

FOLD = Form(
    "fold",
    (
        Key("notices", "启事", Many(FILLED), "自上而下的各则稿件", "its stories, from the top down"),
        Key("adverts", "广告", Many(FOLD_ADVERT), "中缝下端的广告", "adverts at its foot"),
        Key("line", "行", LINE, "从版心上边第几行起，不写就从顶上", "first line; the type area's first when absent"),
        Key("lines", "行数", LINE, "占几行正文的高度，不写就到底", "how many body lines high; to the foot when absent"),
    ),
    (("notices",), ("adverts",)),
)
