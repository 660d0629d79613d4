"""One way to derive a figure: a formula over other figures, evaluated with those that count."""

from __future__ import annotations

from collections.abc import Mapping

from tgkt.arithmetic.evaluate import by_parts, evaluate
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import Quantity, of_unit, sort_of
from tgkt.errors import UnitError
from tgkt.facts.formula import Reference, Term, references, replaced, written
from tgkt.facts.indicator import Indicator, Kind, Words
from tgkt.facts.interval import point
from tgkt.facts.period import Period
from tgkt.facts.statement import Status, Timing
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Attempt, Derivation, How, Known, Step, exact
from tgkt.series.limits import natural_limits
from tgkt.series.reference import TIMINGS, first_stated
from tgkt.series.room import Room

Given = Mapping[Reference, Known]


class Asked(NamedTuple):
    """The figure to be derived."""

    indicator: Indicator
    area: str
    period: Period
    timing: Timing | None

    def of(self, indicator: str, period: Period | None = None) -> Reference:
        """A reference to another indicator in the same area, for the same period unless said otherwise."""
        return Reference(indicator, self.area, period or self.period)

    def part(self, area: str) -> Reference:
        """A reference to the same figure in another area."""
        timing = None if self.period.is_year else self.timing
        selector = next((name for name, each in TIMINGS.items() if each is timing), None)
        return Reference(self.indicator.id, area, self.period, None, selector)


class Route(NamedTuple):
    """A formula that gives the figure, and the assumptions under which it is right."""

    how: How
    term: Term
    step: Step = Step.OWN
    assumes: tuple[Words | Reason, ...] = ()
    rests: tuple[Rest, ...] = ()
    missing: tuple[str, ...] = ()
    given: Given = {}  # noqa: RUF012 - never changed


def computed(asked: Asked, route: Route, room: Room) -> Known | None:
    """The figure that a route gives; None where an input is missing or no number follows."""
    inputs = [route.given.get(each) or figure_of(each, room) for each in references(route.term)]
    known = [each for each in inputs if each is not None]
    if len(known) < len(inputs):
        return None
    try:
        value = value_of(route.term, room, route.given)
    except (NotComputableError, UnitError, ValueError):
        return None
    whole = None if route.given else expanded(route.term, room, route.given)
    return _known(asked, route, value, whole, known)


def value_of(term: Term, room: Room, given: Given = {}) -> Quantity:  # noqa: B006 - never changed
    """The value of a term over the figures that count.

    Derived figures are replaced by the printed figures that they are made of, so that a figure used twice counts as one
    and the interval is tight.

    Args:
        term: the formula.
        room: what is known.
        given: figures to use for some references instead of those that are known.

    Raises:
        NotComputableError: a figure is missing, or no number follows.
        UnitError: quantities that do not go together.
    """

    def quantity_of(reference: Reference) -> Quantity:
        found = given.get(reference) or figure_of(reference, room)
        if found is None:
            raise NotComputableError("not_printed", figure=str(reference))
        return found.quantity

    whole = expanded(term, room, given)
    if whole == term:
        return evaluate(term, quantity_of)
    value, tight = by_parts(term, quantity_of), evaluate(whole, quantity_of).interval
    return value.spread(value.value, value.interval.intersect(tight) or tight)


def expanded(term: Term, room: Room, given: Given) -> Term:
    """A term over printed figures alone, in which the formula of every derived figure replaces it.

    References to the same figure are written alike, with or without their timing, so that they count as one.
    """

    def instead(reference: Reference) -> Term:
        known = None if reference in given else figure_of(reference, room)
        if known is None:
            return reference
        plain = reference._replace(selector=None)
        is_plain = reference.selector in TIMINGS and figure_of(plain, room) == known
        return (known.derivation.term if known.derivation else None) or (plain if is_plain else reference)

    return replaced(term, instead)


def figure_of(reference: Reference, room: Room) -> Known | None:
    """The figure that counts for a reference; one that names a document or a part of a row means that statement."""
    if reference.selector == "multiple" and reference.since is not None:
        series = room.series(reference.indicator, reference.area)
        return series.at(reference.period, Timing.IN_YEAR, reference.since)
    if reference.origin is not None or reference.selector not in (None, *TIMINGS):
        found = first_stated(reference, room)
        return None if found is None else room.stated(found)
    return room.figure(reference.indicator, reference.area, reference.period, TIMINGS.get(reference.selector or ""))


def _known(asked: Asked, route: Route, value: Quantity, whole: Term | None, inputs: list[Known]) -> Known | None:
    """The figure with the status, reservations and assumptions that it inherits from its inputs."""
    quantity = _of_kind(asked.indicator, value)
    if quantity is None:
        return None
    step = max(route.step, *(each.step for each in inputs))
    how = How.BOUNDS if step is Step.BOUNDED else route.how
    assumes = tuple(dict.fromkeys([*route.assumes, *(told for each in inputs for told in _assumes(each))]))
    rests = [*route.rests, *(rest for each in inputs for rest in each.rests)]
    rests += [Rest.ASSUMPTION] if assumes or step is Step.ASSUMED else []
    is_value = all(each.region.is_point for each in inputs) and step is not Step.BOUNDED
    missing = tuple(dict.fromkeys([*route.missing, *(name for each in inputs for name in _missing(each))]))
    told = written(route.term)
    return Known(
        period=asked.period,
        quantity=quantity,
        region=exact(quantity) if is_value else quantity.interval,
        status=max((each.status for each in inputs), key=list(Status).index),
        how=how,
        rests=in_order(rests),
        inputs=tuple(dict.fromkeys(stated for each in inputs for stated in each.inputs)),
        derivation=Derivation(
            step, told, whole, assumes, missing, (Attempt(how, step, told, quantity.interval, assumes),)
        ),
    )


def _of_kind(indicator: Indicator, value: Quantity) -> Quantity | None:
    """A computed value as a quantity of the indicator, within its natural limits; None where it is of another kind."""
    like = of_unit(value.value, point(value.value), indicator.unit, indicator)
    if like.dimensions != value.dimensions:
        return None
    interval = value.interval.intersect(natural_limits(indicator))
    if interval is None:
        return None
    price = indicator.price if indicator.kind is Kind.GROWTH else None
    middle = min(max(value.value, interval.low), interval.high)
    return Quantity(middle, interval, value.dimensions, sort_of(indicator, value), price)


def _assumes(known: Known) -> tuple[Words | Reason, ...]:
    return known.derivation.assumes if known.derivation else ()


def _missing(known: Known) -> tuple[str, ...]:
    return known.derivation.missing if known.derivation else ()
