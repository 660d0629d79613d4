"""Lines of plans that are new, changed or gone, and those that stand elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from builders import figure_of, indicator, period, row, statement

from tgkt.engine.diff.rows import Pair, assessed, lines_of_plans, lines_of_two_plans, row_changes
from tgkt.engine.status.rows import assess_row
from tgkt.facts.indicator import Kind
from tgkt.facts.plan import Row
from tgkt.facts.statement import Status
from tgkt.facts.units import parse_unit
from tgkt.results.status import Assessment
from tgkt.series.series import Knowledge
from tgkt.source import Source

from .worlds import state

OTHER = indicator(id="other")
AMOUNT = indicator(id="amount", unit=parse_unit("nghìn tỷ đồng"), kind=Kind.LEVEL)
TRILLION, BILLION = "nghìn tỷ đồng", "tỷ đồng"


def line(target: str | None = "≥ 75", code: str = "1", deadline: int = 2030, **more: Any) -> Row:
    """A line about the share in the merged area."""
    stated = None if target is None else statement(figure_of(target), period=period(deadline))
    return row(code=code, target=stated, **more)


def money(target: str, unit: str) -> Row:
    """A line about an amount of money, in the unit in which it is promised."""
    return row(indicator=AMOUNT, target=statement(figure_of(target), period=period(2030), unit=parse_unit(unit)))


def items(lines: Sequence[Row]) -> list[Assessment]:
    """The lines as they stand where nothing else is known."""
    known = state([], lines, indicators=[indicator(), OTHER, AMOUNT]).knowledge
    return [assess_row(each, known) for each in lines]


def codes(pairs: Sequence[Pair]) -> list[tuple[str | None, str | None]]:
    """The numbers of the lines of each pair."""
    return [(old.row.code if old else None, new.row.code if new else None) for old, new in pairs]


def kinds(old: Sequence[Row], new: Sequence[Row]) -> list[tuple[str, str]]:
    """What changed between the lines of one plan."""
    return [(each.about, each.kind) for each in row_changes(lines_of_plans(items(old), items(new)))]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param([line()], [line()], [], id="the same line"),
        pytest.param([line()], [line("≥ 75.5")], [("target", "changed")], id="another number"),
        pytest.param([line()], [line("> 75")], [("target", "changed")], id="another comparator"),
        pytest.param([line()], [line(deadline=2028)], [("target", "changed")], id="another deadline"),
        pytest.param([money("25", TRILLION)], [money("25000", BILLION)], [], id="the same in another unit"),
        pytest.param(
            [money("25", TRILLION)], [money("2500", BILLION)], [("target", "changed")], id="the scale is another"
        ),
        pytest.param(
            [money("25", TRILLION)], [money("25", BILLION)], [("target", "changed")], id="the digits alone are the same"
        ),
        pytest.param(
            [money("≥ 25", TRILLION)],
            [money("25000", BILLION)],
            [("target", "changed")],
            id="in another unit with another comparator",
        ),
        pytest.param([line()], [line("≥ 75.0")], [("target", "changed")], id="one digit more"),
        pytest.param([line()], [line(note=None, locator="page 9")], [], id="another place in the document"),
        pytest.param([line()], [line(), line(code="2", indicator=OTHER)], [("target", "added")], id="one more"),
        pytest.param([line(), line(code="2", indicator=OTHER)], [line()], [("target", "gone")], id="one less"),
        pytest.param([line()], [line(code="7")], [], id="another number in the plan is the same line"),
        pytest.param([line(None)], [line(None)], [], id="a target that is left empty twice"),
        pytest.param([line(None)], [line()], [("target", "changed"), ("standing", "changed")], id="one is set now"),
    ],
)
def test_what_a_plan_promises(old: list[Row], new: list[Row], expected: list[tuple[str, str]]) -> None:
    """Added, changed and gone lines; what a line says decides, not where it stands."""
    assert kinds(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "by_number", "by_promise"),
    [
        pytest.param(
            [line("≥ 1", "1", 2028), line("≥ 2", "2")], [line("≥ 2", "1"), line("≥ 1", "2", 2028)],
            [("1", "1"), ("2", "2")], [("1", "2"), ("2", "1")],
            id="one plan keeps its numbers, two plans what they say",
        ),
        pytest.param(
            [line("≥ 1", "1", 2028), line("≥ 2", "2", 2030)], [line("≥ 3", "8", 2030)],
            [("2", "8"), ("1", None)], [("2", "8"), ("1", None)],
            id="else the deadline decides",
        ),
        pytest.param(
            [line("≥ 1", "1", 2028)], [line("≥ 3", "8", 2030)], [("1", "8")], [("1", "8")],
            id="else what is left goes together",
        ),
        pytest.param(
            [line("≥ 1", "1")], [line("≥ 1", "1", indicator=OTHER)], [(None, "1"), ("1", None)],
            [(None, "1"), ("1", None)], id="another indicator never",
        ),
        pytest.param(
            [line("≥ 1", "1")], [line("≥ 1", "1", area="north")], [(None, "1"), ("1", None)],
            [(None, "1"), ("1", None)], id="another area never",
        ),
    ],
)  # fmt: skip
def test_which_lines_are_compared(
    old: list[Row],
    new: list[Row],
    by_number: list[tuple[str | None, str | None]],
    by_promise: list[tuple[str | None, str | None]],
) -> None:
    """Within an indicator and area, the likest first."""
    assert codes(lines_of_plans(items(old), items(new))) == by_number
    assert codes(lines_of_two_plans(items(old), items(new))) == by_promise


BASE = statement("70", period=period(2025), status=Status.OFFICIAL)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param([], [], [], id="nothing new"),
        pytest.param([], ["report 2026 = 76"], [("open", "already_met")], id="met at once"),
        pytest.param([], ["report 2026 = 70.5"], [("open", "behind")], id="behind its path"),
        pytest.param(["report 2026 = 70.1"], ["report 2026 = 70.2"], [], id="behind, and still behind"),
        pytest.param(["report 2029 = 73"], ["report 2030 = 75"], [("behind", "met")], id="the deadline has come"),
        pytest.param(["report 2029 = 73"], ["report 2030 = 74"], [("behind", "not_met")], id="and it was missed"),
        pytest.param(
            ["report 2030 = 76"], ["report 2030 = 76", "report 2030 = 74 at 2"], [("exceeded", "exceeded")],
            id="no longer certain",
        ),
    ],
)  # fmt: skip
def test_where_a_row_stands(old: list[str], new: list[str], expected: list[tuple[str, str]]) -> None:
    """A standing, or the verdict from the deadline on, with both figures."""
    lines = [line(baseline=BASE)]
    was, now = (assessed(state(each, lines).knowledge, {"targets"}) for each in (old, new))
    found = list(row_changes(lines_of_plans(was, now)))
    assert [(str(e.before.state), str(e.after.state)) for e in found if e.before and e.after] == expected
    for each in found:
        assert (each.about, each.kind, each.key) == ("standing", "changed", "standing/targets/merged/1")
        assert each.before is not None
        assert each.after is not None
        figures = [version.amount for version in (each.before, each.after)]
        years = [2025 if not lines else int(lines[0].split()[1]) for lines in (old, new)]
        assert [figure.period.last for figure in figures if figure] == years


def test_a_relative_target_moves_with_its_base() -> None:
    """It says the same, and its level is another."""
    target = statement("1.5", period=period(2030), relative_to=2025, unit=parse_unit("lần"))
    share = indicator(unit=parse_unit("tỷ đồng"))
    based = row(indicator=share, target=target, baseline=BASE._replace(unit=share.unit))
    known = state([], [based], indicators=[share]).knowledge
    revised = BASE._replace(figure=figure_of("80"), unit=share.unit, origin="gazette", source=Source("new.yaml", 1, 1))
    later = replace(known.catalogue, observations=(*known.catalogue.observations, revised))
    pairs = lines_of_plans([assess_row(based, known)], [assess_row(based, Knowledge(later))])
    [found] = [each for each in row_changes(pairs) if each.about == "target"]
    assert found.kind == "moved"
    assert found.before is not None
    assert found.after is not None
    levels = [version.level for version in (found.before, found.after)]
    assert [level.value for level in levels if level] == [105, 120]


def test_only_plans_that_are_asked_for_are_assessed() -> None:
    """By their ids."""
    known = state([], [line()]).knowledge
    assert [len(assessed(known, plans)) for plans in ({"targets"}, {"other"}, set[str]())] == [1, 0, 0]
