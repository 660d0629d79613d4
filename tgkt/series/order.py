"""Which of several statements about one figure counts.

The order: what supersedes another · status · issuer of the document · its date. The order of files decides nothing.
What none of these tells apart is a tie; dates are compared at the precision both have, so 2026 ties with 2026-05.
A tie of figures that cannot all be true is a dispute: the value is that of the plan's own document, the interval the
hull of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tgkt.arithmetic.quantity import CONTEXT, Quantity
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
    replaced = {origin for each in candidates for origin in each.statement.supersedes}
    ranked = sorted(candidates, key=lambda each: (*_rank(each, replaced), _newest_first(each.date), *_settled(each)))
    tied = [each for each in ranked if not any(_is_beaten(each, other, replaced) for other in ranked)]
    tied.sort(key=_settled)
    best, apart = tied[0], _apart(tied)
    interval = _hull(tied) if apart else best.quantity.interval
    others = [*tied[1:], *(each for each in ranked if each not in tied)]
    return Choice(best, interval, tuple(tied[1:]) if apart else (), tuple(others))


def is_revision(later: Candidate, earlier: Candidate) -> bool:
    """Whether a later figure that differs replaces an earlier one, rather than contradicting it.

    Its document must say so, or its issuer rank no lower and no factor of 10 or 1,000 lie between the two. Dates are
    compared at the precision that both have; of a document without one nobody knows that it came earlier.
    """
    if earlier.statement.origin in later.statement.supersedes:
        return True
    if not earlier.date or not _is_later(later.date, earlier.date) or later.issuer > earlier.issuer:
        return False
    return not any(_is_slip(later.quantity, earlier.quantity, factor) for factor in (10, 1000))


def precedence(status: Status, origin: Origin | None) -> tuple[int, int, str]:
    """What sorts statements that nothing supersedes, those that count more first."""
    date = (origin.date if origin else None) or ""
    return _STATUSES.index(status), _ISSUERS.index(origin.issuer if origin else None), _newest_first(date)


def _rank(each: Candidate, replaced: set[str]) -> tuple[bool, int, int]:
    """What decides before the date, the smallest first."""
    return each.statement.origin in replaced, _STATUSES.index(each.status), each.issuer


def _is_beaten(each: Candidate, other: Candidate, replaced: set[str]) -> bool:
    """Whether another counts more."""
    own, rival = _rank(each, replaced), _rank(other, replaced)
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
    """Among statements that tie: the plan's own, then the narrowest, then by document and place."""
    spread, stated = each.quantity.interval, each.statement
    width = CONTEXT.subtract(spread.high, spread.low)
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
    """Whether two figures differ by a factor, give or take a fifth."""
    if not one.value or not other.value:
        return False
    low, high = sorted((one.value.copy_abs(), other.value.copy_abs()))
    times = CONTEXT.divide(CONTEXT.divide(high, low), Decimal(factor))
    return _LEAST <= times <= _MOST


_LEAST, _MOST = Decimal("0.8"), Decimal("1.25")
