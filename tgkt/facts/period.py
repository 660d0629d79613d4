"""Years, terms, fiscal years and parts of a year as the documents name them.

A term "2021-2025" has five years and grows from the base year 2020: five steps. A fiscal year "2029/30" equals the year
in which it begins and is only printed differently, so all arithmetic with years works for it. A part of a year
("2026-6M" the first six months, "2026-Q2" a quarter alone, "2026-06" a month alone) is neither a year nor a term.
"""

from __future__ import annotations

import re
from typing import Self

from tgkt.message import Message, MessageError
from tgkt.record import NamedTuple

FISCAL_YEAR = r"\d{4}/\d{2}"
YEARS = r"\d{4}(?:/\d{2})?(?:-\d{4}(?:/\d{2})?)?"
PART_OF_YEAR = r"\d{4}-(?:(?:[1-9]|1[01])M|Q[1-4]|0[1-9]|1[0-2])"
"""What a period looks like, for editors; whether it is one is for `parse_period` to say."""
_YEAR = r"(\d{4})(?:/(\d{2}))?"
_YEARS = rf"(?a){_YEAR}(?:-{_YEAR})?\Z"
_PART = r"(?a)(\d{4}(?:/\d{2})?)-(?:(\d{1,2})M|Q(\d)|(\d{2}))\Z"
_OLDEST_YEAR = 1000
_MONTHS = 12


class PeriodError(MessageError, ValueError):
    """A text that is no period; the message says what to write."""


class FiscalYear(int):
    """The year a fiscal year begins in: equal to it, and printed as `2029/30`.

    A fiscal year before or after it is one too; what lies between two years is a plain number.
    """

    def __add__(self, other: int, /) -> int:
        return _fiscal(int(self) + int(other))

    __radd__ = __add__

    def __sub__(self, other: int, /) -> int:
        return _fiscal(int(self) - int(other))

    def __str__(self) -> str:
        return f"{int(self)}/{(int(self) + 1) % 100:02d}"


class Quarter(int):
    """The last month of a quarter that is meant alone, printed as `Q2`."""

    def __str__(self) -> str:
        return f"Q{int(self) // 3}"


class Month(int):
    """A month that is meant alone, printed as `06`."""

    def __str__(self) -> str:
        return f"{int(self):02d}"


class Period(NamedTuple):
    """A year (`first == last`), a term of years, both ends included, or a part of one year.

    Periods are in order by their years; parts of one year by the month they end with, the longer first, and the whole
    year after every part that begins with it. The first three months are one period whether they are called 3M or Q1.

    Attributes:
        first: the first year.
        last: the last year.
        until: the last month of the last year; how it is spelt (`6M`, `Q2`, `06`) is no part of what is compared.
        since: the first month of the first year.
    """

    first: int
    last: int
    until: int = _MONTHS
    since: int = 1

    @property
    def is_part(self) -> bool:
        """Whether it is only a part of a year."""
        return self.until - self.since < _MONTHS - 1

    @property
    def is_year(self) -> bool:
        return self.first == self.last and not self.is_part

    @property
    def is_fiscal(self) -> bool:
        """Whether its years are fiscal years."""
        return isinstance(self.first, FiscalYear)

    @property
    def is_cumulative(self) -> bool:
        """Whether it runs from the beginning of its year."""
        return self.since == 1

    @property
    def base_year(self) -> int:
        """The year a term's growth starts from: the one before its first."""
        return self.first - 1

    @property
    def years(self) -> int:
        """How many years the period has; for growth over a term, its number of steps."""
        return self.last - self.first + 1

    def a_year_before(self) -> Self:
        """The same part of the year before."""
        return self._replace(first=self.first - 1, last=self.last - 1)

    def __str__(self) -> str:
        if self.is_part:
            return f"{self.first}-{self.until}{'M' if type(self.until) is int else ''}"
        return str(self.first) if self.is_year else f"{self.first}-{self.last}"


def fiscal(period: Period) -> Period:
    """The same years as fiscal years."""
    return period._replace(first=FiscalYear(period.first), last=FiscalYear(period.last))


def years_of(first: int, last: int) -> list[int]:
    """Every year from one to another, fiscal years where the first is one."""
    return [first + each for each in range(last - first + 1)]


def parse_period(text: str) -> Period:
    """Read `2030`, `2026-2030`, `2029/30`, `2026/27-2030/31`, `2026-6M`, `2026-Q2` or `2026-06`.

    Raises:
        PeriodError: the text is none of them, or the term ends before it begins; the message says what to write.
    """
    told = text.strip()
    if found := re.match(_PART, told):
        return _part(text, *found.groups())
    match = re.match(_YEARS, told)
    if not match:
        raise PeriodError(
            "'{text}' is not a period. Write a year (2030) or a term (2026-2030), 2029/30 or a part of a year "
            "(2026-6M, 2026-Q2, 2026-06)",
            text=text,
        )
    if match[3] and bool(match[2]) != bool(match[4]):
        raise PeriodError(
            "'{text}' is not a period: one end is a fiscal year. Write both the same way, e.g. 2026/27-2030/31",
            text=text,
        )
    first = _year(text, match[1], match[2])
    last = _year(text, match[3], match[4]) if match[3] else first
    if last < first:
        raise PeriodError("the term '{text}' ends before it begins. Write the earlier year first", text=text)
    if not 1900 <= first <= last <= 2200:
        raise PeriodError("'{text}' is outside 1900-2200. Check the year", text=text)
    return Period(first, last)


def _year(text: str, begins: str, ends: str | None) -> int:
    """A year, or a fiscal year that names the one it ends in."""
    if ends is None:
        return int(begins)
    year = FiscalYear(int(begins))
    if str(year) != f"{begins}/{ends}":
        raise PeriodError(
            "'{text}' is not a period: a fiscal year ends in the year after it begins. Write {year}",
            text=text,
            year=str(year),
        )
    return year


def _part(text: str, year: str, months: str | None, quarter: str | None, month: str | None) -> Period:
    """The first months of a year, a quarter or a month."""
    wrong = _wrong_part(year, months, quarter, month)
    if wrong:
        raise PeriodError("'{text}' is not a part of a year: {wrong}", text=text, wrong=wrong)
    at = int(year)
    if not 1900 <= at <= 2200:
        raise PeriodError("'{text}' is outside 1900-2200. Check the year", text=text)
    if months:
        return Period(at, at, int(months))
    if quarter:
        return Period(at, at, Quarter(int(quarter) * 3), int(quarter) * 3 - 2)
    return Period(at, at, Month(int(month or 0)), int(month or 0))


def _wrong_part(year: str, months: str | None, quarter: str | None, month: str | None) -> Message | None:
    """The message about a wrong part of a year, with advice; None where it is right."""
    if "/" in year:
        return Message("parts of fiscal years are not supported. Write the whole fiscal year {year}", year=year)
    if months is not None and int(months) == _MONTHS:
        return Message("twelve months are the year. Write {year}", year=year)
    if months is not None and (not 1 <= int(months) < _MONTHS or months[0] == "0"):
        return Message("the months from January are 1M to 11M. Write e.g. {year}-6M", year=year)
    if quarter is not None and not 1 <= int(quarter) <= 4:
        return Message("a year has four quarters. Write {year}-Q1 to {year}-Q4", year=year)
    if month is not None and not 1 <= int(month) <= _MONTHS:
        return Message(
            "a year has twelve months. Write {year}-01 to {year}-12, or both years of a term in full", year=year
        )
    return None


def _fiscal(value: int) -> int:
    """A year as a fiscal year; a number of years unchanged."""
    return FiscalYear(value) if value >= _OLDEST_YEAR else value
