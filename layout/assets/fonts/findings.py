"""What can be wrong with faces."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

ROLE_MISSING = Kind(
    "FNT001",
    Severity.ERROR,
    zh="角色“{role}”没有可用的字体：找过 {looked}",
    en="role “{role}” has no face: looked for {looked}",
    hint_zh="安装其中一个，或在 fonts/faces.yaml 里给这个角色另写一个字体",
    hint_en="install one of them, or give the role another face in fonts/faces.yaml",
    why_zh="每个角色至少要有一个找得到的字体。",
    why_en="Every role needs a face that can be found.",
)

FACE_UNKNOWN = Kind(
    "FNT002",
    Severity.ERROR,
    zh="faces.yaml 里没有叫“{face}”的字体",
    en="faces.yaml has no face “{face}”",
    hint_zh="有的是：{known}",
    hint_en="known are: {known}",
    why_zh="角色里写的字体要在 faces 里定义。",
    why_en="A face named by a role has to be defined under faces.",
)

NO_EMBEDDING = Kind(
    "FNT003",
    Severity.ERROR,
    zh="字体“{face}”不许嵌入（OS/2 fsType）",
    en="face “{face}” forbids embedding (OS/2 fsType)",
    hint_zh="换一个允许嵌入的字体，或向字体厂商要许可",
    hint_en="use a face that may be embedded, or ask its maker for a licence",
    why_zh="没有嵌入的字体，印厂就会拿别的字体顶替。",
    why_en="A font that is not embedded is replaced by another at the press.",
)

FACE_BROKEN = Kind(
    "FNT004",
    Severity.ERROR,
    zh="字体文件“{file}”读不了：{reason}",
    en="font file “{file}” cannot be read: {reason}",
    why_zh="文件坏了，或不是字体。",
    why_en="The file is damaged or is no font.",
)

WHOLE_FACE = Kind(
    "FNT006",
    Severity.WARNING,
    zh="字体“{face}”不许取子集，只能整个嵌入（{bytes} 字节）",
    en="face “{face}” forbids subsets: it is embedded whole ({bytes} bytes)",
    hint_zh="文件会大得多；能换就换一个字体",
    hint_en="the files grow much larger; use another face if you can",
    why_zh="OS/2 fsType 第 8 位说这个字体不许取子集。",
    why_en="Bit 8 of OS/2 fsType says that the face may not be subset.",
)

FACE_OUTSIDE = Kind(
    "FNT007",
    Severity.ERROR,
    zh="字体文件“{path}”不在字体文件夹里（{folders}）",
    en="font file “{path}” is outside the font folders ({folders})",
    hint_zh="把文件放进 fonts/，写从那里起的相对路径",
    hint_en="put the file into fonts/ and write a path relative to it",
    why_zh="faces.yaml 不能读别处的文件。",
    why_en="faces.yaml may not read files from elsewhere.",
)

BAD_GLYPH = Kind(
    "FNT012",
    Severity.ERROR,
    zh="自画的字“{file}”不能用：{reason_zh}",
    en="drawn character “{file}” cannot be used: {reason_en}",
    hint_zh="正方形画布（下边八分之一在基线以下），黑色填充，文件名是 U+ 加码位",
    hint_en="a square box (its lowest eighth below the baseline), black areas, named U+ and the code point",
    why_zh="这个 SVG 要当字形用：字号、颜色由所在的文字定，它自己只能有黑色的形状。",
    why_en="The SVG becomes a glyph: size and ink are those of the text it stands in, so it can be black areas only.",
)

FALLBACK = Kind(
    "FNT005",
    Severity.NOTE,
    zh="角色“{role}”想用“{wanted}”，没有找到，用“{taken}”代替",
    en="role “{role}” wants “{wanted}”, which is not there; “{taken}” stands in",
    hint_zh="`paiban fonts get` 列出能取来的字体",
    hint_en="`paiban fonts get` lists the faces that can be brought",
    why_zh="代替的字体在 faces.yaml 里写明，从不悄悄换。",
    why_en="What stands in is written in faces.yaml; nothing is replaced silently.",
)
