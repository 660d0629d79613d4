"""The unit of a figure, where the table leaves a part of it out."""

from __future__ import annotations

import pytest

from tgkt.facts.units import Declared, own_units, parse_unit
from tgkt.loading.tabular.measures import measure
from tgkt.loading.tabular.values import CellError


@pytest.mark.parametrize(
    ("text", "declared", "meant"),
    [
        ("", "nghìn tỷ đồng", "nghìn tỷ đồng"),
        ("tỷ đồng", "nghìn tỷ đồng", "tỷ đồng"),
        ("nghìn tỷ", "nghìn tỷ đồng", "nghìn tỷ đồng"),
        ("tỷ", "nghìn tỷ đồng so sánh", "tỷ đồng so sánh"),
        ("triệu/người/tháng", "triệu đồng/người/tháng", "triệu đồng/người/tháng"),
        ("triệu đồng/người/năm", "triệu đồng/người/tháng", "triệu đồng/người/năm"),
        ("bác sĩ", "bác sĩ/vạn dân", "bác sĩ/vạn dân"),
        ("%", "%/năm", "%/năm"),
        ("%", "%", "%"),
    ],
)
def test_a_unit_is_meant(text: str, declared: str, meant: str) -> None:
    """As written, completed from the declared one; what was completed is said."""
    found = measure(text, parse_unit(declared))
    assert found.unit.text == meant
    assert found.said == (f"'{text}' is taken as '{meant}'" if text not in ("", meant) else "")


@pytest.mark.parametrize(
    ("text", "declared", "told"),
    [
        ("triệu đồng/người", "triệu đồng/người/tháng", "per month or per year"),
        ("triệu", "triệu đồng/người/năm", "per month or per year"),
        ("kg", "nghìn tỷ đồng", "measure different things"),
        ("%", "điểm %", "measure different things"),
        ("nghìn tỷ đồng", "nghìn tỷ đồng so sánh", "measure different things"),
        ("kgg", "%", "unknown unit 'kgg'. Did you mean 'kg'?"),
    ],
)
def test_a_unit_is_refused(text: str, declared: str, told: str) -> None:
    """Where it is another thing, or stays open."""
    with pytest.raises(CellError, match=told.replace("?", r"\?")):
        measure(text, parse_unit(declared))


def test_a_unit_of_the_datas_own_is_known() -> None:
    """As `units:` of the folder declares it."""
    own, problems = own_units({"ZRK": Declared("money")})
    assert problems == {}
    assert measure("million ZRK", parse_unit("ZRK", own), own).unit.scale == 6
    with pytest.raises(CellError, match="unknown unit 'million ZRK'"):
        measure("million ZRK", parse_unit("%"))
