"""The line that is being typed: its command, what is given already, and what the word at its end is to be."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.cli.shell.table import FLAG, Command, Parameter
from tgkt.record import NamedTuple

_BREAKS = "=:"  # bash takes words apart at these
_ALONE = "overview"  # the command that options without a command belong to


class Line(NamedTuple):
    """A line up to the cursor.

    Attributes:
        command: the command, or None while it is to be typed itself.
        given: the values of options by the option's first name; a flag has the value "".
        places: the arguments before the word that is typed.
        option: the option whose value is typed, if one is.
        before: what stands before the value within its word, as `--plan=`.
        typed: what there is of the value, without quotes.
        is_literal: whether `--` stands before: nothing is an option any more.
    """

    command: Command | None
    given: dict[str, list[str]]
    places: list[str]
    option: Parameter | None
    before: str
    typed: str
    is_literal: bool

    @property
    def is_option(self) -> bool:
        """Whether the name of an option is typed."""
        return self.option is None and not self.is_literal and self.typed.startswith("-")

    @property
    def argument(self) -> Parameter | None:
        """The argument that is typed, where the command takes one more."""
        arguments = self.command.arguments if self.command else ()
        if len(self.places) < len(arguments):
            return arguments[len(self.places)]
        return arguments[-1] if arguments and arguments[-1].is_repeatable else None


def line_of(words: Sequence[str], known: dict[str, Command]) -> Line:
    """Read a line.

    Args:
        words: its words after the program's name, the last one being typed; quotes stand as typed.
        known: the commands.
    """
    *before, typed = [plain(word) for word in words] or [""]
    if not before and not typed.startswith("-"):
        return Line(None, {}, [], None, "", typed, is_literal=False)
    if not before or before[0].startswith("-"):
        return _read(_alone(known), before, typed)
    if before[0] not in known:
        return Line(Command("", "", ()), {}, before, None, "", typed, is_literal=True)
    return _read(known[before[0]], before[1:], typed)


def _alone(known: dict[str, Command]) -> Command:
    """What may be typed without a command: the options of tgkt itself, and those of the screen it shows."""
    own, shown = known[""], known[_ALONE]
    return shown._replace(parameters=(*own.parameters, *(each for each in shown.options if each not in own.options)))


def _read(command: Command, before: Sequence[str], typed: str) -> Line:
    options = {name: each for each in command.options for name in each.names}
    given: dict[str, list[str]] = {}
    places: list[str] = []
    waiting: Parameter | None = None
    is_literal = False
    for word in before:
        name, sign, value = word.partition("=")
        if waiting is not None:
            given.setdefault(waiting.names[0], []).append(word)
            waiting = None
        elif is_literal or not word.startswith("-") or word == "-":
            places.append(word)
        elif word == "--":
            is_literal = True
        elif (option := options.get(name)) is not None:
            waiting = None if sign or option.takes == FLAG else option
            if waiting is None:
                given.setdefault(option.names[0], []).append(value)
    if waiting is None and not is_literal and (found := _with_value(typed, options)) is not None:
        name, _, value = typed.partition("=")
        return Line(command, given, places, found, f"{name}=", value, is_literal)
    return Line(command, given, places, waiting, "", typed, is_literal)


def _with_value(word: str, options: dict[str, Parameter]) -> Parameter | None:
    """The option of a word such as `--plan=x`."""
    name, sign, _ = word.partition("=")
    found = options.get(name) if sign else None
    return found if found is not None and found.takes != FLAG else None


def plain(word: str) -> str:
    """A word as the program would be given it: without quotes, closed or not, and backslashes."""
    text, quote, is_escaped = "", "", False
    for letter in word:
        if is_escaped or (quote == "'" and letter != "'") or letter not in "\"'\\":
            text, is_escaped = text + letter, False
        elif letter == "\\":
            is_escaped = True
        elif quote in ("", letter):
            quote = "" if quote else letter
        else:
            text += letter
    return text


def whole(words: Sequence[str]) -> tuple[list[str], str]:
    """The words of a line that bash took apart, put together again.

    Returns:
        The words, and the part of the last one that bash does not replace, without quotes.
    """
    found: list[str] = []
    is_open, kept = False, ""
    for word in words:
        is_break = bool(word) and not word.strip(_BREAKS)
        if found and (is_break or is_open):
            kept = found[-1] + (word if is_break else "")
            found[-1] += word
        else:
            found.append(word)
            kept = ""
        is_open = is_break
    return found, plain(kept)
