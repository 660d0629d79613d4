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

from tgkt.errors import UsageError
from tgkt.facts.figure import Comparator
from tgkt.report.formats import MACHINE, Form, delimited, json_text, machine_text
from tgkt.report.machine import field as f
from tgkt.report.machine.shape import Shape

decimals = numbers(-(10**18), 10**18, places=12) | st.integers(-99, 99).map(lambda digits: Decimal(digits).scaleb(7))
scalars = st.none() | st.booleans() | texts | decimals | st.integers()
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4))
ROW = (f.text("id", "a name"), f.told("title", "a text"), f.number("value", "a number", f.PURE))
KEYS = [field.name for field in ROW]
SHAPE = Shape("test", 1, "a thing", "tgkt test", ROW, (f.whole("as_of", "a year"),))
HEAD = {"as_of": 2025}
records = st.tuples(st.none() | texts, st.none() | texts, st.none() | decimals).map(
    lambda cells: dict(zip(KEYS, cells, strict=True))
)
tables = st.lists(records, min_size=1, max_size=5)
PARTS = (f.rows("parts", "its parts", (f.number("value", "a number", f.PURE),)),)
WITH_PARTS = Shape("parts", 1, "a thing", "tgkt test", (*ROW[:1], *PARTS))
WHOLE = [{"id": "a", "parts": [{"value": Decimal("1.50")}, {"value": Decimal(2)}]}]
CSV, TSV = Form("csv"), Form("tsv")


def cells(text: str, mark: str = ",") -> list[list[str]]:
    """CSV as a reader of the format reads it."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))


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
@given(st.text(st.sampled_from("a\"\\ \n\tệ\u200b\u2028\x7f😀/'") | st.characters(codec="utf-8"), max_size=9))
def test_json_escapes_texts_as_every_writer_does(text: str) -> None:
    """Quotes, backslashes and what is not seen are escaped, and nothing else is."""
    assert json_text(text) == json.dumps(text, ensure_ascii=False)


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
    """The document begins with schema and head, and holds all rows; an empty text is null."""
    document = loads(machine_text(Form("json"), SHAPE, HEAD, rows))
    assert list(document) == ["schema", "as_of", "rows"]
    assert document["schema"] == "tgkt/test/1"
    assert document["rows"] == [
        {key: digits(None if each == "" else each) for key, each in row.items()} for row in rows
    ]


@law
@given(tables)
def test_ndjson_is_one_row_a_line(rows: list[dict[str, Any]]) -> None:
    """Every line is a document of its own with the schema's name and the fields of its row."""
    *lines, end = machine_text(Form("ndjson"), SHAPE, HEAD, rows).split("\n")
    assert not end
    document = loads(machine_text(Form("json"), SHAPE, HEAD, rows))
    assert [{"schema": "tgkt/test/1", **each} for each in document["rows"]] == [loads(line) for line in lines]


@law
@given(tables)
def test_csv_reads_back(rows: list[dict[str, Any]]) -> None:
    """A CSV reader finds the head and every cell again: texts but for their mark, numbers with all digits."""
    head, *lines = cells(delimited(CSV, ROW, rows))
    assert head == KEYS
    for row, line in zip(rows, lines, strict=True):
        *told, value = line
        assert [each.removeprefix("#") for each in told] == [row[key] or "" for key in KEYS[:2]]
        assert value == ("" if row["value"] is None else json_text(row["value"]))


@law
@given(tables)
def test_tsv_is_one_row_a_line(rows: list[dict[str, Any]]) -> None:
    """Every line of TSV has as many tabs as any other, whatever blanks the texts hold."""
    *lines, end = delimited(TSV, ROW, rows).split("\n")
    assert not end
    assert {len(KEYS)} == {len(line.split("\t")) for line in lines}
    assert len(lines) == len(rows) + 1


def test_csv_lines_end_as_rfc_4180_says() -> None:
    """Records end with CR LF, and a cell with a comma, a quote or a line end is quoted."""
    expected = 'id\r\n"xã, phường"\r\n"""vượt"""\r\n"hai\ndòng"\r\n'
    rows = [{"id": "xã, phường"}, {"id": '"vượt"'}, {"id": "hai\ndòng"}]
    assert expected == delimited(CSV, ROW[:1], rows)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("9.10", "#9.10", id="a number"),
        pytest.param("2021-2025", "#2021-2025", id="years"),
        pytest.param("7,3", "#7,3", id="a Vietnamese number, which csvkit reads as 73"),
        pytest.param("-5%", "#-5%", id="a percentage"),
        pytest.param("1.85E+06", "#1.85E+06", id="an exponent"),
        pytest.param("01/7/2025", "#01/7/2025", id="a date"),
        pytest.param("08:30", "#08:30", id="a time"),
        pytest.param("127.7; 202.925", "#127.7; 202.925", id="several numbers"),
        pytest.param("true", "#true", id="a truth value"),
        pytest.param("n/a", "#n/a", id="nothing"),
        pytest.param("None", "#None", id="nothing in Python"),
        pytest.param("#1", "##1", id="what bears the mark itself"),
        pytest.param("10,5%/năm", "10,5%/năm", id="words"),
        pytest.param("a/2025", "a/2025", id="a key"),
        pytest.param("%", "%", id="a unit"),
        pytest.param("-", "-", id="a stroke"),
    ],
)
def test_a_text_that_looks_like_something_else_is_marked(text: str, cell: str) -> None:
    """So that every reader sees a text; one mark at the beginning is to be taken away."""
    assert cells(delimited(CSV, ROW[:1], [{"id": text}]))[1] == [cell]
    told = loads(machine_text(Form("json"), SHAPE, HEAD, [{"id": text, "title": None, "value": None}]))
    assert told["rows"][0]["id"] == text


def test_a_code_is_marked_whatever_it_looks_like() -> None:
    """A column of codes is one form, "TU-02" beside "9.10"; in JSON it is the text alone."""
    fields = (f.code("code", "a number of the plan"),)
    assert cells(delimited(CSV, fields, [{"code": "9.10"}, {"code": "TU-02"}, {"code": None}]))[1:] == [
        ["#9.10"], ["#TU-02"], [""],
    ]  # fmt: skip


def test_lists_and_flags_have_cells_of_one_form() -> None:
    """Words by a blank, texts by a semicolon, true and false in small letters, nothing as nothing."""
    fields = (f.words("ids", "ids"), f.texts("why", "texts"), f.flag("yes", "a flag"), f.text("none", "a text"))
    row = {"ids": ["a", "b"], "why": ["one thing", "another"], "yes": True, "none": None}
    assert cells(delimited(CSV, fields, [row]))[1] == ["a b", "one thing; another", "true", ""]
    assert cells(delimited(CSV, fields, [{"ids": [], "why": [], "yes": False, "none": ""}]))[1] == ["", "", "false", ""]


def test_machine_formats_are_never_localised() -> None:
    """Numbers have a decimal dot and no groups, Vietnamese text is written as itself."""
    rows = [{"id": "Tỷ lệ", "title": None, "value": Decimal("1845.70")}]
    for name in MACHINE:
        text = machine_text(Form(name), SHAPE, HEAD, rows)
        assert "1845.70" in text
        assert "Tỷ lệ" in text


def test_same_rows_same_bytes() -> None:
    """Nothing but the rows decides on what is written."""
    for name in MACHINE:
        assert machine_text(Form(name), WITH_PARTS, {}, WHOLE) == machine_text(Form(name), WITH_PARTS, {}, WHOLE)


def test_no_rows_are_an_empty_list() -> None:
    """Without rows JSON holds an empty list, NDJSON nothing, and CSV and TSV their heads."""
    assert loads(machine_text(Form("json"), SHAPE, HEAD, []))["rows"] == []
    assert machine_text(Form("ndjson"), SHAPE, HEAD, []) == ""
    assert machine_text(CSV, SHAPE, HEAD, []) == "id,title,value\r\n"
    assert machine_text(TSV, SHAPE, HEAD, []) == "id\ttitle\tvalue\n"


def test_fields_stand_in_the_order_they_are_declared_in() -> None:
    """Whatever the order in which a row was made; a text stands in each language of the data."""
    row = {"value": Decimal(1), "title_en": "one", "title": "một", "id": "a"}
    assert cells(machine_text(CSV, SHAPE, HEAD, [row], ["en"])) == [
        ["id", "title", "title_en", "value"],
        ["a", "một", "one", "1"],
    ]
    assert list(loads(machine_text(Form("json"), SHAPE, HEAD, [row], ["en"]))["rows"][0]) == [
        "id",
        "title",
        "title_en",
        "value",
    ]


def test_a_field_that_is_missing_is_a_mistake() -> None:
    """No answer leaves a declared field out."""
    with pytest.raises(KeyError, match="title"):
        machine_text(Form("json"), SHAPE, HEAD, [{"id": "a", "value": None}])


def test_parts_stand_in_json_alone() -> None:
    """A cell of CSV and TSV holds no JSON; a line of NDJSON holds a row with its parts."""
    *lines, _ = machine_text(Form("ndjson"), WITH_PARTS, {}, WHOLE).split("\n")
    assert [loads(line)["parts"] for line in lines] == [digits(WHOLE[0]["parts"])]
    assert machine_text(CSV, WITH_PARTS, {}, WHOLE) == "id\r\na\r\n"
    assert machine_text(TSV, WITH_PARTS, {}, WHOLE) == "id\na\n"


def test_csv_for_offices() -> None:
    """A byte order mark, the sign between cells, and an apostrophe before what would be a formula, but for numbers."""
    row = {"id": "=1+1", "title": "-x", "value": Decimal(-1)}
    told = delimited(Form("csv", ";", is_office=True), ROW, [row])
    assert told == "\ufeffid;title;value\r\n'=1+1;'-x;-1\r\n"
    assert delimited(CSV, ROW, [row]) == "id,title,value\r\n=1+1,-x,-1\r\n"


def test_a_long_form_is_refused_where_there_is_none() -> None:
    """Nothing asked for is passed over."""
    with pytest.raises(UsageError, match="--long"):
        machine_text(Form("json", is_long=True), SHAPE, HEAD, [])
    assert machine_text(Form("csv", is_long=True), SHAPE._replace(is_long=True), HEAD, []) == "id,title,value\r\n"
