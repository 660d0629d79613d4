"""Numbers of statistics offices with the digits that they print, and the unit with its power of ten."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from tgkt.facts.units import OwnUnits, Unit, as_read, definitions, factor_of, find_unit, is_english, split
from tgkt.loading.tabular.measures import measure
from tgkt.loading.tabular.notation import Notation, number
from tgkt.loading.tabular.statistical.marks import NOTHING
from tgkt.loading.tabular.values import CellError
from tgkt.record import NamedTuple

_EXPONENT = re.compile(r"-?\d+(?:\.\d+)?[eE][-+]?\d+", re.ASCII)
_PERCENT = {"PT", "PC", "PCT", "PERCENT", "PERCENTAGE"}  # codes of SDMX
_MOST_DIGITS, _MOST_DECIMALS = 40, 15
_LONG = Context(prec=4 * _MOST_DIGITS)


class Printed(NamedTuple):
    """A number with the digits that are printed of it, and the number itself where it has more."""

    value: Decimal
    held: Decimal | None = None


@lru_cache(maxsize=4096)
def printed(text: str, decimals: str, notation: Notation) -> Printed:
    """Read a number, and give it the decimals with which the office prints it.

    Args:
        text: the number as written.
        decimals: how many decimals are printed; empty where the file does not say.
        notation: how the numbers of the file are written.

    Raises:
        CellError: it is no number, or a far too long one, or the decimals are none.
    """
    value = _read(text, notation)
    if not decimals:
        return Printed(value)
    if not (decimals.isascii() and decimals.isdigit() and int(decimals) <= _MOST_DECIMALS):
        raise CellError("'{text}' is no number of decimals. Write 0 to {most}", text=decimals, most=_MOST_DECIMALS)
    shown = value.quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP, _LONG)
    return Printed(shown, None if shown == value else value)


def _read(text: str, notation: Notation) -> Decimal:
    if not _EXPONENT.fullmatch(text):
        if len(text) > _MOST_DIGITS:
            raise _endless(text)
        return number(text, notation)
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise _endless(text) from None
    if abs(value.adjusted()) >= _MOST_DIGITS or len(value.as_tuple().digits) > _MOST_DIGITS:
        raise _endless(text)
    return Decimal(f"{value:f}")


def _endless(text: str) -> CellError:
    return CellError(
        "'{text}' has more than {most} digits. Get the file again, or leave this value out",
        text=text if len(text) <= _MOST_DIGITS else f"{text[:_MOST_DIGITS]}…",
        most=_MOST_DIGITS,
    )


@lru_cache(maxsize=4096)
def measured(named: str, unit: str, power: str, declared: Unit, own: OwnUnits) -> Unit | None:
    """The unit of a number; None where it is the declared one.

    Args:
        named: the unit that the user names; empty where nobody does.
        unit: the unit that the file names.
        power: the power of ten that the file says it is counted in.
        declared: the unit of the indicator.
        own: the units that the data declare.

    Raises:
        CellError: the unit is not known, or measures something else, or is counted otherwise than the power says.
    """
    ours = _without_scale(declared) if power else declared.text
    found = measure(named or _known(unit, ours, own) or ours, declared, own).unit
    if power:
        found = _scaled(found, _power(power), declared, own)
    return None if (found.base, found.scale) == (declared.base, declared.scale) else found


def _known(unit: str, ours: str, own: OwnUnits) -> str:
    """The unit that the file names; empty where it names none.

    Raises:
        CellError: it is no unit that is known here.
    """
    if unit.casefold() in NOTHING:
        return ""
    text = _spelt(unit)
    if find_unit(as_read(text, own), own) is None:
        raise CellError(
            'the unit \'{unit}\' is not known. Say what it is in a file for --map: unit: {{"{unit}": "{ours}"}}',
            unit=unit,
            ours=ours,
        )
    return text


def _spelt(unit: str) -> str:
    """A code of SDMX as a unit: PC is %, and VND_PER_person is what it says."""
    parts = unit.split("_PER_")
    return "/".join("%" if part.upper() in _PERCENT else part.replace("_", " ") for part in parts)


def _scaled(unit: Unit, power: int, declared: Unit, own: OwnUnits) -> Unit:
    """A unit counted in a power of ten; one that says a power itself must say the same."""
    there, _ = factor_of(split(unit.text)[0], unit.own)
    if there == power:
        return unit
    if there:
        raise CellError(
            "the file says 10^{power}, and the unit '{unit}' is 10^{there}. Write the unit without its scale word",
            power=power,
            unit=unit.text,
            there=there,
        )
    known = definitions()
    word = next((name for name, digits in known.scales.items() if digits == power), "")
    spelt = known.english.get(word, "") if is_english(declared) else word.replace("_", " ")
    if not spelt or find_unit(f"{spelt} {unit.text}", own) is None:
        raise CellError(
            "'{unit}' is not counted in 10^{power}. Multiply the values, or name the unit in a file for --map",
            unit=unit.text,
            power=power,
        )
    return measure(f"{spelt} {unit.text}", declared, own).unit


def _without_scale(unit: Unit) -> str:
    """The unit without the scale word of what stands above the line."""
    above, *below = split(unit.text)
    _, word = factor_of(above, unit.own)
    bare = "%" if word == "phần_trăm" else word.replace("_", " ")
    return "/".join((bare, *below))


def _power(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,2}", text, re.ASCII):
        raise CellError("'{text}' is no power of ten. Write e.g. 6 for millions", text=text)
    return int(text)
