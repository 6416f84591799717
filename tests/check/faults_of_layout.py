"""Faults of layout made by editing the manifest, the stories and the style."""

from __future__ import annotations

from tests.check.clean import ISSUE, STYLE, WORDS, Fault

_EMPTY = frozenset({"LAY002", "LAY110", "LAY111", "LAY112", "LAY114"})
_FULL = frozenset({"LAY001", "LAY110", "LAY112", "LAY114", "LAY122"})
_ADVERT = "    adverts:\n      - {advert: pictures/tea.png, column: 3, columns: 2, line: 52, lines: 9, alt: 望潮茶舍}\n"
_KILN = (
    "      - story: stories/kiln.md\n        at: {column: 3, columns: 2, line: 30, lines: 20}\n"
    "        headline: {level: brief}\n"
)
_RAIL = "at: {column: 1, columns: 3, line: 39, lines: 20}"
_RAIL_HEAD = "港区铁路支线首趟集装箱列车发车"


def _head(name: str, new: str, at: str = "headline:", **more) -> Fault:
    """A fault made by another headline of the railway story."""
    return Fault(name, more.pop("code", "LAY109"), (("rail", _RAIL_HEAD, new),), at=at, also=_FULL | _EMPTY, **more)


LAYOUT = (
    Fault("heads side by side", "LAY101", ((ISSUE, "headline: {level: minor}", "headline: {level: major}"),), at="stories/bus.md", page="A02", also=_FULL | {"LAY124"}, severity="error"),
    Fault("heads side by side, nearly alike", "LAY101", ((ISSUE, "headline: {level: minor}", "headline: {level: major}"), (STYLE, "sizes: [28pt, 26pt, 24pt]", "sizes: [28pt, 22pt]"), ("school", "园区夜校今春开了四十个班", "园区夜校今春开四十班"), ("bus", "园区夜班车跟着下班铃走", "园区夜班车跟着下班铃走不误")), at="stories/bus.md", page="A02", also=_FULL | _EMPTY | {"LAY124"}, severity="warning"),
    Fault("gutter through the page", "LAY103", ((ISSUE, "      - {column: 3, line: 6, lines: 55, direction: down}\n", ""),), at="page: A02", page="A02", severity="warning"),
    Fault("gutter through an interlocking page", "LAY103", ((ISSUE, "number: 2051\n", "number: 2051\nlayout_style: interlocking\n"),), page="A02", severity="error"),
    Fault("white line through the page", "LAY104", ((ISSUE, "column: 3, columns: 2, line: 6, lines: 22}", "column: 3, columns: 2, line: 6, lines: 27}"), (ISSUE, "column: 3, columns: 2, line: 30, lines: 20}", "column: 3, columns: 2, line: 35, lines: 16}"), (ISSUE, "      - {column: 1, columns: 2, line: 34}\n      - {column: 3, columns: 2, line: 28}\n", "")), page="A02", also=_FULL | _EMPTY),
    Fault("legs that jump over a column", "LAY105", ((ISSUE, _RAIL, "at: [{column: 1, columns: 1, line: 39, lines: 20}, {column: 3, columns: 1, line: 39, lines: 20}]"),), at="stories/rail.md", page="A01", also=_FULL | _EMPTY | {"LAY109", "LAY003", "LAY107", "LAY108", "LAY124"}),
    Fault("head narrower than its text", "LAY107", ((ISSUE, _RAIL, "at: [{column: 1, columns: 2, line: 39, lines: 20}, {column: 3, columns: 1, line: 47, lines: 12}]"),), at="stories/rail.md", page="A01", also=_FULL | _EMPTY | {"LAY109", "LAY103"}),
    Fault("leg that no head covers", "LAY107", ((ISSUE, "at: {column: 3, columns: 2, line: 30, lines: 20}", "at: [{column: 3, columns: 1, line: 30, lines: 20}, {column: 4, columns: 1, line: 37, lines: 13}]"),), at="stories/kiln.md", page="A02", also=_FULL | _EMPTY | {"LAY109", "LAY003"}),
    Fault("head too short for its columns", "LAY108", (("kiln", "老窑厂停烧三十年后烧出第一批新瓦", "新瓦出窑"),), at="stories/kiln.md", page="A02"),
    Fault("head wider than its columns", "LAY108", (("market", "东圩菜场添了称重台", "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"),), page="A01", at="stories/market.md", also=_FULL | {"LAY003", "LAY129", "LAY130"}, severity="error"),
    _head("head line begins with a particle", "[港区铁路支线首趟集装箱列车, 的发车时间定在清晨六点]", page="A01"),
    _head("number torn apart in a head", "[港区铁路支线投资12, 亿元首趟列车昨天发车]", page="A01", severity="error"),
    _head("Western word torn apart in a head", "[港区铁路支线首趟PAI, BAN集装箱列车发车]", page="A01", severity="error"),
    _head("name torn apart in a head", "[港区铁路支线首趟列车石望, 川昨天随车采访一路]", page="A01", severity="error"),
    Fault("name of the newsroom's list torn apart in a head", "LAY109", ((WORDS, "", "format: 1\nnames: {曹三舟: 记者}\n"), ("rail", _RAIL_HEAD, "[港区铁路支线首趟列车曹三, 舟昨天随车采访一路]")), at="headline:", page="A01", also=_FULL | _EMPTY, severity="error"),
    _head("one character in a head's last line", "[港区铁路支线首趟集装箱列车, 发]", page="A01"),
    _head("lines of a head too uneven", "[港区铁路支线首趟集装箱列车, 发车了]", page="A01"),
    _head("head line begins with a mark", "[港区铁路支线首趟集装箱列车, ，昨天从新港发车]", page="A01"),
    Fault("few lines under a head", "LAY110", ((ISSUE, "column: 3, columns: 2, line: 6, lines: 22}", "column: 3, columns: 2, line: 6, lines: 6}"),), at="stories/bus.md", page="A02", also=frozenset({"LAY001", "LAY111"}), severity="error"),
    Fault("text left of a vertical head", "LAY135", ((ISSUE, "        at: {column: 3, columns: 2, line: 30, lines: 20}\n        headline: {level: brief}", "        at: {column: 3, columns: 2, line: 30, lines: 20}\n        headline: {level: brief, direction: down, side: right}"),), at="stories/kiln.md", page="A02", also=_FULL | _EMPTY, severity="note"),
    Fault("hole where an advert was", "LAY111", ((ISSUE, _ADVERT, ""),), at="page: A02", page="A02", severity="error"),
    Fault("hole where a story was", "LAY111", ((ISSUE, _KILN, ""),), page="A02", also=frozenset({"COPY104", "LAY104"}), severity="error"),
    Fault("small hole", "LAY111", ((ISSUE, "column: 3, columns: 2, line: 52, lines: 9", "column: 3, columns: 2, line: 54, lines: 7"), (STYLE, "advert_label: 广告\n", "advert_label: 广告\nchecks: {blank_share: 5}\n")), page="A02", severity="warning"),
    Fault("page in the making", "LAY134", ((ISSUE, _KILN, ""), (ISSUE, _ADVERT, ""), (ISSUE, "      - story: stories/school.md\n        at: {column: 1, columns: 2, line: 6, lines: 27}\n        headline: {level: major}\n", "")), page="A02", also=frozenset({"COPY104", "LAY104", "LAY124"}), severity="note"),
    Fault("coarse picture", "PRESS118", ((ISSUE, "column: 2, columns: 2, line: 20, lines: 14}", "column: 1, columns: 3, line: 20, lines: 14}"), (STYLE, "advert_label: 广告\n", "advert_label: 广告\nchecks: {picture_ppi: 160}\n")), at="river.png", page="A01", also=_FULL | _EMPTY, severity="warning"),
    Fault("picture far too coarse", "PRESS118", ((STYLE, "advert_label: 广告\n", "advert_label: 广告\nchecks: {picture_ppi_fault: 250, picture_ppi: 260}\n"),), at="river.png", page="A01", severity="error"),
    Fault("tail that does not fit", "LAY001", (("bus", "", "\n" + "江上的船一只接一只靠了岸。" * 9 + "\n"),), at="line: 6, lines: 22", page="A02", also=frozenset({"COPY101", "LAY114", "LAY122"})),
    Fault("box that stays empty", "LAY002", ((ISSUE, "column: 3, columns: 2, line: 30, lines: 20}", "column: 3, columns: 2, line: 30, lines: 22}"),), at="line: 30, lines: 22", page="A02"),
    Fault("address in a narrow column", "TXT003", (("market", "", "\n网址aHR0cHM6Ly9sYW5jaHVhbi1kYWlseS5leGFtcGxlL21hcmtldC9wcmljZXM。\n"),), at="aHR0", also=_FULL | {"TXT002", "TXT005", "LAY114"}),
    Fault("head larger than the lead's", "LAY124", ((ISSUE, "headline: {level: lead}", "headline: {level: minor}"),), page="A01", at="stories/rail.md", also=_EMPTY | {"LAY007", "LAY108", "LAY105", "LAY126", "LAY101", "LAY106"}),
    Fault("body too small", "PRESS125", ((STYLE, "body: {face: body, size: 9pt,", "body: {face: body, size: 7pt,"),), at="page: A0", also=_EMPTY | {"LAY007", "LAY122", "TXT002", "TXT005", "LAY126", "LAY129"}, severity="error"),
    Fault("type too small", "PRESS125", ((STYLE, "advert-label: {face: sans, size: 7pt", "advert-label: {face: sans, size: 5.5pt"),), page="A02", severity="warning"),
    Fault("jump head that nobody knows again", "LAY126", ((ISSUE, "text: 澜江两岸堤成路 一城人沿水而行", "text: 开发区夜校今春招收四百名新学员"),), at="stories/lead.md", page="A02", severity="warning"),
    Fault("rule in the last line of a story", "LAY129", ((ISSUE, "{column: 1, columns: 3, line: 38}", "{column: 1, columns: 3, line: 37}"),), page="A01"),
    Fault("rule through a head", "LAY129", ((ISSUE, "{column: 3, columns: 2, line: 28}", "{column: 3, columns: 2, line: 31}"),), at="stories/kiln.md", page="A02"),
    Fault("advert without a label", "LAY131", ((ISSUE, "lines: 9, alt: 望潮茶舍", 'lines: 9, label: "", alt: 望潮茶舍'),), at="tea.png", page="A02", severity="error"),
    Fault("boxes that overlap", "STY004", ((ISSUE, "column: 4, columns: 1, line: 32, lines: 27", "column: 3, columns: 2, line: 32, lines: 27"),), at="line: 32"),
    Fault("box outside the type area", "STY003", ((ISSUE, "column: 4, columns: 1, line: 32, lines: 27", "column: 4, columns: 2, line: 32, lines: 27"),), at="line: 32"),
)  # fmt: skip
