"""Periods in the spellings of tables."""
# ruff: noqa: E501 - a message stands whole on its line

from __future__ import annotations

import pytest

from tgkt.facts.period import Period
from tgkt.loading.tabular.periods import spelt, table_period

SPELLINGS = {
    "2026": ["2026", "năm 2026", "Năm 2026", "NĂM 2026", "nam 2026", "31/12/2026", "31-12-2026", "31.12.2026", "2026-12-31", "12T/2026"],
    "2026-6M": ["6T/2026", "6t/2026", "6T 2026", "6 tháng 2026", "6 tháng đầu năm 2026", "6M/2026", "2026-6M"],
    "2026-11M": ["11T/2026", "11 tháng năm 2026"],
    "2026-06": ["T6/2026", "tháng 6/2026", "Tháng 6 năm 2026", "2026-06", "2026M06", "Tháng 06/2026"],
    "2026-Q2": ["Q2/2026", "quý 2/2026", "Quý II/2026", "quý II năm 2026", "2026-Q2", "2026Q2"],
    "2026-2030": ["2026-2030", "2026 - 2030", "2026–2030", "giai đoạn 2026-2030", "nhiệm kỳ 2026-2030"],
    "2025/26": ["2025/26", "2025/2026"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(text, to) for to, texts in SPELLINGS.items() for text in texts])
def test_a_spelling(text: str, expected: str) -> None:
    """Each in the spelling of the data."""
    assert spelt(text) == expected


@pytest.mark.parametrize("text", ["26", "x", "2026/2030", "năm", "2026 2027"])
def test_what_is_no_period_is_refused(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match="is not a period"):
        table_period(text)


@pytest.mark.parametrize("text", ["30/6/2026", "2026-06-30", "1.1.2026", "6/2026", "06-2026", "45/99/2026"])
def test_a_day_or_an_open_month_is_refused(text: str) -> None:
    """With the spellings that say which is meant."""
    with pytest.raises(ValueError, match=r"Write (?:T6/2026|2026|a year)"):
        table_period(text)


def test_a_period_is_read() -> None:
    """Into the program's own."""
    assert table_period("giai đoạn 2026-2030") == Period(2026, 2030)


@pytest.mark.parametrize("text", ["6T/2026", "T6/2026", "quý II/2026", "2025/26", "11T/2026"])
def test_a_part_of_a_year_is_read(text: str) -> None:
    """As the data spell it, which reads back."""
    assert str(table_period(text)) == spelt(text)
