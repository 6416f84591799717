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
