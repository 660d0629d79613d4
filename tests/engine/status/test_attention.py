"""What needs attention first: the worked examples of `cases/attention.yaml`, the order, and its laws."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builders import cases, indicator, knowledge, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from shipped import shipped
from strategies import law, numbers
from worked import ROW, case_known, case_row, rounded

from tgkt.engine.status.attention import by_attention, ranked, worst
from tgkt.engine.status.rows import assess, assess_row
from tgkt.facts.plan import Row
from tgkt.facts.statement import Status
from tgkt.results.status import Assessment, Attention, Grade
from tgkt.series.certainty import Rest
from tgkt.series.series import Knowledge

near = numbers(1, 99, places=1)


@pytest.mark.parametrize(("given", "expect"), cases("attention", given=ROW, expect=("attention", "distance")))
def test_worked_example(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """Every worked example is in the class, and as far from what is required, as an expert said."""
    judged = case_row(given)
    item = assess_row(judged, case_known(given, judged))
    told = {"attention": item.attention, "distance": rounded(item.distance, expect.get("distance"))}
    assert expect == {key: told[key] for key in expect}


def _item(**changes: Any) -> Assessment:
    """A row that needs attention as told."""
    known = knowledge(rows=[row(target=statement("50"), baseline=statement("40", period=period(2025)))])
    (found,) = assess(known.catalogue.plans["targets"], known)
    return found._replace(**changes)


def _doubtful(**changes: Any) -> Assessment:
    found = _item(**changes)
    assert found.standing is not None
    return found._replace(standing=found.standing._replace(rests=(Rest.ROUNDING,)))


BEHIND = {"attention": Attention.BEHIND}
ORDER = {
    "not met at the deadline": _item(attention=Attention.MISSED),
    "no result": _item(attention=Attention.NO_RESULT, distance=Decimal(9)),
    "missed in the newest year": _item(attention=Attention.MISSED_NEWEST),
    "behind by half": _item(distance=Decimal("0.5"), **BEHIND),
    "behind by a tenth, certain": _item(distance=Decimal("0.1"), **BEHIND),
    "behind by a tenth, uncertain": _doubtful(distance=Decimal("0.1"), stretch=Decimal(9), **BEHIND),
    "behind, nobody knows how far, to speed up most": _item(stretch=Decimal(2), **BEHIND),
    "behind, nobody knows how far": _item(**BEHIND, stretch=None),
    "behind, nobody knows how far, a later row": _item(**BEHIND, stretch=None),
    "open": _item(attention=Attention.OPEN, distance=Decimal(1)),
    "no figure": _item(attention=Attention.NO_FIGURE),
    "missed in an earlier year": _item(attention=Attention.MISSED_EARLIER),
    "on track": _item(attention=Attention.ON_TRACK),
    "already met": _item(attention=Attention.ALREADY_MET),
    "met": _item(attention=Attention.MET),
}


@given(st.permutations(list(ORDER)))
def test_the_order(names: list[str]) -> None:
    """Classes as listed, then the distance, then certain before uncertain, then the stretch; else as they came."""
    twins = [name for name in names if name.startswith("behind, nobody knows how far") and "most" not in name]
    expected = list(ORDER)
    first = expected.index("behind, nobody knows how far")
    expected[first : first + 2] = twins
    told = {id(item): name for name, item in ORDER.items()}
    assert [told[id(item)] for item in by_attention(ORDER[name] for name in names)] == expected


def test_missed_rows_without_a_way_are_ordered_by_what_is_missing_of_the_target() -> None:
    """4 of 17 is farther off than 29 of 56, though nobody knows where either began."""
    due: dict[str, Any] = {"period": period(2030), "status": Status.OFFICIAL}
    rows = [
        row(
            code=code,
            indicator=indicator(id=code),
            target=statement(target, indicator=code, **due),
            result=statement(result, indicator=code, **due),
        )
        for code, target, result in [("some", "56", "29"), ("few", "17", "4"), ("most", "8.0", "7.35")]
    ]
    known = knowledge(rows=rows)
    items = assess(known.catalogue.plans["targets"], known)
    assert {item.distance for item in items} == {None}
    assert [item.row.code for item in by_attention(items)] == ["few", "some", "most"]


@pytest.mark.parametrize("plan", shipped().plans)
def test_ranks_are_the_places_in_the_order(plan: str) -> None:
    """Every row of a plan has a place of its own, whatever the order in which rows come."""
    items = assess(shipped().plans[plan], Knowledge(shipped()))
    assert sorted(item.rank or 0 for item in items) == list(range(1, len(items) + 1))
    assert [item.rank for item in by_attention(items)] == list(range(1, len(items) + 1))
    assert worst(items).rank == 1
    again = {item.row.code: item.rank for item in ranked(items) if item.row.area == items[0].row.area}
    assert again == {item.row.code: item.rank for item in items if item.row.area == items[0].row.area}


@st.composite
def moving(draw: st.DrawFn) -> Row:
    """A row with a start and a target for 2030."""
    base = statement(str(draw(near)), period=period(2025), status=Status.OFFICIAL)
    return row(target=statement(str(draw(near))), baseline=base)


@law
@given(moving(), near, near)
def test_a_worse_figure_is_never_less_distant(judged: Row, one: Decimal, other: Decimal) -> None:
    """Where more is better, the lower of two figures of a year is at least as far from what is required."""

    def distance(value: Decimal) -> Decimal | None:
        seen = statement(f"{value}", period=period(2027), status=Status.OFFICIAL)
        return assess_row(judged, knowledge(seen, rows=[judged])).distance

    low, high = (distance(value) for value in sorted((one, other)))
    assert (low is None) == (high is None)
    assert low is None or high is None or low >= high


@law
@given(moving(), near, st.sampled_from([2027, 2030]))
def test_a_row_is_behind_where_its_distance_is_above_nought(judged: Row, value: Decimal, year: int) -> None:
    """The distance and the class say the same of a figure that is certain."""
    item = assess_row(
        judged, knowledge(statement(f"{value}", period=period(year), status=Status.OFFICIAL), rows=[judged])
    )
    if item.distance is not None:
        is_late = item.attention in (Attention.MISSED, Attention.MISSED_NEWEST, Attention.BEHIND)
        assert is_late == (item.distance > 0)
        assert item.verdict.grade is not Grade.MET or item.distance == 0
