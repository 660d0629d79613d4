"""Where the targets of a plan stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from tgkt.api.answer import Answer
from tgkt.api.audited import marks
from tgkt.api.filters import failing, filter_of, select_from
from tgkt.api.pick import choose_plan, rows_named
from tgkt.api.pick.states import order_named, states_named
from tgkt.api.seen import Seen
from tgkt.engine.status.marked import mark
from tgkt.engine.status.order import Order, ordered
from tgkt.engine.status.tally import tally
from tgkt.errors import UsageError
from tgkt.facts.plan import Plan
from tgkt.record import NamedTuple
from tgkt.report.breaks import break_rows, saying_across
from tgkt.report.fields.status import STATUS, STATUS_LONG
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.status.rows import status_row, status_rows, tally_row
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.status import Assessment

ORDERS, ATTENTION = tuple(Order), Order.ATTENTION
Some = str | Sequence[str]
"""One text, or several."""


class Wanted(NamedTuple):
    """The targets that are asked for; what is left out selects all.

    Attributes:
        what: numbers, ids or words of a title.
        plan: a plan, or its term.
        area: an area.
        section: a section.
        verdict: verdicts.
        standing: standings.
    """

    what: tuple[str, ...] = ()
    plan: str | None = None
    area: str | None = None
    section: str | None = None
    verdict: Some = ()
    standing: Some = ()


@dataclass(frozen=True, eq=False, repr=False)
class Status(Answer[Assessment]):
    """Where every target of a plan stands: met or not, what must change, how certain that is.

    Attributes:
        plan: the plan that answers.
        items: all targets of the plan, those that were not asked for included.
        order: the order that was asked for; None for that of the plan.
        is_named: whether single targets were named.
    """

    shape: ClassVar[Shape] = STATUS
    long_shape: ClassVar[Shape | None] = STATUS_LONG

    plan: Plan
    items: tuple[Assessment, ...]
    order: Order | None = None
    is_named: bool = False

    def any_in(self, states: Some) -> bool:
        """Whether any row is in one of some states: not_met, behind, uncertain …

        Raises:
            UsageError: there is no such state.
        """
        return failing(self.rows, states_named(several(states)))

    def page(self) -> str:
        """Every derived figure of the plan as a Markdown page."""
        from tgkt.report.status.page import derived_page  # lazy: seldom asked for

        return derived_page(self.items, self.knowledge.catalogue, self.lang)

    def tables(self, view: View) -> list[Table]:
        """The plan's own counts, then its rows, and at the end what the signs beside them mean."""
        from tgkt.report.status.legend import legend  # lazy: what is for machines needs no table
        from tgkt.report.status.scoreboard import scoreboard  # lazy: as above
        from tgkt.report.status.tables import differences, ordered_table, plan_tables  # lazy: as above

        catalogue, rows = self.knowledge.catalogue, self.rows
        has_board = not self.is_named or not rows
        tables = scoreboard(self.plan, tally(self.items), catalogue, view) if has_board else []
        in_order = [ordered_table(rows, self.order, catalogue, view)] if self.order else []
        tables += in_order or plan_tables(rows, catalogue, view)
        tables += differences(rows, catalogue, view)
        tables[-1].note = "\n".join(filter(None, (tables[-1].note, legend(rows, catalogue, view))))
        return saying_across(tables, view.lang, is_across=self.knowledge.clock.across_breaks)

    def head(self) -> Values:
        """Plan, clock, breaks and scoreboard."""
        clock = self.knowledge.clock
        return {
            "plan": self.plan.id,
            "as_of": clock.as_of,
            "known_by": clock.known_by,
            "across_breaks": clock.across_breaks,
            "breaks": break_rows((item.breaks for item in self.items), self.tongues),
            "scoreboard": [tally_row(count) for count in tally(self.items)],
        }

    def values(self, *, is_long: bool = False) -> list[Values]:
        """The rows; of the long form each structure is followed by its parts."""
        return status_rows(self.rows, self.tongues, is_long=is_long)

    @property
    def listed(self) -> Callable[[Assessment], Values]:
        """The fields of a row."""
        return lambda item: status_row(item, self.tongues)

    @property
    def asked_plan(self) -> Plan:
        """The plan that answers."""
        return self.plan


def several(given: Some) -> list[str]:
    """One text or several as a list."""
    return [given] if isinstance(given, str) else [*given]


def status(seen: Seen, wanted: Wanted, order: Order | None = None, *, is_for_machines: bool = False) -> Status:
    """The answer to `Data.status`.

    Args:
        seen: the data, and up to when they are known.
        wanted: the targets that are asked for.
        order: the order of rows; that of the plan unless given.
        is_for_machines: whether names are put in order as Vietnamese does, whatever the language of the run.
    """
    knowledge, catalogue = seen.knowledge, seen.knowledge.catalogue
    chosen = choose_plan(wanted.plan, catalogue)
    through = filter_of(wanted.area, wanted.section, several(wanted.verdict), several(wanted.standing), catalogue)
    named = rows_named(wanted.what, chosen, seen.lang) if wanted.what else None
    found = select_from(chosen, through, seen, named, is_asked=wanted.plan is not None)
    rows = mark(found.rows, marks(seen.folder, knowledge))
    if order:
        rows = ordered(rows, order, list(catalogue.sections), "vi" if is_for_machines else seen.lang)
    is_named = bool(wanted.what)
    return Status(tuple(rows), knowledge, seen.lang, found.plan, tuple(found.items), order, is_named)


def order_of(key: str | None) -> Order | None:
    """The order that was asked for.

    Raises:
        UsageError: there is no such order.
    """
    if key == "gap":
        raise UsageError(
            "--sort: gaps are in different units. Write --sort distance, the gap as a share of the whole way"
        )
    return order_named(key) if key is not None else None
