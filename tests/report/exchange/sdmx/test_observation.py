"""Figures as observations: keys of their own, and the values of the statements."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tgkt.report.exchange.figures import FIGURES
from tgkt.report.exchange.sdmx.component import COMPONENTS, DIMENSIONS
from tgkt.report.exchange.sdmx.observation import Observation, observations
from tgkt.results.export import Stated

from .exported import each_folder, exported, rows


def one(name: str, key: str) -> Observation:
    """The figure of a key."""
    return next(each for each in rows(name) if each["KEY"] == key)


@each_folder
def test_dimensions_name_one_figure(name: str) -> None:
    """No two figures have the same in all dimensions, and none has an empty one."""
    keys = [tuple(each[it.id] for it in DIMENSIONS) for each in rows(name)]
    assert keys
    assert len(set(keys)) == len(keys)
    assert [key for key in keys if not all(key)] == []


@each_folder
def test_nothing_that_is_always_there_is_missing(name: str) -> None:
    """In any figure."""
    always = [each.id for each in COMPONENTS if each.is_always]
    assert [each["KEY"] for each in rows(name) if not all(each[id] for id in always)] == []


@each_folder
def test_numbers_are_those_of_the_table_of_figures(name: str) -> None:
    """All of them, with every digit."""
    figures = list(FIGURES.rows(exported(name)))
    columns = ("value", "low", "high", "range_low", "range_high", "tolerance")
    ids = {each.column: each.id for each in COMPONENTS}
    for figure, row in zip(figures, rows(name), strict=True):
        assert row["KEY"] == figure["key"]
        for column in columns:
            number = figure.get(column)
            assert row[ids[column]] == ("" if number is None else f"{number:f}"), (figure["key"], column)


@each_folder
def test_numbers_are_those_of_the_statements(name: str) -> None:
    """A single number is the value; of two both stand beside it."""
    by_key = {each["KEY"]: each for each in rows(name)}
    for each in exported(name).stated:
        assert _numbers(by_key[each.key]) == _stated(each), each.key


def _numbers(row: Observation) -> tuple[Decimal | None, ...]:
    found = (row[id] for id in ("OBS_VALUE", "RANGE_LOW", "RANGE_HIGH"))
    return tuple(Decimal(text) if text else None for text in found)


def _stated(each: Stated) -> tuple[Decimal | None, ...]:
    figure = each.statement.figure
    if figure is None:
        return None, None, None
    if figure.low != figure.high:
        return None, figure.low, figure.high
    return (None if figure.is_range else figure.low), None, None


OF_ONE = {
    "a target": (
        "the shipped data",
        "targets_2025_2030/merged/1.1/target",
        {"SCENARIO": "target", "ROLE": "target", "FREQ": "A", "TIME_PERIOD": "2030", "OBS_STATUS": "A"},
    ),
    "a figure of a term": (
        "the shipped data",
        "merged/grdp_per_capita_increase/2021-2025/total/article_2025_08",
        {
            **{"FREQ": "A5", "TIME_PERIOD": "2021-01-01/P5Y", "PERIOD": "2021-2025", "OBS_VALUE": "39.6"},
            **{"UNIT_MEASURE": "VND_PER_person_PER_year", "UNIT_MULT": "6"},
        },
    ),
    "a printed figure": (
        "the shipped data",
        "merged/grdp_share_non_agriculture/2025/in_year/political_report",
        {
            **{"SCENARIO": "stated", "OBS_VALUE": "88.8", "LOW": "88.75", "HIGH": "88.85", "UNIT_MEASURE": "PC"},
            **{"UNIT_MULT": "0", "DECIMALS": "1", "OBS_STATUS": "E", "TIMING": "in_year", "STATEMENT": "1"},
        },
    ),
    "a range of a term of fiscal years": (
        "fiscal years",
        "plan/here/1/target",
        {
            **{"TIME_PERIOD": "2026-01-01/P5Y", "PERIOD": "2026/27-2030/31", "OBS_VALUE": "", "COMPARATOR": "between"},
            **{"RANGE_LOW": "6.5", "RANGE_HIGH": "7.0", "DECIMALS": "1"},
        },
    ),
    "a multiple of a fiscal year": (
        "fiscal years",
        "plan/here/2/target",
        {"MEASURE": "multiple", "TIME_PERIOD": "2029-A1", "BASE_PER": "2020-A1", "STATEMENT": "1", "SECTION": "one"},
    ),
    "the same target in another row": ("fiscal years", "plan/here/3/target", {"STATEMENT": "2", "CODE": "3"}),
    "a structure has its numbers in its shares": (
        "the shipped data",
        "thai_nguyen/economic_structure/2025/in_year/appendix",
        {"OBS_VALUE": "", "OBS_STATUS": "K"},
    ),
}


@pytest.mark.parametrize(("name", "key", "has"), OF_ONE.values(), ids=OF_ONE)
def test_one_figure(name: str, key: str, has: Observation) -> None:
    """What it is, in the codes of SDMX."""
    row = one(name, key)
    assert {id: row[id] for id in has} == has


def test_derived_figures_have_no_document_and_no_timing() -> None:
    """But how they follow."""
    derived = [each for each in rows("the shipped data") if each["SCENARIO"] == "derived"]
    assert derived
    assert {(each["ORIGIN"], each["TIMING"]) for each in derived} == {("_Z", "_Z")}
    assert [each["KEY"] for each in derived if not each["HOW"]] == []


def test_words_have_no_number() -> None:
    """And say so by their status."""
    found = [each for each in rows("the shipped data") if each["MEASURE"] == "words"]
    assert found
    assert {(each["OBS_VALUE"], each["OBS_STATUS"]) for each in found} == {("", "M")}


def test_a_multiple_names_its_base_year() -> None:
    """It is a measure of its own."""
    found = [each for each in rows("the shipped data") if each["MEASURE"] == "multiple"]
    assert found
    assert [each["KEY"] for each in found if not each["BASE_PER"]] == []


def test_printed_words_keep_line_ends_and_tabs() -> None:
    """As in JSON."""
    assert "50%\n| or so\tmore" in [each["PRINTED"] for each in rows("hostile texts")]


def test_what_a_terminal_obeys_is_shown_by_its_number() -> None:
    """Also where a program brings it in behind the loader."""
    found = exported("hostile texts")
    first, *others = found.stated
    injected = first._replace(statement=first.statement._replace(printed="a\x1b[2Jb\u202e"))
    row = observations(found._replace(stated=(injected, *others)))[0]
    assert row["PRINTED"] == "a\\u001b[2Jb\\u202e"
