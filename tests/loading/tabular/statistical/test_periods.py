"""Periods in the codes and labels of statistics offices."""

from __future__ import annotations

import pytest

from tgkt.loading.tabular.statistical.periods import period_of
from tgkt.loading.tabular.values import CellError


@pytest.mark.parametrize(
    ("code", "label", "period"),
    [
        ("2025", "2025", "2025"),
        ("2025-A1", "", "2025"),
        ("2025A", "", "2025"),
        ("2025-Q1", "", "2025-Q1"),
        ("2025Q1", "", "2025-Q1"),
        ("2025-06", "", "2025-06"),
        ("2025M06", "", "2025-06"),
        ("2025-M06", "", "2025-06"),
        ("2025-S1", "", "2025-6M"),
        ("2025H1", "", "2025-6M"),
        ("2021-2025", "", "2021-2025"),
        ("2021-01-01/P5Y", "", "2021-2025"),
        ("2025-01-01/P9M", "", "2025-9M"),
        ("3", "2024", "2024"),
        ("3", "Sơ bộ 2024", "2024 provisional"),
        ("2024", "Prel. 2024", "2024 provisional"),
        ("2024", "2024 (p)", "2024 provisional"),
        ("3", "Ước 2025", "2025 estimated"),
        ("3", "Năm 2025", "2025"),
        ("3", "Quý I/2025", "2025-Q1"),
    ],
)
def test_a_period_is_read(code: str, label: str, period: str) -> None:
    """Of the code, else of the label, which may say how settled it is."""
    found = period_of(code, label)
    assert " ".join(filter(None, (str(found.period), found.status))) == period


@pytest.mark.parametrize(
    "code", ["2025K1", "2025-S2", "2025-W05", "2025-06-30", "12", "later", "2025-A2", "2025-Q5", ""]
)
def test_what_is_open_is_refused(code: str) -> None:
    """With the line of the file of codes that settles it."""
    with pytest.raises(CellError, match=r"is not a period\. Say what it is in a file for --map: period: "):
        period_of(code, code)


def test_a_label_that_is_another_period_is_refused() -> None:
    """Nobody knows which is meant."""
    with pytest.raises(CellError, match="the code '2025' is 2025, and its label '2024' is 2024"):
        period_of("2025", "2024")
