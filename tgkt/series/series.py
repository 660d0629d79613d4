"""The one place that decides which figure counts: everything known about an indicator in an area over time.

Every command asks here for the figure of a period, the newest figure, the years with a figure, and the reason why there
is none. Aims, multiples and forecasts are kept apart; figures that the clock hides are left out. A figure that no
document prints is derived from those that are printed.
"""

from __future__ import annotations

from functools import cached_property

from tgkt.arithmetic.quantity import quantity
from tgkt.facts.catalogue import Break, Catalogue
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.series.derive.derive import cut, derived
from tgkt.series.derive.own import implied_routes
from tgkt.series.derive.route import Asked, computed
from tgkt.series.known import Known
from tgkt.series.order import Candidate, Choice, precedence
from tgkt.series.printed import Clock, Series, known_by
from tgkt.series.questions import Found, Key, Questions
from tgkt.series.status import status_of


class Knowledge:
    """The series of a catalogue, up to the dates of a clock."""

    def __init__(self, catalogue: Catalogue, clock: Clock | None = None) -> None:
        self.catalogue = catalogue
        self.clock = clock or Clock(newest_year(catalogue))
        self._series: dict[tuple[str, str], Series] = {}
        self._questions = Questions(self._found, self._printed)
        self._rows: dict[tuple[str, str], list[Row]] = {}
        self._rows_of: dict[str, list[Row]] = {}
        self._own: set[object] = set()
        self._breaks: dict[str, list[Break]] = {}
        for each in catalogue.breaks:
            self._breaks.setdefault(each.indicator, []).append(each)
        for row in (row for plan in catalogue.plans.values() for row in plan.rows):
            self._rows.setdefault((row.indicator.id, row.area), []).append(row)
            self._rows_of.setdefault(row.indicator.id, []).append(row)
            self._own |= {each.source for each in (row.baseline, row.result, row.last_term) if each}

    @cached_property
    def whole(self) -> Clock:
        """The clock of everything there is in the catalogue."""
        return Clock(newest_year(self.catalogue))

    def series(self, indicator: str, area: str) -> Series:
        """The printed figures of an indicator in an area."""
        key = (indicator, area)
        if key not in self._series:
            declared = self.catalogue.indicators[indicator]
            seen = self.statements(indicator, area)
            found = (self.candidate(each) for each in seen if each.figure is not None and not each.ambition)
            self._series[key] = Series(declared, area, found, self.clock)
        return self._series[key]

    def figure(self, indicator: str, area: str, period: Period, timing: Timing | None = None) -> Known | None:
        """The figure that counts: as printed, else derived from what is printed; None where neither gives one.

        No figure is derived from itself. Parts of a year have no figure here, because they never stand for the year.

        Args:
            indicator: what is measured.
            area: where.
            period: the year or term.
            timing: how it relates to the period; a year's own figure, or any figure of a term, unless given.
        """
        if period.is_part:
            return None
        return self._questions.answer((indicator, area, self.catalogue.in_calendar(indicator, period), timing))

    @property
    def found(self) -> Found:
        """The figures found so far; what `recall` takes."""
        return self._questions.found

    def recall(self, found: Found) -> None:
        """Know figures that were found in an earlier run, from the same catalogue and with the same clock."""
        self._questions.recall(found)

    def _printed(self, key: Key) -> Known | None:
        indicator, area, period, timing = key
        return self.series(indicator, area).at(period, timing)

    def _found(self, key: Key) -> Known | None:
        printed, (indicator, area, period, timing) = self._printed(key), key
        if period.last > self.clock.as_of or (printed is not None and printed.region.is_point and not printed.is_bound):
            return printed
        asked = Asked(self.catalogue.indicators[indicator], area, period, timing)
        found = derived(asked, self)
        return found if printed is None else cut(printed, found)

    def implied(self, indicator: str, area: str, period: Period) -> Known | None:
        """The figure that the plans' own targets imply for a period; shown apart, and never a figure that counts."""
        asked = Asked(self.catalogue.indicators[indicator], area, period, None)
        found = (computed(asked, route, self) for route in implied_routes(asked))
        return next((known for known in found if known is not None), None)

    def years(self, indicator: str, area: str, first: int, last: int) -> dict[int, Known]:
        """The figures of single years, printed or derived, from the first to the last."""
        asked = range(first, min(last, self.clock.as_of) + 1)
        found = (self.figure(indicator, area, Period(year, year)) for year in asked)
        return {known.period.last: known for known in found if known is not None}

    def statements(self, indicator: str, area: str) -> list[Statement]:
        """Everything documents print about an indicator in an area, aims and forecasts included, in declared order."""
        return [each for each in self.catalogue.about(indicator, area) if self.is_seen(each)]

    def has_terms(self, indicator: str, area: str) -> bool:
        """Whether documents print anything about more than a year; told without choosing what counts."""
        return any(not each.period.is_year for each in self.catalogue.about(indicator, area))

    def in_year_statements(self, indicator: str, area: str) -> list[Statement]:
        """Everything documents print about parts of a year, in declared order; none of it is part of any series."""
        return [each for each in self.catalogue.in_year_about(indicator, area) if self.is_seen(each)]

    def reprints(self, indicator: str, area: str) -> list[Statement]:
        """Every further printing of a target, in declared order; none of it is part of any series."""
        return [each for each in self.catalogue.reprints_of(indicator, area) if self.is_seen(each)]

    def rows(self, indicator: str, area: str) -> list[Row]:
        """The rows of all plans about an indicator in an area."""
        return self._rows.get((indicator, area), [])

    def rows_of(self, indicator: str) -> list[Row]:
        """The rows of all plans about an indicator, in every area."""
        return self._rows_of.get(indicator, [])

    def breaks(self, indicator: str) -> list[Break]:
        """The breaks that are declared for an indicator."""
        return self._breaks.get(indicator, [])

    def words(self, indicator: str, area: str, own: Statement | None = None) -> list[Statement]:
        """Statements in words, the newest first; in a tie the row's own statement comes first."""

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
        return known_by(statement.period, chosen, self.catalogue.indicators[statement.indicator])

    def _status(self, statement: Statement) -> Status:
        return status_of(statement, self.catalogue.origins.get(statement.origin))


def newest_year(catalogue: Catalogue, known_by: str | None = None) -> int:
    """The last year that any figure known by a date speaks of, aims and forecasts apart: the default of a clock.

    Where no figure was known yet it is the year before the date, or the base year of the plans where there is no date.
    """

    def counts(one: Statement) -> bool:
        is_forecast = status_of(one, catalogue.origins.get(one.origin)) is Status.FORECAST
        return not is_forecast and _was_known(one, catalogue, known_by)

    told = [each for each in catalogue.kinds if not each.ambition]
    for year in sorted({each.period.last for each in told}, reverse=True):
        if any(each.period.last == year and counts(each) for each in told):
            return year
    base = max((plan.baseline for plan in catalogue.plans.values()), default=0)
    return base if known_by is None else int(known_by[:4]) - 1


def _was_known(statement: Statement, catalogue: Catalogue, known_by: str | None) -> bool:
    if known_by is None:
        return True
    origin = catalogue.origins.get(statement.origin)
    date = origin.date if origin else None
    return date is not None and date[: len(known_by)] <= known_by[: len(date)]
