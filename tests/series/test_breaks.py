"""Which breaks lie between figures, and which touch a row."""

from __future__ import annotations

from typing import Any

import pytest
from builders import broken, knowledge, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.facts.catalogue import Break, Side
from tgkt.facts.period import Period
from tgkt.series.breaks import breaks_of, dividing, parting, touching
from tgkt.series.series import Knowledge

OLD = Side.OLD
TARGET = row(target=statement("95"), baseline=statement("66.7", period=period(2025)))
TERM = row(target=statement("95", period=period("2026-2030")))


def known(*breaks: Break, **clock: Any) -> Knowledge:
    return knowledge(rows=[TARGET], breaks=breaks, as_of=2030, **clock)


# ---- Between a figure and the target


@pytest.mark.parametrize(
    ("declared", "figure", "is_apart"),
    [
        pytest.param(broken(2026), 2025, True, id="a figure of the year before it and a target of the new side"),
        pytest.param(broken(2026), 2026, False, id="a figure of its first year"),
        pytest.param(broken(2026), "2021-2025", True, id="a term before it"),
        pytest.param(broken(2026), "2026-2030", False, id="a term from it on"),
        pytest.param(broken(2026), "2024-2028", True, id="a term that it runs through is on neither side"),
        pytest.param(broken(2030), 2029, True, id="a break in the target's own year"),
        pytest.param(broken(2031), 2025, False, id="after the target both are on the old side"),
        pytest.param(broken(2026, target=OLD), 2025, False, id="a target of the old side and a figure before it"),
        pytest.param(broken(2026, target=OLD), 2027, True, id="a target of the old side and a figure after it"),
        pytest.param(broken(2031, target=OLD), 2025, False, id="after the target it does not matter where it stands"),
        pytest.param(broken(None), 2025, False, id="without a year it parts nothing"),
        pytest.param(broken(2026, areas=("north",)), 2025, False, id="in another area"),
        pytest.param(broken(2026, areas=("north", "merged")), 2025, True, id="in this area among others"),
        pytest.param(broken(2026, indicator="other"), 2025, False, id="of another indicator"),
    ],
)
def test_a_figure_is_apart_from_a_target_of_2030(declared: Break, figure: Any, *, is_apart: bool) -> None:
    """The target stands on the declared side if it is due after the break, else on the old one."""
    assert parting(TARGET, period(figure), known(declared)) == (declared if is_apart else None)


@pytest.mark.parametrize(
    ("since", "is_apart"),
    [
        pytest.param(2026, False, id="from its first year on"),
        pytest.param(2028, True, id="within it"),
        pytest.param(2031, False, id="after it"),
    ],
)
def test_a_term_is_apart_from_itself_where_a_break_runs_through_it(since: int, *, is_apart: bool) -> None:
    """A figure of the whole term would mix two standards."""
    assert (parting(TERM, period("2026-2030"), known(broken(since))) is not None) is is_apart


def test_of_several_breaks_the_latest_is_named() -> None:
    """In whatever order they are declared."""
    early, late = broken(2026, id="early"), broken(2028, id="late")
    assert parting(TARGET, period(2025), known(late, early)) == late
    assert parting(TARGET, period(2025), known(early, late)) == late
    assert parting(TARGET, period(2027), known(early, late)) == late


def test_a_row_without_a_target_has_nothing_to_be_apart_from() -> None:
    """Its figures may be divided among themselves."""
    assert parting(row(), period(2025), known(broken())) is None


def test_across_breaks_nothing_is_apart_and_all_is_touched() -> None:
    """The clock that looks across them leaves the marks."""
    across = known(broken(), across_breaks=True)
    assert parting(TARGET, period(2025), across) is None
    assert dividing("share", "merged", period(2025), period(2027), across) is None
    assert breaks_of(TARGET, across) == (broken(),)


# ---- Between two figures


@pytest.mark.parametrize(
    ("one", "other", "is_divided"),
    [
        (2024, 2025, False),
        (2025, 2026, True),
        (2026, 2027, False),
        ("2021-2025", 2025, False),
        ("2021-2025", "2026-2030", True),
        ("2024-2027", 2027, True),
    ],
)
def test_figures_on_two_sides_of_2026_are_divided(one: Any, other: Any, *, is_divided: bool) -> None:
    """Whichever comes first, and whatever a target says."""
    for declared in (broken(2026), broken(2026, target=OLD)):
        for first, second in ((one, other), (other, one)):
            found = dividing("share", "merged", period(first), period(second), known(declared))
            assert found == (declared if is_divided else None)


years = st.integers(2015, 2035)
periods = st.builds(lambda first, length: Period(first, first + length), years, st.integers(0, 5))


@law
@given(years, periods, periods, periods)
def test_what_two_figures_share_with_a_third_they_share(since: int, one: Period, middle: Period, other: Period) -> None:
    """Not divided is an equivalence: nothing is compared by way of a figure in between."""
    known_, where = known(broken(since)), ("share", "merged")
    if dividing(*where, one, middle, known_) is None and dividing(*where, middle, other, known_) is None:
        assert dividing(*where, one, other, known_) is None


# ---- What is touched


@pytest.mark.parametrize(
    ("declared", "is_touched"),
    [
        pytest.param(broken(2020), False, id="before the last term"),
        pytest.param(broken(2021), True, id="within the last term, whose pace is shown"),
        pytest.param(broken(2026), True, id="between base and target"),
        pytest.param(broken(2030), True, id="in the target's year"),
        pytest.param(broken(2031), False, id="after the target"),
        pytest.param(broken(None), True, id="without a year"),
        pytest.param(broken(None, areas=("north",)), False, id="in another area"),
    ],
)
def test_a_break_touches_a_row_from_its_last_term_to_its_target(declared: Break, *, is_touched: bool) -> None:
    """The row is of 2026-2030 and starts from 2025."""
    assert breaks_of(TARGET, known(declared)) == ((declared,) if is_touched else ())


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"target": statement("0.5", relative_to=2015)}, id="a multiple of an early year"),
        pytest.param({"baseline": statement("66.7", period=period(2015))}, id="an early baseline"),
    ],
)
def test_a_row_that_reaches_further_back_is_touched_by_earlier_breaks(changes: dict[str, Any]) -> None:
    """A break of 2018 lies between 2015 and the target."""
    assert breaks_of(TARGET, known(broken(2018))) == ()
    assert breaks_of(TARGET._replace(**changes), known(broken(2018))) == (broken(2018),)


def test_a_row_without_a_target_is_touched_by_every_break_of_its_series() -> None:
    """An indicator asked for its figures alone."""
    assert breaks_of(row(), known(broken(1995), broken(None))) == (broken(1995), broken(None))


@pytest.mark.parametrize(
    ("areas", "told", "is_touched"),
    [
        pytest.param(["merged"], ["2021-2025"], False, id="figures on one side"),
        pytest.param(["merged"], ["2021-2025", 2030], True, id="figures on both sides"),
        pytest.param(["merged"], ["2024-2027"], True, id="a term over it"),
        pytest.param(["merged"], [], True, id="no period asked for"),
        pytest.param(["south"], [2025, 2030], False, id="an area it does not hold for"),
        pytest.param(["south", "merged", "north"], [2025, 2030], True, id="one of several areas, once"),
    ],
)
def test_what_figures_a_break_concerns(areas: list[str], told: list[Any], *, is_touched: bool) -> None:
    """Those that lie on its two sides."""
    declared = broken(2026, areas=("merged", "north"))
    found = touching("share", areas, map(period, told), known(declared))
    assert found == ((declared,) if is_touched else ())
