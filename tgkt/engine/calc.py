"""The calculator's operations: quantities in, one quantity out, with the formula and its steps.

With s, e the start and the end, n the years, g and r nominal and real growth, x_i values and w_i their weights:

    cagr       (e/s)^(1/n) - 1       growth     e/s - 1            ratio    a/b
    points     e - s, or (e - s)/n   deflator   (1+g)/(1+r) - 1
    project    s (1+g)^n             base       e / (1+g)^n
    blend      Σ w_i x_i / Σ w_i; of growth over years (Σ w_i (1+x_i)^n / Σ w_i)^(1/n) - 1

Growth and shares are fractions here and percents on the screen. Source: docs/methods.md, "Growth" and "Blends".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from tgkt.arithmetic import growth
from tgkt.arithmetic.mean import Part, blend_growth, blend_weighted
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, number
from tgkt.errors import UnitError, UsageError
from tgkt.facts.indicator import Price
from tgkt.facts.units import definitions
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.results.calc import Answer


class Settings(NamedTuple):
    """What an operation may need besides its values: years and weights."""

    years: int | None = None
    weights: tuple[Quantity, ...] = ()


class Operation(NamedTuple):
    """An operation: its values, its formula and the function that computes it.

    Attributes:
        takes: the names of its values, in their order.
        formula: the formula, as the answer shows it.
        compute: the function that computes it.
        needs_years: whether it cannot do without a number of years.
        by_years: whether it may have a number of years; either way they may stand after the values.
        percents: the places in which a bare number is a percent.
        many: whether more values like the last may follow.
        alike: whether all its values must measure the same thing.
    """

    takes: tuple[str, ...]
    formula: str
    compute: Callable[[Sequence[Quantity], Settings], Quantity]
    needs_years: bool = False
    by_years: bool = False
    percents: tuple[int, ...] = ()
    many: bool = False
    alike: bool = False

    @property
    def usage(self) -> str:
        """Its values, as the help lists them: "START END YEARS"."""
        years = ("YEARS",) if self.needs_years else ("[YEARS]",) if self.by_years else ()
        return " ".join((*self.takes, *years, *(("…",) if self.many else ())))

    def has_years(self, count: int) -> bool:
        """Whether the last of this many values is the number of years."""
        return (self.needs_years or self.by_years) and count == len(self.takes) + 1

    def takes_values(self, count: int) -> bool:
        """Whether it takes this many values, not counting the years."""
        return count == len(self.takes) or (self.many and count > len(self.takes))

    def reads_percent(self, place: int, settings: Settings) -> bool:
        """Whether a bare number in this place is a percent; in a blend it is one if growth over years is blended."""
        return place in self.percents or (self.many and settings.years is not None)


def as_growth(value: Quantity, price: Price | None = None) -> Quantity:
    """A bare number or a percent read as growth.

    Raises:
        UnitError: it has dimensions, or is in points.
    """
    if value.dimensions or value.sort not in (Sort.NUMBER, Sort.GROWTH, Sort.SHARE):
        raise UnitError("expected a growth in percent, got {value}", value=value.named())
    return value.of_sort(Sort.GROWTH, price)


def as_share(value: Quantity) -> Quantity:
    """A bare number or a percent read as a share.

    Raises:
        UnitError: it has dimensions, or is in points already.
    """
    if value.dimensions or value.sort not in (Sort.NUMBER, Sort.SHARE):
        raise UnitError("expected a share in percent, got {value}: percent and points do not mix", value=value.named())
    return value.of_sort(Sort.SHARE, value.price)


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
            "blend has {values} values and {weights} weights. Give --weights W1,W2 …, one for each value",
            values=len(values),
            weights=len(settings.weights),
        )
    if settings.years is not None:
        parts = [Part(as_growth(v), w) for v, w in zip(values, settings.weights, strict=True)]
        return blend_growth(parts, settings.years, weights_at_end=False).value
    return blend_weighted([Part(v, w) for v, w in zip(values, settings.weights, strict=True)]).value


OPERATIONS = {
    "cagr": Operation(("START", "END"), "(END / START)^(1/years) - 1", _cagr, needs_years=True, alike=True),
    "growth": Operation(("START", "END"), "END / START - 1", _growth, alike=True),
    "ratio": Operation(("A", "B"), "A / B", _ratio),
    "points": Operation(
        ("START", "END"), "END - START, over the years if given", _points, by_years=True, percents=(0, 1), alike=True
    ),
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
    """The result of an operation, in root units; the formulas stand at the head of this module.

    Raises:
        UsageError: too few or too many values, or no years where they are needed.
        UnitError: values of different kinds.
        NotComputableError: no number exists.
    """
    operation, count = OPERATIONS[name], len(values)
    if not operation.takes_values(count):
        raise UsageError(
            "{name} takes {usage}, {got}. {advice}",
            name=name,
            usage=operation.usage,
            got=Message.counted(count, "got {count} value", "got {count} values"),
            advice=_advice(name, count),
        )
    if operation.needs_years and settings.years is None:
        raise UsageError(
            "{name} needs the number of years between. Write it after the values, or give --years N, "
            "or --from YEAR and --to YEAR",
            name=name,
        )
    return operation.compute(values, settings)


def _advice(name: str, count: int) -> Message:
    if name == "growth" and count > len(OPERATIONS[name].takes):
        return Message("Growth is over all years; cagr is growth per year, with the number of years after the values")
    return Message("Give the numbers in this order")


def answer(name: str, inputs: Sequence[str], values: Sequence[Quantity], settings: Settings) -> Answer:
    """The result of an operation in a unit that a person would use. Same errors as `calculate`."""
    result = calculate(name, values, settings)
    times, unit = spoken_unit(result, settings.years if name == "points" else None)
    value, low, high = (CONTEXT.divide(end, times) for end in (result.value, result.interval.low, result.interval.high))
    return Answer(name, OPERATIONS[name].formula, tuple(inputs), settings.years, value, low, high, unit)


def spoken_unit(result: Quantity, years: int | None = None) -> tuple[Decimal, str]:
    """A unit that suits a result, as its size in root units and its name: `triệu đồng/người`, `%`, "" for numbers."""
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
    """The largest scale word (thousand, million …) that is not larger than a size, with its power of ten."""
    known = ((power, word.replace("_", " ")) for word, power in definitions().scales.items() if power != 4)
    return max(((power, word) for power, word in known if size >= Decimal(1).scaleb(power)), default=(0, ""))
