"""The scoreboard: every row is in exactly one column."""

from __future__ import annotations

from typing import Any

from builders import indicator, knowledge, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import figures, law, numbers

from tgkt.engine.status.rows import assess
from tgkt.engine.status.tally import tally
from tgkt.facts.indicator import Direction
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Status
from tgkt.results.status import StandingKind, Tally

near = numbers(-60, 60, places=2)
COLUMNS = ("passed", "failed", "not_assessable", *(str(kind) for kind in StandingKind))


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Rows of every sort: with and without target, baseline, result and label, due in 2025 or 2030."""
    due = period(draw(st.sampled_from([2025, 2030])))

    def told(when: Period) -> Statement | None:
        drawn = draw(st.none() | figures(near))
        return statement(drawn, period=when) if drawn else None

    return row(
        area=draw(st.sampled_from(["north", "south"])),
        indicator=indicator(direction=draw(st.sampled_from(list(Direction)))),
        target=told(due),
        baseline=told(period(2025)),
        result=told(due),
        official=draw(st.sampled_from(["Vượt mục tiêu", "Đạt mục tiêu", "Không đạt", "Tích cực", None])),
    )


@law
@given(st.lists(rows(), max_size=7), st.sampled_from([2025, 2027, 2030]))
def test_every_row_is_in_one_column(drawn: list[Row], as_of: int) -> None:
    """Verdicts and standings make all rows of an area, failures included, whichever deadlines have passed."""
    placed = [each._replace(code=f"{place}") for place, each in enumerate(drawn)]
    known = knowledge(rows=placed, as_of=as_of)
    counts = tally(assess(known.catalogue.plans["targets"], known))
    assert [each.area for each in counts] == list(dict.fromkeys(each.area for each in drawn))
    for count in counts:
        assert count.rows == sum(each.area == count.area for each in drawn)
        assert count.rows == sum(getattr(count, column) for column in COLUMNS)
        assert count.agree + count.differ_in_degree + count.differ_in_outcome <= count.passed + count.failed
        assert count.uncertain <= count.rows


def test_counts_of_a_small_plan() -> None:
    """One row of each sort is counted under its own head."""
    due: dict[str, Any] = {"period": period(2025), "status": Status.OFFICIAL}
    goal, ahead, base = statement("50", **due), statement("≥ 50"), statement("44", **due)
    shares = [indicator(id=f"share_{place}") for place in range(12)]
    drawn = [
        row(target=goal, result=statement("57", **due), official="Vượt mục tiêu"),
        row(target=goal, result=statement("50", **due), official="Vượt mục tiêu"),
        row(target=goal, result=statement("44", **due), official="Đạt mục tiêu"),
        row(target=goal, official="Đạt mục tiêu"),
        row(target=ahead, baseline=statement("57", **due)),
        row(target=ahead, baseline=base),
        row(target=ahead),
        row(target=ahead, baseline=base),
        row(target=ahead, baseline=base),
    ]
    placed = [
        each._replace(
            indicator=share,
            target=named(each.target, share.id),
            baseline=named(each.baseline, share.id),
            result=named(each.result, share.id),
        )
        for each, share in zip(drawn, shares, strict=False)
    ]
    later = [
        named(statement("47.0", period=period(2026)), "share_7"),
        named(statement("44.5", period=period(2026)), "share_8"),
    ]
    known = knowledge(*[each for each in later if each], rows=placed)
    expected = Tally(
        plan="targets", area="merged", rows=9, passed=2, failed=1, not_assessable=1, already_met=1, on_track=1,
        behind=1, already_missed=0, open=1, no_figure=1, agree=1, differ_in_degree=1, differ_in_outcome=1, uncertain=1,
    )  # fmt: skip
    assert [expected] == tally(assess(known.catalogue.plans["targets"], known))


def named(told: Statement | None, name: str) -> Statement | None:
    return told._replace(indicator=name) if told else None
