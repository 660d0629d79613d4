"""A number as a person types it in a shell, perhaps with a unit."""

from __future__ import annotations

import re
from decimal import Decimal

from tgkt.errors import NotationError
from tgkt.facts.notation.number import TABLES, clean, document_number, plain_number
from tgkt.facts.units import NO_OWN, OwnUnits, Unit, is_english, parse_unit


def read_argument(text: str, notation: str | None = None, own: OwnUnits = NO_OWN) -> tuple[Decimal, Unit | None]:
    """Read a number as a person types it in a shell, perhaps with a unit.

    A bare number, or one with a % sign, is plain notation; a number beside unit words is Vietnamese notation, beside
    English words English. What does not fit is refused with both readings.

    Args:
        text: `126.8`, `7.35%`, `126,8 nghìn tỷ đồng`.
        notation: "plain" or "vi" decides where given.
        own: the units that the data folder declares.

    Raises:
        NotationError: the number fits neither notation.
        UnitError: the words are no unit.
    """
    text = clean(text)
    match = re.match(r"(-?[\d.,]+)\s*(.*)\Z", text)
    if not match:
        raise NotationError(
            f"'{text}' is not a number. Write digits, perhaps with a unit: 126.8 or '126,8 nghìn tỷ đồng'"
        )
    digits, words = match[1], match[2]
    unit = parse_unit(words, own) if words else None
    expected = notation or _beside(unit)
    try:
        return _read(digits, expected), unit
    except NotationError:
        raise NotationError(f"'{text}' is not {_named(expected)}. {_readings(digits)}") from None


def _beside(unit: Unit | None) -> str:
    """The notation of a number beside a unit."""
    if unit is None or unit.text == "%":
        return "plain"
    return "en" if is_english(unit) else "vi"


def _read(digits: str, notation: str) -> Decimal:
    return plain_number(digits) if notation == "plain" else document_number(digits, notation)


def _named(notation: str) -> str:
    marks = {".": "dot", ",": "comma"}
    if notation == "plain":
        return "plain notation (dot decimal)"
    table = TABLES[notation]
    return f"{table.name} notation ({marks[table.mark]} decimal)"


def _readings(digits: str) -> str:
    """How each notation reads the digits, and what to do."""
    told = []
    for name in ("plain", "vi"):
        try:
            told.append(f"--notation {name} reads {_read(digits, name)}")
        except NotationError:
            told.append(f"--notation {name} cannot read it")
    return "; ".join(told) + ". Choose one, or write the number otherwise"
