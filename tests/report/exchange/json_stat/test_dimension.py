"""Dimensions as JSON-stat has them, and the number of a cell."""

from __future__ import annotations

import pytest

from tgkt.report.exchange.json_stat.dimension import Category, Dimension, cell_of

AREA = Dimension("area", "Địa bàn", (Category("here", "Đây"), Category("there", "Đó")))
MEASURE = Dimension("measure", "Số", (Category("absolute", "số tuyệt đối", {"label": "%", "decimals": 1}),))
NUMBER = Dimension("number", "Con số", tuple(Category(name, name) for name in ("value", "low", "high")))


def test_a_dimension_has_its_categories_in_order() -> None:
    """Ids as a list, names by id, no units where there are none."""
    assert AREA.fields() == {
        "label": "Địa bàn",
        "category": {"index": ["here", "there"], "label": {"here": "Đây", "there": "Đó"}},
    }


def test_units_stand_by_category() -> None:
    """Where it has one."""
    assert MEASURE.fields()["category"]["unit"] == {"absolute": {"label": "%", "decimals": 1}}


@pytest.mark.parametrize(
    ("area", "number", "cell"),
    [("here", "value", 0), ("here", "high", 2), ("there", "value", 3), ("there", "high", 5)],
)
def test_the_last_dimension_changes_first(area: str, number: str, cell: int) -> None:
    """Row by row, as JSON-stat counts."""
    assert cell_of({"area": area, "measure": "absolute", "number": number}, (AREA, MEASURE, NUMBER)) == cell
