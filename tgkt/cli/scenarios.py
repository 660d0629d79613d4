"""Scenarios and goals as `tgkt project` reads and shows them."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from tgkt.cli.options import Output
from tgkt.cli.pick import row_named
from tgkt.engine.project.goal_seek import solve
from tgkt.engine.project.typed import in_unit, read_setting
from tgkt.engine.project.what_if import State, effects
from tgkt.errors import EXIT_TRUE, NotationError, UnitError, UsageError
from tgkt.facts.plan import Plan
from tgkt.report.breaks import break_rows, saying_across
from tgkt.report.fields.project import EFFECTS, SOLVE
from tgkt.report.formats import written
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.project.effects import effects_tables, solution_tables
from tgkt.report.project.rows import effect_rows, link_rows, solution_head, solution_row
from tgkt.report.view import View
from tgkt.results.project import Scenario
from tgkt.series.series import Knowledge

_GOAL = re.compile(r"\s*(.+?)\s*(>=|<=|==|=|≥|≤)\s*(.+)\Z")
_SIGNS = {"≥": ">=", "≤": "<=", "==": "="}


def read_scenarios(
    settings: list[str], files: list[Path], plan: Plan, knowledge: Knowledge, lang: str
) -> list[Scenario]:
    """The scenarios of `--set` and `--scenario`; what is typed is added to each file.

    Raises:
        UsageError: three files, an indicator set twice, a value that cannot be read, or settings that contradict.
    """
    if not settings and not files:
        return []
    typed = dict(_pair(each) for each in settings)
    if len(typed) < len(settings):
        raise UsageError("--set: an indicator is set twice. Set each once")
    texts = _from_files(files, lang)
    if typed:
        texts = [(f"{name} + {_said(typed)}", values | typed) for name, values in texts] or [(_said(typed), typed)]
    return [_scenario(name, values, plan, knowledge, lang) for name, values in texts]


def show_effects(scenarios: list[Scenario], plan: Plan, knowledge: Knowledge, where: Output) -> None:
    """Every target that the scenarios change."""
    tongues = tongues_of(knowledge.catalogue, plan)
    head = {
        "plan": plan.id,
        "as_of": knowledge.clock.as_of,
        "across_breaks": knowledge.clock.across_breaks,
        "breaks": break_rows((effect.breaks for each in scenarios for effect in each.effects), tongues),
        "links": link_rows([link for each in scenarios for link in each.links]),
    }
    where.write(
        lambda: saying_across(
            effects_tables(scenarios, View(where.lang, where.width)),
            where.lang,
            is_across=knowledge.clock.across_breaks,
        ),
        lambda form: written(form, EFFECTS, head, effect_rows(scenarios, tongues), tongues.further),
    )


def seek_goal(unknowns: list[str], goal: str | None, plan: Plan, knowledge: Knowledge, where: Output) -> None:
    """The value of one figure at which another meets a goal; exit 1 where there is none.

    Raises:
        UsageError: not one unknown and one goal, or a goal that cannot be read.
    """
    if len(unknowns) != 1 or goal is None:
        raise UsageError(
            f"--solve finds one figure for one goal, got {len(unknowns)}. "
            "Write --solve grdp_growth --for 'grdp_per_capita >= 220'"
        )
    match = _GOAL.match(goal)
    if not match:
        raise UsageError(f"--for: '{goal}' is no goal. Write WHAT >= VALUE, e.g. 'income >= 220'")
    unknown, wanted_row = (row_named(each, plan, where.lang) for each in (unknowns[0], match[1]))
    try:
        wanted = in_unit(match[3].strip(), wanted_row)
    except (NotationError, UnitError) as error:
        raise UsageError(f"--for {goal}: {error}") from None
    found = solve(unknown, wanted_row, _SIGNS.get(match[2], match[2]), wanted, plan.rows, knowledge)
    tongues = tongues_of(knowledge.catalogue, plan)
    where.write(
        lambda: solution_tables(found, View(where.lang, where.width)),
        lambda form: written(
            form,
            SOLVE,
            solution_head(found, plan.id, tongues),
            [solution_row(found, tongues)],
            tongues.further,
        ),
    )
    if found.value is None:
        raise typer.Exit(EXIT_TRUE)


def _from_files(files: list[Path], lang: str) -> list[tuple[str, dict[str, str]]]:
    from tgkt.loading.scenario import read_scenario  # lazy: yaml is needed only for scenario files

    if len(files) > 2:
        raise UsageError(f"--scenario: two scenarios are compared, got {len(files)}. Give one or two")
    read = [(path, read_scenario(path)) for path in files]
    return [(each.title.within(lang) if each.title else path.stem, each.settings) for path, each in read]


def _scenario(name: str, values: dict[str, str], plan: Plan, knowledge: Knowledge, lang: str) -> Scenario:
    start = State(knowledge, {})
    for id in values:
        if id in knowledge.catalogue.indicators and all(row.indicator.id != id for row in plan.rows):
            raise UsageError(f"'{id}' has no target in {plan.id}, and a scenario sets targets. Name one of the plan")
    rows = {id: row_named(id, plan, lang) for id in values}
    chosen = dict(read_setting(text, rows[id], start, knowledge) for id, text in values.items())
    if len(chosen) < len(values):
        raise UsageError(f"{name}: an indicator is set twice, by its id and by its number. Set each once")
    changed, links = effects(plan.rows, knowledge, chosen)
    return Scenario(name, tuple(changed), tuple(links))


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not value.strip():
        raise UsageError(f"--set: '{text}' is not WHAT=VALUE. Write e.g. --set grdp_growth=9")
    return name.strip(), value.strip()


def _said(settings: dict[str, str]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in settings.items())
