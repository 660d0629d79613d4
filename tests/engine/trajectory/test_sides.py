"""What of a row lies on its target's side of a break, and what lies apart."""

from __future__ import annotations

from typing import Any

import pytest
from builders import broken, knowledge, period, row, statement
from worked import case_known, case_row

from tgkt.arithmetic.growth import NotComputableError
from tgkt.engine.trajectory.sides import break_reason, on_one_side, refuse_break
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.series.base import base_of

ROW = row(target=statement("95"), baseline=statement("66.7", period=period(2025)))


@pytest.mark.parametrize(
    ("since", "is_kept", "kept", "newest"),
    [
        pytest.param(2031, True, [2026, 2028], None, id="after the target all is on one side"),
        pytest.param(2026, False, [2026, 2028], None, id="the base alone is apart"),
        pytest.param(2027, False, [2028], 2026, id="the base and the year after it"),
        pytest.param(2029, False, [], 2028, id="everything there is"),
        pytest.param(2025, True, [2026, 2028], None, id="before the base all is on one side"),
    ],
)
def test_base_and_years_are_sorted_by_side(since: int, kept: list[int], newest: int | None, *, is_kept: bool) -> None:
    """Of a base of 2025 and figures of 2026 and 2028 towards a target of 2030."""
    seen = [statement("70", period=period(2026)), statement("80", period=period(2028))]
    known = knowledge(*seen, rows=[ROW], breaks=[broken(since)])
    years = known.series("share", "merged").years(2026, 2030)
    base, observed, apart = on_one_side(ROW, base_of(ROW, known), years, known)
    assert (base is not None, sorted(observed)) == (is_kept, kept)
    assert (apart is None) is (is_kept and newest is None)
    shown = apart.newest if apart else None
    assert (shown.period.last if shown else None) == newest


def test_nothing_is_apart_where_nothing_is_known() -> None:
    """A break alone makes no figure."""
    bare = ROW._replace(baseline=None)
    known = knowledge(rows=[bare], breaks=[broken()], as_of=2027)
    assert on_one_side(bare, None, {}, known) == (None, {}, None)


def way(told: dict[str, Any]) -> Any:
    judged = case_row(told)
    return way_of(judged, case_known(told, judged))


def test_the_reason_names_the_figure_that_is_apart() -> None:
    """The newest of them; and none where all is on one side."""
    told: dict[str, Any] = {"baseline": "66.7", "target": "95", "observed": {2026: "70"}}
    found = break_reason(way({**told, "break": {"from": 2027}}))
    assert found is not None
    assert dict(found.facts)["period"] == "2026"
    assert break_reason(way(told)) is None


def test_a_pace_across_a_break_is_refused_with_the_same_reason() -> None:
    """And one on one side is not."""
    told: dict[str, Any] = {"baseline": "66.7", "target": "95"}
    refuse_break(way(told))
    divided = way({**told, "break": {"from": 2026}})
    with pytest.raises(NotComputableError) as caught:
        refuse_break(divided)
    assert caught.value.reason == break_reason(divided)
