"""What can be said of a file that came in."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

NOT_TAKEN = Kind(
    "INT001",
    Severity.ERROR,
    zh="收不了“{file}”：{reason_zh}",
    en="“{file}” cannot be taken in: {reason_en}",
    why_zh="坏的、认不准的文件不猜着收。",
    why_en="A file that is damaged, or of which it is not sure what it says, is not guessed at.",
)

NOT_CARRIED = Kind(
    "INT002",
    Severity.WARNING,
    zh="“{file}”里有带不过来的：{what_zh} ×{count}（{characters} 字）",
    en="“{file}” has what a story cannot hold: {what_en} ×{count} ({characters} characters)",
    hint_zh="要用的话，另外放到版上",
    hint_en="place it on the page by itself if it is wanted",
    why_zh="稿件只有题、署名、段落和小标题；别的东西点名说出来，由编辑决定。",
    why_en="A story holds heads, bylines, paragraphs and subheads; everything else is named, and the editor decides.",
)

WOULD_BE_LOST = Kind(
    "INT003",
    Severity.ERROR,
    zh="“{file}”第 {paragraph} 段的“{text}”写进稿件就变了样，没有写",
    en="“{text}” in paragraph {paragraph} of “{file}” would not come through as it is; nothing was written",
    hint_zh="把这几个字改一改再收：**、[…]{{…}} 和行首的 ## 在稿件里另有意思",
    hint_en="change these characters first: **, […]{{…}} and ## at a line's start mean something in a story",
    why_zh="收稿前后逐字核对，差一个字也不写。",
    why_en="Every character is compared before and after; with one of them different nothing is written.",
)

READ_AS = Kind(
    "INT004",
    Severity.NOTE,
    zh="“{file}”按 {encoding} 读，原样编回去一个字节也不差",
    en="“{file}” was read as {encoding}; written back it is the same to the byte",
    why_zh="编码是认出来的，又验过。",
    why_en="The encoding was found and proved.",
)

NO_HEADLINE = Kind(
    "INT005",
    Severity.WARNING,
    zh="“{file}”第一段不像标题，先用文件名代替",
    en="the first paragraph of “{file}” does not look like a headline; the file's name stands in",
    hint_zh="在题头的 headline 里写上标题",
    hint_en="write the headline in the front matter",
    why_zh="标题要由编辑写，不从正文里猜。",
    why_en="The headline is the editor's to write; it is not guessed from the body.",
)
