"""The sorts of single values a file may hold."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from layout.ink import parse_ink
from layout.source.form import Scalar
from layout.units import SIZE_NAMES, parse_length

_PAGE = re.compile(r"[A-Z]\d{2}")


def _text(text: str) -> str:
    return text


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError(text)
    return text


def _page(text: str) -> str:
    if not _PAGE.fullmatch(text):
        raise ValueError(text)
    return text


def _date(text: str) -> date:
    # The years of which the lunar calendar is known whole.
    day = date.fromisoformat(text)
    if not 1901 <= day.year <= 2099:
        raise ValueError(text)
    return day


def _fraction(text: str) -> Fraction:
    try:
        return Fraction(text)
    except ZeroDivisionError as error:
        raise ValueError(text) from error


def _boolean(text: str) -> bool:
    if text not in {"true", "false", "是", "否"}:
        raise ValueError(text)
    return text in {"true", "是"}


TEXT = Scalar(_text, "文字", "text", {"type": ["string", "number"]})
FILLED = Scalar(_filled, "文字，不能空着", "text that is not empty", {"type": ["string", "number"], "minLength": 1})
BOOLEAN = Scalar(_boolean, " true 或 false", "true or false", {"type": "boolean"})
DATE = Scalar(
    _date,
    "1901 到 2099 年的日期，像 2026-03-20",
    "a date like 2026-03-20, from 1901 to 2099",
    {"type": "string", "format": "date"},
)
PAGE = Scalar(_page, "版次，像 A01", "a page like A01", {"type": "string", "pattern": "^[A-Z][0-9]{2}$"})
LENGTH = Scalar(
    parse_length,
    f"长度，像 9pt、3.5mm 或字号（{'、'.join(list(SIZE_NAMES)[7:13])}…）",
    "a length like 9pt, 3.5mm or a named size (小五)",
    {"type": "string"},
)
INK = Scalar(
    parse_ink,
    "颜色，像 black、red 20% 或 c0 m100 y100 k0",
    "an ink like black, red 20% or c0 m100 y100 k0",
    {"type": "string"},
)
FRACTION = Scalar(_fraction, "分数，像 1/4", "a fraction like 1/4", {"type": ["string", "number"]})


def whole(least: int, most: int) -> Scalar:
    """A whole number within bounds."""

    def parse(text: str) -> int:
        if not re.fullmatch(r"-?(0|[1-9]\d{0,8})", text) or not least <= int(text) <= most:
            raise ValueError(text)
        return int(text)

    return Scalar(
        parse,
        f" {least} 到 {most} 之间的整数",
        f"a whole number from {least} to {most}",
        {"type": "integer", "minimum": least, "maximum": most},
    )


def choice(*options: str) -> Scalar:
    """One of some words."""

    def parse(text: str) -> str:
        if text not in options:
            raise ValueError(text)
        return text

    # A number reads as one in an editor.
    shown = [int(option) if option.isdigit() else option for option in options]
    return Scalar(parse, f" {'、'.join(options)} 之一", f"one of {', '.join(options)}", {"enum": shown})
