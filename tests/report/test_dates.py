"""Dates for readers."""

from __future__ import annotations

import pytest

from tgkt.report.dates import dated

DATES = {
    "a day in Vietnamese": ("2025-09-15", "vi", "15/09/2025"),
    "a month in Vietnamese": ("2025-09", "vi", "09/2025"),
    "a year": ("2025", "vi", "2025"),
    "a day in English": ("2025-09-15", "en", "2025-09-15"),
    "no date": ("", "vi", ""),
}


@pytest.mark.parametrize(("date", "lang", "text"), DATES.values(), ids=DATES)
def test_a_date_is_written_as_readers_write_it(date: str, lang: str, text: str) -> None:
    """The day first in Vietnamese."""
    assert dated(date, lang) == text
