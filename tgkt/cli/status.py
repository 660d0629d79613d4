"""`tgkt status`: where every target of a plan stands."""

from __future__ import annotations

from typing import Annotated

import typer

from tgkt.cli.choose import known_at
from tgkt.cli.filters import Answer, answer, failing, filter_of
from tgkt.cli.in_year import write_in_year
from tgkt.cli.marks import marks
from tgkt.cli.options import (
    AcrossBreaksOption,
    AsOfOption,
    Baseline,
    BaselineOption,
    ColumnsOption,
    DataOption,
    Format,
    FormatOption,
    KnownByOption,
    LangOption,
    Output,
    OutputOption,
    output_for,
)
from tgkt.cli.pick import choose_plan, rows_named
from tgkt.cli.pick.states import order_named, states_named
from tgkt.engine.status.order import Order, ordered
from tgkt.engine.status.rows import assess, mark
from tgkt.engine.status.tally import tally
from tgkt.errors import EXIT_TRUE, UsageError
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.files import data_folder, load_folder
from tgkt.report.breaks import break_rows, saying_across
from tgkt.report.fields.status import STATUS, STATUS_LONG
from tgkt.report.formats import Form, machine_text
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.status.legend import legend
from tgkt.report.status.page import derived_page
from tgkt.report.status.rows import status_row, status_rows, tally_row
from tgkt.report.status.scoreboard import scoreboard
from tgkt.report.status.tables import differences, ordered_table, plan_tables
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.status import Assessment
from tgkt.series.series import Knowledge


def status(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHAT]…", help="Targets: numbers, ids or words of a title (default: all)."),
    ] = None,
    plan: Annotated[str | None, typer.Option(help="A plan, or its term (default: the plan in force).")] = None,
    area: Annotated[str | None, typer.Option(help="Only this area.")] = None,
    section: Annotated[str | None, typer.Option(help="Only this section.")] = None,
    verdict: Annotated[
        list[str] | None, typer.Option(help="Only these verdicts: not_met,not_assessable …; repeatable.")
    ] = None,
    standing: Annotated[list[str] | None, typer.Option(help="Only these standings: behind,open …; repeatable.")] = None,
    attention: Annotated[
        bool, typer.Option("--attention", help="One table, with what most needs attention first.")
    ] = False,
    sort: Annotated[str | None, typer.Option(metavar=f"<{'|'.join(Order)}>", help="One table in this order.")] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    baseline: BaselineOption = Baseline.LATER,
    across_breaks: AcrossBreaksOption = False,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(help="Exit with 1 if any shown row is in this state: not_met,behind,uncertain …; repeatable."),
    ] = None,
    in_year: Annotated[
        bool,
        typer.Option(
            "--in-year", help="The newest figures for part of a year, against the year before and the year's plan."
        ),
    ] = False,
    page: Annotated[bool, typer.Option("--page", help="Every derived figure as a Markdown page.")] = False,
    columns: ColumnsOption = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Show where every target of a plan stands: met or not, what must change, and how certain that is."""
    folder, where = data_folder(data), output_for(form, lang, output, columns)
    knowledge = known_at(load_folder(folder), as_of, known_by, baseline, across_breaks=across_breaks)
    catalogue, chosen = knowledge.catalogue, choose_plan(plan, knowledge.catalogue)
    order, states = _order(sort, attention=attention), states_named(fail_on or [])
    if page:
        _page(
            assess(chosen, knowledge),
            what or area or section or verdict or standing or order or in_year,
            catalogue,
            where,
        )
        return
    wanted = filter_of(area, section, verdict, standing, catalogue)
    named = rows_named(what, chosen, where.lang) if what else None
    found = answer(chosen, wanted, knowledge, named, is_asked=plan is not None)
    rows = mark(found.rows, marks(folder, knowledge))
    if order:
        rows = ordered(rows, order, list(catalogue.sections), "vi" if where.is_machine else where.lang)
    if in_year:
        write_in_year(found.plan, [item.row for item in rows], knowledge, as_of, where)
    else:
        _write(found._replace(rows=rows), order, knowledge, where, is_named=bool(what))
    if failing(rows, states):
        raise typer.Exit(EXIT_TRUE)


def _page(items: list[Assessment], narrowed: object, catalogue: Catalogue, where: Output) -> None:
    """Write the page of a plan's derived figures."""
    where.require_text()
    where.require_no_columns()
    if narrowed:
        raise UsageError("--page shows every derived figure of the plan. Leave out WHAT and the filters, or --page")
    where.put(derived_page(items, catalogue, where.lang))


def _order(key: str | None, *, attention: bool) -> Order | None:
    """The order that was asked for.

    Raises:
        UsageError: there is no such order, or two were asked for.
    """
    if key == "gap":
        raise UsageError(
            "--sort: gaps are in different units. Write --sort distance, the gap as a share of the whole way"
        )
    order = order_named(key) if key is not None else None
    if attention and order not in (None, Order.ATTENTION):
        raise UsageError("--attention already sets an order. Leave it out, or --sort {order}", order=order)
    return Order.ATTENTION if attention else order


def _write(found: Answer, order: Order | None, knowledge: Knowledge, where: Output, *, is_named: bool) -> None:
    """Scoreboard and rows, as tables or for machines; people who name targets are shown these alone."""
    plan, clock, counts = found.plan, knowledge.clock, tally(found.items)
    tongues = tongues_of(knowledge.catalogue, plan)
    head = {
        "plan": plan.id,
        "as_of": clock.as_of,
        "known_by": clock.known_by,
        "across_breaks": clock.across_breaks,
        "breaks": break_rows((item.breaks for item in found.items), tongues),
        "scoreboard": [tally_row(count) for count in counts],
    }

    def machine(form: Form) -> str:
        rows = status_rows(found.rows, tongues, is_long=form.is_long)
        return machine_text(form, STATUS_LONG if form.is_long else STATUS, head, rows, tongues.further)

    where.write(
        lambda: _tables(found, order, knowledge, View(where.lang, where.width), has_board=not is_named),
        machine,
        lambda item: status_row(item, tongues),
    )


def _tables(found: Answer, order: Order | None, knowledge: Knowledge, view: View, *, has_board: bool) -> list[Table]:
    """The plan's own counts, then its rows, and at the end what the signs beside them mean."""
    catalogue, plan = knowledge.catalogue, found.plan
    tables = scoreboard(plan, tally(found.items), catalogue, view) if has_board or not found.rows else []
    tables += [ordered_table(found.rows, order, catalogue, view)] if order else plan_tables(found.rows, catalogue, view)
    tables += differences(found.rows, catalogue, view)
    tables[-1].note = "\n".join(filter(None, (tables[-1].note, legend(found.rows, catalogue, view))))
    return saying_across(tables, view.lang, is_across=knowledge.clock.across_breaks)
