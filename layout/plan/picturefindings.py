"""What can be wrong with a picture in its place."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

CAPTION_LONG = Kind(
    "LAY050",
    Severity.ERROR,
    zh="图片“{picture}”的说明太长：多出 {lines} 行（{characters} 字）",
    en="the caption of picture “{picture}” is too long: {lines} lines ({characters} characters) over",
    hint_zh="删短，或把图的框加大，或换一个说明位置",
    hint_en="cut it, give the picture a larger box, or place the caption elsewhere",
    why_zh="说明的字和正文一样，一个也不悄悄丢掉；压在图上的说明最多占图高的三分之一。",
    why_en="No word of a caption is dropped in silence; over a picture it may take a third of its height.",
)

CREDIT_LONG = Kind(
    "LAY051",
    Severity.ERROR,
    zh="图片“{picture}”的作者“{text}”比放它的地方宽",
    en="the credit “{text}” of picture “{picture}” is wider than its place",
    hint_zh="写短一些，或把图放宽",
    hint_en="shorten it, or make the picture wider",
    why_zh="署名只排一行，超出就会压到邻栏。",
    why_en="A credit is one line; a longer one would run into the next column.",
)

NO_CAPTION_COLUMN = Kind(
    "LAY052",
    Severity.ERROR,
    zh="图片“{picture}”只有一栏宽，旁边放不下说明",
    en="picture “{picture}” is one column wide, which leaves no column for its caption beside it",
    hint_zh="至少给两栏，或写 caption_place: below",
    hint_en="give it two columns at least, or write caption_place: below",
    why_zh="图旁的说明自己占一个基本栏。",
    why_en="A caption beside its picture takes a basic column of its own.",
)

LITTLE_SHOWN = Kind(
    "LAY056",
    Severity.WARNING,
    zh="图片“{picture}”（{width} × {height} 像素）和它的框形状差太多：只看得见百分之 {share}",
    en="picture “{picture}” ({width} × {height} pixels) is shaped so unlike its box that {share} % of it is seen",
    hint_zh="写 fit: contain 整幅排，写 crop 自己裁，或改框的形状",
    hint_en="fit: contain shows it whole, crop says which part is meant; or change its box",
    why_zh="没人说过怎么裁，却裁掉了大半，多半不是想要的。",
    why_en="Nobody said how to crop it, and most of it is cropped: hardly what was meant.",
)

NARROW_STRIP = Kind(
    "LAY057",
    Severity.WARNING,
    zh="稿件“{story}”的图旁边只剩 {ems} 字宽，不到 {least} 字，那里不排字",
    en="beside a picture of story “{story}” {ems} em are left, fewer than {least}: no text is set there",
    hint_zh="把图挪到栏边，或缩小、放大",
    hint_en="move the picture to the edge of the column, or make it smaller or larger",
    why_zh="一行排不了几个字，字距就乱；不如空着。",
    why_en="In a line of a few characters nothing can be spaced well; it is better left white.",
)

NOTHING_SHOWN = Kind(
    "LAY053",
    Severity.ERROR,
    zh="图片“{picture}”按这个裁切框什么也看不见：原图只有 {width}×{height} 像素",
    en="this crop shows nothing of picture “{picture}”, which has {width}×{height} pixels",
    hint_zh="四个值依次是左、上、右、下",
    hint_en="the values are left, top, right, bottom",
    why_zh="裁切框落在图的外面，或者混用单位后反了。",
    why_en="The crop lies outside the picture, or its edges are the wrong way round.",
)

ENLARGED = Kind(
    "LAY054",
    Severity.WARNING,
    zh="图片“{picture}”放大到原大的 {scale}%，印出来只有 {ppi} ppi",
    en="picture “{picture}” is enlarged to {scale} % of its own size and has {ppi} ppi",
    hint_zh="换大图，或排小一些",
    hint_en="use a larger file or a smaller place",
    why_zh="小图放大一倍以上，看得出糊。",
    why_en="A small original enlarged to more than twice its size looks soft.",
)

SPREAD_SHORT = Kind(
    "LAY055",
    Severity.ERROR,
    zh="跨版图“{picture}”的左半到第 {column} 栏为止，没有到版心右边的第 {columns} 栏",
    en="the left half of spread “{picture}” ends at column {column}, not at the last one, {columns}",
    hint_zh="左半一直占到最右一栏，右半从第一栏起",
    hint_en="the left half reaches the last column, the right one starts at the first",
    why_zh="两半在折缝处相接，中间不能空栏。",
    why_en="The halves meet in the fold; no column may lie between.",
)
