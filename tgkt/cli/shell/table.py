"""What the commands take, read from a table that `tools/completion.py` makes of the commands themselves.

Each line of `table.tsv` is a command or one of its options and arguments, in six columns: the command, the names of
the option or the number of the argument, what sort of value it takes, the words it takes, how often, and its help.
"""

from __future__ import annotations

from pathlib import Path

from tgkt.language import Homonym
from tgkt.record import NamedTuple

TABLE = Path(__file__).with_name("table.tsv")
FLAG, CLOSED, LIST, MANY = "flag", "words", ",", "many"
MEANING = "^"  # stands before the meaning that distinguishes a label from others of the same text


class Parameter(NamedTuple):
    """An option or an argument of a command.

    Attributes:
        names: the names of an option, the longest form first; empty for an argument.
        takes: the sort of value, which `values` knows; "flag" for none, empty where anything may be typed.
        is_list: whether several values may stand in one word, with commas.
        words: the values of a closed list, each with the words a reader knows it by, or with none.
        is_repeatable: whether it may stand several times.
        help: what it is for, in English.
    """

    names: tuple[str, ...]
    takes: str
    is_list: bool
    words: tuple[tuple[str, str | Homonym], ...]
    is_repeatable: bool
    help: str


class Command(NamedTuple):
    """A command: what it is for, and what it takes in the order of its help; the name "" is tgkt itself."""

    name: str
    help: str
    parameters: tuple[Parameter, ...]

    @property
    def options(self) -> tuple[Parameter, ...]:
        return tuple(each for each in self.parameters if each.names)

    @property
    def arguments(self) -> tuple[Parameter, ...]:
        return tuple(each for each in self.parameters if not each.names)


def commands() -> dict[str, Command]:
    """Every command by its name, in the order of the help."""
    found: dict[str, Command] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        command, names, *cells = line.split("\t")
        if not names:
            found[command] = Command(command, cells[-1], ())
        else:
            parameter = _parameter(names, *cells)
            found[command] = found[command]._replace(parameters=(*found[command].parameters, parameter))
    return found


def _parameter(names: str, takes: str, words: str, often: str, told: str) -> Parameter:
    return Parameter(
        tuple(names.split()) if names.startswith("-") else (),
        takes.removesuffix(LIST),
        takes.endswith(LIST),
        tuple(_word(each) for each in words.split("|") if each),
        often == MANY,
        told,
    )


def _word(text: str) -> tuple[str, str | Homonym]:
    word, _, label = text.partition("=")
    told, sign, meaning = label.partition(MEANING)
    return word, Homonym(told, meaning) if sign else told
