"""Ids made from names."""

from __future__ import annotations

import pytest

from tgkt.loading.naming import slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        pytest.param("Thái Nguyên", "thai_nguyen", id="accents"),
        pytest.param("Đồng Hỷ (cũ)", "dong_hy_cu", id="đ and brackets"),
        pytest.param("2nd district", "x_2nd_district", id="a digit first"),
        pytest.param("St. Mary's", "st_mary_s", id="signs"),
        pytest.param("On", "x_on", id="a word that YAML tools turn into something else"),
        pytest.param("N", "x_n", id="a letter that they turn into false"),
        pytest.param("a" * 59 + " very long title", "a" * 59, id="a long one ends with a word"),
        pytest.param("统计", "x", id="no letter of an id"),
    ],
)
def test_a_name_becomes_an_id(title: str, name: str) -> None:
    """Small letters without accents, digits and "_"."""
    assert slug(title) == name


def test_an_id_that_is_taken_gets_a_number() -> None:
    """Two names that make one id are told apart."""
    assert slug("Report", ["report", "report_2"]) == "report_3"
