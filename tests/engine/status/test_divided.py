"""Rows that a break divides: the worked examples of `cases/break.yaml`, and the laws of breaks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from builders import broken, cases
from hypothesis import given
from hypothesis import strategies as st
from later import knowledge as known_later
from strategies import law
from worked import ROW, case_known, case_row, rounded

from tgkt.engine.status.rows import assess
from tgkt.facts.catalogue import Break, Side
from tgkt.facts.statement import Timing
from tgkt.results.status import Assessment
from tgkt.series.series import Knowledge

NUMBERS = ("baseline", "current", "gap", "needed", "stretch", "share", "required")
CASES = cases("break", given=ROW, expect=("standing", "reason", "verdict", "why", *NUMBERS))


def assessed(told: dict[str, Any]) -> Assessment:
    judged = case_row(told)
    return assess_one(case_known(told, judged))


def assess_one(known: Knowledge) -> Assessment:
    (found,) = assess(known.catalogue.plans["targets"], known)
    return found


@pytest.mark.parametrize(("told", "expect"), CASES)
def test_worked_example(told: dict[str, Any], expect: dict[str, Any]) -> None:
    """Every worked example stands where an expert said; both figures are shown whether or not they are compared."""
    found = assessed(told)
    standing = found.standing
    values: dict[str, Decimal | None] = {
        "baseline": found.baseline.value if found.baseline else None,
        "current": found.current.value if found.current else None,
        "gap": found.gap,
        "needed": found.needed.value if found.needed else None,
        "stretch": found.stretch,
        "share": standing.share if standing else None,
        "required": found.required.value if found.required else None,
    }
    seen = {
        "standing": standing.kind if standing else None,
        "reason": standing.reason.code if standing else None,
        "verdict": found.verdict.grade,
        "why": found.verdict.reason.code,
        **{name: rounded(value, expect.get(name)) for name, value in values.items()},
    }
    assert expect == {key: seen[key] for key in expect}


def test_what_is_open_for_a_break_rests_on_nothing_and_names_it() -> None:
    """Nothing was compared, so nothing can turn; the sentence has the year, the break, the figure and the target."""
    found = assessed({"baseline": "66.7", "target": "95", "break": {"from": 2026}}).standing
    assert found is not None
    assert (found.certain, found.rests) == (True, ())
    told = dict(found.reason.facts)
    assert (told["year"], told["name"], told["period"]) == ("2026", "standard", "2025")


# ---- Laws

LATER = (
    "poverty_reduction 2026 = 1.2",
    "new_rural_commune_share 2026 = 40.5",
    "new_rural_commune_share 2028 = 71.0",
    "grdp 2027 = 255.0",
    "forest_cover 2027 = 61.0",
)
figures = st.integers(10, 990).map(lambda tenths: f"{Decimal(tenths) / 10:.1f}")
years = st.dictionaries(st.integers(2026, 2030), figures, max_size=4)
timings = st.sampled_from([Timing.IN_YEAR, Timing.AVERAGE, Timing.EVERY_YEAR, Timing.TOTAL])


@st.composite
def stories(draw: st.DrawFn) -> dict[str, Any]:
    """A row with a base and what was found later, of any timing, up to any year."""
    timing = draw(timings)
    is_year = timing is Timing.IN_YEAR
    told: dict[str, Any] = {"baseline": draw(figures), "target": draw(figures), "observed": draw(years)}
    told |= {
        "timing": str(timing),
        "kind": draw(st.sampled_from(["share", "level"])),
        "as_of": draw(st.integers(2025, 2031)),
    }
    told["direction"] = draw(st.sampled_from(["increase", "decrease", "neutral"]))
    return told if is_year else told | {"from": "2021-2025", "to": "2026-2030"}


def without_marks(found: Assessment) -> Assessment:
    return found._replace(breaks=(), parts=tuple(without_marks(each) for each in found.parts))


def with_break(told: dict[str, Any], *breaks: Break, is_across: bool = False) -> Assessment:
    known = case_known(told, case_row(told))
    facts = replace(known.catalogue, breaks=breaks)
    return assess_one(Knowledge(facts, known.clock._replace(across_breaks=is_across)))


@law
@given(stories(), st.integers(2031, 2100))
def test_a_break_after_the_targets_period_changes_nothing(told: dict[str, Any], since: int) -> None:
    """Not even a mark."""
    assert with_break(told, broken(since)) == with_break(told)


@law
@given(stories(), st.integers(2015, 2035), st.sampled_from(Side))
def test_across_breaks_everything_is_as_if_none_were_declared(told: dict[str, Any], since: int, side: Side) -> None:
    """Apart from the marks."""
    found = with_break(told, broken(since, target=side), is_across=True)
    assert without_marks(found) == with_break(told)


@law
@given(stories(), st.integers(2015, 2035))
def test_a_break_of_another_area_or_indicator_changes_nothing(told: dict[str, Any], since: int) -> None:
    """A break holds for its indicator in its areas."""
    others = broken(since, indicator="other"), broken(since, areas=("north",))
    assert with_break(told, *others) == with_break(told)


@law
@given(stories())
def test_a_break_without_a_year_only_marks(told: dict[str, Any]) -> None:
    """The comparison stands; whoever reads it is warned."""
    found = with_break(told, broken(None))
    assert (without_marks(found), found.breaks) == (with_break(told), (broken(None),))


@law
@given(stories(), st.integers(2020, 2030), st.sampled_from(Side))
def test_what_is_open_for_a_break_shows_no_comparison(told: dict[str, Any], since: int, side: Side) -> None:
    """Where the newest figure lies on the other side there is neither gap nor need nor stretch nor share."""
    found = with_break(told, broken(since, target=side))
    standing = found.standing
    if standing is None or standing.reason.code != "break":
        return
    compared = [found.needed, found.stretch, standing.share]
    is_alone = found.current is not None and found.gap is not None  # one figure beside the target, on its side
    assert [each for each in compared if each is not None] == [] or is_alone
    assert found.baseline is not None or found.current is not None


def test_the_shipped_plans_answer_across_breaks_as_without_any() -> None:
    """Every row of both plans, with figures that came later."""
    known = known_later(*LATER)
    across = Knowledge(known.catalogue, known.clock._replace(across_breaks=True))
    without = Knowledge(replace(known.catalogue, breaks=()), known.clock)
    for plan in known.catalogue.plans.values():
        assert [without_marks(each) for each in assess(plan, across)] == assess(plan, without)
