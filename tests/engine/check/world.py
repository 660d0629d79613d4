"""A small world to audit: a few documents and indicators, and figures told in one line each.

"share merged 2025 = 71.0 (report, p. 1)"              a figure with its document and place
"growth north 2021-2025 average = 7.3 (report, p. 2)"  of a term
"share merged 2025 = 71.0 (report, p. 1) official"     with a status of its own
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from builders import HERE, catalogue, figure_of, indicator, statement

from tgkt.facts.catalogue import Declared, Severity
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Aggregation, Blend, Indicator, Kind, Price, Words
from tgkt.facts.parsing import parse_identity
from tgkt.facts.period import parse_period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Issuer, Origin, Statement, Status, Timing
from tgkt.facts.units import parse_unit
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year
from tgkt.source import Source

DOCUMENTS = {
    "aims": (Issuer.PARTY, "2024-03-01"),  # before the year 2025 begins: what it says of 2025 is a forecast
    "report": (Issuer.PARTY, "2026-02-01"),
    "month": (Issuer.PARTY, "2026-02"),
    "press": (Issuer.PRESS, "2026-09-01"),
    "review": (Issuer.PARTY, "2026-10-01"),
    "yearbook": (Issuer.STATISTICS, "2027-06-01"),
}
SHARE = indicator(blend=Blend(Aggregation.WEIGHTED, weight="people"), floor=Decimal(0), ceiling=Decimal(100))
OTHER = SHARE._replace(id="other")
PEOPLE = indicator(
    id="people", unit=parse_unit("người"), kind=Kind.COUNT, blend=Blend(Aggregation.SUM), floor=Decimal(0)
)
SCHOOLS, PUPILS = PEOPLE._replace(id="schools"), PEOPLE._replace(id="pupils")
OUTPUT = indicator(
    id="output",
    unit=parse_unit("tỷ đồng"),
    kind=Kind.LEVEL,
    price=Price.CONSTANT,
    blend=Blend(Aggregation.SUM),
    floor=Decimal(0),
)
GROWTH = indicator(
    id="growth",
    unit=parse_unit("%/năm"),
    kind=Kind.GROWTH,
    price=Price.CONSTANT,
    blend=Blend(Aggregation.GROWTH, level="output"),
)
INDICATORS = {each.id: each for each in (SHARE, OTHER, PEOPLE, SCHOOLS, PUPILS, OUTPUT, GROWTH)}

_LINE = re.compile(
    r"(?P<id>\w+) (?P<area>\w+) (?P<period>[\d-]+)(?: (?P<timing>average|total|every_year))? = (?P<value>[^(]+) "
    r"\((?P<origin>\w+), (?P<place>[^)]+)\)(?: (?P<status>\w+))?"
)


def told(line: str, number: int = 1, **changes: Any) -> Statement:
    """A figure from its line; an exact count where the indicator counts things."""
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"'{line}' is not a figure. Write share merged 2025 = 71.0 (report, p. 1)")
    said = match.groupdict()
    measured = INDICATORS[said["id"]]
    return statement(
        figure_of(said["value"], exact=measured.kind is Kind.COUNT),
        indicator=said["id"],
        area=said["area"],
        period=parse_period(said["period"]),
        timing=Timing(said["timing"]) if said["timing"] else Timing.IN_YEAR,
        unit=measured.unit,
        origin=said["origin"],
        locator=said["place"],
        status=Status(said["status"]) if said["status"] else None,
        source=Source("figures.yaml", number, 1),
    )._replace(**changes)


def world(
    *figures: str | Statement,
    rows: Iterable[Row] = (),
    identities: Iterable[Declared] = (),
    clock: Clock | None = None,
    indicators: Iterable[Indicator] = INDICATORS.values(),
) -> Knowledge:
    """What is known when these figures are all there is, up to the newest year they speak of."""
    statements = [told(each, place) if isinstance(each, str) else each for place, each in enumerate(figures, 1)]
    own = [each for row in rows for each in (row.baseline, row.result) if each]
    flat = catalogue(*statements, *own, rows=rows, indicators=indicators)
    found = replace(flat, origins=_origins(), identities=tuple(identities))
    return Knowledge(found, clock or Clock(newest_year(found)))


def declared(formula: str, id: str = "identity", **changes: Any) -> Declared:
    """An identity of the data."""
    plain = Declared(id, "sum", parse_identity(formula), (), None, None, Severity.MEDIUM, HERE)
    return plain._replace(**changes)


def goal(line: str, **changes: Any) -> Statement:
    """A target, with a source of its own."""
    return told(line, 100, **{"ambition": True, **changes})


def more_than(value: str, line: str) -> Statement:
    """A target above a number: "> 75"."""
    return goal(line, figure=figure_of(f"> {value}"), comparator=Comparator.MORE_THAN, printed=f"> {value}")


def _origins() -> dict[str, Origin]:
    return {
        name: Origin(
            id=name,
            title=Words(name, name),
            short=Words(f"văn bản {name}", f"the {name}"),
            issuer=issuer,
            date=date,
            url=None,
            note=None,
            source=HERE,
        )
        for name, (issuer, date) in {**DOCUMENTS, "resolution": (Issuer.PARTY, "2025-09-01")}.items()
    }
