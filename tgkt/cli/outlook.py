"""Trajectories as `tgkt project` asks for them: which rows, at which pace, under which scenario."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tgkt.cli.options import Format, Output
from tgkt.cli.pick import area_named, rows_or_indicators
from tgkt.cli.scenarios import read_scenarios, show_effects
from tgkt.cli.typed import read_typed
from tgkt.engine.project.choice import Choice
from tgkt.engine.project.judgement import judged
from tgkt.engine.project.pace import VERSIONS
from tgkt.engine.project.projection import projected
from tgkt.engine.project.scenario import led_to
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.errors import UsageError
from tgkt.facts.plan import Plan, Row
from tgkt.report.breaks import break_rows, saying_across
from tgkt.report.fields.project import PROJECT, PROJECT_LONG
from tgkt.report.formats import Form, machine_text
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.project.chart import charts
from tgkt.report.project.effects import effects_tables
from tgkt.report.project.rows import effect_rows, outlook_row, year_rows
from tgkt.report.project.tables import outlook_tables, project_note, year_table
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.project import Outlook, Scenario
from tgkt.series.series import Knowledge


class Question(NamedTuple):
    """The question to `tgkt project`."""

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
    typed = read_typed(asked.settings, asked.pace, plan, where.lang)
    asked = asked._replace(pace=typed.said)
    scenarios = read_scenarios(typed.settings, asked.scenarios, plan, knowledge, where.lang)
    if scenarios and not asked.looks_at_paths:
        show_effects(scenarios, plan, knowledge, where)
        return
    if len(scenarios) > 1:
        raise UsageError("trajectories are shown for one scenario only. Give one, or leave out WHAT, --year and --pace")
    rows = rows_or_indicators(asked.what, plan, knowledge, where.lang) if asked.what else list(plan.rows)
    area = area_named(asked.area, knowledge.catalogue).id if asked.area is not None else None
    rows = [row for row in rows if area in (None, row.area)]
    found = [_outlook(row, asked, typed.pace, knowledge, scenarios) for row in rows]
    if asked.chart and not where.is_machine:
        _draw(found, asked, where)
    else:
        _show(found, scenarios, asked, plan, knowledge, where)


def _outlook(row: Row, asked: Question, choice: Choice, knowledge: Knowledge, scenarios: Sequence[Scenario]) -> Outlook:
    way = way_of(row, knowledge)
    effect = next((each for some in scenarios for each in some.effects if each.row is row), None)
    found = led_to(way, knowledge, effect, asked.year) if effect else projected(way, knowledge, choice, asked.year)
    return Outlook(found, judged(way, knowledge, asked.method))


def _draw(found: Sequence[Outlook], asked: Question, where: Output) -> None:
    """Pictures instead of tables; in Markdown they stand in a fence."""
    where.require_no_columns()
    drawn = charts([each.trajectory for each in found], where.lang, where.width or 100, ascii_only=asked.ascii)
    where.put(f"```text\n{drawn}```\n" if where.format is Format.MD else drawn)


def _show(
    found: list[Outlook], scenarios: list[Scenario], asked: Question, plan: Plan, knowledge: Knowledge, where: Output
) -> None:
    view, year = View(where.lang, where.width), asked.year or plan.period.last
    tongues = tongues_of(knowledge.catalogue, plan)
    head = {
        "plan": plan.id or None,
        "as_of": knowledge.clock.as_of,
        "year": year,
        "pace": asked.pace or "default",
        "method": asked.method,
        "method_version": VERSIONS[asked.method],
        "across_breaks": knowledge.clock.across_breaks,
        "breaks": break_rows((each.trajectory.breaks for each in found), tongues),
        "effects": effect_rows(scenarios, tongues),
    }

    method = f"{asked.method} ({VERSIONS[asked.method]})"

    def tables() -> list[Table]:
        note = project_note(found, asked.pace, method, view)
        shown = outlook_tables(found, knowledge.catalogue, view, year, note, ascii_only=asked.ascii)
        years = [year_table(each, method, where.lang) for each in found if asked.what and each.trajectory.points]
        told = shown + years + (effects_tables(scenarios, view) if scenarios else [])
        return saying_across(told, view.lang, is_across=knowledge.clock.across_breaks)

    def machine(form: Form) -> str:
        if form.is_long:
            return machine_text(form, PROJECT_LONG, head, year_rows(found, tongues), tongues.further)
        return machine_text(form, PROJECT, head, [outlook_row(each, year, tongues) for each in found], tongues.further)

    where.write(tables, machine, lambda each: outlook_row(each, year, tongues))
