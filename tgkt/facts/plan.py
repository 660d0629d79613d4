"""Plans: rows of targets with their results."""

from __future__ import annotations

from collections.abc import Callable

from tgkt.facts.indicator import Indicator, Words
from tgkt.facts.period import Period
from tgkt.facts.statement import Passage, Statement
from tgkt.facts.units import Unit, factor, same_dimension
from tgkt.record import NamedTuple
from tgkt.source import Source


class Row(NamedTuple):
    """A line of a plan: the target for an area and, later, its result.

    `sought` describes what was looked for in the documents where they print no figure, `condition` what must hold for
    something to be counted at all, such as a speed.
    """

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
    sought: Words | None = None
    condition: Words | None = None

    @property
    def number(self) -> str:
        """The number of the target that the row is a part of: "1" of "1.2", "3.6" of "3.6.1", "TU-02" of itself."""
        return self.code.rpartition(".")[0] or self.code

    @property
    def unit(self) -> Unit:
        """The unit its target is printed in; the indicator's own for multiples, words, and another name of the same."""
        target, own = self.target, self.indicator.unit
        if target is None or target.figure is None or target.relative_to is not None or target.unit.text == own.text:
            return own
        return own if same_dimension(target.unit, own) and factor(target.unit, own) == 1 else target.unit


class Omission(NamedTuple):
    """A row number the document leaves out."""

    area: str
    code: str
    note: Words


class Plan(NamedTuple):
    """A document's table of targets.

    `in_force` marks the one that is meant where none is named; `overall` are words by which documents grade all of its
    targets at once.
    """

    id: str
    title: Words
    period: Period
    baseline: int
    origin: str
    omissions: tuple[Omission, ...]
    rows: tuple[Row, ...]
    source: Source
    in_force: bool = False
    overall: tuple[Passage, ...] = ()

    def of(self, stays: Callable[[Source], bool]) -> Plan:
        """The plan with the rows alone that stand where something stays."""
        return self._replace(rows=tuple(row for row in self.rows if stays(row.source)))


def no_plan(year: int, source: Source) -> Plan:
    """A plan without rows, for data that hold indicators alone."""
    return Plan("", Words("", ""), Period(year, year), year, "", (), (), source)


def without_target(plan: Plan, indicator: Indicator, area: str) -> Row:
    """A row for an indicator that a plan says nothing of, so that its figures can be asked like a target's."""
    return Row(
        plan=plan.id,
        code="",
        area=area,
        indicator=indicator,
        label=None,
        target=None,
        baseline=None,
        last_term=None,
        result=None,
        official=None,
        origin=plan.origin,
        locator="",
        note=None,
        source=indicator.source,
    )
