"""What can be wrong with an archive's package, or keep an edition from being made again from it."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

BAG_FAULT = Kind(
    "ARCH001",
    Severity.ERROR,
    zh="存档包里的 {path}：{what}",
    en="{path} in the package: {what}",
    hint_zh="从另一份完好的副本取回",
    hint_en="bring it back from a copy that is sound",
    why_zh="包里每个文件都有登记的校验值；对不上就是坏了、少了，或是后来放进去的。",
    why_en="Every file of a package is listed with its hash; what does not agree is damaged, missing, or added later.",
)
NO_RECORD = Kind(
    "ARCH002",
    Severity.ERROR,
    zh="包里没有能读的 build.json：{reason}",
    en="the package has no build.json that can be read: {reason}",
    hint_zh="这不是 paiban archive 做的包，或者做它的版本更新",
    hint_en="it was not made by paiban archive, or by a newer version",
    why_zh="build.json 记着用什么版本、什么字体做的，没有它就不知道怎样重做。",
    why_en="build.json says with which versions and faces it was made; without it nobody knows how to make it again.",
)
SUPPLY_FONT = Kind(
    "ARCH003",
    Severity.ERROR,
    zh="字体“{face}”按许可不能放进包里：请提供 {file}（SHA-256 {sha256}）",
    en="the licence of “{face}” keeps it out of the package: supply {file} (SHA-256 {sha256})",
    hint_zh="把文件照这个名字放进一个文件夹，用 --supply 指出来",
    hint_en="put it under this name in a folder and name the folder with --supply",
    why_zh="版面的每个字节都取决于字体文件，换一个就不是原来的版。",
    why_en="Every byte of the pages depends on the font files; with another one they are not the same pages.",
)
OTHER_VERSION = Kind(
    "ARCH004",
    Severity.WARNING,
    zh="{name} 的版本不同：做包时是 {wanted}，这里是 {there}",
    en="another version of {name}: {wanted} made the package, {there} is here",
    hint_zh="装上原来的版本再做",
    hint_en="install the version it was made with",
    why_zh="同样的版本才保证同样的字节。",
    why_en="The same bytes come from the same versions only.",
)
OTHER_FACE = Kind(
    "ARCH005",
    Severity.ERROR,
    zh="字体“{face}”不是原来的文件：应是 SHA-256 {sha256}，这里是 {there}",
    en="“{face}” is another file: SHA-256 {sha256} is meant, {there} is here",
    hint_zh="装上原来的字体包",
    hint_en="install the font package it was made with",
    why_zh="版面的每个字节都取决于字体文件。",
    why_en="Every byte of the pages depends on the font files.",
)
REBUILT_DIFFERS = Kind(
    "ARCH006",
    Severity.ERROR,
    zh="重做的 {path} 和包里的不同",
    en="{path} made again is not the one in the package",
    hint_zh="看上面有没有版本或字体不同",
    hint_en="see above whether versions or faces differ",
    why_zh="同样的来源、版本和字体应当给出同样的字节。",
    why_en="The same sources, versions and faces have to give the same bytes.",
)
