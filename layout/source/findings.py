"""What can be wrong with a source file before its meaning is looked at."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

UNREADABLE = Kind(
    "SRC001",
    Severity.ERROR,
    zh="读不了这个文件：{reason}",
    en="this file cannot be read: {reason}",
    hint_zh="看看路径写得对不对，文件在不在",
    hint_en="check the path, and that the file is there",
    why_zh="清单或样式点名的文件必须读得到。",
    why_en="A file named by the manifest or the style has to be there.",
)

ENCODING = Kind(
    "SRC002",
    Severity.ERROR,
    zh="文件不是 UTF-8 编码：第 {byte} 字节（从 0 数）是 0x{value}{guess}",
    en="the file is not UTF-8: byte {byte} (from 0) is 0x{value}{guess}",
    hint_zh="用编辑器另存为 UTF-8；稿件也可以在清单里写 encoding: gb18030",
    hint_en="save it as UTF-8; a story's encoding may also be named in the manifest: encoding: gb18030",
    why_zh="编码猜错会把字变成别的字，所以从不猜，只提示。",
    why_en="A wrong guess turns characters into others, so the encoding is named, never guessed.",
)

TOO_LARGE = Kind(
    "SRC003",
    Severity.ERROR,
    zh="文件有 {size} 字节，超过上限 {limit} 字节",
    en="the file has {size} bytes; at most {limit} are read",
    why_zh="一份清单或一篇稿件不会这么大，多半是文件放错了。",
    why_en="No manifest or story is that large; most likely it is the wrong file.",
)

YAML_SYNTAX = Kind(
    "SRC010",
    Severity.ERROR,
    zh="YAML 写法有错：{problem}",
    en="this is not valid YAML: {problem}",
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
    why_zh="YAML 用半角冒号加空格分隔键和值，用空格缩进。",
    why_en="YAML parts key and value by an ASCII colon and a space, and indents with spaces.",
)

DUPLICATE_KEY = Kind(
    "SRC011",
    Severity.ERROR,
    zh="“{key}”写了两次，第一次在第 {line} 行",
    en="“{key}” stands twice; the first time in line {line}",
    hint_zh="删去一个",
    hint_en="remove one of them",
    why_zh="YAML 会悄悄丢掉一个，所以必须改。",
    why_en="YAML would silently drop one of them.",
)

UNKNOWN_KEY = Kind(
    "SRC012",
    Severity.ERROR,
    zh="不认识“{key}”",
    en="unknown key “{key}”",
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
    why_zh="写错的键会让人以为设定已经生效。",
    why_en="A misspelt key looks as if it had taken effect.",
)

MISSING_KEY = Kind(
    "SRC013",
    Severity.ERROR,
    zh="缺少“{key}”（{zh}）",
    en="“{key}” is missing",
    why_zh="没有它就排不了。",
    why_en="It cannot be done without.",
)

WRONG_VALUE = Kind(
    "SRC014",
    Severity.ERROR,
    zh="“{value}”不对：要写{allowed_zh}",
    en="“{value}” will not do: {allowed_en} is wanted",
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
    why_zh="值的写法见 issues/README.md 和 styles/README.md。",
    why_en="The values are described in issues/README.md and styles/README.md.",
)

TOO_MANY = Kind(
    "SRC016",
    Severity.ERROR,
    zh="这里有 {count} 项（字），超过上限 {limit}",
    en="{count} entries (or characters) stand here; at most {limit} may",
    hint_zh="分成几份，或看看是不是放错了文件",
    hint_en="part it, or see whether it is the wrong file",
    why_zh="上限保证一份坏文件不会占满内存和时间；真的报纸到不了这个数。",
    why_en="The limit keeps a bad file from taking all memory and time; no real paper comes near it.",
)

FORBIDDEN_CHARACTER = Kind(
    "SRC017",
    Severity.ERROR,
    zh="这个值里有不能排的字符 U+{code}",
    en="the value holds a character that cannot be set: U+{code}",
    hint_zh="删去它",
    hint_en="remove it",
    why_zh="控制字符、颠倒文字次序的字符和坏字都不能印。",
    why_en="Controls, characters that turn the order of text about, and damaged ones cannot be printed.",
)

NOT_ALLOWED = Kind(
    "SRC015",
    Severity.ERROR,
    zh="这里不能用 {what}",
    en="{what} cannot be used here",
    hint_zh="写成普通的文字和数字",
    hint_en="write plain text and numbers",
    why_zh="标签、锚点和多文档会让清单难读，也有安全风险，所以不收。",
    why_en="Tags, anchors and several documents make a manifest hard to read and are a risk; they are refused.",
)
