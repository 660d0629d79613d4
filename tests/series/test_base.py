"""Where a row starts from, and what came of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builders import knowledge, origin, period, row, statement

from tgkt.facts.plan import Row
from tgkt.facts.statement import Issuer, Statement, Status, Timing
from tgkt.facts.units import parse_unit
from tgkt.series.base import base_of, base_of_multiple, result_of, with_release_of, words_of
from tgkt.series.certainty import Rest
from tgkt.series.known import How

PERCENT = parse_unit("%")
OWN = statement("119", period=period(2025), origin="plan", status=Status.ESTIMATED)
PLANNED = row(target=statement("220"), baseline=OWN)


def figure(printed: str, when: Any = 2025, **changes: Any) -> Statement:
    return statement(printed, **{"period": period(when), "status": Status.OFFICIAL, "origin": "yearbook", **changes})


def base(judged: Row, *observed: Statement, **more: Any) -> tuple[Decimal, How, str | None] | None:
    """Value, how it is known, and the plan's own as printed."""
    found = base_of(judged, knowledge(*observed, rows=[judged], **{"as_of": 2030, **more}))
    if found is None:
        return None
    return found.known.quantity.within(PERCENT), found.known.how, found.plan.printed if found.plan else None


# ---- A later baseline


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        pytest.param(figure("114.1"), (Decimal("114.1"), How.LATER, "119"), id="official replaces it"),
        pytest.param(
            figure("114.1", status=Status.PROVISIONAL),
            (Decimal("114.1"), How.LATER, "119"),
            id="provisional replaces it",
        ),
        pytest.param(
            figure("114.1", status=Status.ESTIMATED, origin="office"),
            (Decimal(119), How.PRINTED, "119"),
            id="another estimate does not, although its document is later and its issuer ranks higher",
        ),
        pytest.param(figure("114.1", 2026), (Decimal(119), How.PRINTED, "119"), id="another year does not"),
        pytest.param(figure("114.1", area="north"), (Decimal(119), How.PRINTED, "119"), id="another area does not"),
        pytest.param(
            figure("114.1", status=Status.FORECAST), (Decimal(119), How.PRINTED, "119"), id="a forecast does not"
        ),
        pytest.param(figure("114.1", ambition=True), (Decimal(119), How.PRINTED, "119"), id="an aim does not"),
    ],
)
def test_a_later_figure_of_the_base_year(later: Statement, expected: tuple[Decimal, How, str]) -> None:
    """Only a release of the base year that is provisional or better replaces the plan's own; both stay."""
    office = [origin("office", "2026-05", Issuer.STATISTICS), origin("plan", "2025-09", Issuer.PARTY)]
    assert base(PLANNED, later, origins=office) == expected


def test_baseline_plan_computes_from_the_plans_own() -> None:
    """With `--baseline plan` the later release is left."""
    assert base(PLANNED, figure("114.1"), plan_baseline=True) == (Decimal(119), How.PRINTED, "119")


def test_a_plan_that_prints_the_official_figure_itself_keeps_it() -> None:
    """Where the plan's own counts most it is printed, not later."""
    judged = row(target=statement("220"), baseline=OWN._replace(status=Status.OFFICIAL))
    found = base(judged, figure("114.1", status=Status.PROVISIONAL))
    assert found == (Decimal(119), How.PRINTED, "119")


def test_two_official_figures_of_one_rank_keep_the_plans_own_in_dispute() -> None:
    """The plan's 119 and 114.1 of the same rank: the value is the plan's, the interval the hull of both."""
    judged = row(target=statement("220"), baseline=OWN._replace(status=Status.OFFICIAL))
    found = base_of(judged, knowledge(figure("114.1"), rows=[judged], as_of=2030))
    assert found is not None
    span = found.known.quantity.span(PERCENT)
    assert (found.known.quantity.within(PERCENT), span.low, span.high) == (
        Decimal(119),
        Decimal("114.05"),
        Decimal("119.5"),
    )
    assert Rest.DISPUTE in found.known.rests


def test_others_that_contradict_each_other_leave_the_plans_own_out_of_it() -> None:
    """Two later estimates that rank higher and contradict each other are no dispute of the plan's own."""
    office = [origin("one", "2026-05"), origin("two", "2026-05"), origin("plan", "2025-09")]
    later = [figure(each, status=Status.ESTIMATED, origin=name) for each, name in (("100", "one"), ("110", "two"))]
    found = base_of(PLANNED, knowledge(*later, rows=[PLANNED], origins=office, as_of=2030))
    assert found is not None
    assert (found.known.rests, found.known.quantity.span(PERCENT).high) == ((Rest.ESTIMATE,), Decimal("119.5"))


# ---- Where the plan prints none


@pytest.mark.parametrize(
    ("target", "observed", "expected"),
    [
        pytest.param({}, figure("65"), "65", id="a level starts from the base year"),
        pytest.param({"period": "2026-2030", "timing": "average"}, figure("7.3", "2021-2025", timing=Timing.AVERAGE),
                     "7.3", id="an average starts from the last term's"),
        pytest.param({"period": "2026-2030", "timing": "total"}, figure("374", "2021-2025", timing=Timing.TOTAL), "374",
                     id="a total starts from the last term's"),
        pytest.param({"period": "2026-2030", "timing": "every_year"}, figure("91"), "91",
                     id="a figure of every year starts from the base year's"),
        pytest.param({"period": "2026-2030", "timing": "average"}, figure("35.5", 2024), "35.5",
                     id="an average of a share starts from the newest year of the last term too"),
        pytest.param({"period": "2026-2030", "timing": "average"}, figure("35.5", 2020), None,
                     id="an average of a share does not start from a year before the last term"),
        pytest.param({"period": "2026-2030", "timing": "every_year"}, figure("3.1", "2021-2025", timing=Timing.AVERAGE),
                     "3.1", id="a figure of every year starts from the last term's average too"),
        pytest.param({}, figure("65", 2024), None, id="a level does not start from another year"),
        pytest.param({}, figure("1.6", relative_to=2020), None, id="a multiple is no start"),
    ],
)  # fmt: skip
def test_without_a_base_of_the_plan_the_documents_give_one(
    target: dict[str, str], observed: Statement, expected: str | None
) -> None:
    """The base is the figure of the base year, or of the last term where the target is itself of a term."""
    told = statement("80", period=period(target.get("period", 2030)), timing=Timing(target.get("timing", "in_year")))
    found = base(row(target=told), observed)
    assert found == (None if expected is None else (Decimal(expected), How.PRINTED, None))


def test_a_baseline_in_words_is_none() -> None:
    """Words are no start."""
    assert base(row(target=statement("80"), baseline=statement(period=period(2025)))) is None


def test_a_baseline_of_a_hidden_document_is_none() -> None:
    """By a date at which the plan's document was not known its baseline was not either."""
    assert base(PLANNED, origins=[origin("plan", "2026-03")], known_by="2026-01-01") is None


# ---- One release


@pytest.mark.parametrize(
    ("observed", "expected", "rests"),
    [
        pytest.param([], "119", (Rest.MIXED_RELEASE,), id="only the plan prints a base"),
        pytest.param([figure("114.1")], "114.1", (), id="the figure's own document prints the base too"),
        pytest.param(
            [figure("114.1", status=Status.ESTIMATED)], "119", (Rest.MIXED_RELEASE,), id="but only as an estimate"
        ),
    ],
)
def test_base_and_figure_come_from_one_document_where_one_prints_both(
    observed: list[Statement], expected: str, rests: tuple[Rest, ...]
) -> None:
    """Else a comparison of the two rests on a mixed release."""
    known = knowledge(*observed, figure("130", 2026), rows=[PLANNED])
    start, current = base_of(PLANNED, known), known.series("share", "merged").at(period(2026))
    assert start is not None
    moved, found = with_release_of(start, current, PLANNED, known)
    assert (moved.known.quantity.within(PERCENT), found) == (Decimal(expected), rests)


def test_a_release_of_the_figure_counts_before_one_that_ranks_higher() -> None:
    """The office's 114.1 ranks higher, but the ministry prints 115 beside its figure of 2026."""
    told = [figure("114.1", origin="office"), figure("115", origin="ministry"), figure("130", 2026, origin="ministry")]
    issued = [origin("office", "2026-05", Issuer.STATISTICS), origin("ministry", "2027-02", Issuer.GOVERNMENT)]
    known = knowledge(*told, rows=[PLANNED], origins=issued)
    start, current = base_of(PLANNED, known), known.series("share", "merged").newest()
    assert start is not None
    assert start.known.quantity.within(PERCENT) == Decimal("114.1")
    moved, rests = with_release_of(start, current, PLANNED, known)
    assert (moved.known.quantity.within(PERCENT), moved.known.how, rests) == (Decimal(115), How.LATER, ())


# ---- A multiple's base


def test_a_multiple_of_an_earlier_year_is_of_that_year() -> None:
    """Half of 2015 is half of 2015, although the plan's base is of 2025."""
    judged = row(target=statement("0.5", relative_to=2015), baseline=OWN)
    known = knowledge(figure("200", 2015), rows=[judged])
    one, other = (base_of_multiple(judged, year, known) for year in (2015, 2025))
    assert one is not None
    assert other is not None
    assert (one.known.quantity.within(PERCENT), other.known.quantity.within(PERCENT)) == (Decimal(200), Decimal(119))


# ---- What came of it


def test_a_result_is_of_the_targets_own_sense() -> None:
    """The average of a term is no total, and not the figure of its last year."""
    target = statement("80", period=period("2026-2030"), timing=Timing.AVERAGE)
    judged = row(target=target)
    told = [figure("81", 2030), figure("400", "2026-2030", timing=Timing.TOTAL)]
    assert result_of(judged, knowledge(*told, rows=[judged])) is None
    more = knowledge(*told, figure("82", "2026-2030", timing=Timing.AVERAGE), rows=[judged])
    found = result_of(judged, more)
    assert found is not None
    assert found.quantity.within(PERCENT) == 82


def test_before_its_deadline_nothing_has_come_of_a_target() -> None:
    """A result printed for 2030 is not one as of 2029."""
    judged = row(target=statement("80"), result=statement("81"))
    assert result_of(judged, knowledge(rows=[judged], as_of=2029)) is None


def test_a_result_dated_before_its_year_is_none() -> None:
    """What a document of 2029 prints as the result of 2030 is a forecast."""
    judged = row(target=statement("80"), result=statement("81", origin="early"))
    assert result_of(judged, knowledge(rows=[judged], origins=[origin("early", "2029")], as_of=2030)) is None


def test_words_of_a_row_come_before_words_of_the_same_rank() -> None:
    """Two rows about one thing in words: each has its own."""
    rows = [
        row(code=code, target=statement(), result=statement(printed=said, reached=reached, locator=code))
        for code, said, reached in (("1", "done", True), ("2", "not done", False))
    ]
    known = knowledge(rows=rows, as_of=2030)
    assert [said and said.printed for said in (words_of(each, known) for each in rows)] == ["done", "not done"]


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2024, None), (2025, "done"), (2028, "done"), (2031, None)],
    ids=["before the plan", "at its base", "within it", "after what is looked at"],
)
def test_words_count_from_the_base_year_on(year: int, expected: str | None) -> None:
    """A milestone of the plan is not reached by what was said before it began."""
    judged = row(target=statement())
    said = words_of(
        judged, knowledge(statement(period=period(year), printed="done", reached=True), rows=[judged], as_of=2030)
    )
    assert (said and said.printed) == expected
