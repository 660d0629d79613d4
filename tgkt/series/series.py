"""The room that says which figure counts: everything known of an indicator in an area over time.

Every command asks here: what is the figure for a period, what is the newest, what years are there, why is there none.
Aims, multiples and forecasts are kept apart; what a clock hides is never seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tgkt.arithmetic.quantity import quantity
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known, region_of
from tgkt.series.limits import declared_limits
from tgkt.series.order import Candidate, Choice, choose, precedence
from tgkt.series.status import status_of

_IN_YEAR = (Timing.IN_YEAR, Timing.BEFORE)
_OF_A_TERM = (Timing.TOTAL, Timing.AVERAGE, Timing.EVERY_YEAR)
_ADDITIVE = (Kind.LEVEL, Kind.COUNT)
_SOFT = (Status.ESTIMATED, Status.DERIVED)


class Clock(NamedTuple):
    """Up to when figures are looked at.

    Attributes:
        as_of: the last year that figures may speak of.
        known_by: the last date a document may bear (2027-04-01); documents without a date are then hidden.
        plan_baseline: whether a plan's own baseline stands even where a later release replaced it.
        across_breaks: whether figures are compared across declared breaks.
    """

    as_of: int
    known_by: str | None = None
    plan_baseline: bool = False
    across_breaks: bool = False


class Series:
    """What documents say of one indicator in one area."""

    def __init__(self, indicator: Indicator, area: str, candidates: Iterable[Candidate], clock: Clock) -> None:
        self.indicator, self.area = indicator, area
        self._clock = clock
        self._groups: dict[tuple[Period, Timing, int | None], list[Candidate]] = {}
        for each in candidates:
            stated = each.statement
            timing = Timing.IN_YEAR if stated.timing in _IN_YEAR else stated.timing
            self._groups.setdefault((stated.period, timing, stated.relative_to), []).append(each)
        self._known: dict[tuple[Period, Timing, int | None], Known | None] = {}

    def at(self, period: Period, timing: Timing | None = None, relative_to: int | None = None) -> Known | None:
        """The figure that counts for a period; None where no document prints one that does.

        Args:
            period: the year or term.
            timing: how it relates to the period; a year's own figure, or any figure of a term, unless given.
            relative_to: the base year of a multiple.
        """
        for key in self._keys(period, timing, relative_to):
            if key not in self._known:
                self._known[key] = self._chosen(key)
            if (found := self._known[key]) is not None:
                return found
        return None

    def years(self, first: int, last: int) -> dict[int, Known]:
        """The figures of single years, from the first to the last."""
        found = {year: self.at(Period(year, year)) for year in sorted(self._years()) if first <= year <= last}
        return {year: known for year, known in found.items() if known is not None}

    def newest(self, after: int = 0) -> Known | None:
        """The figure of the newest year, later than a given one."""
        years = self.years(after + 1, self._clock.as_of)
        return years[max(years)] if years else None

    def about(self, period: Period) -> list[list[Candidate]]:
        """All figures about exactly a period, in groups that say it in the same sense, multiples included."""
        if period.last > self._clock.as_of:
            return []
        keys = [key for key in self._groups if key[0] == period]
        return [self._groups[key] for key in sorted(keys, key=lambda key: (*self._sense(key), key[2] or 0))]

    def candidates(self, period: Period, timing: Timing | None = None) -> list[Candidate]:
        """All figures about a period, the one that counts first; forecasts last."""
        found = []
        for key in self._keys(period, timing, None):
            group = self._groups.get(key, [])
            counted = choose([each for each in group if each.status is not Status.FORECAST])
            found += [counted.best, *counted.others] if counted else []
            found += [each for each in group if each.status is Status.FORECAST]
        return found

    def forecasts(self) -> list[Candidate]:
        """Figures dated before the last year of their period begins."""
        return [each for group in self._groups.values() for each in group if each.status is Status.FORECAST]

    def groups(self) -> Iterator[list[Candidate]]:
        """Figures about the same period in the same sense, group by group, in the order they count; no forecasts."""
        for key, group in self._groups.items():
            seen = [each for each in group if each.status is not Status.FORECAST and key[0].last <= self._clock.as_of]
            if (chosen := choose(seen)) is not None:
                yield [chosen.best, *chosen.others]

    def periods(self) -> list[Period]:
        """The years and terms that a figure counts for."""
        return sorted({key[0] for key in self._groups if key[2] is None and self.at(key[0], key[1]) is not None})

    def printed(self) -> list[Statement]:
        """The newest of everything that counts, single years before terms."""
        periods = {(key[0], key[1]) for key in self._groups if key[2] is None}
        known = [found for period, timing in periods if (found := self.at(period, timing)) and found.statement]
        known.sort(key=lambda each: (-each.period.last, each.period.first != each.period.last, str(each.statement)))
        return [each.statement for each in known if each.statement]

    def _keys(
        self, period: Period, timing: Timing | None, relative_to: int | None
    ) -> list[tuple[Period, Timing, int | None]]:
        if timing is not None:
            return [(period, Timing.IN_YEAR if timing in _IN_YEAR else timing, relative_to)]
        if period.is_year:
            return [(period, Timing.IN_YEAR, relative_to)]
        return sorted(((period, each, relative_to) for each in _OF_A_TERM), key=self._sense)

    def _sense(self, key: tuple[Period, Timing, int | None]) -> tuple[bool, int]:
        """In which sense a period is meant where none is named: a plan's own first, then a sum of what adds up."""
        is_own = any(each.is_own for each in self._groups.get(key, []))
        senses = _OF_A_TERM if self.indicator.kind in _ADDITIVE else (Timing.AVERAGE, Timing.TOTAL, Timing.EVERY_YEAR)
        return not is_own, senses.index(key[1]) if key[1] in senses else -1

    def _years(self) -> Iterator[int]:
        return (p.last for p, timing, base in self._groups if p.is_year and timing is Timing.IN_YEAR and base is None)

    def _chosen(self, key: tuple[Period, Timing, int | None]) -> Known | None:
        if key[0].last > self._clock.as_of:
            return None
        found = choose([each for each in self._groups.get(key, []) if each.status is not Status.FORECAST])
        return None if found is None else _known(key[0], found, self.indicator)


class Knowledge:
    """The series of a catalogue as a clock lets them be seen."""

    def __init__(self, catalogue: Catalogue, clock: Clock | None = None) -> None:
        self.catalogue = catalogue
        self.clock = clock or Clock(newest_year(catalogue))
        self._series: dict[tuple[str, str], Series] = {}
        self._rows: dict[tuple[str, str], list[Row]] = {}
        self._own: set[object] = set()
        for row in (row for plan in catalogue.plans.values() for row in plan.rows):
            self._rows.setdefault((row.indicator.id, row.area), []).append(row)
            self._own |= {each.source for each in (row.baseline, row.result, row.last_term) if each}

    def series(self, indicator: str, area: str) -> Series:
        """What is known of an indicator in an area."""
        key = (indicator, area)
        if key not in self._series:
            declared = self.catalogue.indicators[indicator]
            seen = self.statements(indicator, area)
            found = (self.candidate(each) for each in seen if each.figure is not None and not each.ambition)
            self._series[key] = Series(declared, area, found, self.clock)
        return self._series[key]

    def statements(self, indicator: str, area: str) -> list[Statement]:
        """Everything documents print about an indicator in an area, aims and forecasts included, in declared order."""
        return [each for each in self.catalogue.about(indicator, area) if self.is_seen(each)]

    def rows(self, indicator: str, area: str) -> list[Row]:
        """The rows of all plans about an indicator in an area."""
        return self._rows.get((indicator, area), [])

    def words(self, indicator: str, area: str, own: Statement | None = None) -> list[Statement]:
        """What documents say in words, the newest first; of a tie what a row prints itself comes first."""

        def rank(each: Statement) -> tuple[object, ...]:
            counts = precedence(self._status(each), self.catalogue.origins.get(each.origin))
            return -each.period.last, *counts, each != own, each.origin, each.locator, each.printed

        said = (each for each in self.catalogue.about(indicator, area) if each.figure is None and not each.values)
        seen = (each for each in said if each.period.last <= self.clock.as_of and self.is_seen(each))
        return sorted((each for each in seen if self._status(each) is not Status.FORECAST), key=rank)

    def candidate(self, statement: Statement) -> Candidate:
        """A statement with its true status, its document and its quantity."""
        origin = self.catalogue.origins.get(statement.origin)
        value = quantity(statement, self.catalogue.indicators[statement.indicator])
        return Candidate(statement, self._status(statement), origin, value, statement.source in self._own)

    def is_seen(self, statement: Statement) -> bool:
        """Whether the document was known by the clock's date."""
        return _was_known(statement, self.catalogue, self.clock.known_by)

    def stated(self, statement: Statement) -> Known:
        """One statement as the figure that counts, whatever else is printed."""
        candidate = self.candidate(statement)
        chosen = Choice(candidate, candidate.quantity.interval, (), ())
        return _known(statement.period, chosen, self.catalogue.indicators[statement.indicator])

    def _status(self, statement: Statement) -> Status:
        return status_of(statement, self.catalogue.origins.get(statement.origin))


def newest_year(catalogue: Catalogue, known_by: str | None = None) -> int:
    """The last year that any figure known by a date speaks of, aims and forecasts apart: the default of a clock.

    Where no figure was known yet it is the year before the date, or the base year of the plans where there is no date.
    """
    years = (
        each.period.last
        for each in catalogue.observations
        if not each.ambition
        and status_of(each, catalogue.origins.get(each.origin)) is not Status.FORECAST
        and _was_known(each, catalogue, known_by)
    )
    base = max((plan.baseline for plan in catalogue.plans.values()), default=0)
    return max(years, default=base if known_by is None else int(known_by[:4]) - 1)


def _was_known(statement: Statement, catalogue: Catalogue, known_by: str | None) -> bool:
    if known_by is None:
        return True
    origin = catalogue.origins.get(statement.origin)
    date = origin.date if origin else None
    return date is not None and date[: len(known_by)] <= known_by[: len(date)]


def _known(period: Period, chosen: Choice, indicator: Indicator) -> Known:
    best = chosen.best
    figure = best.statement.figure
    assert isinstance(figure, Figure)
    limits = declared_limits(indicator) if best.statement.relative_to is None else None
    rests = [Rest.ESTIMATE] if best.status in _SOFT else []
    rests += [Rest.DISPUTE] if chosen.disputed else []
    return Known(
        period=period,
        quantity=best.quantity.spread(best.quantity.value, chosen.interval),
        region=region_of(figure, best.statement, limits),
        status=best.status,
        rests=in_order(rests),
        statement=best.statement,
        inputs=(best.statement, *(each.statement for each in chosen.disputed)),
        others=chosen.others,
    )
