"""`tgkt` alone: one screen that says where the plan stands, and the way on."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from shipped import RESULTS, TARGETS, rows_of

from .runner import ROOT, Tgkt

MOST_LINES = 23


@pytest.mark.parametrize("args", [(), ("--lang", "vi"), ("-f", "json"), ("--plan", RESULTS)], ids=" ".join)
def test_tgkt_alone_is_the_overview(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """With options or without, tgkt and tgkt overview are the same question."""
    assert tgkt(*args) == tgkt("overview", *args)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [80, 100, 160])
@pytest.mark.parametrize("plan", [TARGETS, RESULTS])
def test_a_terminal_shows_it_at_once(tgkt: Tgkt, plan: str, width: int, lang: str) -> None:
    """Nothing scrolls away on a terminal of 24 lines, and no line is broken by the terminal."""
    lines = tgkt.screen("--plan", plan, "--lang", lang, width=width, NO_COLOR="1").splitlines()
    assert len(lines) <= MOST_LINES
    assert [line for line in lines if len(line) > width] == []


def test_the_counts_are_those_of_status(tgkt: Tgkt) -> None:
    """The scoreboard of both commands is one, and the sections add up to it."""
    document = tgkt("--format", "json").json
    assert document["schema"] == "tgkt/overview/2"
    assert document["scoreboard"] == tgkt("status", "--format", "json").json["scoreboard"]
    (whole,) = document["scoreboard"]
    assert sum(row["rows"] for row in document["rows"]) == whole["rows"] == len(rows_of(TARGETS))
    assert sum(row["targets"] for row in document["rows"]) == whole["targets"]["total"] == len(document["targets"])
    for name in set(whole["targets"]) - {"total"}:
        assert sum(each["column"] == name for each in document["targets"]) == whole["targets"][name]


def test_the_first_rows_are_those_of_status_by_attention(tgkt: Tgkt) -> None:
    """The five of the screen begin `tgkt status --attention`, row by row."""
    first = tgkt("--format", "json").json["attention"]
    rows = tgkt("status", "--attention", "--format", "json").json["rows"]
    assert rows[: len(first)] == first
    assert [row["attention_rank"] for row in rows] == list(range(1, len(rows) + 1))


@pytest.mark.parametrize("args", [(), ("--plan", RESULTS), ("--data", "data")], ids=" ".join)
def test_the_next_commands_answer(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """Each of the three commands that the screen ends with can be typed as it stands."""
    commands = tgkt(*args, "--format", "json").json["next"]
    assert len(commands) == 3
    lines = tgkt(*args).out.splitlines()[-3:]
    for command, line in zip(commands, lines, strict=True):
        assert line.startswith(command)
        done = tgkt(*command.split()[1:])
        assert (done.code in (0, 1), done.err) == (True, "")
        assert done.out


def test_the_audit_in_short_is_what_check_finds(tgkt: Tgkt) -> None:
    """How many findings mark rows of the plan, by the outcome that check gives them."""
    findings = {row["key"]: row["outcome"] for row in tgkt("check", "--all", "--format", "json").json["rows"]}
    rows = tgkt("status", "--format", "json").json["rows"]
    marking = [findings[id] for id in {id for row in rows for id in row["findings"]}]
    audit = tgkt("--format", "json").json["audit"]
    assert audit["rows"] == sum(bool(row["findings"]) for row in rows)
    assert audit["inconsistent"] == marking.count("inconsistent")
    assert audit["needs_assumption"] == marking.count("needs_assumption")


def test_other_data_are_shown_by_their_folder(tgkt: Tgkt, tmp_path: Path) -> None:
    """--data names the folder, and the next commands name it too."""
    folder = tmp_path / "own data"
    shutil.copytree(ROOT / "data", folder)
    out = tgkt.fresh("--data", str(folder)).out
    assert out.count(f"--data '{folder}'") == 3


def test_help_stays_help(tgkt: Tgkt) -> None:
    """--help lists the commands, and says what tgkt alone shows."""
    said = tgkt("--help", COLUMNS="80").out
    assert re.search(r"^  overview +\S", said, re.MULTILINE)
    assert "Without a command" in said
