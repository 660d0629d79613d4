"""The calculator's operations: quantities in, one quantity out, with the formula and its steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tgkt.arithmetic import growth
from tgkt.arithmetic.mean import Part, blend_growth, blend_weighted
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, number
from tgkt.errors import UnitError, UsageError
from tgkt.facts.indicator import Price
from tgkt.facts.units import definitions
from tgkt.results.calc import Answer


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operation may need besides its values: years and weights."""

    years: int | None = None
    weights: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation: how many values it takes, what they are, its formula and what computes it."""

    takes: tuple[str, ...]
    formula: str
    compute: Callable[[Sequence[Quantity], Settings], Quantity]
    needs_years: bool = False
    percents: tuple[int, ...] = ()
    many: bool = False
    alike: bool = False

    def reads_percent(self, place: int, settings: Settings) -> bool:
        """Whether a bare number in this place is a percent; in a blend, where growth over years is blended."""
        return place in self.percents or (self.many and settings.years is not None)


def as_growth(value: Quantity, price: Price | None = None) -> Quantity:
    """A bare number or a percent read as growth.

    Raises:
        UnitError: it has dimensions, or is in points.
    """
    if value.dimensions or value.sort not in (Sort.NUMBER, Sort.GROWTH, Sort.SHARE):
        raise UnitError(f"expected a growth in percent, got {value.named()}")
    return replace(value, sort=Sort.GROWTH, price=price)


def as_share(value: Quantity) -> Quantity:
    """A bare number or a percent read as a share.

    Raises:
        UnitError: it has dimensions, or is in points already.
    """
    if value.dimensions or value.sort not in (Sort.NUMBER, Sort.SHARE):
        raise UnitError(f"expected a share in percent, got {value.named()}: percent and points do not mix")
    return replace(value, sort=Sort.SHARE)


def _years(settings: Settings) -> int:
    assert settings.years is not None
    return settings.years


def _cagr(values: Sequence[Quantity], settings: Settings) -> Quantity:
    return growth.average_growth(values[0], values[1], _years(settings))


def _growth(values: Sequence[Quantity], _: Settings) -> Quantity:
    return growth.total_growth(values[0], values[1])


def _ratio(values: Sequence[Quantity], _: Settings) -> Quantity:
    try:
        return values[0] / values[1]
    except ZeroDivisionError:
        raise growth.NotComputableError("division_by_zero") from None


def _points(values: Sequence[Quantity], settings: Settings) -> Quantity:
    change = as_share(values[1]) - as_share(values[0])
    return change if settings.years is None else change / number(settings.years)


def _project(values: Sequence[Quantity], settings: Settings) -> Quantity:
    return growth.level(values[0], as_growth(values[1]), _years(settings))


def _base(values: Sequence[Quantity], settings: Settings) -> Quantity:
    return growth.level(values[0], as_growth(values[1]), -_years(settings))


def _deflator(values: Sequence[Quantity], _: Settings) -> Quantity:
    return growth.deflator(as_growth(values[0], Price.CURRENT), as_growth(values[1], Price.CONSTANT))


def _blend(values: Sequence[Quantity], settings: Settings) -> Quantity:
    if len(settings.weights) != len(values):
        raise UsageError(
            f"blend has {len(values)} values and {len(settings.weights)} weights. Give --weights W1,W2 … one for each"
        )
    if settings.years is not None:
        parts = [Part(as_growth(v), w) for v, w in zip(values, settings.weights, strict=True)]
        return blend_growth(parts, settings.years, weights_at_end=False).value
    return blend_weighted([Part(v, w) for v, w in zip(values, settings.weights, strict=True)]).value


OPERATIONS = {
    "cagr": Operation(("START", "END"), "(END / START)^(1/years) - 1", _cagr, needs_years=True, alike=True),
    "growth": Operation(("START", "END"), "END / START - 1", _growth, alike=True),
    "ratio": Operation(("A", "B"), "A / B", _ratio),
    "points": Operation(("START", "END"), "END - START, over the years if given", _points, percents=(0, 1), alike=True),
    "project": Operation(("START", "GROWTH"), "START * (1 + GROWTH)^years", _project, needs_years=True, percents=(1,)),
    "base": Operation(("END", "GROWTH"), "END / (1 + GROWTH)^years", _base, needs_years=True, percents=(1,)),
    "deflator": Operation(("NOMINAL", "REAL"), "(1 + NOMINAL) / (1 + REAL) - 1", _deflator, percents=(0, 1)),
    "blend": Operation(
        ("X1", "X2"),
        "Σ w x / Σ w; of growth over years: (Σ w (1 + x)^years / Σ w)^(1/years) - 1",
        _blend,
        many=True,
        alike=True,
    ),
}


def calculate(name: str, values: Sequence[Quantity], settings: Settings) -> Quantity:
    """Carry out an operation.

    Raises:
        UsageError: too few or too many values, or no years where they are needed.
        UnitError: values that do not go together.
        NotComputableError: no number exists.
    """
    operation = OPERATIONS[name]
    wanted = len(operation.takes)
    if len(values) != wanted and not (operation.many and len(values) >= wanted):
        told = f"{name} takes {' '.join(operation.takes)}{' …' if operation.many else ''}, got {len(values)} values"
        raise UsageError(f"{told}. Give the numbers in this order")
    if operation.needs_years and settings.years is None:
        raise UsageError(f"{name} needs the years between. Give --years N, or --from YEAR and --to YEAR")
    return operation.compute(values, settings)


def answer(name: str, inputs: Sequence[str], values: Sequence[Quantity], settings: Settings) -> Answer:
    """Carry out an operation and put its result in a unit a person would use. Same errors as `calculate`."""
    result = calculate(name, values, settings)
    times, unit = spoken_unit(result, settings.years if name == "points" else None)
    value, low, high = (CONTEXT.divide(end, times) for end in (result.value, result.interval.low, result.interval.high))
    return Answer(name, OPERATIONS[name].formula, tuple(inputs), settings.years, value, low, high, unit)


def spoken_unit(result: Quantity, years: int | None = None) -> tuple[Decimal, str]:
    """A unit for a result, and what one of it is in root units: `triệu đồng/người`, `%`; bare numbers have none."""
    if not result.dimensions:
        percent = {Sort.GROWTH: "%", Sort.SHARE: "%", Sort.POINTS: "điểm %/năm" if years else "điểm %"}
        return (Decimal("0.01"), percent[result.sort]) if result.sort in percent else (Decimal(1), "")
    power, word = _scale(abs(result.value))
    above = "·".join(_named(name, exponent) for name, exponent in result.dimensions if exponent > 0) or "1"
    below = "".join(f"/{_named(name, -exponent)}" for name, exponent in result.dimensions if exponent < 0)
    return Decimal(1).scaleb(power), f"{word} {above}{below}".strip()


def _named(name: str, exponent: int) -> str:
    return name.replace("_", " ") + (f"^{exponent}" if exponent > 1 else "")


def _scale(size: Decimal) -> tuple[int, str]:
    """The largest scale word not above the size."""
    known = ((power, word.replace("_", " ")) for word, power in definitions().scales.items() if power != 4)
    return max(((power, word) for power, word in known if size >= Decimal(1).scaleb(power)), default=(0, ""))
