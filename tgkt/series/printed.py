"""The printed figures of one indicator in one area: for every period and sense, the one that counts.

Aims, multiples and forecasts are kept apart; figures that the clock hides are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.record import NamedTuple
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known, region_of
from tgkt.series.limits import declared_limits
from tgkt.series.order import Candidate, Choice, choose

_IN_YEAR = (Timing.IN_YEAR, Timing.BEFORE)
_OF_A_TERM = (Timing.TOTAL, Timing.AVERAGE, Timing.EVERY_YEAR)
_ADDITIVE = (Kind.LEVEL, Kind.COUNT)
_SOFT = (Status.ESTIMATED, Status.DERIVED)


class Clock(NamedTuple):
    """The dates up to which figures are considered.

    Attributes:
        as_of: the last year that figures may speak of.
        known_by: the latest date of a document (2027-04-01); documents without a date are then hidden.
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

    def multiples(self) -> list[tuple[Period, int]]:
        """The periods of the multiples that count, each with its base year."""
        keys = (key for key in self._groups if key[2] is not None and key[0].is_year)
        return sorted((key[0], key[2]) for key in keys if key[2] is not None and self.at(*key) is not None)

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
        """The sense of a period where none is named: the one in a plan's row first, then a total where years add up."""
        is_own = any(each.is_own for each in self._groups.get(key, []))
        senses = _OF_A_TERM if self.indicator.kind in _ADDITIVE else (Timing.AVERAGE, Timing.TOTAL, Timing.EVERY_YEAR)
        return not is_own, senses.index(key[1]) if key[1] in senses else -1

    def _years(self) -> Iterator[int]:
        return (p.last for p, timing, base in self._groups if p.is_year and timing is Timing.IN_YEAR and base is None)

    def _chosen(self, key: tuple[Period, Timing, int | None]) -> Known | None:
        if key[0].last > self._clock.as_of:
            return None
        found = choose([each for each in self._groups.get(key, []) if each.status is not Status.FORECAST])
        return None if found is None else known_by(found.best.statement.period, found, self.indicator)


def known_by(period: Period, chosen: Choice, indicator: Indicator) -> Known:
    """The statement chosen for a period, as a figure whose interval covers all that contradict it."""
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
