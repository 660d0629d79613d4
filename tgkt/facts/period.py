"""Years and terms as the documents name them.

A term "2021-2025" has five years and grows from the base year 2020: five steps.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_FORM = re.compile(r"(\d{4})(?:-(\d{4}))?\Z", re.ASCII)


class Period(NamedTuple):
    """A year (`first == last`) or a term of years, both ends included."""

    first: int
    last: int

    @property
    def is_year(self) -> bool:
        return self.first == self.last

    @property
    def base_year(self) -> int:
        """The year a term's growth starts from: the one before its first."""
        return self.first - 1

    @property
    def years(self) -> int:
        """How many years the period has; for growth over a term, its number of steps."""
        return self.last - self.first + 1

    def __str__(self) -> str:
        return str(self.first) if self.is_year else f"{self.first}-{self.last}"


def parse_period(text: str) -> Period:
    """Read `2030` or `2026-2030`.

    Raises:
        ValueError: the text is neither, or the term ends before it begins.
    """
    match = _FORM.match(text.strip())
    if not match:
        raise ValueError(f"'{text}' is not a period. Write a year (2030) or a term (2026-2030)")
    first = int(match[1])
    last = int(match[2]) if match[2] else first
    if last < first:
        raise ValueError(f"the term '{text}' ends before it begins. Write the earlier year first")
    if not 1900 <= first <= last <= 2200:
        raise ValueError(f"'{text}' is outside 1900-2200. Check the year")
    return Period(first, last)
