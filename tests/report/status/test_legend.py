"""What stands below a status table: each sign once, each with the command that tells more."""

from __future__ import annotations

import pytest
from later import knowledge
from shipped import RESULTS, TARGETS, shipped

from tgkt.engine.status.rows import assess
from tgkt.report.status.legend import legend
from tgkt.report.view import View
from tgkt.results.status import Assessment

PIPE, TERMINAL, WIDE = View("en", None), View("en", 80), View("en", 160)


def items(plan: str = TARGETS, *codes: str) -> list[Assessment]:
    """Assessed rows of a plan, all or some; the first of them marked by the audit."""
    found = [each for each in assess(shipped().plans[plan], knowledge()) if not codes or each.row.code in codes]
    return [found[0]._replace(findings=("one", "two")), *found[1:]]


def lines(view: View, plan: str = TARGETS, *codes: str) -> list[str]:
    """The legend of some rows."""
    return legend(items(plan, *codes), shipped(), view).splitlines()


def test_each_sign_is_told_once() -> None:
    """In the order of star, question mark, break and audit; each ends with what to type next."""
    assert lines(TERMINAL) == [
        "* Could turn out otherwise (rounding, an assumption or a dispute): tgkt explain 1.2",
        "? No document prints a figure: 22 rows",
        "? Printed for constituent areas only: 10.2, 24.1, 33.1, 33.2",
        "‡ Not one series: tgkt explain 1.3",
        "! The audit has findings on 1 row: tgkt check 1.1",
    ]


def test_a_pipe_has_a_column_for_why_there_is_no_figure() -> None:
    """The legend does not repeat it."""
    assert [line[0] for line in lines(PIPE)] == ["*", "‡", "!"]


def test_rows_of_another_plan_are_known_by_their_id() -> None:
    """Numbers of commands are those of the plan in force."""
    told = lines(TERMINAL, RESULTS)
    assert told[0].endswith("tgkt explain grdp_per_capita")
    assert told[-1].endswith("tgkt check grdp_growth")
    assert "= label agrees, ~ other degree, ≠ opposite" in told


def test_a_wide_table_says_itself_how_certain_a_verdict_is() -> None:
    """A column does, and so does one for labels."""
    assert [line[0] for line in lines(WIDE, RESULTS)] == ["‡", "!"]


@pytest.mark.parametrize(("count", "told"), [(1, "on 1 row:"), (2, "on 2 rows:")])
def test_one_row_is_one_row(count: int, told: str) -> None:
    """The count and its noun agree."""
    found = items()
    marked = [found[0], found[1]._replace(findings=("one",) if count > 1 else ()), *found[2:]]
    assert told in legend(marked, shipped(), PIPE).splitlines()[-1]


def test_where_no_sign_stands_nothing_is_told() -> None:
    """No empty line either."""
    (item,) = (each._replace(findings=()) for each in items(TARGETS, "16.2"))
    assert legend([item], shipped(), TERMINAL) == ""
