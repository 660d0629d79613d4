"""A year that runs: its newest figure, the year before, the year's plan; and that it changes no other answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from builders import HERE, broken, indicator, knowledge, origin, period, row, statement
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped import TONGUES, shipped
from strategies import law

from tgkt.engine.blend.merged import merge, periods_of
from tgkt.engine.check.audit import audit
from tgkt.engine.project.choice import Choice
from tgkt.engine.project.judgement import judged
from tgkt.engine.project.projection import projected
from tgkt.engine.status.in_year import in_year, in_year_of
from tgkt.engine.status.rows import assess
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.indicator import Aggregation, Indicator, Kind, Path, Price
from tgkt.facts.plan import Row
from tgkt.facts.statement import Origin, Statement, Status, Timing
from tgkt.facts.units import parse_unit
from tgkt.report.blend_rows import merge_row
from tgkt.report.check_rows import finding_row
from tgkt.report.project.rows import outlook_row
from tgkt.report.status.rows import status_row
from tgkt.results.in_year import InYear, Meaning
from tgkt.results.project import Outlook
from tgkt.series.certainty import Rest
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year

DOCUMENTS = (origin("report", "2026-07-05"), origin("resolution", "2025-09-01"), origin("council", "2025-12-10"))
MONEY = parse_unit("tỷ đồng")
PERCENT_A_YEAR = parse_unit("%/năm")
REVENUE = indicator(unit=MONEY, kind=Kind.LEVEL, price=Price.CURRENT, path=Path.GEOMETRIC, flow=True, floor=Decimal(0))
PEOPLE = indicator(unit=parse_unit("nghìn người"), kind=Kind.LEVEL, path=Path.GEOMETRIC, flow=False)
GROWTH = indicator(unit=PERCENT_A_YEAR, kind=Kind.GROWTH, price=Price.CONSTANT)
SHARE = indicator()
RANK = indicator(unit=parse_unit("hạng"), kind=Kind.RANK)
DENSITY = indicator(unit=parse_unit("bác sĩ/vạn dân"), kind=Kind.RATE_PER)


def figure(declared: Indicator, printed: str, when: str, **changes: Any) -> Statement:
    return statement(printed, **{"period": period(when), "unit": declared.unit, "origin": "report", **changes})


def target(declared: Indicator, printed: str, when: str, **changes: Any) -> Statement:
    return figure(declared, printed, when, origin="resolution", **changes)


def of(declared: Indicator, figures: Mapping[str, str], plans: Sequence[Row] = (), **more: Any) -> InYear:
    """A row from 100 in 2025 to 161.051 in 2030 (10 % a year), with figures of parts of a year."""
    own = row(
        indicator=declared,
        target=target(declared, more.pop("target", "≥ 161.051"), "2030"),
        baseline=figure(declared, more.pop("base", "100"), "2025", status=Status.OFFICIAL),
    )
    told = [figure(declared, printed, when) for when, printed in figures.items()]
    found = knowledge(
        rows=[own, *plans], in_year=told, origins=DOCUMENTS, **{"as_of": 2025, "indicators": [declared], **more}
    )
    return in_year_of(own, found)


def planned(declared: Indicator, printed: str, when: str = "2026", document: str = "council") -> Row:
    """A row of a yearly plan."""
    return row(code="2", indicator=declared, target=figure(declared, printed, when, origin=document), plan="targets")


def told(found: InYear) -> dict[str, str | None]:
    """What a line of the table says, in short."""

    def short(value: Any) -> str | None:
        return None if value is None else f"{value.value.quantize(Decimal('0.01')).normalize():f} {value.unit}"

    return {
        "period": str(found.now.period) if found.now else None,
        "change": short(found.change),
        "aim": short(found.aim.value) if found.aim else None,
        "of": None if found.aim is None else "plan" if found.aim.target else "path",
        "share": short(found.share),
        "gap": short(found.gap),
    }


NOTHING = {"period": None, "change": None, "aim": None, "of": None, "share": None, "gap": None}


@pytest.mark.parametrize(
    ("declared", "figures", "plans", "expected"),
    [
        pytest.param(REVENUE, {}, [], NOTHING, id="nothing within a year is nothing"),
        pytest.param(
            REVENUE,
            {"2026-6M": "60", "2025-6M": "50"},
            [planned(REVENUE, "≥ 120")],
            {"period": "2026-6M", "change": "20 %", "aim": "120 tỷ đồng", "of": "plan", "share": "50 %", "gap": None},
            id="half the plan in half the year, a fifth more than a year before",
        ),
        pytest.param(
            REVENUE,
            {"2026-6M": "55"},
            [],
            {"period": "2026-6M", "change": None, "aim": "110 tỷ đồng", "of": "path", "share": "50 %", "gap": None},
            id="without a plan of the year, half of what the path asks for",
        ),
        pytest.param(
            REVENUE,
            {"2026-6M": "60", "2025-9M": "80"},
            [planned(REVENUE, "120", "2027")],
            {"period": "2026-6M", "change": None, "aim": "110 tỷ đồng", "of": "path", "share": "54.55 %", "gap": None},
            id="another part of the year before and the plan of another year are no match",
        ),
        pytest.param(
            REVENUE,
            {"2026-Q2": "30", "2025-Q2": "25"},
            [planned(REVENUE, "120")],
            {"period": "2026-Q2", "change": "20 %", "aim": "120 tỷ đồng", "of": "plan", "share": None, "gap": None},
            id="a quarter alone is no share of the year's plan",
        ),
        pytest.param(
            REVENUE,
            {"2026-3M": "30", "2026-6M": "60", "2025-Q1": "25"},
            [planned(REVENUE, "120")],
            {"period": "2026-6M", "change": None, "aim": "120 tỷ đồng", "of": "plan", "share": "50 %", "gap": None},
            id="the newest part is told",
        ),
        pytest.param(
            REVENUE,
            {"2026-3M": "30", "2025-Q1": "25"},
            [planned(REVENUE, "120 - 150")],
            {"period": "2026-3M", "change": "20 %", "aim": "120 tỷ đồng", "of": "plan", "share": "25 %", "gap": None},
            id="three months are compared with the first quarter, and with the lower end of a range",
        ),
        pytest.param(
            REVENUE,
            {"2026-6M": "60"},
            [planned(REVENUE, "120", document="resolution"), planned(REVENUE, "150")],
            {"period": "2026-6M", "change": None, "aim": "150 tỷ đồng", "of": "plan", "share": "40 %", "gap": None},
            id="of two plans of the year the newest document's counts",
        ),
        pytest.param(
            PEOPLE,
            {"2026-6M": "104", "2025-6M": "100"},
            [planned(PEOPLE, "105")],
            {"period": "2026-6M", "change": "4 %", "aim": "105 nghìn người", "of": "plan", "share": None,
             "gap": "1 nghìn người"},
            id="people stand: a distance to the plan, no share of it",
        ),
        pytest.param(
            SHARE,
            {"2026-9M": "62.5", "2025-9M": "60.0"},
            [planned(SHARE, "≥ 62")],
            {"period": "2026-9M", "change": "2.5 điểm %", "aim": "62 %", "of": "plan", "share": None,
             "gap": "-0.5 điểm %"},
            id="a share moves in points, and may be beyond its plan",
        ),
        pytest.param(
            GROWTH,
            {"2026-6M": "6.5", "2025-6M": "6.1"},
            [planned(GROWTH, "10.5")],
            {"period": "2026-6M", "change": "0.4 điểm %", "aim": "10.5 %/năm", "of": "plan", "share": None,
             "gap": "4 điểm %"},
            id="growth moves in points and is far from the growth that is planned",
        ),
        pytest.param(
            DENSITY,
            {"2026-6M": "12.5", "2025-6M": "12.0"},
            [planned(DENSITY, "13")],
            {"period": "2026-6M", "change": "0.5 bác sĩ/vạn dân", "aim": "13 bác sĩ/vạn dân", "of": "plan",
             "share": None, "gap": "0.5 bác sĩ/vạn dân"},
            id="doctors per 10,000 people move in doctors per 10,000 people",
        ),
        pytest.param(
            RANK,
            {"2026-6M": "12", "2025-6M": "14"},
            [],
            NOTHING | {"period": "2026-6M"},
            id="places in a ranking have no arithmetic",
        ),
        pytest.param(
            REVENUE,
            {"2026-6M": "60", "2025-6M": "0"},
            [],
            {"period": "2026-6M", "change": None, "aim": "110 tỷ đồng", "of": "path", "share": "54.55 %", "gap": None},
            id="against nothing there is no percent",
        ),
        pytest.param(
            REVENUE,
            {"2025-9M": "70"},
            [],
            NOTHING | {"period": "2025-9M"},
            id="in the year the path starts from it asks for nothing",
        ),
    ],
)  # fmt: skip
def test_worked(declared: Indicator, figures: dict[str, str], plans: list[Row], expected: dict[str, str]) -> None:
    """The newest figure, its change, and the year's plan."""
    assert told(of(declared, figures, plans)) == expected


@pytest.mark.parametrize(
    ("when", "year"),
    [
        pytest.param("2026-6M", "110", id="the first year has a tenth more than the year before the term"),
        pytest.param("2028-6M", "133.1", id="a later year has its own part alone, not what has gathered by then"),
    ],
)
def test_of_a_total_the_path_asks_for_the_year_alone(when: str, year: str) -> None:
    """671.561 in five years after 100 is 110, 121, 133.1 and so on."""
    own = row(indicator=REVENUE, target=target(REVENUE, "671.561", "2026-2030", timing=Timing.TOTAL))
    before = figure(REVENUE, "100", "2025", status=Status.OFFICIAL)
    item = in_year_of(own, knowledge(before, rows=[own], in_year=[figure(REVENUE, "66", when)], as_of=2025))
    assert item.aim is not None
    assert item.aim.value.value.quantize(Decimal("0.001")) == Decimal(year).quantize(Decimal("0.001"))


@pytest.mark.parametrize(
    ("declared", "meaning"),
    [
        pytest.param(REVENUE, Meaning.ADDS_UP, id="a flow adds up"),
        pytest.param(PEOPLE, Meaning.STANDS, id="what is no flow stands"),
        pytest.param(SHARE, Meaning.STANDS, id="a share stands"),
        pytest.param(GROWTH, Meaning.OF_PERIOD, id="growth is of the period"),
        pytest.param(
            indicator(unit=parse_unit("đảng viên/năm"), kind=Kind.COUNT), Meaning.ADDS_UP, id="a count a year adds up"
        ),
        pytest.param(
            indicator(unit=parse_unit("triệu đồng/người/tháng"), kind=Kind.LEVEL),
            Meaning.STANDS,
            id="what is so much a month does not add up",
        ),
        pytest.param(
            indicator(unit=MONEY, kind=Kind.LEVEL, grows_with="grdp"),
            Meaning.ADDS_UP,
            id="what is shared along a growth adds up",
        ),
        pytest.param(
            indicator(unit=parse_unit("đảng viên/năm"), kind=Kind.COUNT, flow=False),
            Meaning.STANDS,
            id="what is declared goes before the unit",
        ),
    ],
)
def test_what_a_part_of_a_year_is_to_the_year(declared: Indicator, meaning: Meaning) -> None:
    """By kind, unit and declaration."""
    assert of(declared, {}).meaning is meaning


def test_a_bound_gives_bounds() -> None:
    """More than 60 is at least half of 120."""
    found = of(REVENUE, {"2026-6M": "> 60"}, [planned(REVENUE, "120")])
    assert found.share is not None
    assert (found.share.low, found.share.high.is_finite()) == (Decimal(50), False)


def test_a_break_is_not_looked_across() -> None:
    """Neither against the year before nor against the year's plan; the break is named."""
    found = of(SHARE, {"2026-6M": "62.5", "2025-6M": "60.0"}, breaks=[broken(2026)])
    assert (found.change, found.parted and found.parted.id) == (None, "standard")
    across = of(SHARE, {"2026-6M": "62.5", "2025-6M": "60.0"}, breaks=[broken(2026)], across_breaks=True)
    assert (across.change is not None, across.parted) == (True, None)


def test_a_plan_that_was_not_known_yet_is_not_looked_at() -> None:
    """The date of its document decides."""
    documents = (*DOCUMENTS, origin("late", "2026-09-01"))
    own, late = row(indicator=REVENUE), planned(REVENUE, "120", document="late")
    told = [figure(REVENUE, "60", "2026-6M")]
    more: dict[str, Any] = {"rows": [own, late], "in_year": told, "origins": documents, "as_of": 2025}
    hidden, seen = (in_year_of(own, knowledge(**more, known_by=date)) for date in ("2026-08-01", "2026-10-01"))
    assert (hidden.now is not None, hidden.aim) == (True, None)
    assert seen.aim is not None


def test_figures_of_two_documents_are_a_mixed_release() -> None:
    """It is said what the comparison rests on."""
    own = row(indicator=REVENUE, target=target(REVENUE, "161", "2030"))
    figures = [figure(REVENUE, "60", "2026-6M"), figure(REVENUE, "50", "2025-6M", origin="council")]
    item = in_year_of(own, knowledge(rows=[own], in_year=figures, origins=DOCUMENTS, as_of=2025))
    assert Rest.MIXED_RELEASE in item.rests


def test_only_rows_with_a_figure_are_told_in_their_order() -> None:
    """And only up to the year that is asked for."""
    rows = [row(code=code, area=area) for code, area in (("1", "merged"), ("2", "north"), ("3", "south"))]
    figures = [figure(SHARE, "62", "2026-6M", area="south"), figure(SHARE, "60", "2025-6M", area="merged")]
    found = knowledge(rows=rows, in_year=figures, origins=DOCUMENTS, as_of=2025)
    assert [item.row.code for item in in_year(rows, found)] == ["1", "3"]
    assert [item.row.code for item in in_year(rows, found, until=2025)] == ["1"]


# ---- The law: no figure of a part of a year changes any other answer

PARTS = st.one_of(
    st.integers(1, 11).map("{}M".format), st.integers(1, 4).map("Q{}".format), st.integers(1, 12).map("{:02d}".format)
)


def _answers(catalogue: Catalogue) -> dict[str, Any]:
    """What status, project, blend and check say of everything."""
    found = Knowledge(catalogue, Clock(newest_year(catalogue)))
    rows = [each for plan in catalogue.plans.values() for each in plan.rows]
    ways = [way_of(each, found) for each in rows]
    outlooks = [Outlook(projected(way, found, Choice()), judged(way, found, "statcan")) for way in ways]
    merged = [each for each in catalogue.areas.values() if each.constituents]
    blends = [
        merge_row(merge(each, area.id, over, found), TONGUES)
        for each in catalogue.indicators.values()
        if each.blend.by is not Aggregation.NONE
        for area in merged
        for over in periods_of(each, area.id, found)
    ]
    return {
        "as_of": found.clock.as_of,
        "status": [status_row(item, TONGUES) for plan in catalogue.plans.values() for item in assess(plan, found)],
        "project": [outlook_row(each, 2030, TONGUES) for each in outlooks],
        "blend": blends,
        "check": [finding_row(each, TONGUES) for each in audit(found)],
    }


@cache
def _without() -> dict[str, Any]:
    return _answers(shipped())


@st.composite
def figures_in_year(draw: st.DrawFn) -> tuple[Statement, Origin]:
    """Any figure of a part of any year, of anything that is measured anywhere, in a document of any date."""
    catalogue = shipped()
    declared = draw(st.sampled_from([each for each in catalogue.indicators.values() if not each.parts]))
    year = draw(st.integers(2019, 2031))
    value = draw(st.integers(0, 10**6).map(Decimal)).scaleb(-draw(st.integers(0, 2)))
    comparator = draw(st.sampled_from([Comparator.EQUALS, Comparator.ABOUT, Comparator.AT_LEAST]))
    document = origin("in_year", f"{draw(st.integers(year - 1, year + 1))}-07")
    told = statement(
        Figure(value, value, comparator),
        indicator=declared.id,
        area=draw(st.sampled_from(sorted(catalogue.areas))),
        period=period(f"{year}-{draw(PARTS)}"),
        unit=declared.unit,
        origin="in_year",
        status=draw(st.sampled_from([None, Status.OFFICIAL, Status.ESTIMATED])),
        printed_unit=draw(st.sampled_from([None, "%"])),
        ambition=draw(st.booleans()),
        supersedes=tuple(draw(st.lists(st.sampled_from(sorted(catalogue.origins)), max_size=1))),
        is_index=declared.kind is Kind.GROWTH and draw(st.booleans()),
        source=HERE,
    )
    return told, document


@settings(law, max_examples=8)
@given(st.lists(figures_in_year(), min_size=3, max_size=12))
def test_no_figure_of_a_part_of_a_year_changes_any_other_answer(drawn: list[tuple[Statement, Origin]]) -> None:
    """Status, projections, blends and the audit of the shipped data stay as they are, whatever is told of parts."""
    told, (_, document), *_ = tuple(each for each, _ in drawn), *drawn
    with_parts = replace(shipped(), in_year=told, origins={**shipped().origins, "in_year": document})
    assert _answers(with_parts) == _without()


def test_the_law_compares_something() -> None:
    """Each command has an answer to compare."""
    assert all(_without()[key] for key in ("status", "project", "blend", "check"))
