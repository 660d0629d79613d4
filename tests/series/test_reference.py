"""Which statements a reference of a formula means, the one that counts first."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from builders import indicator, knowledge, origin, period, row, statement

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import number
from tgkt.facts.formula import Reference
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.facts.units import parse_unit
from tgkt.series.reference import first_stated, lookup, stated, targets
from tgkt.series.series import Knowledge

TERM = "2026-2030"


def figure(printed: str, when: Any = 2025, **changes: Any) -> Statement:
    return statement(printed, **{"period": period(when), "status": Status.OFFICIAL, **changes})


def asked(when: Any = 2025, selector: str | None = None, source: str | None = None) -> Reference:
    return Reference("share", "merged", period(when), source, selector)


ROW = row(
    target=statement("80", period=period(2030)),
    baseline=figure("70", status=Status.ESTIMATED, origin="plan"),
    result=figure("79", 2030, origin="plan"),
)
KNOWN = knowledge(
    figure("71", origin="yearbook"),
    figure("66", status=Status.ESTIMATED, origin="yearbook"),
    figure("99", status=Status.FORECAST, origin="outlook"),
    figure("90", ambition=True),
    figure("1.6", relative_to=2020, unit=parse_unit("lần")),
    figure("75", TERM, timing=Timing.AVERAGE),
    figure("375", TERM, timing=Timing.TOTAL),
    rows=[ROW],
    as_of=2030,
)
AGAIN = figure("80", 2030, status=None, reprint=True, origin="yearbook")
KNOWN = Knowledge(replace(KNOWN.catalogue, reprints=(AGAIN,)), KNOWN.clock)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        pytest.param(
            asked(), ["71", "70", "66"], id="a year: what is printed, the one that counts first, no aim, no forecast"
        ),
        pytest.param(asked(2030), ["79", "80"], id="what is measured before what is aimed at"),
        pytest.param(asked(2030, "target"), ["80"], id="the target, once"),
        pytest.param(asked(2030, "target", "yearbook"), ["80"], id="the target as another document prints it"),
        pytest.param(asked(2030, source="yearbook"), [], id="which is no figure of that document"),
        pytest.param(asked(2030, "result"), ["79"], id="the result of the row"),
        pytest.param(asked(2025, "baseline"), ["70"], id="the baseline of the row"),
        pytest.param(asked(2025, "multiple"), ["1.6"], id="the multiple"),
        pytest.param(asked(2025, "aim"), ["90"], id="the aim stated in passing"),
        pytest.param(asked(TERM, "average"), ["75"], id="the average of a term"),
        pytest.param(asked(TERM, "total"), ["375"], id="the total of a term"),
        pytest.param(asked(2025, source="plan"), ["70"], id="one document's"),
        pytest.param(asked(2024), [], id="another year"),
    ],
)
def test_what_a_reference_means(reference: Reference, expected: list[str]) -> None:
    """By period, selector and document, in the order in which figures count."""
    assert [each.printed for each in stated(reference, KNOWN)] == expected


def test_the_first_is_the_one_that_counts() -> None:
    """One statement stands for a reference; none where no document prints any."""
    found = first_stated(asked(), KNOWN)
    assert (found and found.printed, first_stated(asked(2024), KNOWN)) == ("71", None)


def test_a_formula_looks_figures_up_as_printed() -> None:
    """The quantity of a reference is that of its first statement, or what is given instead."""
    assert lookup(KNOWN)(asked()).value == Decimal("0.71")
    assert lookup(KNOWN, {asked(): number(1)})(asked()).value == 1


def test_what_nobody_prints_is_not_computable() -> None:
    """The reason names the figure."""
    with pytest.raises(NotComputableError) as caught:
        lookup(KNOWN)(asked(2024))
    assert caught.value.reason.code == "not_printed"


def test_targets_of_all_plans() -> None:
    """Every row about an indicator in an area has its target there; rows without one have none."""
    rows = [
        ROW,
        row(code="2", target=statement("85")),
        row(code="3"),
        row(code="4", area="north", target=statement("60")),
    ]
    known = knowledge(rows=rows, indicators=[indicator()], as_of=2030)
    assert [each.printed for each in targets("share", "merged", known)] == ["80", "85"]


def test_a_hidden_document_is_not_referred_to() -> None:
    """By a date before it was published a figure means nothing."""
    dated = [origin("yearbook", "2026-05"), origin("plan", "2025-09")]
    known = knowledge(figure("71", origin="yearbook"), rows=[ROW], origins=dated, as_of=2030, known_by="2026-01-01")
    assert [each.printed for each in stated(asked(), known)] == ["70"]
