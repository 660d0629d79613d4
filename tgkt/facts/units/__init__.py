"""Units: words of `units.txt` and of the data folder, read without pint, converted with it."""

from tgkt.facts.units.convert import (
    CONSTANT,
    PERCENT,
    PERCENT_A_YEAR,
    POINTS,
    POINTS_A_YEAR,
    TIMES,
    a_year,
    at_constant_prices,
    dimensions,
    factor,
    is_money,
    registry,
    root_unit,
    same_dimension,
)
from tgkt.facts.units.definitions import DEFINITIONS, definitions
from tgkt.facts.units.names import english, is_english, scale_word
from tgkt.facts.units.own import MEASURES, Declared, Names, own_units, parse_own
from tgkt.facts.units.signs import SIGNS
from tgkt.facts.units.unit import NO_OWN, OwnUnit, OwnUnits, Unit, factor_of, find_unit, parse_unit, split

__all__ = [
    "CONSTANT",
    "DEFINITIONS",
    "MEASURES",
    "NO_OWN",
    "PERCENT",
    "PERCENT_A_YEAR",
    "POINTS",
    "POINTS_A_YEAR",
    "SIGNS",
    "TIMES",
    "Declared",
    "Names",
    "OwnUnit",
    "OwnUnits",
    "Unit",
    "a_year",
    "at_constant_prices",
    "definitions",
    "dimensions",
    "english",
    "factor",
    "factor_of",
    "find_unit",
    "is_english",
    "is_money",
    "own_units",
    "parse_own",
    "parse_unit",
    "registry",
    "root_unit",
    "same_dimension",
    "scale_word",
    "split",
]
