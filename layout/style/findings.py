"""What can be wrong with a style, or with a manifest held against it."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

UNKNOWN_PAPER = Kind(
    "STY001",
    Severity.ERROR,
    zh="没有“{paper}”这份样式；有的是：{known}",
    en="there is no style “{paper}”; known are: {known}",
    hint_zh="样式放在 styles/{paper}/style.yaml 或 styles/{paper}.yaml",
    hint_en="a style stands in styles/{paper}/style.yaml or styles/{paper}.yaml",
    why_zh="清单的 paper 点名一份样式。",
    why_en="The manifest's paper names a style.",
)

UNKNOWN_NAME = Kind(
    "STY002",
    Severity.ERROR,
    zh="样式里没有叫“{name}”的{what_zh}；有的是：{known}",
    en="the style has no {what_en} “{name}”; known are: {known}",
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
    why_zh="模板、标题级别、字样、网格都在样式里起名字。",
    why_en="Templates, headline levels, types and grids are named in the style.",
)

FRAME_TIGHT = Kind(
    "STY020",
    Severity.ERROR,
    zh="边框“{frame}”里的文字离线太近，不到半个字",
    en="text in the frame “{frame}” would stand nearer than half an em to its line",
    hint_zh="加大 padding，或让 lines 至少是 1",
    hint_en="give it more padding, or at least one of lines",
    why_zh="线贴着字，像排错了，印出来也容易糊在一起。",
    why_en="A line that touches text looks like a fault, and ink closes the gap on the press.",
)

JUMP_WORDS = Kind(
    "STY021",
    Severity.ERROR,
    zh="转版语“{words}”不成：要写明是哪一版，只能用 {fields}",
    en="the jump line “{words}” cannot be set: it has to name the page, with {fields} alone",
    hint_zh="比如“（下转第{{han}}版）”“（下转{{page}}版·{{section}}）”",
    hint_en="for example （下转第{{han}}版） or （下转{{page}}版·{{section}}）",
    why_zh="转版语不写版次，读者找不到下文。",
    why_en="A jump line that does not name its page is of no use to the reader.",
)

OUTSIDE = Kind(
    "STY003",
    Severity.ERROR,
    zh="框超出版心：到第 {column} 栏、第 {line} 行，版心只有 {columns} 栏、{lines} 行",
    en="the box leaves the type area: it reaches column {column}, line {line} of {columns} columns, {lines} lines",
    hint_zh="column、columns、line、lines 都从版心左上角数起，从 1 开始",
    hint_en="columns and lines count from 1 from the type area's top left",
    why_zh="版心之外印不出来，或被裁掉。",
    why_en="What lies outside the type area is cut or not printed.",
)

OVERLAP = Kind(
    "STY004",
    Severity.ERROR,
    zh="“{one}”和“{other}”的框重叠",
    en="the boxes of “{one}” and “{other}” overlap",
    hint_zh="挪开其中一个",
    hint_en="move one of them",
    why_zh="两样东西印在同一处，哪样都读不成。",
    why_en="Two things printed in one place can neither be read.",
)

HOLE_OVERLAPS = Kind(
    "STY061",
    Severity.WARNING,
    zh="“{one}”和“{other}”的框重叠，补白的空没有稿子可填",
    en="the boxes of “{one}” and “{other}” overlap; no filler is given for the hole",
    hint_zh="挪开其中一个",
    hint_en="move one of them",
    why_zh="空着的补白压着稿件，一填就会重叠。",
    why_en="The hole stays empty; filled, it would print over the other.",
)

CIRCLE = Kind(
    "STY005",
    Severity.ERROR,
    zh="样式“{paper}”绕回到了自己（extends）",
    en="style “{paper}” extends itself, directly or through others",
    why_zh="样式要有一个起点。",
    why_en="A chain of styles needs a beginning.",
)

PICTURE_OUTSIDE = Kind(
    "STY006",
    Severity.ERROR,
    zh="图片“{picture}”不在稿件“{story}”的框里",
    en="picture “{picture}” stands outside the boxes of its story “{story}”",
    hint_zh="图片的位置也用整版的栏和行，从 1 数起",
    hint_en="a picture's place is in columns and lines of the page, too, counted from 1",
    why_zh="稿件里的图片要文字绕开它，所以得在稿件的框里；独立的图片写在版的 pictures 下。",
    why_en="Text runs round a story's picture, so it stands in the story's boxes; others go to the page's pictures.",
)

TOO_NARROW = Kind(
    "STY007",
    Severity.ERROR,
    zh="{legs} 栏分不开 {columns} 个基本栏的宽度：每栏不足 {least} 字",
    en="{legs} legs do not fit into {columns} columns: each would have fewer than {least} 字",
    why_zh="太窄的栏排不好中文。",
    why_en="Chinese cannot be set well in so narrow a measure.",
)

TOO_CONDENSED = Kind(
    "STY040",
    Severity.ERROR,
    zh="标题级别“{level}”压得太扁：最多压到 {least}%",
    en="headline level “{level}” may be condensed too far: {least} % is the least",
    hint_zh="写 880 或以上；放不下就减字号或改短标题",
    hint_en="write 880 or more; where that does not fit, take a smaller size or a shorter head",
    why_zh="压扁到 88% 以下，横竖笔画粗细失调，一眼看得出来。",
    why_en="Condensed below 88 %, upright and level strokes no longer match and the head looks squeezed.",
)

SLOT_TWICE = Kind(
    "STY041",
    Severity.ERROR,
    zh="位子“{slot}”用了两次",
    en="slot “{slot}” is taken twice",
    hint_zh="换一个位子，或给其中一个写栏和行",
    hint_en="take another slot, or write columns and lines for one of them",
    why_zh="两样东西不能放在同一个位子。",
    why_en="Two things cannot stand in one slot.",
)

SLOT_EMPTY = Kind(
    "STY042",
    Severity.WARNING,
    zh="模板“{template}”的位子空着：{slots}",
    en="slots of template “{template}” stay empty: {slots}",
    hint_zh="放上稿件、图片或广告，或在样式里给它写 optional: true",
    hint_en="put a story, a picture or an advert there, or write optional: true in the style",
    why_zh="空着的位子印出来就是开天窗。",
    why_en="An empty slot is a hole in the printed page.",
)

ADVERT_SIZE = Kind(
    "STY043",
    Severity.WARNING,
    zh="广告规格“{size}”（{width}×{height} mm）和栏不合：最近的是 {columns} 栏 {lines} 行，{snapped}",
    en="advert size “{size}” ({width} × {height} mm) does not fit the columns: the nearest is {columns} columns, "
    "{lines} lines, {snapped}",
    hint_zh="换一种规格，或在样式的 adverts.slack 里放宽容差",
    hint_en="take another size, or allow more in the style's adverts.slack",
    why_zh="广告占整栏整行，才不挤正文；差得太多，就不是客户买的尺寸了。",
    why_en="Adverts take whole columns and lines; too far off, it is not the size the client paid for.",
)

DATA_MISSING = Kind(
    "STY044",
    Severity.WARNING,
    zh="报纸必须刊出的“{zh}”没有写：样式的 identity.fields 里缺 {field}",
    en="the paper's {field}, which every issue has to print, is missing from the style's identity.fields",
    hint_zh="《报纸出版管理规定》（2005）要求每期在固定位置刊出",
    hint_en="the rules for newspapers of 2005 ask for it at a fixed place in every issue",
    why_zh="缺了法定的版本记录，报纸不合规。内部资料写 permit（准印证号）代替 cn。",
    why_en="An issue without its standing data breaks the rules. Internal papers write permit instead of cn.",
)

DATA_UNPRINTED = Kind(
    "STY045",
    Severity.WARNING,
    zh="“{zh}”（{field}）没有印在这一期的任何一版上",
    en="{field} is not printed on any page of this edition",
    hint_zh="把 {{{field}}} 写进报头、报眉或报脚",
    hint_en="write {{{field}}} into the nameplate, a folio or the foot",
    why_zh="《报纸出版管理规定》（2005）要求每期在固定位置刊出。",
    why_en="The rules for newspapers of 2005 ask for it at a fixed place in every issue.",
)

WRONG_NUMBER = Kind(
    "STY046",
    Severity.WARNING,
    zh="期号不对：{date} 应是第 {expected} 期，写的是 {got}",
    en="the running number does not follow: {date} should be {expected}, not {got}",
    hint_zh="改期号；中间有休刊，就写进样式的 identity.numbering.without",
    hint_en="correct it; days without an issue belong into the style's identity.numbering.without",
    why_zh="总期号每期加一，错了就没法查对。",
    why_en="Running numbers go up by one an issue; a wrong one confuses every archive.",
)

NO_ISSUE_DAY = Kind(
    "STY047",
    Severity.WARNING,
    zh="{date}（{weekday}）不是出版日",
    en="{date} ({weekday}) is not a publication day",
    hint_zh="日期写错了，或者该写 kind: extra、supplement",
    hint_en="the date may be wrong, or kind: extra or supplement is meant",
    why_zh="日期、星期、期号要从一处算起，互相对得上。",
    why_en="Date, weekday and running number have to agree.",
)

NOT_A_SIZE = Kind(
    "STY048",
    Severity.ERROR,
    zh="不认识广告规格“{size}”；有的是：{known}",
    en="there is no advert size “{size}”; known are: {known}",
    hint_zh="也可以写“350mm x 120mm”",
    hint_en="“350mm x 120mm” may be written, too",
    why_zh="规格在样式的 adverts.sizes 里起名字。",
    why_en="Sizes are named in the style's adverts.sizes.",
)

LABEL_FAINT = Kind(
    "STY049",
    Severity.WARNING,
    zh="“广告”标记太淡：墨 {ink}%，至少要 {dark}%",
    en="the advert label is too pale: {ink} % ink, where at least {dark} % is wanted",
    hint_zh="改样式里的 types.advert-label",
    hint_en="change types.advert-label of the style",
    why_zh="广告法第十四条：广告要让读者一眼认得出是广告。",
    why_en="The Advertising Law (article 14) wants adverts to be recognised as such.",
)
