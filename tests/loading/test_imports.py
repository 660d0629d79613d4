"""CSV into a data folder: checked whole, written at once or not at all, and never twice."""

from __future__ import annotations

import os
import shutil
import tempfile
import unicodedata
from errno import ENOSPC
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from tgkt.errors import DataError
from tgkt.facts.statement import Status
from tgkt.loading import imports
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files
from tgkt.loading.imports import IMPORTED, Imported, copy_shipped, import_csv

HEAD = "area,indicator,period,value,unit,status,origin,locator"
FIRST = "whole,forest,2026,91.50,%,official,report,row a"
SECOND = "whole,forest,2027,92,%,provisional,report,row b"


def sheet(folder: Path, *rows: str, head: str = HEAD, name: str = "later.csv") -> Path:
    """A CSV file beside the data folder."""
    file = folder.parent / name
    file.write_text("".join(f"{line}\n" for line in (head, *rows)), encoding="utf-8")
    return file


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def years(folder: Path) -> dict[int, str]:
    """The figures about forests by year, digits kept."""
    found = load(data_files(folder)).about("forest", "whole")
    return {each.period.last: f"{each.figure.value}" for each in found if each.figure}


def refused(folder: Path, file: Path) -> list[str]:
    """The messages of an import that must leave the folder as it was, without the folder's path."""
    before = contents(folder)
    with pytest.raises(DataError) as caught:
        import_csv(file, folder)
    assert before == contents(folder)
    return [str(problem).removeprefix(f"{file.parent}/") for problem in caught.value.problems]


def test_new_figures_arrive(folder: Path) -> None:
    """What was read and what is new is counted, and every digit is kept."""
    assert Imported(2, 2, folder / IMPORTED) == import_csv(sheet(folder, FIRST, SECOND), folder)
    assert years(folder) == {2024: "90.40", 2026: "91.50", 2027: "92"}


@pytest.mark.parametrize("status", list(Status))
def test_a_figure_may_arrive_with_any_status(folder: Path, status: Status) -> None:
    """What the column says of a figure stands in the data, "unstated" too."""
    import_csv(sheet(folder, FIRST.replace("official", status)), folder)
    (arrived,) = [each for each in load(data_files(folder)).about("forest", "whole") if each.period.last == 2026]
    assert arrived.status is status


def test_twice_is_once(folder: Path) -> None:
    """A second run adds nothing and changes no byte."""
    file = sheet(folder, FIRST, SECOND)
    import_csv(file, folder)
    before = contents(folder)
    assert Imported(2, 0, folder / IMPORTED) == import_csv(file, folder)
    assert before == contents(folder)


def test_a_longer_file_adds_what_is_new(folder: Path) -> None:
    """Rows that name their place are known again in another order, in another file, among others."""
    import_csv(sheet(folder, FIRST), folder)
    assert import_csv(sheet(folder, SECOND, FIRST, name="more.csv"), folder).new == 1
    assert years(folder) == {2024: "90.40", 2026: "91.50", 2027: "92"}


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        pytest.param(["whole,communes,2026,90,xã,official,report", "{}"], "later.csv", id="a row above"),
        pytest.param(
            ["{}"],
            "renamed.csv",
            id="another file name",
            marks=pytest.mark.xfail(strict=True, reason="a row without a locator is known by the file's name"),
        ),
        pytest.param(["{}", "{}"], "later.csv", id="the row twice"),
    ],
)
def test_a_row_without_a_locator_is_added_once(folder: Path, rows: list[str], name: str) -> None:
    """The same figure from another line is the same figure."""
    head, row = HEAD.removesuffix(",locator"), "whole,forest,2026,91.50,%,official,report"
    import_csv(sheet(folder, row, head=head), folder)
    import_csv(sheet(folder, *(each.format(row) for each in rows), head=head, name=name), folder)
    assert len([1 for each in load(data_files(folder)).about("forest", "whole") if each.period.last == 2026]) == 1


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(f"\ufeff{HEAD}\n{FIRST}\n", id="a byte order mark"),
        pytest.param(f"{HEAD}\r\n{FIRST}\r\n", id="line ends of Windows"),
        pytest.param(f"{HEAD}\n{FIRST}", id="no line end at the end"),
        pytest.param(f"{HEAD}\n\n{FIRST}\n , ,,,,,,\n\n", id="blank lines"),
        pytest.param(f"{HEAD}\n{FIRST.replace(',', ' , ')}\n", id="blanks around cells"),
        pytest.param(f'{HEAD}\n"{FIRST.replace(",", chr(34) + "," + chr(34))}"\n', id="every cell quoted"),
        pytest.param(
            "value,unit,indicator,area,locator,status,origin,period\n91.50,%,forest,whole,row a,official,report,2026\n",
            id="columns in another order",
        ),
    ],
)
def test_harmless_differences_are_read_over(folder: Path, file: str) -> None:
    """However the table was saved, the same figure arrives."""
    place = folder.parent / "later.csv"
    place.write_bytes(file.encode())
    assert import_csv(place, folder).new == 1
    assert years(folder) == {2024: "90.40", 2026: "91.50"}


def test_text_arrives_composed_with_its_commas_and_quotes(folder: Path) -> None:
    """Decomposed accents are put together; commas, quotes, colons and backslashes in a cell stay."""
    place = 'bảng 3, "cột" \\ a: b # c'
    row = FIRST.removesuffix("row a") + '"' + unicodedata.normalize("NFD", place).replace('"', '""') + '"'
    import_csv(sheet(folder, row), folder)
    assert [place] == [s.locator for s in load(data_files(folder)).about("forest", "whole") if s.period.last == 2026]
    assert import_csv(sheet(folder, row), folder).new == 0


def test_optional_columns_say_more(folder: Path) -> None:
    """Comparator, timing and printed words are kept; an empty cell says nothing."""
    head = f"{HEAD},comparator,timing,printed"
    rows = [f'{FIRST},more_than,,"trên 91,50%"', "whole,forest,2026-2027,91,%,official,report,row c,,average,"]
    import_csv(sheet(folder, *rows, head=head), folder)
    one, two = (s for s in load(data_files(folder)).about("forest", "whole") if s.period.first == 2026)
    assert (one.comparator, one.printed, one.timing) == ("more_than", "trên 91,50%", "in_year")
    assert (two.comparator, two.printed, two.timing) == ("equals", "", "average")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("whole", "whle", "area: unknown area 'whle'. Did you mean 'whole'?"),
        ("forest", "forst", "'forst' is declared in no file. Add title, unit, kind … or mend the id. Did you mean"),
        ("report", "reprot", "origin: unknown origin 'reprot'. Did you mean 'report'?"),
        ("official", "offical", "status: unknown value 'offical'. Did you mean 'official'?"),
        (",%,", ",kgg,", "unit: unknown unit 'kgg'. Did you mean 'kg'?"),
        (",%,", ",người,", "'người' and the indicator's unit '%' measure different things"),
        ("91.50", "", "'value' is empty. Fill it"),
        (",row a", "", "7 cells under 8 columns"),
        ("91.50", "91,50", "9 cells under 8 columns. Quote cells that hold a comma"),
        ("91.50", "091", "value: '091' has leading zeros. Write 91"),
        ("91.50", "nan", "value: 'nan' is not a plain number"),
        ("91.50", "91%", "value: '91%' is not a plain number"),
        ("91.50", '"91,50"', "value: '91,50' is Vietnamese notation. Write 91.50"),
        ("2026", "26", "period: '26' is not a period"),
        ("2026", "2030-2026", "ends before it begins"),
        ("2026", "2026-2030", "does not say how the figure relates to it. Add timing"),
        ("forest", "Forest", "'Forest' is not an id"),
    ],
)
def test_a_mistake_is_told_by_its_line(folder: Path, old: str, new: str, message: str) -> None:
    """One bad row refuses the whole file, in the words that mend it, and nothing is written."""
    (told,) = refused(folder, sheet(folder, SECOND, FIRST.replace(old, new)))
    assert told.startswith("later.csv:3:1: ")
    assert message in told


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (HEAD.replace("unit,", ""), "no column 'unit'. Add it; needed are area, indicator, period, value, unit"),
        (f"{HEAD},printd", "unknown column 'printd'. Did you mean 'printed'?"),
        (f"{HEAD},unit", "the column 'unit' stands twice. Remove one"),
        (HEAD.replace(",", ";"), "the columns are parted by ';'. Save the file with commas"),
        ("", "no column 'area'"),
    ],
)
def test_a_wrong_header_is_told_by_line_one(folder: Path, head: str, message: str) -> None:
    """Missing, unknown and repeated columns."""
    told = [each.removeprefix("later.csv:1:1: ") for each in refused(folder, sheet(folder, head=head))]
    assert [each for each in told if each.startswith(message)] != []


def test_all_mistakes_are_told_at_once(folder: Path) -> None:
    """Each with its line, in the order of the file."""
    bad = [FIRST.replace("whole", "whle"), SECOND, SECOND.replace("row b", "row c").replace("%", "kgg")]
    assert [each.split(": ")[0] for each in refused(folder, sheet(folder, *bad))] == ["later.csv:2:1", "later.csv:4:1"]


def test_another_value_for_a_known_figure_is_refused(folder: Path) -> None:
    """The message holds the value that stands; the new one is not taken for a correction."""
    import_csv(sheet(folder, FIRST), folder)
    (told,) = refused(folder, sheet(folder, SECOND, FIRST.replace("91.50", "91.5")))
    assert told.startswith("later.csv:3:1: forest: this figure was imported with the value 91.50. ")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param([FIRST.replace("forest", "forest.x")], "later.csv:2:1: ", id="an id with a dot"),
        pytest.param([FIRST + "x" * 140_000], "later.csv:2:1: the CSV cannot be read", id="a cell beyond all size"),
        pytest.param([FIRST.replace("row a", '"row a'), SECOND], "later.csv:2:1: the CSV cannot", id="an open quote"),
        pytest.param(
            [FIRST.replace("%", "kgg"), SECOND.replace("row b", "row a")], "later.csv:2:1: ", id="two rows of a place"
        ),
    ],
)
def test_a_table_that_is_hard_to_read_is_told_by_its_line(folder: Path, rows: list[str], message: str) -> None:
    """Each is refused in one line that names the row; nothing is swallowed."""
    (told,) = refused(folder, sheet(folder, *rows))
    assert message in told


STEP: list[tuple[Any, str]] = [(tempfile, "mkstemp"), (os, "fdopen"), (os, "fsync"), (Path, "chmod"), (Path, "replace")]


@pytest.mark.parametrize("error", [OSError(ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=["full", "^C"])
@pytest.mark.parametrize(("owner", "name"), STEP, ids=[name for _, name in STEP])
def test_a_step_that_fails_leaves_the_old_data(
    folder: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, error: BaseException
) -> None:
    """A full disk or an interruption at any step of writing: every byte as before, nothing left over."""
    import_csv(sheet(folder, FIRST), folder)
    before, file = contents(folder), sheet(folder, FIRST, SECOND)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, Mock(side_effect=error))
        with pytest.raises(type(error)):
            import_csv(file, folder)
    assert before == contents(folder)
    assert import_csv(file, folder).new == 1


def test_a_new_folder_begins_as_a_copy(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All data files of the shipped folder, and only once."""
    monkeypatch.setattr(imports, "shipped_data", lambda: folder)
    assert (copy_shipped(tmp_path / "mine"), copy_shipped(tmp_path / "mine")) == (True, False)
    assert contents(folder) == contents(tmp_path / "mine")


def test_a_copy_that_fails_leaves_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk midway: no folder, and no part of one."""
    monkeypatch.setattr(imports, "shipped_data", lambda: folder)
    monkeypatch.setattr(shutil, "copy", Mock(side_effect=OSError(ENOSPC, "No space left on device")))
    with pytest.raises(OSError, match="No space left"):
        copy_shipped(tmp_path / "mine")
    assert [each.name for each in tmp_path.iterdir() if "mine" in each.name] == []
