"""Indicators: what is measured, in which unit, and which way is better."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tgkt.facts.units import Unit
from tgkt.source import Source


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


class Indicator(NamedTuple):
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
    grows_with: str | None = None
