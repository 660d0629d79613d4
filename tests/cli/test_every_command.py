"""What holds for every command that answers with rows; a new command adds its example here."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tgkt.cli.pages import COMMANDS
from tgkt.report.machine.field import NESTED
from tgkt.report.machine.shapes import SHAPES

from .questions import EXAMPLES, QUESTIONS, WITHOUT_ROWS
from .runner import Tgkt
from .snapshot import check_snapshot

WITHOUT_DATA = {"calc", "schema"}
HERE = [command for command in COMMANDS if command in EXAMPLES]
CUT = re.compile(r"\S…")  # in a quotation the sign stands between blanks
FINE_OR_FOUND = (0, 1)  # check ends with 1 when it finds something
RULE = re.compile(r"[- ]+|\|( ?-+:? ?\|)+")

each_command = pytest.mark.parametrize("command", HERE)
each_question = pytest.mark.parametrize("question", QUESTIONS)
each_machine_format = pytest.mark.parametrize("form", ["json", "ndjson", "csv", "tsv"])


@cache
def out(tgkt: Tgkt, question: str, *args: str) -> str:
    """The answer to a question, asked once."""
    done = tgkt(*QUESTIONS[question], *args)
    assert (done.code in FINE_OR_FOUND, done.err) == (True, "")
    return done.out


def table(tgkt: Tgkt, question: str, form: str) -> list[list[str]]:
    """The answer as CSV or TSV, read by its own rules."""
    text = io.StringIO(out(tgkt, question, "--format", form), newline="")
    return list(csv.reader(text, delimiter="," if form == "csv" else "\t"))


def objects(tgkt: Tgkt, question: str) -> list[dict[str, Any]]:
    """The answer as NDJSON, every number with its digits."""
    lines = out(tgkt, question, "--format", "ndjson").removesuffix("\n").split("\n")
    return [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in lines]


def in_words(text: str) -> list[str]:
    """The lines of a table as plain text or Markdown, without what only draws it."""
    lines = [line for line in text.splitlines() if line.strip() and not RULE.fullmatch(line)]
    cells = [re.sub(r"(?<!\\)\|", " ", line.removeprefix("### ")) if line[0] in "|#" else line for line in lines]
    told = [" ".join(line.replace("\\|", "|").split()) for line in cells]
    return [line for line in told if line]  # Markdown has a line of heads even where there are none


def holds(cell: str, value: Any, form: str) -> bool:
    """Whether a cell says what JSON says: nothing, a list joined, a text with or without its mark."""
    if isinstance(value, list):
        return cell.removeprefix("#") in (" ".join(value), "; ".join(value))
    if value is None:
        return cell == ""
    if isinstance(value, str):
        return cell.removeprefix("#") == (" ".join(value.split()) if form == "tsv" else value)
    return bool(json.loads(cell, parse_float=Decimal, parse_int=Decimal) == value)


def flat(row: dict[str, Any]) -> list[tuple[str, Any]]:
    """The fields of a row that have a cell: all but maps and lists of maps."""
    shape = SHAPES[row["schema"].split("/")[1]]
    nested = {field.name for field in shape.row if field.type in NESTED}
    return [(name, value) for name, value in row.items() if name not in {"schema", *nested}]


def test_every_command_has_an_example() -> None:
    """No command is left out of the tests below."""
    assert set(COMMANDS) - WITHOUT_ROWS == set(HERE)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in WITHOUT_ROWS])
def test_every_command_takes_the_shared_options(tgkt: Tgkt, command: str) -> None:
    """Formats, language, data and output are the same words everywhere."""
    said = tgkt(command, "--help", COLUMNS="80").out
    expected = ["-f, --format", "--lang", "-o, --output", *(["--data"] if command not in WITHOUT_DATA else [])]
    assert [option for option in expected if option not in said] == []


@each_command
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_table_in_a_pipe_is_kept(tgkt: Tgkt, command: str, lang: str) -> None:
    """What each command's example answers is what is kept."""
    check_snapshot(f"{command}_example_{lang}", out(tgkt, command, "--lang", lang))


@each_question
def test_markdown_holds_the_cells_of_the_table(tgkt: Tgkt, question: str) -> None:
    """The two differ in their marks only."""
    whole = ("--all",) if question == "explain" else ()  # its table is a story, its Markdown is everything
    markdown = out(tgkt, question, "--format", "md", "--lang", "vi")
    assert in_words(re.sub(r"\\(?=[!-/:-@\[-`{}~])", "", markdown)) == in_words(
        out(tgkt, question, *whole, "--lang", "vi")
    )
    assert [mark for mark in ("\x1b", "\t") if mark in markdown] == []


@each_question
def test_a_table_in_a_pipe_is_plain(tgkt: Tgkt, question: str) -> None:
    """No colour, no cut cell, no tab, no blank at the end of a line."""
    text = out(tgkt, question, "--lang", "en")
    assert [mark for mark in ("\x1b", "\t") if mark in text] == []
    assert [line for line in text.splitlines() if line != line.rstrip() or CUT.search(line)] == []


@each_command
@pytest.mark.parametrize(("width", "lang"), [(80, "vi"), (100, "en")])
def test_a_terminal_holds_every_line(tgkt: Tgkt, command: str, width: int, lang: str) -> None:
    """No line is longer than the terminal, and no cell is cut."""
    shown = tgkt.screen(*QUESTIONS[command], "--lang", lang, width=width, NO_COLOR="1")
    assert [line for line in shown.splitlines() if len(line) > width or CUT.search(line)] == []


def test_the_columns_of_every_answer_are_kept(tgkt: Tgkt) -> None:
    """Which fields a script finds, and in which order."""
    columns = {question: table(tgkt, question, "csv")[0] for question in QUESTIONS}
    lines = [line for name, found in columns.items() for line in (name, *(f"  {column}" for column in found))]
    check_snapshot("columns", "\n".join(lines) + "\n")


@each_command
def test_json_names_its_schema(tgkt: Tgkt, command: str) -> None:
    """The first key of JSON is the schema: the name of the answer, which begins with that of the command."""
    document = json.loads(out(tgkt, command, "--format", "json"))
    first, name = next(iter(document.items()))
    assert (first, name.split("/")[0]) == ("schema", "tgkt")
    assert name.split("/")[1].startswith(command)
    assert SHAPES[name.split("/")[1]].schema == name


@each_question
def test_ndjson_is_the_rows_of_json_one_per_line(tgkt: Tgkt, question: str) -> None:
    """Every line of NDJSON is a whole object: the schema, and then a row as JSON holds it."""
    document = tgkt(*QUESTIONS[question], "--format", "json").json
    lines = [json.dumps(each, default=str) for each in objects(tgkt, question)]
    kept = [{"schema": document["schema"], **row} for row in document["rows"]]
    assert lines == [json.dumps(row, default=str) for row in kept]


@each_question
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_delimited_cells_are_the_values_of_json(tgkt: Tgkt, question: str, form: str) -> None:
    """CSV and TSV are rectangular, a line of TSV is a row, and every cell holds what JSON holds."""
    header, *body = table(tgkt, question, form)
    expected = [flat(each) for each in objects(tgkt, question)]
    assert {tuple(key for key, _ in row) for row in expected} == {tuple(header)}
    assert {len(header)} == {len(line) for line in body}
    pairs = [pair for line, row in zip(body, expected, strict=True) for pair in zip(line, row, strict=True)]
    assert [(key, cell, value) for cell, (key, value) in pairs if not holds(cell, value, form)] == []
    assert form == "csv" or out(tgkt, question, "--format", "tsv").count("\n") == len(expected) + 1


@each_command
@each_machine_format
def test_machine_formats_have_no_language(tgkt: Tgkt, command: str, form: str) -> None:
    """--lang changes no byte of a machine format."""
    plain = out(tgkt, command, "--format", form)
    assert plain == out(tgkt, command, "--format", form, "--lang", "vi")


@each_command
def test_the_same_question_has_the_same_answer(tgkt: Tgkt, command: str) -> None:
    """Another folder, another order of hashes: the same bytes."""
    again = tgkt.fresh(*QUESTIONS[command], cwd=Path("/"), env={"PYTHONHASHSEED": "7"})
    assert tgkt(*QUESTIONS[command]) == again


@each_command
def test_output_holds_what_a_pipe_gets(tgkt: Tgkt, tmp_path: Path, command: str) -> None:
    """--output writes the same bytes, and prints nothing."""
    done = tgkt.fresh(*QUESTIONS[command], "--output", "answer.txt", cwd=tmp_path)
    assert (done.out, done.err) == ("", "")
    assert tgkt(*QUESTIONS[command]).raw == (tmp_path / "answer.txt").read_bytes()
