"""From the table `raw` to the views that the statement reads: `figures`, `measures`, `targets`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from tgkt.errors import UsageError
from tgkt.facts.indicator import Indicator
from tgkt.facts.statement import Status
from tgkt.panel.base import Base
from tgkt.panel.source import YEAR, Shape
from tgkt.panel.target import Measure, Target
from tgkt.panel.way import Scale
from tgkt.record import NamedTuple

_TEXTS = ("area", "indicator", "form", "refused", "comparator", "unit")
_WHOLE = ("id", "first", "last", "base_year", "plan_years", "of_year", "sign")
_MOST_PLACES, _NARROW = 12, 17


class Profile(NamedTuple):
    """What is known of the figures before they are computed with.

    Attributes:
        decimals: the most decimals of a figure.
        newest: the newest year; None where there is no figure.
        largest: the largest figure without its sign.
    """

    decimals: int
    newest: int | None
    largest: Decimal


def text_of(column: str) -> str:
    """A column of texts."""
    return f"CAST({column} AS VARCHAR)"


def told(shape: Shape, there: str = "value IS NOT NULL") -> str:
    """The rows that tell a figure: those with a value that are no forecasts."""
    is_forecast = f" AND COALESCE(status, '') <> '{Status.FORECAST}'" if "status" in shape.columns else ""
    return there + is_forecast


def profile(base: Base, shape: Shape) -> Profile:
    """The most decimals and the newest year."""
    places = "GREATEST(MAX(decimals), MAX(places))" if shape.texts else "0"
    decimals, newest, largest = base.rows(
        f"SELECT {places}, MAX({YEAR}), MAX(ABS(value)) FROM raw WHERE {told(shape)}"
    )[0]
    if not shape.texts:
        kind = base.columns("raw")["value"]
        decimals = int(kind.rstrip(")").split(",")[1]) if kind.startswith("DECIMAL") else 0
        if "decimals" in shape.columns:
            decimals = max(decimals, base.rows("SELECT MAX(CAST(decimals AS INTEGER)) FROM raw")[0][0] or 0)
    return Profile(decimals or 0, newest, Decimal(largest or 0) + 1)


def scale_of(
    targets: Iterable[Target], measures: Sequence[Measure], found: Profile, *, has_steps: bool = True
) -> Scale:
    """How numbers are held, so that no digit of figures, targets and limits is lost.

    Raises:
        UsageError: there are more decimals than are held.
    """
    kept = list(targets)
    units = max((_places(each.times) for each in measures), default=0)
    figures = found.decimals + units
    printed = [_places(value) for each in kept for value in each if isinstance(value, Decimal)]
    multiples = [_places(value) for each in kept if each.of_year for value in (each.near_edge, each.far_edge) if value]
    most = max([figures, *printed])
    years = max(
        (max(each.last - each.base_year, each.last - each.first + 1, each.plan_years) for each in kept), default=1
    )
    if most + 2 > _MOST_PLACES:
        raise UsageError("panel computes with at most {most} decimals, and there are {count}", most=10, count=most)
    largest = found.largest * max([Decimal(1), *(each.times for each in measures)])
    is_narrow = largest < Decimal(10) ** (_NARROW - most - 2)
    return Scale(
        places=most + 2,
        printed=max(most, figures + max(multiples, default=0)),
        years=max(1, years),
        is_narrow=is_narrow,
        has_steps=has_steps,
        has_units=any(each.unit for each in measures),
        has_zeros=any(each.is_scaled or each.is_count for each in measures),
    )


def make_tables(base: Base, shape: Shape, scale: Scale, targets: Sequence[Target], measures: Sequence[Measure]) -> None:
    """Make `targets`, `measures` and the view `figures`."""
    _table(base, "targets", targets, Target._fields, scale)
    _table(base, "measures", measures, Measure._fields, scale)
    words = text_of("comparator") if shape.has_words else "'equals'"
    unit = f"COALESCE({text_of('unit')}, '')" if "unit" in shape.columns else "''"
    columns = {
        "area": text_of("area"),
        "indicator": text_of("indicator"),
        "unit": unit,
        "year": "CAST(year AS INTEGER)",
        "value": f"CAST(value AS {scale.figure})",
        "decimals": f"CAST({'NULL' if shape.is_exact else 'decimals'} AS INTEGER)",
        "words": f"COALESCE(NULLIF({words}, ''), 'equals')" if shape.has_words else words,
    }
    listed = ", ".join(f"{text} AS {name}" for name, text in columns.items())
    base.run(f"CREATE VIEW figures AS SELECT {listed} FROM raw WHERE {told(shape)}")


def limits_table(base: Base, indicators: Mapping[str, Indicator], scale: Scale) -> None:
    """The names and limits of all indicators, against which figures are checked."""
    rows = [
        (each.id, each.floor if each.floor.is_finite() else None, each.ceiling if each.ceiling.is_finite() else None)
        for each in indicators.values()
    ]
    base.table("known", rows, ("indicator", "floor", "ceiling"), ("VARCHAR", scale.decimal, scale.decimal))


def _table(base: Base, name: str, rows: Sequence[NamedTuple], fields: Sequence[str], scale: Scale) -> None:
    base.table(name, rows, fields, [_type(field, scale, name) for field in fields])


def _type(field: str, scale: Scale, table: str) -> str:
    if field in _TEXTS:
        return "VARCHAR"
    if field in _WHOLE:
        return "INTEGER"
    numbers = Target if table == "targets" else Measure
    return scale.decimal if "Decimal" in str(numbers.__annotations__[field]) else "BOOLEAN"


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
