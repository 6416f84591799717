"""What may stand in a manifest and in a story's front matter."""

from __future__ import annotations

from layout.edition.allowance import ALLOW
from layout.edition.dataform import PLACED_CHART, PLACED_TABLE
from layout.edition.matterform import CONTENTS, EAR, FOLD, HOLE, ORNAMENT, SLOT, WEATHER, placed
from layout.edition.pictureform import GROUP, PDF_PAGE, PICTURE_WORDS, PLACED_PICTURE
from layout.edition.placeform import COLUMN, LINE, PLACE, rule_form
from layout.edition.rightsform import RIGHTS
from layout.source.document import KNOWN_ENCODINGS
from layout.source.form import Form, Key, Later, Many
from layout.source.scalars import BOOLEAN, DATE, FILLED, INK, LENGTH, PAGE, TEXT, choice, whole

# An edition has no more pages than this.
MOST_PAGES = 1_000

BOX = Form(
    "box",
    (
        *PLACE,
        Key("legs", "分栏", whole(1, 30), "正文分几栏，不写就按基本栏", "legs of text; basic columns when absent"),
    ),
)

HEAD_BOX = Form("head_box", (*PLACE[:3], Key("lines", "行数", LINE, "占几行", "how many lines")))

HEADLINE = Form(
    "headline",
    (
        Key(
            "level", "级别", FILLED, "样式里的标题级别；不写就用位子的", "a level of the style; the slot's when absent"
        ),
        Key(
            "columns",
            "栏数",
            COLUMN,
            "标题占几栏，不写就占满第一个框",
            "columns it spans; all of the first box when absent",
        ),
        Key("column", "栏", COLUMN, "标题从第几栏起", "its first column"),
        Key(
            "text",
            "文字",
            Many(FILLED, one_alone=True),
            "换一个标题（如转版的短题）",
            "another head, such as a short one",
        ),
        Key("at", "位置", HEAD_BOX, "盖题：标题自己的位置", "a place of its own, over several boxes"),
        Key("lines", "行数", LINE, "占几行，不写就按需要", "lines it takes; as many as it needs when absent"),
        Key("rows", "排行", whole(1, 3), "一整句的题排成几行", "lines of a head given as one string"),
        Key("direction", "方向", choice("across", "down"), "横题或竖题", "across, or down beside the text"),
        Key(
            "side",
            "靠边",
            choice("left", "right", "middle"),
            "竖题在左、在右或居中",
            "a vertical head at the left, the right, or between the columns",
        ),
        Key("width", "字宽", whole(2, 60), "竖题占几个字宽，不写就按需要", "characters a vertical head is wide"),
        Key(
            "on",
            "衬底",
            choice("none", "tint", "plate", "picture"),
            "衬底色、反白或压图",
            "on a tint, reversed on a plate, or over a picture",
        ),
        Key("ink", "颜色", INK, "题的颜色", "its ink"),
    ),
)

STYLE = Key("style", "样式", Later(), "改样式里的值，只在这里有效", "values of the style changed here alone")

SEPARATORS = Key(
    "separators",
    "分隔",
    choice("rules", "white", "none"),
    "和相邻稿件之间画线、留白或不管",
    "rules or white between it and its neighbours, or neither",
)

COLUMNS = (
    Key("direction", "方向", choice("across", "down"), "正文横排或竖排", "text across, or down from right to left"),
    Key("tiers", "横栏", whole(1, 12), "竖排分几个横栏", "tiers of vertical text, one under another"),
    Key("measure", "栏宽", whole(4, 80), "这篇每栏几个字", "characters in each of its columns"),
    Key("gutter", "栏距", LENGTH, "这篇的栏距", "white between its columns"),
    Key(
        "remainder",
        "余字",
        choice("gutters", "columns"),
        "分栏余下的字加宽栏距，或加宽几栏",
        "what is left of the width goes to the gutters, or to single columns",
    ),
    Key(
        "order",
        "走文",
        choice("legs", "boxes"),
        "上下相接的框逐栏通下去，或一框一框读",
        "boxes one under another are read leg by leg, or box by box",
    ),
)

DATA = (
    Key("tables", "表格", Many(PLACED_TABLE), "单独放置的表，文字绕开", "tables on their own, text runs round them"),
    Key("charts", "图表", Many(PLACED_CHART), "用数据画的图，文字绕开", "charts drawn from data, text runs round them"),
)

PLACED_STORY = Form(
    "placed_story",
    (
        Key("story", "稿件", FILLED, "稿件文件", "the story's file", required=True),
        Key(
            "at",
            "位置",
            Many(BOX, one_alone=True),
            "一个框，或文字依次流过的几个框",
            "a box, or the boxes its text runs through",
        ),
        SLOT,
        Key("columns", "栏数", COLUMN, "改位子的栏数", "other columns than the slot's"),
        Key("line", "行", LINE, "改位子的起行", "another first line than the slot's"),
        Key("lines", "行数", LINE, "改位子的行数", "other lines than the slot's"),
        Key("legs", "分栏", whole(1, 30), "改位子的分栏", "other legs than the slot's"),
        Key("headline", "标题", HEADLINE, "标题的级别和宽度", "level and width of the headline"),
        Key("pictures", "图片", Many(PLACED_PICTURE), "稿件里的图片，文字绕开", "pictures the text runs round"),
        Key("groups", "组图", Many(GROUP), "几张图共用一条说明", "several pictures with one caption"),
        Key("ornaments", "题花", Many(ORNAMENT), "题花，标题和正文让开", "ornaments that head and text keep clear of"),
        *DATA,
        Key("continued", "续前", BOOLEAN, "接着前面某版的同一篇", "continues the story from an earlier page"),
        Key("frame", "边框", FILLED, "样式里的边框，如 box、tint", "a frame of the style, such as box or tint"),
        Key("balance", "齐栏", BOOLEAN, "短了就把各栏排齐", "level the legs when the story is short"),
        *COLUMNS,
        SEPARATORS,
        Key("leg_rules", "栏间线", BOOLEAN, "这篇各栏之间画线", "rules between its columns"),
        Key("drop_capital", "首字下沉", whole(2, 3), "首字放大，沉进几行", "first character sunk into so many lines"),
        Key("encoding", "编码", choice(*KNOWN_ENCODINGS), "稿件文件的编码", "encoding of the story's file"),
        Key("guide", "导读", BOOLEAN, "收进导读", "named in the contents box"),
        STYLE,
        ALLOW,
    ),
    (("at",), ("slot",)),
)

ADVERT = placed(
    "advert",
    Key("advert", "广告", FILLED, "广告的图片文件", "the advert's file", required=True),
    Key(
        "size",
        "规格",
        FILLED,
        "样式里的广告规格，或“350mm x 120mm”；不写栏、行就在版底",
        "a size of the style, or “350mm x 120mm”; at the foot when no column and line are given",
    ),
    Key("label", "标记", TEXT, "标记，不写就是“广告”", "its label; 广告 when absent"),
    Key(
        "kind",
        "类别",
        choice("advert", "public", "ear"),
        "商业广告、公益广告、报眼",
        "advert, public notice or ear",
    ),
    Key("alt", "替代文字", TEXT, "给看不见图的人读的描述", "text for readers who cannot see it"),
    PDF_PAGE,
    other=("size",),
)

RULE = rule_form("rule")

STAFF = Form(
    "staff",
    (
        Key("editor", "责编", TEXT, "责任编辑", "editor"),
        Key("layout", "版式", TEXT, "版式编辑", "layout editor"),
        Key("proof", "校对", TEXT, "校对", "proof reader"),
        Key("chief", "值班", TEXT, "值班主任", "duty chief"),
    ),
)

PAGE_FORM = Form(
    "page",
    (
        Key("page", "版次", PAGE, "版次，像 A01", "the page's name, like A01", required=True),
        Key("section", "版名", FILLED, "版名，如“要闻”", "the section's name", required=True),
        Key("template", "模板", FILLED, "样式里的模板", "a template of the style", required=True),
        Key("staff", "人员", STAFF, "责编、版式、校对", "who answers for the page"),
        Key("stories", "稿件", Many(PLACED_STORY), "版上的稿件", "its stories"),
        Key("pictures", "图片", Many(PLACED_PICTURE), "独立的图片", "pictures on their own"),
        Key("groups", "组图", Many(GROUP), "几张图共用一条说明", "several pictures with one caption"),
        *DATA,
        Key("adverts", "广告", Many(ADVERT), "广告", "adverts"),
        Key("rules", "线", Many(RULE), "分隔线", "rules"),
        SEPARATORS,
        Key(
            "ink", "印色", choice("colour", "black", "red"), "彩色、黑白或套红", "full colour, black, or black and red"
        ),
        Key("contents", "目录", Many(CONTENTS, one_alone=True), "导读框", "a contents box"),
        Key("weather", "天气", Many(WEATHER, one_alone=True), "天气框", "a weather box"),
        Key("ears", "报眼", Many(EAR), "报眼等几行字的小框", "ears and other boxes of a few lines"),
        Key("ornaments", "版花", Many(ORNAMENT), "版花、题花", "ornaments"),
        Key("fillers", "补白", Many(HOLE), "由补白填满的空", "holes to be filled from the edition's fillers"),
        Key("fold", "中缝", FOLD, "中缝里的启事", "notices in the margin at the fold"),
        STYLE,
        ALLOW,
    ),
)

MANIFEST = Form(
    "manifest",
    (
        Key("format", "格式", choice("1"), "格式版本，现在是 1", "format version, now 1", required=True),
        Key("paper", "报纸", FILLED, "styles/ 里的样式", "a style of styles/", required=True),
        Key(
            "date",
            "日期",
            DATE,
            "出版日期；星期和农历由它算出",
            "date of issue; weekday and lunar date are computed",
            required=True,
        ),
        Key("number", "期号", whole(1, 999_999), "总期号", "running number", required=True),
        Key("version", "版本", whole(1, 99), "第几次改版，首次为 1", "version, 1 at first"),
        Key("zone", "地区版", TEXT, "地区版名", "zone of distribution"),
        Key("layout_style", "版式", choice("modular", "interlocking"), "模块式或穿插式", "modular or interlocking"),
        Key("kind", "种类", choice("issue", "supplement", "extra"), "正刊、增刊或号外", "issue, supplement or extra"),
        Key("spreads", "跨版", Many(Many(PAGE)), "对照的两版，像 [A02, A03]", "facing pages, like [A02, A03]"),
        Key("fillers", "补白", Many(FILLED), "可用来补白的短稿", "short stories that may fill a hole"),
        Key("pages", "版", Many(PAGE_FORM, most=MOST_PAGES), "各版", "the pages", required=True),
        ALLOW,
    ),
)

STORY = Form(
    "story",
    (
        Key("kicker", "引题", Many(FILLED, one_alone=True), "引题", "kicker"),
        Key(
            "headline",
            "主题",
            Many(FILLED, one_alone=True),
            "主题；几行就写成几项",
            "main head; a list gives its lines",
            required=True,
        ),
        Key("deck", "副题", Many(FILLED, one_alone=True), "副题", "deck"),
        Key("short", "短题", FILLED, "导读里用的短题", "a short head for the contents box"),
        Key("summary", "提要", TEXT, "提要", "summary"),
        Key("byline", "署名", Many(FILLED, one_alone=True), "署名；几行就写成几项", "byline; a list stacks its lines"),
        Key("dateline", "电头", TEXT, "电头，排在第一段开头", "dateline, set at the start of the first paragraph"),
        Key("label", "栏目", TEXT, "栏目题", "standing label"),
        Key("logo", "栏目图", FILLED, "栏目题旁的小图", "a small picture beside the label"),
        Key("form", "体裁", choice("prose", "verse"), "文或诗；诗一行是一行", "verse keeps the lines of the file"),
        *RIGHTS,
        Key(
            "pictures",
            "图片",
            Many(
                Form(
                    "story_picture",
                    (Key("picture", "图片", FILLED, "图片文件", "the picture's file", required=True), *PICTURE_WORDS),
                )
            ),
            "稿件的图片和说明",
            "the story's pictures and their words",
        ),
    ),
)
