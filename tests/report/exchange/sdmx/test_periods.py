"""Every sort of period in the time formats of SDMX."""

from __future__ import annotations

import re

import pytest

from tgkt.facts.period import parse_period
from tgkt.language import said
from tgkt.report.exchange.sdmx.periods import frequency_name, time_of


@pytest.mark.parametrize(
    ("period", "frequency", "time"),
    [
        pytest.param("2030", "A", "2030", id="a year"),
        pytest.param("2021-2025", "A5", "2021-01-01/P5Y", id="a term"),
        pytest.param("2020-2025", "A6", "2020-01-01/P6Y", id="six years"),
        pytest.param("2029/30", "A", "2029-A1", id="a fiscal year"),
        pytest.param("2026/27-2030/31", "A5", "2026-01-01/P5Y", id="a term of fiscal years"),
        pytest.param("2026-06", "M", "2026-06", id="a month"),
        pytest.param("2026-1M", "M", "2026-01", id="the first month"),
        pytest.param("2026-Q2", "Q", "2026-Q2", id="a quarter"),
        pytest.param("2026-3M", "Q", "2026-Q1", id="the first three months"),
        pytest.param("2026-6M", "S", "2026-S1", id="the first half"),
        pytest.param("2026-9M", "M9", "2026-01-01/P9M", id="the first nine months"),
        pytest.param("2026-11M", "M11", "2026-01-01/P11M", id="the first eleven months"),
    ],
)
def test_a_period(period: str, frequency: str, time: str) -> None:
    """How often it comes, and when it is."""
    assert time_of(parse_period(period)) == (frequency, time)
    assert re.fullmatch(r"\d{4}(-(A1|S[12]|Q[1-4]|\d\d))?|\d{4}-\d\d-01/P\d+[YM]", time)


@pytest.mark.parametrize(
    ("code", "en", "vi"),
    [
        ("A", "annual", "hằng năm"),
        ("A5", "term of 5 years", "giai đoạn 5 năm"),
        ("M9", "9 months", "9 tháng"),
    ],
)
def test_a_frequency_has_a_name(code: str, en: str, vi: str) -> None:
    """In both languages."""
    name = frequency_name(code)
    assert (said(name, "en"), said(name, "vi")) == (en, vi)
