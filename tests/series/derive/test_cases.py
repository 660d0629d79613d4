"""The worked cases of derived figures: what is printed, what is asked, and the one answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from builders import HERE, MERGED, cases, figure_of, indicator, knowledge, row, statement

from tgkt.facts.formula import Reference
from tgkt.facts.indicator import Aggregation, Blend, Formula, Indicator, Kind, Price, Words
from tgkt.facts.parsing import parse_general, parse_term
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.facts.units import parse_unit
from tgkt.reason import Reason
from tgkt.series.known import Derivation, Known
from tgkt.series.reference import TIMINGS
from tgkt.series.series import Knowledge

HUNDRED = {"floor": Decimal(0), "ceiling": Decimal(100)}
PARTS = ("farms", "mills", "shops")


def measured(name: str, unit: str, kind: Kind, blend: Blend, **changes: Any) -> Indicator:
    """An indicator of the cases."""
    return indicator(id=name, unit=parse_unit(unit), kind=kind, blend=blend, **changes)


INDICATORS = {
    each.id: each
    for each in (
        measured("people", "người", Kind.COUNT, Blend(Aggregation.SUM), floor=Decimal(0)),
        measured("output", "tỷ đồng", Kind.LEVEL, Blend(Aggregation.SUM), price=Price.CURRENT),
        measured(
            "per_head",
            "triệu đồng/người/năm",
            Kind.LEVEL,
            Blend(Aggregation.RATIO, numerator="output", denominator="people"),
            price=Price.CURRENT,
        ),
        measured("growth", "%/năm", Kind.GROWTH, Blend(Aggregation.GROWTH, level="output"), price=Price.CURRENT),
        measured("share", "%", Kind.SHARE, Blend(Aggregation.WEIGHTED, weight="people"), **HUNDRED),
        measured("points", "điểm %/năm", Kind.CHANGE, Blend(Aggregation.WEIGHTED, weight="people")),
        measured("spread", "%", Kind.SHARE, Blend(Aggregation.BOUNDS), **HUNDRED),
        measured("place", "bậc", Kind.RANK, Blend(Aggregation.BOUNDS)),
        measured("alone", "%", Kind.SHARE, Blend(Aggregation.NONE), **HUNDRED),
        *(measured(name, "%", Kind.SHARE, Blend(Aggregation.NONE), **HUNDRED) for name in PARTS),
        measured("whole", "%", Kind.STRUCTURE, Blend(Aggregation.NONE), parts=PARTS),
    )
}


def reference(text: str) -> Reference:
    """A figure as a formula names it."""
    found = parse_term(text)
    assert isinstance(found, Reference)
    return found


def stated(name: str, told: object) -> Statement:
    """A printed figure of a case."""
    of, declared = reference(name), INDICATORS[reference(name).indicator]
    number, _, since = str(told).partition(" of ")
    timing = TIMINGS.get(of.selector or "", Timing.IN_YEAR)
    return statement(
        figure_of(number, exact=declared.kind is Kind.COUNT and not since),
        indicator=of.indicator,
        area=of.area,
        period=of.period,
        timing=timing,
        unit=parse_unit("lần") if since else declared.unit,
        relative_to=int(since) if since else None,
    )


def world(given: Mapping[str, Any]) -> Knowledge:
    """What is known in a case."""
    declared = dict(INDICATORS)
    for name, text in given.get("derive", {}).items():
        formula = Formula(text, parse_general(text), None, None, Words("it holds", "it holds"), HERE)
        declared[name] = declared[name]._replace(derive=(formula,))
    areas = dict(given.get("areas", MERGED))
    areas |= {part: () for parts in list(areas.values()) for part in parts if part not in areas}
    rows: list[Row] = [
        row(target=each, indicator=declared[each.indicator], code=str(place))
        for place, each in enumerate((stated(*one) for one in given.get("targets", {}).items()), 1)
    ]
    figures = [stated(*one) for one in given.get("figures", {}).items()]
    return knowledge(*figures, rows=rows, indicators=declared.values(), areas=areas, as_of=2025)


def answer(given: Mapping[str, Any]) -> Known | None:
    """The figure that is asked for."""
    of = reference(given["asked"])
    return world(given).figure(of.indicator, of.area, of.period, TIMINGS.get(of.selector or ""))


CASES = cases(
    "derive",
    given=["areas", "figures", "targets", "derive", "asked"],
    expect=["how", "value", "low", "high", "step", "assumes", "missing"],
)


@pytest.mark.parametrize(("given", "expect"), CASES)
def test_a_worked_case(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """The figure, its interval, how it follows, on what assumption and without which parts."""
    found = answer(given)
    if not expect:
        assert found is None
        return
    assert found is not None
    unit = INDICATORS[reference(given["asked"]).indicator].unit
    ends = found.quantity.span(unit)
    derivation = found.derivation or Derivation(found.step, "")
    assert (found.how.value, found.step.name.lower()) == (expect["how"], expect["step"])
    assert [end(each) for each in (ends.low, ends.high)] == pytest.approx(
        [float(str(expect[name]).replace("none", "inf")) for name in ("low", "high")], rel=1e-6
    )
    if "value" in expect and found.region.is_point:
        assert float(found.quantity.within(unit)) == pytest.approx(float(expect["value"]), rel=1e-9)
    assert found.region.is_point == ("value" in expect)
    told = [each.code if isinstance(each, Reason) else each.en for each in derivation.assumes]
    assert (told, list(derivation.missing)) == (expect.get("assumes", []), expect.get("missing", []))


def end(value: Decimal) -> float:
    """An end of an interval; infinity where there is none."""
    return float(value)


@pytest.mark.parametrize(("given", "expect"), [each for each in CASES if each.values[1]])
def test_what_follows_names_what_it_is_made_of(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """Every figure of the case that its formula names is an input, and every input is a figure of the case."""
    found = answer(given)
    assert found is not None
    printed = {(each.indicator, each.area) for each in (reference(name) for name in given["figures"])}
    assert {(each.indicator, each.area) for each in found.inputs} <= printed
    if found.derivation and not expect.get("missing"):
        named = set(re.findall(r"(\w+)(?:\.\w+)?\[(\w+),", found.derivation.formula))
        assert {each for each in named if each in printed} <= {(each.indicator, each.area) for each in found.inputs}
