"""What may stand in a style file."""

from __future__ import annotations

from layout.edition.placeform import COLUMN, LINE
from layout.source.form import Form, Key, Many, Named
from layout.source.scalars import BOOLEAN, FILLED, FRACTION, INK, LENGTH, TEXT, choice, whole
from layout.style.borderform import FRAME, SEPARATORS
from layout.style.checks import CHECKS
from layout.style.dataform import CHARTS, TABLES
from layout.style.fold import FOLD
from layout.style.headform import LABEL, LEVEL, SUBHEAD, TYPE
from layout.style.jumps import JUMPS
from layout.style.panelform import PANEL
from layout.style.pictureform import PICTURE_STYLE
from layout.style.templateform import ADVERTS, NUMBERING, TEMPLATE

SETTING = Form(
    "setting",
    (
        Key("level", "禁则", choice("none", "basic", "gb", "strict"), "避头尾的级别", "break prohibition level"),
        Key(
            "punctuation",
            "标点",
            choice("quanshen", "kaiming", "hangmo", "banshen", "plain"),
            "标点宽度：全身、开明、行末半角、半身、不动",
            "punctuation width",
        ),
        Key("elastic", "弹性", BOOLEAN, "开明式的标点可以稍放宽", "marks of kaiming may grow"),
        Key(
            "elastic_full_after",
            "放满",
            FRACTION,
            "汉字间空放宽到几分之几字以后，标点放到整字",
            "marks grow to a full em once Han gaps are opened by this many ems",
        ),
        Key("line_end", "行末", choice("half", "fit", "full"), "行末标点", "marks at the line end"),
        Key("trim_line_start", "行首缩", BOOLEAN, "行首前引号缩半", "opening marks flush at line start"),
        Key("trim_paragraph_start", "段首缩", BOOLEAN, "段首前引号缩半", "opening marks flush at paragraph start"),
        Key("hang", "悬挂", choice("none", "pause_stop"), "标点悬挂", "hanging punctuation"),
        Key("gap", "汉西间距", FRACTION, "汉字和西文之间，几分之几字", "gap between Han and Western, in ems"),
        Key("gap_min", "汉西最小", FRACTION, "最小间距", "its least"),
        Key("gap_max", "汉西最大", FRACTION, "最大间距", "its most"),
        Key("minimum_last", "末行至少", whole(1, 4), "段末行至少几个字", "least Han in a last line"),
        Key("keep_units", "连单位", BOOLEAN, "数字和汉字单位不拆", "keep numbers with their Han units"),
        Key("half_digits", "半身数字", BOOLEAN, "数字占半个字", "digits half an em wide"),
        Key("grid", "纵横对齐", BOOLEAN, "严格的字格", "strict grid"),
        Key(
            "upright_digits",
            "纵中横",
            whole(0, 3),
            "竖排时几位数字并排",
            "digits set upright together in vertical text",
        ),
        Key(
            "hyphenate",
            "断词",
            choice("off", "en", "fr", "de", "es", "it", "pt", "ru"),
            "栏太窄时按哪种语言断西文词",
            "language by which Western words are hyphenated when nothing else helps",
        ),
        Key(
            "readings",
            "注音",
            choice("auto", "above", "brackets"),
            "拼音排在字上，或排在括号里；auto 看行距够不够",
            "pinyin above, or in brackets; auto: above where the leading holds it",
        ),
        Key("turn_digits", "数字横倒", BOOLEAN, "竖排时数字一律转", "turn every digit in vertical text"),
    ),
)

STYLE = Form(
    "style",
    (
        Key("format", "格式", choice("1"), "格式版本，现在是 1", "format version, now 1", required=True),
        Key("extends", "沿用", FILLED, "沿用哪份样式", "the style this one starts from"),
        Key(
            "identity",
            "报纸",
            Form(
                "identity",
                (
                    Key("id", "代号", FILLED, "用在文件名里", "used in file names", required=True),
                    Key("name", "报名", FILLED, "报名", "the paper's name", required=True),
                    Key("fields", "字段", Named(TEXT), "固定内容可用的字段", "fields for fixed matter"),
                    Key("numbering", "期号", NUMBERING, "期号从哪一期算起", "what running numbers are counted from"),
                ),
            ),
            "报纸自己的数据",
            "the paper's own data",
            required=True,
        ),
        Key(
            "page",
            "版面",
            Form(
                "page_size",
                (
                    Key("width", "宽", LENGTH, "净宽", "trimmed width", required=True),
                    Key("height", "高", LENGTH, "净高", "trimmed height", required=True),
                    Key("bleed", "出血", LENGTH, "出血", "bleed"),
                    Key(
                        "margins",
                        "版心边距",
                        Form(
                            "margins",
                            (
                                Key("top", "上", LENGTH, "天头", "top", required=True),
                                Key("left", "左", LENGTH, "左边，不写就居中", "left; centred when absent"),
                            ),
                        ),
                        "版心在页上的位置",
                        "where the type area stands",
                        required=True,
                    ),
                ),
            ),
            "纸张和版心",
            "sheet and type area",
            required=True,
        ),
        Key(
            "body",
            "正文",
            Form(
                "body_size",
                (
                    Key("size", "字号", LENGTH, "正文字号", "body size", required=True),
                    Key("leading", "行距", LENGTH, "正文行距", "body leading", required=True),
                    Key("lines", "行数", LINE, "版心行数", "lines of the type area", required=True),
                ),
            ),
            "正文和基线网格",
            "body type and baseline grid",
            required=True,
        ),
        Key(
            "grids",
            "网格",
            Named(
                Form(
                    "grid",
                    (
                        Key("columns", "栏数", COLUMN, "基本栏数", "basic columns", required=True),
                        Key("characters", "每栏字数", whole(4, 80), "每栏几个字", "characters a column", required=True),
                        Key("gutter", "栏距", LENGTH, "栏距", "gutter", required=True),
                    ),
                )
            ),
            "分栏的几种网格",
            "grids of columns",
            required=True,
        ),
        Key(
            "settings", "排法", Named(SETTING), "正文 body 和标题 headline 的排法", "how body and headline are composed"
        ),
        Key("normalise", "改错", choice("off", "report", "fix"), "误用标点的处理", "what to do about wrong marks"),
        Key("types", "字样", Named(TYPE), "各处的字样", "types by role", required=True),
        Key("levels", "标题级", Named(LEVEL), "标题的级别", "headline levels", required=True),
        Key("subheads", "插题", Named(SUBHEAD), "插题的几种样子", "how standing subheads look, by name"),
        Key("labels", "栏目", Named(LABEL), "各栏目题的样子", "how standing labels look, by their words"),
        Key(
            "rules",
            "线框",
            Form(
                "rules",
                (
                    Key(
                        "column",
                        "栏线",
                        Form(
                            "rule_style",
                            (
                                Key("weight", "粗细", LENGTH, "粗细", "weight", required=True),
                                Key("ink", "颜色", INK, "颜色", "ink"),
                            ),
                        ),
                        "栏线和稿件之间的线",
                        "rules between stories and columns",
                        required=True,
                    ),
                    Key(
                        "box",
                        "方框",
                        Form(
                            "box_style",
                            (
                                Key("weight", "粗细", LENGTH, "粗细", "weight", required=True),
                                Key("ink", "颜色", INK, "颜色", "ink"),
                                Key("padding", "内空", LENGTH, "框内的空", "padding", required=True),
                            ),
                        ),
                        "加框稿件的框",
                        "frames of boxed stories",
                        required=True,
                    ),
                    Key(
                        "keyline",
                        "图片线",
                        Form("keyline", (Key("weight", "粗细", LENGTH, "粗细", "weight", required=True),)),
                        "图片四周的细线",
                        "the thin line round pictures",
                        required=True,
                    ),
                ),
            ),
            "线和框",
            "rules and frames",
            required=True,
        ),
        Key("separators", "分隔", SEPARATORS, "稿件之间的线和空", "rules and white between stories"),
        Key("frames", "边框", Named(FRAME), "稿件边框的几种样子", "frames of stories, by name"),
        Key(
            "pictures",
            "图片",
            PICTURE_STYLE,
            "图片四周的空",
            "white around pictures",
            required=True,
        ),
        Key("panels", "固定内容", Named(PANEL), "报头、报眉等", "nameplate, folio …"),
        Key("templates", "模板", Named(TEMPLATE), "版的几种模板", "page templates", required=True),
        Key("jumps", "转版", JUMPS, "转版的说法", "the words of jump lines"),
        Key("advert_label", "广告标", TEXT, "广告的标记", "the label of adverts"),
        Key("checks", "检查", CHECKS, "检查的尺度", "what the checker holds pages against"),
        Key("press", "印刷", FILLED, "印刷条件（styles/press/ 里的名字）", "the press, a name in styles/press/"),
        Key("adverts", "广告", ADVERTS, "广告的规格", "sizes of adverts"),
        Key("tables", "表格", TABLES, "表格的线", "rules of tables"),
        Key("charts", "图表", CHARTS, "图表的颜色", "inks of charts"),
        Key(
            "signatures",
            "签发",
            Many(FILLED, one_alone=True, most=20),
            "付印以前要由谁签样，按职务；不写就是值班总编",
            "the roles that sign a page before it may be printed; 值班总编 when absent",
        ),
        Key("fold", "中缝", FOLD, "中缝的空、线和题", "white, rules and title of the strip at the fold"),
    ),
)
