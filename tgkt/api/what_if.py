"""What changes where some figures were others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from tgkt.api.answer import Answer
from tgkt.api.pick import choose_plan
from tgkt.api.scenarios import read_scenarios
from tgkt.api.seen import Seen
from tgkt.api.settings import Settings
from tgkt.api.typed import read_typed
from tgkt.errors import UsageError
from tgkt.facts.plan import Plan
from tgkt.report.breaks import break_rows, saying_across
from tgkt.report.fields.project import EFFECTS
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.project.effects import effects_tables
from tgkt.report.project.rows import effect_rows, link_rows
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.project import Effect, Scenario


@dataclass(frozen=True, eq=False, repr=False)
class Effects(Answer[Effect]):
    """What each scenario changes: figures and grades before and after, and the links that carry the change.

    Attributes:
        plan: the plan whose targets change.
        scenarios: the scenarios, each with its effects (all of them are the rows) and links.
    """

    shape: ClassVar[Shape] = EFFECTS

    plan: Plan
    scenarios: tuple[Scenario, ...]

    def tables(self, view: View) -> list[Table]:
        """Every target that changes, the scenarios beside each other, and the links."""
        tables = effects_tables(self.scenarios, view)
        return saying_across(tables, view.lang, is_across=self.knowledge.clock.across_breaks)

    def head(self) -> Values:
        """Plan, clock, breaks and links."""
        return {
            "plan": self.plan.id,
            "as_of": self.knowledge.clock.as_of,
            "across_breaks": self.knowledge.clock.across_breaks,
            "breaks": break_rows((each.breaks for each in self.rows), self.tongues),
            "links": link_rows([link for each in self.scenarios for link in each.links]),
        }

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """A row for each target that a scenario changes."""
        return effect_rows(self.scenarios, self.tongues)

    @property
    def asked_plan(self) -> Plan:
        """The plan whose targets change."""
        return self.plan


def what_if(seen: Seen, settings: Settings, files: Sequence[Path], plan: str | None) -> Effects:
    """The answer to `Data.what_if`.

    Args:
        seen: the data, and up to when they are known.
        settings: what is set.
        files: scenario files.
        plan: a plan, or its term; that in force unless given.

    Raises:
        UsageError: nothing is set, three files, or a value that does not fit.
    """
    of = choose_plan(plan, seen.knowledge.catalogue)
    typed = read_typed(settings, None)
    found = read_scenarios(typed.settings, files, of, seen.knowledge, seen.lang)
    if not found:
        raise UsageError("a what-if sets figures. Give --set or --scenario")
    rows = tuple(effect for each in found for effect in each.effects)
    return Effects(rows, seen.knowledge, seen.lang, of, tuple(found))
