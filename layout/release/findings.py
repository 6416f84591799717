"""What the proof of completeness can find."""

from __future__ import annotations

from layout.diagnostics import Kind, Severity

PAGE_DIFFERS = Kind(
    "CERT001",
    Severity.ERROR,
    zh="{file} 的 {page} 版和证书不符：第 {at} 个字起，应是“{expected}”，读出“{found}”",
    en="{file}, page {page}, is not what was certified: from character {at} “{expected}” was meant, “{found}” is read",
    hint_zh="不要付印；重做这个文件",
    hint_en="do not print it; make the file again",
    why_zh="从做好的文件里读回来的字，要和排进去的一个不差。",
    why_en="What is read back from a finished file has to be what was set, character by character.",
)
STORY_DIFFERS = Kind(
    "CERT002",
    Severity.ERROR,
    zh="稿件“{story}”在 {page} 版第 {line} 行起和原稿不符：应是“{expected}”，读出“{found}”",
    en="“{story}” differs from its source on page {page}, line {line}: “{expected}” was meant, “{found}” is read",
    hint_zh="不要付印；重做这个文件",
    hint_en="do not print it; make the file again",
    why_zh="原稿的每一个字都要按次序印出来，只印一次。",
    why_en="Every character of a story is printed, in order, once.",
)
SOURCE_CHANGED = Kind(
    "CERT003",
    Severity.ERROR,
    zh="稿件“{story}”的文件在出报以后改过",
    en="the file of story “{story}” was changed after the pages were made",
    hint_zh="重做版面，或恢复当时的稿件",
    hint_en="make the pages again, or bring the story of that time back",
    why_zh="版上的字和现在的稿件对不上，证书就不再成立。",
    why_en="The certificate speaks of another text than the file now holds.",
)
FILE_MISSING = Kind(
    "CERT004",
    Severity.ERROR,
    zh="少了文件 {file}",
    en="file {file} is missing",
    hint_zh="重做版面",
    hint_en="make the pages again",
    why_zh="证书上的文件要齐。",
    why_en="Every file of the certificate has to be there.",
)
BYTES_DIFFER = Kind(
    "CERT005",
    Severity.WARNING,
    zh="{file} 不是出证书时的那个文件",
    en="{file} is not the file that was certified",
    hint_zh="另存或加工过的文件，付印前重做",
    hint_en="a file saved again or worked on is made again before the press",
    why_zh="字节变了，就是经过了别的手。",
    why_en="Other bytes mean that it passed through other hands.",
)
NO_CERTIFICATE = Kind(
    "CERT006",
    Severity.ERROR,
    zh="读不了证书：{reason}",
    en="the certificate cannot be read: {reason}",
    hint_zh="给出 paiban build 做出的那个文件夹",
    hint_en="name the folder that paiban build made",
    why_zh="没有 certificate.json，就没有可以对的。",
    why_en="Without certificate.json there is nothing to hold the files against.",
)
UNREADABLE_PDF = Kind(
    "CERT007",
    Severity.ERROR,
    zh="{file} 打不开，或版数不对：{reason}",
    en="{file} cannot be opened, or has another number of pages: {reason}",
    hint_zh="重做版面",
    hint_en="make the pages again",
    why_zh="打不开的文件印不了。",
    why_en="A file that cannot be opened cannot be printed.",
)
NO_SOURCES = Kind(
    "CERT008",
    Severity.WARNING,
    zh="没有找到这一期的清单和稿件，只对了文件和证书",
    en="the edition's manifest and stories were not found: only the files were held against the certificate",
    hint_zh="用 --edition 指明这一期的文件夹",
    hint_en="name the edition's folder with --edition",
    why_zh="对原稿才能证明一字不漏。",
    why_en="Only held against the sources do the files prove that nothing was lost.",
)
