"""The derived figure: the first step in the order of steps that gives one.

With I_1 … I_m the intervals that the routes of that step give, and B the bounds whatever the weights, the interval is

    I_1 ∩ … ∩ I_m ∩ B, and where that is empty the hull of all; the figure is then disputed

The value is that of the narrowest route where it lies within, else the middle of the interval. Source: docs/methods.md,
"Derived figures".
"""

from __future__ import annotations

from decimal import Context, Decimal
from itertools import chain

from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.figure import Comparator
from tgkt.facts.interval import Interval
from tgkt.facts.statement import Timing
from tgkt.series.certainty import Rest, in_order
from tgkt.series.derive.blend import blend_routes
from tgkt.series.derive.bounds import bounds_of
from tgkt.series.derive.own import own_routes
from tgkt.series.derive.route import Asked, computed
from tgkt.series.known import Attempt, Derivation, How, Known, Step, exact
from tgkt.series.room import Room
from tgkt.series.term import term_of

_OPEN = (
    Comparator.AT_LEAST,
    Comparator.MORE_THAN,
    Comparator.AT_MOST,
    Comparator.LESS_THAN,
    Comparator.NEAR_BELOW,
)


_HOWS = (How.BLEND, How.FORMULA, How.OWN, How.BOUNDS)
_ROUGH = Context(prec=12)


def derived(asked: Asked, room: Room) -> Known | None:
    """The figure that follows from printed figures; None where nothing follows.

    Args:
        asked: the figure that is asked for.
        room: what is known.
    """
    routes = chain(own_routes(asked, room), blend_routes(asked, room))
    found = [known for route in routes if (known := computed(asked, route, room)) is not None]
    found += [known] if (known := _of_years(asked, room)) else []
    bounds = bounds_of(asked, room)
    found += [bounds] if bounds else []
    if not found:
        return None
    found.sort(key=lambda each: (each.step, _width(each), _HOWS.index(each.how)))
    best = [each for each in found if each.step is found[0].step]
    return _agreed(best, bounds, found)


def _of_years(asked: Asked, room: Room) -> Known | None:
    """The figure of a term from its years; None where a year is missing."""
    if asked.period.is_year or asked.timing not in (Timing.AVERAGE, Timing.TOTAL):
        return None
    term = term_of(asked.indicator, asked.area, asked.period, asked.timing, room)
    if term is None or term.missing or term.known.how is not How.OWN:
        return None
    name, known = asked.timing, term.known
    told = f"{name}({asked.indicator.id}[{asked.area}, {asked.period.first}] … [{asked.area}, {asked.period.last}])"
    step = Step.ASSUMED if Rest.ASSUMPTION in known.rests else Step.OWN
    return known._replace(
        derivation=Derivation(step, told, attempts=(Attempt(known.how, step, told, known.quantity.interval, ()),))
    )


def _agreed(best: list[Known], bounds: Known | None, found: list[Known]) -> Known:
    """The intersection of all routes of one step with the bounds, or their hull where they contradict each other."""
    parts = best if bounds is None or bounds in best or _missing(bounds) else [*best, bounds]
    common: Interval | None = parts[0].quantity.interval
    for each in parts[1:]:
        common = common.intersect(each.quantity.interval) if common else None
    first, derivation = best[0], best[0].derivation
    assert derivation is not None
    told = derivation._replace(
        assumes=tuple(dict.fromkeys(one for each in best for one in _derivation(each).assumes)),
        attempts=tuple(one for each in found for one in _derivation(each).attempts),
    )
    rests = in_order([*(rest for each in best for rest in each.rests), *([] if common else [Rest.DISPUTE])])
    inputs = tuple(dict.fromkeys(stated for each in best for stated in each.inputs))
    interval = common or _hull(parts)
    value = first.quantity.value
    quantity = first.quantity.spread(value if interval.contains(value) else _middle(interval), interval)
    region = exact(quantity) if first.region.is_point else interval
    return first._replace(quantity=quantity, region=region, rests=rests, inputs=inputs, derivation=told)


def cut(printed: Known, found: Known | None) -> Known:
    """A printed bound, narrowed by what follows from other figures: I ∩ D; it remains the printed figure.

    Where the two have nothing in common the printed figure stands and is disputed.

    Args:
        printed: what the document prints: a floor, a ceiling, "nearly".
        found: what follows from other figures.
    """
    stated = printed.statement
    if found is None or stated is None or stated.comparator not in _OPEN:
        return printed
    own = printed.quantity.interval
    common = found.quantity.interval.intersect(own)
    if common is None:
        return printed._replace(rests=in_order((*printed.rests, Rest.DISPUTE)))
    if common == own:
        return printed
    value = found.quantity.value
    quantity = printed.quantity.spread(value if common.contains(value) else _middle(common), common)
    return printed._replace(
        quantity=quantity,
        region=exact(quantity) if found.region.is_point else common,
        how=found.how,
        rests=in_order((*printed.rests, *found.rests)),
        inputs=tuple(dict.fromkeys((*printed.inputs, *found.inputs))),
        derivation=_derivation(found)._replace(term=None),
    )


def _middle(interval: Interval) -> Decimal:
    """The middle of an interval, or the end of one that has no other."""
    if not (interval.low.is_finite() and interval.high.is_finite()):
        return interval.low if interval.low.is_finite() else interval.high
    return CONTEXT.divide(CONTEXT.add(interval.low, interval.high), Decimal(2))


def _width(known: Known) -> Decimal:
    """The width of a figure's interval, to twelve digits, so that rounding errors do not decide which is narrower."""
    return _ROUGH.subtract(known.quantity.interval.high, known.quantity.interval.low)


def _derivation(known: Known) -> Derivation:
    return known.derivation or Derivation(Step.PRINTED, "")


def _missing(known: Known) -> bool:
    return bool(_derivation(known).missing)


def _hull(parts: list[Known]) -> Interval:
    ends = [each.quantity.interval for each in parts]
    return Interval(min(each.low for each in ends), max(each.high for each in ends))
