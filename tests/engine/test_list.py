"""Lists of what the data hold, whole or by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from builders import catalogue, indicator, origin, row, statement
from shipped import RESULTS, TARGETS, rows_of, shipped

from tgkt.engine.list_.list_ import lines, names_of
from tgkt.engine.list_.units import unit_lines
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Words
from tgkt.facts.units import NO_OWN, Declared, find_unit, own_units
from tgkt.results.list_ import IndicatorLine, Line, PlanLine, Subject

WATER = indicator(id="clean_water", title=Words("Nước sạch nông thôn", "Clean water in the countryside"))
PEOPLE = indicator(id="people", title=Words("Dân số", "Population"))


def ids(found: Sequence[Line]) -> list[str]:
    """The id or name of every line."""
    return [names_of(line)[0] for line in found]


def data() -> Catalogue:
    """A plan with one row, an indicator outside it, and two documents."""
    target = statement("≥ 80", indicator="clean_water", origin="report")
    rows = [row(code="24.1", indicator=WATER, target=target, label="Nước hợp vệ sinh")]
    observation = statement("5", indicator="people", origin="report")
    origins = [origin("report", "2025"), origin("letter")]
    return catalogue(observation, rows=rows, indicators=[PEOPLE, WATER], origins=origins)


@pytest.mark.parametrize("subject", list(Subject))
def test_everything_is_listed(subject: Subject) -> None:
    """Every indicator, area, plan, section, document, once."""
    held: dict[Subject, Iterable[str]] = {
        Subject.INDICATORS: shipped().indicators,
        Subject.AREAS: shipped().areas,
        Subject.PLANS: shipped().plans,
        Subject.SECTIONS: shipped().sections,
        Subject.ORIGINS: shipped().origins,
        Subject.UNITS: ids([*unit_lines(shipped().own_units)]),
    }
    found = ids(lines(subject, "", shipped()))
    assert sorted(found) == sorted(held[subject])
    assert len(found) == len(set(found))


def test_indicators_of_the_plan_in_force_come_first_with_their_numbers() -> None:
    """In the order of the plan, then those outside it."""
    found = [line for line in lines(Subject.INDICATORS, "", shipped()) if isinstance(line, IndicatorLine)]
    numbered = [line for line in found if line.codes]
    assert found[: len(numbered)] == numbered
    assert sorted(code for line in numbered for code in line.codes) == sorted(row.code for row in rows_of(TARGETS))


def test_plans_are_counted_by_target_and_by_row() -> None:
    """The numbered targets and all their parts, and which plan is in force."""
    found = {line.plan.id: line for line in lines(Subject.PLANS, "", shipped()) if isinstance(line, PlanLine)}
    assert (found[TARGETS].targets, found[TARGETS].rows, found[TARGETS].in_force) == (36, len(rows_of(TARGETS)), True)
    assert (found[RESULTS].rows, found[RESULTS].in_force) == (len(rows_of(RESULTS)), False)


@pytest.mark.parametrize(
    ("subject", "words", "found"),
    [
        ("indicators", "nước sạch", ["clean_water"]),
        ("indicators", "NUOC SACH", ["clean_water"]),
        ("indicators", "hop ve sinh", ["clean_water"]),
        ("indicators", "24", ["clean_water"]),
        ("indicators", "24.1", ["clean_water"]),
        ("indicators", "clean_water", ["clean_water"]),
        ("indicators", "clean water", ["clean_water"]),
        ("indicators", "popul", ["people"]),
        ("indicators", "xyzzy", []),
        ("areas", "NORTH", ["north"]),
        ("plans", "2025-2030", ["targets"]),
        ("plans", "2026-2030", ["targets"]),
        ("origins", "letter", ["letter"]),
        ("units", "triệu đồng/người", ["đồng", "người", "triệu"]),
        ("units", "tonnes of CO2e", ["tCO2e"]),
        ("units", "per cent", ["%"]),
        ("units", "million", ["triệu"]),
    ],
)
def test_words_choose(subject: str, words: str, found: list[str]) -> None:
    """Ids, numbers, titles, names as printed; of units every spelling, and the parts of a composed one."""
    assert ids(lines(Subject(subject), words, data())) == found


def test_every_unit_is_read_by_its_name_and_its_spellings() -> None:
    """What is listed may be written in data."""
    named = [line for line in unit_lines(NO_OWN) if line.measures != "scale"]
    texts = [(line.name, text) for line in named for text in (line.name, line.english, *line.spellings)]
    read = [(name, text, find_unit(text)) for name, text in texts]
    assert [(name, text) for name, text, unit in read if unit is None] == []


def test_units_of_the_data_come_first() -> None:
    """A unit that a data folder declares, with what it measures or is derived from."""
    own, problems = own_units({"deaths": Declared("count"), "crore": Declared("10000000 INR")})
    first, second = (line for line in unit_lines(own) if line.own)
    assert (problems, first.measures, first.of, second.measures, second.of) == ({}, "count", "", "money", "INR")
    assert [*unit_lines(own)][:2] == [first, second]
