"""Ways to spoil a file, drawn from a random source (one of hypothesis's, or a seeded one)."""

from __future__ import annotations

import re
from random import Random

_VALUES = (
    "",
    "~",
    "null",
    "0",
    "-1",
    "1",
    "2",
    "60",
    "61",
    "400",
    "99999999999999999999",
    "1e400",
    ".nan",
    "-.inf",
    "1/0",
    "0/1",
    "true",
    "[]",
    "{}",
    "[[]]",
    "[1, 2]",
    "{a: b}",
    "0pt",
    "-3mm",
    "0.0001pt",
    "99999mm",
    "小五",
    "9pt",
    "black",
    "c0 m101",
    "A01",
    "A00",
    "Z99",
    "2024-02-30",
    "0001-01-01",
    "9999-12-31",
    "../x",
    "/etc/passwd",
    "~/a",
    "C:\\a",
    "http://a/b",
    "NUL",
    "body",
    "none",
    "brief",
    "lead",
    '"\\u202e"',
    '"\\u0000"',
    "x" * 300,
    "江",
    "“”",
    "across",
    "down",
    "both",
    "{page}",
    "{no}",
    "{",
    "}",
    "{0}",
    "%s",
    "!!python/object:os.x y",
    "&a b",
    "*a",
    "|",
    ">",
    "- -",
    "?",
)
_TEXTS = (
    "**",
    "****",
    "[a]{拼音 b}",
    "[江]{拼音 }",
    "[]{}",
    "]{着重}",
    "[江]{着重}",
    "## ",
    "### ",
    "#",
    "---",
    "|a|b|\n|-|-|\n",
    "|",
    "||",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\x00",
    "\u0301" * 40,
    "\U00020000",
    "\u0f56",
    "——" * 99,
    "……",
    "“" * 50,
    "（",
    "）",
    "a" * 300,
    "https://a.example/" + "b" * 300,
    "1234567890" * 20,
    "\n\n",
    "\r",
    "\t",
    "\u3000",
    "\u2028",
    "&#0;",
    "&amp;",
    "<b>",
    "]]>",
    "Tj ET",
    "12%",
    "\u2e3a",
    "\ue000",
    "\uffff",
    "好",
    "，。",
    "\ud7ff",
)
_VALUE = re.compile(rb"(?<=: )[^\n,}\]]+")


def spoilt(data: bytes, random: Random, *, is_text: bool = True) -> bytes:
    """The data after one to four random changes."""
    ways = _OF_TEXT if is_text else _OF_BYTES
    for _ in range(random.randint(1, 4)):
        data = random.choice(ways)(data, random)
    return data


def _value(data: bytes, random: Random) -> bytes:
    """Another value after a key."""
    places = list(_VALUE.finditer(data))
    if not places:
        return _text(data, random)
    place = random.choice(places)
    return data[: place.start()] + random.choice(_VALUES).encode() + data[place.end() :]


def _text(data: bytes, random: Random) -> bytes:
    """Something put in between two characters."""
    text = data.decode("utf-8", "replace")
    at = random.randint(0, len(text))
    return (text[:at] + random.choice(_TEXTS) + text[at:]).encode("utf-8", "replace")


def _line(data: bytes, random: Random) -> bytes:
    """A line taken out, said twice, or moved."""
    lines = data.split(b"\n")
    line = lines.pop(random.randrange(len(lines)))
    for _ in range(random.randint(0, 2)):
        lines.insert(random.randint(0, len(lines)), line)
    return b"\n".join(lines)


def _cut(data: bytes, random: Random) -> bytes:
    start, length = random.randint(0, len(data)), random.choice((1, 2, 3, 8, 40))
    return data[:start] + data[start + length :]


def _twice(data: bytes, random: Random) -> bytes:
    start, length = random.randint(0, len(data)), random.choice((1, 4, 16, 64))
    return data[: start + length] + data[start:]


def _flip(data: bytes, random: Random) -> bytes:
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :]


def _number(data: bytes, random: Random) -> bytes:
    """A number of two or four bytes made extreme."""
    at, size = random.randint(0, len(data)), random.choice((2, 4))
    new = random.choice((b"\0", b"\xff", b"\x7f", b"\x80")) * size
    return data[:at] + new + data[at + size :]


def _end(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


_OF_TEXT = (_value, _value, _text, _line, _cut, _twice, _flip)
_OF_BYTES = (_flip, _flip, _cut, _twice, _number, _end)
