"""The tables of a package: only those that tgkt wrote, each whole, and what is wrong told with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tgkt.engine.export.export import export
from tgkt.errors import DataError, UsageError
from tgkt.loading import files
from tgkt.loading.packaged import tables
from tgkt.loading.packaged.tables import DESCRIPTION, SCHEMA, is_package, read_tables
from tgkt.report.exchange import package
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year

from ..mini import write_files
from .test_folder import written

Change = Callable[[str], str]


def packaged(home: Path) -> dict[str, str]:
    """The package of the small folder."""
    catalogue = files.load_folder(write_files(home))
    return package.package_files(export(Knowledge(catalogue, Clock(newest_year(catalogue, None)))))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of a package."""
    return packaged(tmp_path_factory.mktemp("home"))


def test_every_table_is_read_line_by_line(tmp_path: Path, whole: dict[str, str]) -> None:
    """With the cells by their columns, and the number of the line."""
    found = read_tables(written(tmp_path / "p", whole) / DESCRIPTION)
    assert [each.text("id") for each in found["areas"]] == ["whole", "north", "south"]
    assert [(each.file, each.number) for each in found["areas"]] == [("areas.csv", line) for line in (2, 3, 4)]
    assert found["figures"][0].text("printed") == "90,40%"
    assert found["plans"] == []


def test_what_is_written_and_what_is_read_have_one_name() -> None:
    """The room that reads does not know the one that writes."""
    assert (DESCRIPTION, SCHEMA) == (package.DESCRIPTION, package.SCHEMA)
    assert set(tables._NEEDED) == {each.name for each in package.SHEETS} - {"inputs"}


def test_columns_may_stand_in_another_order_and_be_more(tmp_path: Path, whole: dict[str, str]) -> None:
    """As a spreadsheet may save them, with its mark at the beginning."""
    head, *lines = whole["origins.csv"].splitlines()
    turned = "\n".join([f"\ufeffmine,{head}", *(f"x,{line}" for line in lines)]) + "\n"
    found = read_tables(written(tmp_path / "p", {**whole, "origins.csv": turned}) / DESCRIPTION)
    assert [each.text("id") for each in found["origins"]] == ["report", "resolution"]


def test_a_line_end_within_a_cell_is_no_new_line(tmp_path: Path, whole: dict[str, str]) -> None:
    """The number is that of the last of its lines, as an editor shows it."""
    changed = whole["areas.csv"].replace("Tỉnh", '"a\nb"', 1)
    found = read_tables(written(tmp_path / "p", {**whole, "areas.csv": changed}) / DESCRIPTION)
    assert found["areas"][0].text("title_vi") == "a\nb"
    assert [each.number for each in found["areas"]] == [3, 4, 5]


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        (None, True),
        ("{}", False),
        ("{", False),
        ("[]", False),
        ('{"tgkt": {"schema": "tgkt/export/9"}, "resources": []}', False),
        ('{"tgkt": {"schema": "tgkt/export/1"}, "resources": [{"name": "areas"}]}', False),
        ("[" * 100_000, False),
    ],
    ids=["ours", "an empty map", "no JSON", "a list", "a later form", "no columns", "brackets without end"],
)
def test_a_package_is_known_by_its_description(
    tmp_path: Path, whole: dict[str, str], text: str | None, is_ours: bool
) -> None:
    """And refused by it."""
    description = written(tmp_path / "p", whole if text is None else {DESCRIPTION: text}) / DESCRIPTION
    assert is_package(description) is is_ours
    if not is_ours:
        with pytest.raises(UsageError, match="is not a package written by tgkt export"):
            read_tables(description)


def test_a_missing_description_is_no_package(tmp_path: Path) -> None:
    """Nor is a folder."""
    assert not is_package(tmp_path / DESCRIPTION)
    assert not is_package(tmp_path)


def without(table: str) -> Change:
    """The description without one table."""

    def change(text: str) -> str:
        told = json.loads(text)
        told["resources"] = [each for each in told["resources"] if each["name"] != table]
        return json.dumps(told)

    return change


SPOILT: dict[str, tuple[str, Change, type[Exception], str]] = {
    "a table that the description leaves out": (
        DESCRIPTION,
        without("gaps"),
        UsageError,
        "the package has no table 'gaps'. Export it again",
    ),
    "a column that is gone": (
        "areas.csv",
        lambda text: text.replace("noun", "word", 1),
        DataError,
        "areas.csv:1:1: no column 'noun'. Put it back",
    ),
    "an empty table": ("areas.csv", lambda _: "", DataError, "areas.csv:1:1: no column 'id'"),
    "a cell too few": (
        "areas.csv",
        lambda text: text + "alone\n",
        DataError,
        "areas.csv:5:1: more or fewer cells than there are columns",
    ),
    "a cell too many": (
        "areas.csv",
        lambda text: text[:-1] + ",more\n",
        DataError,
        "areas.csv:4:1: more or fewer cells than there are columns",
    ),
    "a quotation mark without its other": (
        "areas.csv",
        lambda text: text + '"x',
        DataError,
        "areas.csv:5:1: not CSV: unexpected end of data. Correct the line",
    ),
}


@pytest.mark.parametrize(("file", "change", "error", "says"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_table_is_told_with_its_place(
    tmp_path: Path, whole: dict[str, str], file: str, change: Change, error: type[Exception], says: str
) -> None:
    """Nothing is repaired."""
    folder = written(tmp_path / "p", {**whole, file: change(whole[file])})
    with pytest.raises(error) as raised:
        read_tables(folder / DESCRIPTION)
    assert says in str(raised.value)


def test_a_file_of_another_encoding_is_refused(tmp_path: Path, whole: dict[str, str]) -> None:
    """By its name."""
    folder = written(tmp_path / "p", whole)
    (folder / "areas.csv").write_bytes("id\nĐắk\n".encode("cp1258", errors="replace") + b"\xff")
    with pytest.raises(UsageError, match=r"areas\.csv: is not UTF-8. Save it as UTF-8"):
        read_tables(folder / DESCRIPTION)


def test_a_table_that_is_not_there_is_named(tmp_path: Path, whole: dict[str, str]) -> None:
    """With the reason."""
    folder = written(tmp_path / "p", {name: text for name, text in whole.items() if name != "units.csv"})
    with pytest.raises(UsageError, match=r"units\.csv: cannot be read: "):
        read_tables(folder / DESCRIPTION)
