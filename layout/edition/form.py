"""What may stand in a manifest and in a story's front matter."""

from __future__ import annotations

from layout.edition.pictureform import GROUP, PICTURE_WORDS, PLACED_PICTURE
from layout.edition.placeform import COLUMN, LINE, PLACE
from layout.source.document import KNOWN_ENCODINGS
from layout.source.form import Form, Key, Many
from layout.source.scalars import BOOLEAN, DATE, FILLED, PAGE, TEXT, choice, whole

BOX = Form(
    "box",
    (
        *PLACE,
        Key("legs", "分栏", whole(1, 30), "正文分几栏，不写就按基本栏", "legs of text; basic columns when absent"),
    ),
)

HEADLINE = Form(
    "headline",
    (
        Key("level", "级别", FILLED, "样式里的标题级别", "a level of the style", required=True),
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
        Key("direction", "方向", choice("across", "down"), "横题或竖题", "across, or down beside the text"),
    ),
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
            required=True,
        ),
        Key("headline", "标题", HEADLINE, "标题的级别和宽度", "level and width of the headline"),
        Key("pictures", "图片", Many(PLACED_PICTURE), "稿件里的图片，文字绕开", "pictures the text runs round"),
        Key("groups", "组图", Many(GROUP), "几张图共用一条说明", "several pictures with one caption"),
        Key("continued", "续前", BOOLEAN, "接着前面某版的同一篇", "continues the story from an earlier page"),
        Key("frame", "边框", choice("none", "box", "tint"), "不加框、加框或加底色", "no frame, a frame or a tint"),
        Key("balance", "齐栏", BOOLEAN, "短了就把各栏排齐", "level the legs when the story is short"),
        Key("encoding", "编码", choice(*KNOWN_ENCODINGS), "稿件文件的编码", "encoding of the story's file"),
    ),
)

ADVERT = Form(
    "advert",
    (
        Key("advert", "广告", FILLED, "广告的图片文件", "the advert's file", required=True),
        *PLACE,
        Key("label", "标记", TEXT, "标记，不写就是“广告”", "its label; 广告 when absent"),
        Key(
            "kind",
            "类别",
            choice("advert", "public", "ear"),
            "商业广告、公益广告、报眼",
            "advert, public notice or ear",
        ),
        Key("alt", "替代文字", TEXT, "给看不见图的人读的描述", "text for readers who cannot see it"),
    ),
)

RULE = Form(
    "rule",
    (
        Key(
            "column",
            "栏",
            COLUMN,
            "从第几栏起；竖线画在这一栏左边的栏距里",
            "first column; a line down stands in the gutter left of it",
            required=True,
        ),
        Key("columns", "栏数", COLUMN, "占几栏", "how many columns"),
        Key("line", "行", LINE, "在第几行", "which line", required=True),
        Key("lines", "行数", LINE, "竖线占几行", "how many lines, for a line down"),
        Key("direction", "方向", choice("across", "down"), "横线或竖线", "across or down"),
    ),
)

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
        Key("adverts", "广告", Many(ADVERT), "广告", "adverts"),
        Key("rules", "线", Many(RULE), "分隔线", "rules"),
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
        Key("pages", "版", Many(PAGE_FORM), "各版", "the pages", required=True),
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
        Key("summary", "提要", TEXT, "提要", "summary"),
        Key("byline", "署名", TEXT, "署名", "byline"),
        Key("dateline", "电头", TEXT, "电头，排在第一段开头", "dateline, set at the start of the first paragraph"),
        Key("label", "栏目", TEXT, "栏目题", "standing label"),
        Key("form", "体裁", choice("prose", "verse"), "文或诗；诗一行是一行", "verse keeps the lines of the file"),
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
