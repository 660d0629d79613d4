"""A row of a plan and the figures that came later, as the worked examples of `tests/cases` tell them.

target, baseline   figures as tgkt prints them: "119", "≥ 10.5", "> 75", "< 3", "≈ 374", "1 - 1.5"; null for words
from, to           the years of baseline and target, or terms "2021-2025"; left out: 2025 and 2030
timing             in_year (left out), average, total, every_year: of the target; base_timing: of the baseline,
                   left out: the same
readings           [average, every_year]: the readings that the words of a term allow
relative_to        the year of "1.5 times the level of 2025"; the target is then the multiple
last_term          "1.6": how many times the level of 2020 the level of 2025 is
observed           {2027: "225", "2026-2027": "450"}: what was found later, official unless the case is about that
as_of              the last year looked at; left out: the newest year given
direction          increase (left out), decrease, neutral
path               linear (left out), geometric, hold, step
kind               share (left out), level, growth, change, ratio, rank, count, index
limits             ["0", "100"] or ["0", "none"]: values that are possible at all; left out: any
counted            true for whole counts of things, which are exact
tolerance          how far from a number without a better side still counts as it
unit               of the indicator; target_unit, baseline_unit where they are printed in another
comparator         maintain: the target is to hold its number, or the baseline where it has none
break              {from: 2026, target: old}: a break in the series; across: true where figures are compared across it
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any

from builders import broken, figure_of, indicator, knowledge, period, row, statement

from tgkt.facts.catalogue import Side
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction, Kind, Path
from tgkt.facts.interval import INFINITY
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.facts.units import factor, parse_unit
from tgkt.series.series import Knowledge

WORDS = ("target", "baseline", "last_term", "observed", "counted", "unit", "target_unit", "baseline_unit", "comparator")
TIMES = ("from", "to", "timing", "base_timing", "readings", "relative_to", "as_of")
ROW = (*WORDS, *TIMES, "break", "across", "direction", "path", "kind", "limits", "tolerance")
"""What a worked case may give about a row and the figures that came later."""


def case_row(given: dict[str, Any]) -> Row:
    """The row of a worked case."""
    low, high = given.get("limits", ("none", "none"))
    moved, timing = given.get("last_term"), given.get("timing", "in_year")
    return row(
        indicator=indicator(
            unit=parse_unit(given.get("unit", "%")),
            kind=Kind(given.get("kind", "share")),
            direction=Direction(given.get("direction", "increase")),
            path=Path(given.get("path", "linear")),
            floor=-INFINITY if low == "none" else Decimal(low),
            ceiling=INFINITY if high == "none" else Decimal(high),
        ),
        target=_target(given, timing),
        baseline=_printed(given, "baseline", given.get("from", 2025), given.get("base_timing", timing)),
        last_term=statement(moved, period=period(2025), relative_to=2020, unit=parse_unit("lần")) if moved else None,
    )


def case_known(given: dict[str, Any], row: Row) -> Knowledge:
    """What is known in a worked case: the row, and what was found later."""
    seen = [_found(given, str(when), text) for when, text in given.get("observed", {}).items()]
    as_of = given.get("as_of", max([2025, *(each.period.last for each in seen)]))
    told = given.get("break", {})
    breaks = [broken(told.get("from"), target=Side(told.get("target", "new")))] if told else []
    return knowledge(*seen, rows=[row], breaks=breaks, as_of=as_of, across_breaks=given.get("across", False))


def rounded(value: Decimal | None, like: str | None) -> str | None:
    """A computed value with as many decimals as an expected one."""
    if value is None or not value.is_finite():
        return None if value is None else str(value)
    return f"{value.quantize(Decimal(like or '1.00'), ROUND_HALF_EVEN, Context(prec=80)):f}"


def _target(given: dict[str, Any], timing: str) -> Statement | None:
    target = _printed(given, "target", given.get("to", 2030), timing)
    if target is None:
        return None
    if "relative_to" in given:
        target = target._replace(unit=parse_unit("lần"), times=Decimal(1), relative_to=given["relative_to"])
    if "comparator" in given:
        comparator = Comparator(given["comparator"])
        figure = target.figure._replace(comparator=comparator) if target.figure else None
        target = target._replace(comparator=comparator, figure=figure)
    return target._replace(
        readings=tuple(Timing(each) for each in given.get("readings", ())),
        tolerance=Decimal(given["tolerance"]) if "tolerance" in given else None,
    )


def _printed(given: dict[str, Any], key: str, when: Any, timing: str) -> Statement | None:
    """A target or baseline; words where the case gives null."""
    if key not in given:
        return None
    told: dict[str, Any] = {"period": period(when), "timing": Timing(timing)}
    if given[key] is None:
        return statement(**told)
    return _figure(given, given[key], f"{key}_unit")._replace(**told)


def _found(given: dict[str, Any], when: str, text: str) -> Statement:
    """What was found for a year, or for a term in the sense of the target."""
    timing = Timing(given.get("timing", "in_year")) if "-" in when else Timing.IN_YEAR
    return _figure(given, text, "unit")._replace(period=period(when), timing=timing)


def _figure(given: dict[str, Any], text: str, key: str) -> Statement:
    own = parse_unit(given.get("unit", "%"))
    unit = parse_unit(given.get(key, own.text))
    figure = figure_of(text, exact=given.get("counted", False))
    return statement(figure, unit=unit, times=factor(unit, own), status=Status.OFFICIAL)
