"""Amounts typed on a command line: the one reader for `--set`, `--pace`, `--for`, `--weights` and calc."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from tgkt.arithmetic.quantity import Quantity, of_unit, require_same
from tgkt.errors import NotationError, UnitError, UsageError
from tgkt.facts.interval import point
from tgkt.facts.notation import NAMES, USUAL, Amount, Rules, Written, amount_in, notation_of, surprising, written
from tgkt.facts.units import TIMES
from tgkt.message import Message
from tgkt.notes import note

_PARTED = re.compile(r"\s*;\s*|,\s+|\s+(?=[\d+\-])")
_SHOWN = 4
WEIGHTS = "--weights"


def amounts_of(texts: Mapping[str, str], rules: Rules = USUAL) -> dict[str, Amount]:
    """The amounts of a call by their options, all read in one notation.

    Raises:
        UsageError: one is not a number, or no notation or two fit them all; with the option, or with both readings.
    """
    taken = {}
    for option, text in texts.items():
        with naming(option):
            taken[option] = written(text)
    notation = one_notation(list(taken.values()), rules)
    return {option: amount_in(each, notation) for option, each in taken.items()}


def one_notation(typed: Sequence[Written], rules: Rules) -> str:
    """The notation of a call; a note warns of numbers that would have another value if read alone.

    Raises:
        NotationError: none or two fit.
    """
    notation = notation_of(typed, rules)
    if rules.asked is None and (others := surprising(typed, notation)[:_SHOWN]):
        readings = "; ".join(f"{each.text} = {amount_in(each, notation).value:f}" for each in others)
        note(Message("Read in {notation}: {readings}", notation=NAMES[notation], readings=readings), only_terminal=True)
    return notation


@contextmanager
def naming(option: str) -> Iterator[None]:
    """Put the option before every error about its amount.

    Raises:
        UsageError: whatever was wrong with the amount.
    """
    try:
        yield
    except (NotationError, UnitError, UsageError) as error:
        raise UsageError(Message.joined(": ", (option, error.message))) from None


def parted(text: str) -> list[str]:
    """The items of a list: parted by semicolons, blanks, or commas where none is a decimal mark: "0,9;0,1", "1,1,2"."""
    text = text.strip()
    found = _PARTED.split(text)
    return found if len(found) > 1 else [each.strip() for each in text.split(",")]


def weights_of(amounts: Sequence[Amount]) -> list[Quantity]:
    """Weights as exact quantities: bare numbers, or in units that measure one thing.

    Raises:
        UsageError: some have a unit and some have none, or the units do not go together.
    """
    with naming(WEIGHTS):
        units = [each.unit(of=TIMES) for each in amounts]
        if (bare := next((each for each, unit in zip(amounts, units, strict=True) if unit is None), None)) and any(
            units
        ):
            raise unlike(bare, next(each for each in amounts if each.words))
        found = [
            of_unit(each.value, point(each.value), unit or TIMES) for each, unit in zip(amounts, units, strict=True)
        ]
        for each in found[1:]:
            require_same(found[0], each, "compare")
    return found


def unlike(bare: Amount | Written, other: Amount | Written) -> UsageError:
    """The message that a bare number does not go with one that has a unit."""
    return UsageError(
        "'{bare}' is a bare number and '{other}' has a unit. Give both a unit, or neither",
        bare=bare.text,
        other=other.text,
    )
