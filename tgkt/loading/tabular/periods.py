"""Periods as tables spell them, turned into the spelling of the data: 31/12/2026 is 2026, 6T/2026 is 2026-6M."""

from __future__ import annotations

import re
from functools import lru_cache

from tgkt.facts.period import Period, parse_period
from tgkt.loading.tabular.names import ROMAN, folded
from tgkt.loading.tabular.values import CellError

_YEAR = re.compile(r"(?:nam )?(\d{4})(?: nam)?")
_DAY = re.compile(r"(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})(?: 00:00:00)?")
_MONTHS = re.compile(
    r"(\d{1,2}) ?(?:t|m|thang|months?)(?: dau)?(?: nam)?[ /]+(\d{4})"
    r"|(\d{4})[- ]?(\d{1,2})m|(\d{4})[- ](\d{1,2}) months?"
)
_MONTH = re.compile(r"(?:t|thang|m|month) ?(\d{1,2})(?: nam)?[ /-]+(\d{4})|(\d{4})-?m(\d{1,2})|(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(?:q|quy|quarter) ?(\d|i{1,3}|iv)(?: nam)?[ /-]+(\d{4})|(\d{4})[- ]?q(\d)")
_TERM = re.compile(r"(?:giai doan |thoi ky |nhiem ky )?(\d{4}) ?- ?(\d{4})")
_FISCAL = re.compile(r"(\d{4}) ?/ ?(\d{4}|\d{2})")
_OPEN_MONTH = re.compile(r"(\d{1,2})[/-](\d{4})")


@lru_cache(maxsize=4096)
def table_period(text: str) -> Period:
    """Read a period in any spelling of tables.

    Raises:
        ValueError: it is none, or it stays open which one is meant; its message says what to write.
    """
    return parse_period(spelt(text))


def spelt(text: str) -> str:
    """A period of a table in the spelling of the data; a text in no known spelling stays unchanged.

    Raises:
        CellError: it is a day within the year, or stays open.
    """
    plain = _plain(text)
    if found := _YEAR.fullmatch(plain):
        return found[1]
    if found := _DAY.fullmatch(plain):
        return _day(text, found)
    if found := _OPEN_MONTH.fullmatch(plain):
        raise CellError(
            "'{text}' may be the month or the months up to it. Write T{month}/{year} for the month, {month}T/{year} "
            "for the months up to it",
            text=text,
            month=int(found[1]),
            year=found[2],
        )
    if found := _FISCAL.fullmatch(plain):
        first, last = found[1], found[2][-2:]
        return f"{first}/{last}" if (int(first) + 1) % 100 == int(last) else text
    return _within(plain) or (f"{found[1]}-{found[2]}" if (found := _TERM.fullmatch(plain)) else text)


def _within(plain: str) -> str:
    """A part of a year, or nothing."""
    if found := _MONTHS.fullmatch(plain):
        months, year = next((m, y) for m, y in _either(found, ((1, 2), (4, 3), (6, 5))))
        return year if int(months) == 12 else f"{year}-{int(months)}M"
    if found := _MONTH.fullmatch(plain):
        month, year = next((m, y) for m, y in _either(found, ((1, 2), (4, 3), (6, 5))))
        return f"{year}-{int(month):02}"
    if found := _QUARTER.fullmatch(plain):
        quarter, year = next((q, y) for q, y in _either(found, ((1, 2), (4, 3))))
        return f"{year}-Q{ROMAN.get(quarter, quarter)}"
    return ""


def _either(found: re.Match[str], pairs: tuple[tuple[int, int], ...]) -> list[tuple[str, str]]:
    return [(found[one], found[two]) for one, two in pairs if found[one]]


def _day(text: str, found: re.Match[str]) -> str:
    day, month, year = (found[1], found[2], found[3]) if found[3] else (found[6], found[5], found[4])
    if (int(day), int(month)) == (31, 12):
        return year
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        raise CellError("'{text}' is not a day. Write a year (2026)", text=text)
    raise CellError(
        "'{text}' is a day within the year. Write {year} for the year, {month}T/{year} for its first months, "
        "T{month}/{year} for the month",
        text=text,
        month=int(month),
        year=year,
    )


def _plain(text: str) -> str:
    """Small letters without accents, dashes alike; marks of dates stay."""
    kept = text.replace("\u2013", "-").replace("\u2014", "-").replace("\u2212", "-")
    words = re.split(r"([/.-]|\s+)", kept.strip())
    return " ".join("".join(w if w in "/.-" else (folded(w) if w.strip() else " ") for w in words if w).split())
