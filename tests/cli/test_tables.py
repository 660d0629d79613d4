"""Tables for people: whole rows in a pipe, folded ones on a terminal, colour only where it is wanted."""

from __future__ import annotations

import re
import unicodedata

import pytest

from .runner import Tgkt

PLANS = ("targets_2025_2030", "results_2020_2025")
LANGUAGES = ("en", "vi")
WIDTHS = (80, 100, 120, 160)
ESC = "\x1b"

each_plan = pytest.mark.parametrize("plan", PLANS)
each_language = pytest.mark.parametrize("lang", LANGUAGES)


def columns(line: str) -> int:
    """How many columns a line takes; all our letters are narrow once they are composed."""
    return sum(not unicodedata.combining(letter) for letter in line)


def codes(tgkt: Tgkt, plan: str) -> list[str]:
    """The codes of a plan, in document order."""
    return [row["code"] for row in tgkt("status", "--plan", plan, "--format", "json").json["rows"]]


def codes_in(text: str) -> list[str]:
    """The codes that a table shows at the beginning of its lines."""
    return re.findall(r"^(\d+(?:\.\d+)?) +(?=\S)", text, flags=re.MULTILINE)


@each_plan
@each_language
def test_a_piped_table_has_no_colour_and_no_cut_cell(tgkt: Tgkt, plan: str, lang: str) -> None:
    """A table in a pipe holds no escape code, no "…" and no tab."""
    out = tgkt("status", "--plan", plan, "--lang", lang).out
    assert [mark for mark in (ESC, "…", "\t") if mark in out] == []


@each_plan
@each_language
def test_a_piped_table_has_one_line_per_row(tgkt: Tgkt, plan: str, lang: str) -> None:
    """Every row stands on one line, in document order, whatever COLUMNS says."""
    assert codes(tgkt, plan) == codes_in(tgkt("status", "--plan", plan, "--lang", lang, COLUMNS="40").out)


@each_plan
def test_a_piped_table_holds_whole_titles(tgkt: Tgkt, plan: str) -> None:
    """Each row's line holds its whole title, so that grep finds it."""
    rows = tgkt("status", "--plan", plan, "--format", "json").json["rows"]
    lines = tgkt("status", "--plan", plan, "--lang", "vi").out.splitlines()
    missing = [row["title_vi"] for row in rows if not any(row["title_vi"] in line for line in lines)]
    assert missing == []


@each_plan
@each_language
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_longer_than_the_terminal(tgkt: Tgkt, plan: str, lang: str, width: int) -> None:
    """A terminal never has to fold a line itself."""
    shown = tgkt.screen("status", "--plan", plan, "--lang", lang, width=width, NO_COLOR="1")
    assert [line for line in shown.splitlines() if columns(line) > width] == []


@each_plan
@each_language
@pytest.mark.parametrize("width", WIDTHS)
def test_a_terminal_shows_every_row_whole(tgkt: Tgkt, plan: str, lang: str, width: int) -> None:
    """Narrow terminals fold cells and never cut them, and leave out no row."""
    shown = tgkt.screen("status", "--plan", plan, "--lang", lang, width=width, NO_COLOR="1")
    assert "…" not in shown
    assert codes(tgkt, plan) == codes_in(shown)


def test_columns_is_honoured_on_a_terminal(tgkt: Tgkt) -> None:
    """COLUMNS decides the width, even against the size the terminal reports."""
    narrow = tgkt.screen("status", width=160, COLUMNS="80", NO_COLOR="1")
    assert tgkt.screen("status", width=80, NO_COLOR="1") == narrow


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


@each_plan
@each_language
def test_text_is_composed(tgkt: Tgkt, plan: str, lang: str) -> None:
    """Vietnamese leaves as composed letters, so that columns align and search works."""
    out = tgkt("status", "--plan", plan, "--lang", lang).out
    assert unicodedata.normalize("NFC", out) == out
