"""What can be wrong with a manifest or a story."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

PAGE_TWICE = Kind(
    "EDN001",
    Severity.ERROR,
    zh="{page} 版写了两次",
    en="page {page} stands twice",
    hint_zh="每个版次只能有一版",
    hint_en="every page has a name of its own",
    why_zh="两版同名，转版和版次都会乱。",
    why_en="Two pages of one name confuse jumps and folios.",
)

PAGE_ORDER = Kind(
    "EDN002",
    Severity.WARNING,
    zh="{page} 版排在 {before} 版之后，版次不是从小到大",
    en="page {page} comes after page {before}: the pages are not in order",
    why_zh="版序多半是写错了。",
    why_en="Most likely a slip of the pen.",
)

OUTSIDE_NEWSROOM = Kind(
    "EDN003",
    Severity.ERROR,
    zh="“{path}”不在这个编辑部的文件夹里：{reason_zh}",
    en="“{path}” is not allowed, it leaves the newsroom's folder: {reason_en}",
    hint_zh="用清单所在文件夹起的相对路径，不用 ..、绝对路径和网址",
    hint_en="write a path relative to the manifest, without .., an absolute path or an address",
    why_zh="清单不能读编辑部以外的文件。",
    why_en="A manifest may not read files from elsewhere.",
)

FILE_MISSING = Kind(
    "EDN004",
    Severity.ERROR,
    zh="没有“{path}”这个文件",
    en="there is no file “{path}”",
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
    why_zh="清单点名的稿件和图片必须在。",
    why_en="Stories and pictures named by the manifest have to be there.",
)

NOT_A_FILE = Kind(
    "EDN008",
    Severity.ERROR,
    zh="“{path}”不是普通文件，是{what_zh}",
    en="“{path}” is no file that can be read: {what_en}",
    hint_zh="写文件本身的路径",
    hint_en="write the path of the file itself",
    why_zh="文件夹、设备和管道都不是稿件或图片。",
    why_en="Folders, devices and pipes are neither stories nor pictures.",
)

STORY_TWICE = Kind(
    "EDN005",
    Severity.ERROR,
    zh="稿件“{story}”放了两处（另一处在 {page} 版）",
    en="story “{story}” stands in two places (the other is on page {page})",
    hint_zh="后面那处如果是转版，写 continued: true",
    hint_en="if the later one continues it, write continued: true",
    why_zh="同一篇稿件印两遍是重稿。",
    why_en="The same story printed twice is a grave fault.",
)

NOT_BEGUN = Kind(
    "EDN006",
    Severity.ERROR,
    zh="稿件“{story}”写了 continued，可是前面的版上没有它",
    en="story “{story}” is said to continue, but stands on no earlier page",
    hint_zh="先在前面的版上给它一个位置，或删去 continued",
    hint_en="give it a place on an earlier page, or remove continued",
    why_zh="有“上接”就要有“下转”。",
    why_en="A continuation needs a beginning.",
)

SAME_PAGE = Kind(
    "EDN020",
    Severity.ERROR,
    zh="稿件“{story}”在 {page} 版上又接在自己后面",
    en="story “{story}” goes on on page {page}, where it already stands",
    hint_zh="同一版上文字要流过几个框，就把几个框写在一个 at 里",
    hint_en="to run the text through several boxes of one page, list them in one at",
    why_zh="转版是转到别的版；在同一版上接自己，读者会绕圈子。",
    why_en="A jump leads to another page; one that leads to its own page sends the reader in a circle.",
)

BACKWARDS = Kind(
    "EDN021",
    Severity.ERROR,
    zh="稿件“{story}”在 {page} 版接着排，可是它到 {later} 版才开头",
    en="story “{story}” continues on page {page} but begins later, on page {later}",
    hint_zh="把 continued 写在后面的版上",
    hint_en="write continued at the later page",
    why_zh="下文排在上文前面，转版语会倒着转。",
    why_en="The rest would stand before the beginning, and both jump lines would point backwards.",
)

MIXED_DIRECTION = Kind(
    "EDN022",
    Severity.ERROR,
    zh="稿件“{story}”有的地方横排、有的地方竖排",
    en="story “{story}” is set across in one place and down in another",
    hint_zh="各处写一样的 direction",
    hint_en="give every place of it the same direction",
    why_zh="一篇文字只能按一个方向断行。",
    why_en="A text is broken into lines in one direction only.",
)

PICTURE_UNKNOWN = Kind(
    "EDN007",
    Severity.WARNING,
    zh="图片“{picture}”没有说明和署名",
    en="picture “{picture}” has neither caption nor credit",
    hint_zh="在稿件的 pictures 里写 caption 和 credit，或直接写在这里",
    hint_en="write caption and credit in the story's pictures, or here",
    why_zh="新闻图片要有说明和作者。",
    why_en="A news picture needs a caption and its author.",
)

NO_FRONT_MATTER = Kind(
    "EDN010",
    Severity.ERROR,
    zh="稿件开头缺少两行 --- 之间的题头",
    en="the story lacks its front matter between two lines of ---",
    hint_zh="第一行写 ---，接着写 headline: 等，再一行 ---，然后是正文",
    hint_en="the first line is ---, then headline: and the rest, another ---, then the body",
    why_zh="标题、署名都写在题头里。",
    why_en="Headline and byline stand in the front matter.",
)

EMPTY_STORY = Kind(
    "EDN011",
    Severity.ERROR,
    zh="稿件“{story}”没有正文",
    en="story “{story}” has no body",
    why_zh="空稿子会在版上留下一个洞。",
    why_en="An empty story would leave a hole in the page.",
)

MARKUP = Kind(
    "EDN012",
    Severity.NOTE,
    zh="正文不认识这种写法（{what}），照原样当文字排",
    en="the body does not know this markup ({what}); it is set as it stands",
    hint_zh="正文只认空行分段、“## ”小标题和 **着重**",
    hint_en="a body knows paragraphs parted by blank lines, “## ” subheads and **emphasis**",
    why_zh="照原样排，什么也不丢；多半要改写。",
    why_en="It is set as it stands so that nothing is lost; most likely it should be rewritten.",
)

CONTROL_CHARACTER = Kind(
    "EDN013",
    Severity.ERROR,
    zh="正文里有不能排的字符 U+{code}",
    en="the text holds a character that cannot be set: U+{code}",
    hint_zh="删去它",
    hint_en="remove it",
    why_zh="控制字符没有字形，多半是拷贝时带进来的。",
    why_en="Control characters have no shape; most likely they came in with a paste.",
)

LOST_CHARACTER = Kind(
    "EDN015",
    Severity.WARNING,
    zh="这一段可能丢了字：有 {count} 处“{signs}”夹在汉字中间",
    en="characters may have been lost in this paragraph: {count} signs ({signs}) stand amid Han",
    hint_zh="对照原稿补上；要的就是这个符号，就不用管",
    hint_en="compare with the original; if the sign is meant, nothing is to be done",
    why_zh="转码时丢掉的字常常变成 ?、□、■、〓，印出来就是差错。排版引擎不会替你把 ? 改成 ？。",
    why_en="Characters lost in a conversion often become ?, □, ■ or 〓. paiban never makes a ？ of such a ?.",
)

READING_COUNT = Kind(
    "EDN016",
    Severity.ERROR,
    zh="“{text}”有 {characters} 个字，却注了 {readings} 个音",
    en="“{text}” has {characters} characters but {readings} readings",
    hint_zh="一个字一个音，用空格隔开：[澜江]{{拼音 lán jiāng}}",
    hint_en="one reading a character, parted by spaces: [澜江]{{pinyin lán jiāng}}",
    why_zh="音是一个字一个字注的，多了少了就会注错字。",
    why_en="Readings stand over single characters; one too many or too few and they stand over the wrong ones.",
)

HEAD_LINES = Kind(
    "EDN018",
    Severity.WARNING,
    zh="{key} 里有换行或制表符：按 {lines} 行排，{tabs} 个制表符改作空格",
    en="the {key} has line breaks or tabs in it: set in {lines} lines, {tabs} tabs made spaces",
    hint_zh="要分行就写成列表：[第一行, 第二行]",
    hint_en="give its lines as a list: [first, second]",
    why_zh="换行和制表符多半是粘贴时带进来的。",
    why_en="Line breaks and tabs most likely came in with a paste.",
)

UNSUPPORTED_SCRIPT = Kind(
    "EDN019",
    Severity.ERROR,
    zh="正文里有不会排的文字：{script}（“{character}”，U+{code}）",
    en="the text has letters of a script that is not set here: {script} (“{character}”, U+{code})",
    hint_zh="做成图片或线条图放在版上",
    hint_en="place it as a picture or as line art",
    why_zh="藏文、蒙古文、维吾尔文、泰文等要按上下文变形、叠写或从右向左排；一个字母一个字母地排出来就是错的，所以不排。",
    why_en="Tibetan, Mongolian, Arabic, Thai and their like join, stack or run from right to left; set letter by "
    "letter they would be wrong, so they are refused.",
)

NO_PAGES = Kind(
    "EDN014",
    Severity.ERROR,
    zh="这一期一个版也没有",
    en="the edition has no pages",
    why_zh="没有版就没有可做的。",
    why_en="Without pages there is nothing to make.",
)

NOT_FACING = Kind(
    "EDN041",
    Severity.ERROR,
    zh="{pages} 不是对照的两版",
    en="{pages} are not two facing pages of this edition",
    hint_zh="一版在右，所以对照的是双数版和它后面的单数版，像 [A02, A03]",
    hint_en="page 1 lies on the right, so an even page faces the odd one after it: [A02, A03]",
    why_zh="跨版的图和中缝要印在摊开时相邻的两版上。",
    why_en="What runs over the fold needs two pages that lie side by side when the paper is open.",
)
