"""The tables of trajectories: columns that say something, and everything that a pipe and a terminal are told."""

from __future__ import annotations

from typing import Any

import pytest
from builders import catalogue, indicator, pace_of, period, row, statement

from tgkt.engine.project.judgement import judged
from tgkt.engine.project.projection import project
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Kind, Path, Words
from tgkt.facts.plan import Row
from tgkt.report.project.tables import outlook_tables, project_note, year_table
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.project import Outlook
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

PIPE, NARROW, MIDDLE, WIDE = View("en", None), View("en", 80), View("en", 110), View("en", 160)
views = pytest.mark.parametrize("view", [PIPE, NARROW, MIDDLE, WIDE], ids=["pipe", "80", "110", "160"])


def outlook(pace: str | None = None, as_of: int | None = None, **given: Any) -> Outlook:
    """A share on its way from 70 in 2025 to at least 80 in 2030, or whatever is said otherwise."""
    one, facts = declared(**given)
    seen = given.get("observed", {})
    knowledge = Knowledge(facts, Clock(as_of or max([2025, *seen])))
    return Outlook(project(one, knowledge, pace_of(pace)), judged(way_of(one, knowledge), knowledge, "statcan"))


def declared(**given: Any) -> tuple[Row, Catalogue]:
    """The row and its facts."""
    base, goal = given.get("baseline", "70"), given.get("target", "≥ 80")
    one = row(
        code=given.get("code", "1"),
        area=given.get("area", "merged"),
        indicator=indicator(kind=Kind.SHARE, path=Path.LINEAR, section=given.get("section", "society")),
        target=statement(goal, period=period(2030), area=given.get("area", "merged")),
        baseline=statement(base, period=period(2025), area=given.get("area", "merged")) if base else None,
    )
    seen: dict[int, str] = given.get("observed", {})
    told = [statement(figure, period=period(year), area=one.area) for year, figure in seen.items()]
    return one, catalogue(*told, rows=[one])


def tables(*found: Outlook, view: View = PIPE, year: int = 2030) -> list[Table]:
    """The tables of some rows."""
    return outlook_tables(found, declared()[1], view, year, "", ascii_only=False)


def heads(*found: Outlook, view: View = PIPE, year: int = 2030) -> list[str]:
    """The heads of the first table."""
    return [column.head for column in tables(*found, view=view, year=year)[0].columns]


MOVING: dict[str, Any] = {"observed": {2026: "71", 2027: "73"}}


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        pytest.param(
            NARROW, ["No.", "Indicator", "Target", "Projected 2030", "Needed from now", "Reached in"], id="80"
        ),
        pytest.param(
            MIDDLE,
            ["No.", "Indicator", "Present", "Target", "Projected 2030", "Needed from now", "Stretch", "Reached in"],
            id="110",
        ),
    ],
    ids=["80", "110"],
)
def test_a_width_has_the_columns_there_is_room_for(view: View, expected: list[str]) -> None:
    """What answers the question first."""
    assert heads(outlook(observed={2019: "65", **MOVING["observed"]}), view=view) == expected


@pytest.mark.parametrize("view", [PIPE, WIDE], ids=["pipe", "160"])
def test_with_room_for_all_there_are_gap_pace_and_trend(view: View) -> None:
    """A pipe has all columns too."""
    assert {"Gap 2030", "Pace", "Trend", "Path"} <= set(heads(outlook(**MOVING), view=view))


@views
def test_a_column_in_which_nothing_stands_is_left_out(view: View) -> None:
    """Without any pace nothing is projected, and no column says so row by row."""
    shown = heads(outlook(), outlook(code="2"), view=view)
    assert {"Projected 2030", "Stretch", "Gap 2030", "Trend"} & set(shown) == set()
    assert "Projected 2030" in heads(outlook(), outlook(code="2", **MOVING), view=view)


@views
def test_what_is_required_is_shown_in_years_that_are_not_the_last(view: View) -> None:
    """In the target's own year it is the target."""
    assert "Required 2030" not in heads(outlook(**MOVING), view=view)
    assert "Required 2028" in heads(outlook(**MOVING), view=view, year=2028)


def test_in_a_pipe_every_reason_stands_in_its_row() -> None:
    """One row is one line, so that grep finds it; the same reason is not said twice."""
    (table,) = tables(outlook(), outlook(code="2", baseline=None))
    assert [[cell.text for cell in line if "no " in cell.text] for line in table.rows] == [
        ["no pace of the last term", "no figure after the base year yet"],
        ["no baseline"],
    ]
    assert table.note == ""


def test_on_a_terminal_reasons_stand_below_by_the_numbers_they_hold_for() -> None:
    """A dash in the row, and the reason once."""
    (table,) = tables(outlook(), outlook(code="2"), outlook(code="3", baseline=None), view=NARROW)
    assert table.note.splitlines() == ["- no pace of the last term: 1, 2", "- no baseline: 3"]


@views
def test_a_breach_is_said_beside_a_year_that_is_reached(view: View) -> None:
    """A pace that leads back over the floor does not undo the breach."""
    (table,) = tables(outlook("+1pp", baseline="82", observed={2026: "79"}), view=view)
    said = table.note + " ".join(cell.text for line in table.rows for cell in line)
    assert "79 no longer meets the target ≥ 80, which the baseline met" in said
    assert "2027" in said


@views
def test_a_deadline_without_a_figure_is_said(view: View) -> None:
    """The newest figure stands in the row, and why nothing follows from it."""
    (table,) = tables(outlook(observed={2028: "78"}, as_of=2031), view=view)
    said = table.note + " ".join(cell.text for line in table.rows for cell in line)
    assert "the deadline has come and there is no result yet" in said
    assert "78 (2028)" in said or view.is_narrow


def test_rows_of_several_areas_stand_in_tables_of_their_own() -> None:
    """No table holds a number twice; the area is named where there are several."""
    found = tables(outlook(), outlook(area="north"), outlook(section="economy", area="north"))
    assert [table.title for table in found] == ["merged · society", "north · society", "north · economy"]
    assert [table.title for table in tables(outlook())] == ["society"]


def test_a_year_table_has_every_year_and_the_gap_where_something_was_observed() -> None:
    """Required, observed, gap and projected; then the pace, and why there is none."""
    table = year_table(outlook(**MOVING), "statcan (1)", "en")
    assert [[cell.text for cell in line] for line in table.rows][:4] == [
        ["2025", "70", "70", "+10", ""],
        ["2026", "72", "71", "+9", ""],
        ["2027", "74", "73", "+7", "73"],
        ["2028", "76", "", "", "74.5"],
    ]
    assert table.note == "Pace by statcan (1): moderate progress; Trend: ↑ better"
    assert year_table(outlook(), "statcan (1)", "en").note == "Pace by statcan (1): no figure after the base year yet"


@pytest.mark.parametrize(
    ("pace", "expected"),
    [
        (None, "Projected at the pace: as observed, or last term's before there are two figures."),
        ("last_term", "Projected at the pace: last term's (2019-2025)."),
        ("+0.5pp", "Projected at the pace: +0.5pp."),
    ],
)
def test_the_note_says_at_which_pace(pace: str | None, expected: str) -> None:
    """The years are named where all rows share them."""
    found = [outlook(pace, observed={2019: "65", **MOVING["observed"]})]
    assert project_note(found, pace, "statcan (1)", NARROW).startswith(expected)


@pytest.mark.parametrize(("view", "is_said"), [(NARROW, False), (WIDE, True), (PIPE, True)])
def test_the_method_is_named_where_its_column_stands(view: View, is_said: bool) -> None:
    """A note about what is not shown is noise."""
    assert ("Pace by statcan (1)." in project_note([outlook(**MOVING)], None, "statcan (1)", view)) is is_said


def test_nothing_is_said_of_a_projection_where_there_is_none() -> None:
    """A target in words has no trajectory."""
    assert "Projected" not in project_note([outlook(target=None)], None, "statcan (1)", PIPE)


def test_titles_are_in_the_language() -> None:
    """Heads and titles of a Vietnamese table."""
    assert Words("Tỷ lệ", "Share").vi in tables(outlook(), view=View("vi", 100))[0].rows[0][1].text
    assert heads(outlook(**MOVING), view=View("vi", 80))[2:] == ["Mục tiêu", "Dự báo 2030", "Cần mỗi năm", "Năm đạt"]
