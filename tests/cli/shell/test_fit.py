"""Which values fit what is typed."""

from __future__ import annotations

import pytest

from tgkt.cli.shell.fit import fitting
from tgkt.cli.shell.values import Value

VALUES = [
    Value("12", "Life expectancy", ("Life expectancy at birth", "Tuổi thọ trung bình")),
    Value("grdp", "GRDP", ("GRDP (current prices)", "Tổng sản phẩm")),
    Value("grdp_growth", "GRDP growth", ("GRDP growth", "Tốc độ tăng trưởng GRDP")),
]


@pytest.mark.parametrize(
    ("typed", "fits", "by_title"),
    [
        pytest.param("", ["12", "grdp", "grdp_growth"], False, id="nothing typed: all"),
        pytest.param("grdp_", ["grdp_growth"], False, id="the beginning of an id"),
        pytest.param("GRDP_", ["grdp_growth"], False, id="capitals of an id"),
        pytest.param("tuoi tho", ["12"], True, id="words of a title without accents"),
        pytest.param("Tuổi th", ["12"], True, id="words of a title, the last one begun"),
        pytest.param("Thọ tuổi", ["12"], True, id="in another order"),
        pytest.param("curr", ["grdp"], True, id="a word in brackets"),
        pytest.param("nothing", [], True, id="no word of any title"),
    ],
)
def test_what_fits(typed: str, fits: list[str], by_title: bool) -> None:
    """The beginning of the value itself, else words of its titles."""
    found = fitting(typed, VALUES)
    assert ([each.text for each in found.values], found.by_title) == (fits, by_title)


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        pytest.param("met,n", ["met,not_met"], id="the last part"),
        pytest.param("met,", ["met,not_met"], id="not what stands before"),
        pytest.param("", ["met", "not_met"], id="the first part"),
    ],
)
def test_a_list_with_commas(typed: str, fits: list[str]) -> None:
    """The part after the last comma is completed, and the word as a whole answered."""
    assert [each.text for each in fitting(typed, [Value("met"), Value("not_met")], is_list=True).values] == fits
