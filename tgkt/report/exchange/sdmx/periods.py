"""Periods in the time formats of SDMX, each with how often such a period comes."""

from __future__ import annotations

from tgkt.facts.period import Period
from tgkt.message import Message
from tgkt.record import NamedTuple


class Time(NamedTuple):
    """A period of SDMX: 2030 is A, 2021-2025 is A5 and 2021-01-01/P5Y, 2026-Q2 is Q."""

    frequency: str
    period: str


def time_of(period: Period) -> Time:
    """A period as SDMX writes it.

    A fiscal year is a reporting year, 2029-A1: the data do not say in which month it begins. A term of fiscal years
    is given from the first day of the calendar year in which its first one begins.
    """
    year, months = int(period.first), int(period.until) - int(period.since) + 1
    if not period.is_part:
        return _years(period)
    if months == 1:
        return Time("M", f"{year}-{int(period.since):02d}")
    if months == _QUARTER and period.until % _QUARTER == 0:
        return Time("Q", f"{year}-Q{int(period.until) // _QUARTER}")
    if months == _HALF and period.until % _HALF == 0:
        return Time("S", f"{year}-S{int(period.until) // _HALF}")
    return Time(f"M{months}", f"{year}-{int(period.since):02d}-01/P{months}M")


def _years(period: Period) -> Time:
    year = int(period.first)
    if period.is_year:
        return Time("A", f"{year}-A1" if period.is_fiscal else f"{year}")
    return Time(f"A{period.years}", f"{year}-01-01/P{period.years}Y")


def frequency_name(code: str) -> Message:
    """The name of a frequency."""
    if code in _NAMES:
        return _NAMES[code]
    if code.startswith("A"):
        return Message("term of {count} years", count=code[1:])
    return Message("{count} months", count=code[1:])


_QUARTER, _HALF = 3, 6
_NAMES = {
    "A": Message("annual"),
    "S": Message("half-yearly"),
    "Q": Message("quarterly"),
    "M": Message("monthly"),
}
FREQUENCIES = tuple(_NAMES)
"""The frequencies that are always in the list; terms and first months come in as they are used."""
