"""A plan on one screen."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import ClassVar

from tgkt.api.answer import Answer
from tgkt.api.audited import marks, standings
from tgkt.api.pick import choose_plan
from tgkt.api.seen import Seen
from tgkt.engine.overview import overview as overview_of
from tgkt.facts.plan import Plan
from tgkt.report.fields.overview import OVERVIEW
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.overview import overview_head, overview_row, overview_tables
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.overview import Overview as Screen
from tgkt.results.overview import SectionCounts


@dataclass(frozen=True, eq=False, repr=False)
class Overview(Answer[SectionCounts]):
    """A plan on one screen: the counts of each section (the rows), what needs attention first, the audit in short.

    Attributes:
        screen: everything that is on it.
        commands: commands that answer what the screen leaves open, by the key of what they answer.
    """

    shape: ClassVar[Shape] = OVERVIEW

    screen: Screen
    commands: dict[str, str]

    def tables(self, view: View) -> list[Table]:
        """The screen."""
        return overview_tables(self.screen, self.knowledge.catalogue, self.commands, view)

    def head(self) -> Values:
        """What is not of one section."""
        return overview_head(self.screen, self.knowledge.clock.known_by, self.commands, self.tongues)

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """A row for each section."""
        catalogue, plan = self.knowledge.catalogue, self.screen.plan
        return [overview_row(each, plan.id, catalogue, self.tongues) for each in self.rows]

    @property
    def asked_plan(self) -> Plan:
        """The plan shown."""
        return self.screen.plan


def overview(seen: Seen, plan: str | None = None) -> Overview:
    """The answer to `Data.overview`.

    Raises:
        UsageError: there is no such plan.
    """
    knowledge, catalogue = seen.knowledge, seen.knowledge.catalogue
    chosen = choose_plan(plan, catalogue)
    items = standings(seen.folder, chosen, knowledge)
    found = overview_of(chosen, items, knowledge, marks(seen.folder, knowledge))
    commands = _next(found, catalogue.plan_in_force(), seen.option)
    return Overview(tuple(found.sections), knowledge, seen.lang, found, commands)


def _next(found: Screen, in_force: Plan | None, option: str) -> dict[str, str]:
    """Three commands that answer what this screen leaves open, by the key of what they answer."""
    plan, is_in_force = found.plan, found.plan is in_force
    of_plan = "" if is_in_force else f" --plan {shlex.quote(plan.id)}"
    about = {"explain": found.first[0] if found.first else None, "check": found.audit.most}
    rows = {command: item.row for command, item in about.items() if item}
    commands = {"attention": f"status --attention{of_plan}"}
    commands |= {key: f"{key} {row.code if is_in_force else row.indicator.id}" for key, row in rows.items()}
    return {key: f"tgkt {command}{option}" for key, command in commands.items()}
