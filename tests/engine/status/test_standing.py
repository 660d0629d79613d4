"""Standings before the deadline: the worked examples of `cases/standing.yaml`, documents, words, and their laws."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import cases, indicator, knowledge, origin, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import figures, law, numbers
from worked import ROW, case_known, case_row, rounded

from tgkt.engine.grade import graded
from tgkt.engine.status.standing import standing
from tgkt.engine.trajectory.numbers import in_measure
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Direction, Kind, Path
from tgkt.facts.plan import Row
from tgkt.facts.statement import Issuer, Statement, Status
from tgkt.facts.units import parse_unit
from tgkt.results.status import Standing, StandingKind
from tgkt.series.certainty import Rest
from tgkt.series.series import Knowledge

EXPECT = (
    *("standing", "certain", "rests", "reason", "required", "current", "period"),
    *("share", "missed", "locked"),
)
CASES = cases("standing", given=ROW, expect=EXPECT)
MET, OPEN, BEHIND = StandingKind.ALREADY_MET, StandingKind.OPEN, StandingKind.BEHIND
near = numbers(-60, 60, places=2)


def stands(judged: Row, known: Knowledge) -> Standing:
    return standing(way_of(judged, known), known)


@pytest.mark.parametrize(("given", "expect"), CASES)
def test_worked_example(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """Every worked example stands where an expert said, with the figures and the certainty."""
    judged = case_row(given)
    known = case_known(given, judged)
    way = way_of(judged, known)
    found, current = standing(way, known), way.current
    required = way.required.get(way.latest.period.last) if way.latest else None
    told = {
        "standing": found.kind,
        "certain": found.certain,
        "rests": [str(each) for each in found.rests],
        "reason": found.reason.code,
        "required": rounded(required.within(judged.unit) if required else None, expect.get("required")),
        "current": rounded(current.quantity.within(judged.unit) if current else None, expect.get("current")),
        "period": str(current.period) if current else None,
        "share": rounded(found.share, expect.get("share")),
        "missed": found.missed,
        "locked": found.is_locked,
    }
    assert expect == {key: told[key] for key in expect}


# ---- Totals, computed a second way

INVESTMENT: dict[str, Any] = {
    "kind": "level", "unit": "nghìn tỷ đồng", "timing": "total", "from": "2021-2025", "to": "2026-2030",
    "baseline": "≈ 374", "target": "793.3",
}  # fmt: skip
GRDP = indicator(id="grdp", kind=Kind.LEVEL, path=Path.GEOMETRIC, unit=case_row(INVESTMENT).unit)


def invested(*flows: str, **more: Any) -> tuple[Row, Knowledge]:
    """Investment of the first years of the term, beside a GRDP that was 1.6 times that of 2020."""
    judged = case_row(INVESTMENT)
    judged = judged._replace(indicator=judged.indicator._replace(grows_with="grdp"))
    told = {"unit": judged.unit, "status": Status.OFFICIAL}
    seen = [statement(each, period=period(2026 + place), **told) for place, each in enumerate(flows)]
    growth = statement("1.6", indicator="grdp", period=period(2025), relative_to=2020, unit=parse_unit("lần"))
    later = [statement(each, period=period(year), **told) for year, each in more.get("before", {}).items()]
    return judged, knowledge(*seen, *later, growth, rows=[judged], indicators=[GRDP])


def smooth(flow: Any, total: str, skipped: int = 0) -> list[Any]:
    """The flows of five years that grow smoothly to a total, by a root finder that knows nothing of tgkt."""
    with mpmath.workdps(30):
        step = mpmath.findroot(
            lambda h: sum(flow * h ** (skipped + k) for k in range(1, 6)) - mpmath.mpf(total), mpmath.mpf("1.2")
        )
        return [flow * step ** (skipped + k) for k in range(1, 6)]


def test_a_total_follows_the_flow_of_the_last_term_along_the_growth_it_is_declared_to_have() -> None:
    """374 over 2021-2025 with a growth of 1.6 means 89.5 in 2025, and 793.3 then asks for 235.4 after two years."""
    with mpmath.workdps(30):
        growth = mpmath.mpf("1.6") ** (mpmath.mpf(1) / 5)
        flow = 374 / sum(growth**-k for k in range(5))
        due = smooth(flow, "793.3")
        assert mpmath.nstr(flow, 4) == "89.48"
    judged, known = invested("105.0", "125.0")
    required = {year: each.within(judged.unit) for year, each in way_of(judged, known).required.items()}
    assert [abs(required[2026 + k] - Decimal(str(sum(due[: k + 1])))) < Decimal("1e-9") for k in range(5)] == [True] * 5
    assert rounded(required[2027], "1.0") == "235.4"


@pytest.mark.parametrize(
    ("flows", "kind", "rests"),
    [
        pytest.param(("105.0", "125.0"), BEHIND, False, id="230 is behind both paths"),
        pytest.param(("120.0", "125.0"), StandingKind.ON_TRACK, True, id="245 is ahead of the smooth path only"),
        pytest.param(("170.0", "170.0"), StandingKind.ON_TRACK, False, id="340 is ahead of both"),
    ],
)
def test_a_standing_that_differs_between_smooth_and_even_rests_on_an_assumption(
    flows: tuple[str, ...], kind: StandingKind, *, rests: bool
) -> None:
    """The flow of 2025 is itself assumed, so a standing that only it supports is not certain."""
    found = stands(*invested(*flows))
    assert (found.kind, Rest.ASSUMPTION in found.rests, found.certain) == (kind, rests, not rests)


def test_a_printed_flow_of_the_base_year_shapes_the_path_without_an_assumption() -> None:
    """100 in 2025, printed: 793.3 asks for 249 after two years, and nothing is assumed."""
    judged, known = invested("120.0", "125.0", before={2025: "100.0"})
    due = smooth(mpmath.mpf(100), "793.3")
    way = way_of(judged, known)
    assert abs(way.required[2027].within(judged.unit) - Decimal(str(due[0] + due[1]))) < Decimal("1e-9")
    assert (way.even, stands(judged, known).rests) == ({}, ())


def test_a_flow_of_the_last_year_known_before_the_term_is_gone_on_from() -> None:
    """80 in 2023 and nothing since: two years lie between it and the first of the term."""
    judged, known = invested("120.0", before={2023: "80.0"})
    due = smooth(mpmath.mpf(80), "793.3", skipped=2)
    way = way_of(judged, known)
    assert abs(way.required[2026].within(judged.unit) - Decimal(str(due[0]))) < Decimal("1e-9")
    assert way.even != {}


# ---- Documents


def level(printed: str, year: int, name: str, status: Status = Status.OFFICIAL) -> Statement:
    return statement(printed, period=period(year), origin=name, status=status)


def test_base_and_figure_of_two_documents_are_a_mixed_release() -> None:
    """The plan prints the base, the yearbook the figure: said, and certain all the same."""
    judged = row(target=statement("80"), baseline=level("70.0", 2025, "plan"))
    found = stands(judged, knowledge(level("73.0", 2026, "yearbook"), rows=[judged]))
    assert (found.kind, found.certain, found.rests) == (StandingKind.ON_TRACK, True, (Rest.MIXED_RELEASE,))


def test_a_document_that_prints_both_gives_both() -> None:
    """Where the yearbook prints base and figure the plan's own base is left, and nothing is mixed."""
    judged = row(target=statement("80"), baseline=level("70.0", 2025, "plan", Status.ESTIMATED))
    later = [level("71.0", 2025, "yearbook"), level("73.0", 2026, "yearbook")]
    found = way_of(judged, knowledge(*later, rows=[judged]))
    assert found.base is not None
    assert (found.base.known.quantity.within(judged.unit), found.rests) == (Decimal("71.0"), ())


def test_an_estimate_is_said_and_leaves_the_standing_certain() -> None:
    """A base that is an estimate is said beside the standing."""
    judged = row(target=statement("80"), baseline=level("70.0", 2025, "plan", Status.ESTIMATED))
    found = stands(judged, knowledge(level("73.0", 2026, "plan"), rows=[judged]))
    assert (found.certain, found.rests) == (True, (Rest.ESTIMATE,))


def test_a_disputed_figure_makes_the_standing_uncertain() -> None:
    """Two official figures of one date that cannot both be true."""
    judged = row(target=statement("80"), baseline=level("70.0", 2025, "one"))
    found = stands(judged, knowledge(level("76.0", 2026, "one"), level("74.0", 2026, "two"), rows=[judged]))
    assert (found.certain, Rest.DISPUTE in found.rests) == (False, True)


@pytest.mark.parametrize("status", [Status.FORECAST, Status.OFFICIAL], ids=["called so", "dated before its year"])
def test_a_forecast_is_never_the_figure_that_stands(status: Status) -> None:
    """A figure of 2028 printed in 2026 moves nothing, whatever it calls itself."""
    judged = row(target=statement("80"), baseline=level("70.0", 2025, "plan"))
    dated = origin("outlook", "2026-05", Issuer.STATISTICS)
    ahead = level("90.0", 2028, "outlook", status)
    found = stands(judged, knowledge(ahead, rows=[judged], origins=[dated], as_of=2029))
    assert (found.kind, found.reason.code) == (OPEN, "not_met")


# ---- Words


@pytest.mark.parametrize(
    ("reached", "year", "kind"),
    [
        pytest.param(True, 2027, MET, id="reached in 2027"),
        pytest.param(False, 2027, OPEN, id="not reached in 2027"),
        pytest.param(None, 2027, OPEN, id="words that say neither"),
        pytest.param(True, 2029, OPEN, id="reached in a year that is not looked at yet"),
    ],
)
def test_a_milestone_is_met_by_words_that_say_so(reached: bool | None, year: int, kind: StandingKind) -> None:
    """A milestone is already met, for good, once the words of a year that is looked at say yes."""
    judged = row(target=statement())
    said = statement(period=period(year), printed="Hoàn thành", reached=reached)
    found = stands(judged, knowledge(said, rows=[judged], as_of=2028))
    assert (found.kind, found.is_locked) == (kind, kind is MET)


def test_a_rows_own_result_in_words_is_not_known_before_its_year() -> None:
    """What the table of 2030 prints is not known as of 2028."""
    judged = row(target=statement(), result=statement(printed="Hoàn thành", reached=True))
    assert stands(judged, knowledge(rows=[judged], as_of=2028)).kind is OPEN


# ---- Laws


@law
@given(figures(near), figures(near), st.sampled_from(list(Direction)))
def test_already_met_means_what_a_verdict_would_say(base: Figure, goal: Figure, direction: Direction) -> None:
    """A base meets a target before the deadline exactly when it would at the deadline."""
    judged = row(
        indicator=indicator(direction=direction), target=statement(goal), baseline=statement(base, period=period(2025))
    )
    known = knowledge(rows=[judged])
    way = way_of(judged, known)
    assert way.goal is not None
    assert way.base is not None
    assert (standing(way, known).kind is MET) is graded(way.goal, way.base.known).passed


@law
@given(near, near, near, st.sampled_from([Path.LINEAR, Path.HOLD]), st.sampled_from(list(Direction)))
def test_what_meets_its_path_every_year_is_never_behind(
    base: Decimal, goal: Decimal, seen: Decimal, path: Path, direction: Direction
) -> None:
    """A figure at its path in its own year is on track, or has met the target already."""
    judged = row(
        indicator=indicator(direction=direction, path=path, kind=Kind.SHARE),
        target=statement(f"{goal}"),
        baseline=statement(f"{base}", period=period(2025)),
    )
    way = way_of(judged, knowledge(statement(f"{seen}", period=period(2027)), rows=[judged]))
    due = way.required[2027].within(judged.unit)
    known = knowledge(statement(Figure(due, due, exact=True), period=period(2027)), rows=[judged])
    assert stands(judged, known).kind in (MET, StandingKind.ON_TRACK)


def test_the_need_of_the_newest_figure_is_told_in_points() -> None:
    """From 72 in 2027 to 75 in 2030 it takes one point a year."""
    judged = case_row({"baseline": "71", "target": "75", "observed": {2027: "72"}})
    way = way_of(judged, case_known({"observed": {2027: "72"}}, judged))
    need = in_measure(way.need, way, judged.unit)
    assert need is not None
    assert (need.value, need.unit.text) == (Decimal(1), "điểm %/năm")
