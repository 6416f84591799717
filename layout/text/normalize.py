"""Wrong marks, spaces and characters put right before composing (typography facts 1.1; CLREQ 3.1.1.2).

Every rule looks at its neighbours: ASCII marks between Han become full-width, those of numbers, addresses, times and
formulas stay. Never NFKC; a lost-character `?` is never made a ？. Normalising twice changes nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from unicodedata import category

from msgspec import Struct

from layout.text.characters import HALF_WIDTH_FORMS, RADICALS, VERTICAL_FORMS

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LEFT = rf"[{_HAN}”’）》〉】〗〕」』％%℃]"
_WESTERN = "A-Za-z0-9"
_MARK_FORMS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}


class Change(Struct, frozen=True):
    """One change: characters `start` to `end` of the source, what they were, what they became, and by which rule."""

    start: int
    end: int
    old: str
    new: str
    rule: str


class Normalised(Struct, frozen=True):
    """The text put right; `origins[i]` is the index in the source of the character `text[i]` came from."""

    text: str
    changes: tuple[Change, ...]
    origins: tuple[int, ...]


class _Rule(Struct, frozen=True):
    """A rule: its name, where it applies, and what it puts there, given the old text and all that stands before it.

    `triggers` are the characters one of which a place must hold; most texts hold none and are not searched at all.
    """

    name: str
    triggers: frozenset[str]
    expression: str
    replacement: Callable[[str, str], str]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is first wanted."""
        return _compiled(self.expression)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _always(new: str) -> Callable[[str, str], str]:
    return lambda _old, _before: new


def _from(table: dict[str, str]) -> Callable[[str, str], str]:
    return lambda old, _before: table[old]


def _span(*ranges: tuple[int, int]) -> frozenset[str]:
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


_INVISIBLE = _span((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F)) | frozenset("\u180e\ufeff\u00ad")
_SPACES = _span((0xA0, 0xA0), (0x2002, 0x200A), (0x202F, 0x202F), (0x205F, 0x205F), (9, 9))
_WIDE = _span((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))


def _entity(old: str, _before: str) -> str:
    """What an entity of a web page stands for; what is none, or stands for a control character, stays."""
    from html import unescape

    new = unescape(old)
    return new if all(c.isprintable() or category(c) in {"Zs", "Cf"} for c in new) else old


def _half_width(old: str, _before: str) -> str:
    return chr(ord(old) - 0xFEE0)


def _closing(_old: str, before: str) -> str:
    """A closing bracket becomes full-width when its opening one did."""
    opened = before.rfind("（")
    return "）" if opened > before.rfind("(") and opened > before.rfind("）") else ")"


def _quote(_old: str, before: str) -> str:
    """Straight quotes open and close in turn."""
    return "”" if before.count("“") > before.count("”") else "“"


def _composed(old: str, _before: str) -> str:
    """A letter and its mark as one character, where there is one."""
    from unicodedata import normalize

    return normalize("NFC", old)


_RULES = (
    _Rule("composed", _span((0x300, 0x345)), r"[A-Za-zÀ-ɏ][\u0300-\u0345]+", _composed),
    _Rule("entity", frozenset("&"), r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});", _entity),
    _Rule("invisible", _INVISIBLE, r"[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]", _always("")),
    _Rule("space", _SPACES, r"[\u00a0\u2002-\u200a\u202f\u205f\t]", _always(" ")),
    _Rule("radical", frozenset(RADICALS), f"[{''.join(RADICALS)}]", _from(RADICALS)),
    _Rule("vertical form", frozenset(VERTICAL_FORMS), f"[{''.join(VERTICAL_FORMS)}]", _from(VERTICAL_FORMS)),
    _Rule("half-width form", frozenset(HALF_WIDTH_FORMS), f"[{''.join(HALF_WIDTH_FORMS)}]", _from(HALF_WIDTH_FORMS)),
    # Marks inside a number in full-width digits: 5，000 and 3．5 and 12：30 are written so by one keyboard.
    _Rule("full-width", _WIDE, r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))|(?<=[０-９])[．：](?=[０-９])", _half_width),
    _Rule("full-width", _WIDE, r"[０-９Ａ-Ｚａ-ｚ]", _half_width),
    _Rule(
        "ellipsis",
        frozenset(".。…"),
        rf"(?<={_LEFT})(?:\.{{3,}}|。{{3,}}|(?<!…)…(?!…))|(?<![.\w])\.{{3,}}(?=[{_HAN}])",
        _always("……"),
    ),
    _Rule("dash", frozenset("─―－-"), rf"[─―－]{{2}}|(?<=[{_HAN}”）》])--+(?=[{_HAN}“（《])", _always("——")),
    _Rule("interpunct", frozenset("・･‧•∙⋅"), rf"(?<=[{_HAN}A-Za-z])[・･‧•∙⋅](?=[{_HAN}A-Za-z])", _always("·")),
    _Rule("wave dash", frozenset("〜"), "〜", _always("～")),
    _Rule("bracket", frozenset("("), rf"\((?=[^()（）]*[{_HAN}][^()（）]*\))", _always("（")),
    _Rule("bracket", frozenset(")"), rf"(?<=[{_HAN}。，、；：？！”％%\w])\)(?<=\))(?![A-Za-z0-9(])", _closing),
    _Rule("quote", frozenset('"'), rf'"(?=[^"\n]*[{_HAN}][^"\n]*")|(?<=[{_HAN}。，？！…）》0-9A-Za-z])"', _quote),
    _Rule("mark", frozenset(",;:?!"), rf"(?<={_LEFT})(?:[,;:!](?!\d)|[,;](?=\d))", _from(_MARK_FORMS)),
    _Rule("mark", frozenset(",;:!"), rf"(?<=[{_WESTERN}])[,;:!](?=[{_HAN}“《（])", _from(_MARK_FORMS)),
    _Rule("mark", frozenset("!?"), r"(?<=！)[!?]|(?<=？)[!?]", _from(_MARK_FORMS)),
    _Rule("connector", frozenset("~"), rf"(?<=[{_HAN}\d%％℃])~(?=[{_HAN}\d−])", _always("～")),
    # A question mark amid a sentence may be a character lost in conversion: only a plain question is put right.
    _Rule(
        "mark",
        frozenset("?"),
        rf"(?<=[吗呢吧么谁啊呀哪])\?(?![\d?])|(?<={_LEFT})\?(?=\s*$|[”’）」』])",
        _from(_MARK_FORMS),
    ),
    _Rule("stop", frozenset("."), rf"(?<={_LEFT})\.(?=\s*$|[{_HAN}“”\"）」』])", _always("。")),
    _Rule(
        "han space",
        frozenset(" "),
        rf"(?<=[{_HAN}，。、；：？！“”（）《》]) +(?=[{_HAN}，。、；：？！“”（）《》])",
        _always(""),
    ),
    _Rule("han space", frozenset(" "), r"(?<=[，。、；：？！（）《》]) +| +(?=[，。、；：？！（）《》])", _always("")),
    _Rule("paragraph space", frozenset(" \u3000"), r"^[ \u3000]+|[ \u3000]+$", _always("")),
)


# A text that holds none of these is right as it stands.
_TRIGGERS = frozenset().union(*(rule.triggers for rule in _RULES))
_ROUNDS = 8


def normalise(text: str, *, keep_spaces: bool = False) -> Normalised:
    """The text put right, and every change that was made; `keep_spaces` leaves those between Han, as headlines want."""
    if _TRIGGERS.isdisjoint(text):
        return Normalised(text, (), tuple(range(len(text))))
    rules = [rule for rule in _RULES if not keep_spaces or rule.name != "han space"]
    origins = list(range(len(text)))
    changes: list[Change] = []
    current = text
    # One change can make room for another (a quote after a comma that became full-width): go on until nothing changes.
    for _ in range(_ROUNDS):
        before = current
        current, origins = _round(rules, current, origins, changes)
        if current == before:
            break
    return Normalised(current, tuple(changes), tuple(origins))


def _round(rules: Sequence[_Rule], text: str, origins: list[int], changes: list[Change]) -> tuple[str, list[int]]:
    """Every rule once; a text that holds none of a rule's triggers is not searched."""
    present = set(text)
    for rule in rules:
        if not present.isdisjoint(rule.triggers):
            text, origins = _applied(rule, text, origins, changes)
            present = set(text)
    return text, origins


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
