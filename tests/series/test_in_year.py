"""What is known of parts of a year: which figure counts, and that none of them is any other figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builders import indicator, knowledge, origin, period, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.facts.indicator import Kind
from tgkt.facts.statement import Issuer, Statement, Status
from tgkt.facts.units import parse_unit
from tgkt.series.in_year import in_year_figures
from tgkt.series.known import Known
from tgkt.series.role import Role, in_year_roles
from tgkt.series.series import newest_year

DOCUMENTS = (
    origin("office", "2026-07-02", Issuer.STATISTICS),
    origin("council", "2026-06-28", Issuer.GOVERNMENT),
    origin("plan", "2025-12-10", Issuer.GOVERNMENT),
)


def figure(printed: str, when: str = "2026-6M", document: str = "council", **changes: Any) -> Statement:
    return statement(printed, **{"period": period(when), "status": None, "origin": document, **changes})


def known(*figures: Statement, until: int | None = None, **more: Any) -> dict[str, Known]:
    """The figures that count, by their period as printed."""
    found = knowledge(in_year=figures, origins=DOCUMENTS, **{"as_of": 2025, **more})
    return {str(each.period): each for each in in_year_figures("share", "merged", found, until).values()}


@pytest.mark.parametrize(
    ("figures", "counts"),
    [
        pytest.param([figure("44")], {"2026-6M": "44"}, id="one figure is the one"),
        pytest.param(
            [figure("44"), figure("45", document="office")], {"2026-6M": "45"}, id="a settled one before an estimate"
        ),
        pytest.param(
            [figure("44", "2026-3M"), figure("45", "2026-Q1", "office")],
            {"2026-Q1": "45"},
            id="three months and the first quarter are one part of the year",
        ),
        pytest.param(
            [figure("44", "2026-6M"), figure("45", "2026-Q2", "office")],
            {"2026-Q2": "45", "2026-6M": "44"},
            id="six months and the second quarter are two, the longer the newer",
        ),
        pytest.param([figure("44", document="plan", when="2026-Q2")], {}, id="a forecast of the year before is none"),
        pytest.param([figure("44", "2026-Q4")], {}, id="a figure from before its quarter is a forecast"),
        pytest.param([figure("44", ambition=True)], {}, id="an aim is none"),
        pytest.param([statement(period=period("2026-6M"))], {}, id="words are none"),
        pytest.param([figure("44", area="north")], {}, id="of another area"),
    ],
)
def test_the_figure_that_counts(figures: list[Statement], counts: dict[str, str]) -> None:
    """Of each part of a year one figure counts, by the order that holds for years."""
    found = {when: str(each.quantity.within(parse_unit("%"))) for when, each in known(*figures).items()}
    assert found == counts
    assert list(found) == list(counts)


@pytest.mark.parametrize(
    ("document", "status"),
    [
        pytest.param("office", Status.PROVISIONAL, id="dated after the part ends"),
        pytest.param("council", Status.ESTIMATED, id="dated in its last month"),
    ],
)
def test_a_part_of_a_year_ends_with_its_last_month(document: str, status: Status) -> None:
    """Whether a figure is settled goes by the end of its part, not of the year."""
    assert known(figure("44", document=document))["2026-6M"].status is status


def test_a_clock_hides_what_was_not_known() -> None:
    """The date of the document decides."""
    assert known(figure("44"), figure("45", document="office"), known_by="2026-07-01")["2026-6M"].origin == "council"


def test_figures_may_be_asked_up_to_a_year() -> None:
    """Later ones are left out; without a year none is."""
    figures = (figure("44", "2025-6M", "plan"), figure("45", "2026-6M"))
    assert (list(known(*figures)), list(known(*figures, until=2025))) == (["2025-6M", "2026-6M"], ["2025-6M"])


def test_an_index_of_the_year_before_is_growth() -> None:
    """106.5 is 6.5 %, with the same digits in doubt."""
    share = indicator(kind=Kind.GROWTH, unit=parse_unit("%/năm"))
    told = figure("106.5", unit=parse_unit("%/năm"), is_index=True)
    found = knowledge(in_year=[told], indicators=[share], origins=DOCUMENTS, as_of=2025)
    (each,) = in_year_figures("share", "merged", found).values()
    spread = each.quantity.span(parse_unit("%/năm"))
    assert (each.quantity.within(parse_unit("%/năm")), spread.low, spread.high) == (
        Decimal("6.5"),
        Decimal("6.45"),
        Decimal("6.55"),
    )


def test_the_role_of_each_figure() -> None:
    """What counts, what was replaced, what is an aim and what a forecast."""
    told = [
        figure("44"),
        figure("46", document="office"),
        figure("50", ambition=True),
        figure("46", "2026-Q4"),
        figure("45.0", document="plan", when="2025-6M"),
    ]
    found = knowledge(in_year=told, origins=DOCUMENTS, as_of=2025)
    roles = in_year_roles("share", "merged", found)
    assert [roles[each.source] for each in found.in_year_statements("share", "merged")] == [
        Role.REPLACED,
        Role.COUNTS,
        Role.AIM,
        Role.FORECAST,
        Role.COUNTS,
    ]


@law
@given(st.sampled_from(["2026-6M", "2026-Q2", "2026-06", "2030-11M", "2030-12"]))
def test_a_part_of_a_year_is_no_figure_of_any_year(when: str) -> None:
    """Nothing that asks for a year or for a part as if it were one finds it, and it moves no clock."""
    found = knowledge(in_year=[figure("44", when, document="nobody")], as_of=2040)
    asked = period(when)
    assert found.figure("share", "merged", asked) is None
    assert found.figure("share", "merged", period(asked.last)) is None
    assert found.series("share", "merged").newest() is None
    assert found.years("share", "merged", 2020, 2040) == {}
    assert newest_year(found.catalogue) == newest_year(knowledge(as_of=2040).catalogue)
