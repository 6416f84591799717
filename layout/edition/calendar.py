"""Weekday and lunar date of an edition, computed from its date alone."""

from __future__ import annotations

from datetime import date

_WEEKDAYS = "一二三四五六日"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MONTHS = ("正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月")
_DIGITS = "一二三四五六七八九十"


def weekday(day: date) -> str:
    """The weekday: 星期五."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def lunar_date(day: date) -> str:
    """The lunar date with the year's stem and branch: 丙午年二月初二, 乙巳年闰六月十九.

    Raises ValueError outside the years the calendar library knows (1900 to 2099).
    """
    from lunardate import LunarDate

    found = LunarDate.from_solar_date(day.year, day.month, day.day)
    year = f"{_STEMS[(found.year - 4) % 10]}{_BRANCHES[(found.year - 4) % 12]}年"
    month = f"{'闰' if found.is_leap_month else ''}{_MONTHS[found.month - 1]}"
    return year + month + _day_name(found.day)


def _day_name(day: int) -> str:
    if day in {20, 30}:
        return f"{_DIGITS[day // 10 - 1]}十"
    tens = ("初", "十", "廿")[(day - 1) // 10]
    return f"{tens}{_DIGITS[(day - 1) % 10]}"
