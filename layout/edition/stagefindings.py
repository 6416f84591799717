"""What can be wrong with who has signed which page."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

UNSIGNED = Kind(
    "STAGE001",
    Severity.ERROR,
    zh="{page} 版没有签付印：现在是{stage_zh}，还缺 {missing}",
    en="page {page} is not signed: it is at “{stage_en}”, and {missing} has yet to sign",
    hint_zh="看过清样，运行 paiban sign {page} --as 姓名 --role {role}；试印就加 --unsigned，版边会印上“未签”",
    hint_en="read the proof and run paiban sign {page} --as NAME --role {role}; for a trial add --unsigned, which is "
    "printed beside the page",
    why_zh="没有签字的版上机，错了没有人负责，也没有人知道印的是哪一稿。",
    why_en="A page that nobody signed has nobody answering for it, and no one knows which version was printed.",
)
CHANGED = Kind(
    "STAGE002",
    Severity.WARNING,
    zh="{page} 版签过以后又改了，退回{stage_zh}",
    en="page {page} was changed after it had been signed; it is back at “{stage_en}”",
    hint_zh="用 paiban diff 看改了什么，重看清样再签",
    hint_en="see what changed with paiban diff, read the proof and sign it again",
    why_zh="签的是那一稿；改一个字，就是另一稿。",
    why_en="A signature stands under one version; a changed character makes another.",
)
OTHER_PAGE = Kind(
    "STAGE003",
    Severity.ERROR,
    zh="{page} 版现在是 {now}，不是要签的 {wanted}",
    en="page {page} is {now} now, not the {wanted} that is to be signed",
    hint_zh="重出校样，看过再签",
    hint_en="make the proof again and read it",
    why_zh="看校样的时候稿子又改过，签下去就不是看过的那一稿。",
    why_en="The page was changed while its proof was read; what would be signed is not what was read.",
)
NOT_FOR_THE_END = Kind(
    "STAGE004",
    Severity.ERROR,
    zh="stages.yaml 接不上新记录：要以 records 下的一行行“  - {{…}}”结尾",
    en="stages.yaml cannot be added to: it has to end with the lines “  - {{…}}” of its records",
    hint_zh="记录由 paiban sign 写；改乱了就从版本库里取回",
    hint_en="paiban sign writes it; if it was changed by hand, take it back from version control",
    why_zh="记录只往后加，一行一条。",
    why_en="Records are only added, one a line.",
)
