"""Weekdays and lunar dates against published ones."""

from datetime import date

import pytest

from layout.edition.calendar import lunar_date, weekday


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2026, 2, 17), "丙午年正月初一"),
        (date(2025, 1, 29), "乙巳年正月初一"),
        (date(2025, 7, 25), "乙巳年闰六月初一"),
        (date(2023, 3, 22), "癸卯年闰二月初一"),
        (date(2024, 9, 17), "甲辰年八月十五"),
        (date(2026, 2, 16), "乙巳年腊月廿九"),
        (date(2000, 2, 5), "庚辰年正月初一"),
    ],
)
def test_lunar_dates(day, lunar):
    assert lunar_date(day) == lunar


def test_weekdays():
    assert [weekday(date(2026, 3, day)) for day in (16, 20, 22)] == ["星期一", "星期五", "星期日"]
