"""Milestones in tables: answered by yes or no, written as reached or not, compared like figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.mini import write_files
from tgkt.loading.arriving.answer import rows
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files

from .arriving import arrive, contents, told

DECLARED = """\
indicators:
  finished:
    section: society
    title: {vi: "Hoàn thành", en: "Finished"}
    unit: mốc
    kind: milestone
"""
HEAD = "indicator,period,value,unit,status,origin,note\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The small data folder with a milestone."""
    return write_files(tmp_path / "data", declared=DECLARED)


def line(answer: str, unit: str = "", status: str = "", origin: str = "report") -> str:
    return f"{HEAD}finished,2026,{answer},{unit},{status},{origin},\n"


def reached(folder: Path) -> list[tuple[bool | None, str]]:
    """What the folder says of the milestone."""
    found = load(data_files(folder)).about("finished", "whole")
    return [(each.reached, each.origin) for each in found]


@pytest.mark.parametrize(
    ("answer", "unit", "said"),
    [
        ("yes", "", True),
        ("Có", "mốc", True),
        ("co", "milestone", True),
        ("đạt", "", True),
        ("TRUE", "", True),
        ("yes", "yes/no", True),
        ("no", "Có/Không", False),
        ("no", "", False),
        ("KHÔNG", "mốc", False),
        ("chưa", "", False),
        ("chưa đạt", "", False),
    ],
)
def test_an_answer_is_written_as_reached_or_not(place: Path, answer: str, unit: str, said: bool) -> None:
    """In either language, in any case, with the unit or without; the same answer again changes no byte."""
    found = arrive(place, line(answer, unit))
    assert told(found) == ["new finished 2026"]
    assert [(row.reached, row.comparator, row.values) for row in rows(found)] == [(said, "milestone", ())]
    assert reached(place) == [(said, "report")]
    before = contents(place)
    assert told(arrive(place, line("yes" if said else "không"))) == ["same finished 2026"]
    assert contents(place) == before


@pytest.mark.parametrize("answer", ["", "..", "NA"])
def test_what_is_not_answered_is_not_written(place: Path, answer: str) -> None:
    """An empty cell, or a code for nothing."""
    found = arrive(place, line(answer))
    assert (told(found), found.is_held, reached(place)) == ([], False, [])


@pytest.mark.parametrize("answer", ["1", "95%", "perhaps", "yes and no", "#N/A"])
def test_anything_else_is_refused(place: Path, answer: str) -> None:
    """With the words that are read."""
    (problem,) = arrive(place, line(answer)).problems
    advice = "Write yes or no (có, không), or leave the cell empty"
    assert (problem.source.line, problem.message) == (2, f"'{answer}' does not answer a milestone. {advice}")


def test_only_a_milestone_has_answers_for_a_unit(place: Path) -> None:
    """Where a number is asked for, they are no unit; and a milestone is in no other unit."""
    (share,) = arrive(place, f"{HEAD}forest,2026,91,yes/no,,report,\n").problems
    (milestone,) = arrive(place, line("yes", "%")).problems
    assert (share.path, milestone.path) == ("unit", "unit")


def test_yes_is_no_number_of_another_indicator(place: Path) -> None:
    """Only milestones are answered in words."""
    (problem,) = arrive(place, "forest,2026,yes,report\n").problems
    assert problem.message == "'yes' is not a number. Write digits, or leave the cell empty"


def test_two_answers_in_one_table_are_refused(place: Path) -> None:
    """With the one that stands first."""
    (problem,) = arrive(place, line("yes") + line("no").removeprefix(HEAD)).problems
    assert "has another value, yes, at t.csv:2:3" in problem.message


def test_another_answer_of_the_same_document_corrects(place: Path) -> None:
    """It waits to be accepted, and then replaces the word in its line."""
    arrive(place, line("yes"))
    before = (place / "imported.yaml").read_text(encoding="utf-8")
    assert told(arrive(place, line("no")))[0].startswith("held finished 2026  corrects ✓ of ")
    assert arrive(place, line("no"), accept=("finished",)).is_held is False
    assert (place / "imported.yaml").read_text(encoding="utf-8") == before.replace("reached: true", "reached: false")
    assert reached(place) == [(False, "report")]


def test_another_document_revises(place: Path) -> None:
    """Both answers stand."""
    arrive(place, line("no", status="provisional"))
    assert told(arrive(place, line("yes", origin="resolution"))) == ["revision finished 2026"]
    assert reached(place) == [(False, "report"), (True, "resolution")]
