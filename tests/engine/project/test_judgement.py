"""Pace, trend and verdict of a row: the 200 published results, and the edges of `cases/edges.yaml`."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from builders import CASES, cases, catalogue, indicator, period, row, statement
from loading.mini import INDICATORS, write_files
from tgkt.engine.project.progress import trend, with_progress
from tgkt.engine.project.trajectory import trajectory

from tgkt.arithmetic.growth import NotComputableError
from tgkt.engine.project.pace import VERSIONS, Course, pace
from tgkt.engine.status.rows import assess_row
from tgkt.errors import DataError
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Direction, Kind
from tgkt.facts.indicator import Path as Way
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Status
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files
from tgkt.results.project import Pace

PUBLISHED = json.loads(
    (CASES.parent / "conformance" / "published_progress.json").read_text(encoding="utf-8"),
    parse_float=Decimal,
    parse_int=Decimal,
)
# Rows that exact arithmetic puts on the other side of a threshold: id and reason. None of the 200 is so.
OTHER_SIDE: dict[str, str] = {}
THRESHOLDS = {"ratio": ("0.95", "0.6", "0"), "growth": ("0.015", "0.005", "0")}
KEYS = ("declaration", "baseline", "target", "from", "to", "direction", "path", "observed", "status", "as_of", "method")
EDGES = cases(
    "edges",
    given=KEYS,
    expect=["pace", "value", "reason", "linear", "trend", "verdict", "standing", "refused"],
)


def published(found: dict[str, Any]) -> Pace:
    """A published row judged by tgkt."""
    target_year = found["target_year"]
    return pace(
        Course(
            int(found["base_year"]),
            found["base"],
            int(found["current_year"]),
            found["current"],
            Direction(found["direction"]),
            None if target_year is None else int(target_year),
            found["target"],
            found["limit"],
        ),
        "statcan",
    )


each_published = pytest.mark.parametrize(
    "one", [pytest.param(each, id=f"{each['id']} {each['series'][:60]}") for each in PUBLISHED]
)


def test_two_hundred_rows_are_published() -> None:
    """The copy is whole: every id once, with and without a target."""
    assert len({each["id"] for each in PUBLISHED}) == len(PUBLISHED) == 200
    assert {each["method"] for each in PUBLISHED} == {"ratio", "growth"}


@each_published
def test_a_published_result_is_reproduced(one: dict[str, Any]) -> None:
    """Value to 1e-9 of itself, the same status, the score to 1e-6."""
    found = published(one)
    assert (one["status"], "statcan", VERSIONS["statcan"]) == (found.label, found.method, found.version)
    assert abs(found.value - one["value"]) <= Decimal("1e-9") * abs(one["value"])
    assert found.score is not None
    assert abs(found.score - one["score"]) <= Decimal("1e-6")


def test_no_published_row_lies_on_the_other_side_of_a_threshold() -> None:
    """The list of exceptions holds exactly the rows whose status differs."""
    assert set(OTHER_SIDE) == {each["id"] for each in PUBLISHED if published(each).label != each["status"]}


def test_published_rows_that_lie_on_a_threshold_are_exact_zeros() -> None:
    """Without a natural limit no row is nearer to a threshold than 1e-6, but for those that did not move at all."""
    near = {
        each["id"]: each["current"] == each["base"]
        for each in PUBLISHED
        for threshold in THRESHOLDS[each["method"]]
        if each["limit"] is None and abs(each["value"] - Decimal(threshold)) < Decimal("1e-6")
    }
    assert set(near.values()) == {True}


class Case(NamedTuple):
    """An edge as declared facts."""

    row: Row
    catalogue: Catalogue
    as_of: int


def edge(given: dict[str, Any]) -> Case:
    """The row and the figures a case describes."""
    is_geometric = given.get("path") == "geometric"
    sort = indicator(
        direction=Direction(given.get("direction", "increase")),
        path=Way.GEOMETRIC if is_geometric else Way.LINEAR,
        kind=Kind.LEVEL if is_geometric else Kind.SHARE,
    )
    start = given.get("from", 2020)
    base = statement(given["baseline"], period=period(start)) if "baseline" in given else None
    target = statement(given["target"], period=period(given.get("to", 2030))) if "target" in given else None
    later = observed(given)
    one = row(indicator=sort, target=target, baseline=base)
    known = given.get("as_of", max([start, *given.get("observed", {})]))
    return Case(one, catalogue(*filter(None, [base]), *later, rows=[one], indicators=[sort]), known)


def observed(given: dict[str, Any]) -> list[Statement]:
    """What a case observes later, in the order it lists."""
    return [
        statement(told, period=period(year), status=Status(given.get("status", "official")))
        for year, figures in given.get("observed", {}).items()
        for told in (figures if isinstance(figures, list) else [figures])
    ]


def judged(given: dict[str, Any]) -> dict[str, Any]:
    """Everything tgkt says of an edge."""
    one, facts, as_of = edge(given)
    method = given.get("method", "statcan")
    if one.target is None:
        return judged_without_target(one, facts, as_of, method)
    told = with_progress(trajectory(one, facts, as_of), facts, as_of, method)
    assessed = assess_row(one, facts, as_of)
    return {
        "pace": told.progress.label if told.progress else None,
        "value": told.progress.value if told.progress else None,
        "reason": told.progress_reason.code if told.progress_reason else None,
        "linear": told.other_label,
        "trend": told.trend,
        "verdict": assessed.verdict.grade,
        "standing": assessed.standing.kind if assessed.standing else None,
    }


def judged_without_target(one: Row, facts: Catalogue, as_of: int, method: str) -> dict[str, Any]:
    """Without a target the yearly growth itself is judged."""
    first, last = facts.observations[0], facts.observations[-1]
    assert first.figure is not None
    assert last.figure is not None
    way = one.indicator.direction
    course = Course(first.period.last, first.figure.value, last.period.last, last.figure.value, way)
    try:
        found, reason = pace(course, method), None
    except NotComputableError as error:
        return {"pace": None, "value": None, "reason": error.reason.code, "trend": trend(one, facts, as_of)}
    return {"pace": found.label, "value": found.value, "reason": reason, "trend": trend(one, facts, as_of)}


def rounded(value: Decimal | None, like: str | None) -> str | None:
    """A computed value with as many decimals as an expected one."""
    return None if value is None else f"{value.quantize(Decimal(like or '1.00')):f}"


@pytest.mark.parametrize(("given", "expect"), EDGES)
def test_edge(tmp_path: Path, given: dict[str, Any], expect: dict[str, Any]) -> None:
    """Every edge has the answer, or the reason, that a reader understands."""
    if "declaration" in given:
        was, instead = given["declaration"]
        assert INDICATORS.count(was) == 1
        with pytest.raises(DataError) as caught:
            load(data_files(write_files(tmp_path, indicators=INDICATORS.replace(was, instead))))
        assert expect["refused"] in str(caught.value)
        return
    found = judged(given)
    if "value" in expect:
        found["value"] = rounded(found["value"], expect["value"])
    assert expect == {key: found[key] for key in expect}


@pytest.mark.parametrize("method", VERSIONS)
@pytest.mark.parametrize("given", [each.values[0] for each in EDGES if "declaration" not in each.values[0]])
def test_no_edge_crashes_any_method(given: dict[str, Any], method: str) -> None:
    """Under every preset an edge has a label or a reason, never both and never neither."""
    found = judged({**given, "method": method})
    assert (found["pace"] is None) is (found["reason"] is not None)
    assert found["value"] is None or found["value"].is_finite()


@pytest.mark.parametrize("shift", [-6, 3])
@pytest.mark.parametrize("method", VERSIONS)
def test_no_edge_depends_on_the_size_of_numbers(method: str, shift: int) -> None:
    """An epsilon would show: a thousand times or a millionth of all figures changes no label and no reason."""

    def sized(told: str) -> str:
        return " ".join(
            f"{Decimal(part).scaleb(shift):f}" if part.strip("-")[0].isdigit() else part for part in told.split()
        )

    for given in [each.values[0] for each in EDGES if "declaration" not in each.values[0]]:
        turned = {**given, "method": method}
        turned |= {key: sized(given[key]) for key in ("baseline", "target") if key in given}
        turned["observed"] = {
            year: [sized(each) for each in (told if isinstance(told, list) else [told])]
            for year, told in given.get("observed", {}).items()
        }
        before, after = judged({**given, "method": method}), judged(turned)
        assert {**before, "value": None} == {**after, "value": None}
