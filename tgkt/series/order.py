"""Which of several statements about one figure counts.

The order: what supersedes another · status · issuer of the document · its date. The order of files decides nothing.
Statements that none of these parts are a tie. A tie of figures that cannot all be true is a dispute: the value is that
of the plan's own document, the interval the hull of all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tgkt.arithmetic.quantity import Quantity
from tgkt.facts.interval import Interval
from tgkt.facts.statement import Issuer, Origin, Statement, Status

_STATUSES = (Status.OFFICIAL, Status.PROVISIONAL, Status.ESTIMATED, Status.DERIVED, Status.FORECAST)
_ISSUERS = (*Issuer, None)


class Candidate(NamedTuple):
    """A statement with what decides whether it counts."""

    statement: Statement
    status: Status
    origin: Origin | None
    quantity: Quantity
    is_own: bool

    @property
    def issuer(self) -> int:
        """The rank of the document's issuer; smaller is higher."""
        return _ISSUERS.index(self.origin.issuer if self.origin else None)

    @property
    def date(self) -> str:
        """The document's date at its precision; without one it is the earliest."""
        return (self.origin.date if self.origin else None) or ""


class Choice(NamedTuple):
    """The statement that counts, the interval to compute with, and the others in their order."""

    best: Candidate
    interval: Interval
    disputed: tuple[Candidate, ...]
    others: tuple[Candidate, ...]


def choose(candidates: Sequence[Candidate]) -> Choice | None:
    """The one of several statements about the same figure that counts; None where there is none."""
    if not candidates:
        return None
    rank = _ranking(candidates)
    ranked = sorted(candidates, key=lambda each: (rank(each), _settled(each)))
    tied = [each for each in ranked if rank(each) == rank(ranked[0])]
    best = tied[0]
    apart = _apart(tied)
    hull = _hull(tied) if apart else best.quantity.interval
    return Choice(best, hull, tuple(tied[1:]) if apart else (), tuple(each for each in ranked if each is not best))


def is_revision(later: Candidate, earlier: Candidate) -> bool:
    """Whether a later figure that differs replaces an earlier one, rather than contradicting it.

    Its document must say so, or its issuer rank no lower and no factor of 10 or 1,000 lie between the two. Dates are
    compared at the precision that both have.
    """
    if earlier.statement.origin in later.statement.supersedes:
        return True
    precision = min(len(later.date), len(earlier.date))
    if later.date[:precision] <= earlier.date[:precision] or later.issuer > earlier.issuer:
        return False
    return not any(_is_slip(later.quantity, earlier.quantity, factor) for factor in (10, 1000))


def _ranking(candidates: Sequence[Candidate]) -> Callable[[Candidate], tuple[object, ...]]:
    """What decides among these, the smallest first; dates are compared at the precision they all have."""
    replaced = {origin for each in candidates for origin in each.statement.supersedes}
    precision = min((len(each.date) for each in candidates if each.date), default=0)

    def rank(each: Candidate) -> tuple[object, ...]:
        newest_first = each.date[:precision].translate(_TURNED) if each.date else "~"
        return each.statement.origin in replaced, _STATUSES.index(each.status), each.issuer, newest_first

    return rank


_TURNED = {ord(digit): str(9 - int(digit)) for digit in "0123456789"}


def _settled(each: Candidate) -> tuple[object, ...]:
    """Among statements that tie: the plan's own, then the narrowest, then by document and place."""
    spread, stated = each.quantity.interval, each.statement
    width = spread.high - spread.low
    return not each.is_own, width, stated.origin, stated.locator, stated.printed, str(stated.source)


def _apart(tied: Sequence[Candidate]) -> bool:
    """Whether no value fits all of them."""
    common: Interval | None = tied[0].quantity.interval
    for each in tied[1:]:
        common = common.intersect(each.quantity.interval) if common else None
    return common is None


def _hull(tied: Sequence[Candidate]) -> Interval:
    low = min(each.quantity.interval.low for each in tied)
    return Interval(low, max(each.quantity.interval.high for each in tied))


def _is_slip(one: Quantity, other: Quantity, factor: int) -> bool:
    """Whether two figures are the same digits with the decimal mark elsewhere, give or take a fifth."""
    if not one.value or not other.value:
        return False
    low, high = sorted((abs(one.value), abs(other.value)))
    return low * factor * 4 <= high * 5 and high * 4 <= low * factor * 5
