"""The effect of arriving figures, computed before anything is written."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.indicator import Indicator
from tgkt.facts.statement import Statement
from tgkt.facts.units import Unit
from tgkt.record import NamedTuple
from tgkt.results.computed import Amount
from tgkt.results.diff import Diff
from tgkt.series.misprints import Guess
from tgkt.series.slips import Doubt


class Suspect(NamedTuple):
    """A figure that looks wrong.

    Attributes:
        statement: the figure.
        indicator: what it is about.
        doubt: why it looks wrong.
        against: the figure it was compared with, in its printed unit; None where it is only outside its limits.
        low: the lowest value there can be, in the same unit; infinite where there is no limit.
        high: the highest.
        unit: the unit of all of them.
        guesses: the figures that may have been meant, the likeliest first.
    """

    statement: Statement
    indicator: Indicator
    doubt: Doubt
    against: Amount | None
    low: Decimal
    high: Decimal
    unit: Unit
    guesses: tuple[Guess, ...]


class Arrival(NamedTuple):
    """The effect of arriving figures: new and revised figures, suspect ones, and rows whose standing changes."""

    diff: Diff
    suspects: tuple[Suspect, ...]

    @property
    def to_accept(self) -> tuple[Suspect, ...]:
        """The figures that are taken only where somebody says that they are right."""
        return tuple(each for each in self.suspects if each.doubt.needs_acceptance)

    @property
    def to_warn_of(self) -> tuple[Suspect, ...]:
        """The figures that are taken and warned of."""
        return tuple(each for each in self.suspects if not each.doubt.needs_acceptance)
