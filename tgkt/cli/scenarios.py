"""Scenarios and goals as `tgkt project` reads and shows them."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from tgkt.cli.amounts import amounts_of, naming
from tgkt.cli.options import Output
from tgkt.cli.pick import row_named
from tgkt.engine.project.goal_seek import solve
from tgkt.engine.project.typed import in_unit, read_setting
from tgkt.engine.project.what_if import State, effects
from tgkt.errors import EXIT_TRUE, UsageError
from tgkt.facts.notation import Amount
from tgkt.facts.plan import Plan
from tgkt.report.breaks import break_rows, saying_across
from tgkt.report.fields.project import EFFECTS, SOLVE
from tgkt.report.formats import machine_text
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.project.effects import effects_tables, solution_tables
from tgkt.report.project.rows import effect_rows, link_rows, solution_head, solution_row
from tgkt.report.view import View
from tgkt.results.project import Scenario
from tgkt.series.series import Knowledge

_GOAL = re.compile(r"\s*(.+?)\s*(>=|<=|==|=|≥|≤)\s*(.+)\Z")
_SIGNS = {"≥": ">=", "≤": "<=", "==": "="}


def read_scenarios(
    typed: dict[str, Amount], files: list[Path], plan: Plan, knowledge: Knowledge, lang: str
) -> list[Scenario]:
    """The scenarios of `--set` and `--scenario`; what is typed is added to each file.

    Args:
        typed: the amounts of `--set`, by what they set.
        files: the scenario files; the amounts of each are read in one notation of its own.
        plan: the plan whose targets are set.
        knowledge: what is known.
        lang: the language of the titles.

    Raises:
        UsageError: three files, an indicator set twice, a value that does not fit, or settings that contradict.
    """
    if not typed and not files:
        return []
    given = {name: (f"--set {name}={amount.text}", amount) for name, amount in typed.items()}
    said = ", ".join(f"{name} = {amount.text}" for name, amount in typed.items())
    read = _from_files(files, lang)
    if given:
        read = [(f"{name} + {said}", values | given) for name, values in read] or [(said, given)]
    found = (_scenario(name, values, plan, knowledge, lang) for name, values in read)
    return [each._replace(is_typed=not files) for each in found]


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
        lambda form: machine_text(form, EFFECTS, head, effect_rows(scenarios, tongues), tongues.further),
    )


def seek_goal(unknowns: list[str], goal: str | None, plan: Plan, knowledge: Knowledge, where: Output) -> None:
    """Write the value of one figure at which another meets a goal; exit with 1 if there is none.

    Raises:
        UsageError: not one unknown and one goal, or a goal that cannot be read.
    """
    if len(unknowns) != 1 or goal is None:
        raise UsageError(
            "goal seek takes one --solve and one --for. Write --solve grdp_growth --for 'grdp_per_capita >= 220'"
        )
    match = _GOAL.match(goal)
    if not match:
        raise UsageError("--for: '{goal}' is not a goal. Write WHAT >= VALUE, e.g. 'income >= 220'", goal=goal)
    unknown, wanted_row = (row_named(each, plan, where.lang) for each in (unknowns[0], match[1]))
    option = f"--for {goal}"
    amount = amounts_of({option: match[3]})[option]
    with naming(option):
        wanted = in_unit(amount, wanted_row)
    found = solve(unknown, wanted_row, _SIGNS.get(match[2], match[2]), wanted, plan.rows, knowledge)
    tongues = tongues_of(knowledge.catalogue, plan)
    where.write(
        lambda: solution_tables(found, View(where.lang, where.width)),
        lambda form: machine_text(
            form,
            SOLVE,
            solution_head(found, plan.id, tongues),
            [solution_row(found, tongues)],
            tongues.further,
        ),
    )
    if found.value is None:
        raise typer.Exit(EXIT_TRUE)


Settings = dict[str, tuple[str, Amount]]
"""The amounts of a scenario by what they set, each with where it stands."""


def _from_files(files: list[Path], lang: str) -> list[tuple[str, Settings]]:
    from tgkt.loading.scenario import read_scenario  # lazy: yaml is needed only for scenario files

    if len(files) > 2:
        raise UsageError(
            "--scenario: at most two scenarios can be compared, got {count}. Give one or two", count=len(files)
        )
    found = []
    for path in files:
        read = read_scenario(path)
        places = {id: f"{path}: {id}: {text}" for id, text in read.settings.items()}
        amounts = amounts_of({places[id]: text for id, text in read.settings.items()})
        title = read.title.within(lang) if read.title else path.stem
        found.append((title, {id: (place, amounts[place]) for id, place in places.items()}))
    return found


def _scenario(name: str, values: Settings, plan: Plan, knowledge: Knowledge, lang: str) -> Scenario:
    start = State(knowledge, {})
    for id in values:
        if id in knowledge.catalogue.indicators and all(row.indicator.id != id for row in plan.rows):
            raise UsageError(
                "'{id}' has no target in {plan}, and a scenario sets targets. Name an indicator with a target",
                id=id,
                plan=plan.id,
            )
    rows = {id: row_named(id, plan, lang) for id in values}
    chosen = {}
    for id, (place, amount) in values.items():
        with naming(place):
            reference, value = read_setting(amount, rows[id], start, knowledge)
        chosen[reference] = value
    if len(chosen) < len(values):
        raise UsageError("{name}: an indicator is set twice, by its id and by its number. Set each once", name=name)
    changed, links = effects(plan.rows, knowledge, chosen)
    return Scenario(name, tuple(changed), tuple(links))
