"""Faults of the copy and of fixed matter, made by editing stories, manifest, style and word list."""

from __future__ import annotations

from tests.check.clean import ISSUE, STYLE, WORDS, Fault

_OVER = frozenset({"LAY001"})
# A few characters more or fewer may leave a line free or find no room.
_MOVED = frozenset({"LAY001", "LAY002", "LAY110", "LAY112", "LAY114", "TXT002", "TXT005"})
_LONG = "夜里的江风从桥洞底下穿过来，吹得挂在栏杆上的塑料灯笼一个接一个转圈，卖莲子羹的摊主把炉门又关小了半寸"
_LONGER = (
    _LONG
    + "，说今年的莲子来得晚，要到清明以后才能卖上新的，眼下锅里的还是去年秋天从南湖收上来的那一批，泡了整整一夜才肯软，摊主说着又往锅里添了一勺糖"
)
_PASSAGE = "\n\n".join(("", _LONG + "。", ""))

COPY = (
    Fault("passage in two stories", "COPY101", (("bus", "", f"\n{_LONG}。\n"), ("kiln", "", f"\n{_LONG}。\n")), at="夜里的江风", also=_MOVED, severity="warning"),
    Fault("long passage in two stories", "COPY101", (("bus", "", f"\n{_LONGER}。\n"), ("night", "", f"\n{_LONGER}。\n")), at="夜里的江风", also=_MOVED, severity="error"),
    Fault("paragraph twice in a story", "COPY101", (("school", "", f"\n{_LONG}。\n\n{_LONG}。\n"),), at="夜里的江风", also=_MOVED),
    Fault("placeholder name", "COPY102", (("rail", "本报记者 石望川", "本报记者 XXX"),), at="XXX"),
    Fault("placeholder to be filled in", "COPY102", (("market", "西门菜市", "待补菜市"),), at="待补菜市"),
    Fault("placeholder headline", "COPY102", (("school", "园区夜校今春开了四十个班", "标题标题标题标题标题标题"),), at="标题标题"),
    Fault("lorem ipsum", "COPY102", (("kiln", "", "\nLorem ipsum\n"),), at="Lorem", also=_MOVED | {"TXT002", "TXT005"}),
    Fault("picture twice", "COPY103", ((ISSUE, "    adverts:\n      - {advert: pictures/tea.png, column: 3, columns: 2, line: 52, lines: 9, alt: 望潮茶舍}", "    pictures:\n      - {picture: pictures/river.png, column: 3, columns: 2, line: 52, lines: 9, caption: 傍晚的江边, credit: 文青禾 摄}"),), at="line: 52"),
    Fault("story left out", "COPY104", (("spare", "", "---\nheadline: 雨\n---\n下雨了。\n"),), at="---"),
    Fault("caption without its picture", "COPY105", ((ISSUE, "        pictures:\n          - {picture: pictures/river.png, column: 2, columns: 2, line: 20, lines: 14}\n", ""),), at="picture: pictures/river.png", also=frozenset({"LAY007", "LAY002", "LAY111", "LAY112", "LAY114", "LAY126"})),
    Fault("quote not closed", "COPY106", (("bus", "“等铃”夜线", "“等铃夜线"),), at="“等铃夜线", also=_MOVED),
    Fault("quote not opened", "COPY106", (("bus", "“等铃”夜线", "等铃”夜线"),), at="等铃”", also=_MOVED),
    Fault("quote inside the same quote", "COPY106", (("bus", "“等铃”夜线", "“等“铃”声”夜线"),), at="“等“", also=_MOVED),
    Fault("quote across a bracket", "COPY106", (("bus", "“等铃”夜线", "“等（铃”）夜线"),), at="“等（", also=_MOVED),
    Fault("bracket not closed in a headline", "COPY106", (("bus", "园区夜班车跟着下班铃走", "园区夜班车（跟着下班铃走"),), at="headline"),
    Fault("name in two spellings", "COPY107", (("night", "医院院长麻秋石说", "医院院长麻秋实说"), ("night", "", "\n院长麻秋石说，够了。\n")), at="麻秋", also=_MOVED),
    Fault("forbidden word", "COPY108", ((WORDS, "", "format: 1\nforbid: {公交车: 写公共汽车}\n"),), at="公交车"),
    Fault("form not used here", "COPY111", ((WORDS, "", "format: 1\nprefer: {菜市: 菜场}\n"),), at="西门菜市"),
    Fault("name misspelt after an office", "COPY112", ((WORDS, "", "format: 1\nnames: {麻秋实: 梅园社区医院院长}\n"),), at="麻秋石"),
    Fault("office of another", "COPY112", ((WORDS, "", "format: 1\nnames: {麻秋石: 主任, 石望川: 梅园社区医院院长}\n"),), at="麻秋石"),
    Fault("wrong weekday in a story", "COPY109", (("market", "昨天早市", "3月19日（星期五）早市"),), at="3月19日", also=_MOVED),
    Fault("a day that does not exist", "COPY109", (("market", "昨天早市", "2月30日早市"),), at="2月30日", also=_MOVED),
    Fault("wrong lunar date in a story", "COPY109", (("market", "昨天早市", "3月20日（农历二月初三）早市"),), at="二月初三", also=_MOVED),
    Fault("yesterday with another date", "COPY109", (("market", "昨天早市", "昨天（3月18日）早市"),), at="3月18日", also=_MOVED),
    Fault("headline printed nowhere", "COPY113", ((ISSUE, "        headline: {level: minor}\n", ""),), at="headline: 园区", also=frozenset({"LAY002", "LAY112", "LAY114"})),
    Fault("ASCII marks where nothing is put right", "COPY133", ((STYLE, "normalise: fix", "normalise: report"), ("bus", "新线路不设", "新线路,不设")), at="新线路,", also=_MOVED),
    Fault("missing glyph", "TXT001", (("bus", "新线路不设", "新\u13a0线路不设"),), at="新", also=_MOVED | {"PRESS132"}),
    Fault("story in two places", "EDN005", ((ISSUE, "stories/bus.md", "stories/kiln.md"),), at="stories/kiln.md"),
    Fault("picture without words", "EDN007", (("lead", "    caption: 傍晚的澜江北岸，步道栏杆下的灯带刚刚亮起。\n    credit: 文青禾 摄\n", ""),), at="river.png"),
    Fault("picture without credit", "LAY128", (("lead", "    credit: 文青禾 摄\n", ""),), at="river.png"),
    Fault("picture without caption", "LAY128", (("lead", "    caption: 傍晚的澜江北岸，步道栏杆下的灯带刚刚亮起。\n", ""),), at="river.png"),
    Fault("allowance that nothing needs", "ALLOW001", ((ISSUE, "        headline: {level: minor}\n", "        headline: {level: minor}\n        allow: [{code: LAY108, reason: 短题}]\n"),), at="LAY108"),
    Fault("lost text cannot be allowed", "ALLOW002", ((ISSUE, "        headline: {level: minor}\n", "        headline: {level: minor}\n        allow: [{code: LAY001, reason: 不要紧}]\n"),), at="LAY001"),
)  # fmt: skip

# What the style says of standing data when a field is typed by hand.
_TYPED = frozenset({"STY045"})

FIXED = (
    Fault("wrong date in the folio", "LAY127", ((STYLE, "{date}　{weekday}　{staff}", "2026年3月21日　{weekday}　{staff}"),), page="A02"),
    Fault("wrong weekday in the folio", "LAY127", ((STYLE, "{weekday}　{staff}", "星期四　{staff}"),), page="A02"),
    Fault("wrong lunar date", "LAY127", ((STYLE, "农历{lunar}", "农历丙午年二月初三"),), page="A01"),
    Fault("wrong running number", "LAY127", ((STYLE, "第{number}期", "第2050期"),), page="A01", also=_TYPED),
    Fault("wrong number of pages", "LAY127", ((STYLE, "　{pages}　", "　今日4版　"),), page="A01", also=_TYPED),
    Fault("wrong page in the folio", "LAY127", ((STYLE, "{staff}　{page}", "{staff}　A07"),), page="A02"),
    Fault("no page in the folio", "LAY127", ((STYLE, "{staff}　{page}", "{staff}"),), page="A02"),
    Fault("no date on the page", "LAY127", ((STYLE, "{date}　{weekday}　{staff}", "{staff}"),), page="A02"),
    Fault("folio texts over each other", "LAY118", ((STYLE, "align: left, x: 90pt, y: 22pt", "align: center, x: 0pt, y: 22pt"),), page="A02"),
)  # fmt: skip
