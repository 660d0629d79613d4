"""What people and scripts see, word for word."""

from __future__ import annotations

import pytest

from tgkt.cli.boundary import COMMANDS

from .runner import Tgkt
from .snapshot import check_snapshot

RESULTS = ("--plan", "results_2020_2025")
PIPED = {
    "status_piped_en": ("status", "--lang", "en"),
    "status_piped_vi": ("status", "--lang", "vi"),
    "status_results_piped_en": ("status", *RESULTS, "--lang", "en"),
    "status_results_piped_vi": ("status", *RESULTS, "--lang", "vi"),
    "status_md_en": ("status", "--format", "md", "--lang", "en"),
    "status_results_md_vi": ("status", *RESULTS, "--format", "md", "--lang", "vi"),
    "status_economy_json": ("status", "--section", "economy", "--format", "json"),
}


@pytest.mark.parametrize("name", PIPED)
def test_what_a_pipe_gets_is_kept(tgkt: Tgkt, name: str) -> None:
    """Tables, Markdown and JSON in a pipe are the ones kept."""
    check_snapshot(name, tgkt(*PIPED[name]).out)


def test_the_head_of_csv_is_kept(tgkt: Tgkt) -> None:
    """The header and the first rows of CSV are the ones kept."""
    head = tgkt("status", "--format", "csv").out.splitlines()[:6]
    check_snapshot("status_csv_head", "\n".join(head) + "\n")


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [80, 100, 160])
def test_what_a_terminal_shows_is_kept(tgkt: Tgkt, width: int, lang: str) -> None:
    """Tables on a terminal of a common width are the ones kept."""
    shown = tgkt.screen("status", "--lang", lang, width=width, NO_COLOR="1")
    check_snapshot(f"status_terminal_{width}_{lang}", shown)


def test_the_results_on_a_narrow_terminal_are_kept(tgkt: Tgkt) -> None:
    """The table of results at 80 columns is the one kept."""
    shown = tgkt.screen("status", *RESULTS, "--lang", "vi", width=80, NO_COLOR="1")
    check_snapshot("status_results_terminal_80_vi", shown)


def test_validate_says_how_many_files_it_checked(tgkt: Tgkt) -> None:
    """Valid data are answered on standard error, and standard output stays empty."""
    done = tgkt("validate")
    assert (done.code, done.out) == (0, "")
    check_snapshot("validate", done.err)


def test_the_help_is_kept(tgkt: Tgkt) -> None:
    """The list of commands and options is the one kept."""
    check_snapshot("help", tgkt("--help", COLUMNS="80").out)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_is_kept(tgkt: Tgkt, command: str) -> None:
    """Each command's help is the one kept."""
    check_snapshot(f"help_{command}", tgkt(command, "--help", COLUMNS="80").out)
