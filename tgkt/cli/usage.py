"""Errors of the command line, as one line in the language of the run.

typer has these sentences in English only; each is recognised by its form and rebuilt from its parts as a message.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

from tgkt.message import Message

# The form of a sentence of typer, and our message for it; the groups are the names of its parts.
FORMS: tuple[tuple[str, Message], ...] = (
    (r"No such option: (?P<option>\S+)", Message("no such option: {option}.")),
    (r"No such option: (?P<option>\S+) \(Possible options: (?P<near>.+)\)",
     Message("no such option: {option}. Did you mean {near}?")),
    (r"Option '(?P<option>[^']+)' requires an argument\.?", Message("{option} needs a value.")),
    (r"Option '(?P<option>[^']+)' requires \d+ arguments\.?", Message("{option} needs more values.")),
    (r"Option '(?P<option>[^']+)' does not take a value\.?", Message("{option} takes no value.")),
    (r"Got unexpected extra arguments?\S* \((?P<words>.*)\)", Message("too many words: {words}.")),
    (
        r"Missing argument '(?P<name>[^']+)'\. Choose from: (?P<words>.+)",
        Message("{name} is missing. Use one of: {words}."),
    ),
    (r"Missing argument '(?P<name>[^']+)'\..*", Message("{name} is missing.")),
    (r"Missing option '(?P<name>.+)'\..*", Message("{name} is missing.")),
    (r"Missing command\.", Message("a command is missing.")),
    (r"Invalid value for (?P<name>.+?): '(?P<value>.*)' is not one of (?P<words>.+?)\.",
     Message("{name}: '{value}' is not one of {words}.")),
    (r"Invalid value for (?P<name>.+?): '(?P<value>.*)' is not a valid (?:int|integer|int range|integer range)\.",
     Message("{name}: '{value}' is not a whole number.")),
    (r"Invalid value for (?P<name>.+?): '(?P<value>.*)' is not a valid (?:float|float range)\.",
     Message("{name}: '{value}' is not a number.")),
    (r"Invalid value for (?P<name>.+?): (?P<value>.*) is not in the range (?P<low>.+)<=x<=(?P<high>.+)\.",
     Message("{name}: {value} is not within {low} and {high}.")),
    (r"Invalid value for (?P<name>.+?): (?P<value>.*) is not in the range (?P<range>.+)\.",
     Message("{name}: {value} is not in the range {range}.")),
    (r"Invalid value for (?P<name>.+?): (?P<told>.*)", Message("{name}: {told}")),
)  # fmt: skip


def usage(error: Any) -> Message:
    """A usage error of typer as one line, with the way to help."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "tgkt"
    told = said_anew(" ".join(error.format_message().split()))
    return Message("{command}: {told} Run '{command} --help' to see its options.", command=command, told=told)


def said_anew(sentence: str) -> str:
    """A sentence of typer as a message; one of an unknown form stays unchanged."""
    for form, message in FORMS:
        if found := re.fullmatch(form, sentence):
            parts = {name: _plain(part) for name, part in found.groupdict().items()}
            if "near" in parts:
                parts["near"] = min(parts["near"].split(", "), key=lambda near: _distance(near, parts["option"]))
            return Message(message.template, **parts)
    return sentence


def _plain(part: str) -> str:
    """A part without the quotes that typer puts around names of options and words of a list."""
    names = re.fullmatch(r"'(-[^']*)'(?: / '(-[^']*)')*", part)
    return part.replace("'", "").replace(" / ", "/") if names else part


def _distance(one: str, other: str) -> float:
    """How far one option is from another: 0 for the same."""
    return 1 - SequenceMatcher(None, one, other).ratio()
