"""Units that a data folder declares: `{deaths: count, NOK: money, crore: 10 million INR}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from tgkt.errors import UnitError, closest
from tgkt.facts.units.convert import factor
from tgkt.facts.units.definitions import definitions
from tgkt.facts.units.unit import NO_OWN, OwnUnit, OwnUnits, as_word, find_unit, measure_of, parse_unit
from tgkt.message import Message
from tgkt.record import NamedTuple

MEASURES = ("money", "energy", "power", "mass", "length", "area", "volume", "time", "count", "score", "index", "rank")
"""What a unit of its own may measure; each such unit is a dimension of its own."""
_DERIVED = r"(?a)(\d+(?:\.\d+)?)\s+(.+)"
_HOW = Message(
    "Write what it measures ({measures}), or a number and a known unit: 0.0238846 Mtoe", measures=", ".join(MEASURES)
)


class Names(NamedTuple):
    """Other names of a declared unit: English, plural and singular, and Vietnamese."""

    english: str = ""
    singular: str = ""
    vietnamese: str = ""


class Declared(NamedTuple):
    """What a data folder says of one unit: its meaning, and perhaps names."""

    meaning: str
    names: Names = Names()


def own_units(declared: Mapping[str, Declared]) -> tuple[OwnUnits, dict[str, str]]:
    """The units of a data folder, whatever the order they stand in.

    Args:
        declared: the declaration of each, by name.

    Returns:
        The units that could be read, and messages about the others, except those derived from a wrong one.
    """
    own, problems, left = NO_OWN, dict[str, str](), dict(declared)
    while left:
        waiting = {as_word(name) for name in left}
        ready = [name for name in left if _through(left[name].meaning) not in waiting]
        for name in ready:
            if _through(left[name].meaning) in map(as_word, problems):
                continue
            try:
                own = parse_own(name, left[name].meaning, own, left[name].names)
            except UnitError as error:
                problems[name] = error.message
        if not ready:
            told = Message(
                "'{names}' are declared in terms of each other. Say what one of them measures", names=", ".join(left)
            )
            problems |= dict.fromkeys(left, told)
            break
        left = {name: each for name, each in left.items() if name not in ready}
    return own, problems


def parse_own(name: str, meaning: str, declared: OwnUnits = NO_OWN, names: Names | None = None) -> OwnUnits:
    """The declared units and one more.

    Args:
        name: how the unit is written. A word that is built in may be declared again only as what it is.
        meaning: what it measures, one of `MEASURES`; or `NUMBER OTHER_UNIT`.
        declared: the units declared before it.
        names: what else it is called.

    Raises:
        UnitError: the name or the meaning cannot be used; the message says why and what to write.
    """
    meaning = " ".join(meaning.split())
    word, spoken = as_word(name), names or Names()
    if declared.find(word):
        raise UnitError("the unit '{name}' is declared twice. Keep one", name=name)
    if _through(meaning) == word:
        raise UnitError("the unit '{name}' is declared in terms of itself. {how}", name=name, how=_HOW)
    unit = _unit(name, meaning, declared, spoken)
    if definitions().find(word):
        return _agreeing(name, meaning, declared)
    for each in {name, *spoken} - {""}:
        _require_usable(each, unit, declared)
    return OwnUnits((*declared.units, unit))


def _through(meaning: str) -> str:
    """The word of the unit that a meaning names, "" where it names none."""
    found = re.fullmatch(_DERIVED, " ".join(meaning.split()))
    return as_word(found[2]) if found else ""


def _unit(name: str, meaning: str, declared: OwnUnits, names: Names) -> OwnUnit:
    english = names.english or name.replace("_", " ")
    called = (name, english, names.singular or english, names.vietnamese or name.replace("_", " "))
    if meaning in MEASURES:
        return OwnUnit(*called, meaning)
    found = re.fullmatch(_DERIVED, meaning)
    if found is None:
        near = closest(meaning, MEASURES)
        how = Message("Did you mean '{word}'?", word=near[0]) if near else _HOW
        raise UnitError("the unit '{name}' cannot be '{meaning}'. {how}", name=name, meaning=meaning, how=how)
    if not Decimal(found[1]):
        raise UnitError("one '{name}' cannot be 0 {unit}. Write how many it is", name=name, unit=found[2])
    other = parse_unit(found[2], declared)
    if other.below:
        raise UnitError(
            "the unit '{name}' is declared in '{other}', a unit with a slash. Declare what stands before the slash",
            name=name,
            other=other.text,
        )
    return OwnUnit(*called, "", Decimal(found[1]).scaleb(other.scale), other.above[0])


def _agreeing(name: str, meaning: str, declared: OwnUnits) -> OwnUnits:
    """The declared units as they are, where a word that is built in is declared as what it is.

    Raises:
        UnitError: it is declared as something else.
    """
    built_in = parse_unit(name)
    found = re.fullmatch(_DERIVED, meaning)
    if found is None:
        measured = measure_of(built_in.above[0])
        if measured == meaning:
            return declared
        raise UnitError(
            "the unit '{name}' is built in and measures {measured}. Choose another name, or leave it out",
            name=name,
            measured=measured,
        )
    given, exact = Decimal(found[1]), factor(built_in, parse_unit(found[2], declared))
    if exact.quantize(given) == given:
        return declared
    raise UnitError(
        "the unit '{name}' is built in: it is {amount}. Choose another name, or leave it out",
        name=name,
        amount=f"{exact.normalize():f} {found[2]}",
    )


def _require_usable(name: str, unit: OwnUnit, declared: OwnUnits) -> None:
    """Refuse a name that would not be read back as this one unit.

    Raises:
        UnitError: with what to choose instead.
    """
    if name[:1].isdigit():
        raise UnitError("the unit '{name}' begins with a number. Begin its name with a letter", name=name)
    if as_word(name) in definitions().powers:
        raise UnitError("'{name}' is a scale word. Choose another name", name=name)
    if (taken := find_unit(name, declared)) is not None:
        raise UnitError("the unit '{name}' is read as '{unit}'. Choose another name", name=name, unit=taken.base)
    read = find_unit(name, OwnUnits((*declared.units, unit)))
    if read is None or read.scale or read.base != unit.word:
        raise UnitError("the unit name '{name}' contains a slash or a word for division. Choose another", name=name)
