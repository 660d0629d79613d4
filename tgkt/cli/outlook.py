"""Trajectories as `tgkt project` asks for them: which rows, at which pace, under which scenario."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tgkt.cli.options import Output
from tgkt.cli.pick import rows_or_indicators
from tgkt.cli.scenarios import read_scenarios, show_effects
from tgkt.engine.project.choice import LAST_TERM, OBSERVED, RATE, REQUIRED, Choice
from tgkt.engine.project.judgement import judged
from tgkt.engine.project.pace import VERSIONS
from tgkt.engine.project.projection import projected
from tgkt.engine.project.scenario import led_to
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.errors import NotationError, UsageError
from tgkt.facts.notation import plain_number
from tgkt.facts.plan import Plan, Row
from tgkt.report.formats import machine
from tgkt.report.project.chart import charts
from tgkt.report.project.rows import PROJECT_SCHEMA, effect_row, outlook_row
from tgkt.report.project.tables import effects_tables, outlook_tables, year_table
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.project import Outlook, Scenario
from tgkt.series.series import Knowledge

_SOURCES = (OBSERVED, LAST_TERM, REQUIRED)
_WORDS = "Write observed, last_term, required, 9% or +0.5pp"


class Question(NamedTuple):
    """What `tgkt project` was asked."""

    what: list[str]
    year: int | None
    pace: str | None
    method: str
    settings: list[str]
    scenarios: list[Path]
    area: str | None
    chart: bool
    ascii: bool

    @property
    def looks_at_paths(self) -> bool:
        """Whether trajectories were asked for beside the effects of a scenario."""
        return bool(self.what or self.year or self.pace or self.chart)


def ask(asked: Question, plan: Plan, knowledge: Knowledge, where: Output) -> None:
    """Answer with trajectories; under a scenario with its effects, and with both where both are asked for."""
    if asked.chart and not asked.what:
        raise UsageError("--chart draws the indicators you name. Name one or more, e.g. tgkt project grdp --chart")
    scenarios = read_scenarios(asked.settings, asked.scenarios, plan, knowledge, where.lang)
    if scenarios and not asked.looks_at_paths:
        show_effects(scenarios, plan, knowledge, where)
        return
    if len(scenarios) > 1:
        raise UsageError("trajectories are shown under one scenario. Give one, or leave out --year and --pace")
    rows = rows_or_indicators(asked.what, plan, knowledge, where.lang) if asked.what else list(plan.rows)
    rows = [row for row in rows if asked.area in (None, row.area)]
    found = [_outlook(row, asked, knowledge, scenarios) for row in rows]
    _show(found, scenarios, asked, plan, knowledge, where)


def _outlook(row: Row, asked: Question, knowledge: Knowledge, scenarios: Sequence[Scenario]) -> Outlook:
    way = way_of(row, knowledge)
    effect = next((each for some in scenarios for each in some.effects if each.row is row), None)
    found = led_to(way, effect) if effect else projected(way, read_pace(asked.pace), asked.year)
    return Outlook(found, judged(way, knowledge, asked.method))


def _show(
    found: list[Outlook], scenarios: list[Scenario], asked: Question, plan: Plan, knowledge: Knowledge, where: Output
) -> None:
    view, year = View(where.lang, where.width), asked.year or plan.period.last
    if asked.chart and not where.is_machine:
        where.put(charts([each.trajectory for each in found], where.lang, where.width or 100, ascii_only=asked.ascii))
        return

    def tables() -> list[Table]:
        note = _note(asked, found, where.lang)
        shown = outlook_tables(found, knowledge.catalogue, view, year, note, ascii_only=asked.ascii)
        years = [year_table(each.trajectory, where.lang) for each in found if asked.what and each.trajectory.points]
        return shown + years + (effects_tables(scenarios, view) if scenarios else [])

    head = {
        "plan": plan.id,
        "as_of": knowledge.clock.as_of,
        "year": year,
        "pace": asked.pace or "default",
        "method": asked.method,
        "method_version": VERSIONS[asked.method],
        "effects": [effect_row(each.name, effect) for each in scenarios for effect in each.effects],
    }
    where.write(tables, lambda name: machine(name, PROJECT_SCHEMA, head, [outlook_row(each, year) for each in found]))


def _note(asked: Question, found: Sequence[Outlook], lang: str) -> str:
    """How the projection was made: the pace and the years it speaks of."""
    spans = {each.trajectory.span for each in found if each.trajectory.span and each.trajectory.pace_from == LAST_TERM}
    told = word(f"pace_{asked.pace or 'default'}", lang) if asked.pace in (None, *_SOURCES) else asked.pace
    if len(spans) == 1:
        told += f" ({'-'.join(map(str, next(iter(spans))))})"
    form = word("form_note", lang)
    version = VERSIONS[asked.method]
    return word("project_note", lang).format(pace=told, method=asked.method, version=version, form=form)


def read_pace(text: str | None) -> Choice:
    """A source of pace, a growth in percent, or points a year.

    Raises:
        UsageError: it is none of them; the message names what is.
    """
    if text is None or text in _SOURCES:
        return Choice(text)
    if text == "trend":
        raise UsageError("--pace trend is now --pace last_term. Write --pace last_term")
    match = re.match(r"([+\-]?)(.+?)\s*(pp|%/năm|%)?\Z", text.strip())
    if match is None:
        raise UsageError(f"--pace: nothing is written. {_WORDS}")
    try:
        value = plain_number(match[2])
    except NotationError as error:
        raise UsageError(f"--pace: {error}. {_WORDS}") from None
    signed = -value if match[1] == "-" else value
    if match[3] == "pp":
        return Choice(RATE, points=signed)
    if signed <= -100:
        raise UsageError(f"--pace: nothing is left after {signed} % a year. Write a rate above -100%")
    return Choice(RATE, growth=signed / 100)
