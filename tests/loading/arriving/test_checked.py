"""Figures checked with the whole folder: mistakes by their cells, corrections held until they are accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.message import Message

from .arriving import FIRST, SECOND, arrive, contents, figures, told

HELD = "held forest 2026 92 corrects 91.50 % of {}/imported.yaml:8:9. Check it, or accept it with --accept forest"


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("forest,2026,191,report\n", "t.csv:2:3: value: outside the natural limits of 'forest'."),
        ("communes,2026,92.5,report\n", "t.csv:2:3: value: a count of xã is a whole number, got 92.5."),
        ("forest,2026-2030,91,report\n", "t.csv:2:3: forest: the term 2026-2030 does not say how the figure relates"),
        (f"{FIRST}forest,2027,192,report\n", "t.csv:3:3: value: outside the natural limits of 'forest'."),
    ],
)
def test_what_validate_refuses_is_told_by_its_cell(folder: Path, table: str, problem: str) -> None:
    """Nothing is written, not even the lines that are right."""
    before = contents(folder)
    found = arrive(folder, table)
    assert [str(each)[: len(problem)] for each in found.problems] == [problem]
    assert before == contents(folder)


def test_a_wrong_figure_does_not_hide_the_others(folder: Path) -> None:
    """All mistakes are told in one run, and the figures that are right are seen beside the data."""
    before = contents(folder)
    table = f"{FIRST}forest,2027,192,report\ncommunes,2027,92.5,report\nforst,2028,5,report\n{SECOND}"
    found = arrive(folder, table.replace("2027,92,", "2029,92,"))
    assert [str(each).split(": ")[0] for each in found.problems] == ["t.csv:3:3", "t.csv:4:3", "t.csv:5:1"]
    assert found.after is not None
    assert [f"{each.figure}" for each in found.added] == ["91.50", "92"]
    assert [found.items.index(item) for each in found.added if (item := found.item_of(each))] == [0, 3]
    assert (before, found.is_held) == (contents(folder), True)


def test_what_is_of_other_years_than_the_rest_does_not_hide_the_others(folder: Path) -> None:
    """One figure of a fiscal year where all are of calendar years is told, and the next is seen."""
    found = arrive(folder, f"forest,2026/27,91,report\n{SECOND}")
    assert [each.source.line for each in found.problems] == [2]
    assert [f"{each.figure}" for each in found.added] == ["92"]


def test_without_a_document_figures_are_looked_at_and_held(folder: Path) -> None:
    """What else is wrong with them is told in the same run; accepted or not, nothing is written."""
    table = "indicator,period,value\nforest,2026,91.50\nforest,2027,192\n"
    found = arrive(folder, table, accept=("all",))
    assert [str(each).split(". ")[0] for each in found.problems] == [
        "t.csv:1:1: no origin",
        "t.csv:3:3: value: outside the natural limits of 'forest'",
    ]
    assert [f"{each.figure}" for each in found.added] == ["91.50"]
    assert [row.split()[0] for row in told(found)] == ["held", "held", "held"]
    assert not (folder / "imported.yaml").exists()


def test_a_correction_waits_to_be_accepted(folder: Path) -> None:
    """Until then nothing of the table is written."""
    arrive(folder, FIRST)
    before = contents(folder)
    found = arrive(folder, FIRST.replace("91.50", "92") + SECOND)
    assert told(found) == [HELD.format(folder), "new forest 2027 92"]
    assert before == contents(folder)


@pytest.mark.parametrize("accept", ["all", "forest"])
def test_an_accepted_correction_replaces_its_number(folder: Path, accept: str) -> None:
    """Only that number, in its line."""
    arrive(folder, FIRST)
    before = (folder / "imported.yaml").read_text(encoding="utf-8")
    found = arrive(folder, FIRST.replace("91.50", "92.0"), accept=(accept,))
    assert told(found)[0].startswith("correction forest 2026 92.0 corrects 91.50 %")
    assert (folder / "imported.yaml").read_text(encoding="utf-8") == before.replace("91.50", "92.0")
    assert [f"{each.figure}" for each in found.added] == ["92.0"]


def test_accepting_another_indicator_accepts_nothing(folder: Path) -> None:
    """A name is a name."""
    arrive(folder, FIRST)
    assert arrive(folder, FIRST.replace("91.50", "92"), accept=("communes",)).is_held


def test_what_a_person_transcribed_is_mended_by_hand(folder: Path) -> None:
    """A figure of another file is not touched, accepted or not."""
    found = arrive(folder, "forest,2024,90.5,report\n", accept=("all",))
    (problem,) = found.problems
    assert problem.message.startswith("'report' gives 90.40 % for this in ")
    assert problem.message.endswith("indicators.yaml:24:9. Correct it there, or name another origin")


def test_another_document_revises(folder: Path) -> None:
    """Both figures stand."""
    assert told(arrive(folder, "forest,2024,90.5,resolution\n")) == ["revision forest 2024 90.5"]
    assert figures(folder, 2024) == ["90.40", "90.5"]


def test_what_is_added_is_known_again(folder: Path) -> None:
    """Whoever judges the figures between check and write finds the line of each, and may hold it."""
    found = arrive(folder, FIRST + SECOND, dry=True)
    assert [found.item_of(each).arrived.line for each in found.added if found.item_of(each)] == [2, 3]  # type: ignore[union-attr]
    found.hold(found.items[1], Message("looks wrong"))
    assert (found.is_held, told(found)[1]) == (
        True,
        "held forest 2027 92 looks wrong. Check it, or accept it with --accept forest",
    )
