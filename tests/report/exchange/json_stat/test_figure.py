"""The place of a figure in a cube, its numbers and its status."""

from __future__ import annotations

from itertools import chain

import pytest

from tgkt.report.exchange.figures import FIGURES
from tgkt.report.exchange.json_stat.figure import NUMBERS, Figure, figures_of

from ..sdmx.exported import each_folder, exported


def one(name: str, key: str) -> Figure:
    """The figure of a key."""
    return next(each for each in chain.from_iterable(figures_of(exported(name)).values()) if each.cells["key"] == key)


@each_folder
def test_no_two_figures_have_one_place(name: str) -> None:
    """Of one indicator; every figure of the package is there."""
    found = figures_of(exported(name))
    places = [(id, *each.place.values()) for id, held in found.items() for each in held]
    assert len(set(places)) == len(places) == len(list(FIGURES.rows(exported(name))))


@each_folder
def test_its_numbers_are_those_of_the_package(name: str) -> None:
    """All of them."""
    figures = {each.cells["key"]: each for each in chain.from_iterable(figures_of(exported(name)).values())}
    for row in FIGURES.rows(exported(name)):
        wanted = {number: row[number] for number in NUMBERS if row.get(number) is not None}
        assert figures[row["key"]].numbers == wanted, row["key"]


SHIPPED, IRISH = "the shipped data", "a plan in English"
PLACES = {
    "a target": (SHIPPED, "targets_2025_2030/merged/3/target", {"scenario": "target", "measure": "absolute"}),
    "a printed figure": (
        SHIPPED,
        "merged/grdp_per_capita/2025/in_year/political_report",
        {
            **{"area": "merged", "period": "2025", "scenario": "stated", "timing": "in_year", "statement": "1"},
            **{"origin": "political_report", "measure": "absolute"},
        },
    ),
    "a multiple of an earlier year": (
        SHIPPED,
        "merged/grdp_per_capita/2025/in_year/political_report/2",
        {"measure": "multiple"},
    ),
    "a figure that a document prints twice": (
        SHIPPED,
        "thai_nguyen/grdp_per_capita/2025/in_year/appendix/2",
        {"origin": "appendix", "statement": "2"},
    ),
    "another unit": (
        IRISH,
        "ireland/emissions_transport/2023/in_year/epa_transport",
        {"measure": "absolute: kt CO2 eq"},
    ),
    "the same unit by another name": (IRISH, "cap24/ireland/7.1/target", {"measure": "absolute"}),
}


@pytest.mark.parametrize(("name", "key", "has"), PLACES.values(), ids=PLACES)
def test_a_place(name: str, key: str, has: dict[str, str]) -> None:
    """In the dimensions that matter."""
    place = one(name, key).place
    assert {dimension: place[dimension] for dimension in has} == has


@each_folder
def test_what_has_no_number_is_in_words_or_a_structure(name: str) -> None:
    """The numbers of a structure are those of its shares."""
    statements = {each.key: each.statement for each in exported(name).stated}
    for each in chain.from_iterable(figures_of(exported(name)).values()):
        if not each.numbers:
            assert each.status == "words" or statements[each.cells["key"]].values, each.cells["key"]


def test_a_status_is_what_the_figure_is_taken_as() -> None:
    """A target has none, what is derived that of its inputs."""
    assert one(SHIPPED, "targets_2025_2030/merged/3/target").status is None
    assert one(SHIPPED, "merged/grdp_per_capita/2020/in_year/political_report").status == "provisional"
    derived = [each for each in chain.from_iterable(figures_of(exported(SHIPPED)).values()) if each.cells.get("how")]
    assert derived
    assert [each.cells["key"] for each in derived if each.status != each.cells["status"]] == []


def test_beside_the_cube_stands_what_it_has_no_room_for() -> None:
    """Key, words and place; nothing that is empty, and nothing that a dimension says."""
    beside = one(SHIPPED, "merged/grdp_per_capita/2025/in_year/article_2025_08").beside
    assert beside["printed"] == "đạt khoảng 119 triệu đồng"
    assert (beside["comparator"], beside["unit"]) == ("about", "triệu đồng/người/năm")
    assert not {"area", "period", "value", "low", "relative_to"} & beside.keys()


def test_a_derived_figure_comes_from_the_documents_of_its_inputs() -> None:
    """And has no document of its own in the cube."""
    derived = [each for each in chain.from_iterable(figures_of(exported(SHIPPED)).values()) if each.cells.get("how")]
    assert {each.place["origin"] for each in derived} == {"_Z"}
    assert [each.cells["key"] for each in derived if not each.origins] == []
