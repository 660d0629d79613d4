"""Scenarios as they are typed or read from files, and what they change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tgkt.api.amounts import amounts_of, naming
from tgkt.api.pick import row_named
from tgkt.engine.project.typed import read_setting
from tgkt.engine.project.what_if import State, effects
from tgkt.errors import UsageError
from tgkt.facts.notation import Amount
from tgkt.facts.plan import Plan
from tgkt.results.project import Scenario
from tgkt.series.series import Knowledge


def read_scenarios(
    typed: dict[str, Amount], files: Sequence[Path], plan: Plan, knowledge: Knowledge, lang: str
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


_Settings = dict[str, tuple[str, Amount]]
"""The amounts of a scenario by what they set, each with where it stands."""


def _from_files(files: Sequence[Path], lang: str) -> list[tuple[str, _Settings]]:
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


def _scenario(name: str, values: _Settings, plan: Plan, knowledge: Knowledge, lang: str) -> Scenario:
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
