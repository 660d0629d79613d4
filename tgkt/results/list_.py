"""What `tgkt list` shows: a line for each indicator, area, plan, section, origin or unit."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from tgkt.facts.catalogue import Area
from tgkt.facts.indicator import Indicator, Words
from tgkt.facts.plan import Plan
from tgkt.facts.statement import Origin
from tgkt.record import NamedTuple


class Subject(StrEnum):
    """What is listed."""

    INDICATORS = "indicators"
    AREAS = "areas"
    PLANS = "plans"
    SECTIONS = "sections"
    ORIGINS = "origins"
    UNITS = "units"


class Measure(StrEnum):
    """What a unit measures; a scale word measures nothing."""

    MONEY = "money"
    ENERGY = "energy"
    POWER = "power"
    MASS = "mass"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    TIME = "time"
    AGE = "age"
    COUNT = "count"
    SCORE = "score"
    INDEX = "index"
    RANK = "rank"
    NUMBER = "number"
    POINTS = "points"
    MILESTONE = "milestone"
    SCALE = "scale"


class IndicatorLine(NamedTuple):
    """An indicator, its numbers in the plan in force, other names that rows of plans give it, and its figures."""

    indicator: Indicator
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    figures: int


class AreaLine(NamedTuple):
    """An area, and how many figures are about it."""

    area: Area
    figures: int


class PlanLine(NamedTuple):
    """A plan: how many numbered targets and how many rows it has, and whether it is the one in force."""

    plan: Plan
    targets: int
    rows: int
    in_force: bool


class SectionLine(NamedTuple):
    """A section: how many indicators it has, and how many rows of the plan in force."""

    id: str
    title: Words
    indicators: int
    rows: int


class OriginLine(NamedTuple):
    """A document, and how many figures come from it."""

    origin: Origin
    figures: int


class UnitLine(NamedTuple):
    """A unit or a scale word.

    Attributes:
        name: how data write it.
        vietnamese: what it is called in Vietnamese.
        english: what it is called in English.
        measures: what it measures; `SCALE` of a scale word.
        times: how many `of` one of it is; a power of ten for a scale word.
        of: the unit it is derived from; empty of a base unit or a scale word.
        spellings: what else is read as it.
        own: whether the data folder declares it.
    """

    name: str
    vietnamese: str
    english: str
    measures: Measure
    times: Decimal | None
    of: str
    spellings: tuple[str, ...]
    own: bool = False


Line = IndicatorLine | AreaLine | PlanLine | SectionLine | OriginLine | UnitLine
