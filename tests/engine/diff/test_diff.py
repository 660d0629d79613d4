"""Laws of a diff: nothing differs from itself, what is seen from the other side is its mirror, and years add up."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from builders import figure_of, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from later import knowledge, with_figures
from shipped import RESULTS, TARGETS, shipped
from strategies import law

from tgkt.engine.diff.diff import diff, diff_of_plans, narrowed, places_of
from tgkt.engine.diff.state import State
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Plan
from tgkt.facts.statement import Status
from tgkt.results.diff import About, Change, Diff, Kind
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

from .worlds import state

TARGET = statement("≥ 9", period=period(2030))
LINES = [row(target=TARGET, baseline=statement("7", period=period(2025), status=Status.OFFICIAL))]
drawn = st.lists(
    st.builds(
        "{} {} = {}{} at {}".format,
        st.sampled_from(["report", "gazette", "press", "early"]),
        st.sampled_from(["2025", "2026-6M", "2026", "2027", "2030", "2026-2030 average"]),
        st.sampled_from(["7", "7.0", "8", "≈ 9", "> 9", "12"]),
        st.sampled_from(["", " official", " estimated"]),
        st.integers(1, 2),
    ),
    max_size=7,
    unique=True,
)


def seen(change: Change) -> tuple[object, ...]:
    """A change without the name of its way: which of the two states has it, and both states."""
    side = {Kind.ADDED: "new", Kind.REVISED: "new", Kind.GONE: "old"}.get(change.kind, "both")
    return change.about, side, change.before, change.after


def mirrored(change: Change) -> tuple[object, ...]:
    """What is seen of a change from the other side."""
    about, side, before, after = seen(change)
    return about, {"new": "old", "old": "new"}.get(str(side), side), after, before


def by_year(year: int) -> State:
    """The shipped data up to a year."""
    return State(Knowledge(shipped(), Clock(year)), by_year=True)


@law
@given(drawn)
def test_nothing_differs_from_itself(lines: list[str]) -> None:
    """Whatever is known, and in whatever order it is told."""
    assert diff(state(lines, LINES), state(lines[::-1], LINES)) == Diff(())


@law
@given(drawn, drawn)
def test_the_other_way_round_it_is_its_mirror(old: list[str], new: list[str]) -> None:
    """What is added is gone, before is after, and nothing is lost on the way."""
    there, back = diff(state(old, LINES), state(new, LINES)), diff(state(new, LINES), state(old, LINES))
    assert sorted(map(str, map(seen, there.changes))) == sorted(map(str, map(mirrored, back.changes)))


@law
@given(drawn, drawn)
def test_every_change_has_a_key_of_its_own(old: list[str], new: list[str]) -> None:
    """And no reader takes it for a number."""
    keys = [each.key for each in diff(state(old, LINES), state(new, LINES)).changes]
    assert len(keys) == len(set(keys))
    assert [key for key in keys if key[0].isdigit()] == []


@law
@given(drawn)
def test_neighbouring_years_add_up(lines: list[str]) -> None:
    """What a year and the next bring is what the two bring together."""
    one, two, three = (state(lines, LINES, as_of=year) for year in (2025, 2026, 2027))
    whole, first, second = (_figures(diff(*pair)) for pair in ((one, three), (one, two), (two, three)))
    assert whole == first + second


@pytest.mark.parametrize("year", [2016, 2020, 2024, 2025])
def test_the_years_of_the_shipped_data_add_up(year: int) -> None:
    """Figures come once, and a standing that changed over two years changed in one of them."""
    one, two, three = (by_year(each) for each in (year - 1, year, year + 1))
    whole, first, second = diff(one, three), diff(one, two), diff(two, three)
    assert _figures(whole) == _figures(first) + _figures(second)
    keys = {each.key for found in (first, second) for each in found.about(About.STANDING)}
    assert {each.key for each in whole.about(About.STANDING)} <= keys
    assert diff(one, one) == diff(three, three) == Diff(())


def _figures(found: Diff) -> Counter[str]:
    """The figures that are added, each by what it is known by."""
    assert {each.kind for each in found.about(About.FIGURE)} <= {Kind.ADDED}
    return Counter(str(each.own.statement) for each in found.about(About.FIGURE))


def test_two_catalogues_are_apart() -> None:
    """Asking both in turn gives what asking each alone gives."""
    lines = ("grdp_per_capita 2025 = 114.1 official", "grdp_per_capita 2026 = 121", "hdi 2026 = 0.762")
    old, new = State(knowledge()), State(knowledge(*lines))
    there = diff(old, new)
    assert there == diff(State(knowledge()), State(knowledge(*lines)))
    assert [(each.kind, each.own.statement.said) for each in there.about(About.FIGURE) if each.own.statement] == [
        (Kind.REVISED, lines[0]),
        (Kind.ADDED, lines[1]),
        (Kind.ADDED, lines[2]),
    ]
    assert diff(old, old) == Diff(())


def test_changes_come_in_the_order_of_the_data() -> None:
    """Figures by area and indicator, rows as their plan has them."""
    found = diff(by_year(2024), by_year(2025))
    assert [each.about for each in found.changes] == sorted((each.about for each in found.changes), key=[*About].index)
    rows = {(row.plan, row.area, row.code): at for plan in shipped().plans.values() for at, row in enumerate(plan.rows)}
    told = [each.own.row for each in found.about(About.STANDING) if each.own.row]
    for plan in (TARGETS, RESULTS):
        places = [rows[row.plan, row.area, row.code] for row in told if row.plan == plan]
        assert places == sorted(places) != []


def test_a_plan_narrows_rows_and_figures() -> None:
    """Its own rows, and figures of what they are about."""
    places = places_of(TARGETS, [shipped()])
    found = diff(by_year(2024), by_year(2025), TARGETS, places)
    whole = diff(by_year(2024), by_year(2025))
    assert {each.own.row.plan for each in found.changes if each.own.row} == {TARGETS}
    kept = [each for each in whole.about(About.FIGURE) if (each.indicator.id, each.area) in places]
    assert 0 < len(kept) == len(found.about(About.FIGURE)) < len(whole.about(About.FIGURE))


@pytest.mark.parametrize(("area", "section"), [("bac_kan", None), (None, "environment"), ("bac_kan", "environment")])
def test_areas_and_sections_narrow_everything(area: str | None, section: str | None) -> None:
    """What passes is left as it was."""
    whole = diff(by_year(2024), by_year(2025))
    found = narrowed(whole, area, section)
    assert found.changes == tuple(
        each for each in whole.changes if area in (None, each.area) and section in (None, each.indicator.section)
    )
    assert found.changes


def second(*lines: Any) -> tuple[Plan, Plan, Knowledge]:
    """The small plan, another beside it, and what is known."""
    known = state([], [*LINES, *(line for line in lines if line.plan == "targets")]).knowledge
    plan = known.catalogue.plans["targets"]
    rows = tuple(line for line in lines if line.plan == "other")
    other = plan._replace(id="other", title=Words("Khác", "Other"), rows=rows)
    known.catalogue.plans["other"] = other
    return plan, other, known


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param({"target": TARGET}, [], id="both promise the same"),
        pytest.param({"target": TARGET, "code": "9"}, [], id="under another number"),
        pytest.param(
            {"target": TARGET._replace(figure=figure_of("≥ 9.5"))}, [("target", "changed")], id="one promises more"
        ),
        pytest.param(
            {"target": TARGET._replace(period=period(2035))}, [("target", "changed")], id="one promises later"
        ),
        pytest.param({"target": TARGET, "area": "north"}, [("target", "added"), ("target", "gone")], id="elsewhere"),
    ],
)
def test_two_plans(told: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """Targets that differ by indicator and area, and those that only one of the plans has."""
    old, new, known = second(row(**{"plan": "other", "baseline": LINES[0].baseline, **told}))
    found = diff_of_plans(old, new, known)
    assert sorted((str(e.about), str(e.kind)) for e in found.changes if e.about is About.TARGET) == expected


def test_what_only_the_old_plan_has_comes_last() -> None:
    """Whichever of the two is declared first."""
    lower = row(plan="other", target=TARGET._replace(figure=figure_of("≥ 9.5")), baseline=LINES[0].baseline)
    more = (
        row(plan=plan, code=code, area=area, target=TARGET)
        for plan, code, area in [("targets", "8", "north"), ("other", "9", "south")]
    )
    old, new, known = second(lower, *more)
    for one, other in ((old, new), (new, old)):
        found = [each.kind for each in diff_of_plans(one, other, known).changes if each.about is About.TARGET]
        assert found == [Kind.CHANGED, Kind.ADDED, Kind.GONE]


def test_the_shipped_plans_share_no_target() -> None:
    """One is of the merged province, the other of the two old ones."""
    known = Knowledge(with_figures())
    plans = [known.catalogue.plans[each] for each in (RESULTS, TARGETS)]
    found = diff_of_plans(plans[0], plans[1], known)
    assert Counter(each.kind for each in found.changes) == {
        Kind.GONE: len(plans[0].rows),
        Kind.ADDED: len(plans[1].rows),
    }


def test_a_figure_of_a_part_of_a_year_is_a_figure_that_is_new() -> None:
    """It stands for no year, so no row moves with it."""
    found = diff(state([], LINES), state(["report 2026-6M = 8"], LINES))
    assert [(each.about, each.kind, each.key) for each in found.changes] == [
        (About.FIGURE, Kind.ADDED, "figure/merged/share/2026-6M/in_year/report")
    ]
