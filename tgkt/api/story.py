"""All that is known of one indicator."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import ClassVar

from tgkt.api.answer import Answer
from tgkt.api.audited import closed_relations_of, recall
from tgkt.api.choose import period_named
from tgkt.api.pick import area_named, indicator_named, rows_told
from tgkt.api.seen import Seen
from tgkt.engine.check.causes import by_cause
from tgkt.engine.explain import explain as gather
from tgkt.facts.indicator import Indicator
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.breaks import saying_across
from tgkt.report.explain import explain_tables
from tgkt.report.explain_rows import explain_head, explain_rows
from tgkt.report.fields.explain import EXPLAIN
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.story import story_tables
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.explain import Entry, Explanation


@dataclass(frozen=True, eq=False, repr=False)
class Story(Answer[Entry]):
    """An indicator's declaration, its printed figures (the rows), its rows in plans, blends, findings and ways.

    Attributes:
        explanation: everything that was gathered.
        command: the command that tells the same story; it ends the story with where the rest is.
        is_whole: whether everything is shown instead of the story in 25 lines.
    """

    shape: ClassVar[Shape] = EXPLAIN

    explanation: Explanation
    command: str
    is_whole: bool = False

    def tables(self, view: View) -> list[Table]:
        """The story, which ends with the command for the rest; or everything."""
        catalogue, is_across = self.knowledge.catalogue, self.knowledge.clock.across_breaks
        if self.is_whole:
            return saying_across(explain_tables(self.explanation, catalogue, view), view.lang, is_across=is_across)
        return story_tables(self.explanation, catalogue, view, self.command, is_across=is_across)

    def head(self) -> Values:
        """The declaration, the rows of plans, blends, findings, breaks."""
        return {
            "across_breaks": self.knowledge.clock.across_breaks,
            **explain_head(self.explanation, self.tongues),
        }

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """A row for each printed figure, and for each way to a derived one."""
        return explain_rows(self.explanation, self.tongues)


def explain(
    seen: Seen, what: str, area: str | None, period: str | None, *, is_whole: bool = False, is_ranked: bool = True
) -> Story:
    """The answer to `Data.explain`.

    Args:
        seen: the data, and up to when they are known.
        what: a number, an id or words of a title.
        area: only this area.
        period: only this year, term or part of a year.
        is_whole: whether everything is shown.
        is_ranked: whether rows get their place in the order of attention, for which the whole plan is assessed.

    Raises:
        UsageError: there is no such indicator, area or period.
    """
    knowledge, catalogue = seen.knowledge, seen.knowledge.catalogue
    of = area_named(area, catalogue).id if area else None
    over = period_named(period, may_be_part=True) if period else None
    indicator = indicator_named(what, catalogue, seen.lang)
    codes = rows_told(what, indicator, catalogue)
    findings = by_cause(closed_relations_of(seen.folder, knowledge, catalogue.beside(indicator.id)), knowledge)
    if is_ranked:
        recall(seen.folder, knowledge)
    found = gather(indicator, knowledge, findings, area=of, period=over, codes=codes, is_ranked=is_ranked)
    _say_if_empty(found, indicator)
    command = _command(what, {"area": area, "period": period}, seen)
    return Story(tuple(found.entries), knowledge, seen.lang, found, command, is_whole)


def _say_if_empty(found: Explanation, indicator: Indicator) -> None:
    """Write a note if the answer is empty."""
    if not found.entries and not found.assessments and not found.in_year:
        note(
            Message(
                "no document prints a figure for this indicator, area and period. {command} shows what there is",
                command=f"tgkt explain {indicator.id}",
            )
        )


def _command(what: str, options: dict[str, str | None], seen: Seen) -> str:
    """The command with those of its options that select figures."""
    given = "".join(f" --{name} {shlex.quote(value)}" for name, value in options.items() if value)
    return f"tgkt explain {shlex.quote(what)}{given}{seen.option}"
