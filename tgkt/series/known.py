"""What is known of an indicator in an area for a period: one value, and everything one may ask about it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tgkt.arithmetic.quantity import Quantity, range_in_roots
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.interval import Interval, point
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Status
from tgkt.series.certainty import Rest
from tgkt.series.order import Candidate


class How(StrEnum):
    """How a figure came to be known."""

    PRINTED = "printed"
    LATER = "later"
    COMPUTED = "computed"


class Known(NamedTuple):
    """A figure that counts.

    Attributes:
        period: the year or term it is about.
        quantity: its value, and the interval of what its printed digits stand for.
        region: what the words allow when the digits are taken as exact: a point, a range, or all beyond a bound.
        status: how settled it is, once its document's date is looked at.
        how: whether a document prints it or it was computed.
        rests: what an answer that uses it rests on.
        statement: the statement that counts; None where it was computed.
        inputs: every statement it stands on.
        others: statements about the same thing that do not count, in their order.
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

    @property
    def is_bound(self) -> bool:
        """Whether the document prints a bound and no value."""
        return self.statement is not None and self.statement.comparator in _BOUNDS

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
