"""Figures found by a number in either notation, or by words of what stands beside them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from builders import catalogue, indicator, origin, period, row, statement

from tgkt.engine.find.find import find
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Words
from tgkt.facts.units import parse_unit
from tgkt.results.find import Found, Where

WATER = indicator(id="clean_water", title=Words("Nước sạch nông thôn", "Clean water in the countryside"))
PEOPLE = indicator(id="people", title=Words("Dân số", "Population"), unit=parse_unit("nghìn người"))
SCHOOLS = indicator(id="schools", title=Words("Trường học", "Schools"), unit=parse_unit("trường"))
REPORT = origin("report", "2025-09")._replace(
    title=Words("Báo cáo chính trị", "Political report"), url="https://example.org/report", language="vi"
)
VIETNAMESE_THOUSANDS = {"unit": parse_unit("nghìn người"), "indicator": "people"}


def data(*observations: Any, **changes: Any) -> Catalogue:
    """A plan with a row about clean water, and two indicators outside it, one of which no document prints."""
    target = statement("≥ 80", indicator="clean_water", printed="từ 80% trở lên", origin="report", locator="mục 2")
    base = statement("37.5", indicator="clean_water", period=period(2025), printed="37,5%", origin="report")
    rows = [row(code="24.1", indicator=WATER, target=target, baseline=base, **changes)]
    return catalogue(*observations, rows=rows, indicators=[indicator(), PEOPLE, SCHOOLS, WATER], origins=[REPORT])


def told(found: Found) -> list[tuple[str, str, str]]:
    """Indicator, role and place of every hit."""
    return [(hit.indicator.id, str(hit.role or ""), str(hit.where)) for hit in found.hits]


def both(where: str) -> list[tuple[str, str, str]]:
    """Target and baseline of the row, found in one place."""
    return [("clean_water", role, where) for role in ("target", "baseline")]


@pytest.mark.parametrize("text", ["37,5", "37.5", "37,5%", "37.5 %", "= 37,5", "37,50"])
def test_a_number_is_found_in_either_notation(text: str) -> None:
    """Comma or dot, with its sign of percent or without."""
    assert told(find(text, data())) == [("clean_water", "baseline", "figure")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.845", ["1845", "1.845"]),
        ("1845", ["1845"]),
        ("1,845", ["1.845", "1845"]),
        ("1.845,7", ["1845.7"]),
        ("1.845 nghìn người", ["1845"]),
        ("1,845 triệu người", ["1845"]),
        ("1845 people", []),
        ("1.845 %", ["1.845"]),
    ],
)
def test_a_number_that_may_be_two_is_both(text: str, values: list[str]) -> None:
    """A dot may group thousands or begin decimals; a unit says which figures are meant, whatever its scale word."""
    figures: tuple[tuple[str, dict[str, Any]], ...] = (
        ("1845", VIETNAMESE_THOUSANDS),
        ("1845.7", VIETNAMESE_THOUSANDS),
        ("1.845", {}),
    )
    observations = [statement(each, printed="words", **more) for each, more in figures]
    hits = find(text, data(*observations)).hits
    found = [str(hit.statement.figure.low) for hit in hits if hit.statement and hit.statement.figure]
    assert sorted(found) == sorted(values)


def test_figures_come_before_numbers_in_words_and_notes() -> None:
    """A figure that prints the number, then a phrase that holds it, then a note."""
    note = Words("so với 37,5% năm 2020", "against 37.5 % in 2020")
    noted = statement("41", indicator="clean_water", period=period(2024), origin="report", note=note)
    said = statement("40", indicator="clean_water", period=period(2023), printed="từ 37,5% lên 40%", origin="report")
    found = find("37,5", data(noted, said))
    assert [hit.where for hit in found.hits] == [Where.FIGURE, Where.PRINTED, Where.NOTE]


def test_both_ends_of_a_range_and_a_cut_are_printed_numbers() -> None:
    """6.5 and 7 of "6.5 - 7.0"; 55 of a cut to 0.45 times 1990."""
    span = statement("6.5 - 7.0", indicator="people", printed="6,5 - 7,0")
    cut = statement("0.45", indicator="schools", relative_to=1990, is_cut=True, printed="giảm")
    facts = data(span, cut)
    assert [find(text, facts).hits[0].indicator.id for text in ("6,5", "7", "55")] == ["people", "people", "schools"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("nước sạch", both("title"), id="title"),
        pytest.param("NUOC SACH", both("title"), id="no accents"),
        pytest.param("countryside", both("title"), id="English"),
        pytest.param("trở lên", [("clean_water", "target", "printed")], id="a phrase"),
        pytest.param("mục 2", [("clean_water", "target", "locator")], id="a place"),
        pytest.param("tên cũ", both("label"), id="a name as printed"),
        pytest.param("political", both("origin"), id="a document"),
        pytest.param("nuoc sach 2025", [("clean_water", "baseline", "several")], id="words of several places"),
        pytest.param("trường học", [("schools", "", "title")], id="an indicator without a figure"),
        pytest.param("count", both("title"), id="the beginning of a word"),
        pytest.param("clean_water", both("title"), id="an id"),
        pytest.param("dân", [("people", "", "title")], id="accents that were typed"),
        pytest.param("cou", [], id="a beginning too short to mean anything"),
        pytest.param("nước mắm", [], id="one word of two"),
    ],
)
def test_words_are_found_where_they_stand(text: str, found: list[tuple[str, str, str]]) -> None:
    """Titles, names, phrases, places and documents, without regard to case and accents."""
    assert told(find(text, data(label="Tên cũ"))) == found


def test_what_fits_less_well_is_left_out() -> None:
    """Accents that were typed are meant where something has them."""
    facts = data(statement("5", indicator="people", period=period(2024), printed="dán tem"))
    assert [hit.where for hit in find("dân", facts).hits] == [Where.TITLE]
    assert {hit.where for hit in find("dan", facts).hits} == {Where.TITLE}  # of title and phrase the title


@pytest.mark.parametrize(
    ("text", "near", "meant"),
    [
        ("50", ["37.5", "80"], ""),
        ("5", ["37.5"], ""),
        ("50 ha", [], ""),
        ("nuoc sahc", [], "nuoc sach"),
        ("nước sahc", [], "nước sạch"),
        ("xyzzy", [], ""),
    ],
)
def test_what_is_not_there_is_answered_with_what_is_near(text: str, near: list[str], meant: str) -> None:
    """The printed numbers below and above; words with the slips mended."""
    found = find(text, data())
    assert (found.hits, found.near, found.meant) == ((), tuple(map(Decimal, near)), meant)


def test_a_hit_says_where_its_figure_stands() -> None:
    """Number, area, document, and a key of its own."""
    baseline = find("37,5", data()).hits[0]
    assert (baseline.key, baseline.codes) == ("clean_water/merged/2025/report", ("24.1",))
    assert baseline.area is not None
    assert baseline.origin is not None
    assert (baseline.area.id, baseline.origin.url) == ("merged", "https://example.org/report")


def test_keys_are_unique_and_the_same_whatever_is_asked() -> None:
    """Figures about one thing from one document are told apart by a number."""
    twice = [statement(each, indicator="people", period=period(2024), origin="report") for each in ("5", "6")]
    facts = data(*twice)
    keys = [find(each, facts).hits[0].key for each in ("5", "6")]
    assert keys == ["people/merged/2024/report", "people/merged/2024/report/2"]


def test_a_second_printing_of_a_target_is_found_as_such() -> None:
    """Behind the target, at its own place, with the numbers of its indicator."""
    again = statement("≥ 80", indicator="clean_water", printed="từ 80%", origin="report", locator="III", reprint=True)
    found = find("80", replace(data(), reprints=(again,)))
    assert told(found) == [("clean_water", "target", "figure"), ("clean_water", "reprint", "figure")]
    assert [(hit.statement.locator, hit.codes) for hit in found.hits if hit.statement] == [
        ("mục 2", ("24.1",)),
        ("III", ("24.1",)),
    ]
