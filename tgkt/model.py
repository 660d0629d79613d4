"""Declared facts: what the data files say, checked and typed, with the place each stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tgkt.figure import Comparator, Figure
from tgkt.formula import Identity, Reference, Term
from tgkt.interval import INFINITY
from tgkt.period import Period
from tgkt.source import Source
from tgkt.units import Unit


class Kind(StrEnum):
    """What sort of quantity an indicator is; it decides which arithmetic makes sense."""

    LEVEL = "level"
    SHARE = "share"
    RATE_PER = "rate_per"
    GROWTH = "growth"
    CHANGE = "change"
    RATIO = "ratio"
    INDEX = "index"
    COUNT = "count"
    RANK = "rank"
    MILESTONE = "milestone"
    STRUCTURE = "structure"


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


class Path(StrEnum):
    """The shape of the way from baseline to target."""

    GEOMETRIC = "geometric"
    LINEAR = "linear"
    STEP = "step"
    HOLD = "hold"


class Price(StrEnum):
    """The price basis of money."""

    CURRENT = "current"
    CONSTANT = "constant"


class Timing(StrEnum):
    """How a figure relates to its period."""

    IN_YEAR = "in_year"
    AVERAGE = "average"
    TOTAL = "total"
    EVERY_YEAR = "every_year"
    BEFORE = "before"


class Status(StrEnum):
    """How settled a figure is."""

    OFFICIAL = "official"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    DERIVED = "derived"


class Aggregation(StrEnum):
    """How the merged province's value follows from its constituents."""

    SUM = "sum"
    RATIO = "ratio"
    WEIGHTED = "weighted"
    GROWTH = "growth"
    NONE = "none"


class Words(NamedTuple):
    """A text in both languages."""

    vi: str
    en: str

    def within(self, lang: str) -> str:
        return self.vi if lang == "vi" else self.en


class Blend(NamedTuple):
    """The declared aggregation of an indicator and the indicators it needs."""

    by: Aggregation
    weight: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A province; `constituents` are the areas it was merged from."""

    id: str
    title: Words
    constituents: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Origin:
    """A document that figures come from."""

    id: str
    title: Words
    short: Words
    date: str | None
    url: str | None
    note: Words | None
    source: Source


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured: declared once, whatever the number of places that print it."""

    id: str
    section: str
    title: Words
    unit: Unit
    kind: Kind
    direction: Direction
    path: Path
    price: Price | None
    blend: Blend
    floor: Decimal
    ceiling: Decimal
    parts: tuple[str, ...]
    definition: Words | None
    source: Source


@dataclass(frozen=True, slots=True)
class Statement:
    """One printed figure about one indicator, area and period, with its origin.

    A target, a baseline, a result and an observation are all statements. `figure` is None for a
    milestone; `values` holds the shares of a structure; `reached` a milestone's printed yes or no.
    `times` turns the figure from its own unit into the indicator's.
    """

    indicator: str
    area: str
    period: Period
    timing: Timing
    comparator: Comparator
    figure: Figure | None
    values: tuple[Figure, ...]
    reached: bool | None
    unit: Unit
    times: Decimal
    printed_unit: str | None
    relative_to: int | None
    status: Status | None
    ambition: bool
    printed: str
    origin: str
    locator: str
    excludes: tuple[str, ...]
    note: Words | None
    source: Source


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a plan: what is promised for an area and, later, what came of it."""

    plan: str
    code: str
    area: str
    indicator: Indicator
    label: str | None
    target: Statement | None
    baseline: Statement | None
    last_term: Statement | None
    result: Statement | None
    official: str | None
    origin: str
    locator: str
    note: Words | None
    source: Source

    @property
    def unit(self) -> Unit:
        """The unit its target is printed in; the indicator's own for multiples and words."""
        stated = self.target is not None and self.target.figure is not None and self.target.relative_to is None
        return self.target.unit if stated and self.target else self.indicator.unit


class Gap(NamedTuple):
    """A row number the document leaves out."""

    area: str
    code: str
    note: Words


@dataclass(frozen=True, slots=True)
class Plan:
    """A document's table of targets."""

    id: str
    title: Words
    period: Period
    baseline: int
    origin: str
    gaps: tuple[Gap, ...]
    rows: tuple[Row, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Route:
    """One way to a weight: the formula of an area's share of a quantity within a merged area."""

    weight: str
    id: str
    title: Words
    area: str
    within: str
    period: Period
    formula: Term
    text: str
    assumes: Words | None
    source: Source


@dataclass(frozen=True, slots=True)
class Link:
    """How one figure of the plan follows from others, for what-if questions."""

    id: str
    title: Words
    computes: Reference
    formula: Term
    text: str
    assumes: Words | None
    source: Source


class Severity(StrEnum):
    """How much a finding matters: it changes a verdict or a target's meaning; a figure; or only a label."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Declared:
    """An identity the data files declare: a formula that printed figures should satisfy.

    `alternatives` are the same formula under other reasonable values of what it assumes.
    """

    id: str
    kind: str
    formula: Identity
    alternatives: tuple[Identity, ...]
    says: Words | None
    assumes: Words | None
    severity: Severity
    source: Source


@dataclass(frozen=True, slots=True)
class Break:
    """A place where two figures of one name cannot be chained: another standard, denominator or definition."""

    id: str
    indicator: str
    says: Words
    severity: Severity
    source: Source


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the data files declare."""

    areas: dict[str, Area]
    origins: dict[str, Origin]
    sections: dict[str, Words]
    indicators: dict[str, Indicator]
    plans: dict[str, Plan]
    observations: tuple[Statement, ...]
    routes: tuple[Route, ...] = ()
    links: tuple[Link, ...] = ()
    identities: tuple[Declared, ...] = ()
    breaks: tuple[Break, ...] = ()
    _index: dict[tuple[str, str], list[Statement]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for statement in self.observations:
            self._index.setdefault((statement.indicator, statement.area), []).append(statement)

    def about(self, indicator: str, area: str) -> list[Statement]:
        """Every statement about an indicator in an area, in declared order, targets left out."""
        return self._index.get((indicator, area), [])

    def newest_year(self) -> int:
        """The last year any measured figure speaks of: the default of `--as-of`."""
        observed = (s.period.last for s in self.observations if not s.ambition)
        return max(observed, default=max((plan.baseline for plan in self.plans.values()), default=0))


UNLIMITED = (-INFINITY, INFINITY)
