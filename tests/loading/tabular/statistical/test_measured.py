"""Numbers and units of statistics offices."""

from __future__ import annotations

import pytest

from tgkt.facts.units import NO_OWN, parse_unit
from tgkt.loading.tabular.notation import Notation
from tgkt.loading.tabular.statistical.measured import measured, printed
from tgkt.loading.tabular.values import CellError


@pytest.mark.parametrize(
    ("text", "decimals", "value", "held"),
    [
        ("101.1", "", "101.1", None),
        ("101.10", "", "101.10", None),
        ("101.1", "2", "101.10", None),
        ("101", "0", "101", None),
        ("101.15", "1", "101.2", "101.15"),
        ("-0.05", "1", "-0.1", "-0.05"),
        ("1e+05", "", "100000", None),
        ("1.50E1", "3", "15.000", None),
    ],
)
def test_a_number_has_the_decimals_that_are_printed(text: str, decimals: str, value: str, held: str | None) -> None:
    """And is known in full where it has more."""
    found = printed(text, decimals, Notation.PLAIN)
    assert (f"{found.value:f}", None if found.held is None else f"{found.held:f}") == (value, held)


@pytest.mark.parametrize(
    ("named", "unit", "power", "declared", "meant"),
    [
        ("", "", "", "nghìn tỷ đồng", None),
        ("", "", "12", "nghìn tỷ đồng", None),
        ("", "", "9", "nghìn tỷ đồng", "tỷ đồng"),
        ("", "", "0", "nghìn tỷ đồng", "đồng"),
        ("", "VND", "9", "nghìn tỷ đồng", "tỷ VND"),
        ("", "VND", "6", "million VND", None),
        ("", "VND", "9", "million VND", "billion VND"),
        ("tỷ đồng", "XDC", "", "nghìn tỷ đồng", "tỷ đồng"),
        ("đồng", "XDC", "9", "nghìn tỷ đồng", "tỷ đồng"),
        ("tỷ đồng", "XDC", "9", "nghìn tỷ đồng", "tỷ đồng"),
        ("", "PT", "0", "%", None),
        ("", "PT", "", "%/năm", None),
        ("", "PC_PER_year", "0", "%/năm", None),
        ("", "", "0", "%", None),
        ("", "..", "", "%", None),
        ("", "VND_PER_person_PER_month", "6", "triệu đồng/người/tháng", None),
        ("", "", "3", "triệu đồng/người/tháng", "nghìn đồng/người/tháng"),
        ("", "", "0", "bác sĩ/vạn dân", None),
    ],
)
def test_a_unit_is_compared_with_the_declared_one(
    named: str, unit: str, power: str, declared: str, meant: str | None
) -> None:
    """None where it is the same; the user's word goes before the file's."""
    found = measured(named, unit, power, parse_unit(declared), NO_OWN)
    assert (None if found is None else found.text) == meant


@pytest.mark.parametrize(
    ("named", "unit", "power", "told"),
    [
        ("", "PS", "3", "the unit 'PS' is not known. Say what it is in a file for --map: unit: "),
        ("", "kg", "", "measure different things"),
        ("tỷ đồng", "", "6", "the file says 10^6, and the unit 'tỷ đồng' is 10^9"),
        ("", "", "2", "'đồng' is not counted in 10^2"),
        ("", "PT", "0", "measure different things"),
        ("", "", "sáu", "'sáu' is no power of ten"),
        ("", "", "999", "'999' is no power of ten"),
    ],
)
def test_what_contradicts_is_refused(named: str, unit: str, power: str, told: str) -> None:
    """A unit of something else, a second power of ten, and words that are no units."""
    with pytest.raises(CellError) as error:
        measured(named, unit, power, parse_unit("nghìn tỷ đồng"), NO_OWN)
    assert told in error.value.message
