"""Weekdays, lunar dates, solar terms and festivals against published ones."""

from datetime import date, timedelta

import pytest

from layout.edition.calendar import festival, lunar_date, solar_term, weekday

# The first day of each lunar year, and each leap month with its first day: the almanac of the last and next decades.
NEW_YEARS = [
    "1950-02-17",
    "1951-02-06",
    "1952-01-27",
    "1953-02-14",
    "1954-02-03",
    "1955-01-24",
    "1956-02-12",
    "1957-01-31",
    "1958-02-18",
    "1959-02-08",
    "1960-01-28",
    "1961-02-15",
    "1962-02-05",
    "1963-01-25",
    "1964-02-13",
    "1965-02-02",
    "1966-01-21",
    "1967-02-09",
    "1968-01-30",
    "1969-02-17",
    "1970-02-06",
    "1971-01-27",
    "1972-02-15",
    "1973-02-03",
    "1974-01-23",
    "1975-02-11",
    "1976-01-31",
    "1977-02-18",
    "1978-02-07",
    "1979-01-28",
    "1980-02-16",
    "1981-02-05",
    "1982-01-25",
    "1983-02-13",
    "1984-02-02",
    "1985-02-20",
    "1986-02-09",
    "1987-01-29",
    "1988-02-17",
    "1989-02-06",
    "1990-01-27",
    "1991-02-15",
    "1992-02-04",
    "1993-01-23",
    "1994-02-10",
    "1995-01-31",
    "1996-02-19",
    "1997-02-07",
    "1998-01-28",
    "1999-02-16",
    "2000-02-05",
    "2001-01-24",
    "2002-02-12",
    "2003-02-01",
    "2004-01-22",
    "2005-02-09",
    "2006-01-29",
    "2007-02-18",
    "2008-02-07",
    "2009-01-26",
    "2010-02-14",
    "2011-02-03",
    "2012-01-23",
    "2013-02-10",
    "2014-01-31",
    "2015-02-19",
    "2016-02-08",
    "2017-01-28",
    "2018-02-16",
    "2019-02-05",
    "2020-01-25",
    "2021-02-12",
    "2022-02-01",
    "2023-01-22",
    "2024-02-10",
    "2025-01-29",
    "2026-02-17",
    "2027-02-06",
    "2028-01-26",
    "2029-02-13",
    "2030-02-03",
    "2031-01-23",
    "2032-02-11",
    "2033-01-31",
    "2034-02-19",
    "2035-02-08",
    "2036-01-28",
    "2037-02-15",
    "2038-02-04",
    "2039-01-24",
    "2040-02-12",
    "2041-02-01",
    "2042-01-22",
    "2043-02-10",
    "2044-01-30",
    "2045-02-17",
    "2046-02-06",
    "2047-01-26",
    "2048-02-14",
    "2049-02-02",
    "2050-01-23",
]
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


@pytest.mark.parametrize("first", NEW_YEARS)
def test_a_new_year_and_the_eve_before_it(first):
    day = date.fromisoformat(first)
    assert lunar_date(day) == f"{STEMS[(day.year - 4) % 10]}{BRANCHES[(day.year - 4) % 12]}年正月初一"
    assert festival(day) == "春节"
    eve = day - timedelta(days=1)
    assert festival(eve) == "除夕"
    assert lunar_date(eve)[3:] in {"腊月廿九", "腊月三十"}


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2026, 3, 20), "丙午年二月初二"),
        (date(2026, 2, 16), "乙巳年腊月廿九"),
        (date(2024, 2, 9), "癸卯年腊月三十"),
        (date(2024, 9, 17), "甲辰年八月十五"),
        (date(2025, 7, 25), "乙巳年闰六月初一"),
        (date(2023, 3, 22), "癸卯年闰二月初一"),
        (date(2020, 5, 23), "庚子年闰四月初一"),
        (date(2017, 7, 23), "丁酉年闰六月初一"),
        (date(2014, 10, 24), "甲午年闰九月初一"),
        (date(2006, 8, 24), "丙戌年闰七月初一"),
        (date(1984, 11, 23), "甲子年闰十月初一"),
        (date(2033, 12, 22), "癸丑年闰冬月初一"),  # the year whose leap month many tables get wrong
        (date(1954, 11, 25), "甲午年冬月初一"),  # new moons just before and after midnight
        (date(1978, 9, 17), "戊午年八月十五"),
    ],
)
def test_lunar_dates(day, lunar):
    assert lunar_date(day) == lunar


def test_weekdays():
    assert [weekday(date(2026, 3, day)) for day in (16, 20, 22)] == ["星期一", "星期五", "星期日"]


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2026, 2, 4), "立春"),
        (date(2026, 3, 20), "春分"),
        (date(2026, 4, 5), "清明"),
        (date(2025, 12, 21), "冬至"),
        (date(2024, 6, 21), "夏至"),
        (date(2021, 2, 3), "立春"),
        (date(2026, 3, 21), ""),
    ],
)
def test_solar_terms(day, term):
    assert solar_term(day) == term


def test_every_year_has_twenty_four_terms():
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert len({solar_term(day) for day in days} - {""}) == 24


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 6, 19), "端午节"),
        (date(2025, 10, 6), "中秋节"),
        (date(2026, 10, 1), "国庆节"),
        (date(2023, 8, 22), "七夕"),
        (date(2026, 3, 20), ""),
    ],
)
def test_festivals(day, name):
    assert festival(day) == name
