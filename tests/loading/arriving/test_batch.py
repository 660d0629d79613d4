"""A table into a data folder: checked whole, written at once or not at all, and never twice."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from errno import ENOSPC
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from tgkt.errors import DataError, UsageError
from tgkt.facts.statement import Status
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files

from .arriving import FIRST, SECOND, arrive, contents, told, years


def test_new_figures_arrive(folder: Path) -> None:
    """Every digit is kept."""
    assert told(arrive(folder, FIRST + SECOND)) == ["new forest 2026 91.50", "new forest 2027 92"]
    assert years(folder) == {2024: "90.40", 2026: "91.50", 2027: "92"}


@pytest.mark.parametrize("status", list(Status))
def test_a_figure_may_arrive_with_any_status(folder: Path, status: Status) -> None:
    """What the column says of a figure stands in the data."""
    arrive(folder, f"indicator,period,value,origin,status\nforest,2026,91,report,{status}\n")
    (arrived,) = [each for each in load(data_files(folder)).about("forest", "whole") if each.period.last == 2026]
    assert arrived.status is status


WAYS_TO_SAY = [
    pytest.param(FIRST, id="a plain line"),
    pytest.param("forest,2026,[6.5; 7],report\n", id="a range"),
    pytest.param(
        'indicator,period,value,origin,note\nforest,2026,91,report,"two\nlines, ""quoted"""\n', id="a line end"
    ),
    pytest.param("indicator,period,value,origin,timing\nforest,2027-2030,92,report,average\n", id="a term"),
    pytest.param("forest,2026,trên 91.5 p,report\n", id="words and a flag"),
    pytest.param("forest,2027-2027,92,report\n", id="a term of one year"),
    pytest.param("forest,2026,91,A new document\n", id="a new document"),
]


@pytest.mark.parametrize("table", WAYS_TO_SAY)
def test_twice_is_once(folder: Path, table: str) -> None:
    """A second run finds nothing new and changes no byte, whatever the cells hold and wherever the lines stand."""
    first = arrive(folder, table)
    assert not first.is_held, first.problems
    before = contents(folder)
    again = arrive(folder, table.replace("\nforest", "\n\nforest"), name="renamed.csv")
    assert [row.split()[0] for row in told(again)] == ["same"]
    assert before == contents(folder)


def test_a_longer_table_adds_what_is_new(folder: Path) -> None:
    """In another order and another file."""
    arrive(folder, FIRST)
    assert told(arrive(folder, SECOND + FIRST, name="b.csv")) == ["new forest 2027 92", "same forest 2026 91.50"]


def test_text_arrives_composed_with_its_commas_and_quotes(folder: Path) -> None:
    """Decomposed accents are put together; commas, quotes, colons and backslashes in a cell stay."""
    place = 'bảng 3, "cột" \\ a: b # c'
    cell = unicodedata.normalize("NFD", place).replace('"', '""')
    arrive(folder, f'indicator,period,value,origin,locator\nforest,2026,91.50,report,"{cell}"\n')
    assert [place] == [s.locator for s in load(data_files(folder)).about("forest", "whole") if s.period.last == 2026]


def test_the_place_is_the_file_where_no_column_names_it(folder: Path) -> None:
    """No line, as lines move."""
    arrive(folder, FIRST, name="some/where/later.csv")
    assert [s.locator for s in load(data_files(folder)).about("forest", "whole") if s.period.last == 2026] == [
        "later.csv"
    ]


def test_what_a_person_wrote_into_the_file_stays(folder: Path) -> None:
    """Comments, documents and breaks of a hand-edited file are there after the next import."""
    arrive(folder, FIRST)
    file = folder / "imported.yaml"
    own = (
        file.read_text(encoding="utf-8").replace("91.50}", "91.50}  # seen") + "# mine\norigins:\n  own: {title: Own}\n"
    )
    file.write_text(own, encoding="utf-8")
    arrive(folder, SECOND)
    assert [line for line in own.splitlines() if line not in file.read_text(encoding="utf-8").splitlines()] == []
    assert years(folder)[2027] == "92"


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    """And says what would be done."""
    before = contents(folder)
    assert told(arrive(folder, FIRST, dry=True)) == ["new forest 2026 91.50"]
    assert before == contents(folder)


def test_a_new_folder_builds_on_the_shipped_data(tmp_path: Path, home: Path) -> None:
    """It holds what arrived and the name of its base; a refused table leaves no folder."""
    mine = tmp_path / "mine"
    assert arrive(mine, "forest_cover,2026,161,Report\n").is_held
    assert arrive(mine, "forest_cover,2026,61,Report\n", dry=True).is_held is False
    assert not mine.exists()
    arrive(mine, "forest_cover,2026,61,Report\n")
    assert sorted(contents(mine)) == ["base.yaml", "imported.yaml"]
    assert [each.name for each in tmp_path.iterdir() if "mine" in each.name] == ["mine"]


STEP: list[tuple[Any, str]] = [(tempfile, "mkstemp"), (os, "fdopen"), (os, "fsync"), (Path, "chmod"), (Path, "replace")]


@pytest.mark.parametrize("error", [OSError(ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=["full", "^C"])
@pytest.mark.parametrize(("owner", "name"), STEP, ids=[name for _, name in STEP])
def test_a_step_that_fails_leaves_the_old_data(
    folder: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, error: BaseException
) -> None:
    """A full disk or an interruption at any step of writing: every byte as before, nothing left over."""
    arrive(folder, FIRST)
    before = contents(folder)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, Mock(side_effect=error))
        with pytest.raises(type(error)):
            arrive(folder, FIRST + SECOND)
    assert before == contents(folder)
    assert told(arrive(folder, FIRST + SECOND))[1] == "new forest 2027 92"


def test_an_edit_meanwhile_is_not_lost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves the file while the import is checked."""
    arrive(folder, FIRST)
    fsync, file = os.fsync, folder / "imported.yaml"
    edited = file.read_text(encoding="utf-8") + "# edited\n"

    def save(handle: int) -> None:
        file.write_text(edited, encoding="utf-8")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", save)
    with pytest.raises(UsageError, match="changed by someone else meanwhile"):
        arrive(folder, SECOND)
    assert file.read_text(encoding="utf-8") == edited


def test_a_table_of_more_than_a_file_may_hold_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it has filled the memory."""
    monkeypatch.setattr("tgkt.loading.arriving.gathered.MOST_BYTES", 60)
    with pytest.raises(DataError, match="more than 1 figures, which is more than a data file may hold"):
        arrive(folder, FIRST + SECOND)
