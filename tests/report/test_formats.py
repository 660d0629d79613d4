"""Machine formats: what goes out comes back, digit by digit."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers, texts

from tgkt.facts.figure import Comparator
from tgkt.report.formats import MACHINE, delimited, json_text, machine

decimals = numbers(-(10**18), 10**18, places=12) | st.integers(-99, 99).map(lambda digits: Decimal(digits).scaleb(7))
scalars = st.none() | st.booleans() | texts | decimals | st.integers()
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4))
KEYS = ("id", "title", "value")
records = st.tuples(scalars, scalars, scalars).map(lambda cells: dict(zip(KEYS, cells, strict=True)))
tables = st.lists(records, min_size=1, max_size=5)
PARTS = [{"id": "a", "parts": [{"value": Decimal("1.50")}, {"value": Decimal(2)}]}]


def digits(value: Any) -> Any:
    """The same value with every number as its text, so that 1.5 and 1.50 differ."""
    if isinstance(value, dict):
        return {key: digits(each) for key, each in value.items()}
    if isinstance(value, list):
        return [digits(each) for each in value]
    if isinstance(value, Decimal) or (isinstance(value, int) and not isinstance(value, bool)):
        return ("number", f"{value:f}" if isinstance(value, Decimal) else str(value))
    return value


def loads(text: str) -> Any:
    """JSON with every number as its text."""

    def number(told: str) -> tuple[str, str]:
        return ("number", told)

    return json.loads(text, parse_float=number, parse_int=number)


@law
@given(values)
def test_json_keeps_every_digit(value: Any) -> None:
    """Whatever is written as JSON is read back the same: text, nesting and the digits of every number."""
    assert digits(value) == loads(json_text(value))


@law
@given(decimals)
def test_json_numbers_are_decimals_again(value: Decimal) -> None:
    """A script that reads JSON with decimals gets the very number, and no float has been near it."""
    assert value == json.loads(json_text(value), parse_float=Decimal, parse_int=Decimal)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_null(value: str) -> None:
    """JSON has no infinity: where there is no number, it holds null."""
    assert json_text([Decimal(value)]) == "[null]"


def test_words_of_a_closed_set_are_plain_text() -> None:
    """A grade or comparator is written as its word."""
    expected = '{"comparator": "at_least"}'
    assert issubclass(Comparator, StrEnum)
    assert expected == json_text({"comparator": Comparator.AT_LEAST})


@law
@given(tables)
def test_a_json_document_names_its_shape(rows: list[dict[str, Any]]) -> None:
    """The document begins with schema and head, and holds all rows."""
    document = loads(machine("json", "tgkt/test/1", {"as_of": Decimal(2025)}, rows))
    assert list(document) == ["schema", "as_of", "rows"]
    assert document["schema"] == "tgkt/test/1"
    assert digits(rows) == document["rows"]


@law
@given(tables)
def test_ndjson_is_one_row_a_line(rows: list[dict[str, Any]]) -> None:
    """Every line is a document of its own with the schema's name and the fields of its row."""
    *lines, end = machine("ndjson", "tgkt/test/1", {}, rows).split("\n")
    assert not end
    assert [{"schema": "tgkt/test/1", **digits(each)} for each in rows] == [loads(line) for line in lines]


@law
@given(tables)
def test_csv_reads_back(rows: list[dict[str, Any]]) -> None:
    """A CSV reader finds the head and every cell again: texts as they are, numbers with all digits."""
    head, *lines = csv.reader(io.StringIO(delimited(rows, ","), newline=""))
    assert head == list(KEYS)
    for row, line in zip(rows, lines, strict=True):
        for value, cell in zip(row.values(), line, strict=True):
            assert cell == (value or "") if isinstance(value, str | None) else digits(value) == loads(cell)


@law
@given(tables)
def test_tsv_is_one_row_a_line(rows: list[dict[str, Any]]) -> None:
    """Every line of TSV has as many tabs as any other, whatever blanks the texts hold."""
    *lines, end = delimited(rows, "\t").split("\n")
    assert not end
    assert {len(KEYS)} == {len(line.split("\t")) for line in lines}
    assert len(lines) == len(rows) + 1


def test_csv_lines_end_as_rfc_4180_says() -> None:
    """Records end with CR LF, and a cell with a comma, a quote or a line end is quoted."""
    expected = 'id,title\r\n1,"xã, phường"\r\n2,"""vượt"""\r\n3,"hai\ndòng"\r\n'
    rows = [{"id": "1", "title": "xã, phường"}, {"id": "2", "title": '"vượt"'}, {"id": "3", "title": "hai\ndòng"}]
    assert expected == delimited(rows, ",")


def test_machine_formats_are_never_localised() -> None:
    """Numbers have a decimal dot and no groups, Vietnamese text is written as itself."""
    rows = [{"id": "Tỷ lệ", "value": Decimal("1845.70")}]
    for name in MACHINE:
        text = machine(name, "tgkt/test/1", {}, rows)
        assert "1845.70" in text
        assert "Tỷ lệ" in text


def test_same_rows_same_bytes() -> None:
    """Nothing but the rows decides on what is written."""
    for name in MACHINE:
        assert machine(name, "tgkt/test/1", {"as_of": 2025}, PARTS) == machine(
            name, "tgkt/test/1", {"as_of": 2025}, PARTS
        )


def test_no_rows_are_an_empty_list() -> None:
    """Without rows JSON holds an empty list, NDJSON nothing, and CSV and TSV their head where it is known."""
    assert loads(machine("json", "tgkt/test/1", {}, []))["rows"] == []
    assert [machine(name, "tgkt/test/1", {}, []) for name in ("ndjson", "csv", "tsv")] == ["", "", ""]
    assert machine("csv", "tgkt/test/1", {}, [], columns=KEYS) == "id,title,value\r\n"
    assert machine("tsv", "tgkt/test/1", {}, [], columns=KEYS) == "id\ttitle\tvalue\n"


def test_ndjson_keeps_parts_on_the_line_of_their_row() -> None:
    """A structure with its parts is one line of NDJSON like any other row."""
    *lines, _ = machine("ndjson", "tgkt/test/1", {}, PARTS).split("\n")
    assert len(lines) == len(PARTS)


def test_tsv_keeps_parts_on_the_line_of_their_row() -> None:
    """A structure with its parts is one line of TSV like any other row."""
    *lines, _ = delimited(PARTS, "\t").split("\n")
    assert len(lines) == 1 + len(PARTS)


def test_csv_holds_parts_as_json() -> None:
    """A list of maps is JSON in its cell, with every digit."""
    _, (_, cell) = csv.reader(io.StringIO(delimited(PARTS, ","), newline=""))
    assert digits(PARTS[0]["parts"]) == loads(cell)
