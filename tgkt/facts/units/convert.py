"""Turning one unit into another: pint with our own definitions, and the declared units of the two.

pint is imported where a unit is turned into another for the first time, because importing it costs more than the rest
of a command; what it answered is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import cache, reduce
from operator import or_
from typing import Any

from tgkt.errors import UnitError
from tgkt.facts.units.conversions import Factor, Pair, recalled, recorded
from tgkt.facts.units.definitions import definitions, registry_lines
from tgkt.facts.units.unit import NO_OWN, OwnUnit, OwnUnits, Unit, measure_of, parse_unit

CONSTANT = "_so_sánh"
_CONTEXT = Context(prec=28, rounding=ROUND_HALF_EVEN)
_OWN_MONEY = "¤"


@cache
def registry(own: OwnUnits = NO_OWN) -> Any:  # a pint.UnitRegistry; naming the type would import pint
    """The pint registry holding our definitions, those declared, and nothing else."""
    from pint import UnitRegistry  # lazy: costs more than any command that does not convert

    units: Any = UnitRegistry(None, non_int_type=Decimal)
    declared = [f"{_symbol(unit.word, own)} = {_meaning(unit, own)}" for unit in own.units]
    units.load_definitions([*registry_lines(), *declared])
    return units


def _symbol(word: str, own: OwnUnits) -> str:
    """How pint knows a unit: a declared one by its place, because its name may hold anything."""
    return next((f"own{place}" for place, unit in enumerate(own.units) if unit.word == word), word)


def _meaning(unit: OwnUnit, own: OwnUnits) -> str:
    return f"{unit.times:f} {_symbol(unit.of, own)}" if unit.of else f"[{_symbol(unit.word, own)}]"


def factor(unit: Unit, into: Unit) -> Decimal:
    """What a value in `unit` is multiplied by to be in `into`.

    Raises:
        UnitError: the two measure different things; the message names both.
    """
    if unit.base == into.base:
        return Decimal(1).scaleb(unit.scale - into.scale)
    own = unit.own | into.own
    one, other = ("/".join(_symbol(word, own) for word in (*each.above, *each.below)) for each in (unit, into))
    pair = Pair(one, other, own)
    turned = (recalled(pair) or recorded(pair, _asked(pair))).times
    if turned is None:
        raise UnitError(
            "'{unit}' cannot be converted to '{into}': they measure different things", unit=unit.text, into=into.text
        )
    return _CONTEXT.scaleb(turned, unit.scale - into.scale)


def _asked(pair: Pair) -> Factor:
    """What pint makes of a pair."""
    from pint.errors import DimensionalityError  # lazy: as above

    with localcontext(_CONTEXT):  # what is kept must not depend on who asked first
        try:
            return Factor(Decimal(registry(pair.own).Quantity(Decimal(1), pair.one).to(pair.other).magnitude))
        except DimensionalityError:
            return Factor(None)


@cache
def dimensions(unit: Unit) -> tuple[Decimal, tuple[tuple[str, int], ...]]:
    """What one of the unit is in root units, and their powers; a flow is a yearly flow, so time drops out.

    `triệu đồng/người/tháng` is 12,000,000 of đồng per người.
    """
    powers: dict[str, int] = {}
    times = Decimal(1).scaleb(unit.scale)
    for name, sign in [(each, 1) for each in unit.above] + [(each, -1) for each in unit.below]:
        if name in ("năm", "tháng"):
            times = times * 12 if name == "tháng" else times
            continue
        size, roots = rooted(name, unit.own)
        times = times * size**sign
        for root, power in roots:
            if root == "điểm_phần_trăm":  # a point is a hundredth too; only its sort distinguishes it from a percent
                times = times * Decimal("0.01") ** sign
            else:
                powers[root] = powers.get(root, 0) + sign * power
    return times, tuple(sorted((root, power) for root, power in powers.items() if power and root != "lần"))


@cache
def rooted(name: str, own: OwnUnits = NO_OWN) -> tuple[Decimal, tuple[tuple[str, int], ...]]:
    """A unit in root units, and their powers: read from plain definitions, else asked of pint."""
    size, power, seen = Decimal(1), 1, name
    while declared := own.find(seen) if own.units else None:
        if not declared.of:
            return size, (((_OWN_MONEY if declared.measure == "money" else "") + seen, 1),)
        size, seen = size * declared.times, declared.of
    while seen in definitions().meanings:
        times, unit, raised = definitions().meanings[seen]
        size *= times**power
        power *= raised
        if unit == seen:
            return size, ((seen, power),)
        seen = unit
    scaled = registry().Quantity(Decimal(1), seen).to_root_units()
    return size * scaled.magnitude, tuple((root, int(power)) for root, power in scaled.unit_items())


def is_money(root: str) -> bool:
    """Whether a root unit is money, at current or at constant prices."""
    if root.startswith(_OWN_MONEY):
        return True
    name = root.removesuffix(CONSTANT)
    return name in definitions().measures and measure_of(name) == "money"


def name_of_root(root: str, *, is_one: bool = False) -> tuple[str, str, bool]:
    """What a root unit is called in Vietnamese and in English, and whether it is money at constant prices.

    Args:
        root: the root unit, as `dimensions` gives it.
        is_one: whether one of it is meant, as below the stroke.
    """
    name = root.removeprefix(_OWN_MONEY).removesuffix(CONSTANT)
    plain, known = name.replace("_", " "), definitions()
    return plain, (known.singular if is_one else known.english).get(name, plain), root.endswith(CONSTANT)


def at_constant_prices(root: str) -> str:
    """The root unit of the same money at constant prices; what is no money stays."""
    return root + CONSTANT if is_money(root) and not root.endswith(CONSTANT) else root


def root_unit(roots: tuple[tuple[str, int], ...], of: Iterable[Unit]) -> Unit:
    """A unit of root units, for what no unit at hand measures.

    Args:
        roots: root units and their powers, as `dimensions` gives them.
        of: the units they come from, which may be declared ones.
    """
    own = reduce(or_, (unit.own for unit in of), NO_OWN)
    parts: dict[bool, list[str]] = {True: [], False: []}
    for root, power in roots:
        name = root.removeprefix(_OWN_MONEY)
        known = name in definitions().names or own.find(name)
        parts[power > 0] += [name if known else name.removesuffix(CONSTANT)] * abs(power)
    above, below = tuple(parts[True] or ["lần"]), tuple(parts[False])
    text = "/".join(["·".join(above), *below]).replace("_", " ")
    return Unit(text, 0, above, below, own.only((*above, *below)))


def same_dimension(unit: Unit, other: Unit) -> bool:
    """Whether values in the two units can be turned into one another."""
    try:
        factor(unit, other)
    except UnitError:
        return False
    return True


def a_year(unit: Unit) -> Unit:
    """The unit of a yearly change in something: `tỷ đồng/năm` of `tỷ đồng`; a unit that is a year's already stays."""
    return unit if unit.per("năm") or unit.per("tháng") else parse_unit(f"{unit.text}/năm", unit.own)


PERCENT = parse_unit("%")
PERCENT_A_YEAR = parse_unit("%/năm")
POINTS = parse_unit("điểm %")
POINTS_A_YEAR = parse_unit("điểm %/năm")
TIMES = parse_unit("lần")
MILESTONE = parse_unit("mốc")
