"""Yearly figures of a term and the term they make."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import broken, indicator, knowledge, period, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import inside, law, numbers

from tgkt.facts.catalogue import Break
from tgkt.facts.indicator import Aggregation, Blend, Kind, Price
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.facts.units import parse_unit
from tgkt.series.certainty import Rest
from tgkt.series.known import How
from tgkt.series.series import Knowledge
from tgkt.series.term import growth_from_levels, mean_of, term_of

TERM = period("2026-2030")
REAL = Price.CONSTANT
LEVEL = indicator(id="grdp", kind=Kind.LEVEL, unit=parse_unit("nghìn tỷ đồng"), price=REAL)
GROWTH = indicator(
    id="growth", kind=Kind.GROWTH, unit=parse_unit("%/năm"), price=REAL, blend=Blend(Aggregation.GROWTH, level="grdp")
)
ABOVE, BELOW = (indicator(id=name, kind=Kind.COUNT, unit=parse_unit("trường")) for name in ("good", "all"))
RATIO = indicator(id="ratio", kind=Kind.RATIO, blend=Blend(Aggregation.RATIO, numerator="good", denominator="all"))
EVERYTHING = (LEVEL, GROWTH, ABOVE, BELOW, RATIO)


def told(name: str, when: Any, printed: str, **changes: Any) -> Statement:
    declared = {each.id: each for each in EVERYTHING}[name]
    return statement(
        printed,
        **{"indicator": name, "period": period(when), "unit": declared.unit, "status": Status.OFFICIAL, **changes},
    )


def known(*observed: Statement, breaks: Iterable[Break] = ()) -> Knowledge:
    return knowledge(*observed, indicators=EVERYTHING, breaks=breaks, as_of=2030)


# ---- Growth from levels


@pytest.mark.parametrize(
    ("observed", "expected"),
    [
        pytest.param(
            [told("grdp", 2025, "100.0"), told("grdp", 2030, "161.051")], "10.0", id="five years from 100 to 161.051"
        ),
        pytest.param([told("grdp", 2025, "100.0")], None, id="without the last year there is none"),
        pytest.param([told("grdp", 2030, "161.051")], None, id="nor without the base year"),
        pytest.param([told("grdp", 2025, "0.0"), told("grdp", 2030, "5")], None, id="nothing grows from zero"),
        pytest.param(
            [told("grdp", 2025, "100", status=Status.FORECAST), told("grdp", 2030, "161")],
            None,
            id="nor from a forecast",
        ),
    ],
)
def test_growth_of_a_term_from_its_ends(observed: list[Statement], expected: str | None) -> None:
    """The base year of 2026-2030 is 2025, and five steps lie between."""
    found = growth_from_levels(GROWTH, "merged", TERM, known(*observed))
    assert (found and f"{found.quantity.within(GROWTH.unit):.4f}") == (expected and f"{Decimal(expected):.4f}")


def test_levels_at_current_prices_say_nothing_of_real_growth() -> None:
    """A nominal level and a real growth never mix."""
    nominal = GROWTH._replace(price=Price.CURRENT)
    observed = [told("grdp", 2025, "100.0"), told("grdp", 2030, "161.051")]
    assert growth_from_levels(nominal, "merged", TERM, known(*observed)) is None


def test_levels_of_two_documents_are_a_mixed_release() -> None:
    """Growth between levels of two releases says so."""
    found = growth_from_levels(
        GROWTH, "merged", TERM, known(told("grdp", 2025, "100.0"), told("grdp", 2030, "161", origin="yearbook"))
    )
    assert found is not None
    assert (found.rests, found.how, len(found.inputs)) == ((Rest.MIXED_RELEASE,), How.OWN, 2)


def test_a_year_without_its_rate_has_that_of_its_levels() -> None:
    """10 % printed for 2026; 2027 follows from the levels of 2026 and 2027; 2028 has neither."""
    observed = [told("growth", 2026, "10.0"), told("grdp", 2026, "110.0"), told("grdp", 2027, "121.0")]
    found = known(*observed).years("growth", "merged", 2026, 2030)
    assert {year: (each.how, f"{each.quantity.within(GROWTH.unit):.2f}") for year, each in found.items()} == {
        2026: (How.PRINTED, "10.00"),
        2027: (How.OWN, "10.00"),
    }


def test_a_printed_rate_counts_before_the_levels() -> None:
    """Where a document prints the growth of the year itself, it is not computed."""
    observed = [told("growth", 2027, "9.0"), told("grdp", 2026, "110.0"), told("grdp", 2027, "121.0")]
    assert known(*observed).years("growth", "merged", 2027, 2027)[2027].how is How.PRINTED


def test_the_two_ends_stand_in_for_a_year_that_is_missing() -> None:
    """Rates of four years and the levels of both ends: the ends tell the average."""
    rates = [told("growth", year, "9.0") for year in (2026, 2027, 2028, 2030)]
    ends = [told("grdp", 2025, "100.0"), told("grdp", 2030, "161.051")]
    found = term_of(GROWTH, "merged", TERM, Timing.AVERAGE, known(*rates, *ends))
    assert found is not None
    assert (found.missing, f"{found.known.quantity.within(GROWTH.unit):.3f}") == ((), "10.000")


# ---- Ratios


def test_the_mean_of_a_ratio_is_the_ratio_of_the_sums() -> None:
    """90 of 100 and 20 of 50 are 110 of 150, not the mean of 90 and 40 %."""
    observed = [told("ratio", 2029, "90.0"), told("ratio", 2030, "40.0")]
    counts = [("good", 2029, "90"), ("good", 2030, "20"), ("all", 2029, "100"), ("all", 2030, "50")]
    schools = [
        told(name, year, "0")._replace(figure=told(name, year, printed).figure) for name, year, printed in counts
    ]
    found = term_of(RATIO, "merged", period("2029-2030"), Timing.AVERAGE, known(*observed, *schools))
    assert found is not None
    assert Fraction(found.known.quantity.value) - Fraction(110, 150) < Fraction(1, 10**30)
    assert found.known.rests == ()


def test_without_all_its_parts_the_mean_of_a_ratio_is_assumed() -> None:
    """One denominator missing: the arithmetic mean, and said to be an assumption."""
    observed = [told("ratio", 2029, "90.0"), told("ratio", 2030, "40.0")]
    parts = [told("good", 2029, "90"), told("good", 2030, "20"), told("all", 2029, "100")]
    found = term_of(RATIO, "merged", period("2029-2030"), Timing.AVERAGE, known(*observed, *parts))
    assert found is not None
    assert (found.known.quantity.within(RATIO.unit), found.known.rests) == (Decimal(65), (Rest.ASSUMPTION,))


# ---- What a computed figure carries


def test_a_term_is_as_settled_as_its_least_settled_year() -> None:
    """Four official years and an estimate make an estimate, resting on what each rests on."""
    years = [told("growth", year, "10.0") for year in range(2026, 2030)]
    found = term_of(
        GROWTH, "merged", TERM, Timing.AVERAGE, known(*years, told("growth", 2030, "9.0", status=Status.ESTIMATED))
    )
    assert found is not None
    assert (found.known.status, found.known.rests, len(found.known.inputs)) == (Status.ESTIMATED, (Rest.ESTIMATE,), 5)


def test_the_mean_of_the_years_so_far_names_them() -> None:
    """Two years are told as 2026-2027."""
    years = [told("growth", 2026, "9.0"), told("growth", 2027, "10.0")]
    found = mean_of(GROWTH, known(*years).years("growth", "merged", 2026, 2030))
    assert (str(found.period), f"{found.quantity.within(GROWTH.unit):.4f}") == ("2026-2027", "9.4989")


def test_without_a_year_there_is_no_term() -> None:
    """Nothing is made of nothing."""
    assert term_of(GROWTH, "merged", TERM, Timing.AVERAGE, known()) is None


# ---- Laws

rates = st.lists(numbers(-300, 900, places=1), min_size=5, max_size=5)


@law
@given(rates)
def test_the_term_of_rates_is_what_an_independent_library_finds(drawn: list[Decimal]) -> None:
    """The geometric mean at 40 digits, by mpmath."""
    years = [told("growth", 2026 + place, f"{rate}") for place, rate in enumerate(drawn)]
    found = term_of(GROWTH, "merged", TERM, Timing.AVERAGE, known(*years))
    assert found is not None
    with mpmath.workdps(40):
        product = mpmath.mpf(1)
        for rate in drawn:
            product *= 1 + mpmath.mpf(str(rate)) / 100
        expected = Decimal(mpmath.nstr((mpmath.root(product, 5) - 1) * 100, 30)) if product > 0 else Decimal(-100)
    assert abs(found.known.quantity.within(GROWTH.unit) - expected) < Decimal("1e-20")


@law
@given(rates, st.data())
def test_the_interval_of_a_term_holds_what_its_years_may_be(drawn: list[Decimal], data: st.DataObject) -> None:
    """Whatever the years truly were within their digits, their arithmetic mean lies in the interval of the term."""
    share = indicator(id="share", kind=Kind.SHARE)
    years = [statement(f"{rate}", period=period(2026 + place)) for place, rate in enumerate(drawn)]
    held = knowledge(*years, indicators=[share], as_of=2030)
    found = term_of(share, "merged", TERM, Timing.AVERAGE, held)
    assert found is not None
    true = [data.draw(inside(each.quantity.interval)) for each in held.years("share", "merged", 2026, 2030).values()]
    low, high = found.known.quantity.interval.low, found.known.quantity.interval.high
    assert Fraction(low) <= sum(true) / 5 <= Fraction(high)


@law
@given(rates, st.sets(st.integers(2026, 2030), min_size=1, max_size=4), st.data())
def test_whatever_fills_a_missing_year_lies_in_what_is_told(
    drawn: list[Decimal], missing: set[int], data: st.DataObject
) -> None:
    """The average with any filling of the missing years within the limits lies in the interval of the term."""
    share = indicator(kind=Kind.SHARE, floor=Decimal(-400), ceiling=Decimal(1000))
    years = {2026 + place: rate for place, rate in enumerate(drawn)}
    seen = [statement(f"{rate}", period=period(year)) for year, rate in years.items() if year not in missing]
    found = term_of(share, "merged", TERM, Timing.AVERAGE, knowledge(*seen, indicators=[share], as_of=2030))
    assert found is not None
    assert found.missing == tuple(sorted(missing))
    filled = {year: Fraction(data.draw(st.integers(-400, 1000))) for year in missing}
    average = sum(filled.get(year, Fraction(rate)) for year, rate in years.items()) / 5 / 100
    assert Fraction(found.known.quantity.interval.low) <= average <= Fraction(found.known.quantity.interval.high)


# ---- Breaks


@pytest.mark.parametrize(
    ("since", "is_known"),
    [
        pytest.param(2025, True, id="both levels on the new side"),
        pytest.param(2026, False, id="between the two levels"),
        pytest.param(2031, True, id="both levels on the old side"),
    ],
)
def test_levels_on_two_sides_of_a_break_make_no_growth(since: int, *, is_known: bool) -> None:
    """From 100 by one standard in 2025 to 161.051 by another in 2030 nothing has grown."""
    seen = told("grdp", 2025, "100"), told("grdp", 2030, "161.051")
    found = growth_from_levels(GROWTH, "merged", TERM, known(*seen, breaks=[broken(since, indicator="grdp")]))
    assert (found is not None) is is_known


@pytest.mark.parametrize(
    ("since", "is_known"),
    [
        pytest.param(2026, True, id="in its first year"),
        pytest.param(2028, False, id="within it"),
        pytest.param(2031, True, id="after it"),
    ],
)
def test_years_on_two_sides_of_a_break_make_no_term(since: int, *, is_known: bool) -> None:
    """Five years of 3 % by two standards have no average."""
    seen = [told("growth", year, "3") for year in range(2026, 2031)]
    found = term_of(GROWTH, "merged", TERM, Timing.AVERAGE, known(*seen, breaks=[broken(since, indicator="growth")]))
    assert (found is not None) is is_known
