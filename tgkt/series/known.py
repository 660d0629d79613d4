"""The figure that is known for an indicator, area and period, with everything one may ask about it."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from tgkt.arithmetic.quantity import Quantity, range_in_roots
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.formula import Term
from tgkt.facts.indicator import Words
from tgkt.facts.interval import Interval, point
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Status
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.series.certainty import Rest, in_order
from tgkt.series.order import Candidate


class How(StrEnum):
    """How a figure came to be known.

    printed   a document prints it            later     a later release replaced the plan's own
    own       from other figures of the area  blend     from the parts of a merged area
    formula   by a declared formula           bounds    somewhere between the parts, whatever they weigh
    """

    PRINTED = "printed"
    LATER = "later"
    OWN = "own"
    BLEND = "blend"
    FORMULA = "formula"
    BOUNDS = "bounds"

    @property
    def is_derived(self) -> bool:
        """Whether no document prints the figure as it stands."""
        return self not in (How.PRINTED, How.LATER)


class Step(IntEnum):
    """The order in which derived figures are looked for; a figure is no better than the worst it is made of.

    PRINTED        a document prints it
    OWN            from the area's own printed figures, without assumption
    COUNTED        from the parts, added up or weighed by what is printed
    WEIGHED        from the parts, weighed by derived weights
    ASSUMED        anything under a stated assumption
    BOUNDED        bounds whatever the weight
    """

    PRINTED = 0
    OWN = 1
    COUNTED = 2
    WEIGHED = 3
    ASSUMED = 4
    BOUNDED = 5


class Attempt(NamedTuple):
    """One attempt at a derived figure, whether or not it is the one that counts.

    Attributes:
        how: how it is derived.
        step: where it stands in the order.
        formula: the formula, in the language of formulas.
        interval: the values it allows, in root units.
        assumes: the assumptions under which it is right.
    """

    how: How
    step: Step
    formula: str
    interval: Interval
    assumes: tuple[Words | Reason, ...]


class Derivation(NamedTuple):
    """How a figure that no document prints follows from those that are.

    Attributes:
        step: where it stands in the order.
        formula: the formula, in the language of formulas.
        term: the same over printed figures alone; None where it cannot be written as one.
        assumes: the assumptions under which it is right.
        missing: the parts without a figure.
        attempts: every way it follows, those that count first.
    """

    step: Step
    formula: str
    term: Term | None = None
    assumes: tuple[Words | Reason, ...] = ()
    missing: tuple[str, ...] = ()
    attempts: tuple[Attempt, ...] = ()


class Known(NamedTuple):
    """A figure that counts.

    Attributes:
        period: the year or term it is about.
        quantity: its value, and the interval of what its printed digits stand for.
        region: the values that the words allow if the digits are exact: a point, a range, or everything beyond a bound.
        status: how settled it is, taking the date of its document into account.
        how: whether a document prints it or it was computed.
        rests: the reservations that an answer inherits from it.
        statement: the statement that counts; None where it was computed.
        inputs: every statement it stands on.
        others: statements about the same thing that do not count, in their order.
        derivation: how it follows from printed figures; None where a document prints it as it stands.
    """

    period: Period
    quantity: Quantity
    region: Interval
    status: Status
    how: How = How.PRINTED
    rests: tuple[Rest, ...] = ()
    statement: Statement | None = None
    inputs: tuple[Statement, ...] = ()
    others: tuple[Candidate, ...] = ()
    derivation: Derivation | None = None

    @property
    def step(self) -> Step:
        """Where it stands in the order of derived figures."""
        return self.derivation.step if self.derivation else Step.PRINTED

    @property
    def is_bound(self) -> bool:
        """Whether the document prints a bound and no value."""
        return self.statement is not None and self.statement.comparator in _BOUNDS

    @property
    def is_only_bounded(self) -> bool:
        """Whether it has no value to compute with: a printed floor or ceiling, or derived bounds."""
        return not self.region.is_point and (self.is_bound or self.derivation is not None)

    @property
    def origin(self) -> str | None:
        """The document of the statement that counts."""
        return self.statement.origin if self.statement else None


_BOUNDS = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN)


def region_of(figure: Figure, statement: Statement, limits: Interval | None = None) -> Interval:
    """The values a statement's words allow, its digits taken as exact, in root units.

    What is printed as "about" is graded by its number.

    Args:
        figure: the statement's figure.
        statement: the statement; its unit turns the figure into root units.
        limits: the declared limits of the indicator; None where they do not apply, as to a multiple.
    """
    allowed = point(figure.value) if figure.comparator is Comparator.ABOUT else figure.region()
    region = range_in_roots(allowed, statement.unit)
    return region if limits is None else region.intersect(limits) or region


def exact(value: Quantity) -> Interval:
    """The region of a computed value: the value itself."""
    return point(value.value)


def together(period: Period, value: Quantity, parts: list[Known]) -> Known:
    """A figure computed from several: as settled as the least settled of them, resting on all they rest on."""
    return Known(
        period=period,
        quantity=value,
        region=exact(value) if all(each.region.is_point for each in parts) else value.interval,
        status=max((each.status for each in parts), key=list(Status).index),
        how=How.OWN,
        rests=in_order(rest for each in parts for rest in each.rests),
        inputs=tuple(dict.fromkeys(stated for each in parts for stated in each.inputs)),
    )
