"""Labels of neighbouring rows that a rule of their own gives."""

from __future__ import annotations

from typing import Any

import pytest
from builders import row

from tgkt.engine.check.causes import by_cause
from tgkt.engine.check.rules.label_runs import label_runs
from tgkt.engine.check.rules.labels import labels
from tgkt.facts.indicator import Direction
from tgkt.facts.plan import Row
from tgkt.reason import Reason
from tgkt.report.words import in_words
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge
from tgkt.source import Source

from ..world import SHARE, goal, told, world

_SIDES = {"↑": Direction.INCREASE, "↓": Direction.DECREASE, "-": Direction.NEUTRAL}
_LABELS = {"exceeded": "Vượt mục tiêu", "met": "Đạt mục tiêu", "not met": "Không đạt"}


def line(text: str, place: int) -> Row:
    """A row of a table: "- 26.3 of 26.2 met" is a result, its target and its label, of what has no better side."""
    if text == "met":
        return row(code=str(place), area="north", official="Đạt mục tiêu")
    side, result, _, target, label = text.split(" ", 4)
    return row(
        code=str(place),
        area="north",
        indicator=SHARE._replace(direction=_SIDES[side]),
        target=goal(f"share north 2025 = {target} (report, row {place}t)")._replace(
            source=Source("table.yaml", place, 1)
        ),
        result=told(f"share north 2025 = {result} (report, row {place})", place, source=Source("table.yaml", place, 2)),
        official=_LABELS[label],
        origin="report",
    )


def known(*lines: str) -> Knowledge:
    """A table of one area, after its deadline."""
    return world(rows=[line(text, place) for place, text in enumerate(lines, 1)], clock=Clock(2027))


ELSEWHERE = "↑ 75 of 70 exceeded"
CASES = {
    "no better side, and what is at least the figure is met": (
        (ELSEWHERE, "- 26.3 of 26.2 met", "- 17.8 of 18.5 not met", "- 53.2 of 53.0 met"),
        ["label.north.2-4 at least: 2, 4"],
    ),
    "no better side, and what is at most the figure is met": (
        (ELSEWHERE, "- 26.1 of 26.2 met", "- 19.8 of 18.5 not met"),
        ["label.north.2-3 at most: 2"],
    ),
    "met although beyond the target": (
        (ELSEWHERE, "↑ 92.8 of 92 met", "↑ 59.8 of 40 met", "↑ 40 of 40 met"),
        ["label.north.2-3 at least: 2, 3"],
    ),
    "less is better, and met although beyond the target": (
        (ELSEWHERE, "↓ 15 of 17 met", "↓ 2 of 3 met"),
        ["label.north.2-3 at most: 2, 3"],
    ),
    "a row without figures parts no run": (
        (ELSEWHERE, "↑ 92.8 of 92 met", "met", "↑ 59.8 of 40 met"),
        ["label.north.2-4 at least: 2, 4"],
    ),
    "a row whose label the rule gives parts two runs": (
        (ELSEWHERE, "- 25 of 20 met", "- 35 of 30 met", "↑ 5 of 4 exceeded", "- 75 of 70 met", "- 85 of 80 met"),
        ["label.north.2-3 at least: 2, 3", "label.north.5-6 at least: 5, 6"],
    ),
    "one row is no run": ((ELSEWHERE, "- 26.3 of 26.2 met"), []),
    "no plain rule gives all of them": ((ELSEWHERE, "- 26.3 of 26.2 met", "- 17.8 of 18.5 met"), []),
    "nothing in the table is exceeded": (("↑ 70 of 70 met", "- 26.3 of 26.2 met", "- 53.2 of 53.0 met"), []),
    "the other rule would give the same labels": ((ELSEWHERE, "- 26.2 of 26.2 met", "- 17.8 of 18.5 not met"), []),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), CASES.values(), ids=[*CASES])
def test_a_run_of_labels(lines: tuple[str, ...], expected: list[str]) -> None:
    """One finding with the rule that gives the labels of the run, and the rows that the other rule grades otherwise."""
    found = []
    for each in label_runs(known(*lines)):
        assert isinstance(each.sentence, Reason)
        facts: dict[str, Any] = dict(each.sentence.facts)
        rows = ", ".join(dict(one.facts)["row"] for one in facts["otherwise"].parts)
        found.append(f"{each.id} {in_words(facts['rule'], 'en')}: {rows}")
    assert found == expected


def test_the_sentence_names_rows_rule_and_example() -> None:
    """With document and area."""
    (only,) = label_runs(known(ELSEWHERE, "- 26.3 of 26.2 met", "- 17.8 of 18.5 not met"))
    assert in_words(only.sentence, "en") == (
        "The labels of rows 2 and 3 of north (the report) follow from one rule: met if the result is at least the "
        "printed figure, else not met. Elsewhere in the table a result beyond its target is “Vượt mục tiêu” (as in row "
        "1), which would then be the label of row 2; both hold only if these rows have a rule of their own."
    )
    assert (only.outcome, only.severity) == ("inconsistent", "low")
    assert [each.printed for each in only.statements] == ["26.2", "26.3", "18.5", "17.8"]


def test_the_labels_of_a_run_are_one_finding() -> None:
    """Each of them that the rule does not give is told behind the run."""
    table = known(ELSEWHERE, "↑ 92.8 of 92 met", "↑ 59.8 of 40 met")
    found = by_cause([*labels(table), *label_runs(table)], table)
    apart = [each for each in found if each.outcome == "inconsistent"]
    assert [(each.id, sorted(one.id for one in each.others)) for each in apart] == [
        ("label.north.2-3", ["label.north.2", "label.north.3"])
    ]


def test_a_run_is_about_the_indicators_of_its_rows() -> None:
    """It is left out where others are asked for."""
    table = known(ELSEWHERE, "- 26.3 of 26.2 met", "- 53.2 of 53.0 met")
    assert len([*label_runs(table, ["share"])]) == 1
    assert [*label_runs(table, ["people"])] == []


def test_labels_are_held_against_results_that_are_due() -> None:
    """Before the deadline nothing is graded."""
    table = known(ELSEWHERE, "- 26.3 of 26.2 met", "- 53.2 of 53.0 met")
    assert [*label_runs(Knowledge(table.catalogue, Clock(2024)))] == []
