"""The scoreboard: every target and every row is in exactly one column."""

from __future__ import annotations

from typing import Any

import pytest
from builders import indicator, knowledge, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import figures, law, numbers

from tgkt.engine.status.rows import assess
from tgkt.engine.status.tally import column_of, tally, targets_of
from tgkt.facts.indicator import Direction
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Status
from tgkt.results.status import Assessment, Counts, Tally

near = numbers(-60, 60, places=2)
YEARS = st.sampled_from([2025, 2027, 2030])


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
@given(st.lists(rows(), max_size=7), st.lists(st.sampled_from(["1", "1.1", "1.2", "2", "12.3"])), YEARS)
def test_every_target_and_every_part_is_in_one_column(drawn: list[Row], codes: list[str], as_of: int) -> None:
    """Verdicts and standings make all targets and all rows of an area, whichever deadlines have passed."""
    placed = [each._replace(code=code) for each, code in zip(drawn, [*codes, *("9" for _ in drawn)], strict=False)]
    known = knowledge(rows=placed, as_of=as_of)
    items = assess(known.catalogue.plans["targets"], known)
    counts = tally(items)
    assert [each.area for each in counts] == list(dict.fromkeys(each.area for each in drawn))
    for count in counts:
        own = [each for each in placed if each.area == count.area]
        assert count.parts.total == len(own) == sum(count.parts[1:])
        assert count.targets.total == len({each.code.split(".")[0] for each in own}) == sum(count.targets[1:])
        assert count.agree + count.differ_in_degree + count.differ_in_outcome <= count.parts.passed + count.parts.failed
        assert count.uncertain <= count.parts.total


@law
@given(st.lists(rows(), min_size=1, max_size=5), YEARS)
def test_a_target_is_no_better_than_any_of_its_parts(drawn: list[Row], as_of: int) -> None:
    """Met asks for every part, missed for one; before the deadline the part that needs attention most decides."""
    placed = [each._replace(area="north", code=f"3.{place}") for place, each in enumerate(drawn)]
    known = knowledge(rows=placed, as_of=as_of)
    (target,) = targets_of(assess(known.catalogue.plans["targets"], known))
    columns = [column_of(each) for each in target.parts]
    assert (target.column == "passed") == (set(columns) == {"passed"})
    assert (target.column == "failed") == ("failed" in columns)
    assert target.met == columns.count("passed")
    assert not target.is_exceeded or target.column == "passed"
    if all(each.standing for each in target.parts):
        first = min(each.attention.place for each in target.parts)
        assert target.column in {column_of(each) for each in target.parts if each.attention.place == first}


NOT_MET, MET, EXCEEDED, NONE, WORDS, AHEAD = "44.0", "50.0", "57.0", None, "words", "ahead"


@pytest.mark.parametrize(
    ("parts", "column", "met"),
    [
        pytest.param([MET, MET], "passed", 2, id="every part is met"),
        pytest.param([EXCEEDED, MET], "passed", 2, id="one is exceeded, which makes the target met"),
        pytest.param([MET, NOT_MET], "failed", 1, id="one part is not met"),
        pytest.param([NOT_MET, NONE], "failed", 0, id="one part is not met, whatever becomes of the other"),
        pytest.param([NOT_MET, AHEAD], "failed", 0, id="one part is not met, and the other still ahead"),
        pytest.param([MET, NONE], "not_settled", 1, id="one of two is met, the other has no figure"),
        pytest.param([MET, WORDS], "not_settled", 1, id="one of two is met, the other is in words"),
        pytest.param([MET, AHEAD], "not_settled", 1, id="one of two is met, the other still ahead"),
        pytest.param([NONE, AHEAD], "not_settled", 0, id="one has no figure, the other is still ahead"),
        pytest.param([NONE, WORDS], "not_assessable", 0, id="no part can be judged"),
        pytest.param([AHEAD, AHEAD], "no_figure", 0, id="all parts are ahead, and nothing is known"),
    ],
)
def test_a_numbered_target_by_its_parts(parts: list[str | None], column: str, met: int) -> None:
    """What becomes of a target whose parts came out so."""
    (target,) = targets_of(_together(parts))
    assert (target.column, target.met, target.is_exceeded) == (column, met, False)
    assert (target.number, len(target.parts)) == ("7", len(parts))


def test_a_target_is_exceeded_where_every_part_is() -> None:
    """One part that is only met makes the target met."""
    (target,) = targets_of(_together([EXCEEDED, EXCEEDED]))
    assert (target.column, target.is_exceeded) == ("passed", True)


def _together(parts: list[str | None]) -> list[Assessment]:
    """The parts 7.0, 7.1 … of one target of 50, with their results."""
    told = []
    for place, result in enumerate(parts):
        share, when = indicator(id=f"share_{place}"), period(2030 if result == AHEAD else 2025)
        goal = statement(None if result == WORDS else "50", indicator=share.id, period=when)
        is_figure = result not in (NONE, WORDS, AHEAD)
        came = statement(result, indicator=share.id, period=when, status=Status.OFFICIAL) if is_figure else None
        told.append(row(code=f"7.{place}", indicator=share, target=goal, result=came))
    known = knowledge(rows=told, as_of=2025)
    return assess(known.catalogue.plans["targets"], known)


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
            code=share.id,
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
    counts = Counts(
        total=9, passed=2, failed=1, not_settled=0, not_assessable=1, already_met=1, on_track=1, behind=1,
        already_missed=0, open=1, no_figure=1,
    )  # fmt: skip
    expected = Tally("targets", "merged", counts, counts, agree=1, differ_in_degree=1, differ_in_outcome=1, uncertain=1)
    assert [expected] == tally(assess(known.catalogue.plans["targets"], known))


def named(told: Statement | None, name: str) -> Statement | None:
    return told._replace(indicator=name) if told else None
