"""Indicators: the thing measured, its unit, and the direction that is better."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from tgkt.facts.formula import Term, references
from tgkt.facts.period import Period
from tgkt.facts.units import Unit
from tgkt.record import NamedTuple
from tgkt.source import Source


class Kind(StrEnum):
    """The kind of quantity that an indicator is; it decides which arithmetic makes sense."""

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
    """How a merged area's value follows from its constituents."""

    SUM = "sum"
    RATIO = "ratio"
    WEIGHTED = "weighted"
    GROWTH = "growth"
    BOUNDS = "bounds"
    NONE = "none"


class Words(NamedTuple):
    """A text in one or several languages; for any other language, one of these texts is used.

    Attributes:
        vi: the text for readers of Vietnamese.
        en: the text for readers of English.
        others: the text in further languages, as pairs of a tag and the text.
    """

    vi: str
    en: str
    others: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.en

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text there is, each once."""
        return tuple(dict.fromkeys((self.vi, self.en, *(text for _, text in self.others))))

    def within(self, lang: str) -> str:
        """The text for readers of a language."""
        return self.vi if lang == "vi" else next((text for tag, text in self.others if tag == lang), self.en)


def in_one(text: str) -> Words:
    """A text that was written in one language, for readers of any."""
    return Words(text, text)


def in_several(texts: Mapping[str, str]) -> Words:
    """A text by language tag; English stands in where a language is missing, else the first there is."""
    first = texts.get("en") or next(iter(texts.values()))
    others = tuple((tag, text) for tag, text in texts.items() if tag not in ("vi", "en"))
    return Words(texts.get("vi") or first, texts.get("en", first), others)


class Blend(NamedTuple):
    """The declared aggregation of an indicator, with the indicators it needs and its assumption."""

    by: Aggregation
    weight: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    level: str | None = None
    assumes: Words | None = None


class Formula(NamedTuple):
    """A formula by which a figure that no document prints follows from others.

    Attributes:
        text: the formula as declared.
        term: the same, parsed; `[area, year]` in it stands for the area and the year that are asked.
        area: the only area it holds for; None where it holds for any.
        period: the only period it holds for; None where it holds for any year.
        assumes: what must hold for it to be right.
        source: where it is declared.
    """

    text: str
    term: Term
    area: str | None
    period: Period | None
    assumes: Words | None
    source: Source

    @property
    def is_of_targets(self) -> bool:
        """Whether it computes with targets: what follows is implied by the plan, and no figure."""
        return any(each.selector == "target" for each in references(self.term))


class Indicator(NamedTuple):
    """An indicator: declared once, in however many places it is printed.

    `inferred` names the keys that no file states and that follow from what it does state.
    """

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
    derive: tuple[Formula, ...] = ()
    proxy: str | None = None
    inferred: tuple[str, ...] = ()
    flow: bool | None = None

    @property
    def accumulates(self) -> bool | None:
        """Whether figures of parts of a year add up to the year's; None where no declared key decides it.

        A level or count accumulates where `flow` says so, where its unit is of a year, or where the total of a term is
        shared along its growth. A figure a month is an average, and every other kind stands or is of its own period.
        """
        if self.kind not in (Kind.LEVEL, Kind.COUNT):
            return False
        if self.flow is not None:
            return self.flow
        if self.unit.per("tháng"):
            return False
        return True if self.unit.per("năm") or self.grows_with else None
