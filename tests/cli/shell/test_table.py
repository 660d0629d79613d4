"""The table of what commands take is what the commands declare."""

from __future__ import annotations

import pytest

from tgkt.cli.pages import COMMANDS
from tgkt.cli.shell.table import TABLE, commands
from tools.completion import table

from ..snapshot import check_file


def test_the_table_is_what_the_commands_declare() -> None:
    """Every option, argument, closed list and help text; `python tools/completion.py` writes it anew."""
    check_file(TABLE, table())


def test_every_command_stands_in_the_table() -> None:
    """In the order of the help, tgkt itself first."""
    assert list(commands()) == ["", *COMMANDS]


@pytest.mark.parametrize(
    ("option", "takes"),
    [
        ("--plan", "plan"),
        ("--area", "area"),
        ("--section", "section"),
        ("--lang", "language"),
        ("--data", "folder"),
        ("--output", "file"),
        ("--attention", "flag"),
        ("--format", "words"),
        ("--known-by", ""),
    ],
)
def test_an_option_has_its_sort_of_value(option: str, takes: str) -> None:
    """What is completed follows from the name of an option, its placeholder, its choices or its type."""
    (found,) = [each for each in commands()["status"].options if option in each.names]
    assert found.takes == takes


def test_words_of_a_closed_list_have_labels() -> None:
    """A reader knows them by the words of the tables."""
    (verdict,) = [each for each in commands()["status"].options if "--verdict" in each.names]
    assert verdict.is_list
    assert dict(verdict.words)["not_met"] == "✗ not met"
