"""What can be wrong with the place things were given."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

OVERSET = Kind(
    "LAY001",
    Severity.ERROR,
    zh="稿件“{story}”排不下：多出 {characters} 字、{lines} 行",
    en="story “{story}” does not fit: {characters} characters, {lines} lines too many",
    hint_zh="删 {characters} 字，或把它的框加高、加宽，或转到后面的版{ends_zh}",
    hint_en="cut {characters} characters, or make its boxes larger, or continue it on a later page{ends_en}",
    why_zh="掉尾巴是报纸最重的版面差错。排不下的字从不悄悄丢掉：大样照出并用红色标明，付印文件则不写。",
    why_en="A lost tail is the worst fault of a page. Text that does not fit is never dropped in silence: the proof is "
    "made with the place marked in red, press files are not written.",
)

UNDERFULL = Kind(
    "LAY002",
    Severity.WARNING,
    zh="稿件“{story}”排不满：还空 {lines} 行（约 {characters} 字）",
    en="story “{story}” is short: {lines} lines (about {characters} characters) are left empty",
    hint_zh="补 {lines} 行，或把框{smaller_zh}{ends_zh}",
    hint_en="add {lines} lines, or make the box {smaller_en}{ends_en}",
    why_zh="各栏末行齐平之后，框底还空着整行。小的空白会被当成开天窗。",
    why_en="After the legs were levelled, whole lines stay empty at the foot of the box; readers see a hole.",
)

HEAD_TOO_WIDE = Kind(
    "LAY003",
    Severity.ERROR,
    zh="{part}“{text}”太长：最小字号仍多 {characters} 字",
    en="the {part} “{text}” is too long: {characters} characters over at the smallest size",
    hint_zh="改短，分成两行，或加宽标题",
    hint_en="shorten it, give it in two lines, or widen the headline",
    why_zh="标题超出给它的栏宽，会压到邻栏。",
    why_en="A head wider than its columns would run into the neighbouring column.",
)

NO_ROOM = Kind(
    "LAY004",
    Severity.ERROR,
    zh="稿件“{story}”的框里没有排正文的位置：标题占 {head} 行，框高 {lines} 行",
    en="the box of story “{story}” has no room for text: the headline takes {head} of its {lines} lines",
    hint_zh="加高框，或用小一级的标题",
    hint_en="make the box higher, or use a smaller headline level",
    why_zh="标题、图片占满了框，正文一行也排不进。",
    why_en="Headline and pictures fill the box; not one line of text fits.",
)

PICTURE_FLAT = Kind(
    "LAY005",
    Severity.ERROR,
    zh="图片“{picture}”的位置太矮：说明之外不足 {least} 毫米",
    en="the place of picture “{picture}” is too low: less than {least} mm beside its caption",
    hint_zh="加高图片的行数，或缩短说明",
    hint_en="give the picture more lines, or shorten the caption",
    why_zh="图片的行数包括说明；说明占去太多，图就没有了。",
    why_en="A picture's lines include its caption; a long caption can leave no picture.",
)

COARSE_PICTURE = Kind(
    "LAY006",
    Severity.NOTE,
    zh="图片“{picture}”按这个尺寸只有 {ppi} ppi，宜 200 以上",
    en="picture “{picture}” has only {ppi} ppi at this size; 200 and more is advised",
    hint_zh="换大图，或排小一些",
    hint_en="use a larger file or a smaller place",
    why_zh="新闻纸 100 线网屏需要约 200 ppi；再低就看得出模糊。",
    why_en="A 100-line screen on newsprint wants about 200 ppi; with less the picture looks soft.",
)

ADVERT_RESIZED = Kind(
    "LAY040",
    Severity.WARNING,
    zh="广告“{picture}”成品是 {size} 毫米，这个位置只能印成 {room} 毫米（{scale} %）",
    en="advert “{picture}” is {size} mm; in this place it prints as {room} mm ({scale} %)",
    hint_zh="改位置的栏数、行数，或请来稿方按版面尺寸重做",
    hint_en="change its columns and lines, or ask for a file of the place's size",
    why_zh="广告按尺寸卖；缩放过的广告小字可能看不清，线条可能太细。",
    why_en="Adverts are sold by size, and scaling can make small type and thin lines unprintable.",
)

HEAD_COVERED = Kind(
    "LAY008",
    Severity.ERROR,
    zh="图片“{picture}”压住了稿件“{story}”的标题",
    en="picture “{picture}” covers the headline of story “{story}”",
    hint_zh="标题下面从第 {first} 行起可以放图",
    hint_en="below the headline pictures may stand from line {first} on",
    why_zh="标题有多高由它的各部分决定；图片叠上去，字就看不清了。",
    why_en="A headline's height follows from its parts; words under a picture cannot be read.",
)

HEAD_TOO_TALL = Kind(
    "LAY030",
    Severity.ERROR,
    zh="稿件“{story}”的标题要 {needed} 行，只给了 {lines} 行",
    en="the headline of story “{story}” needs {needed} lines and was given {lines}",
    hint_zh="给 {needed} 行，减少标题的部分，或用小一级的标题",
    hint_en="give it {needed} lines, leave a part out, or use a smaller level",
    why_zh="标题用最小的字号也放不进给它的行数，会压到正文。",
    why_en="Even at its smallest size the head would run into the text under it.",
)

HEAD_CONTRAST = Kind(
    "LAY031",
    Severity.WARNING,
    zh="稿件“{story}”的标题压在图片“{picture}”上不够分明：对比度 {contrast}，要 {least}",
    en="the headline of story “{story}” stands out too little from picture “{picture}”: contrast {contrast} of {least}",
    hint_zh="挪到图上平静的地方，换一种颜色，或衬底色",
    hint_en="move it to a calmer part of the picture, use another ink, or a tint",
    why_zh="压图题下面明暗不匀，字就读不清；新闻纸上比屏幕上更糟。",
    why_en="Words over a restless or middling ground are hard to read, on newsprint more than on a screen.",
)

HEAD_NO_PICTURE = Kind(
    "LAY032",
    Severity.ERROR,
    zh="稿件“{story}”的标题要压图，可是它下面没有图片",
    en="the headline of story “{story}” is to stand on a picture, and there is none under it",
    hint_zh="标题的 at 要在一张图片的框里",
    hint_en="its place (at) has to lie inside the box of a picture",
    why_zh="题压图要先有图。",
    why_en="A head over a picture needs one.",
)

HEAD_OVER_OTHER = Kind(
    "LAY033",
    Severity.ERROR,
    zh="稿件“{story}”的标题压住了“{other}”",
    en="the headline of story “{story}” covers “{other}”",
    hint_zh="标题占到第 {last} 行；挪开其中一个",
    hint_en="the headline reaches line {last}; move one of them",
    why_zh="盖题有自己的位置，高度由它的各部分决定。",
    why_en="A head with a place of its own is as high as its parts make it.",
)

JUMP_UNUSED = Kind(
    "LAY007",
    Severity.ERROR,
    zh="稿件“{story}”在 {page} 版之前已经排完，这里没有可接的文字",
    en="story “{story}” ends before page {page}; nothing is left to continue here",
    hint_zh="删去这个续文位置，或缩小前面的框",
    hint_en="remove this continuation, or make the earlier boxes smaller",
    why_zh="印了“下转”却没有下文，或留着空框，都是转版差错。",
    why_en="A jump line without a continuation, or an empty box waiting for one, misleads the reader.",
)

BOX_FULL = Kind(
    "LAY044",
    Severity.ERROR,
    zh="“{title}”的框放不下：多 {lines} 行",
    en="the box “{title}” is too small: {lines} lines find no room",
    hint_zh="加高框，或少放几条",
    hint_en="make the box higher, or put less into it",
    why_zh="导读、天气、报眼里的字也不能丢。",
    why_en="What a contents box, the weather or an ear says may not be lost either.",
)

PANEL_TOO_SMALL = Kind(
    "LAY042",
    Severity.WARNING,
    zh="{page} 版的固定内容“{text}”比它的位置{what_zh} {over} 毫米",
    en="the fixed text “{text}” of page {page} is {over} mm {what_en} than its place",
    hint_zh="改短样式里的字段，或改小字号",
    hint_en="shorten the style's field, or set it smaller",
    why_zh="报头、报眉的字超出位置，会压到旁边的内容或版心以外。",
    why_en="Fixed matter larger than its place runs into its neighbour or out of the type area.",
)

COLOUR_LOST = Kind(
    "LAY043",
    Severity.WARNING,
    zh="{page} 版印 {ink_zh}，版上有 {count} 处彩色：{what}",
    en="page {page} is printed in {ink}; {count} things on it are in colour: {what}",
    hint_zh="换成黑白的图，或把这一版改成彩色（ink: colour）",
    hint_en="use pictures in black, or print the page in colour (ink: colour)",
    why_zh="黑白版印不出彩色：付印时转成灰，层次要在屏幕上先看过。",
    why_en="A page in black prints colour as grey; how it will look wants to be seen beforehand.",
)

HOLE_LEFT = Kind(
    "LAY041",
    Severity.WARNING,
    zh="{page} 版要补白的空还剩 {lines} 行，没有合适的短稿",
    en="{lines} lines of a hole on page {page} are left: no filler fits",
    hint_zh="在这一期的 fillers 里多备几条长短不同的短稿",
    hint_en="keep more fillers of different lengths in the edition's fillers",
    why_zh="补白从备用短稿里选最合适的，每条只用一次。",
    why_en="A hole takes whichever fillers leave the least of it empty; each is used once.",
)

MISSING_CHARACTER = Kind(
    "TXT001",
    Severity.ERROR,
    zh="稿件“{story}”里的“{character}”（U+{code}）没有字形：{faces} 都没有这个字",
    en="“{character}” (U+{code}) in story “{story}” has no glyph: none of {faces} has it",
    hint_zh="在 fonts/faces.yaml 里给 {role} 加一个有这个字的字体，或画一个 fonts/glyphs/U+{code}.svg",
    hint_en="add a face that has it to {role} in fonts/faces.yaml, or draw it as fonts/glyphs/U+{code}.svg",
    why_zh="缺字印出来是空框或空白，而且不易看见。",
    why_en="A missing glyph prints as an empty box or as nothing, and is easily overlooked.",
)

LOOSE_LINE = Kind(
    "TXT002",
    Severity.WARNING,
    zh="稿件“{story}”有一行偏松：字距拉开 {opening} 千分之一字（“{text}”）",
    en="a line of story “{story}” is loose: gaps opened by {opening}/1000 em (“{text}”)",
    hint_zh="改动这一段的几个字，或换一个栏宽",
    hint_en="change a few characters of this paragraph, or use another measure",
    why_zh="字距拉开超过 1/8 字，这一行就比邻行灰度浅，看得出来。",
    why_en="Gaps opened by more than an eighth of an em make a line visibly lighter than its neighbours.",
)

FAULTY_LINE = Kind(
    "TXT005",
    Severity.ERROR,
    zh="稿件“{story}”有一行太松：字距拉开 {opening} 千分之一字（“{text}”）",
    en="a line of story “{story}” is far too loose: gaps opened by {opening}/1000 em (“{text}”)",
    hint_zh="改动这一段的几个字，或换一个栏宽",
    hint_en="change a few characters of this paragraph, or use another measure",
    why_zh="字距拉开超过 1/4 字，版面出现白洞。",
    why_en="Gaps opened by more than a quarter em show as holes in the grey of the page.",
)

VERTICAL_FORMS = Kind(
    "TXT011",
    Severity.WARNING,
    zh="字体“{face}”没有 {marks} 的竖排字形：按规则转向、移位",
    en="face “{face}” has no vertical forms of {marks}: they are turned or moved by rule",
    hint_zh="竖排换用有竖排字形（vert）的字体",
    hint_en="take a face with vertical forms (vert) for vertical text",
    why_zh="横排的标点竖着放，位置和方向都不对。",
    why_en="Marks made for lines across stand in the wrong corner of a vertical line.",
)

MARK_FORMS = Kind(
    "TXT007",
    Severity.WARNING,
    zh="字体“{face}”的 {marks} 不在字框的半边，不挤压",
    en="face “{face}” draws {marks} elsewhere than in one half of the cell: they are not trimmed",
    hint_zh="正文换用大陆字形的字体（SC、GB），引号换用全身的",
    hint_en="take a face with mainland forms (SC, GB) and full-width quotes",
    why_zh="台港字形的标点居中，西文引号很窄，挤压会切进笔画，所以保留原宽，行里的空就不匀。",
    why_en="Centred marks and narrow quotes would be cut into; they keep their width, and lines are less even.",
)

HYPHENATED = Kind(
    "TXT006",
    Severity.NOTE,
    zh="稿件“{story}”有一个西文单词在行末拆开：“{text}”",
    en="in story “{story}” a Western word is hyphenated at a line's end: “{text}”",
    hint_zh="要它完整，就改动文字或栏宽；样式里 hyphenate: off 不断词",
    hint_en="change the text or the measure to keep it whole; hyphenate: off in the style turns hyphenation off",
    why_zh="窄栏里不断词，这一行的字就要拉得太开。",
    why_en="Without the hyphen the characters of the line would be opened too far in so narrow a measure.",
)

BENT_RULE = Kind(
    "TXT003",
    Severity.WARNING,
    zh="稿件“{story}”有一处只能从权（{what_zh}）：“{text}”",
    en="in story “{story}” a rule of line composition had to be bent ({what_en}): “{text}”",
    hint_zh="改动这一处的文字或栏宽",
    hint_en="change the text or the measure at this place",
    why_zh="长网址、长数字串等在窄栏里没有合规的断行处。",
    why_en="Long addresses and digit strings have no legal break in a narrow measure.",
)

BYLINE_LONG = Kind(
    "LAY009",
    Severity.WARNING,
    zh="署名有 {characters} 字，一行放不下，排成 {lines} 行",
    en="the byline has {characters} characters and takes {lines} lines",
    hint_zh="写成列表自己分行，或删去几个名字",
    hint_en="give its lines as a list, or name fewer",
    why_zh="署名在空格处分行，一个名字也不丢。",
    why_en="A byline is parted at its blanks; no name is lost.",
)

NORMALISED_STORY = Kind(
    "TXT010",
    Severity.WARNING,
    zh="稿件“{story}”有 {count} 处不是照原样排的：{kinds}",
    en="{count} places of story “{story}” are not set as they were typed: {kinds}",
    hint_zh="paiban check 逐处列出；--fix 改到稿件里",
    hint_en="paiban check lists them one by one; --fix writes them into the story",
    why_zh="误用的标点、空格、看不见的字符按样式里的 normalise 改正；改了什么要有人看过。",
    why_en="Wrong marks, spaces and characters nobody sees are put right as normalise says; somebody should look.",
)

NORMALISED = Kind(
    "TXT004",
    Severity.NOTE,
    zh="稿件“{story}”：“{old}”改作“{new}”（{rule}）",
    en="story “{story}”: “{old}” set as “{new}” ({rule})",
    why_zh="按样式里的 normalise 改正了误用的标点、空格或字符；原稿不动。",
    why_en="A wrong mark, space or character was put right as the style's normalise says; the source is untouched.",
)
