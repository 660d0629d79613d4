"""Declared facts for tests, and the worked examples of `tests/cases`.

What a test does not say has a plain default: a share in %, in the merged province, for 2030.
Figures are written as tgkt prints them in English: `7.35`, `≥ 92`, `> 46`, `≈ 35`, `6.5 - 7.0`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

import pytest
import yaml

from tgkt.engine.project.choice import SOURCES, Choice
from tgkt.engine.project.typed import read_pace
from tgkt.facts.catalogue import Area, Break, Catalogue, Route, Severity
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.indicator import Aggregation, Blend, Direction, Indicator, Kind, Path, Words
from tgkt.facts.interval import INFINITY
from tgkt.facts.notation import Amount, read_amounts, written
from tgkt.facts.period import Period, parse_period
from tgkt.facts.plan import Plan, Row
from tgkt.facts.statement import Issuer, Origin, Statement, Timing
from tgkt.facts.units import parse_unit
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year
from tgkt.source import Source

CASES = FilePath(__file__).with_name("cases")
HERE = Source("test.yaml", 1, 1)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where it is there
MERGED: Mapping[str, Sequence[str]] = {"merged": ("north", "south"), "north": (), "south": ()}
_SIGNS = {
    "≥": Comparator.AT_LEAST,
    ">": Comparator.MORE_THAN,
    "≤": Comparator.AT_MOST,
    "<": Comparator.LESS_THAN,
    "≈": Comparator.ABOUT,
    "≲": Comparator.NEAR_BELOW,
}
_FIGURE = re.compile(r"(?:([≥>≤<≈≲]) )?(-?\d+(?:\.\d+)?)(?: - (-?\d+(?:\.\d+)?))?")

_INDICATOR = Indicator(
    id="share",
    section="society",
    title=Words("Tỷ lệ", "Share"),
    unit=parse_unit("%"),
    kind=Kind.SHARE,
    direction=Direction.INCREASE,
    path=Path.LINEAR,
    price=None,
    blend=Blend(Aggregation.NONE),
    floor=-INFINITY,
    ceiling=INFINITY,
    parts=(),
    definition=None,
    source=HERE,
)
_STATEMENT = Statement(
    indicator="share",
    area="merged",
    period=Period(2030, 2030),
    timing=Timing.IN_YEAR,
    comparator=Comparator.MILESTONE,
    figure=None,
    values=(),
    reached=None,
    unit=parse_unit("%"),
    times=Decimal(1),
    printed_unit=None,
    relative_to=None,
    status=None,
    supersedes=(),
    ambition=False,
    printed="words",
    origin="report",
    locator="row 1",
    excludes=(),
    note=None,
    source=HERE,
)
_ROW = Row(
    plan="targets",
    code="1",
    area="merged",
    indicator=_INDICATOR,
    label=None,
    target=None,
    baseline=None,
    last_term=None,
    result=None,
    official=None,
    origin="resolution",
    locator="item 1",
    note=None,
    source=HERE,
)


def figure_of(text: str, *, exact: bool = False) -> Figure:
    """Read a figure as the cases write it."""
    match = _FIGURE.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not a figure. Write 7.35, ≥ 92, ≈ 35 or 6.5 - 7.0")
    sign, low, high = match.groups()
    comparator = Comparator.BETWEEN if high else _SIGNS.get(sign, Comparator.EQUALS)
    return Figure(Decimal(low), Decimal(high or low), comparator, exact)


def shown(figure: Figure) -> str:
    """A figure as the cases write it, with every digit."""
    sign = {comparator: sign for sign, comparator in _SIGNS.items()}.get(figure.comparator)
    numbers = f"{figure.low} - {figure.high}" if figure.is_range else f"{figure.value}"
    return f"{sign} {numbers}" if sign else numbers


def indicator(**changes: Any) -> Indicator:
    """An indicator: a share in % that should rise, unless said otherwise."""
    return _INDICATOR._replace(**changes)


def statement(told: str | Figure | None = None, **changes: Any) -> Statement:
    """A printed figure, or words when there is none."""
    figure = figure_of(told) if isinstance(told, str) else told
    if figure is None:
        return _STATEMENT._replace(**changes)
    return _STATEMENT._replace(figure=figure, comparator=figure.comparator, **{"printed": shown(figure), **changes})


def row(**changes: Any) -> Row:
    """A line of the plan `targets`."""
    return _ROW._replace(**changes)


def origin(name: str = "report", date: str | None = None, issuer: Issuer | None = None) -> Origin:
    """A document, without date and issuer unless said otherwise."""
    return Origin(name, Words(name, name), Words(name, name), issuer, date, None, None, HERE)


def broken(since: int | None = 2026, **changes: Any) -> Break:
    """A break of the share from a year on, or only a mark without one; targets stand on the new side."""
    said = Words("chuẩn mới", "a new standard")
    return Break("standard", "share", said, Severity.HIGH, HERE, since)._replace(**changes)


def catalogue(
    *observations: Statement,
    rows: Iterable[Row] = (),
    indicators: Iterable[Indicator] = (_INDICATOR,),
    origins: Iterable[Origin] = (),
    areas: Mapping[str, Sequence[str]] = MERGED,
    routes: Iterable[Route] = (),
    breaks: Iterable[Break] = (),
    in_year: Sequence[Statement] = (),
) -> Catalogue:
    """Three areas, one merged from the two others, and the plan `targets` for 2026-2030 with base year 2025."""
    plan = Plan("targets", Words("Kế hoạch", "Plan"), Period(2026, 2030), 2025, "resolution", (), tuple(rows), HERE)
    return Catalogue(
        areas={name: Area(name, Words(name, name), tuple(parts), HERE) for name, parts in areas.items()},
        origins={each.id: each for each in origins},
        sections={},
        indicators={each.id: each for each in indicators},
        plans={"targets": plan},
        observations=observations,
        routes=tuple(routes),
        breaks=tuple(breaks),
        in_year=tuple(in_year),
    )


def knowledge(
    *observations: Statement,
    rows: Iterable[Row] = (),
    indicators: Iterable[Indicator] = (),
    origins: Iterable[Origin] = (),
    areas: Mapping[str, Sequence[str]] = MERGED,
    routes: Iterable[Route] = (),
    breaks: Iterable[Break] = (),
    in_year: Sequence[Statement] = (),
    **clock: Any,
) -> Knowledge:
    """What is known of some figures and of what rows print; each figure has a place of its own.

    Args:
        observations: figures of documents other than the plan.
        rows: the rows of the plan `targets`; what they print as baseline, last term and result is known too.
        indicators: indicators that no row has.
        origins: documents with a date or an issuer.
        areas: the areas with their parts; `merged` from `north` and `south` unless said otherwise.
        routes: routes to a weight.
        breaks: breaks of their series.
        in_year: figures of parts of a year.
        clock: `as_of`, `known_by`, `plan_baseline`, `across_breaks`; up to the newest figure unless said otherwise.
    """
    rows = list(rows)
    printed = [each for row in rows for each in (row.baseline, row.last_term, row.result) if each]
    placed = [
        each._replace(source=Source("other.yaml", place, 1)) if each.source == HERE else each
        for place, each in enumerate(observations, 1)
    ]
    declared = {each.id: each for each in (_INDICATOR, *indicators, *(row.indicator for row in rows))}
    facts = catalogue(
        *printed,
        *placed,
        rows=rows,
        indicators=declared.values(),
        origins=origins,
        areas=areas,
        routes=routes,
        breaks=breaks,
        in_year=[each._replace(source=Source("in_year.yaml", place, 1)) for place, each in enumerate(in_year, 1)],
    )
    return Knowledge(facts, Clock(**{"as_of": newest_year(facts), **clock}))


def amount(text: str) -> Amount:
    """An amount as it is typed, alone in its call."""
    (found,) = read_amounts([written(text)])
    return found


def pace_of(text: str | None) -> Choice:
    """A pace as `--pace` takes it."""
    return read_pace(None, text) if text is None or text in SOURCES else read_pace(amount(text))


def period(text: str | int) -> Period:
    """A year or a term from a case."""
    return parse_period(str(text))


def cases(file: str, *, given: Iterable[str] | None, expect: Iterable[str]) -> list[Any]:
    """The worked examples of a file as test parameters named by their sentence.

    Args:
        file: the name of a file of `tests/cases` without its ending.
        given: the keys a case may give; any other key is a mistake. None where a case chooses them.
        expect: the keys a case may expect.
    """
    found: list[dict[str, Any]] = yaml.load((CASES / f"{file}.yaml").read_text(encoding="utf-8"), _Loader)
    allowed = {"expect": set(expect), **({} if given is None else {"given": set(given)})}
    for case in found:
        slips = {key for part, keys in allowed.items() for key in case[part] if key not in keys}
        slips |= set(case) - {"name", "given", "expect", "known_bug"}
        if slips:
            raise ValueError(f"{file}.yaml: '{case['name']}' has unknown keys: {', '.join(sorted(slips))}")
    names = [case["name"] for case in found]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"{file}.yaml: names that stand twice: {twice}")
    return [pytest.param(case["given"], case["expect"], id=case["name"], marks=_marks(case)) for case in found]


def _marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=case["known_bug"])] if "known_bug" in case else []
