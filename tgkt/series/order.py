"""Which of several statements about one figure counts.

They are ordered by: whether another supersedes them, status, issuer of the document, date of the document. The order
of files decides nothing. Dates are compared at the precision that both have, so 2026 ties with 2026-05. Statements
that tie and cannot all be true are disputed: the value is that of the plan's own document, the interval the hull of
all.

A later figure is a revision unless its issuer ranks lower, or the two differ by a factor of 10 or 1,000, give or take a
fifth (0.8 to 1.25 times that factor). Source: docs/methods.md, "Which figure counts" and "Audit".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tgkt.arithmetic.quantity import CONTEXT, Quantity
from tgkt.facts.interval import Interval
from tgkt.facts.statement import Issuer, Origin, Statement, Status
from tgkt.record import NamedTuple

_STATUSES = (Status.OFFICIAL, Status.PROVISIONAL, Status.ESTIMATED, Status.DERIVED, Status.FORECAST)
_ISSUERS = (*Issuer, None)


class Candidate(NamedTuple):
    """A statement with its status, document and quantity, which decide whether it counts."""

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
    if len(candidates) == 1:
        return Choice(candidates[0], candidates[0].quantity.interval, (), ())
    replaced = {origin for each in candidates for origin in each.statement.supersedes}
    ranks = {id(each): _rank(each, replaced) for each in candidates}
    ranked = sorted(candidates, key=lambda each: (*ranks[id(each)], _newest_first(each.date), *_settled(each)))
    tied = [each for each in ranked if not any(_is_beaten(each, other, ranks) for other in ranked)]
    tied.sort(key=_settled)
    best, apart = tied[0], _apart(tied)
    interval = _hull(tied) if apart else best.quantity.interval
    others = [*tied[1:], *(each for each in ranked if each not in tied)]
    return Choice(best, interval, tuple(tied[1:]) if apart else (), tuple(others))


def is_revision(later: Candidate, earlier: Candidate) -> bool:
    """Whether a later figure that differs replaces an earlier one, rather than contradicting it.

    It does if its document says so, or if it is dated later, its issuer ranks no lower and the two do not differ by a
    factor of 10 or 1,000. A document without a date cannot be shown to be earlier.
    """
    if earlier.statement.origin in later.statement.supersedes:
        return True
    if not earlier.date or not _is_later(later.date, earlier.date) or later.issuer > earlier.issuer:
        return False
    return times_apart(later.quantity, earlier.quantity) is None


def precedence(status: Status, origin: Origin | None) -> tuple[int, int, str]:
    """The sort key of statements that nothing supersedes: status, issuer, date, those that count more first."""
    date = (origin.date if origin else None) or ""
    return _STATUSES.index(status), _ISSUERS.index(origin.issuer if origin else None), _newest_first(date)


def _rank(each: Candidate, replaced: set[str]) -> tuple[bool, int, int]:
    """The part of the sort key before the date; the smallest counts most."""
    return each.statement.origin in replaced, _STATUSES.index(each.status), each.issuer


def _is_beaten(each: Candidate, other: Candidate, ranks: Mapping[int, tuple[bool, int, int]]) -> bool:
    """Whether the other statement counts more."""
    own, rival = ranks[id(each)], ranks[id(other)]
    return _is_later(other.date, each.date) if own == rival else rival < own


def _is_later(date: str, other: str) -> bool:
    """Whether a date lies after another at the precision both have; one that is unknown lies before every other."""
    precision = min(len(date), len(other)) or len(date)
    return date[:precision] > other[:precision]


def _newest_first(date: str) -> str:
    """A date as a text that sorts the later ones first and those without one last."""
    return date.translate(_TURNED) if date else "~"


_TURNED = {ord(digit): str(9 - int(digit)) for digit in "0123456789"}


def _settled(each: Candidate) -> tuple[object, ...]:
    """The sort key of statements that tie: the plan's own first, then the narrowest, then by document and place."""
    spread, stated = each.quantity.interval, each.statement
    width = CONTEXT.subtract(spread.high, spread.low)
    return not each.is_own, width, stated.origin, stated.locator, stated.printed, str(stated.source)


def _apart(tied: Sequence[Candidate]) -> bool:
    """Whether the intervals of all statements have no value in common."""
    common: Interval | None = tied[0].quantity.interval
    for each in tied[1:]:
        common = common.intersect(each.quantity.interval) if common else None
    return common is None


def _hull(tied: Sequence[Candidate]) -> Interval:
    low = min(each.quantity.interval.low for each in tied)
    return Interval(low, max(each.quantity.interval.high for each in tied))


def times_apart(one: Quantity, other: Quantity) -> int | None:
    """The factor of 10 or 1,000 by which two figures differ, give or take a fifth; None where they do not."""
    return next((factor for factor in (10, 1000) if _is_slip(one, other, factor)), None)


def _is_slip(one: Quantity, other: Quantity, factor: int) -> bool:
    """Whether the larger figure is 0.8 to 1.25 times the factor times the smaller."""
    if not one.value or not other.value:
        return False
    low, high = sorted((one.value.copy_abs(), other.value.copy_abs()))
    times = CONTEXT.divide(CONTEXT.divide(high, low), Decimal(factor))
    return _LEAST <= times <= _MOST


_LEAST, _MOST = Decimal("0.8"), Decimal("1.25")
