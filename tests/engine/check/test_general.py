"""Identities of every area and year, and derivations, in each area and year that has all their figures."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from builders import HERE

from tgkt.engine.check.audit import audit
from tgkt.engine.check.general import identities
from tgkt.facts.catalogue import Declared
from tgkt.facts.indicator import Formula, Indicator, Words
from tgkt.facts.parsing import parse_general
from tgkt.facts.period import Period
from tgkt.report.words import in_words
from tgkt.results.computed import Outcome
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

from .world import INDICATORS, PEOPLE, declared, world

FIGURES = (
    "people merged 2025 = 400 (report, a)",
    "people north 2025 = 300 (report, b)",
    "schools merged 2025 = 100 (report, c)",
    "schools north 2025 = 60 (report, d)",
    "pupils merged 2025 = 300 (report, e)",
    "people merged 2026 = 500 (review, f)",
    "schools merged 2026 = 120 (review, g)",
    "pupils merged 2026 = 370 (review, h)",
    "people merged 2027 = 510 (yearbook, i)",
)
SUM = "people[area, year] == schools[area, year] + pupils[area, year]"


def asked(*formulas: Declared, of: Collection[str] | None = None, clock: Clock | None = None) -> dict[str, str]:
    """The identities that are judged, by their ids."""
    known = world(*FIGURES, identities=formulas, clock=clock)
    return {each.id: each.formula.text for each in identities(known, of)}


def test_it_is_placed_wherever_every_figure_is_printed() -> None:
    """Not in the north, whose pupils are missing, nor in 2027."""
    assert asked(declared(SUM, "all")) == {
        "all.merged.2025": "people[merged, 2025] == schools[merged, 2025] + pupils[merged, 2025]",
        "all.merged.2026": "people[merged, 2026] == schools[merged, 2026] + pupils[merged, 2026]",
    }


@pytest.mark.parametrize(
    ("formula", "ids"),
    [
        ("people[merged, year] >= schools[merged, year]", ["all.2025", "all.2026"]),
        ("people[area, 2025] >= schools[area, 2025]", ["all.merged", "all.north"]),
        ("people[merged, 2025] >= schools[merged, 2025]", ["all"]),
        ("people[area, year] >= people[area, year - 1]", ["all.merged.2026", "all.merged.2027"]),
        ("people[area, year] >= people[merged, 2027]", ["all.merged.2025", "all.merged.2026", "all.merged.2027",
                                                        "all.north.2025"]),
        ("people[area, year] >= 5", ["all.merged.2025", "all.merged.2026", "all.merged.2027", "all.north.2025"]),
        ("people[south, year] >= 5", []),
    ],
    ids=["of any year", "of any area", "of neither", "beside the year before", "beside a fixed figure",
         "beside a number", "nowhere printed"],
)  # fmt: skip
def test_the_name_says_what_the_formula_leaves_open(formula: str, ids: list[str]) -> None:
    """Area and year where both are."""
    assert list(asked(declared(formula, "all"))) == ids


def test_one_that_is_declared_for_an_area_and_year_comes_first() -> None:
    """It knows more, whatever its formula makes of the figures."""
    special = declared("pupils[merged, 2025] == people[merged, 2025] - schools[merged, 2025]", "special")
    assert list(asked(declared(SUM, "all"), special)) == ["special", "all.merged.2026"]
    assert list(asked(declared(SUM, "all"), declared(SUM, "again"))) == ["all.merged.2025", "all.merged.2026"]


def test_alternatives_are_placed_with_it() -> None:
    """The same under another value of what is assumed."""
    other = declared("people[area, year] == schools[area, year]").formula
    known = world(*FIGURES, identities=[declared(SUM, "all", alternatives=(other,), assumes=Words("a", "a"))])
    found = list(identities(known))
    assert [each.alternatives[0].text for each in found] == [
        "people[merged, 2025] == schools[merged, 2025]",
        "people[merged, 2026] == schools[merged, 2026]",
    ]


def test_the_clock_hides_later_years() -> None:
    """Figures after the year asked for are not judged."""
    assert list(asked(declared(SUM, "all"), clock=Clock(2025))) == ["all.merged.2025"]


def test_indicators_that_are_named_choose() -> None:
    """An identity that involves none of them is left out."""
    assert asked(declared(SUM, "all"), of=["growth"]) == {}
    assert len(asked(declared(SUM, "all"), of=["pupils"])) == 2


def derived(text: str, area: str | None = None, period: Period | None = None) -> Knowledge:
    """Figures of which people follow from others."""
    formula = Formula(text, parse_general(text), area, period, Words("cùng nơi", "one place"), HERE)
    people: Indicator = PEOPLE._replace(derive=(formula,))
    return world(*FIGURES, indicators=[people, *(each for each in INDICATORS.values() if each.id != "people")])


def test_a_derivation_is_an_identity_where_the_figure_is_printed_too() -> None:
    """Under the assumption of the derivation."""
    found = list(identities(derived("schools[area, year] + pupils[area, year]")))
    assert [each.id for each in found] == ["derived.people.1.merged.2025", "derived.people.1.merged.2026"]
    assert [each.assumes for each in found] == [Words("cùng nơi", "one place")] * 2
    [alone] = identities(derived("schools[merged, 2025] + pupils[merged, 2025]", "merged", Period(2025, 2025)))
    assert alone.formula.text == "people[merged, 2025] == schools[merged, 2025] + pupils[merged, 2025]"


@pytest.mark.parametrize(
    ("area", "period", "formulas"),
    [
        (
            "merged",
            None,
            ["people[merged, 2025] == schools[merged, 2025]", "people[merged, 2026] == schools[merged, 2026]"],
        ),
        ("north", None, ["people[north, 2025] == schools[north, 2025]"]),
        (None, Period(2026, 2026), ["people[merged, 2026] == schools[merged, 2026]"]),
        ("merged", Period(2025, 2025), ["people[merged, 2025] == schools[merged, 2025]"]),
    ],
    ids=["of one area", "of a part", "of one year", "of both"],
)
def test_a_derivation_for_one_area_or_year_speaks_of_no_other(
    area: str | None, period: Period | None, formulas: list[str]
) -> None:
    """What stands for any area in its formula is that area, and for any year that year."""
    found = identities(derived("schools[area, year]", area, period))
    assert [each.formula.text for each in found] == formulas


def test_a_derivation_of_what_nobody_prints_is_no_finding() -> None:
    """It is what derivations are for."""
    assert list(identities(derived("schools[south, 2025]", "south", Period(2025, 2025)))) == []
    assert list(identities(derived("pupils[north, 2025]", "north", Period(2025, 2025)))) == []


def test_the_audit_speaks_of_each_year() -> None:
    """2025 holds; in 2026 ten people are missing."""
    found = {each.id: each for each in audit(world(*FIGURES, identities=[declared(SUM, "all")]))}
    assert found["all.merged.2025"].outcome is Outcome.CONSISTENT
    assert found["all.merged.2026"].outcome is Outcome.INCONSISTENT
    assert in_words(found["all.merged.2026"].sentence, "en") == (
        "“500” (the review, f), “120” (the review, g) and “370” (the review, h) hold together only if one of them "
        "differs: by the rest, Share of 2026 is 490 people."
    )
