"""The way of each target, and where a pace leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from tgkt.api.answer import Answer
from tgkt.api.audited import recall
from tgkt.api.choose import require_known
from tgkt.api.pick import area_named, choose_plan, plan_or_none, rows_or_indicators
from tgkt.api.pick.years import without_year
from tgkt.api.seen import Seen
from tgkt.api.settings import Settings
from tgkt.engine.project.choice import SOURCES, Choice
from tgkt.engine.project.judgement import judged
from tgkt.engine.project.pace import VERSIONS
from tgkt.engine.project.projection import projected
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.engine.trajectory.way import Way
from tgkt.errors import UsageError
from tgkt.facts.plan import Plan, Row
from tgkt.record import NamedTuple
from tgkt.report.breaks import break_rows, saying_across
from tgkt.report.fields.project import PROJECT, PROJECT_LONG
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.project.rows import effect_rows, outlook_row, year_rows
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.project import Effect, Outlook, Scenario, Trajectory
from tgkt.series.series import Knowledge

WIDTH = 100
METHODS = tuple(VERSIONS)


class Asked(NamedTuple):
    """What is asked about the years ahead.

    Attributes:
        what: numbers, ids or words of a title; all targets unless any is named.
        year: the year to look at; the plan's last unless given.
        pace: observed, last_term, required, or a rate.
        method: how pace is judged.
        settings: what is set.
        scenarios: scenario files.
        plan: a plan, or its term.
        area: an area.
    """

    what: tuple[str, ...] = ()
    year: int | None = None
    pace: str | None = None
    method: str = "statcan"
    settings: Settings = {}  # noqa: RUF012 - nothing is ever put into it
    scenarios: tuple[Path, ...] = ()
    plan: str | None = None
    area: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Projection(Answer[Outlook]):
    """The required path of every target, where a pace leads, what is needed from now on, and how the pace is judged.

    Attributes:
        plan: the plan that is asked.
        year: the year looked at.
        pace: the pace as it was given; None for the default.
        method: how pace is judged.
        scenarios: the scenario under which the way leads, if any.
        is_named: whether single targets were named, whose years are shown too.
        is_ascii: whether pictures are drawn with plain signs.
    """

    shape: ClassVar[Shape] = PROJECT
    long_shape: ClassVar[Shape | None] = PROJECT_LONG

    plan: Plan
    year: int
    pace: str | None
    method: str
    scenarios: tuple[Scenario, ...] = ()
    is_named: bool = False
    is_ascii: bool = False

    def chart(self, width: int = WIDTH) -> str:
        """The ways drawn as text."""
        from tgkt.report.project.chart import charts  # lazy: seldom asked for

        return charts([each.trajectory for each in self.rows], self.lang, width, ascii_only=self.is_ascii)

    def tables(self, view: View) -> list[Table]:
        """All ways, the years of those that were named, and the effects of the scenario."""
        from tgkt.report.project.tables import outlook_tables, project_note, year_table  # lazy: machines need no table

        method = f"{self.method} ({VERSIONS[self.method]})"
        note = project_note(self.rows, self.pace, method, view)
        shown = outlook_tables(self.rows, self.knowledge.catalogue, view, self.year, note, ascii_only=self.is_ascii)
        with_years = [each for each in self.rows if self.is_named and each.trajectory.points]
        shown += [year_table(each, method, view.lang) for each in with_years]
        if self.scenarios:
            from tgkt.report.project.effects import effects_tables  # lazy: as read for a scenario alone

            shown += effects_tables(self.scenarios, view)
        return saying_across(shown, view.lang, is_across=self.knowledge.clock.across_breaks)

    def head(self) -> Values:
        """Plan, year, pace, method, breaks and effects."""
        return {
            "plan": self.plan.id or None,
            "as_of": self.knowledge.clock.as_of,
            "year": self.year,
            "pace": self.pace or "default",
            "method": self.method,
            "method_version": VERSIONS[self.method],
            "across_breaks": self.knowledge.clock.across_breaks,
            "breaks": break_rows((each.trajectory.breaks for each in self.rows), self.tongues),
            "effects": effect_rows(self.scenarios, self.tongues),
        }

    def values(self, *, is_long: bool = False) -> list[Values]:
        """A row for each target; of the long form one for each of its years."""
        return year_rows(self.rows, self.tongues) if is_long else [self.listed(each) for each in self.rows]

    @property
    def listed(self) -> Callable[[Outlook], Values]:
        """The fields of a row."""
        return lambda each: outlook_row(each, self.year, self.tongues)

    @property
    def asked_plan(self) -> Plan:
        """The plan that is asked."""
        return self.plan


def project(seen: Seen, asked: Asked) -> Projection:
    """The answer to `Data.project`.

    Raises:
        UsageError: a name, year, pace, method or setting that is none, or two scenarios.
    """
    knowledge = seen.knowledge
    recall(seen.folder, knowledge)
    require_known("--method", asked.method, METHODS)
    of = plan_or_none(asked.plan, knowledge) if asked.what else choose_plan(asked.plan, knowledge.catalogue)
    names, year = without_year(asked.what, asked.year, of)
    choice, scenarios = _typed(asked, of, seen)
    if len(scenarios) > 1:
        raise UsageError("trajectories are shown for one scenario only. Give one, or leave out WHAT, --year and --pace")
    rows = rows_or_indicators(names, of, knowledge, seen.lang) if names else list(of.rows)
    area = area_named(asked.area, knowledge.catalogue).id if asked.area is not None else None
    found = [
        _outlook(row, asked.method, year, choice, knowledge, scenarios) for row in rows if area in (None, row.area)
    ]
    return Projection(
        tuple(found),
        knowledge,
        seen.lang,
        of,
        year or of.period.last,
        asked.pace,
        asked.method,
        tuple(scenarios),
        is_named=bool(names),
    )


def _typed(asked: Asked, plan: Plan, seen: Seen) -> tuple[Choice, list[Scenario]]:
    """The pace, and what is set, each read where it was given."""
    if not asked.settings and not asked.scenarios and asked.pace in (None, *SOURCES):
        return Choice(asked.pace), []
    from tgkt.api.scenarios import read_scenarios  # lazy: most questions set nothing
    from tgkt.api.typed import read_typed  # lazy: as above

    typed = read_typed(asked.settings, asked.pace)
    return typed.pace, read_scenarios(typed.settings, asked.scenarios, plan, seen.knowledge, seen.lang)


def _outlook(
    row: Row, method: str, year: int | None, choice: Choice, knowledge: Knowledge, scenarios: Sequence[Scenario]
) -> Outlook:
    way = way_of(row, knowledge)
    effect = next((each for some in scenarios for each in some.effects if each.row is row), None)
    return Outlook(_trajectory(way, knowledge, effect, choice, year), judged(way, knowledge, method))


def _trajectory(way: Way, knowledge: Knowledge, effect: Effect | None, choice: Choice, year: int | None) -> Trajectory:
    if effect is None:
        return projected(way, knowledge, choice, year)
    from tgkt.engine.project.scenario import led_to  # lazy: as above

    return led_to(way, knowledge, effect, year)
