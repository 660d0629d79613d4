"""Dimensions of an indicator's figures: the categories that they have, named."""

from __future__ import annotations

from functools import cache

from tgkt.report.exchange.json_stat.axes import ROLE, dimensions_of
from tgkt.report.exchange.json_stat.dimension import Dimension
from tgkt.report.exchange.json_stat.figure import figures_of

from ..sdmx.exported import each_folder, exported

SHIPPED, IRISH = "the shipped data", "a plan in English"


@cache
def dimensions(name: str, indicator: str, lang: str = "vi") -> dict[str, Dimension]:
    """The dimensions of an indicator, by their ids."""
    found = exported(name)
    return {each.id: each for each in dimensions_of(figures_of(found)[indicator], found, lang)}


@each_folder
def test_every_place_is_in_the_dimensions(name: str) -> None:
    """And no category is there that no figure has."""
    found = exported(name)
    for held in figures_of(found).values():
        for each in dimensions_of(held, found, "vi")[:-1]:
            assert set(each.ids) == {figure.place[each.id] for figure in held}
            assert len(set(each.ids)) == len(each.ids)


def test_they_are_the_same_for_every_indicator() -> None:
    """So that tables of several can be put below each other."""
    wanted = ["area", "period", "scenario", "timing", "origin", "statement", "measure", "number"]
    assert [list(dimensions(SHIPPED, id)) for id in ("grdp_per_capita", "grdp_growth")] == [wanted, wanted]
    assert {each for ids in ROLE.values() for each in ids} <= set(wanted)


def test_names_are_vietnamese_or_english() -> None:
    """Those of the data and our own."""
    found = dimensions(SHIPPED, "grdp_per_capita")
    assert (found["area"].label, found["area"].categories[0].label) == ("Địa bàn", "Thái Nguyên (hợp nhất)")
    assert [each.label for each in found["scenario"].categories] == ["mục tiêu của kế hoạch", "văn kiện có in"]
    english = dimensions(SHIPPED, "grdp_per_capita", "en")
    assert english["scenario"].categories[0].label == "target of a plan"


def test_periods_are_in_their_order() -> None:
    """A term after the years before it."""
    found = dimensions(IRISH, "emissions_transport")["period"].ids
    assert found[:3] == ["2018", "2019", "2020"]
    assert found.index("2021-2025") < found.index("2023") < found.index("2030")


def test_each_measure_has_its_unit() -> None:
    """That of the indicator first; decimals where all figures have as many, for 119 is not 119.0."""
    found = {each.id: each.unit for each in dimensions(IRISH, "emissions_transport", "en")["measure"].categories}
    assert found == {
        "absolute": {"label": "Mt CO2 eq"},
        "cut": {"label": "times", "decimals": 2},
        "absolute: kt CO2 eq": {"label": "kt CO2 eq", "decimals": 1},
    }
    assert next(iter(found)) == "absolute"


def test_words_have_no_unit() -> None:
    """There is nothing to be counted."""
    units = [
        each.unit
        for held in figures_of(exported(SHIPPED)).values()
        for each in dimensions_of(held, exported(SHIPPED), "vi")[-2].categories
        if each.id == "words"
    ]
    assert units
    assert set(units) == {None}


def test_both_numbers_of_a_range_are_there_where_one_is_printed() -> None:
    """Value and ends always."""
    assert dimensions(SHIPPED, "grdp_per_capita")["number"].ids == ["value", "low", "high"]
    found = dimensions(IRISH, "emissions_transport")["number"].ids
    assert found == ["value", "low", "high", "range_low", "range_high"]
