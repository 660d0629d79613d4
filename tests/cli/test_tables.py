"""Tables for people: whole rows in a pipe, folded ones on a terminal, colour only where it is wanted."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from shipped import shipped

from .questions import QUESTIONS
from .runner import Tgkt

TABLES = ("status", "results", "project", "what-if", "goal seek")
LANGUAGES = ("en", "vi")
WIDTHS = (45, 80, 100, 160)
LONG = 12  # letters of a word that may be wider than its column
ESC = "\x1b"
RULE = re.compile(r"[-─ ]+")
CUT = re.compile(r"\S…")  # in a quotation the sign stands between blanks
CODE = re.compile(r"(\d+(?:\.\d+)?) [!* ]*(?=\S)")

each_table = pytest.mark.parametrize("table", TABLES)
each_language = pytest.mark.parametrize("lang", LANGUAGES)


def piped(tgkt: Tgkt, table: str, lang: str, **env: str) -> str:
    """A table in a pipe."""
    return tgkt(*QUESTIONS[table], "--lang", lang, **env).out


def drawn(tgkt: Tgkt, table: str, lang: str, width: int) -> str:
    """A table on a terminal without colour."""
    return tgkt.screen(*QUESTIONS[table], "--lang", lang, width=width, NO_COLOR="1")


def columns(line: str) -> int:
    """How many columns a line takes; all our letters are narrow once they are composed."""
    return sum(not unicodedata.combining(letter) for letter in line)


def rows(text: str) -> list[str]:
    """The rows of tables: each from the line its code begins to the last line of its folded cells, below a rule."""
    found, is_row, is_body = [], False, False
    for line in text.splitlines():
        is_body = RULE.fullmatch(line) is not None or (is_body and line != "")
        if is_body and CODE.match(line):
            found.append(line)
        elif is_row and line.startswith(" "):
            found[-1] += f"\n{line}"
        is_row = is_body and (bool(CODE.match(line)) or (is_row and line.startswith(" ")))
    return found


def codes_in(shown: list[str]) -> list[str]:
    """The codes that rows begin with."""
    return [found[1] for row in shown if (found := CODE.match(row))]


def words(text: str) -> set[str]:
    """The words and numbers of a text without the marks around them."""
    return {word.strip("();,") for word in text.split()}


def figures(row: str) -> set[str]:
    """The words of a row that hold a digit, up to where its cells begin to fold."""
    return {word for word in words(row.split("\n", maxsplit=1)[0]) if any(letter.isdigit() for letter in word)}


def title(row: str) -> set[str]:
    """The words of a piped row's title, those left out that a narrow column must fold."""
    return {word for word in words(re.split(r"  +", CODE.sub("", row, count=1).strip())[0]) if len(word) <= LONG}


def in_order(table: str, told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows as a table shows them: results as the document prints them, targets section by section."""
    sections = list(shipped().sections) if table == "status" else []
    return sorted(told, key=lambda row: sections.index(row["section"])) if sections else told


@each_table
@each_language
def test_a_piped_table_is_plain_text(tgkt: Tgkt, table: str, lang: str) -> None:
    """No escape code, no cut cell, no tab; Vietnamese in composed letters, so that columns align and search works."""
    out = piped(tgkt, table, lang)
    assert [mark for mark in (ESC, "\t") if mark in out] == []
    assert CUT.search(out) is None
    assert unicodedata.normalize("NFC", out) == out


@pytest.mark.parametrize("table", ["status", "results"])
@each_language
def test_a_piped_table_has_one_line_per_row(tgkt: Tgkt, table: str, lang: str) -> None:
    """Every row and every part of one stands on one line, whole, in document order."""
    told = in_order(table, tgkt(*QUESTIONS[table], "--format", "json").json["rows"])
    shown = rows(piped(tgkt, table, lang))
    assert [row["code"] for row in told] == codes_in(shown)
    assert [
        row for row, line in zip(told, shown, strict=True) if row["title" if lang == "vi" else "title_en"] not in line
    ] == []
    long = tgkt(*QUESTIONS[table], "--long", "--format", "json").json["rows"]
    parts = Counter(row["part_of"] for row in long)
    assert [1 + parts[row["key"]] for row in told] == [len(row.splitlines()) for row in shown]


@each_table
@each_language
def test_a_terminal_shows_whole_rows_within_its_width(tgkt: Tgkt, table: str, lang: str) -> None:
    """A terminal never folds a line itself, no figure is cut, no row left out, and no title loses a word."""
    whole = rows(piped(tgkt, table, lang))
    for width in WIDTHS:
        shown = drawn(tgkt, table, lang, width)
        assert [line for line in shown.splitlines() if columns(line) > width] == []
        assert CUT.search(shown) is None
        assert codes_in(rows(shown)) == codes_in(whole)
        assert [row for row, line in zip(rows(shown), whole, strict=True) if not title(line) <= words(row)] == []


@each_table
@each_language
def test_a_wider_terminal_shows_no_figure_less(tgkt: Tgkt, table: str, lang: str) -> None:
    """No figure is broken in two: what a narrow terminal shows of a row stands in a wider one too, and in a pipe."""
    texts = [*(drawn(tgkt, table, lang, width) for width in WIDTHS), piped(tgkt, table, lang)]
    for narrow, wide in pairwise(texts):
        pairs = zip(rows(narrow), rows(wide), strict=True)
        assert [(one, other) for one, other in pairs if not figures(one) <= set(words(other))] == []


def test_columns_is_honoured_on_a_terminal(tgkt: Tgkt) -> None:
    """COLUMNS decides the width, even against the size the terminal reports."""
    narrow = tgkt.screen("status", width=160, COLUMNS="80", NO_COLOR="1")
    assert tgkt.screen("status", width=80, NO_COLOR="1") == narrow


@each_language
def test_columns_is_honoured_in_a_pipe(tgkt: Tgkt, lang: str) -> None:
    """The table is that of a terminal of that width, without colour."""
    for width in WIDTHS:
        assert tgkt("status", "--lang", lang, COLUMNS=str(width)).out == drawn(tgkt, "status", lang, width)


@pytest.mark.parametrize("columns", ["", "0", "-80", "wide", "8²"])
def test_columns_that_is_no_width_changes_nothing(tgkt: Tgkt, columns: str) -> None:
    """A pipe gets its own table then."""
    assert tgkt("status", COLUMNS=columns) == tgkt("status")


@pytest.mark.parametrize("args", [("-f", "md"), ("-f", "csv")], ids=" ".join)
def test_columns_touches_tables_only(tgkt: Tgkt, tmp_path: Path, args: tuple[str, ...]) -> None:
    """Other formats have no width, and neither has a file."""
    assert tgkt("status", *args, COLUMNS="60") == tgkt("status", *args)
    tgkt.fresh("status", "-o", str(tmp_path / "a.txt"), env={"COLUMNS": "60"})
    assert (tmp_path / "a.txt").read_bytes() == tgkt("status").raw


def test_the_size_of_the_terminal_is_honoured(tgkt: Tgkt) -> None:
    """Without COLUMNS the terminal's own size decides."""
    assert tgkt.screen("status", width=80, NO_COLOR="1") == tgkt.screen("status", width=80, NO_COLOR="1", COLUMNS="")


def test_a_terminal_gets_colour(tgkt: Tgkt) -> None:
    """A capable terminal shows colour, and without the codes it is the plain text."""
    shown = tgkt.screen("status", width=100)
    assert f"{ESC}[32m" in shown
    bare = [line.rstrip() for line in re.sub(rf"{ESC}\[[\d;]*m", "", shown).splitlines()]
    assert tgkt.screen("status", width=100, NO_COLOR="1").splitlines() == bare


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"NO_COLOR": "1"}, id="NO_COLOR"),
        pytest.param({"NO_COLOR": "1", "FORCE_COLOR": "1"}, id="NO_COLOR against FORCE_COLOR"),
        pytest.param({"TERM": "dumb"}, id="a dumb terminal"),
    ],
)
def test_a_terminal_without_colour_stays_plain(tgkt: Tgkt, env: dict[str, str]) -> None:
    """NO_COLOR wins over everything, and a dumb terminal gets no codes."""
    assert ESC not in tgkt.screen("status", width=100, **env)


@pytest.mark.parametrize(
    ("env", "is_coloured"),
    [
        pytest.param({"FORCE_COLOR": "1"}, True, id="FORCE_COLOR=1 asks for it"),
        pytest.param({"FORCE_COLOR": "0"}, False, id="FORCE_COLOR=0 does not"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
        pytest.param({"FORCE_COLOR": "1", "TERM": "dumb"}, False, id="TERM=dumb wins"),
        pytest.param({"TERM": "xterm-256color"}, False, id="a capable TERM alone does not"),
    ],
)
def test_a_pipe_gets_colour_only_when_it_is_forced(tgkt: Tgkt, env: dict[str, str], is_coloured: bool) -> None:
    """Colour in a pipe is there only for FORCE_COLOR, and never against NO_COLOR."""
    assert is_coloured == (ESC in tgkt("status", **env).out)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "TERM=dumb"])
def test_refused_colour_leaves_the_piped_table(tgkt: Tgkt, env: dict[str, str]) -> None:
    """Where colour is both forced and refused, a pipe gets its own table: one line per row."""
    assert tgkt("status").out == tgkt("status", FORCE_COLOR="1", **env).out


@pytest.mark.parametrize("form", ["json", "ndjson", "csv", "tsv", "md"])
def test_forced_colour_touches_tables_only(tgkt: Tgkt, form: str) -> None:
    """No other format ever holds an escape code."""
    assert tgkt("status", "--format", form).raw == tgkt("status", "--format", form, FORCE_COLOR="1").raw
    assert ESC not in tgkt.screen("status", "--format", form, width=80)
