"""What can keep two versions from being held against each other."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

NO_VERSION = Kind(
    "DIFF001",
    Severity.ERROR,
    zh="{path} 既不是做好的一期，也不是一期的稿件：没有 layout.json，也没有 issue.yaml",
    en="{path} is neither a build nor an edition: it has no layout.json and no issue.yaml",
    hint_zh="给出 paiban build 写出的文件夹，或者有 issue.yaml 的文件夹",
    hint_en="name a folder that paiban build has written, or one with an issue.yaml",
    why_zh="比较的是排好的版：每个字在哪里，要么写在 layout.json 里，要么从稿件现排。",
    why_en="Composed pages are compared: where each character stands is read from layout.json or composed anew.",
)
BROKEN_LAYOUT = Kind(
    "DIFF002",
    Severity.ERROR,
    zh="{path} 读不出来：{reason}",
    en="{path} cannot be read: {reason}",
    hint_zh="重新做一次这一期",
    hint_en="build the edition again",
    why_zh="文件坏了，或者是别的版本写的。",
    why_en="The file is damaged, or another version wrote it.",
)
NO_PAGE_FILE = Kind(
    "DIFF003",
    Severity.ERROR,
    zh="{path} 里没有 {page} 版的 PDF，画不出对照",
    en="{path} has no PDF of page {page} to be shown beside the other",
    hint_zh="重新做一次这一期，或用 --format json 只看清单",
    hint_en="build the edition again, or look at the list alone with --format json",
    why_zh="对照图用做好的 PDF 来画。",
    why_en="The finished PDFs are shown side by side.",
)
