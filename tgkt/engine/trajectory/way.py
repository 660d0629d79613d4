"""The content of a trajectory of any form. All quantities are in root units."""

from __future__ import annotations

from enum import StrEnum

from tgkt.arithmetic.quantity import Quantity
from tgkt.engine.goal import Goal
from tgkt.facts.catalogue import Break
from tgkt.facts.indicator import Path
from tgkt.facts.plan import Row
from tgkt.facts.units import TIMES, Unit
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.results.status import Need
from tgkt.series.base import Base
from tgkt.series.certainty import Rest
from tgkt.series.known import Known


class Form(StrEnum):
    """The form of a target: a level by a year (multiples included), an average, a total, every year's figure, words."""

    LEVEL = "level"
    AVERAGE = "average"
    TOTAL = "total"
    EVERY_YEAR = "every_year"
    WORDS = "words"


class Apart(NamedTuple):
    """Figures that lie across a break from the target: shown, but compared with nothing.

    Attributes:
        at: the break.
        base: the base, where it lies there.
        newest: the newest figure there.
    """

    at: Break
    base: Base | None
    newest: Known | None


class Way(NamedTuple):
    """The way of one row.

    Attributes:
        row: the line of the plan.
        form: how its target moves.
        goal: what the target demands; of a multiple, as a level where its base is known.
        base: the figure it starts from.
        start: the base, or without one the first figure after it.
        observed: the figure of each year; for a total, the flow of each year.
        current: the newest figure; of an average or a total, that of the years so far.
        required: the value of the path in each year; for a total, cumulated.
        even: the same on an even path, where the shape of the path is an assumption.
        is_flat: whether the path is the target's edge in every year: it is held, or was met at the start.
        edge: the edge of the target to be reached, with its interval.
        whole: the pace required from the start to the end; None where none is.
        need: the pace or amount needed in each year left; None where the target is met or holds for every year.
        need_in: the measure of the need: percent a year, points or units a year, or a level.
        left: the years the need is spread over.
        earlier: the pace of the last term, in the measure of the need.
        span: the years the earlier pace speaks of.
        rests: what a comparison with the path rests on beyond the figures' own.
        reason: why there is no path.
        apart: figures on the other side of a break, which enter no other field.
    """

    row: Row
    form: Form
    goal: Goal | None = None
    base: Base | None = None
    start: Known | None = None
    observed: dict[int, Known] = {}  # noqa: RUF012 - never changed
    current: Known | None = None
    required: dict[int, Quantity] = {}  # noqa: RUF012 - never changed
    even: dict[int, Quantity] = {}  # noqa: RUF012 - never changed
    is_flat: bool = False
    edge: Quantity | None = None
    whole: Quantity | None = None
    need: Quantity | None = None
    need_in: Need = Need.LEVEL
    left: int = 0
    earlier: Quantity | None = None
    span: tuple[int, int] | None = None
    rests: tuple[Rest, ...] = ()
    reason: Reason | None = None
    apart: Apart | None = None

    @property
    def latest(self) -> Known | None:
        """The newest figure there is: the current one, else the start."""
        return self.current or self.start

    @property
    def is_divided(self) -> bool:
        """Whether what is newest lies on the other side of a break, so that nothing can be compared."""
        if self.apart is None or self.latest is None:
            return self.apart is not None
        newest = self.apart.newest
        return newest is not None and newest.period.last > self.latest.period.last

    @property
    def shown_base(self) -> Base | None:
        """The base that is shown, compared or not."""
        return self.base or (self.apart.base if self.apart else None)

    @property
    def shown_current(self) -> Known | None:
        """The newest figure that is shown, compared or not."""
        return self.apart.newest if self.apart and self.is_divided else self.current

    @property
    def path(self) -> Path:
        """The shape of a level's way."""
        return Path.GEOMETRIC if self.row.indicator.path is Path.GEOMETRIC else Path.LINEAR

    @property
    def is_of_multiples(self) -> bool:
        """Whether it is of multiples of a base year whose figure is not printed."""
        target = self.row.target
        is_relative = target is not None and target.relative_to is not None
        return is_relative and self.form is Form.LEVEL and (self.goal is None or self.goal.of is None)

    @property
    def unit(self) -> Unit:
        """The unit of its numbers: the row's; of multiples, times."""
        return TIMES if self.is_of_multiples else self.row.unit

    @property
    def deadline(self) -> int:
        """The last year of the target's period."""
        assert self.row.target is not None
        return self.row.target.period.last
