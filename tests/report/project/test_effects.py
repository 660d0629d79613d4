"""The tables of a what-if and of a goal sought."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import HERE, indicator, period, row, statement

from tgkt.facts.catalogue import Link
from tgkt.facts.formula import Reference
from tgkt.facts.indicator import Words
from tgkt.facts.parsing import parse_term
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.reason import Reason
from tgkt.report.project.effects import effects_tables, goal_text, solution_tables
from tgkt.report.view import View
from tgkt.results.project import Effect, Scenario, Solution
from tgkt.results.status import Grade

PIPE, NARROW = View("en", None), View("en", 80)
LINK = Link(
    "halves", Words("Nửa", "Half"), Reference("share", "merged", Period(2030, 2030)), parse_term("1"), "1", None, HERE
)


def target(code: str, line: int, figure: str = "≥ 80") -> Row:
    """A row of the plan at a line of its file."""
    place = HERE._replace(line=line)
    return row(code=code, indicator=indicator(), target=statement(figure, period=period(2030)), source=place)


def effect(of: Row, after: str, *, is_set: bool = False) -> Effect:
    """A target that stood at 80 and goes elsewhere."""
    last = Decimal(after)
    grade = Grade.MET if last >= 80 else Grade.NOT_MET
    return Effect(of, is_set, Decimal(80), last, last - 80, Grade.MET, grade)


TU_2, TU_10, PLAIN = target("TU-2", 3), target("TU-10", 2), target("3", 1)


def test_one_scenario_is_told_before_and_after() -> None:
    """Target, before, after, the change with its sign, and both verdicts; then the links, each once."""
    found, links = effects_tables([Scenario("a = 1", (effect(PLAIN, "79.5", is_set=True),), (LINK, LINK))], PIPE)
    assert found.title == "If a = 1"
    assert [cell.text for cell in found.rows[0]] == [
        "3", "Share (%)", "≥ 80", "80", "79.5", "−0.5", "✗ not met", "✓ met",
    ]  # fmt: skip
    assert [[cell.text for cell in line] for line in links.rows] == [["halves", "share[merged, 2030] = 1"]]


def test_what_was_typed_is_said_in_the_language_of_the_reader() -> None:
    """A scenario without a title is named by what it sets, in the row's unit; one with a title by that."""
    typed = Scenario("a=79.5", (effect(PLAIN, "79.5", is_set=True), effect(TU_2, "81")), (), is_typed=True)
    titles = [effects_tables([each], View("vi", None))[0].title for each in (typed, typed._replace(is_typed=False))]
    assert titles == ["Nếu Tỷ lệ = 79,5%", "Nếu a=79.5"]


def test_two_scenarios_stand_side_by_side_in_the_order_of_the_plan() -> None:
    """Codes of any form, in the order of the file; what a scenario leaves alone stays as it was."""
    one = Scenario("one", (effect(TU_10, "70"), effect(TU_2, "81")), ())
    other = Scenario("other", (effect(PLAIN, "90"), effect(TU_2, "82")), ())
    (found,) = effects_tables([one, other], PIPE)
    assert [[*[cell.text for cell in line][0:1], line[4].text, line[7].text] for line in found.rows] == [
        ["3", "80", "90"],
        ["TU-10", "70", "80"],
        ["TU-2", "81", "82"],
    ]


def test_on_a_narrow_terminal_two_scenarios_show_their_numbers_alone() -> None:
    """Whole numbers rather than verdicts on two lines each."""
    one, other = (Scenario(name, (effect(PLAIN, "90"),), ()) for name in ("one", "other"))
    (found,) = effects_tables([one, other], NARROW)
    assert [column.head for column in found.columns] == ["No.", "Indicator", "Target", "Before", "one", "other"]
    assert {len(line) for line in found.rows} == {6}


@pytest.mark.parametrize(
    ("holds_above", "value", "expected"),
    [
        (True, "13.092382", "13.0924 (and above)"),
        (False, "1643.63636", "1,643.6363 (and below)"),
        (None, "13.09235", "13.0924"),
    ],
)
def test_an_answer_is_rounded_to_the_side_on_which_it_holds(
    holds_above: bool | None, value: str, expected: str
) -> None:
    """What is read off the table keeps the goal."""
    found = Solution(PLAIN, TU_2, ">=", Decimal(80), Decimal(value), Decimal("80"), holds_above)
    table = solution_tables(found, PIPE)[0]
    assert [[cell.text for cell in line] for line in table.rows] == [
        ["Answer", expected],
        ["Target", "≥ 80"],
        ["then", "Share = 80 %"],
    ]


def test_a_goal_without_an_answer_says_why() -> None:
    """One table with the reason and no others."""
    found = Solution(PLAIN, TU_2, ">=", Decimal("80.50"), reason=Reason("does_not_depend", (("unknown", "share"),)))
    (table,) = solution_tables(found, PIPE)
    assert table.title == "Share for which Share ≥ 80.50 %"
    (table,) = solution_tables(found, View("vi", None))
    assert table.title == "Tìm Tỷ lệ để Tỷ lệ ≥ 80,50%"
    assert [[cell.text for cell in line] for line in table.rows] == [["Kết quả", "✗ không phụ thuộc vào share"]]
    assert goal_text(found, "%") == "share >= 80.50 %"
