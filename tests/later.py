"""The shipped plan with figures that came later: one line a figure, as a person would tell it.

"hdi 2026 = 0.762"                                   official, of the statistics office, dated the year after
"grdp_per_capita 2025 = 114.1 official"              a status may follow
"population 2030 = 1850 estimated by gov 2026-05"    and the document: its issuer and date
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from shipped import TONGUES, shipped

from tgkt.engine.project.choice import Choice
from tgkt.engine.project.judgement import judged
from tgkt.engine.project.projection import projected
from tgkt.engine.status.rows import assess_row
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.indicator import Kind, Words
from tgkt.facts.period import parse_period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Issuer, Origin, Statement, Status, Timing
from tgkt.facts.units import factor, parse_unit
from tgkt.report.project.rows import outlook_row
from tgkt.report.status.rows import status_row
from tgkt.results.project import Outlook
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year
from tgkt.source import Source

_LINE = re.compile(
    r"(?P<id>\w+) (?P<period>[\d-]+)(?: (?P<timing>average|total|every_year))? = (?P<sign>[≥>≤<≈] )?(?P<value>-?[\d.]+)"
    r"(?: in (?P<unit>[^=]+?))?(?: (?P<status>official|provisional|estimated|unstated))?"
    r"(?: by (?P<issuer>\w+) (?P<date>[\d-]+))?"
)
_SIGNS = {"≥": Comparator.AT_LEAST, ">": Comparator.MORE_THAN, "≤": Comparator.AT_MOST, "≈": Comparator.ABOUT}
_ISSUERS = {"gov": Issuer.GOVERNMENT, "stat": Issuer.STATISTICS, "party": Issuer.PARTY, "press": Issuer.PRESS}


def with_figures(*lines: str, area: str = "merged") -> Catalogue:
    """The shipped data with later figures, one a line."""
    catalogue = shipped()
    found = [_statement(line, place, area, catalogue) for place, line in enumerate(lines, 1)]
    return Catalogue(
        catalogue.areas,
        {**catalogue.origins, **{origin.id: origin for _, origin in found}},
        catalogue.sections,
        catalogue.indicators,
        catalogue.plans,
        (*catalogue.observations, *(statement for statement, _ in found)),
        catalogue.routes,
        catalogue.links,
        catalogue.identities,
        catalogue.breaks,
        reprints=catalogue.reprints,
    )


def knowledge(*lines: str, **clock: Any) -> Knowledge:
    """What is known with later figures, up to the newest of them unless the clock says otherwise."""
    catalogue = with_figures(*lines)
    return Knowledge(catalogue, Clock(**{"as_of": newest_year(catalogue), **clock}))


def row_of(code: str, known: Knowledge, plan: str = "targets_2025_2030") -> Row:
    """The row of a number."""
    return next(row for row in known.catalogue.plans[plan].rows if row.code == code)


def status(code: str, *lines: str, **clock: Any) -> dict[str, Any]:
    """The row of `tgkt status -f json` for a number, with later figures."""
    known = knowledge(*lines, **clock)
    return status_row(assess_row(row_of(code, known), known), TONGUES)


def outlook(
    code: str, *lines: str, method: str = "statcan", pace: Choice | None = None, **clock: Any
) -> dict[str, Any]:
    """The row of `tgkt project -f json` for a number, with later figures."""
    known = knowledge(*lines, **clock)
    way = way_of(row_of(code, known), known)
    return outlook_row(Outlook(projected(way, known, pace or Choice()), judged(way, known, method)), 2030, TONGUES)


def _statement(line: str, place: int, area: str, catalogue: Catalogue) -> tuple[Statement, Origin]:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"'{line}' is not a later figure")
    told = match.groupdict()
    indicator, period = catalogue.indicators[told["id"]], parse_period(told["period"])
    unit = parse_unit(told["unit"]) if told["unit"] else indicator.unit
    comparator = _SIGNS[told["sign"].strip()] if told["sign"] else Comparator.EQUALS
    date = told["date"] or f"{period.last + 1}-02-15"
    issuer = _ISSUERS[told["issuer"]] if told["issuer"] else Issuer.STATISTICS
    source = Source("later.yaml", place, 1)
    origin = Origin(
        f"{issuer}_{date}".replace("-", "_"), Words(line, line), Words(line, line), issuer, date, None, None, source
    )
    value = Decimal(told["value"])
    statement = Statement(
        indicator=indicator.id,
        area=area,
        period=period,
        timing=Timing(told["timing"]) if told["timing"] else Timing.IN_YEAR,
        comparator=comparator,
        figure=Figure(value, value, comparator, indicator.kind in (Kind.COUNT, Kind.RANK)),
        values=(),
        reached=None,
        unit=unit,
        times=factor(unit, indicator.unit),
        printed_unit=None,
        relative_to=None,
        status=Status(told["status"] or "official"),
        supersedes=(),
        ambition=False,
        printed=line,
        origin=origin.id,
        locator=f"line {place}",
        excludes=(),
        note=None,
        source=source,
    )
    return statement, origin
