"""The shapes of values: what each reads, what it refuses, and that its schema accepts what it reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # ships no types

from tgkt.facts.period import Period
from tgkt.loading.nodes import compose
from tgkt.loading.reading import Entry, Reader, Schema, Shape
from tgkt.loading.scalars import Choice, Flag, Number, NumberOrRange, Text, YearOrTerm
from tgkt.loading.spec import Field, ListOf, MapOf, Record

from .yaml_core import read_core

CODE = Text('a quoted number such as "9.1"', r"\d+(?:\.\d+)?")
COLOUR = Choice({"red": "like blood", "green": "like grass"})
YEAR = YearOrTerm(only_year=True)
PART = YearOrTerm(may_be_part=True)
POINT = Record("a point", {"x": Field(Number(), "across", True), "y": Field(Number(), "up")})


def read(shape: Shape, text: str) -> tuple[Any, list[str]]:
    """The value that a shape reads from a YAML text, and the messages."""
    node, problems = compose(text, "test.yaml")
    assert node is not None, problems
    reader = Reader("test.yaml")
    return shape.read(node, "here", reader), [problem.message for problem in reader.problems]


def is_valid(shape: Shape, text: str) -> bool:
    """Whether the schema of a shape, with all it refers to, accepts a YAML text."""
    definitions: Schema = {}
    described = shape.schema(definitions)
    return bool(Draft7Validator({**described, "definitions": definitions}).is_valid(read_core(text)))


ACCEPTED = [
    pytest.param(Number(), "90.40", Decimal("90.40"), id="a number with its last zero"),
    pytest.param(Number(), "-0.5", Decimal("-0.5"), id="a number below zero"),
    pytest.param(Number(), "0", Decimal(0), id="zero"),
    pytest.param(Number(), "123456789012345678901234567890.1", Decimal("123456789012345678901234567890.1"), id="long"),
    pytest.param(NumberOrRange(), "7.0", (Decimal("7.0"),), id="one number where a range could stand"),
    pytest.param(NumberOrRange(), "[6.5, 7.0]", (Decimal("6.5"), Decimal("7.0")), id="a range"),
    pytest.param(Text(), "nghìn tỷ đồng", "nghìn tỷ đồng", id="a text"),
    pytest.param(Text(), '"no"', "no", id="a trap in double quotes"),
    pytest.param(Text(), "'2025'", "2025", id="a number in single quotes"),
    pytest.param(Text(), ">-\n  10:30\n", "10:30", id="a folded text"),
    pytest.param(Text(), "none", "none", id="a word that only resembles a trap"),
    pytest.param(Text(), "Không đạt", "Không đạt", id="a text that begins like no"),
    pytest.param(CODE, '"9.1"', "9.1", id="a code"),
    pytest.param(COLOUR, "red", "red", id="one of a closed list"),
    pytest.param(Flag(), "true", True, id="true"),
    pytest.param(Flag(), "false", False, id="false"),
    pytest.param(YearOrTerm(), "2030", Period(2030, 2030), id="a year"),
    pytest.param(YearOrTerm(), "2026-2030", Period(2026, 2030), id="a term"),
    pytest.param(YearOrTerm(), "2026/27-2030/31", Period(2026, 2030), id="a term of fiscal years"),
    pytest.param(YEAR, "2029/30", Period(2029, 2029), id="a fiscal year where a year belongs"),
    pytest.param(PART, "2026-6M", Period(2026, 2026, 6), id="six months where parts of a year may stand"),
    pytest.param(PART, "2026-Q2", Period(2026, 2026, 6, 4), id="a quarter where parts of a year may stand"),
    pytest.param(PART, "2026-06", Period(2026, 2026, 6, 6), id="a month where parts of a year may stand"),
    pytest.param(PART, "2026", Period(2026, 2026), id="a year where parts of a year may stand"),
    pytest.param(YEAR, "2025", Period(2025, 2025), id="a year where no term may stand"),
    pytest.param(ListOf(Number(), 2), "[60, 40.0]", [Decimal(60), Decimal("40.0")], id="a list in brackets"),
    pytest.param(ListOf(Text()), "- a\n- b\n", ["a", "b"], id="a list of lines"),
    pytest.param(MapOf(Number()), "{b: 2, a: 1}", {"b": Decimal(2), "a": Decimal(1)}, id="a map in its order"),
]


@pytest.mark.parametrize(("shape", "text", "value"), ACCEPTED)
def test_a_shape_reads(shape: Shape, text: str, value: object) -> None:
    """The value comes as it is written, digit by digit, without a message."""
    got, messages = read(shape, text)
    assert messages == []
    assert repr(value) == repr(got)


@pytest.mark.parametrize(("shape", "text", "value"), ACCEPTED)
def test_the_schema_of_a_shape_accepts_what_the_shape_reads(shape: Shape, text: str, value: object) -> None:
    """An editor refuses nothing that tgkt takes."""
    assert is_valid(shape, text)


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        pytest.param(YearOrTerm(), "2026 - 2030", id="a term with spaces"),
        pytest.param(YearOrTerm(), "2026–2030", id="a term with a dash"),
        pytest.param(YEAR, '"2025"', id="a year in quotes"),
        pytest.param(YEAR, '"2029/30"', id="a fiscal year in quotes"),
        pytest.param(YEAR, "2026-6M", id="six months for a year"),
        pytest.param(YearOrTerm(), "2026-Q2", id="a quarter for a year or a term"),
        pytest.param(PART, "2026-13", id="a thirteenth month"),
        pytest.param(PART, "2026-12M", id="twelve months"),
        pytest.param(PART, "2026-12", id="a month"),
        pytest.param(PART, "2026-Q5", id="a fifth quarter"),
        pytest.param(PART, "2026-0M", id="no months"),
        pytest.param(Text(), "1e-5", id="a small number as text"),
    ],
)
def test_loader_and_schema_agree_on_spelling(shape: Shape, text: str) -> None:
    """A spelling is taken by both or by neither."""
    _value, messages = read(shape, text)
    assert is_valid(shape, text) is not bool(messages)


@pytest.mark.parametrize(
    ("shape", "text", "message"),
    [
        pytest.param(Number(), '"5"', 'got the text "5". Remove the quotes', id="a number in quotes"),
        pytest.param(Number(), "012", "'012' has leading zeros. Write 12", id="a leading zero"),
        pytest.param(Number(), "-012", "'-012' is not a plain number", id="a leading zero below zero"),
        pytest.param(Number(), "1.845,7", "Vietnamese notation. Write 1845.7", id="Vietnamese notation"),
        pytest.param(Number(), "1.234.567", "Vietnamese notation. Write 1234567", id="grouping dots"),
        pytest.param(Number(), "5.", "'5.' is not a plain number", id="a dot at the end"),
        pytest.param(Number(), "1e5", "'1e5' is not a plain number", id="an exponent"),
        pytest.param(Number(), "٥", "'٥' is not a plain number", id="a digit of another script"),
        pytest.param(Number(), "~", "'~' is not a plain number", id="null"),
        pytest.param(Number(), '""', "expected a number, got nothing", id="nothing"),
        pytest.param(Number(), "{}", "expected a number, got a map", id="a map"),
        pytest.param(NumberOrRange(), "[1]", "two ends, got 1", id="half a range"),
        pytest.param(NumberOrRange(), "[1, 1.0]", "does not rise", id="a range of one point"),
        pytest.param(NumberOrRange(), "[1, x]", "'x' is not a plain number", id="a range to nowhere"),
        pytest.param(CODE, "9.1", 'got unquoted 9.1. Write "9.1" in quotes', id="a code without quotes"),
        pytest.param(CODE, '"9."', "'9.' is not a quoted number", id="half a code"),
        pytest.param(COLOUR, "gren", "unknown value 'gren'. Did you mean 'green'?", id="a slip in a closed list"),
        pytest.param(COLOUR, "x", "unknown value 'x'. Use one of: green, red.", id="no word of a closed list"),
        pytest.param(Flag(), "True", "expected true or false, got 'True'", id="True"),
        pytest.param(Flag(), "1", "expected true or false, got '1'", id="1 for true"),
        pytest.param(YearOrTerm(), "2030-2026", "ends before it begins", id="a term that runs backwards"),
        pytest.param(YearOrTerm(), "1899", "outside 1900-2200", id="a year too early"),
        pytest.param(YearOrTerm(), "2026-2201", "outside 1900-2200", id="a term too late"),
        pytest.param(YearOrTerm(), "26-30", "is not a period. Write a year", id="short years"),
        pytest.param(YEAR, "2026-2030", "expected a year, got the term", id="a term for a year"),
        pytest.param(YEAR, "2026-6M", "expected a year, got the part of a year", id="six months for a year"),
        pytest.param(YearOrTerm(), "2026-6M", "got '2026-6M'. Write 2026", id="six months for a year or a term"),
        pytest.param(PART, "2026-12M", "twelve months are the year. Write 2026", id="twelve months"),
        pytest.param(ListOf(Number()), "[]", "0 items, at least 1 needed", id="an empty list"),
        pytest.param(ListOf(Number()), "5", "expected a list. Begin each item with '- '", id="no list"),
        pytest.param(MapOf(Number()), "{A: 1}", "'A' is not an id. Use small letters", id="an id in capitals"),
        pytest.param(MapOf(Number()), "{9a: 1}", "'9a' is not an id", id="an id that begins with a digit"),
        pytest.param(MapOf(Number()), "[a]", "expected a map. Write 'key: value' lines", id="no map"),
        pytest.param(
            MapOf(Number()), "{a: 1, a: 2}", "'a' appears twice, first in line 1. Remove one", id="a key twice"
        ),
        pytest.param(MapOf(Number()), "{<<: {a: 1}}", "the merge key '<<' is not allowed", id="a merge key"),
        pytest.param(MapOf(Number()), "{? [a] : 1}", "a key must be one word", id="a list as key"),
        pytest.param(POINT, "{y: 1}", "a point has no 'x'. Add 'x: …' (across)", id="a missing key"),
        pytest.param(POINT, "{x: 1, z: 1}", "unknown key 'z' in a point. Use one of: x, y.", id="an unknown key"),
        pytest.param(POINT, "[1, 2]", "expected a map of a point. Write its keys: x, y", id="a list for a record"),
    ],
)
def test_a_shape_refuses(shape: Shape, text: str, message: str) -> None:
    """One message says what is wrong and how to mend it."""
    _value, messages = read(shape, text)
    (got,) = messages
    assert message in got


TRAPS = [
    "y",
    "Y",
    "yes",
    "Yes",
    "YES",
    "n",
    "N",
    "no",
    "No",
    "NO",
    "on",
    "On",
    "off",
    "Off",
    "true",
    "True",
    "false",
    "False",
    "null",
    "Null",
    "NULL",
    "~",
]
NUMBERS = ["0", "012", "9.1", "-5", "+5", ".5", "5.", "1e5", "1.5e3", "0x1F", "10:30", "1:30:00"]


@pytest.mark.parametrize("word", TRAPS + NUMBERS)
def test_an_unquoted_word_that_yaml_tools_turn_into_something_else_is_refused(word: str) -> None:
    """What stands unquoted as a text must be a text to every YAML tool; in quotes it is one."""
    refused, messages = read(Text(), word)
    assert refused is None
    assert [f'expected a text, got unquoted {word}. Write "{word}" in quotes'] == messages
    assert (word, []) == read(Text(), f'"{word}"')


def test_a_record_knows_where_each_value_stands() -> None:
    """A later check can point at the value it is about, also when the value itself was refused."""
    entry, messages = read(POINT, 'x: 1\ny: "2"\n')
    assert isinstance(entry, Entry)
    assert [str(entry.at(key)) for key in ("x", "y", "z")] == ["test.yaml:1:4", "test.yaml:2:4", "test.yaml:1:1"]
    assert ("x" in entry, "y" in entry, entry["x"], entry["y"]) == (True, False, Decimal(1), None)
    assert len(messages) == 1


def test_every_item_of_a_list_is_read_though_one_is_wrong() -> None:
    """A mistake does not hide the next one; the path counts from 0. A list with a wrong item stands for nothing."""
    node, _ = compose('[1, "2", 3, x]', "test.yaml")
    reader = Reader("test.yaml")
    assert node is not None
    assert ListOf(Number()).read(node, "here", reader) is None
    assert [problem.path for problem in reader.problems] == ["here[1]", "here[3]"]


@pytest.mark.parametrize(
    "shape", [pytest.param(ListOf(Number()), id="a list"), pytest.param(MapOf(Number()), id="a map")]
)
def test_a_node_used_twice_is_an_alias(shape: Shape) -> None:
    """The second use of one node is refused, whatever it holds."""
    node, _ = compose("[1]" if isinstance(shape, ListOf) else "{a: 1}", "test.yaml")
    reader = Reader("test.yaml")
    assert node is not None
    for _ in range(2):
        shape.read(node, "here", reader)
    (problem,) = reader.problems
    assert "used again by an alias" in problem.message
