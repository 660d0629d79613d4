"""Pace, trend and verdict of a row: the 200 published results, and the edges of `cases/edges.yaml`."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from builders import CASES, cases, catalogue, indicator, period, row, statement
from loading.mini import INDICATORS, write_files

from tgkt.engine.project import judgement as engine
from tgkt.engine.project.pace import VERSIONS, Course, pace
from tgkt.engine.status.rows import assess_row
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.errors import DataError
from tgkt.facts.indicator import Direction, Kind
from tgkt.facts.indicator import Path as Way
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files
from tgkt.results.project import Pace
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

PUBLISHED = json.loads(
    (CASES.parent / "conformance" / "published_progress.json").read_text(encoding="utf-8"),
    parse_float=Decimal,
    parse_int=Decimal,
)
# Rows that exact arithmetic puts on the other side of a threshold: id and reason. None of the 200 is so.
OTHER_SIDE: dict[str, str] = {}
THRESHOLDS = {"ratio": ("0.95", "0.6", "0"), "growth": ("0.015", "0.005", "0")}
MORE = ("kind", "timing")
KEYS = ("declaration", "baseline", "target", "from", "to", "direction", "path", "observed", "status", "as_of", "method")
EDGES = cases(
    "edges",
    given=[*KEYS, *MORE],
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


def test_two_hundred_rows_are_published() -> None:
    """The copy is whole: every id once, with and without a target."""
    assert len({each["id"] for each in PUBLISHED}) == len(PUBLISHED) == 200
    assert {each["method"] for each in PUBLISHED} == {"ratio", "growth"}


def slips(one: dict[str, Any]) -> list[str]:
    """Where tgkt differs from a published row: the status, the value by 1e-9 of itself, the score by 1e-6."""
    found = published(one)
    assert (found.method, found.version) == ("statcan", VERSIONS["statcan"])
    told = [] if found.label == one["status"] else [f"status {found.label}, published {one['status']}"]
    assert found.value is not None
    if abs(found.value - one["value"]) > Decimal("1e-9") * abs(one["value"]):
        told.append(f"value {found.value}, published {one['value']}")
    if found.score is None or abs(found.score - one["score"]) > Decimal("1e-6"):
        told.append(f"score {found.score}, published {one['score']}")
    return told


def test_the_published_results_are_reproduced() -> None:
    """Every row has the published status, value and score; each that has not is named."""
    assert {f"{each['id']} {each['series']}": slips(each) for each in PUBLISHED if slips(each)} == {}


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
    knowledge: Knowledge


def edge(given: dict[str, Any]) -> Case:
    """The row and the figures a case describes."""
    is_geometric = given.get("path") == "geometric"
    kind = Kind.LEVEL if is_geometric else Kind.SHARE
    declared = indicator(
        direction=Direction(given.get("direction", "increase")),
        path=Way.GEOMETRIC if is_geometric else Way.LINEAR,
        kind=Kind(given.get("kind", kind)),
    )
    start = given.get("from", 2020)
    base = statement(given["baseline"], period=period(start)) if "baseline" in given else None
    timing = Timing(given.get("timing", "in_year"))
    target = None
    if "target" in given:
        target = statement(given["target"], period=period(given.get("to", 2030)), timing=timing)
    one = row(indicator=declared, target=target, baseline=base)
    facts = catalogue(*filter(None, [base]), *observed(given), rows=[one], indicators=[declared])
    known = given.get("as_of", max([start, *given.get("observed", {})]))
    return Case(one, Knowledge(facts, Clock(known)))


def observed(given: dict[str, Any]) -> list[Statement]:
    """What a case observes later, in the order it lists."""
    return [
        statement(told, period=period(year), status=Status(given.get("status", "official")))
        for year, figures in given.get("observed", {}).items()
        for told in (figures if isinstance(figures, list) else [figures])
    ]


def judged(given: dict[str, Any]) -> dict[str, Any]:
    """Everything tgkt says of an edge."""
    one, knowledge = edge(given)
    told = engine.judged(way_of(one, knowledge), knowledge, given.get("method", "statcan"))
    assessed = assess_row(one, knowledge)
    return {
        "pace": told.pace.label if told.pace else None,
        "value": told.pace.value if told.pace else None,
        "reason": told.reason.code if told.reason else None,
        "linear": told.linear_label,
        "trend": told.trend,
        "verdict": assessed.verdict.grade,
        "standing": assessed.standing.kind if assessed.standing else None,
    }


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


JUDGED = {each.id: each.values[0] for each in EDGES if "declaration" not in each.values[0]}


@pytest.mark.parametrize("method", VERSIONS)
def test_no_edge_crashes_any_method(method: str) -> None:
    """Under every preset an edge has a label or a reason, never both and never neither."""
    for name, given in JUDGED.items():
        found = judged({**given, "method": method})
        assert (found["pace"] is None) is (found["reason"] is not None), name
        assert found["value"] is None or found["value"].is_finite(), name


@pytest.mark.parametrize("shift", [-6, 3])
@pytest.mark.parametrize("method", VERSIONS)
def test_no_edge_depends_on_the_size_of_numbers(method: str, shift: int) -> None:
    """An epsilon would show: a thousand times or a millionth of all figures changes no label and no reason."""

    def sized(told: str) -> str:
        return " ".join(
            f"{Decimal(part).scaleb(shift):f}" if part.strip("-")[0].isdigit() else part for part in told.split()
        )

    for name, given in JUDGED.items():
        turned = {**given, "method": method}
        turned |= {key: sized(given[key]) for key in ("baseline", "target") if key in given}
        turned["observed"] = {
            year: [sized(each) for each in (told if isinstance(told, list) else [told])]
            for year, told in given.get("observed", {}).items()
        }
        before, after = judged({**given, "method": method}), judged(turned)
        assert {**before, "value": None} == {**after, "value": None}, name
