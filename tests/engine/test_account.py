"""What a story is told of: rows of one plan, years, ways to a figure, doubts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial

import pytest
from later import knowledge
from shipped import RESULTS, TARGETS

from tgkt.engine.check.audit import audit
from tgkt.engine.explain import explain
from tgkt.facts.period import Period
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.results.explain import Account
from tgkt.series.role import Role
from tgkt.series.series import Knowledge


@cache
def audited(*later: str) -> tuple[Knowledge, list[Finding]]:
    """What is known with later figures, and what was found in it."""
    known = knowledge(*later)
    return known, audit(known)


@cache
def accounts(
    id: str, *later: str, area: str | None = None, codes: tuple[str, ...] = (), period: Period | None = None
) -> tuple[Account, ...]:
    """The accounts of an indicator, with later figures."""
    known, found = audited(*later)
    return explain(known.catalogue.indicators[id], known, found, area=area, period=period, codes=codes).accounts


def rows(found: tuple[Account, ...]) -> list[tuple[str, str, str]]:
    """Plan, area and number of each."""
    items = [each.assessment for each in found if each.assessment]
    return [(item.row.plan, item.row.area, item.row.code) for item in items]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(partial(accounts, "grdp_growth"), [(TARGETS, "merged", "2")], id="the newest plan"),
        pytest.param(
            partial(accounts, "grdp_growth", area="bac_kan"), [(RESULTS, "bac_kan", "1")], id="that of an area"
        ),
        pytest.param(
            partial(accounts, "income_per_capita"),
            [(TARGETS, "merged", "23.1"), (TARGETS, "merged", "23.2")],
            id="all its rows",
        ),
        pytest.param(
            partial(accounts, "income_per_capita", codes=("23.2",)), [(TARGETS, "merged", "23.2")], id="a number"
        ),
        pytest.param(partial(accounts, "party_members"), [], id="no row"),
    ],
)
def test_which_rows_are_told(told: Callable[[], tuple[Account, ...]], expected: list[tuple[str, str, str]]) -> None:
    """Those of the plan that runs longest; the areas with figures where there is no row."""
    found = told()
    assert rows(found) == expected
    assert found


def test_years_stand_newest_first_in_the_unit_of_the_row() -> None:
    """Printed ones before the term, printed or derived ones in it."""
    later = ("grdp 2026 = 225", "population 2026 = 1730")
    (found,) = accounts("grdp_per_capita", *later)
    assert [(str(each.period), each.derivation is None) for each in found.years] == [
        ("2026", False),
        ("2025", True),
        ("2020", True),
    ]
    derived = found.years[0]
    assert derived.low < Decimal(225_000) / 1730 < derived.high
    assert derived.high - derived.low < 1


def test_a_period_leaves_its_year() -> None:
    """Figures of other years, and rows of other years, are left out."""
    (found,) = accounts("grdp_per_capita", period=Period(2020, 2020))
    assert [str(each.period) for each in found.years] == ["2020"]


def test_a_derived_start_lies_in_every_way_to_it() -> None:
    """Every way is in the unit of the row; what counts is what those of the best step have in common."""
    (found,) = accounts("population")
    item = found.assessment
    assert item is not None
    assert item.baseline is not None
    assert [each.how for each in found.ways][:2] == ["formula", "blend"]
    assert max(each.low for each in found.ways) == item.baseline.low
    assert min(each.high for each in found.ways) == item.baseline.high
    assert {each.unit for each in found.ways} == {item.unit}


def test_doubts_leave_out_what_the_row_itself_prints() -> None:
    """The result of the row is shown as its result; the figures that it contradicts are its doubts."""
    (found,) = accounts("grdp_per_capita", area="thai_nguyen")
    item = found.assessment
    assert item is not None
    assert {each.role for each in found.doubts} == {Role.DISPUTED}
    assert item.row.result not in [each.statement for each in found.doubts]
    assert {each.statement.figure.value for each in found.doubts if each.statement.figure} == {132, 119}


def test_what_cannot_hold_is_told_first() -> None:
    """What agrees and what breaks a series is no finding of a story."""
    for id in ("population", "poverty_reduction", "grdp_per_capita"):
        (found,) = accounts(id)
        outcomes = [each.outcome for each in found.findings]
        assert Outcome.CONSISTENT not in outcomes
        assert [each.kind for each in found.findings if each.kind == "series"] == []
        assert outcomes == sorted(outcomes, key=lambda each: each is not Outcome.INCONSISTENT)
