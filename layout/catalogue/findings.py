"""What can be wrong with packages that are taken in or kept."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

BAD_PACKAGE = Kind(
    "CAT001",
    Severity.ERROR,
    zh="{package} 不是能收的存档包：{reason}",
    en="{package} is no package that can be taken in: {reason}",
    hint_zh="存档包由 paiban archive 做成",
    hint_en="packages are made by paiban archive",
    why_zh="目录只收完整、带自己索引的包，别的文件夹不动。",
    why_en="A catalogue takes in whole packages with an index of their own, and leaves other folders alone.",
)
CHANGED_PACKAGE = Kind(
    "CAT002",
    Severity.ERROR,
    zh="{package} 和已收的 {edition} 同名而内容不同",
    en="{package} has the name of {edition}, which is kept, and other content",
    hint_zh="改版重出要写新的 version；旧的一版留着",
    hint_en="a re-issue needs a new version in its manifest; the old one stays",
    why_zh="收过的一期永远不被改写，改正的版是新的版本。",
    why_en="What was taken in is never written over; a corrected page is a new version.",
)
NOT_SOUND = Kind(
    "CAT003",
    Severity.ERROR,
    zh="{edition} 的 {path}：{what}",
    en="{path} of {edition}: {what}",
    hint_zh="从另一份完好的副本取回",
    hint_en="bring it back from a copy that is sound",
    why_zh="文件的校验值和登记的不同，就是损坏、丢失，或后来放进去的。",
    why_en="A file whose hash is not the one listed is damaged; others are missing or were added later.",
)
MANIFEST_CHANGED = Kind(
    "CAT004",
    Severity.ERROR,
    zh="{edition} 的清单文件和收进来时不同",
    en="the manifest of {edition} is not the one that was taken in",
    hint_zh="从另一份完好的副本取回",
    hint_en="bring it back from a copy that is sound",
    why_zh="清单若被改过，包里的文件和它相符也不能说明什么。",
    why_en="When the manifest itself was changed, files that agree with it prove nothing.",
)
GONE = Kind(
    "CAT005",
    Severity.ERROR,
    zh="{edition} 的包不在 {location}",
    en="the package of {edition} is not at {location}",
    hint_zh="搬了地方就用 catalogue add 再收一次",
    hint_en="when it was moved, take it in once more with catalogue add",
    why_zh="目录记着每个包在哪里，找不到就不能查验。",
    why_en="A catalogue knows where each package is; what is not there cannot be checked.",
)
STORE_DAMAGED = Kind(
    "CAT006",
    Severity.ERROR,
    zh="目录文件本身损坏了",
    en="the catalogue's own file is damaged",
    hint_zh="删掉它，用 catalogue add 重新收一遍：一切都在包里",
    hint_en="delete it and take the packages in anew with catalogue add: everything is in them",
    why_zh="目录里的一切都来自各个包，随时可以重做。",
    why_en="Everything in a catalogue comes from the packages and can be made anew.",
)
