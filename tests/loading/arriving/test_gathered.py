"""What is said of a table's documents and repeats, and of options that name nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tgkt.errors import UsageError

from .arriving import FIRST, SECOND, arrive, told


def test_another_value_in_one_table_is_a_mistake(folder: Path) -> None:
    """With the line that says otherwise; the same again is the same."""
    found = arrive(folder, FIRST + FIRST + FIRST.replace("91.50", "91.5"))
    assert [str(each) for each in found.problems] == [
        "t.csv:4:3: forest: this figure has another value, 91.50, at t.csv:2:3. Keep one"
    ]
    assert [each.split()[0] for each in told(found)] == ["new", "same", "held"]


def test_an_estimate_and_the_result_of_one_table_both_arrive(folder: Path) -> None:
    """A wide table has both columns."""
    found = arrive(folder, "Chỉ tiêu,Ước TH 2026,TH 2026,Nguồn\nforest,91,92,report\n")
    assert told(found) == ["new forest 2026 91", "new forest 2026 92"]


def test_no_document_is_told_once(folder: Path) -> None:
    """Every line is held."""
    found = arrive(folder, "indicator,period,value\nforest,2026,91\nforest,2027,92\n")
    no_origin = "no origin. Add a column 'Origin' ('Nguồn'), or name --origin"
    assert [str(each) for each in found.problems] == [f"t.csv:1:1: {no_origin}"]
    assert told(found) == [
        f"held    {no_origin}",
        f"held forest 2026 91 {no_origin}",
        f"held forest 2027 92 {no_origin}",
    ]


def test_an_empty_cell_of_the_document_is_told_where_it_is(folder: Path) -> None:
    """Once, with its column; the lines that name a document arrive."""
    found = arrive(folder, "forest,2026,91,\nforest,2027,92,\nforest,2028,93,report\n")
    assert [str(each).split(". ")[0] for each in found.problems] == ["t.csv:2:4: no origin"]
    assert [each.split()[0] for each in told(found)] == ["held", "held", "held", "new"]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        (None, ["the origin 'a' has no date, so its 2 figures rank last. Name --date"]),
        ("2026", ["the origin 'a' is dated 2026, before the period of 1 of its figures: read as forecasts"]),
        ("2027", []),
    ],
)
def test_a_document_older_than_its_figures_is_warned_of(folder: Path, date: str | None, said: list[str]) -> None:
    """Its figures are read as forecasts; without a date they rank last."""
    assert arrive(folder, (FIRST + SECOND).replace("report", "A"), date=date).said == said


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ({"plan": "x"}, "--plan: unknown plan 'x'. The data hold no plan."),
        ({"area": "whol"}, "--area: unknown area 'whol'. Did you mean 'whole'?"),
        ({"accept": ("forst",)}, "--accept: unknown indicator 'forst'. Did you mean 'forest'?"),
        ({"date": "x"}, "--date: 'x' is not a date. Write YYYY-MM-DD, YYYY-MM or YYYY, e.g. 2026-12-20"),
    ],
)
def test_an_option_that_names_nothing_is_a_usage_error(folder: Path, option: dict[str, Any], told: str) -> None:
    """With the nearest there is."""
    with pytest.raises(UsageError) as caught:
        arrive(folder, FIRST, **option)
    assert str(caught.value) == told
