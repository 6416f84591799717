"""Weekday, lunar date, solar term and festival of an edition, computed from its date alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

_WEEKDAYS = "一二三四五六日"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MONTHS = ("正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月")
_DIGITS = "一二三四五六七八九十"
# Festivals by lunar and by civil month and day; 除夕 is the last day of the lunar year, however long its month is.
_LUNAR_FESTIVALS = {
    (1, 1): "春节",
    (1, 15): "元宵节",
    (5, 5): "端午节",
    (7, 7): "七夕",
    (8, 15): "中秋节",
    (9, 9): "重阳节",
    (12, 8): "腊八节",
}
_CIVIL_FESTIVALS = {
    (1, 1): "元旦",
    (3, 8): "妇女节",
    (3, 12): "植树节",
    (5, 1): "劳动节",
    (5, 4): "青年节",
    (6, 1): "儿童节",
    (8, 1): "建军节",
    (9, 10): "教师节",
    (10, 1): "国庆节",
}


def weekday(day: date) -> str:
    """The weekday: 星期五."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def date_words(day: date) -> str:
    """The date: 2026年3月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def lunar_date(day: date) -> str:
    """The lunar date with the year's stem and branch: 丙午年二月初二, 乙巳年闰六月十九.

    Raises ValueError outside the years the calendar library knows (1900 to 2100).
    """
    found = _lunar(day)
    year = f"{_STEMS[(found.year - 4) % 10]}{_BRANCHES[(found.year - 4) % 12]}年"
    month = f"{'闰' if found.leap else ''}{_MONTHS[found.month - 1]}"
    return year + month + _day_name(found.day)


def solar_term(day: date) -> str:
    """The solar term that begins on a day (立春 … 大寒); empty on other days."""
    return _lunar(day).term or ""


def festival(day: date) -> str:
    """The festival of a day, a traditional one before a civil one; empty on other days."""
    found, tomorrow = _lunar(day), _lunar(day + timedelta(days=1))
    if (tomorrow.month, tomorrow.day, tomorrow.leap) == (1, 1, 0):
        return "除夕"
    traditional = "" if found.leap else _LUNAR_FESTIVALS.get((found.month, found.day), "")
    return traditional or _CIVIL_FESTIVALS.get((day.month, day.day), "")


def _lunar(day: date) -> Any:
    from borax.calendars.lunardate import LunarDate

    return LunarDate.from_solar(day)


def _day_name(day: int) -> str:
    if day in {20, 30}:
        return f"{_DIGITS[day // 10 - 1]}十"
    tens = ("初", "十", "廿")[(day - 1) // 10]
    return f"{tens}{_DIGITS[(day - 1) % 10]}"
