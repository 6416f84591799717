"""Wrong marks, spaces and characters put right before composing (typography facts 1.1; CLREQ 3.1.1.2).

Every rule looks at its neighbours: ASCII marks between Han become full-width, those of numbers, addresses, times and
formulas stay. Never NFKC; a lost-character `?` is never made a ？. Normalising twice changes nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LEFT = rf"[{_HAN}”’）》〉】〗〕」』％%℃]"
_MARK_FORMS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_VERTICAL_FORMS = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄",
        "，、。：；！？〖〗（）｛｝〔〕【】《》〈〉「」『』",
        strict=True,
    )
)
_RADICALS = {
    "⻄": "西",
    "⽓": "气",
    "⼈": "人",
    "⼀": "一",
    "⽔": "水",
    "⼤": "大",
    "⼩": "小",
    "⽇": "日",
    "⽉": "月",
    "⻋": "车",
}
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&middot;": "·", "&mdash;": "—"}


@dataclass(frozen=True, slots=True)
class Change:
    """One change: characters `start` to `end` of the source, what they were, what they became, and by which rule."""

    start: int
    end: int
    old: str
    new: str
    rule: str


@dataclass(frozen=True, slots=True)
class Normalised:
    """The text put right; `origins[i]` is the index in the source of the character `text[i]` came from."""

    text: str
    changes: tuple[Change, ...]
    origins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule: its name, where it applies, and what it puts there, given the old text and all that stands before it."""

    name: str
    pattern: re.Pattern[str]
    replacement: Callable[[str, str], str]


def _always(new: str) -> Callable[[str, str], str]:
    return lambda _old, _before: new


def _from(table: dict[str, str]) -> Callable[[str, str], str]:
    return lambda old, _before: table[old]


def _any_of(table: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, table)))


def _half_width(old: str, _before: str) -> str:
    return chr(ord(old) - 0xFEE0)


def _closing(_old: str, before: str) -> str:
    """A closing bracket becomes full-width when its opening one did."""
    opened = before.rfind("（")
    return "）" if opened > before.rfind("(") and opened > before.rfind("）") else ")"


def _quote(_old: str, before: str) -> str:
    """Straight quotes open and close in turn."""
    return "”" if before.count("“") > before.count("”") else "“"


_RULES = (
    _Rule("entity", _any_of(_ENTITIES), _from(_ENTITIES)),
    _Rule("invisible", re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]"), _always("")),
    _Rule("space", re.compile(r"[\u00a0\u2002-\u200a\u202f\u205f\t]"), _always(" ")),
    _Rule("radical", _any_of(_RADICALS), _from(_RADICALS)),
    _Rule("vertical form", _any_of(_VERTICAL_FORMS), _from(_VERTICAL_FORMS)),
    _Rule("full-width", re.compile(r"[０-９Ａ-Ｚａ-ｚ]"), _half_width),
    _Rule(
        "ellipsis",
        re.compile(rf"(?<={_LEFT})(?:\.{{3,}}|。{{3,}}|(?<!…)…(?!…))|(?<![.\w])\.{{3,}}(?=[{_HAN}])"),
        _always("……"),
    ),
    _Rule("dash", re.compile(rf"[─―－]{{2}}|(?<=[{_HAN}”）》])--+(?=[{_HAN}“（《])"), _always("——")),
    _Rule("interpunct", re.compile(rf"(?<=[{_HAN}A-Za-z])[・･‧•∙⋅](?=[{_HAN}A-Za-z])"), _always("·")),
    _Rule("wave dash", re.compile("〜"), _always("～")),
    _Rule("bracket", re.compile(rf"\((?=[^()（）]*[{_HAN}][^()（）]*\))(?<![A-Za-z0-9]\()"), _always("（")),
    _Rule("bracket", re.compile(rf"(?<=[{_HAN}。，、；：？！”％%\w])\)(?<=\))(?![A-Za-z0-9(])"), _closing),
    _Rule("quote", re.compile(rf'"(?=[^"\n]*[{_HAN}][^"\n]*")|(?<=[{_HAN}。，？！…）》0-9A-Za-z])"'), _quote),
    _Rule("mark", re.compile(rf"(?<={_LEFT})[,;:?!](?!\d)|(?<={_LEFT})[,;](?=\d)"), _from(_MARK_FORMS)),
    _Rule("stop", re.compile(rf"(?<={_LEFT})\.(?=\s*$|[{_HAN}“”])"), _always("。")),
    _Rule(
        "han space",
        re.compile(rf"(?<=[{_HAN}，。、；：？！“”（）《》]) +(?=[{_HAN}，。、；：？！“”（）《》])"),
        _always(""),
    ),
    _Rule("paragraph space", re.compile(r"^[ \u3000]+|[ \u3000]+$"), _always("")),
)


def normalise(text: str) -> Normalised:
    """The text put right, and every change that was made."""
    origins = list(range(len(text)))
    changes: list[Change] = []
    current = text
    for rule in _RULES:
        current, origins = _applied(rule, current, origins, changes)
    return Normalised(current, tuple(changes), tuple(origins))


def _applied(rule: _Rule, text: str, origins: list[int], changes: list[Change]) -> tuple[str, list[int]]:
    """Apply a rule from left to right; a replacement sees what stands before it, changes included."""
    done = ""
    kept: list[int] = []
    at = 0
    for found in rule.pattern.finditer(text):
        start, end = found.span()
        done += text[at:start]
        kept += origins[at:start]
        new = rule.replacement(found[0], done)
        if new != found[0]:
            changes.append(Change(origins[start], origins[end - 1] + 1, found[0], new, rule.name))
        done += new
        kept += [origins[min(start + i, end - 1)] for i in range(len(new))]
        at = end
    return done + text[at:], kept + origins[at:]
