"""The files of a package: cells as CSV, and a description that holds for every one of them."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

import pytest

from tgkt.report.exchange import column as c
from tgkt.report.exchange.package import DESCRIPTION, SHEETS, csv_text, described, package_files

from .sdmx.exported import FOLDERS, each_folder, exported, exported_from
from .small import small

CELLS: dict[str, tuple[c.Column, Any, str]] = {
    "a text": (c.text("a", "says"), 'x "y", z', '"x ""y"", z"'),
    "a text of two lines": (c.text("a", "says"), "x\ny", '"x\ny"'),
    "every digit of a number": (c.number("a", "says"), Decimal("90.40"), "90.40"),
    "a large number in full": (c.number("a", "says"), Decimal("1E+6"), "1000000"),
    "a whole number": (c.whole("a", "says"), 0, "0"),
    "true": (c.flag("a", "says"), True, "true"),
    "false": (c.flag("a", "says"), False, "false"),
    "a list as JSON": (c.texts("a", "says"), ["é", 'b"'], '"[""é"", ""b\\""""]"'),
    "a map as JSON": (c.told("a", "says")[2], {"fr": "Un"}, '"{""fr"": ""Un""}"'),
}


@pytest.mark.parametrize(("column", "value", "written"), CELLS.values(), ids=CELLS)
def test_a_cell(column: c.Column, value: Any, written: str) -> None:
    """As the type of its column has it; the cell beside keeps the line from being empty."""
    assert csv_text([column, c.whole("z", "says")], [{column.name: value, "z": 1}]) == f"{column.name},z\n{written},1\n"


@pytest.mark.parametrize("value", [None, [], {}], ids=["none", "an empty list", "an empty map"])
def test_what_is_not_known_is_an_empty_cell(value: Any) -> None:
    """As is a cell that a row does not have."""
    columns = [c.texts("a", "says"), c.text("b", "says"), c.whole("z", "says")]
    assert csv_text(columns, [{"a": value, "z": 1}]) == "a,b,z\n,,1\n"


@each_folder
def test_the_description_comes_last(name: str) -> None:
    """It says that all others are there."""
    files = package_files(exported(name))
    assert [*files] == [*(f"{sheet.name}.csv" for sheet in SHEETS), DESCRIPTION]
    assert [each["path"] for each in json.loads(files[DESCRIPTION])["resources"]] == [*files][:-1]


@each_folder
def test_the_same_data_give_the_same_bytes(name: str) -> None:
    """Read and written twice."""
    assert package_files(exported(name)) == package_files(exported_from(FOLDERS[name]))


@each_folder
def test_no_cell_is_without_a_column_and_keys_are_unique(name: str) -> None:
    """Of every table; and what is always there is there."""
    for sheet in SHEETS:
        rows, names = list(sheet.rows(exported(name))), [each.name for each in sheet.columns]
        always = [each.name for each in sheet.columns if each.is_always]
        assert {key for row in rows for key in row} <= set(names), sheet.name
        assert [row for row in rows if any(row.get(key) in (None, "") for key in always)] == [], sheet.name
        keys = [tuple(row[key] for key in sheet.key) for row in rows]
        assert len(set(keys)) == len(keys), sheet.name


@each_folder
def test_every_reference_leads_somewhere(name: str) -> None:
    """A cell that names a row of another table names one that there is."""
    tables = {sheet.name: list(sheet.rows(exported(name))) for sheet in SHEETS}
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.of is not None:
                table, key = column.of
                there = {row[key] for row in tables[table or sheet.name]}
                named = {row.get(column.name) for row in tables[sheet.name]} - {None}
                assert named <= there, (sheet.name, column.name)


@each_folder
def test_closed_lists_are_kept(name: str) -> None:
    """No cell holds a word that its column does not have."""
    for sheet in SHEETS:
        rows = list(sheet.rows(exported(name)))
        for column in sheet.columns:
            if column.words:
                assert {str(row[column.name]) for row in rows if row.get(column.name)} <= set(column.words)


def test_the_description_names_the_plan_and_the_form() -> None:
    """A name as the standard allows it."""
    found = described(small())
    assert (found["name"], found["title"]) == ("p", "Plan")
    assert found["tgkt"] == {"schema": "tgkt/export/1", "as_of": small().as_of}
    shipped = described(exported("the shipped data"))
    assert shipped["name"] == "targets-2025-2030"


def test_a_field_says_what_its_column_holds() -> None:
    """Type, title, closed list, whether it may be empty, and the row it names."""
    figures = described(small())["resources"][0]
    fields = {each["name"]: each for each in figures["schema"]["fields"]}
    assert fields["key"]["constraints"] == {"required": True}
    assert fields["pick"]["constraints"] == {"enum": ["part", "total"]}
    assert (fields["range_low"]["type"], fields["range_low"]["title"]) == ("number", "Range low")
    assert figures["schema"]["primaryKey"] == ["key"]
    assert {"fields": ["area"], "reference": {"resource": "areas", "fields": ["id"]}} in figures["schema"][
        "foreignKeys"
    ]
    assert {"fields": ["part_of"], "reference": {"resource": "", "fields": ["key"]}} in figures["schema"]["foreignKeys"]


def test_a_table_without_references_has_no_foreign_keys() -> None:
    """The standard wants none rather than an empty list."""
    areas = next(each for each in described(small())["resources"] if each["name"] == "areas")
    assert "foreignKeys" not in areas["schema"]


def test_printed_words_come_back_from_csv() -> None:
    """Line ends and tabs too."""
    text = package_files(exported("hostile texts"))["figures.csv"]
    assert "50%\n| or so\tmore" in [row["printed"] for row in csv.DictReader(io.StringIO(text, newline=""))]
