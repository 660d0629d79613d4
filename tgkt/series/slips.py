"""Slips and jumps: figures that do not continue the earlier ones, and the slips that would explain them.

With x the figure, u the last figure and M the largest move between two earlier years:

    limit    x outside the natural limits of the indicator
    factor   0.7 <= x 10^k / u <= 1.4 for some k other than 0: the decimal mark or the unit may be wrong
    jump     x too far from u for its kind:

    levels, rates, ratios   x / u < 1/3 or x / u > 3
    shares                  |x - u| over 10 points and over 3 M
    growth, points a year   |x - u| over 10 points
    indices, years of age   |x / u - 1| over 5 %

The ratio x / u is used only where both figures are at least ten units of their last digit. Growth may well be ten times
the last one, so there a factor counts only beyond a jump. Forecasts, aims, multiples, ranks and figures across a break
are exempt; bounds are compared with the limits alone. The last figure is that of the same period, else the newest
before it, else the earliest after it. Source: docs/methods.md, "What changed".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise, zip_longest

from tgkt.arithmetic.quantity import CONTEXT, range_in_roots
from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Status
from tgkt.record import NamedTuple
from tgkt.series.breaks import dividing
from tgkt.series.known import Known
from tgkt.series.limits import declared_limits, natural_limits
from tgkt.series.misprints import Guess, misprints, rescaled
from tgkt.series.order import Candidate
from tgkt.series.series import Knowledge


class Doubt(StrEnum):
    """Why a figure looks wrong, the gravest first."""

    LIMIT = "limit"
    FACTOR = "factor"
    JUMP = "jump"

    @property
    def needs_acceptance(self) -> bool:
        """Whether the figure is taken only where somebody says that it is right."""
        return self is not Doubt.JUMP


class Suspicion(NamedTuple):
    """A figure that looks wrong.

    Attributes:
        statement: the figure.
        doubt: why it looks wrong.
        against: the figure it was compared with; None where it is only outside its limits.
        limits: the natural limits, in root units.
        guesses: the figures that may have been meant, the nearest to the last figure first.
    """

    statement: Statement
    doubt: Doubt
    against: Known | None
    limits: Interval
    guesses: tuple[Guess, ...] = ()


def suspicions(news: Iterable[Statement], before: Knowledge, after: Knowledge) -> list[Suspicion]:
    """The new figures that look wrong beside the known ones, sorted by indicator and area.

    A new figure that looks right is among the known ones for the figures after it; one that looks wrong is not.

    Args:
        news: the new figures.
        before: what was known without them.
        after: what is known with them, where indicators, documents and breaks are declared.
    """
    groups: dict[tuple[str, str, str, int], list[Statement]] = {}
    for each in news:
        if each.figure is not None and each.relative_to is None and not each.ambition:
            groups.setdefault((each.indicator, each.area, each.timing, each.period.years), []).append(each)
    return [found for key in sorted(groups) for found in _in_turn(groups[key], before, after)]


def in_series(indicator: str, area: str, knowledge: Knowledge) -> Iterator[Suspicion]:
    """The figures of an indicator in an area that look wrong beside the others of their series, by period.

    A figure is compared with those that count for earlier periods as long and in the same sense, breaks left out. It
    looks wrong if the next figure, where there is one, does not continue it and would continue the one before it: a
    series that goes on from a new level has moved. What looks wrong is no measure for what follows. A jump that no
    factor of ten explains is told only where two figures or more stand before it.
    """
    declared = knowledge.catalogue.indicators[indicator]
    for line in _lines(indicator, area, knowledge):
        earlier: list[Known] = []
        for new, following in zip_longest(line, line[1:]):
            past = _before(new, earlier, knowledge)
            found = suspicion(knowledge.candidate(new), declared, past) if past else None
            is_told = found is not None and (found.doubt is not Doubt.JUMP or len(past) >= _ENOUGH)
            if found and is_told and (following is None or _is_apart(following, new, past, declared, knowledge)):
                yield found
            else:
                earlier.append(knowledge.stated(new))


def _lines(indicator: str, area: str, knowledge: Knowledge) -> list[list[Statement]]:
    """The figures that count, by sense and length of their periods, each line in the order of time."""
    series = knowledge.series(indicator, area)
    lines: dict[tuple[str, int], list[Statement]] = {}
    for group in series.groups():
        stated = group[0].statement
        if stated.figure is not None and stated.relative_to is None and not stated.ambition:
            lines.setdefault((stated.timing, stated.period.years), []).append(stated)
    return [sorted(line, key=lambda each: each.period) for _, line in sorted(lines.items())]


def _before(new: Statement, earlier: Sequence[Known], knowledge: Knowledge) -> list[Known]:
    """The earlier figures that no break parts from a figure."""
    return [each for each in earlier if dividing(new.indicator, new.area, new.period, each.period, knowledge) is None]


def _is_apart(
    following: Statement, new: Statement, past: Sequence[Known], indicator: Indicator, knowledge: Knowledge
) -> bool:
    """Whether the next figure does not continue a figure, and would continue those before it."""
    candidate = knowledge.candidate(following)
    from_new = suspicion(candidate, indicator, [*past, knowledge.stated(new)])
    return from_new is not None and suspicion(candidate, indicator, past) is None


def suspicion(new: Candidate, indicator: Indicator, past: Sequence[Known]) -> Suspicion | None:
    """Why a figure looks wrong; None where it does not.

    Args:
        new: the figure.
        indicator: what it is about.
        past: the figures known of it in the same sense, breaks left out.
    """
    figure, limits, last = new.statement.figure, _limits(indicator, past), _last(new.statement.period, past)
    if figure is None or new.status is Status.FORECAST:
        return None
    is_inside = _roots(figure, new.statement).within(limits)
    if last is None or not _can_be_compared(new, last, indicator):
        return None if is_inside else Suspicion(new.statement, Doubt.LIMIT, None, limits)
    is_jump = _is_jump(new.quantity.value, indicator, past, last) and _tells(indicator, figure, last)
    if is_inside and not is_jump and _is_near(_roots(figure, new.statement).low, last.quantity.value):
        return None  # ten times another figure is not as near
    guesses = _guesses(new, indicator, past, last, limits)
    is_slip = any(each.factor for each in guesses) and (is_jump or indicator.kind not in _CHANGING)
    if is_inside and not is_jump and not is_slip:
        return None
    doubt = Doubt.LIMIT if not is_inside else Doubt.FACTOR if is_slip else Doubt.JUMP
    return Suspicion(new.statement, doubt, last, limits, guesses)


_CHANGING = (Kind.GROWTH, Kind.CHANGE)
_WITHOUT_ARITHMETIC = (Kind.RANK, Kind.MILESTONE, Kind.STRUCTURE)
_AGE = (("tuổi", 1),)
_LEAST, _MOST = CONTEXT.divide(Decimal(1), Decimal(3)), Decimal(3)
_POINTS, _PERCENT, _MOVES = Decimal("0.1"), Decimal("0.05"), Decimal(3)
_UNITS = 10
_ENOUGH = 2
_BACK = 5  # years in which a derived figure is looked for where none is printed


def _in_turn(news: list[Statement], before: Knowledge, after: Knowledge) -> Iterator[Suspicion]:
    """The new figures of one sense by period, each with the figures known before it."""
    news.sort(key=lambda each: (each.period, each.origin, each.locator, str(each.source)))
    added: dict[Period, Known] = {}
    for each in news:
        candidate, indicator = after.candidate(each), after.catalogue.indicators[each.indicator]
        known = {known.period: known for known in _printed(each, before)} | added
        past = [known[period] for period in sorted(known)] or _derived(each, before)
        past = [
            known for known in past if dividing(each.indicator, each.area, each.period, known.period, after) is None
        ]
        if (found := suspicion(candidate, indicator, past)) is not None:
            yield found
        elif candidate.status is not Status.FORECAST:
            added.setdefault(each.period, after.stated(each))


def _printed(about: Statement, knowledge: Knowledge) -> list[Known]:
    """The figures that count of the same indicator and area in the same sense, over periods as long."""
    if about.indicator not in knowledge.catalogue.indicators:
        return []
    series = knowledge.series(about.indicator, about.area)
    found = (series.at(each, about.timing) for each in series.periods() if each.years == about.period.years)
    return [known for known in found if known is not None and known.statement is not None]


def _derived(about: Statement, knowledge: Knowledge) -> list[Known]:
    """Where no figure is printed, the newest that follows from others."""
    catalogue = knowledge.catalogue
    if about.indicator not in catalogue.indicators or about.area not in catalogue.areas or not about.period.is_year:
        return []
    years = range(about.period.last, about.period.last - _BACK - 1, -1)
    found = (knowledge.figure(about.indicator, about.area, Period(year, year)) for year in years)
    return next(([known] for known in found if known is not None and known.region.is_point), [])


def _last(period: Period, past: Sequence[Known]) -> Known | None:
    """The figure for comparison: that of the same period, else the newest before it, else the earliest after it."""
    same = next((each for each in past if each.period == period), None)
    earlier = [each for each in past if each.period < period]
    later = [each for each in past if each.period > period]
    return same or (earlier[-1] if earlier else later[0] if later else None)


def _limits(indicator: Indicator, past: Sequence[Known]) -> Interval:
    """The natural limits; the declared ones alone where known figures lie outside, as those of a balance do."""
    limits = natural_limits(indicator)
    return limits if all(limits.contains(each.quantity.value) for each in past) else declared_limits(indicator)


def _can_be_compared(new: Candidate, last: Known, indicator: Indicator) -> bool:
    is_bound = last.is_bound or (new.statement.figure is not None and new.statement.figure.is_bound)
    return not is_bound and indicator.kind not in _WITHOUT_ARITHMETIC and last.quantity.value != 0


def _tells(indicator: Indicator, figure: Figure, last: Known) -> bool:
    """Whether both figures have enough digits to be compared; that matters only where a ratio is taken."""
    if indicator.kind in (Kind.SHARE, Kind.INDEX, *_CHANGING) or last.quantity.dimensions == _AGE:
        return True
    return _have_digits(figure, last.statement.figure if last.statement else None)


def _is_jump(value: Decimal, indicator: Indicator, past: Sequence[Known], last: Known) -> bool:
    """Whether a value is a jump from the last one, by the bounds for its kind above."""
    step, base = CONTEXT.subtract(value, last.quantity.value), last.quantity.value
    if indicator.kind in _CHANGING:
        return abs(step) > _POINTS
    if indicator.kind is Kind.SHARE:
        return abs(step) > max(_POINTS, CONTEXT.multiply(_MOVES, _largest_move(past)))
    ratio = CONTEXT.divide(value, base)
    if indicator.kind is Kind.INDEX or last.quantity.dimensions == _AGE:
        return abs(CONTEXT.subtract(ratio, Decimal(1))) > _PERCENT
    return not _LEAST <= ratio <= _MOST


def _largest_move(past: Sequence[Known]) -> Decimal:
    moves = (abs(CONTEXT.subtract(b.quantity.value, a.quantity.value)) for a, b in pairwise(past))
    return max(moves, default=Decimal(0))


def _guesses(
    new: Candidate, indicator: Indicator, past: Sequence[Known], last: Known, limits: Interval
) -> tuple[Guess, ...]:
    """The figures that may have been meant: the decimal mark elsewhere, or other digits where they fit better.

    Both must be 0.7 to 1.4 times the last figure; with other digits the figure must not be a jump either.
    """
    stated, base = new.statement, last.quantity.value
    if stated.figure is None:
        return ()
    other = last.statement.figure if last.statement else None

    def value(figure: Figure) -> Decimal:
        return _roots(figure, stated).low

    def apart(guess: Guess) -> Decimal:
        return abs(CONTEXT.subtract(value(guess.figure), base))

    marks = list(rescaled(stated.figure, other)) if _have_digits(stated.figure, other) else []
    marks = [each for each in marks if _is_near(value(each.figure), base)]
    near = min(map(apart, marks), default=None)
    digits = [each for each in misprints(stated.figure) if not _is_jump(value(each.figure), indicator, past, last)]
    digits = [each for each in digits if _is_near(value(each.figure), base) and (near is None or apart(each) < near)]
    found = sorted([*marks, *digits], key=apart)
    fitting = [each for each in found if _roots(each.figure, stated).within(limits)]
    return tuple({each.look: each for each in reversed(fitting)}.values())[::-1]


def _have_digits(figure: Figure, other: Figure | None) -> bool:
    """Whether figures have ten units of their last digit or more; a derived one has digits enough."""
    return all(abs(each.low) >= _UNITS * each.digit for each in (figure, other) if each is not None)


def _is_near(value: Decimal, base: Decimal) -> bool:
    return Decimal("0.7") <= CONTEXT.divide(value, base) <= Decimal("1.4")


def _roots(figure: Figure, statement: Statement) -> Interval:
    return range_in_roots(Interval(figure.low, figure.high), statement.unit)
