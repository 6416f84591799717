"""What may stand in a style about type, headlines, subheads and standing labels."""

from __future__ import annotations

from layout.source.form import Form, Key, Many
from layout.source.scalars import BOOLEAN, FILLED, INK, LENGTH, choice, whole

PER_MILLE = whole(-500, 4000)
WHITE = whole(0, 9000)

TYPE = Form(
    "type",
    (
        Key("like", "同", FILLED, "其余和哪个字样相同", "the type the rest is taken from"),
        Key("face", "字体", FILLED, "faces.yaml 里的角色", "a role of faces.yaml"),
        Key("size", "字号", LENGTH, "字号", "type size"),
        Key("leading", "行距", LENGTH, "行距（基线到基线）", "leading, baseline to baseline"),
        Key("align", "对齐", choice("justify", "left", "center", "right"), "对齐方式", "alignment"),
        Key("indent", "缩进", whole(0, 8), "段首缩进几个字", "first-line indent in ems"),
        Key("ink", "颜色", INK, "颜色", "ink"),
        Key("tracking", "字距", PER_MILLE, "字距，千分之一字", "tracking in thousandths of an em"),
        Key("stretch", "长扁", whole(500, 2000), "横向缩放，千分比", "horizontal scale in per mille"),
    ),
)

LEVEL = Form(
    "level",
    (
        Key("main", "主题", TYPE, "主题的字样", "type of the main head", required=True),
        Key("sizes", "字号级", Many(LENGTH), "从大到小依次试的字号", "sizes tried in turn", required=True),
        Key("kicker", "引题", TYPE, "引题的字样，字号不写是主题的 .35", "type of the kicker; .35 of the main size"),
        Key("deck", "副题", TYPE, "副题的字样，字号不写是主题的 .4", "type of the deck; .4 of the main size"),
        Key("above", "题上空", WHITE, "题上的空，千分之一行", "white above, thousandths of a line"),
        Key(
            "between",
            "题间空",
            WHITE,
            "各部分之间的空，千分之一行",
            "white between parts, thousandths of a line",
        ),
        Key("below", "题下空", WHITE, "题下的空，千分之一行", "white below, thousandths of a line"),
        Key("condense", "压扁", whole(500, 1000), "最多压到千分之几", "condensed at most to this per mille"),
        Key("open", "拉开", whole(0, 1000), "字距最多拉开千分之几字", "opened by at most this per mille of an em"),
        Key("fill", "撑满", BOOLEAN, "宁可压扁也用大字号，撑满题宽", "rather condensed than smaller"),
        Key("rows", "排行", whole(1, 3), "一整句的题排成几行", "lines of a head given as one string"),
        Key("faces", "换体", Many(FILLED), "同级的题自上而下轮换的字体", "roles its heads take in turn down the page"),
        Key("byline", "署名", choice("head", "end"), "署名在题下还是文末", "byline under the head or at the end"),
        Key("byline_above", "署名上空", WHITE, "署名上的空，千分之一行", "white above the byline"),
        Key("byline_below", "署名下空", WHITE, "署名下另加的空，千分之一行", "further white below the byline"),
        Key(
            "summary",
            "提要",
            choice("bar", "rules", "plain"),
            "提要带灰条、夹在两线间或不加",
            "summary with a grey bar, between rules, or plain",
        ),
        Key("tint", "底色", INK, "题衬底色时的颜色", "what a head on a tint stands on"),
        Key("plate", "反白底", INK, "反白题的底", "what a reversed head stands on"),
        Key("subhead", "插题", FILLED, "插题用 subheads 里的哪种", "how its subheads look, one of subheads"),
    ),
)

SUBHEAD = Form(
    "subhead",
    (
        Key("type", "字样", FILLED, "字样", "a type"),
        Key("lines", "行数", whole(1, 4), "占几行正文", "how many body lines it takes"),
        Key("look", "样子", choice("plain", "band", "plate"), "不加、通栏底色或字牌", "plain, on a band or plate"),
        Key("fill", "填色", INK, "底色", "the ink of band or plate"),
    ),
)

LABEL = Form(
    "label",
    (
        Key("type", "字样", FILLED, "字样", "a type"),
        Key("look", "样子", choice("plate", "rules", "plain"), "牌、上下线或不加", "on a plate, between rules, plain"),
        Key("fill", "填色", INK, "牌或线的颜色", "the ink of plate or rules"),
        Key(
            "place",
            "位置",
            choice("above", "beside", "column"),
            "题上、题左或首栏栏头",
            "above the head, beside it, or at the top of the first column",
        ),
        Key("align", "对齐", choice("left", "center"), "题上的栏目题居左或居中", "left or centred above the head"),
        Key("logo", "图标", FILLED, "样式文件夹里的小图", "a small picture of the style's folder"),
    ),
)
