"""What holds for every command that answers with rows; a new command adds its example here."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tgkt.cli.boundary import COMMANDS

from .runner import Tgkt
from .snapshot import check_snapshot

EXAMPLES = {
    "status": ("--section", "environment"),
    "project": ("--year", "2030"),
    "blend": ("grdp_growth",),
    "explain": ("grdp_growth",),
    "check": (),
    "calc": ("cagr", "127.7", "202.925", "--years", "5"),
}
WITHOUT_ROWS = {"validate", "schema", "import"}
WITHOUT_DATA = {"calc", "schema"}
HERE = [command for command in COMMANDS if command in EXAMPLES]
CUT = re.compile(r"\S…")  # in a quotation the sign stands between blanks
FINE_OR_FOUND = (0, 1)  # check ends with 1 when it finds something

each_command = pytest.mark.parametrize("command", HERE)
each_machine_format = pytest.mark.parametrize("form", ["json", "ndjson", "csv", "tsv"])


def out(tgkt: Tgkt, command: str, *args: str) -> str:
    """The answer to a command's example."""
    done = tgkt(command, *EXAMPLES[command], *args)
    assert (done.code in FINE_OR_FOUND, done.err) == (True, "")
    return done.out


def table(tgkt: Tgkt, command: str, form: str) -> list[list[str]]:
    """The answer as CSV or TSV, read by its own rules."""
    text = io.StringIO(out(tgkt, command, "--format", form), newline="")
    return list(csv.reader(text, delimiter="," if form == "csv" else "\t"))


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


@each_command
@pytest.mark.parametrize("form", ["table", "md"])
def test_text_in_a_pipe_is_plain(tgkt: Tgkt, command: str, form: str) -> None:
    """No colour, no cut cell, no tab, no blank at the end of a line."""
    text = out(tgkt, command, "--format", form)
    assert [mark for mark in ("\x1b", "\t") if mark in text] == []
    assert [line for line in text.splitlines() if line != line.rstrip() or CUT.search(line)] == []


@each_command
@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_terminal_holds_every_line(tgkt: Tgkt, command: str, width: int, lang: str) -> None:
    """No line is longer than the terminal, and no cell is cut."""
    shown = tgkt.screen(command, *EXAMPLES[command], "--lang", lang, width=width, NO_COLOR="1")
    assert [line for line in shown.splitlines() if len(line) > width or CUT.search(line)] == []


@each_command
def test_json_names_its_schema(tgkt: Tgkt, command: str) -> None:
    """The first key of JSON is the schema: the command's name and a version."""
    document = json.loads(out(tgkt, command, "--format", "json"))
    assert next(iter(document.items())) == ("schema", f"tgkt/{command}/1")


@each_command
def test_ndjson_is_one_object_per_line(tgkt: Tgkt, command: str) -> None:
    """Every line of NDJSON is a whole object with the schema, and all have the same keys."""
    lines = out(tgkt, command, "--format", "ndjson").removesuffix("\n").split("\n")
    objects = [json.loads(line) for line in lines]
    assert {("schema", *list(objects[0])[1:])} == {tuple(each) for each in objects}


@each_command
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_delimited_text_is_rectangular(tgkt: Tgkt, command: str, form: str) -> None:
    """Every row of CSV and TSV has a cell for each column of the header."""
    header, *rows = table(tgkt, command, form)
    assert {len(header)} == {len(row) for row in rows}


@each_command
def test_csv_and_tsv_hold_the_same_rows(tgkt: Tgkt, command: str) -> None:
    """The two differ in their marks only, and a line of TSV is a row."""
    same = [[" ".join(cell.split()) for cell in row] for row in table(tgkt, command, "csv")]
    assert same == [[" ".join(cell.split()) for cell in row] for row in table(tgkt, command, "tsv")]
    assert len(same) == out(tgkt, command, "--format", "tsv").count("\n")


@each_command
@each_machine_format
def test_machine_formats_have_no_language(tgkt: Tgkt, command: str, form: str) -> None:
    """--lang changes no byte of a machine format."""
    english = out(tgkt, command, "--format", form, "--lang", "en")
    assert english == out(tgkt, command, "--format", form, "--lang", "vi")


@each_command
def test_the_same_question_has_the_same_answer(tgkt: Tgkt, command: str) -> None:
    """Another folder, another order of hashes: the same bytes."""
    again = tgkt.fresh(command, *EXAMPLES[command], cwd=Path("/"), env={"PYTHONHASHSEED": "7"})
    assert tgkt(command, *EXAMPLES[command]) == again


@each_command
def test_output_holds_what_a_pipe_gets(tgkt: Tgkt, tmp_path: Path, command: str) -> None:
    """--output writes the same bytes, and prints nothing."""
    done = tgkt.fresh(command, *EXAMPLES[command], "--output", "answer.txt", cwd=tmp_path)
    assert (done.out, done.err) == ("", "")
    assert tgkt(command, *EXAMPLES[command]).raw == (tmp_path / "answer.txt").read_bytes()
