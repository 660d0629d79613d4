"""Options that every command has: short ones for what is typed most, and the manner of an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.cli.pages import COMMANDS

from .questions import EXAMPLES, QUESTIONS
from .runner import Tgkt

ESC = "\x1b"
NOTED = ("explain", "forest_cover", "--period", "1999")  # a note says that nothing is printed


@pytest.mark.parametrize("command", EXAMPLES)
def test_json_is_short_for_its_format(tgkt: Tgkt, command: str) -> None:
    """`--json` is `--format json`, twice is once."""
    expected = tgkt(*QUESTIONS[command], "--format", "json")
    assert tgkt(*QUESTIONS[command], "--json") == expected
    assert tgkt(*QUESTIONS[command], "--json", "-f", "json") == expected


@pytest.mark.parametrize("form", ["csv", "table", "md"])
def test_json_and_another_format_are_refused(tgkt: Tgkt, form: str) -> None:
    """Also where the other one is what a command would do unasked."""
    done = tgkt("status", "--json", "-f", form)
    told = f"--json is --format json, and --format {form} was given. Give one of them\n"
    assert done == (2, b"", told)


def test_json_and_the_ending_of_another_format_are_refused(tgkt: Tgkt, tmp_path: Path) -> None:
    """The option asks for a format as --format does."""
    done = tgkt.fresh("status", "--json", "-o", str(tmp_path / "a.csv"))
    assert (done.code, list(tmp_path.iterdir())) == (2, [])
    assert "would be csv, but json was asked for" in done.err


def test_the_version_has_a_letter(tgkt: Tgkt) -> None:
    """`tgkt -V` is `tgkt --version`."""
    assert tgkt("-V") == tgkt("--version")


@pytest.mark.parametrize("args", [("status",), ("check",), ()], ids=" ".join)
def test_no_color_is_as_the_variable(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """On a terminal, and in a pipe against FORCE_COLOR."""
    assert tgkt.screen(*args, "--no-color", width=100) == tgkt.screen(*args, width=100, NO_COLOR="1")
    assert ESC not in tgkt(*args, "--no-color", FORCE_COLOR="1").out


@pytest.mark.parametrize("quiet", ["-q", "--quiet"])
def test_quiet_leaves_the_answer_alone(tgkt: Tgkt, quiet: str) -> None:
    """Notes are left out, nothing else changes."""
    loud, still = tgkt(*NOTED), tgkt(*NOTED, quiet)
    assert loud.err != ""
    assert still == (loud.code, loud.raw, "")


def test_quiet_keeps_errors(tgkt: Tgkt) -> None:
    """What went wrong is always said."""
    assert tgkt("status", "--plan", "nowhere", "-q") == tgkt("status", "--plan", "nowhere")


@pytest.mark.parametrize("args", [("status", "3"), ("overview",), ("schema",)], ids=" ".join)
def test_a_dash_is_standard_output(tgkt: Tgkt, tmp_path: Path, args: tuple[str, ...]) -> None:
    """`-o -` writes no file, and what a pipe gets without it."""
    assert tgkt.fresh(*args, "-o", "-", cwd=tmp_path) == tgkt(*args)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_the_shared_options(tgkt: Tgkt, command: str) -> None:
    """Declared once, offered by each; --json where JSON is a format, which of millions of rows it is not."""
    said = tgkt(command, "--help", COLUMNS="100").out
    has_json = "--format" in said and command != "panel"
    expected = ["--no-color", "--no-pager", "-q, --quiet", *(["--json"] if has_json else [])]
    assert [option for option in expected if option not in said] == []
